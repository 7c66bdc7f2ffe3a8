"""Digits of the numbers of footnotes: as those of pages, they are those of the document."""

from __future__ import annotations

from typing import Any, Final

from esa_docs import thai
from esa_docs.ooxml.names import w

FORMATS: Final[dict[thai.Numerals, str]] = {"thai": "thaiNumbers", "arabic": "decimal"}
"""Format of plain numbers in Word, by the digits of a document."""


def use_digits_in_notes(root: Any, numerals: thai.Numerals) -> None:
    """Let the notes whose numbers are plain bear the digits of the document; letters and signs stay.

    Args:
        root: root of a part, in which properties of notes may stand; it is changed.
        numerals: digits of the document.
    """
    for notes in root.iter(w("footnotePr")):
        number_format = notes.find(w("numFmt"))
        if number_format is not None and number_format.get(w("val")) in FORMATS.values():
            number_format.set(w("val"), FORMATS[numerals])
