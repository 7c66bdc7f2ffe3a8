"""Estimate how high a row of a workbook has to be, for programs that do not work it out on opening."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from esa_docs import thai

_LETTERS_IN_UNIT: Final = 1.2
"""Letters of TH Sarabun 14 on a unit of column width, less what is lost where lines break at words."""
_LINE: Final = 1.36
"""Line height of TH Sarabun, as a multiple of the size."""
_EDGE: Final = 3.0
"""Points above and below the text together."""
_HIGHEST: Final = 409.0
"""Points; Excel allows no more."""
_SIZE_OF_UNIT: Final = 14
"""Size of the letters that ``_LETTERS_IN_UNIT`` counts, in points."""


class SizedText(NamedTuple):
    """The text of a cell.

    Attributes:
        text: the text.
        width: width of its column, in the units of Excel.
        size: size of its letters, in points.
    """

    text: str
    width: float
    size: float


def row_height(cells: Iterable[SizedText]) -> float:
    """Return the estimated height of a row, in points."""
    highest_cell = 0.0
    for text, width, size in cells:
        width_at_size_of_unit = width * _SIZE_OF_UNIT / size
        height = _count_lines(text, width_at_size_of_unit) * size * _LINE
        highest_cell = max(highest_cell, height)
    return min(_HIGHEST, round(highest_cell + _EDGE, 1))


def _count_lines(text: str, width: float) -> int:
    """Return how many lines a text takes; marks above and below letters take no room."""
    letters_per_line = max(1.0, width * _LETTERS_IN_UNIT)
    lines = 0
    for paragraph in text.split("\n"):
        letters = thai.count_columns(paragraph)
        lines += max(1, math.ceil(letters / letters_per_line))
    return lines
