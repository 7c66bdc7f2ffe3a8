"""The visible sheets of an Excel workbook as tables.

E470 a number format that is not read · E471 rows, columns or merged cells that are read otherwise than seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, BinaryIO, Final
from zipfile import ZipFile

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.tables.csv_texts import unguard_text
from esa_docs.source.tables.table_file import Cell, Sheet
from esa_docs.source.tables.workbook_cells import is_from_1904, read_cell, rows_of
from esa_docs.source.tables.workbook_parts import SheetLook, column_letters, look_at_sheet, sheet_parts

_NO_VALUE: Final = "#VALUE!"
"""What openpyxl gives for a number with the format of a date that is no day of its calendar."""
_VISIBLE: Final = "visible"
_MOST_NAMES: Final = 10
"""Rows that a message names."""
_MERGED_ROWS: Final = re.compile(r"[A-Z]+(?P<first>[0-9]+):[A-Z]+(?P<last>[0-9]+)")


def read_book(package: ModuleType, file: BinaryIO, file_label: str) -> Iterator[Sheet]:
    """Generate the visible sheets of a workbook.

    Args:
        package: openpyxl.
        file: the workbook.
        file_label: how diagnostics name it.
    """
    looks = _looks(file)
    # openpyxl works out no formula: data_only asks for the value that Excel saved with it.
    book = package.load_workbook(file, read_only=True, data_only=True)
    counts_from_1904 = is_from_1904(book)
    for sheet in book:
        if sheet.sheet_state == _VISIBLE:
            label = f"{file_label}!{sheet.title}"
            look = looks.get(sheet.title, SheetLook())
            rows = tuple(_rows(sheet, label, look, counts_from_1904=counts_from_1904))
            notes = tuple(_notes(look, label, rows))
            yield Sheet(Location(label), rows, sheet.title, notes, merged_cells=look.merged_cells)


def _looks(file: BinaryIO) -> dict[str, SheetLook]:
    """Return what is seen of each sheet, by its title."""
    looks: dict[str, SheetLook] = {}
    with ZipFile(file) as parts:
        for sheet in sheet_parts(parts):
            looks[sheet.title] = look_at_sheet(parts.read(sheet.part))
    file.seek(0)
    return looks


def _rows(sheet: Any, label: str, look: SheetLook, *, counts_from_1904: bool) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows_of(sheet), 1):
        cells: list[Cell] = []
        for column, book_cell in enumerate(row, 1):
            name = f"{column_letters(column)}{number}"
            cell = read_cell(book_cell, is_from_1904=counts_from_1904)
            text = unguard_text(cell.text.strip())
            is_unsaved = not text and name in look.unsaved_formulas
            is_no_date = text == _NO_VALUE and cell.is_of_dates and name not in look.formulas
            place = Location(f"{label}!{name}")
            plain = cell.plain.strip()
            cells.append(
                Cell(
                    text,
                    place,
                    plain,
                    cell.unread_format,
                    is_unsaved=is_unsaved,
                    has_christian_year=cell.has_christian_year,
                    is_no_date=is_no_date,
                )
            )
        yield tuple(cells)


def _notes(look: SheetLook, label: str, rows: Sequence[Sequence[Cell]]) -> Iterator[Diagnostic]:
    """Generate what is to be told of a sheet that shows less than it holds, or seems to hold more (E471)."""
    hidden_rows = [str(number) for number in look.hidden_rows if _has_text(rows, number)]
    if hidden_rows:
        message = _("rows that Excel does not show are read too: {rows}")
        text = message.format(rows=_names(hidden_rows))
        hint = _("Show all rows (clear the filter); delete those that do not belong in the table.")
        yield Diagnostic("E471", text, Location(label), hint, Severity.WARNING)
    filled_columns: set[int] = set()
    for row in rows:
        filled_columns.update(_filled_columns(row))
    hidden_columns = [column_letters(column) for column in look.hidden_columns if column in filled_columns]
    if hidden_columns:
        message = _("columns that Excel does not show are read too: {columns}")
        hint = _("Show all columns; delete those that do not belong in the table.")
        text = message.format(columns=_names(hidden_columns))
        yield Diagnostic("E471", text, Location(label), hint, Severity.WARNING)
    merged_cells = [name for name in look.merged_cells if _has_rows(name)]
    if merged_cells:
        message = _("of merged cells only the first has a text: {cells}")
        hint = _("Nothing needs to be done in a head; in rows, unmerge them and fill in each row.")
        text = message.format(cells=_names(merged_cells))
        yield Diagnostic("E471", text, Location(label), hint, Severity.INFO)


def _has_text(rows: Sequence[Sequence[Cell]], number: int) -> bool:
    """Return whether anything stands in a row, which counts from 1."""
    return 0 < number <= len(rows) and any(cell.text for cell in rows[number - 1])


def _filled_columns(row: Sequence[Cell]) -> Iterator[int]:
    for column, cell in enumerate(row, 1):
        if cell.text:
            yield column


def _has_rows(merged_cells: str) -> bool:
    """Return whether merged cells stand in several rows."""
    match = _MERGED_ROWS.fullmatch(merged_cells)
    return match is not None and match["first"] != match["last"]


def _names(names: Sequence[str]) -> str:
    text = ", ".join(names[:_MOST_NAMES])
    return f"{text} …" if len(names) > _MOST_NAMES else text
