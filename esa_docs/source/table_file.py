"""Tables that an office keeps in Excel or as CSV, as sheets of cells that know their places."""

from __future__ import annotations

import csv
import datetime as dt
import importlib
import re
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final, TypeVar
from zipfile import BadZipFile

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.source.disk import open_file
from esa_docs.source.pasted_sheets import mended_sheets
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
_LETTERS_OF_COLUMNS: Final = 26
_ERRORS: Final = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")
"""Values that Excel shows where a formula fails."""


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
        title: its name in the workbook; empty for a CSV file.
    """

    place: Location
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


def read_sheets(path: Path, file_label: str, *, may_be_cp874: bool = False) -> Checked[tuple[Sheet, ...]]:
    """Return the sheets of a table file: a CSV file, or the visible sheets of an Excel workbook.

    A cell with a formula has the value that was last saved. Texts are mended (W502).

    Args:
        path: the file, .csv or .xlsx.
        file_label: how diagnostics name it. A cell is ``people.xlsx!Sheet1!C7``, in CSV line and column.
        may_be_cp874: whether a CSV file may be TIS-620 (Windows-874) as well as UTF-8.
    """
    if path.suffix.lower() == ".csv":
        return mended_sheets(_read_csv(path, file_label, may_be_cp874=may_be_cp874))
    return mended_sheets(_read_workbook(path, file_label))


def has_text(row: Sequence[Cell]) -> bool:
    """Return whether anything stands in a row."""
    return any(cell.text for cell in row)


def formula_fault(cell: Cell) -> Diagnostic | None:
    """Return the diagnostic of a cell whose formula gives an error (E625); None of any other cell."""
    if cell.text not in _ERRORS:
        return None
    message = _("a text is expected, the formula gives {error}").format(error=cell.text)
    return Diagnostic("E625", message, cell.place, _("Mend the formula, or type the text."))


def _read_workbook(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    def take(package: ModuleType, file: BinaryIO) -> tuple[Sheet, ...]:
        # openpyxl works out no formula: data_only asks for the value that Excel saved with it.
        book = package.load_workbook(file, read_only=True, data_only=True)
        return tuple(_sheet(sheet, file_label) for sheet in book if sheet.sheet_state == "visible")

    hint = _('Install it with: pip install "esa-docs[excel]"; or save the sheet as people.csv (CSV UTF-8).')
    return take_from_workbook(path, file_label, take, hint)


def take_from_workbook(
    path: Path, file_label: str, take: Callable[[ModuleType, BinaryIO], T], hint: str = ""
) -> Checked[T]:
    """Return what a function takes from an Excel workbook.

    Args:
        path: the workbook.
        file_label: how diagnostics name it.
        take: the function, called with openpyxl and the open file.
        hint: what to do where openpyxl is not on this machine.
    """
    try:
        package = load_openpyxl(file_label, hint)
        with open_file(path) as file, warnings.catch_warnings():
            # openpyxl warns of drawings and of lists to choose from, which we do not read.
            warnings.simplefilter("ignore")
            return Checked(take(package, file))
    except MachineError as fault:
        return Checked(None, fault.diagnostics)
    except OSError as fault:
        return Checked(None, (unreadable(fault, Location(file_label)),))
    except _UNREADABLE:
        message = _("an Excel workbook (.xlsx) is expected, the file cannot be read as one")
        cure = _("Open it in Excel and save it as .xlsx, without a password.")
        return Checked(None, (Diagnostic("E621", message, Location(file_label), cure),))


def load_openpyxl(file_label: str, hint: str = "") -> ModuleType:
    """Return the package that reads and writes workbooks.

    Args:
        file_label: how the diagnostic names the file.
        hint: what to do where the package is not on this machine; a general hint where this is empty.

    Raises:
        MachineError: it is not on this machine (E911).
    """
    # An office without Excel files need not have it: it comes with the extra "excel".
    try:
        return importlib.import_module("openpyxl")
    except ImportError as fault:
        message = _("to read Excel files, the package {name} is needed, which is not on this machine")
        message = message.format(name="openpyxl")
        if not hint:
            hint = _('Install it with: pip install "esa-docs[excel]".')
        raise MachineError([Diagnostic("E911", message, Location(file_label), hint)]) from fault


def _sheet(sheet: Any, file_label: str) -> Sheet:
    label = f"{file_label}!{sheet.title}"
    # Programs other than Excel write a size of the sheet that is not true.
    sheet.reset_dimensions()
    rows = [_row(values, number, label) for number, values in enumerate(sheet.iter_rows(values_only=True), 1)]
    return Sheet(Location(label), tuple(rows), sheet.title)


def _row(values: tuple[object, ...], number: int, sheet_label: str) -> tuple[Cell, ...]:
    cells = []
    for column, value in enumerate(values, 1):
        place = Location(f"{sheet_label}!{_column_letters(column)}{number}")
        cells.append(Cell(cell_text(value), place))
    return tuple(cells)


def cell_text(value: object) -> str:
    """Return a value as a clerk would type it, a date in the Buddhist era; empty for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        # Excel keeps a date in the Christian era. As large a year as 2569 was typed in the Buddhist era.
        year = value.year if value.year >= thai.FIRST_YEAR else value.year + 543
        return f"{year}-{value.month}-{value.day}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _column_letters(column: int) -> str:
    """Return the name that Excel gives a column, counted from 1: A, B, …, Z, AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS_OF_COLUMNS)
        name = chr(ord("A") + letter) + name
    return name


def _read_csv(path: Path, file_label: str, *, may_be_cp874: bool) -> Checked[tuple[Sheet, ...]]:
    text = read_text(path, file_label, may_be_cp874=may_be_cp874)
    if text.value is None:
        return Checked(None, text.diagnostics)
    lines = text.value.split("\n")
    separator = separator_of(text.value)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    lines_read = 0
    rows: list[tuple[Cell, ...]] = []
    try:
        for values in reader:
            record = "\n".join(lines[lines_read : reader.line_num])
            rows.append(tuple(_csv_cells(values, record, separator, Location(file_label, lines_read))))
            lines_read = reader.line_num
    except csv.Error:
        message = _("columns parted by '{separator}' are expected, the line cannot be read")
        message = message.format(separator=separator)
        hint = _("Look for a quotation mark that is not closed, here or below.")
        return Checked(None, (Diagnostic("E621", message, Location(file_label, lines_read + 1, 1), hint),))
    return Checked((Sheet(Location(file_label, 1, 1), tuple(rows)),))


def separator_of(text: str) -> str:
    """Return the sign that stands between two columns of a CSV text."""
    # Excel saves CSV with the list separator of Windows' regional settings, which may be a semicolon.
    return max(",;\t", key=text.count)


def _csv_cells(values: list[str], record: str, separator: str, line_above: Location) -> Iterator[Cell]:
    """Generate the cells of a record with their places, which the csv module does not know.

    Args:
        values: what the csv module read.
        record: the text of the record, which may have several lines.
        separator: sign between two columns.
        line_above: the line above the record.
    """
    written_field = re.compile(rf'"(?:[^"]|"")*"|[^{separator}]*')
    start = 0
    for value in values:
        line, column = place_in(record, start)
        yield Cell(value.strip(), Location(line_above.path, line_above.line + line, column))
        field = written_field.match(record, start)
        end = field.end() if field else start
        start = end + len(separator)
