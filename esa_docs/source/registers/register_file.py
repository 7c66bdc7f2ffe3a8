"""A register file of ``registers/``: the numbers that it notes, each with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.number_register import NumberEntry, date_and_month
from esa_docs.model.numbering import facts_of_series
from esa_docs.model.office import Office
from esa_docs.model.paper_number import (
    PaperFacts,
    PaperNumberError,
    parse_paper_number,
    plain_number,
    year_of,
)
from esa_docs.model.register_row import RegisterRow
from esa_docs.rules.paper_numbers import diagnose_number
from esa_docs.source.binding.pasted_texts import PastedTexts, may_be_pasted
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_files import file_fault, list_folder
from esa_docs.source.registers.register_cells import SEPARATOR, CellPlaces, check_row
from esa_docs.source.registers.register_names import register_file, register_path
from esa_docs.source.registers.register_text import (
    NEEDED_FIELDS,
    RecordError,
    field_of,
    parse_records,
    texts_of,
)
from esa_docs.source.tables.wide_rows import wide_row
from esa_docs.source.yaml_files.text import read_text

_PARTS_OF_OTHERS: Final = frozenset({"code", "circular"})
"""Parts beside a number by which it is one of another series."""


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register file as it was read.

    Attributes:
        entries: the numbers that it notes; none where there is no file.
        diagnostics: what is wrong with it.
        strays: those of them that are about a number of another series.
    """

    entries: tuple[NumberEntry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    strays: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stray:
    """The diagnostic of a line whose number is one of another series."""

    diagnostic: Diagnostic


_Row = NumberEntry | Diagnostic | _Stray


def read_register(root: Path, numbers: NumberSeries, office: Office | None) -> RegisterFile:
    """Return what a register file notes.

    Args:
        root: project folder.
        numbers: the series.
        office: whose codes may stand before its numbers; None where office.yaml is faulty.
    """
    path = register_path(root, numbers)
    file_label = path_label(path)
    text = _read_text(root, path)
    if not text.value:
        return RegisterFile(diagnostics=text.diagnostics)
    entries: list[NumberEntry] = []
    diagnostics: list[Diagnostic] = []
    strays: list[Diagnostic] = []
    for row in _rows(text.value, numbers, office, file_label):
        if isinstance(row, NumberEntry):
            entries.append(row)
        elif isinstance(row, _Stray):
            strays.append(row.diagnostic)
        else:
            diagnostics.append(row)
    return RegisterFile(tuple(entries), (*diagnostics, *strays), tuple(strays))


def _read_text(root: Path, path: Path) -> Checked[str]:
    """Return the text of a register file; empty where there is no file.

    None where its folder cannot be read: `whole.check_registers` tells that once for all registers.
    """
    if list_folder(root, path.parent).value is None:
        return Checked(None)
    fault = file_fault(root, path)
    if fault:
        return Checked(None, (fault,))
    if look_at(path).sort is Sort.MISSING:
        return Checked("")
    return read_text(path, path_label(path))


def _rows(text: str, numbers: NumberSeries, office: Office | None, file_label: str) -> Iterator[_Row]:
    """Generate the entry of each line of a register file, or the diagnostics of a faulty line."""
    head: list[str] = []
    pasted_texts = PastedTexts()
    has_pasted_texts = may_be_pasted(text)
    try:
        for record in parse_records(text):
            places = CellPlaces(file_label, record)
            if record.line == 1:
                head = [field_of(heading) for heading in record.cells]
                if not set(NEEDED_FIELDS) <= set(head):
                    yield _without_columns(places.of_line)
                    return
            elif any(cell.strip() for cell in record.cells):
                cells = _mended_cells(places, pasted_texts) if has_pasted_texts else record.cells
                yield from _row(head, cells, numbers, office, places)
    except RecordError as fault:
        message = _("columns are expected, the line cannot be read on from here")
        hint = _("Look for a quotation mark that is not closed.")
        yield Diagnostic("E607", message, Location(file_label, fault.line, 1), hint)
    yield from pasted_texts.diagnostics()


def _mended_cells(places: CellPlaces, pasted_texts: PastedTexts) -> list[str]:
    cells: list[str] = []
    for column, cell in enumerate(places.record.cells):
        cells.append(pasted_texts.mend(cell, places.of_column(column)))
    return cells


def _without_columns(place: Location) -> Diagnostic:
    message = _("columns for number, date and subject are expected in the first line")
    return Diagnostic("E607", message, place, _("Make the first line: เลขที่,ลงวันที่,เรื่อง"))


def _row(
    head: Sequence[str],
    cells: Sequence[str],
    numbers: NumberSeries,
    office: Office | None,
    places: CellPlaces,
) -> Iterator[_Row]:
    for column, cell in enumerate(cells[len(head) :], len(head)):
        if cell.strip():
            yield wide_row("E607", len(head), cells, places.of_column(column), SEPARATOR)
            return
    checked_row = check_row(texts_of(head, cells), lambda field: places.of_field(head, field))
    if checked_row.value is None:
        yield from checked_row.diagnostics
        return
    yield _entry(checked_row.value, numbers, office, head, places)


def _entry(
    row: RegisterRow, numbers: NumberSeries, office: Office | None, head: Sequence[str], places: CellPlaces
) -> _Row:
    """Return the entry of a line, or the diagnostic of a number that is not of the series (E639)."""
    number_place = places.of_field(head, "number")
    facts = facts_of_series(numbers, office, year_of(row.date))
    try:
        number = number_without_code(row.number, facts)
    except PaperNumberError as fault:
        diagnostic = diagnose_number(fault, number_place)
        return _Stray(diagnostic) if fault.part in _PARTS_OF_OTHERS else diagnostic
    source = register_file(numbers)
    subject = row.subject or row.purpose or ""
    date, month = date_and_month(row.date)
    date_place = places.of_field(head, "date")
    if number_place.line != places.record.line:
        # By the line of its place a register is changed.
        number_place = places.of_line
    return NumberEntry(
        numbers.name,
        number,
        date,
        subject,
        source,
        None,
        number_place,
        date_place,
        row.note,
        row.number,
        month,
    )


def number_without_code(typed: str, facts: PaperFacts) -> str:
    """Return a number alone, by which it is counted: without its code also where the code is not known.

    Raises:
        PaperNumberError: it is no number, or a part of it is not that of the paper.
    """
    number = plain_number(typed, facts)
    if facts.codes is not None:
        return number
    return parse_paper_number(number).number
