"""The shape of a table: which cells are joined, and what does not fit.

A cell that says ``<`` belongs to the cell at its left, one that says ``^`` to the cell above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from esa_docs.model.people import KeyPath
from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT
from esa_docs.model.prose.prose import Prose

ORDINAL_HEADS: Final = frozenset({"ที่", "ลำดับ", "ลำดับที่", "ข้อ", "ข้อที่"})
"""Heads of columns that count the rows."""
WIDEST_CM: Final = 16
"""Centimetres that an upright page has for text: A4 less 3 at the left and 2 at the right."""
WIDEST_LYING_CM: Final = 24
"""Centimetres that a landscape page has for text: A4 less its margins, rounded down."""
MOST_COLUMNS: Final = 16
"""Columns that a page has room for: a centimetre each."""
_ALL_OF_IT: Final = 100
_ROUNDING: Final = 1
"""Three columns of 33 per cent are 99 together."""

Cells = Sequence[Sequence[Prose]]
Spot = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """What does not fit in a table.

    Attributes:
        path: keys and indexes from the table to the place.
        sort: what is wrong, as the words for it name it.
        details: values for the words.
    """

    path: KeyPath
    sort: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """A cell of a table with the room that it takes.

    Attributes:
        row: its first row.
        column: its first column.
        rows: how many rows it takes.
        columns: how many columns it takes.
    """

    row: int
    column: int
    rows: int
    columns: int


def in_percent(widths: Sequence[Decimal]) -> bool:
    """Return whether widths are shares of the page: 100 together, but for rounding."""
    return abs(sum(widths, Decimal()) - _ALL_OF_IT) <= _ROUNDING


def width_faults(widths: Sequence[Decimal], columns: int) -> Iterator[ShapeFault]:
    """Generate what is wrong with the widths of a table: their number, and their sum."""
    if not widths:
        return
    if len(widths) != columns:
        yield ShapeFault(("widths",), "widths_differ", {"columns": columns, "count": len(widths)})
    elif is_wider(widths, WIDEST_LYING_CM):
        # Whether a table stands on landscape pages is known to a rule (`rules/table_widths.py`).
        yield ShapeFault(("widths",), "widths_do_not_add_up", {"total": total_of(widths), "most": WIDEST_CM})


def is_wider(widths: Sequence[Decimal], most: int) -> bool:
    """Return whether widths in centimetres are more together than there is room; a share of 100 never is."""
    return not in_percent(widths) and sum(widths, Decimal()) > most


def total_of(widths: Sequence[Decimal]) -> str:
    """Return the sum of widths as people write it."""
    return f"{sum(widths, Decimal()).normalize():f}"


def row_faults(rows: Sequence[Sequence[str]], columns: int) -> Iterator[ShapeFault]:
    """Generate the rows that have another number of cells than the table has columns."""
    for index, row in enumerate(rows):
        details = {"count": columns, "found": len(row)}
        if len(row) < columns:
            yield ShapeFault(("rows", index), "row_too_short", details)
        elif len(row) > columns:
            yield ShapeFault(("rows", index), "row_too_long", details)


def joined_cells(cells: Cells) -> tuple[Joined, ...]:
    """Return the cells of a table in the order of reading, each with the room that it takes.

    Args:
        cells: all rows, the head first; the joined cells must be sound.
    """
    spots_by_owner: dict[Spot, list[Spot]] = {}
    for spot, owner in _owners(cells).items():
        spots_by_owner.setdefault(owner, []).append(spot)
    joined = []
    for (row, column), spots in sorted(spots_by_owner.items()):
        last_row, last_column = max(spots)
        joined.append(Joined(row, column, last_row - row + 1, last_column - column + 1))
    return tuple(joined)


def joining_faults(cells: Cells, head_rows: int) -> Iterator[tuple[Spot, str]]:
    """Generate the cells that are joined to nothing, or so that they overlap: each with what is wrong.

    Args:
        cells: all rows, the head first.
        head_rows: rows of the head, which no cell below can join.
    """
    is_sound = True
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            if text.source == TO_THE_LEFT and column == 0:
                yield (row, column), "nothing_at_the_left"
                is_sound = False
            if text.source == ABOVE and row in {0, head_rows}:
                yield (row, column), "nothing_above"
                is_sound = False
    if is_sound:
        yield from _overlaps(cells)


def _overlaps(cells: Cells) -> Iterator[tuple[Spot, str]]:
    """Generate the cells to which others are joined in a shape that is no rectangle."""
    spots_by_owner: dict[Spot, list[Spot]] = {}
    for spot, owner in _owners(cells).items():
        spots_by_owner.setdefault(owner, []).append(spot)
    for owner, spots in spots_by_owner.items():
        rows = [row for row, _column in spots]
        columns = [column for _row, column in spots]
        height = max(rows) - min(rows) + 1
        width = max(columns) - min(columns) + 1
        if height * width != len(spots):
            yield owner, "no_rectangle"


def _owners(cells: Cells) -> dict[Spot, Spot]:
    """Return the cell to which each cell belongs, in the order of reading."""
    owners: dict[Spot, Spot] = {}
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            owner = (row, column)
            if text.source == TO_THE_LEFT:
                owner = owners[row, column - 1]
            elif text.source == ABOVE:
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners
