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

from esa_docs import thai
from esa_docs.model.counting_letters import letter
from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.removing import remove

NOTE_PARTS: Final = {"footnote": "footnotes", "endnote": "endnotes"}
_IDS_OF_A_FILE: Final = 100_000
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_USUAL_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}
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
    numbers = count(1)
    number_format = _format(opened, kind)
    new_ids = count(opened.number * _IDS_OF_A_FILE + 1)
    for reference in list(opened.body.iter(w(f"{kind}Reference"))):
        note = notes.get(reference.get(w("id"), ""))
        if note is None:
            remove(reference)
            continue
        new_id = str(next(new_ids))
        reference.set(w("id"), new_id)
        note.set(w("id"), new_id)
        if reference.get(_OWN_MARK) is None:
            text = in_format(next(numbers), number_format)
            reference.set(_OWN_MARK, "1")
            reference.addnext(_text(text))
            _type_mark(note, kind, text)
        yield note


def _format(opened: OpenedFile, kind: str) -> str:
    """Return the number format of notes: that of the settings, else the usual one."""
    properties = opened.setting(f"{kind}Pr")
    number_format = None if properties is None else properties.find(w("numFmt"))
    for section in opened.body.iter(w("sectPr")):
        own_format = section.find(f"{w(f'{kind}Pr')}/{w('numFmt')}")
        number_format = own_format if own_format is not None else number_format
        break
    if number_format is None:
        return _USUAL_FORMATS[kind]
    return str(number_format.get(w("val"), _USUAL_FORMATS[kind]))


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


def in_format(number: int, number_format: str) -> str:
    """Return a number in a format as ``w:numFmt`` names it; in plain digits where the format is another."""
    written = _FORMATS.get(number_format, str)(number)
    return written.upper() if number_format.startswith("upper") else written


def _thai_digits(number: int) -> str:
    return thai.to_thai_digits(str(number))


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        turns, number = divmod(number, value)
        text += letters * turns
    return text


def _latin(number: int) -> str:
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


_FORMATS: Final = {
    "thaiNumbers": _thai_digits,
    "thaiCounting": _thai_digits,
    "thaiLetters": letter,
    "lowerRoman": _roman,
    "upperRoman": _roman,
    "lowerLetter": _latin,
    "upperLetter": _latin,
}
"""How the numbers of notes are written, by the formats of Word that are not plain digits."""
