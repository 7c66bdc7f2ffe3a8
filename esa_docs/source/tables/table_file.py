"""Tables that an office keeps in Excel or as CSV, as sheets of cells that know their places."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.tables.christian_years import tell_christian_year, tell_turned_year
from esa_docs.source.tables.csv_bytes import read_csv_text
from esa_docs.source.tables.csv_texts import places_of_fields, unguard_text
from esa_docs.source.tables.pasted_sheets import mended_sheets
from esa_docs.source.tables.workbook_file import take_from_workbook

BLANKS: Final = frozenset({"", "-", "–", "—"})
"""What clerks write into a cell that has nothing to say."""
_ERRORS: Final = frozenset(
    {
        *("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"),
    }
)
"""Values that Excel shows where a formula fails."""
# Excel saves CSV with the list separator of Windows' regional settings, which may be a semicolon.
_SEPARATORS: Final = ",;\t"
_NAMED_SEPARATOR: Final = re.compile(r'"?sep=(?P<sign>[,;\t])"?')
"""A first line that says nothing but which sign parts the columns."""
_QUOTED: Final = re.compile(r'(?:^|(?<=[,;\t]))[ ]*"(?:[^"]|"")*"', re.MULTILINE)
"""A field of a CSV text in quotation marks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, white space at the ends of its texts cut.

    Attributes:
        text: its text as it is shown; empty where nothing stands.
        place: where it is.
        plain: a number or date of Excel as it is typed, where that is not its text.
        unread_format: the number format of Excel, where it is not read and the text is the value itself.
        is_unsaved: whether it is empty because its formula has no value.
        has_christian_year: whether it is a date that Excel shows with a year of the Christian era.
        is_no_date: whether it has the format of a date, and its number is no day in Excel.
        shown_date: a date as Excel shows it, with a year of the Christian era; its text has that of papers.
    """

    text: str
    place: Location
    plain: str = ""
    unread_format: str = ""
    is_unsaved: bool = False
    has_christian_year: bool = False
    is_no_date: bool = False
    shown_date: str = ""

    @property
    def typed(self) -> str:
        """Its text where a number or a date is expected: without thousands, the year in the Buddhist era."""
        return self.plain or self.text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Attributes:
        place: the sheet as a whole.
        rows: its rows, each as far as it is filled in.
        title: its name in the workbook; empty for a CSV file.
        notes: what is to be told of it as a whole, where it is used (E471).
        separator: the sign between two columns of a CSV file; empty for a workbook.
        merged_cells: ranges of merged cells of a workbook, such as A3:A5.
    """

    place: Location
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    notes: tuple[Diagnostic, ...] = ()
    separator: str = ""
    merged_cells: tuple[str, ...] = ()


def read_sheets(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    """Return the sheets of a table file: a CSV file, or the visible sheets of an Excel workbook.

    A cell with a formula has the value that was last saved. Texts are mended (W502).

    Args:
        path: the file, .csv or .xlsx.
        file_label: how diagnostics name it. A cell is ``people.xlsx!Sheet1!C7``, in CSV line and column.
    """
    if path.suffix.lower() == ".csv":
        return mended_sheets(_read_csv(path, file_label))
    return mended_sheets(_read_workbook(path, file_label))


def has_text(row: Sequence[Cell]) -> bool:
    """Return whether anything stands in a row."""
    return any(cell.text or cell.is_unsaved for cell in row)


def is_filled(cell: Cell) -> bool:
    """Return whether a cell of a list says anything: a dash does not, a formula without a value does."""
    return cell.is_unsaved or cell.text not in BLANKS


def cell_problems(cell: Cell) -> Iterator[Diagnostic]:
    """Generate what is wrong with a cell that is read as a text: its formula (E625), its format (E470).

    A year of the Christian era is told too (W503); `christian_years.once_each` keeps the first of a file.
    """
    fault = formula_fault(cell)
    if fault:
        yield fault
    elif cell.unread_format:
        yield format_warning(cell)
    elif cell.has_christian_year:
        yield tell_christian_year(cell.text, cell.place)
    elif cell.shown_date:
        yield tell_turned_year(cell.shown_date, cell.text, cell.place)


def formula_fault(cell: Cell) -> Diagnostic | None:
    """Return why a cell has no value (E625): its formula fails, or its number is no date. None else."""
    if cell.is_unsaved:
        message = _("the formula has no value, because the workbook was not saved in Excel")
        hint = _("Open the file in Excel and save it, so that the formula has a value, or type the text.")
        return Diagnostic("E625", message, cell.place, hint)
    if cell.is_no_date:
        message = _("the cell has the format of a date, and its number is no day that Excel knows")
        hint = _("Type the date again, or give the cell the format General.")
        return Diagnostic("E625", message, cell.place, hint)
    if cell.text not in _ERRORS:
        return None
    message = _("a text is expected, the formula gives {error}").format(error=cell.text)
    return Diagnostic("E625", message, cell.place, _("Mend the formula, or type the text."))


def format_warning(cell: Cell) -> Diagnostic:
    """Return the warning that a cell is shown by a number format that is not read (E470)."""
    message = _("Excel shows this cell by the format {format}, which is not read; {value} was taken")
    text = message.format(format=cell.unread_format, value=cell.text)
    hint = _("If it is to be printed as Excel shows it, give the cell the format Text and type it as shown.")
    return Diagnostic("E470", text, cell.place, hint, Severity.WARNING)


def _read_workbook(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    # That module knows the cells and sheets of this one.
    from esa_docs.source.tables.table_book import read_book  # noqa: PLC0415

    def take(package: ModuleType, file: BinaryIO) -> tuple[Sheet, ...]:
        return tuple(read_book(package, file, file_label))

    hint = _(
        'In the folder of the program: pip install ".[excel]"; or save the sheet as {name} (CSV UTF-8), and'
        " write that name where content names this one."
    )
    hint = hint.format(name=path.with_suffix(".csv").name)
    return take_from_workbook(path, file_label, take, hint)


def _read_csv(path: Path, file_label: str) -> Checked[tuple[Sheet, ...]]:
    text = read_csv_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    lines = text.value.split("\n")
    separator = separator_of(text.value)
    if _NAMED_SEPARATOR.fullmatch(lines[0]):
        lines[0] = ""
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
        if len(lines[lines_read]) > csv.field_size_limit():
            message = _("a cell has more than {most} letters").format(most=csv.field_size_limit())
            hint = _("Shorten the text of this line; a cell of Excel holds 32 767 letters.")
        return Checked(None, (Diagnostic("E621", message, Location(file_label, lines_read + 1, 1), hint),))
    sheet = Sheet(Location(file_label, 1, 1), tuple(rows), separator=separator)
    return Checked((sheet,), text.diagnostics)


def separator_of(text: str) -> str:
    """Return the sign that stands between two columns of a CSV text: the one in most of its lines.

    Excel names it in a first line such as ``sep=;``. A sign that stands in one line alone, and not in the
    first, parts no columns: it belongs to a text there.
    """
    named_separator = _NAMED_SEPARATOR.fullmatch(text.lstrip("\ufeff").partition("\n")[0].rstrip("\r"))
    if named_separator:
        return named_separator["sign"]
    plain_lines = _QUOTED.sub("", text.lstrip("\ufeff")).splitlines()
    first_line, *lines_below = [line for line in plain_lines if line.strip(" ")] or [""]
    lines_by_sign: dict[str, int] = {}
    for sign in _SEPARATORS:
        lines_with_sign = sum(sign in line for line in lines_below)
        in_first_line = sign in first_line
        is_in_half = 2 * lines_with_sign > len(lines_below)
        if in_first_line or (lines_with_sign > 1 and is_in_half):
            lines_by_sign[sign] = lines_with_sign + in_first_line
    return max(lines_by_sign, key=lines_by_sign.__getitem__, default=",")


def _csv_cells(values: list[str], record: str, separator: str, line_above: Location) -> Iterator[Cell]:
    """Generate the cells of a record with their places, which the csv module does not know.

    Args:
        values: what the csv module read.
        record: the text of the record, which may have several lines.
        separator: sign between two columns.
        line_above: the line above the record.
    """
    places = places_of_fields(record, len(values), separator)
    for value, (line, column) in zip(values, places, strict=True):
        yield Cell(unguard_text(value.strip()), Location(line_above.path, line_above.line + line, column))
