"""Tracked changes of rows and cells, accepted: what is deleted goes, and the grid stays that of the cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import TCPR_ORDER, place_in_order, w
from esa_docs.word.templates.accepting.emptied_elements import remove_emptied

_ROW_DELETED: Final = f"{w('trPr')}/{w('del')}"
_CELL_DELETED: Final = f"{w('tcPr')}/{w('cellDel')}"
_CELL_MERGE: Final = w("cellMerge")
_MERGED_BEFORE: Final = ("cont", "continue")
_BEHIND_GRID: Final = w("gridAfter")

Element = Any


def settle_tables(root: Element) -> None:
    """Accept the deletion of rows and cells, and the merging of cells."""
    for row in list(root.iter(w("tr"))):
        if row.find(_ROW_DELETED) is not None:
            remove_emptied(row)
    for merge in list(root.iter(_CELL_MERGE)):
        _merge_cell(merge)
    for table in _tables_that_lose_cells(root):
        _remove_cells(table)


def _tables_that_lose_cells(root: Element) -> list[Element]:
    """Return the tables in which a cell is deleted, each once; one inside another comes after it."""
    tables: dict[Element, None] = {}
    for cell in root.iter(w("tc")):
        if cell.find(_CELL_DELETED) is not None:
            table = next(cell.iterancestors(w("tbl")), cell)
            tables[table] = None
    return list(tables)


def _merge_cell(merge: Element) -> None:
    """Set the vertical merging of a cell that its revision names."""
    properties = merge.getparent()
    value = merge.get(w("vMerge"))
    for old_merge in properties.findall(w("vMerge")):
        properties.remove(old_merge)
    if value is not None:
        word = "continue" if value in _MERGED_BEFORE else "restart"
        place = place_in_order(properties, "vMerge", TCPR_ORDER)
        properties.insert(place, etree.Element(w("vMerge"), {w("val"): word}))
    properties.remove(merge)


def _remove_cells(table: Element) -> None:
    """Remove the deleted cells of a table, and the columns in which every row loses its cell."""
    rows = [row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl")), None) is table]
    lost_columns = [_lost_columns(row) for row in rows]
    columns_lost_by_all = set.intersection(*lost_columns) if rows else set()
    _remove_columns(table, columns_lost_by_all)
    for row, columns in zip(rows, lost_columns, strict=True):
        for cell in list(_cells(row)):
            if cell.find(_CELL_DELETED) is not None:
                remove_emptied(cell)
        _leave_room(row, len(columns - columns_lost_by_all))


def _cells(row: Element) -> Iterator[Element]:
    """Generate the cells of a row, also those in content controls, but not those of tables in it."""
    for cell in row.iter(w("tc")):
        if next(cell.iterancestors(w("tr")), None) is row:
            yield cell


def _lost_columns(row: Element) -> set[int]:
    """Return the columns of the grid, from 0 on, whose cells a row loses."""
    column = _number(row, f"{w('trPr')}/{w('gridBefore')}", 0)
    columns: set[int] = set()
    for cell in _cells(row):
        span = _number(cell, f"{w('tcPr')}/{w('gridSpan')}", 1)
        if cell.find(_CELL_DELETED) is not None:
            columns.update(range(column, column + span))
        column += span
    return columns


def _number(element: Element, path: str, default: int) -> int:
    holder = element.find(path)
    number = default if holder is None else whole_number(holder.get(w("val")), default)
    # No table of Word has more columns (ECMA-376 part 1, 17.4).
    return min(max(number, 0), 63)


def _remove_columns(table: Element, columns: set[int]) -> None:
    grid = table.find(w("tblGrid"))
    if grid is None:
        return
    for place, column in enumerate(grid.findall(w("gridCol"))):
        if place in columns:
            grid.remove(column)


def _leave_room(row: Element, columns: int) -> None:
    """Let a row end some columns before the grid does."""
    if columns == 0 or row.getparent() is None:
        return
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        exceptions = row.find(w("tblPrEx"))
        place = 0 if exceptions is None else 1
        row.insert(place, properties)
    room = properties.find(_BEHIND_GRID)
    if room is None:
        room = etree.SubElement(properties, _BEHIND_GRID)
    room.set(w("val"), str(columns + whole_number(room.get(w("val")))))
