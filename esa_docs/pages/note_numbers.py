"""Thai numbers of notes in the layout copy: LibreOffice draws them as 1 2 3, as it does those of pages.

It keeps the font of such a number in the text alone, not at the foot of the page. So the copy has each number
as a mark of its own, typed in Thai digits. LibreOffice 7.4 prints a mark of several characters twice where
one ``w:t`` holds them (measured): each character has one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.pages.number_formats import DECIMAL, THAI_NUMBERS, PageNumber
from esa_docs.pages.sections import split_sections


@dataclass(frozen=True, slots=True)
class _Notes:
    """A kind of notes: names of its settings, of its marks in text and note, of a note, and of its part."""

    settings: str
    reference: str
    mark: str
    note: str
    part: str


_KINDS: Final = (
    _Notes("footnotePr", "footnoteReference", "footnoteRef", "footnote", "word/footnotes.xml"),
    _Notes("endnotePr", "endnoteReference", "endnoteRef", "endnote", "word/endnotes.xml"),
)
_SETTINGS_PART: Final = "word/settings.xml"
_RESTARTING: Final = ("numStart", "numRestart")


def type_thai_note_numbers(roots: Mapping[str, etree._Element]) -> None:
    """Type the numbers of notes in Thai digits where the settings of a file have them so.

    Numbers that begin anew in single sections are typed too, in the digits of the file: LibreOffice knows of
    no such sections. Where the settings let them begin anew on each page or in each section, they stay as the
    engine draws them.

    Args:
        roots: the XML parts by name; changed.
    """
    for kind in _KINDS:
        if kind.part not in roots:
            continue
        document = roots[DOCUMENT_PART]
        number_format = _format(kind, roots.get(_SETTINGS_PART))
        if number_format == THAI_NUMBERS or (number_format == DECIMAL and _has_new_counts(kind, document)):
            _type_numbers(kind, document, roots[kind.part], number_format)


def drop_typed_numbers(roots: Mapping[str, etree._Element]) -> None:
    """Remove the number from the beginning of each note whose number is typed: LibreOffice draws it again.

    Word asks for it in the note; LibreOffice takes it from the text.

    Args:
        roots: the XML parts by name; changed.
    """
    for kind in _KINDS:
        if kind.part not in roots:
            continue
        notes = {note.get(w("id")): note for note in roots[kind.part].iter(w(kind.note))}
        for reference in roots[DOCUMENT_PART].iter(w(kind.reference)):
            note = notes.get(reference.get(w("id")))
            label = reference.getnext()
            if reference.get(w("customMarkFollows")) is None or label is None or label.tag != w("t"):
                continue
            _drop_number(note, label.text)
            _put_characters(reference, label.text or "")
            _remove(label)


def _drop_number(note: etree._Element | None, number: str | None) -> None:
    """Remove the number from the beginning of a note."""
    first_text = None if note is None else next(note.iter(w("t")), None)
    if first_text is not None and first_text.text == number:
        _remove(first_text)


def _format(kind: _Notes, settings: etree._Element | None) -> str:
    """Return the number format of the notes of a kind; empty where all begin anew on pages or in sections."""
    properties = None if settings is None else settings.find(w(kind.settings))
    if properties is None:
        return DECIMAL
    if any(properties.find(w(name)) is not None for name in _RESTARTING):
        return ""
    number_format = properties.find(w("numFmt"))
    return DECIMAL if number_format is None else number_format.get(w("val"), DECIMAL)


def _has_new_counts(kind: _Notes, document: etree._Element) -> bool:
    return any(_counts_anew(kind, section) for section in document.iter(w("sectPr")))


def _counts_anew(kind: _Notes, section: etree._Element) -> bool:
    """Return whether the notes of a section begin anew, by its properties."""
    restart = section.find(f"{w(kind.settings)}/{w('numRestart')}")
    return restart is not None and restart.get(w("val")) == "eachSect"


def _numbered_references(kind: _Notes, document: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Generate the references to notes that the engine numbers, each with its number."""
    beginnings = set()
    for section in split_sections(document):
        if _counts_anew(kind, section.properties):
            beginnings.add(section.blocks[0])
    number = 0
    for element in document.iter(w("p"), w("tbl"), w(kind.reference)):
        if element in beginnings:
            number = 0
        elif element.tag == w(kind.reference) and element.get(w("customMarkFollows")) is None:
            number += 1
            yield element, number


def _type_numbers(kind: _Notes, document: etree._Element, notes: etree._Element, number_format: str) -> None:
    marks = dict(_marks_by_id(kind, notes))
    for reference, number in list(_numbered_references(kind, document)):
        reference.set(w("customMarkFollows"), "1")
        _put_characters(reference, str(PageNumber(number, number_format)))
        mark = marks.get(reference.get(w("id")))
        if mark is not None:
            _remove(mark)


def _marks_by_id(kind: _Notes, notes: etree._Element) -> Iterator[tuple[str | None, etree._Element]]:
    """Generate the mark at the beginning of each note, by the id of the note."""
    for note in notes.iter(w(kind.note)):
        mark = next(note.iter(w(kind.mark)), None)
        if mark is not None:
            yield note.get(w("id")), mark


def _put_characters(reference: etree._Element, text: str) -> None:
    """Put a text behind a reference, each character in an element of its own."""
    for character in reversed(text):
        element = etree.Element(w("t"))
        element.text = character
        reference.addnext(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
