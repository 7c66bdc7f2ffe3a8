"""Formulas of an Excel workbook that have no value: programs that make workbooks save none, Excel does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.table_file import take_from_workbook

_FORMULA = "f"
"""How openpyxl names the sort of a cell with a formula."""


def check_empty_cells(path: Path, file_label: str, places: Sequence[Location]) -> Iterator[Diagnostic]:
    """Generate the error of each cell that is empty because its formula has no value (E625).

    Args:
        path: the file, .csv or .xlsx.
        file_label: how diagnostics name it.
        places: the cells in which nothing stands. The file is not read again where there are none.
    """
    if not places:
        return
    formulas = _formula_places(path, file_label).value or frozenset()
    for place in places:
        if str(place) in formulas:
            yield _diagnose(place)


def _formula_places(path: Path, file_label: str) -> Checked[frozenset[str]]:
    """Return the places of all formulas of a table file, such as ``list.xlsx!Sheet1!C7``; none of a CSV file.

    Args:
        path: the file, .csv or .xlsx.
        file_label: how diagnostics name it.
    """
    if path.suffix.lower() == ".csv":
        return Checked(frozenset())

    def take(package: ModuleType, file: BinaryIO) -> frozenset[str]:
        return frozenset(_places(package, file, file_label))

    return take_from_workbook(path, file_label, take)


def _places(package: ModuleType, file: BinaryIO, file_label: str) -> Iterator[str]:
    book = package.load_workbook(file, read_only=True)
    for sheet in book:
        # Programs other than Excel write a size of the sheet that is not true.
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type == _FORMULA:
                    yield f"{file_label}!{sheet.title}!{cell.coordinate}"


def _diagnose(place: Location) -> Diagnostic:
    """Return the diagnostic of a formula without a value (E625)."""
    message = _("the formula has no value, because the workbook was not saved in Excel")
    hint = _("Open the file in Excel and save it, so that the formula has a value, or type the text.")
    return Diagnostic("E625", message, place, hint)
