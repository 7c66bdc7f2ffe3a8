"""What papers lack, each with its place in the content files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.model.missing import Missing
from esa_docs.model.paper import OfficialPaper
from esa_docs.source.binding.binding import locate
from esa_docs.source.yaml_files.tree import Mapping


def with_places(
    document: Document[OfficialPaper], tree: Mapping, missing_words: Iterable[Missing] = ()
) -> Document[OfficialPaper]:
    """Return a document that says where it lacks what it lacks. A draft by its own word says so too.

    Args:
        document: the document.
        tree: the content files that it is made from.
        missing_words: what its words lack.
    """
    missing = [_located(each, tree) for each in _every_missing(document)]
    located_words = [_located(each, tree) for each in missing_words]
    missing += sorted(located_words, key=_place)
    return replace(document, missing=tuple(missing))


def _place(missing: Missing) -> tuple[str, int, int]:
    return missing.place.path, missing.place.line, missing.place.column


def _every_missing(document: Document[OfficialPaper]) -> Iterator[Missing]:
    if document.content.draft:
        yield Missing(("draft",), _("'draft: true' stands here: delete it once the paper is complete"))
    yield from document.missing


def _located(missing: Missing, tree: Mapping) -> Missing:
    place, field = locate(tree, missing.path)
    return replace(missing, place=place, field=field)
