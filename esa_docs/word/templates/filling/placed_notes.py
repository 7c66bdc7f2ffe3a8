"""Notes of the content, put at the foot of the page: real footnotes, numbered by Word.

A run writer leaves the sign of a note in a run of its own. Here, where all of the text is known, the sign
gives way to a reference, and the note comes into the part of footnotes, which is made where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import W
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.note_order import notes_in_order
from esa_docs.word.prose_signs import NOTE, SIGN, from_bytes, without_signs
from esa_docs.word.runs import RunStyle, RunWriter, escape, make_run_writer
from esa_docs.word.templates.loops.copies import NOTE_PARTS

FOOTNOTES_PART: Final = NOTE_PARTS["footnote"]
_END: Final = "</w:footnotes>"
_NEW_PART: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:footnotes xmlns:w="{W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    f"{_END}"
)
"""A part with the two lines that Word draws above notes, and no note yet."""
_ID: Final = re.compile(r'<w:footnote\s[^>]*?w:id="(-?[0-9]+)"')
_TOKEN: Final = re.compile(rf"<w:txbxContent>|</w:txbxContent>|{SIGN.pattern}")
_BOX, _BOX_END = "<w:txbxContent>", "</w:txbxContent>"
_BLANK: Final = " "
"""What stands between the number of a note and its text."""
_LONGEST_QUOTE: Final = 40


class MisplacedNoteError(ValueError):
    """A note stands where Word has none: in a header, a footer, a text box or another note.

    Attributes:
        words: the beginning of the note.
    """

    def __init__(self, signs: str) -> None:
        """Take the note.

        Args:
            signs: what it says, as signs.
        """
        super().__init__()
        self.words = without_signs(from_bytes(signs))[:_LONGEST_QUOTE]


def place_notes(
    xml_of_part: Mapping[str, str], numerals: thai.Numerals, styles: MarkStyles
) -> dict[str, str]:
    """Return the XML of the parts with each note at the foot of its page.

    Args:
        xml_of_part: XML of the filled-in parts.
        numerals: digits of the document.
        styles: styles of notes.

    Raises:
        MisplacedNoteError: a note stands where Word has none.
    """
    placed_parts = dict(xml_of_part)
    for name, xml in xml_of_part.items():
        if name != DOCUMENT_PART and NOTE in xml:
            _refuse_note(xml)
    if NOTE not in xml_of_part[DOCUMENT_PART]:
        return placed_parts
    footnotes = xml_of_part.get(FOOTNOTES_PART, _NEW_PART)
    notes = _Notes(footnotes, numerals, styles)
    placed_parts[DOCUMENT_PART] = notes.take_from(xml_of_part[DOCUMENT_PART])
    before, end, behind = footnotes.rpartition(_END)
    all_notes = f"{before}{notes.xml()}{end}{behind}"
    placed_parts[FOOTNOTES_PART] = notes_in_order(all_notes, placed_parts[DOCUMENT_PART], "footnote")
    return placed_parts


def _refuse_note(xml: str) -> None:
    for sign in SIGN.finditer(xml):
        if sign["sign"] == NOTE:
            raise MisplacedNoteError(sign["bytes"])


class _Notes:
    """The notes of one document, in the order of the text."""

    def __init__(self, footnotes: str, numerals: thai.Numerals, styles: MarkStyles) -> None:
        """Take what is there already.

        Args:
            footnotes: the part of footnotes.
            numerals: digits of the document.
            styles: styles of notes.
        """
        ids = [int(number) for number in _ID.findall(footnotes)]
        self._next_id = max(ids, default=0) + 1
        self._styles = styles
        self._write_runs: RunWriter = make_run_writer(RunStyle(), numerals, styles)
        self._notes: list[str] = []

    def take_from(self, xml: str) -> str:
        """Return the XML of the document with references in place of its notes.

        Raises:
            MisplacedNoteError: a note stands in a text box.
        """
        pieces = []
        end = 0
        boxes = 0
        for token in _TOKEN.finditer(xml):
            boxes += (token[0] == _BOX) - (token[0] == _BOX_END)
            if token["sign"] != NOTE:
                continue
            if boxes:
                raise MisplacedNoteError(token["bytes"])
            pieces.append(xml[end : token.start()])
            pieces.append(self._reference(from_bytes(token["bytes"])))
            end = token.end()
        pieces.append(xml[end:])
        return "".join(pieces)

    def xml(self) -> str:
        """Return the notes so far."""
        return "".join(self._notes)

    def _reference(self, text: str) -> str:
        """Keep a note and return the reference to it.

        Args:
            text: what it says, with signs of marks.
        """
        number = self._next_id
        self._next_id += 1
        mark = (
            f'<w:r><w:rPr><w:rStyle w:val="{self._styles.note_reference}"/>'
            '<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        )
        # The blank goes through the writer with the text: as a run of its own it would equal that of Latin
        # letters behind it.
        runs = self._write_runs(escape(f"{_BLANK}{text}"))
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._styles.note_text}"/></w:pPr>'
            f"{mark}{runs}</w:p></w:footnote>"
        )
        return f'<w:footnoteReference w:id="{number}"/>'
