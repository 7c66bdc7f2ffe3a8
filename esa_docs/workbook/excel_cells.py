"""Cells of an Excel file: how they look, and which are locked; imported only where openpyxl is there."""

from __future__ import annotations

from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from esa_docs import thai
from esa_docs.source.tables.workbook_cells import encode_text

HEADING_SIZE: Final = 16
_TEXT_SIZE: Final = 14
"""Sizes in points."""
_GREY: Final = PatternFill("solid", fgColor="E7E6E6")
_HEAD: Final = PatternFill("solid", fgColor="D9E2F3")
_LINE: Final = Side(style="thin", color="A6A6A6")
_FRAME: Final = Border(_LINE, _LINE, _LINE, _LINE)
_DIGITS_OF_EXCEL: Final = 15
"""Excel keeps so many digits of a number, and writes zeros for the others."""
_TEXT_FORMAT: Final = "@"
"""With this format Excel keeps what is typed: it makes no date, percentage or formula of it."""


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell; rows and columns count from 1."""
    cell = sheet.cell(row, column)
    # openpyxl returns a cell without a value where cells are merged.
    if not isinstance(cell, Cell):
        raise TypeError("nothing is merged here")
    return cell


def set_text(cell: Cell, text: str) -> None:
    """Put a text into a cell as a text."""
    cell.value = encode_text(text)
    # openpyxl has just taken a text that begins with = for a formula, and #N/A for an error.
    cell.data_type = "s"


def style_text(cell: Cell, family: str, *, is_bold: bool) -> None:
    """Set font and alignment of a cell that is not to be filled in; bold text is larger."""
    size = HEADING_SIZE if is_bold else _TEXT_SIZE
    cell.font = Font(family, size, bold=is_bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def frame_head(cell: Cell) -> None:
    """Make a cell the head of a column."""
    cell.fill = _HEAD
    cell.border = _FRAME
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def frame_locked(cell: Cell) -> None:
    """Show that a cell of the table is not to be filled in."""
    cell.fill = _GREY
    cell.border = _FRAME


def fill_open_cell(cell: Cell, text: str, family: str, *, is_number: bool) -> None:
    """Write a cell that may be filled in, with its value of today.

    Args:
        cell: the cell.
        text: its value as a text; empty where it has none.
        family: font family.
        is_number: whether a number belongs in it.
    """
    cell.font = Font(family, _TEXT_SIZE)
    cell.border = _FRAME
    cell.protection = Protection(locked=False)
    horizontal = "center" if is_number else None
    cell.alignment = Alignment(horizontal=horizontal, vertical="top", wrap_text=True)
    number = thai.whole_number(text) if is_number and text.isascii() else None
    if number is not None and len(text) <= _DIGITS_OF_EXCEL:
        cell.value = number
    elif text:
        set_text(cell, text)
    if not is_number:
        cell.number_format = _TEXT_FORMAT


def protect_sheet(sheet: Worksheet) -> None:
    """Lock the locked cells, without a password; columns and rows may be made wider."""
    sheet.protection.sheet = True
    # The format asks what is locked, not what is allowed.
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
