"""Merged cells of an Excel sheet as a table in a text writes them: ``<`` joins to the left, ``^`` upwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT

_NAME: Final = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})")
_RANGE: Final = re.compile(rf"{_NAME.pattern}:".replace("P<", "P<first_") + _NAME.pattern)
_LETTERS: Final = 26

Spot = tuple[int, int]
"""Row and column of a cell, each from 1."""


def spot_of(name: str) -> Spot:
    """Return row and column of a cell, such as C7; zeros for another name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return 0, 0
    return int(match["row"]), _column_number(match["column"])


def joined_cells(ranges: Iterable[str], most_rows: int, most_columns: int) -> dict[Spot, str]:
    """Return the sign of each cell that is merged with one at its left or above it.

    Args:
        ranges: merged cells, such as A3:B5.
        most_rows: rows of the sheet: a whole column may be merged.
        most_columns: its columns.
    """
    signs: dict[Spot, str] = {}
    for text in ranges:
        match = _RANGE.fullmatch(text)
        if match is None:
            continue
        first_column, last_column = _column_number(match["first_column"]), _column_number(match["column"])
        for row in range(int(match["first_row"]), min(int(match["row"]), most_rows) + 1):
            for column in range(first_column, min(last_column, most_columns) + 1):
                signs[row, column] = ABOVE if column == first_column else TO_THE_LEFT
        signs.pop((int(match["first_row"]), first_column), None)
    return signs


def last_column(ranges: Iterable[str], row: int, width: int) -> int:
    """Return the last column of a row whose cells may be merged with further ones at its end.

    Args:
        ranges: merged cells, such as C1:D1.
        row: number of the row.
        width: how many of its columns are filled in.
    """
    last = width
    for text in ranges:
        match = _RANGE.fullmatch(text)
        if match is None or _column_number(match["first_column"]) > width:
            continue
        if int(match["first_row"]) <= row <= int(match["row"]):
            last = max(last, _column_number(match["column"]))
    return last


def _column_number(letters: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
