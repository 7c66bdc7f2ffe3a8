"""Thai numbers of notes in the layout copy: LibreOffice draws them as 1 2 3, as it does those of pages.

It keeps the font of such a number in the text alone, not at the foot of the page. So the copy has each number
as a mark of its own, typed in Thai digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.pages.number_formats import THAI_NUMBERS


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

    Numbers that begin anew on each page or in each section stay as the engine draws them.

    Args:
        roots: the XML parts by name; changed.
    """
    for kind in _KINDS:
        if kind.part in roots and _is_thai(kind, roots.get(_SETTINGS_PART)):
            _type_numbers(kind, roots[DOCUMENT_PART], roots[kind.part])


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
            if reference.get(w("customMarkFollows")) is None or note is None or label is None:
                continue
            first_text = next(note.iter(w("t")), None)
            if first_text is not None and first_text.text == label.text:
                _remove(first_text)


def _is_thai(kind: _Notes, settings: etree._Element | None) -> bool:
    """Return whether the notes of a kind have Thai numbers, from ๑ on through the whole file."""
    properties = None if settings is None else settings.find(w(kind.settings))
    if properties is None or any(properties.find(w(name)) is not None for name in _RESTARTING):
        return False
    number_format = properties.find(w("numFmt"))
    return number_format is not None and number_format.get(w("val")) == THAI_NUMBERS


def _type_numbers(kind: _Notes, document: etree._Element, notes: etree._Element) -> None:
    marks = dict(_marks_by_id(kind, notes))
    number = 0
    for reference in document.iter(w(kind.reference)):
        if reference.get(w("customMarkFollows")) is not None:
            continue
        number += 1
        reference.set(w("customMarkFollows"), "1")
        text = thai.to_thai_digits(str(number))
        reference.addnext(_text(text))
        mark = marks.get(reference.get(w("id")))
        if mark is not None:
            _remove(mark)


def _marks_by_id(kind: _Notes, notes: etree._Element) -> Iterator[tuple[str | None, etree._Element]]:
    """Generate the mark at the beginning of each note, by the id of the note."""
    for note in notes.iter(w(kind.note)):
        mark = next(note.iter(w(kind.mark)), None)
        if mark is not None:
            yield note.get(w("id")), mark


def _text(text: str) -> etree._Element:
    element = etree.Element(w("t"))
    element.text = text
    return element


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
