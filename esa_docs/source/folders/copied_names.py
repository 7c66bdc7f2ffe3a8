"""Names that a copy would take from another document: a circular's ``a/x``, and a content file ``a/x.yaml``.

E404 both would make the same output file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.file_names import same_name_key
from esa_docs.model.kind import Kinds
from esa_docs.source.folders.files import path_label


def check_copied_names(
    documents: Iterable[Document[Content]], names: Collection[str], kinds: Kinds
) -> Iterator[tuple[str, Diagnostic]]:
    """Generate each document of which a copy would make the file of another, with its diagnostic.

    Args:
        documents: the documents that can be made.
        names: ``year/name`` of every document there is a content file for.
        kinds: the kinds of documents.

    Yields:
        ``year/name`` of the document that makes the copy, and the diagnostic (E404).
    """
    names_by_key = {same_name_key(name): name for name in names}
    folders = frozenset(_folders_above(names_by_key))
    for document in documents:
        make_copies = kinds.of(document).copies
        # Few documents have others below their name: only of those the copies are worked out.
        if make_copies is None or same_name_key(document.key) not in folders:
            continue
        for copy in make_copies(document):
            other_name = names_by_key.get(same_name_key(copy.key), document.key)
            if other_name != document.key:
                yield document.key, _diagnose(document, other_name)


def _folders_above(keys: Iterable[str]) -> Iterator[str]:
    """Generate the folders that each key lies in."""
    for key in keys:
        folder, slash, _name = key.rpartition("/")
        while slash:
            yield folder
            folder, slash, _name = folder.rpartition("/")


def _diagnose(document: Document[Content], other_name: str) -> Diagnostic:
    message = _("this file and {other} would make the same output file").format(other=other_name)
    return Diagnostic("E404", message, Location(path_label(document.sources[0])), _("Rename one of the two."))
