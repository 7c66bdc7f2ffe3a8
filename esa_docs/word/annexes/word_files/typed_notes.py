"""The notes of a Word file with the numbers that they have there, typed.

Word numbers the notes of a paper in one row and one form. Typed, those of a file that is put in keep their
numbers in Word, in LibreOffice and in the PDF, and those of the paper keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from lxml import etree

from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.annexes.word_files.note_numbers import numbered_references
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.removing import remove

NOTE_PARTS: Final = {"footnote": "footnotes", "endnote": "endnotes"}
_IDS_OF_A_FILE: Final = 100_000
_OWN_MARK: Final = w("customMarkFollows")
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any


@dataclass(frozen=True, slots=True)
class TypedNotes:
    """The notes of a kind to which the text of a file refers.

    Attributes:
        kind: ``footnote`` or ``endnote``.
        part: name of the part of the file in which they stand.
        notes: the notes in the order of the text, each as a ``w:footnote`` or ``w:endnote``.
    """

    kind: str
    part: str
    notes: tuple[Element, ...]


def type_notes(opened: OpenedFile) -> Iterator[TypedNotes]:
    """Generate the notes of a Word file by their kinds, with typed numbers and ids for the paper."""
    for kind, relationship_kind in NOTE_PARTS.items():
        part = _part(opened, relationship_kind)
        notes = _by_id(opened.roots[part], kind) if part else {}
        typed_notes = tuple(_typed(opened, kind, notes))
        if typed_notes:
            yield TypedNotes(kind, part, typed_notes)


def _part(opened: OpenedFile, relationship_kind: str) -> str:
    for relationship in opened.relationships(DOCUMENT_PART).values():
        if relationship.kind == relationship_kind and relationship.target in opened.roots:
            return relationship.target
    return ""


def _by_id(root: Element, kind: str) -> dict[str, Element]:
    notes: dict[str, Element] = {}
    for note in root.iterchildren(w(kind)):
        if note.get(w("type"), "normal") == "normal":
            notes[note.get(w("id"), "")] = note
    return notes


def _typed(opened: OpenedFile, kind: str, notes: Mapping[str, Element]) -> Iterator[Element]:
    new_ids = count(opened.number * _IDS_OF_A_FILE + 1)
    if _remove_dangling(opened.body, kind, notes):
        opened.remarks.append(_("marks of notes that are not in the file are left out"))
    for reference, text in numbered_references(opened, kind):
        note = notes[reference.get(w("id"), "")]
        new_id = str(next(new_ids))
        reference.set(w("id"), new_id)
        note.set(w("id"), new_id)
        if reference.get(_OWN_MARK) is None:
            reference.set(_OWN_MARK, "1")
            reference.addnext(_text(text))
            _type_mark(note, kind, text)
        yield note


def _remove_dangling(body: Element, kind: str, notes: Mapping[str, Element]) -> bool:
    """Remove references to notes that are not there; return whether there was one."""
    is_without_note = False
    for reference in list(body.iter(w(f"{kind}Reference"))):
        if reference.get(w("id"), "") not in notes:
            remove(reference)
            is_without_note = True
    return is_without_note


def _type_mark(note: Element, kind: str, text: str) -> None:
    for mark in list(note.iter(w(f"{kind}Ref"))):
        mark.addprevious(_text(text))
        remove(mark)


def new_part_of_notes(kind: str) -> str:
    """Return a part of notes of a kind with the two lines that Word draws above notes, and no note yet."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind}s xmlns:w="{W}">'
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0">'
        f"<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}></w:{kind}s>"
    )


def _text(text: str) -> Element:
    element = etree.Element(w("t"), {_XML_SPACE: "preserve"}, nsmap={"w": W})
    element.text = text
    return element
