"""Places of the cells of a row, which is read as far as it is filled in: those beyond its end too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from esa_docs.diagnostics import Location
from esa_docs.source.tables.table_file import Cell
from esa_docs.source.tables.workbook_parts import column_letters

_CELL: Final = re.compile(r"(?P<sheet>.*!)[A-Z]+(?P<row>[0-9]+)", re.DOTALL)


def cell_place(row: Sequence[Cell], index: int) -> Location:
    """Return the place of a cell; in a CSV file one beyond the end of its line is told at its last cell.

    Args:
        row: the row as far as it is filled in, from the first column on.
        index: index of the column, from 0.
    """
    if index < len(row):
        return row[index].place
    last_place = row[-1].place
    match = _CELL.fullmatch(last_place.path)
    if match is None:
        return last_place
    return Location(f"{match['sheet']}{column_letters(index + 1)}{match['row']}")
