"""Rules about ids and references: what must be unique, and what must lead to something.

Of ``mc:AlternateContent`` Word reads one branch. Word itself writes the same ids into both, so those of
``mc:Fallback`` do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import MC, RELATIONSHIPS, W14, R, W, w
from esa_docs.ooxml.package import kind_of, relationships_part
from esa_docs.word.verify.element_names import CHART, LINK_OF_DRAWING, PICTURE, VML_PICTURE, VML_SHAPES
from esa_docs.word.verify.parsed_file import Element, PackagePart, ParsedWordFile
from esa_docs.word.verify.places import cut

_FALLBACK: Final = f"{{{MC}}}Fallback"
_ID: Final = w("id")
_PARAGRAPH_ID: Final = f"{{{W14}}}paraId"
_NOTES: Final = (
    ("commentReference", "comments", "comment"),
    ("footnoteReference", "footnotes", "footnote"),
    ("endnoteReference", "endnotes", "endnote"),
)
"""Marks in the text, the parts to which they lead, and the elements there."""
_OWN_IDS: Final = (
    ("comments", "comment", _ID),
    ("footnotes", "footnote", _ID),
    ("endnotes", "endnote", _ID),
    ("numbering", "abstractNum", w("abstractNumId")),
    ("numbering", "num", w("numId")),
    ("styles", "style", w("styleId")),
)
"""Kinds of parts, and their elements that are known by their ids."""
_REFERRING: Final = (
    (w("headerReference"), "id", "header"),
    (w("footerReference"), "id", "footer"),
    (w("hyperlink"), "id", "hyperlink"),
    (w("altChunk"), "id", "aFChunk"),
    (PICTURE, "embed", "image"),
    (PICTURE, "link", "image"),
    (LINK_OF_DRAWING, "id", "hyperlink"),
    (CHART, "id", "chart"),
    (VML_PICTURE, "id", "image"),
)
"""Elements that refer to other parts, the attribute by which, and the kind of relationship."""

Pair = tuple[str | None, Element]


def repeated_ids(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E719: an id that must be unique stands twice. Word repairs such a file, or refuses it."""
    bookmarks: list[Element] = []
    drawings: list[Element] = []
    paragraphs: list[Element] = []
    for part in document.stories:
        bookmarks.extend(part.elements("bookmarkStart"))
        drawings.extend(part.drawings)
        paragraphs.extend(part.select("//w:p[@w14:paraId]"))
    main = document.main
    yield from _repeated(main, _("bookmark id"), bookmarks, _get(_ID))
    yield from _repeated(main, _("bookmark name"), bookmarks, _get(w("name")))
    yield from _repeated(main, _("drawing id"), drawings, _get("id"))
    yield from _repeated(main, _("paragraph id"), paragraphs, _get(_PARAGRAPH_ID))
    for part in document.stories:
        comment_marks = list(part.elements("commentReference"))
        yield from _repeated(part, _("comment id"), comment_marks, _get(_ID))
        yield from _repeated(part, _("shape id"), part.indexed(*VML_SHAPES), _get("id"))


def repeated_ids_of_parts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E719: a comment, note, list or style stands twice by its id."""
    for kind, name, attribute in _OWN_IDS:
        part = document.part_of(kind)
        if part is not None:
            label = _("id of {name}").format(name=f"w:{name}")
            yield from _repeated(part, label, list(part.root.iterchildren(w(name))), _get(attribute))


def _get(attribute: str) -> Callable[[Element], str | None]:
    return lambda element: element.get(attribute)


def _repeated(
    part: PackagePart, id_label: str, elements: Iterable[Element], id_of: Callable[[Element], str | None]
) -> Iterator[Diagnostic]:
    """Generate E719 for each id that stands more than once; None is an id that is missing."""
    first_by_id: dict[str, Element] = {}
    repeated: dict[str, list[Element]] = {}
    for element in elements:
        value = id_of(element)
        if value is None:
            continue
        first = first_by_id.setdefault(value, element)
        if first is not element:
            repeated.setdefault(value, [first]).append(element)
    for value, bearers in repeated.items():
        read_by_word = [bearer for bearer in bearers if not _stands_in_fallback(bearer)]
        if len(read_by_word) > 1:
            message = _("the {what} {value} stands {times} times")
            text = message.format(what=id_label, value=cut(value), times=len(read_by_word))
            hint = _("Build the document again.")
            yield part.diagnostic("E719", text, hint, severity=Severity.ERROR, near=read_by_word[1])


def _stands_in_fallback(element: Element) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is not None


def lost_notes(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E730: the mark of a comment or note leads to none."""
    for mark_name, part_stem, note_name in _NOTES:
        ids = _ids_of_notes(document, part_stem, note_name)
        for part in document.stories:
            for mark in part.elements(mark_name):
                if mark.get(_ID) not in ids:
                    message = _("{mark} leads to {note} {id}, which is not there")
                    text = message.format(
                        mark=f"w:{mark_name}", note=f"w:{note_name}", id=cut(mark.get(_ID, ""))
                    )
                    hint = _("Delete the mark of the comment or note in the template, and insert it again.")
                    yield part.diagnostic("E730", text, hint, severity=Severity.ERROR, near=mark)


def _ids_of_notes(document: ParsedWordFile, part_stem: str, note_name: str) -> set[str | None]:
    """Return the ids of the comments or notes of a file."""
    ids: set[str | None] = set()
    for part in document.stories:
        if part.root.tag == f"{{{W}}}{part_stem}":
            ids.update(note.get(_ID) for note in part.root.iterchildren(w(note_name)))
    return ids


def lost_relationships(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E730: something refers to a relationship that is not there, or that is of another kind."""
    for part in document.stories:
        kinds = _kinds_of_relationships(document, part)
        for tag, attribute, kind in _REFERRING:
            for element in part.indexed(tag):
                relationship = element.get(f"{{{R}}}{attribute}")
                # Word writes an empty id where a picture or link was taken away.
                if relationship and kinds.get(relationship) != kind:
                    message = _("a reference ({kind}) leads to {id}, which is not there")
                    text = message.format(kind=kind, id=cut(relationship))
                    hint = _("Delete the picture, link or header in the template, and insert it again.")
                    yield part.diagnostic("E730", text, hint, severity=Severity.ERROR, near=element)


def _kinds_of_relationships(document: ParsedWordFile, part: PackagePart) -> dict[str, str]:
    """Return the kind of each relationship of a part by its id, such as ``image``."""
    relationships = document.parts.get(relationships_part(part.name))
    kinds: dict[str, str] = {}
    if relationships is not None:
        for relationship in relationships.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
            kinds[relationship.get("Id", "")] = kind_of(relationship)
    return kinds


RULES: Final = (repeated_ids, repeated_ids_of_parts, lost_notes, lost_relationships)
