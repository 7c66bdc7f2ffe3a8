"""A column of an office's table that is to be filled in, whatever kind of file the table is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnToFill:
    """A column of a table, with the cells to be filled in; rows and columns count from 1.

    Attributes:
        sheet: name of the sheet; empty in a CSV file.
        head_row: number of the row with the names of the columns.
        head: name of the column.
        column: number of the column; None for a new one, to the right of all others.
        texts: text of each cell by the number of its row.
    """

    sheet: str
    head_row: int
    head: str
    column: int | None
    texts: Mapping[int, str]
