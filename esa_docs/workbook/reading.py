"""Read a filled-in workbook as a plain value: the record of its export, and the texts of its cells.

E680 the workbook is not one that was exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.binding.pasted_texts import PastedTexts
from esa_docs.source.tables.workbook_cells import is_from_1904, read_cell, rows_of
from esa_docs.source.tables.workbook_file import take_from_workbook
from esa_docs.workbook.record import RECORD_SHEET, Record, read_record

_FORMULA: Final = "f"
"""The type that openpyxl has for a cell with a formula."""
_RECORD_COLUMNS: Final = "ABCDEFG"
"""Columns of the hidden sheet that hold the record; others hold the ids of the roster."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell; where it holds a formula, the value that the formula gave last.

    Attributes:
        text: its text as Excel shows it.
        is_formula: whether it holds a formula.
        plain: its text where a number is expected; empty where that is the same.
        unread_format: the number format of Excel, where it is not read and the text is the value itself.
        has_christian_year: whether it is a date that Excel shows with a year of the Christian era.
    """

    text: str
    is_formula: bool = False
    plain: str = ""
    unread_format: str = ""
    has_christian_year: bool = False

    def text_where(self, *, is_number: bool) -> str:
        """Return its text; where a number is expected, without thousands and with all decimals."""
        return self.plain or self.text if is_number else self.text


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook.

    Attributes:
        file_label: how diagnostics name it.
        record: the record of its export.
        sheets: the cells that are not empty, by title of the sheet and name of the cell.
    """

    file_label: str
    record: Record
    sheets: dict[str, dict[str, FilledCell]]

    def place(self, sheet: str, cell: str = "") -> Location:
        """Return the place of a cell: ``FILE.xlsx!SHEET!CELL``; an empty name is left out."""
        names = [name for name in (self.file_label, sheet, cell) if name]
        return Location("!".join(names))


def read_filled(path: Path, file_label: str) -> Checked[Filled]:
    """Read a workbook that ``sheet export`` made.

    Args:
        path: the workbook.
        file_label: how diagnostics name it.

    Returns:
        The workbook; None for a file that cannot be read, and for a workbook without a record (E680).
    """
    checked_sheets = take_from_workbook(path, file_label, _cells_by_sheet)
    sheets = checked_sheets.value
    if sheets is None:
        return Checked(None, checked_sheets.diagnostics)
    record_cells = sheets.pop(RECORD_SHEET, {})
    record = read_record(_record_rows(record_cells))
    if record is None:
        message = _("a workbook made by 'esa-docs sheet export' is expected")
        hint = _("Export the workbook anew and fill in that one; do not copy its sheets into another.")
        return Checked(None, (Diagnostic("E680", message, Location(file_label), hint),))
    mended_texts = PastedTexts()
    filled = Filled(file_label, record, _mended(sheets, file_label, mended_texts))
    return Checked(filled, tuple(mended_texts.diagnostics()))


def _mended(
    sheets: dict[str, dict[str, FilledCell]], file_label: str, texts: PastedTexts
) -> dict[str, dict[str, FilledCell]]:
    """Return the cells of a workbook with mended texts."""
    mended_sheets: dict[str, dict[str, FilledCell]] = {}
    for title, cells in sheets.items():
        mended_cells = mended_sheets.setdefault(title, {})
        for name, cell in cells.items():
            place = Location(f"{file_label}!{title}!{name}")
            mended_cells[name] = replace(cell, text=texts.mend(cell.text, place))
    return mended_sheets


def _cells_by_sheet(package: ModuleType, file: BinaryIO) -> dict[str, dict[str, FilledCell]]:
    # openpyxl reads either the formulas of a workbook or the values they gave, so it reads it twice. Where it
    # does not read row by row, it makes every cell down to the last one that has a format.
    formulas = package.load_workbook(file, read_only=True)
    values = package.load_workbook(file, read_only=True, data_only=True)
    counts_from_1904 = is_from_1904(values)
    sheets: dict[str, dict[str, FilledCell]] = {}
    for sheet in formulas.worksheets:
        sheets[sheet.title] = _cells(sheet, values[sheet.title], counts_from_1904=counts_from_1904)
    return sheets


def _cells(formula_sheet: Any, value_sheet: Any, *, counts_from_1904: bool) -> dict[str, FilledCell]:
    cells: dict[str, FilledCell] = {}
    for formula_row, value_row in zip(rows_of(formula_sheet), rows_of(value_sheet), strict=True):
        for cell, value_cell in zip(formula_row, value_row, strict=True):
            if cell.value is None:
                continue
            book_cell = read_cell(value_cell, is_from_1904=counts_from_1904)
            is_formula = cell.data_type == _FORMULA
            cells[cell.coordinate] = FilledCell(
                book_cell.text,
                is_formula,
                book_cell.plain,
                book_cell.unread_format,
                book_cell.has_christian_year,
            )
    return cells


def _record_rows(cells: dict[str, FilledCell]) -> Iterator[list[str]]:
    """Generate the rows of the hidden sheet from its cells, which come row by row; empty cells as ``""``."""
    rows: dict[int, dict[str, str]] = {}
    for name, cell in cells.items():
        column = name.rstrip("0123456789")
        row_number = int(name.removeprefix(column))
        rows.setdefault(row_number, {})[column] = cell.text
    for row in rows.values():
        yield [row.get(column, "") for column in _RECORD_COLUMNS]
