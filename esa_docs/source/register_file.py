"""A register file of ``registers/``: the numbers that it notes, each with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

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
from esa_docs.source.disk import Sort, look_at
from esa_docs.source.faults import describe_fault
from esa_docs.source.files import path_label
from esa_docs.source.named_files import file_fault, list_folder
from esa_docs.source.pasted_texts import PastedTexts
from esa_docs.source.register_names import register_file, register_path
from esa_docs.source.register_text import (
    HEADS,
    NEEDED_FIELDS,
    RecordError,
    field_of,
    parse_records,
    texts_of,
)
from esa_docs.source.text import read_text

_PARTS_OF_OTHERS: Final = frozenset({"code", "circular"})
"""Parts beside a number by which it is one of another series."""
_EMPTY_CELL: Final = "E211"
"""Code of a text that is expected and not there."""


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
    try:
        for record in parse_records(text):
            place = Location(file_label, record.line, 1)
            if record.line == 1:
                head = [field_of(heading) for heading in record.cells]
                if not set(NEEDED_FIELDS) <= set(head):
                    yield _without_columns(place)
                    return
            elif any(cell.strip() for cell in record.cells):
                cells = [pasted_texts.mend(cell, place) for cell in record.cells]
                yield from _row(head, cells, numbers, office, place)
    except RecordError as fault:
        message = _("columns are expected, the line cannot be read on from here")
        hint = _("Look for a quotation mark that is not closed.")
        yield Diagnostic("E607", message, Location(file_label, fault.line, 1), hint)
    yield from pasted_texts.diagnostics()


def _without_columns(place: Location) -> Diagnostic:
    message = _("columns for number, date and subject are expected in the first line")
    return Diagnostic("E607", message, place, _("Make the first line: เลขที่,ลงวันที่,เรื่อง"))


def _row(
    head: Sequence[str], cells: Sequence[str], numbers: NumberSeries, office: Office | None, place: Location
) -> Iterator[_Row]:
    cells_beyond_head = cells[len(head) :]
    if any(cell.strip() for cell in cells_beyond_head):
        message = _("{expected} columns are expected, found {found}")
        hint = _("Put a text that contains a comma in quotation marks.")
        yield Diagnostic("E607", message.format(expected=len(head), found=len(cells)), place, hint)
        return
    texts = texts_of(head, cells)
    values = {field: text for field, text in texts.items() if text.strip()}
    # Without them a line says nothing: they are looked at also where they are empty.
    values |= {field: texts.get(field, "") for field in ("number", "date")}
    try:
        row = RegisterRow.model_validate(values)
    except ValidationError as fault:
        yield from _faults_of_row(fault, place)
        return
    yield _entry(row, numbers, office, place)


def _faults_of_row(fault: ValidationError, place: Location) -> Iterator[Diagnostic]:
    for detail in fault.errors(include_url=False):
        context = detail.get("ctx", {})
        keys = [*detail["loc"], context.get("key", "")]
        field = str(keys[0])
        diagnostic = describe_fault(detail, context, place, field)
        yield _told_of_column(diagnostic, HEADS.get(field, field))


def _told_of_column(diagnostic: Diagnostic, head: str) -> Diagnostic:
    """Return the diagnostic of a cell of a line, with the head of its column."""
    message = _("below '{head}': {message}").format(head=head, message=diagnostic.message)
    hint = diagnostic.hint
    if diagnostic.code == _EMPTY_CELL:
        hint = _("Fill in this cell of the line, below '{head}'; a line with this state needs it.")
        hint = hint.format(head=head)
    return replace(diagnostic, message=message, hint=hint)


def _entry(row: RegisterRow, numbers: NumberSeries, office: Office | None, place: Location) -> _Row:
    """Return the entry of a line, or the diagnostic of a number that is not of the series (E639)."""
    facts = facts_of_series(numbers, office, year_of(row.date))
    try:
        number = number_without_code(row.number, facts)
    except PaperNumberError as fault:
        diagnostic = diagnose_number(fault, place)
        return _Stray(diagnostic) if fault.part in _PARTS_OF_OTHERS else diagnostic
    source = register_file(numbers)
    subject = row.subject or row.purpose or ""
    date, month = date_and_month(row.date)
    return NumberEntry(
        numbers.name, number, date, subject, source, None, place, place, row.note, row.number, month
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
