"""A filled-in workbook as a plain value: what it remembers of its export, and what stands in its cells.

E680 the workbook is not one that was exported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.table_file import cell_text, take_from_workbook
from esa_docs.workbook.record import RECORD_SHEET, Record, read_record

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes control characters."""
_FORMULA: Final = "f"


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What stands in a cell: its text, or the value that its formula gave last."""

    text: str
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook.

    Attributes:
        file_label: how diagnostics name it.
        record: what it remembers of its export.
        sheets: cells that are not empty, by sheet and cell.
    """

    file_label: str
    record: Record
    sheets: dict[str, dict[str, FilledCell]]

    def place(self, sheet: str, cell: str = "") -> Location:
        """Give the place of a sheet or cell: ``FILE.xlsx!SHEET!CELL``."""
        return Location("!".join(filter(None, (self.file_label, sheet, cell))))


def read_filled(path: Path, file_label: str) -> Checked[Filled]:
    """Read a workbook that ``sheet export`` made.

    Args:
        path: the workbook.
        file_label: how diagnostics name it.
    """
    taken = take_from_workbook(path, file_label, _take)
    if taken.value is None:
        return Checked(None, taken.diagnostics)
    sheets = taken.value
    rows = sheets.pop(RECORD_SHEET, {})
    record = read_record(_record_rows(rows))
    if record is None:
        message = _("a workbook made by 'esa-docs sheet export' is expected")
        hint = _("Export the workbook anew and fill in that one; do not copy its sheets into another.")
        return Checked(None, (Diagnostic("E680", message, Location(file_label), hint),))
    return Checked(Filled(file_label, record, sheets))


def _take(package: ModuleType, file: BinaryIO) -> dict[str, dict[str, FilledCell]]:
    formulas = package.load_workbook(file)
    file.seek(0)
    values = package.load_workbook(file, data_only=True)
    return {sheet.title: _cells(sheet, values[sheet.title]) for sheet in formulas.worksheets}


def _cells(formulas: Any, values: Any) -> dict[str, FilledCell]:
    return {
        cell.coordinate: FilledCell(
            _text(values[cell.coordinate].value), is_formula=cell.data_type == _FORMULA
        )
        for row in formulas.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _text(value: object) -> str:
    """Give a text as it was typed: control characters are no escapes, line ends are of one kind."""
    if not isinstance(value, str):
        return cell_text(value)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _record_rows(cells: dict[str, FilledCell]) -> list[list[str]]:
    """Give the rows of a sheet by its cells, which come row by row."""
    rows: dict[int, dict[str, str]] = {}
    for name, cell in cells.items():
        letter = name.rstrip("0123456789")
        rows.setdefault(int(name[len(letter) :]), {})[letter] = cell.text
    return [[row.get(letter, "") for letter in "ABCDEFG"] for row in rows.values()]
