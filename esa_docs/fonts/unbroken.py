"""How wide columns must be so that no number and no word without blanks is broken in them.

Numbers are measured in the digits in which they are printed: Thai digits are wider than Arabic ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.fonts.metrics import FaceMetrics

USUAL_SIZE: Final = 16
SIZES: Final = (USUAL_SIZE, 14, 12, 10)
"""Points of the letters of a table: smaller ones where its columns would break numbers."""
_TWIPS_OF_POINT: Final = 20
_MARGINS: Final = 140
"""Twips beside the text of a cell: its margins of 57 at each side, and its lines."""
_SLACK: Final = 1.03
"""What engines round, and what a note behind a number takes."""
_LETTER: Final = 0.39
"""Width of a Thai letter on the average, by the size of the letters."""
_LETTERS_OF_WORD: Final = 8
"""Letters of a Thai word that must have room: Thai is broken between its words, which nothing shows."""
_LONGEST_WORD: Final = 24
"""Letters of a word without blanks; what is longer, such as an address of a page, may be broken."""
_TOKEN: Final = re.compile("[^ \\n\\t\u200b\u0e01-\u0e3a\u0e40-\u0e4e]+")
_NUMBER: Final = re.compile(r"[-+(]?[0-9๐-๙][-+0-9๐-๙,.:/%()]*")


_THAI: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")
_LETTERS_NOT_PARTED: Final = 6
"""Letters of a Thai word that surely stand on one line: longer ones may be two words."""


@dataclass(frozen=True, slots=True)
class Unbroken:
    """What must stand on one line.

    Attributes:
        width: in the size of the letters.
        words: the number, the date or the word.
        is_number: whether it is a number or a date in figures.
    """

    width: float
    words: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class ColumnText:
    """A text with the columns in which it stands.

    Attributes:
        column: the first of them.
        columns: how many they are.
        words: the text, in the digits in which it is printed.
    """

    column: int
    columns: int
    words: str


def least_widths(texts: Iterable[ColumnText], count: int, family: str, *, numbers_alone: bool) -> list[float]:
    """Return the widths that columns must have, in the size of their letters.

    Args:
        texts: the texts of a table.
        count: how many columns it has.
        family: its font.
        numbers_alone: whether only numbers count, and no words.
    """
    # The bold face is the wider one; heads and totals are set in it.
    metrics = face_metrics(family, FaceStyle.BOLD)
    widths = [0.0] * count
    for text in sorted(texts, key=_columns):
        columns = slice(text.column, text.column + text.columns)
        lacking = _least_width(text.words, metrics, numbers_alone=numbers_alone) - sum(widths[columns])
        for column in range(columns.start, columns.stop):
            widths[column] += max(lacking, 0.0) / text.columns
    return widths


def in_twips(widths: Sequence[float], size: int) -> list[int]:
    """Return the widths of columns in twips, with the room beside their texts.

    Args:
        widths: in the size of the letters.
        size: that of the letters, in points.
    """
    return [round(width * _SLACK * size * _TWIPS_OF_POINT) + _MARGINS for width in widths]


def _columns(text: ColumnText) -> int:
    return text.columns


def _least_width(words: str, metrics: FaceMetrics, *, numbers_alone: bool) -> float:
    width = 0.0
    for token in _TOKEN.findall(words):
        is_number = _NUMBER.fullmatch(token) is not None
        if is_number or (not numbers_alone and len(token) <= _LONGEST_WORD):
            width = max(width, metrics.width(token, 1))
    if numbers_alone:
        return width
    # Marks above and below a letter take no room.
    letters = sum(unicodedata.category(letter) != "Mn" for letter in words[: 2 * _LETTERS_OF_WORD])
    return max(width, min(letters, _LETTERS_OF_WORD) * _LETTER)


def unbroken_in(words: str, family: str) -> Iterator[Unbroken]:
    """Generate what of a text must stand on one line: numbers, dates in figures, and words.

    Of a long Thai word, which may be several, it is the room of its first letters.

    Args:
        words: the text, in the digits in which it is printed.
        family: its font.
    """
    metrics = face_metrics(family, FaceStyle.BOLD)
    for token in _TOKEN.findall(words):
        is_number = _NUMBER.fullmatch(token) is not None
        if is_number or len(token) <= _LONGEST_WORD:
            yield Unbroken(metrics.width(token, 1), token, is_number)
    for word in _THAI.findall(words):
        width = min(metrics.width(word, 1), _LETTERS_NOT_PARTED * _LETTER)
        yield Unbroken(width, word, is_number=False)
