"""How high a row of a workbook has to be: an estimate, for programs that do not work it out on opening."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from esa_docs import thai

_LETTERS_IN_UNIT: Final = 1.2
"""Letters of TH Sarabun 14 on a unit of column width, less what is lost where lines break at words."""
_LINE: Final = 1.36
"""Line height of TH Sarabun in sizes."""
_EDGE: Final = 3.0
_HIGHEST: Final = 409.0
"""What Excel allows."""
_SIZE_OF_UNIT: Final = 14


def row_height(cells: Iterable[tuple[str, float, float]]) -> float:
    """Estimate the height of a row, in points.

    Args:
        cells: text, width of the column in its units, and size in points of each cell.
    """
    heights = [_lines(text, width * _SIZE_OF_UNIT / size) * size * _LINE for text, width, size in cells]
    return min(_HIGHEST, round(max(heights, default=0.0) + _EDGE, 1))


def _lines(text: str, width: float) -> int:
    """Count lines; marks above and below letters take no room."""
    per_line = max(1.0, width * _LETTERS_IN_UNIT)
    lengths = map(thai.count_columns, text.split("\n"))
    return sum(max(1, math.ceil(length / per_line)) for length in lengths)
