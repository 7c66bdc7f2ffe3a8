"""Tables that an office keeps in Excel or as CSV, as sheets of cells that know their places."""

from __future__ import annotations

import csv
import datetime as dt
import importlib
import re
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final, TypeVar
from zipfile import BadZipFile

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.source.text import place_in, read_text, unreadable

T = TypeVar("T")

_UNREADABLE: Final = (
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    EOFError,
    zlib.error,
)
"""What openpyxl raises on a file that is broken, encrypted or no workbook at all."""
BLANKS: Final = frozenset({"", "-", "–", "—"})
"""What clerks write into a cell that has nothing to say."""
_LAST_LETTERS: Final = 26
_ERRORS: Final = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as text, white space at its ends cut; empty where nothing stands."""

    text: str
    place: Location


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Attributes:
        place: the sheet as a whole.
        rows: its rows, each as far as it is filled in.
    """

    place: Location
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    """Read a CSV file, or the visible sheets of an Excel workbook; formulas give the values last saved.

    Args:
        path: the file, .csv or .xlsx.
        file_label: how diagnostics name it. A cell is ``people.xlsx!Sheet1!C7``, in CSV line and column.
    """
    return _read_csv(path, file_label) if path.suffix.lower() == ".csv" else _read_workbook(path, file_label)


def formula_fault(cell: Cell) -> Diagnostic | None:
    """Tell a cell whose formula gives an error (E625)."""
    if cell.text not in _ERRORS:
        return None
    message = _("a text is expected, the formula gives {error}").format(error=cell.text)
    return Diagnostic("E625", message, cell.place, _("Mend the formula, or type the text."))


def _read_workbook(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    def take(package: ModuleType, file: BinaryIO) -> tuple[Sheet, ...]:
        book = package.load_workbook(file, read_only=True, data_only=True)
        return tuple(_sheet(one, file_label) for one in book if one.sheet_state == "visible")

    hint = _('Install it with: pip install "esa-docs[excel]"; or save the sheet as people.csv (CSV UTF-8).')
    return take_from_workbook(path, file_label, take, hint)


def take_from_workbook(
    path: Path, file_label: str, take: Callable[[ModuleType, BinaryIO], T], hint: str = ""
) -> Checked[T]:
    """Open an Excel workbook and take something from it.

    Args:
        path: the workbook.
        file_label: how diagnostics name it.
        take: what is done with openpyxl and the open file.
        hint: what to do where openpyxl is not on this machine.
    """
    try:
        package = load_openpyxl(file_label, hint)
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # it tells of drawings and lists to choose from, which we do not read
            return Checked(take(package, file))
    except MachineError as fault:
        return Checked(None, fault.diagnostics)
    except OSError as fault:
        return Checked(None, (unreadable(fault, Location(file_label)),))
    except _UNREADABLE:
        message = _("an Excel workbook (.xlsx) is expected, the file cannot be read as one")
        told = _("Open it in Excel and save it as .xlsx, without a password.")
        return Checked(None, (Diagnostic("E621", message, Location(file_label), told),))


def load_openpyxl(file_label: str, hint: str = "") -> ModuleType:
    """Give the package that reads and writes workbooks.

    Raises:
        MachineError: it is not on this machine (E911).
    """
    try:
        return importlib.import_module("openpyxl")
    except ImportError as fault:
        message = _("to read Excel files, the package {name} is needed, which is not on this machine")
        told = hint or _('Install it with: pip install "esa-docs[excel]".')
        raise MachineError(
            [Diagnostic("E911", message.format(name="openpyxl"), Location(file_label), told)]
        ) from fault


def _sheet(sheet: Any, file_label: str) -> Sheet:
    whole = f"{file_label}!{sheet.title}"
    sheet.reset_dimensions()  # programs other than Excel write a size that is not true
    rows = (_row(row, number, whole) for number, row in enumerate(sheet.iter_rows(values_only=True), 1))
    return Sheet(Location(whole), tuple(rows))


def _row(values: tuple[object, ...], number: int, whole: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(cell_text(value), Location(f"{whole}!{_letters(column)}{number}"))
        for column, value in enumerate(values, 1)
    )


def cell_text(value: object) -> str:
    """Write a value as a clerk would type it; a date not typed in the Buddhist era goes into it."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        year = value.year if value.year >= thai.FIRST_YEAR else value.year + 543
        return f"{year}-{value.month}-{value.day}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _letters(column: int) -> str:
    """Name a column as Excel does: A, B, …, Z, AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, _LAST_LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def _read_csv(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    text = read_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    lines = text.value.split("\n")
    separator = max(",;\t", key=text.value.count)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    before = 0
    rows: list[tuple[Cell, ...]] = []
    try:
        for values in reader:
            raw = "\n".join(lines[before : reader.line_num])
            rows.append(tuple(_csv_cells(values, raw, separator, Location(file_label, before))))
            before = reader.line_num
    except csv.Error:
        message = _("columns parted by '{separator}' are expected, the line cannot be read")
        hint = _("Look for a quotation mark that is not closed, here or below.")
        text_of_fault = message.format(separator=separator)
        return Checked(None, (Diagnostic("E621", text_of_fault, Location(file_label, before + 1, 1), hint),))
    return Checked((Sheet(Location(file_label, 1, 1), tuple(rows)),))


def _csv_cells(values: list[str], raw: str, separator: str, before: Location) -> Iterator[Cell]:
    """Give the cells of a record with the places where they begin in its text."""
    field = re.compile(rf'"(?:[^"]|"")*"|[^{separator}]*')
    start = 0
    for value in values:
        line, column = place_in(raw, start)
        yield Cell(value.strip(), Location(before.path, before.line + line, column))
        found = field.match(raw, start)
        start = (found.end() if found else start) + 1
