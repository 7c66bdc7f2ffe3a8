"""A Word file opened to be put into a paper: its parts read, what cannot come along refused or taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from esa_docs.diagnostics import ContentError
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import A, w
from esa_docs.ooxml.package import (
    DOCUMENT_PART,
    NotAPackageError,
    Parts,
    read_package,
    relationships_part,
)
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.annexes.word_files.faults import (
    FilePlace,
    damaged,
    holds_files,
    holds_macros,
    strict,
    words_of_missing,
)
from esa_docs.word.annexes.word_files.relationships import Relationship, owner_of, read_relationships
from esa_docs.word.templates.accepting.emptied_elements import complete_body, fill_empty_containers
from esa_docs.word.templates.accepting.revisions import settle_revisions
from esa_docs.word.templates.reading.comments import remove_comment_marks, without_comments
from esa_docs.word.templates.reading.namespaces import declare_at_root
from esa_docs.word.templates.reading.standard_package import standard_package

_STORIES: Final = {
    "header": w("hdr"),
    "footer": w("ftr"),
    "footnotes": w("footnotes"),
    "endnotes": w("endnotes"),
}
"""Root elements of the parts with text, by the kinds of their relationships."""
_SHEETS: Final = {
    "styles": w("styles"),
    "numbering": w("numbering"),
    "settings": w("settings"),
    "theme": f"{{{A}}}theme",
}
"""Root elements of the parts that say how text looks, likewise."""
_REFUSED_KINDS: Final = {"aFChunk": holds_files, "subDocument": holds_files, "control": holds_macros}
_STRICT_CODE: Final = "E311"
_PERMISSIONS: Final = (w("permStart"), w("permEnd"), w("proofErr"), w("lastRenderedPageBreak"))

Element = Any


@dataclass(slots=True)
class OpenedFile:
    """A Word file ready to be put in.

    Attributes:
        file: which file it is.
        number: which annex of the paper it is, from 1.
        parts: its parts.
        roots: roots of its parts with text by their names, the document first; they are changed.
        sheets: roots of styles, lists, settings and theme, by the kinds of their relationships.
        remarks: what is left out or changed, in words.
    """

    file: FilePlace
    number: int
    parts: Parts
    roots: dict[str, Element]
    sheets: dict[str, Element]
    remarks: list[str] = field(default_factory=list)

    @property
    def body(self) -> Element:
        """The body of its document."""
        return self.roots[DOCUMENT_PART].find(w("body"))

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return the relationships of a part by their ids."""
        data = self.parts.get(relationships_part(name))
        if data is None:
            return {}
        return {relationship.id: relationship for relationship in read_relationships(name, data)}

    def setting(self, name: str) -> Element | None:
        """Return one of its settings; None where it does not have it."""
        settings = self.sheets.get("settings")
        return None if settings is None else settings.find(w(name))


def open_word_file(data: bytes, file: FilePlace, number: int) -> OpenedFile:
    """Return a Word file ready to be put in: tracked changes accepted, without comments.

    Args:
        data: its bytes.
        file: which file it is.
        number: which annex of the paper it is, from 1.

    Raises:
        ContentError: it cannot be put in (E344, E485).
    """
    try:
        uncommented = without_comments(standard_package(read_package(data), file.path.name))
        opened = OpenedFile(file, number, uncommented.parts, {}, {})
        _refuse_parts(opened)
        _read_roots(opened)
    except NotAPackageError as fault:
        raise damaged(file) from fault
    except ContentError as fault:
        raise _in_words_of_annexes(fault, file) from fault
    if uncommented.has_comments:
        opened.remarks.append(_("comments are left out"))
    _settle(opened)
    return opened


def _in_words_of_annexes(fault: ContentError, file: FilePlace) -> ContentError:
    """Return what a template would be refused for, said of a file that is put in."""
    codes = {diagnostic.code for diagnostic in fault.diagnostics}
    if codes & {"E344", "E485"}:
        return fault
    return strict(file) if _STRICT_CODE in codes else holds_macros(file)


def _refuse_parts(opened: OpenedFile) -> None:
    """Refuse a file by the kinds of its parts.

    Raises:
        ContentError: it holds other files (E344), or controls (E485).
    """
    for name in opened.parts:
        owner = owner_of(name)
        if not owner:
            continue
        for relationship in opened.relationships(owner).values():
            refuse = _REFUSED_KINDS.get(relationship.kind)
            if refuse is not None:
                raise refuse(opened.file)
            if relationship.kind == "attachedTemplate":
                opened.remarks.append(_("its link to a document template is taken off"))


def _read_roots(opened: OpenedFile) -> None:
    """Read the parts with text, and those that say how it looks.

    Raises:
        ContentError: there is no document (E344).
        NotAPackageError: a part is no XML.
    """
    main = opened.parts.get(DOCUMENT_PART)
    if main is None:
        raise damaged(opened.file)
    opened.roots[DOCUMENT_PART] = declare_at_root(parse_part(main, DOCUMENT_PART))
    root = opened.roots[DOCUMENT_PART]
    if root.tag != w("document") or root.find(w("body")) is None:
        raise damaged(opened.file)
    for relationship in opened.relationships(DOCUMENT_PART).values():
        is_read = relationship.kind in _STORIES or relationship.kind in _SHEETS
        if not is_read:
            continue
        if relationship.target in opened.parts:
            _read_root(opened, relationship)
        else:
            opened.remarks.append(words_of_missing(relationship.target))


def _read_root(opened: OpenedFile, relationship: Relationship) -> None:
    name, kind = relationship.target, relationship.kind
    part = declare_at_root(parse_part(opened.parts[name], name))
    _refuse_other_root(opened, kind, part)
    if kind in _STORIES:
        opened.roots[name] = part
    else:
        opened.sheets[kind] = part


def _refuse_other_root(opened: OpenedFile, kind: str, part: Element) -> None:
    """Refuse a part that begins with another element than it must.

    Raises:
        ContentError: it does (E344).
    """
    if part.tag != (_STORIES | _SHEETS)[kind]:
        raise damaged(opened.file)


def _settle(opened: OpenedFile) -> None:
    """Accept tracked changes, and remove what people leave to each other in a file."""
    all_roots: Mapping[str, Element] = {**opened.roots, **opened.sheets}
    if settle_revisions(all_roots):
        opened.remarks.append(_("tracked changes are accepted"))
    for root in opened.roots.values():
        remove_comment_marks(root)
        for element in list(root.iter(*_PERMISSIONS)):
            element.getparent().remove(element)
        fill_empty_containers(root)
    complete_body(opened.roots[DOCUMENT_PART])
