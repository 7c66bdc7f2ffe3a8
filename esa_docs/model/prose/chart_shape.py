"""The numbers of a chart: which cells hold them, and what a chart cannot draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

from esa_docs.model.prose.cell_numbers import NOTHING, CellNumber, read_number
from esa_docs.model.prose.table_shape import ShapeFault, row_faults

ChartType: TypeAlias = Literal["bar", "line", "pie"]
MOST_LINES: Final = 4
"""Columns of numbers that a reader can tell apart on grey paper."""
MOST_CATEGORIES: Final = 30
"""Names that an axis has room for, such as the days of a month."""
MOST_SLICES: Final = 8
"""Slices of a pie that a reader can tell apart on grey paper."""

Numbers: TypeAlias = Sequence[Sequence[CellNumber | None]]


def chart_faults(
    kind: ChartType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[ShapeFault]:
    """Generate what a chart cannot draw; of its numbers only where all rows have their cells.

    Args:
        kind: its type.
        columns: the heads of the names and of the numbers.
        rows: a name and its numbers in each.
    """
    faults_of_shape = [*_faults_of_columns(kind, columns), *_faults_of_rows(kind, rows)]
    if len(columns) > 1:
        faults_of_shape += row_faults(rows, len(columns))
    yield from faults_of_shape
    if not faults_of_shape:
        yield from _faults_of_numbers(kind, rows)


def numbers_of(rows: Sequence[Sequence[str]]) -> Numbers:
    """Return the numbers of the rows of a chart, without their names; None for a cell that holds none."""
    numbers = []
    for _name, *cells in rows:
        numbers.append([read_number(cell) for cell in cells])
    return numbers


def _faults_of_columns(kind: ChartType, columns: Sequence[str]) -> Iterator[ShapeFault]:
    count = len(columns) - 1
    if count < 1:
        yield ShapeFault(("columns",), "chart_without_numbers")
    if kind == "pie" and count > 1:
        yield ShapeFault(("columns",), "pie_of_several", {"count": count})
    elif count > MOST_LINES:
        yield ShapeFault(("columns",), "too_many_series", {"most": MOST_LINES, "count": count})
    for index, column in enumerate(columns[1:], 1):
        if not column:
            yield ShapeFault(("columns", index), "chart_name_missing")


def _faults_of_rows(kind: ChartType, rows: Sequence[Sequence[str]]) -> Iterator[ShapeFault]:
    if not rows:
        yield ShapeFault(("rows",), "no_rows")
    most = MOST_SLICES if kind == "pie" else MOST_CATEGORIES
    if len(rows) > most:
        sort = "too_many_slices" if kind == "pie" else "too_many_categories"
        yield ShapeFault(("rows", most), sort, {"most": most, "count": len(rows)})
    for index, row in enumerate(rows):
        if row and row[0] in NOTHING:
            yield ShapeFault(("rows", index, 0), "chart_name_missing")


def _faults_of_numbers(kind: ChartType, rows: Sequence[Sequence[str]]) -> Iterator[ShapeFault]:
    numbers: list[CellNumber] = []
    faults = []
    for index, row in enumerate(rows):
        for column, cell in enumerate(row[1:], 1):
            number = read_number(cell)
            if number is not None:
                numbers.append(number)
            sort = _fault_of_cell(kind, cell, number) or _fault_of_unit(number, numbers)
            if sort:
                faults.append(ShapeFault(("rows", index, column), sort, {"cell": cell}))
    yield from faults
    if not faults and not _is_seen(kind, numbers):
        yield ShapeFault(("rows",), "nothing_to_draw")


def _is_seen(kind: ChartType, numbers: Sequence[CellNumber]) -> bool:
    """Return whether numbers show anything: bars and lines of zeros do, a pie of them has no slices."""
    return any(number.value for number in numbers) if kind == "pie" else bool(numbers)


def _fault_of_unit(number: CellNumber | None, numbers: Sequence[CellNumber]) -> str:
    """Return what is wrong with the unit of a number beside those before it; empty where nothing is."""
    if number is None or number.is_percent == numbers[0].is_percent:
        return ""
    return "chart_of_two_units"


def _fault_of_cell(kind: ChartType, cell: str, number: CellNumber | None) -> str:
    """Return what is wrong with a cell; empty for a number that can be drawn, and for a gap."""
    if number is None and cell not in NOTHING:
        return "no_number"
    if kind != "pie":
        return ""
    if number is None:
        return "gap_in_pie"
    return "negative_in_pie" if number.value < 0 else ""
