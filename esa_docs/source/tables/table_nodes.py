"""Heads and rows of a table as they stand in the tree of a document."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Items
from dataclasses import replace
from typing import Final

from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT
from esa_docs.model.prose.table_shape import ORDINAL_HEADS
from esa_docs.source.yaml_files.tree import Mapping, Node, Scalar, Sequence

COLUMNS, ROWS = "columns", "rows"
_JOINED: Final = frozenset({TO_THE_LEFT, ABOVE})
_WORKBOOK: Final = ".xlsx!"
"""Stands in the place of a cell of Excel."""
_TOTALS: Final = frozenset({"รวม", "รวมทั้งหมด", "รวมทั้งสิ้น", "ยอดรวม"})
"""Names of rows that are the total of those above."""


def cell_text(node: Node) -> str:
    """Return the text of a cell with even blanks; empty for anything else."""
    text = node.text if isinstance(node, Scalar) else None
    return " ".join((text or "").split())


def chosen_cells(row: Sequence, places: Items[int], *, moves_texts: bool = False) -> Sequence:
    """Return a row with the cells of some columns; one joined to a column that is left out is empty.

    A place beyond the end of the row is left out.

    Args:
        row: the row.
        places: the columns.
        moves_texts: whether the first of the cells joined to a column that is left out has the text of that.
    """
    cells: list[Node] = []
    moved_owners: set[int] = set()
    place_before = -1
    for place in places:
        if place >= len(row.items):
            continue
        cell = row.items[place]
        owner = _owner(row, place)
        if owner != place and place_before != place - 1:
            is_moved = moves_texts and owner not in places and owner not in moved_owners
            text = cell_text(row.items[owner]) if is_moved else None
            cell = Scalar(text, cell.place)
            moved_owners.add(owner)
        cells.append(cell)
        place_before = place
    return replace(row, items=tuple(cells))


def names_of_columns(head: Sequence) -> list[str]:
    """Return the names of columns, without the signs of cells that are merged with another one."""
    return [name for name in map(cell_text, head.items) if name not in _JOINED]


def merged_cell_in(table: Mapping) -> Node | None:
    """Return the first cell of a table file that Excel has merged with another one; None without one."""
    columns, rows = table.get(COLUMNS), table.get(ROWS)
    lines: list[Node] = []
    if columns is not None:
        lines.append(columns.value)
    if rows is not None and isinstance(rows.value, Sequence):
        lines += rows.value.items
    for line in lines:
        cells = line.items if isinstance(line, Sequence) else ()
        for cell in cells:
            if _WORKBOOK in cell.place.path and cell_text(cell) in _JOINED:
                return cell
    return None


def _owner(row: Sequence, place: int) -> int:
    """Return the column of the cell to which one is joined at its left; its own where to none."""
    while place > 0 and cell_text(row.items[place]) == TO_THE_LEFT:
        place -= 1
    return place


def counts_rows(head: Sequence) -> bool:
    """Return whether the first column counts the rows."""
    return bool(head.items) and cell_text(head.items[0]) in ORDINAL_HEADS


def without_total(rows: Items[Sequence]) -> tuple[Sequence, ...]:
    """Return rows without a last one that is their total by its name."""
    has_total = bool(rows) and bool(rows[-1].items) and cell_text(rows[-1].items[0]) in _TOTALS
    rows_of_categories = rows[:-1] if has_total else rows
    return tuple(rows_of_categories)


def with_changed_rows(table: Mapping, change: Callable[[Items[Sequence]], Items[Sequence]]) -> Mapping:
    """Return a table with other rows.

    Args:
        table: a table with rows.
        change: returns the rows in their place.
    """
    entries = []
    for entry in table.entries:
        value = entry.value
        if entry.key == ROWS and isinstance(value, Sequence):
            rows = [row for row in value.items if isinstance(row, Sequence)]
            value = replace(value, items=tuple(change(rows)))
        entries.append(replace(entry, value=value))
    return replace(table, entries=tuple(entries))


def without_ordinals(table: Mapping) -> Mapping:
    """Return a table without a first column that counts its rows."""
    columns = table.get(COLUMNS)
    if columns is None or not isinstance(columns.value, Sequence) or not counts_rows(columns.value):
        return table
    entries = []
    for entry in table.entries:
        value = entry.value
        if entry is columns:
            value = _behind_first(value)
        elif entry.key == ROWS and isinstance(value, Sequence):
            value = replace(value, items=tuple(map(_behind_first, value.items)))
        entries.append(replace(entry, value=value))
    return replace(table, entries=tuple(entries))


def _behind_first(row: Node) -> Node:
    return replace(row, items=row.items[1:]) if isinstance(row, Sequence) else row
