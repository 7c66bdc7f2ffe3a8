"""The parts of a template, read as they are and brought into the form that the compiler expects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, DOCUMENT_PART, NotAPackageError, Parts, read_package
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.templates.accepting.emptied_elements import complete_body
from esa_docs.word.templates.accepting.revisions import settle_revisions
from esa_docs.word.templates.faults.faults import no_word_file, strict_form, tracked_changes
from esa_docs.word.templates.loops.numbered_lists import NUMBERING_PART
from esa_docs.word.templates.reading.comments import comments_left_out, remove_comment_marks, without_comments
from esa_docs.word.templates.reading.namespaces import declare_at_root
from esa_docs.word.templates.reading.protection import remove_needless_permissions
from esa_docs.word.templates.reading.standard_package import standard_package
from esa_docs.word.templates.tags.unfilled_places import forget_titles, refuse_unfilled_tags

STYLES_PART: Final = "word/styles.xml"
_RENDERED_PART: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_ROOTS: Final = {
    CONTENT_TYPES_PART: f"{{{CONTENT_TYPES}}}Types",
    DOCUMENT_PART: w("document"),
    STYLES_PART: w("styles"),
}
"""Root element of each part that a template must have."""
_PARTS_OF_PIECES: Final = frozenset({STYLES_PART, NUMBERING_PART})
_RELATIONSHIPS_END: Final = ".rels"
_RELATIONSHIPS_ROOT: Final = f"{{{RELATIONSHIPS}}}Relationships"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""Namespace of the strict form of Word files (ISO/IEC 29500-1)."""

Element = Any


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """The parts of a template.

    Attributes:
        package: all parts as they are, but for comments, which are left out.
        roots: root of each XML part but the relationships; tracked changes are accepted.
        diagnostics: what is to be told about the template.
    """

    package: Parts
    roots: dict[str, Element]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def text_parts(self) -> list[str]:
        """Names of the parts with text, whose tags are compiled."""
        return list(filter(is_rendered, self.roots))


def is_rendered(name: str) -> bool:
    """Return whether a part is filled in for each document, by its name."""
    return _RENDERED_PART.fullmatch(name) is not None


def read_parts(data: bytes, file_label: str) -> TemplateParts:
    """Return the parts of a template.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.

    Raises:
        ContentError: it is no Word file (E302), or one of another sort (E311, E321), or a tag stands where
            none is filled in (E322).
    """
    try:
        uncommented = without_comments(standard_package(read_package(data), file_label))
        roots = _parse(uncommented.parts)
    except NotAPackageError as fault:
        raise ContentError([no_word_file(file_label)]) from fault
    _refuse_other_files(roots, file_label)
    for name, root in roots.items():
        # Pieces of lists and styles come into other parts as text, or take texts in.
        if is_rendered(name) or name in _PARTS_OF_PIECES:
            roots[name] = declare_at_root(root)
            remove_comment_marks(roots[name])
    text_parts = frozenset(filter(is_rendered, roots))
    forget_titles(roots)
    refuse_unfilled_tags(uncommented.parts, roots, text_parts, file_label)
    has_revisions = settle_revisions(roots)
    remove_needless_permissions(roots, text_parts)
    complete_body(roots[DOCUMENT_PART])
    diagnostics = []
    if uncommented.has_comments:
        diagnostics.append(comments_left_out(file_label))
    if has_revisions:
        diagnostics.append(tracked_changes(file_label))
    return TemplateParts(uncommented.parts, roots, tuple(diagnostics))


def _refuse_other_files(roots: Mapping[str, Element], file_label: str) -> None:
    """Refuse a package without the parts of a Word file.

    Raises:
        ContentError: as `read_parts` says.
    """
    document = roots.get(DOCUMENT_PART)
    if document is not None and document.tag.startswith(_STRICT):
        raise ContentError([strict_form(file_label)])
    for name, tag in _ROOTS.items():
        if name not in roots or roots[name].tag != tag:
            raise ContentError([no_word_file(file_label)])
    if roots[DOCUMENT_PART].find(w("body")) is None:
        raise ContentError([no_word_file(file_label)])


def _parse(package: Mapping[str, bytes]) -> dict[str, Element]:
    """Return the root of every XML part of a package but the relationships, by its name.

    Raises:
        NotAPackageError: a part is no XML, or relationships are none.
    """
    roots = {}
    for name, data in package.items():
        if name.endswith(_RELATIONSHIPS_END):
            root = parse_part(data, name)
            if root.tag != _RELATIONSHIPS_ROOT:
                raise NotAPackageError(name)
        elif name.endswith(".xml"):
            roots[name] = parse_part(data, name)
    return roots
