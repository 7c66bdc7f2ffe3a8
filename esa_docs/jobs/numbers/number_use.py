"""The number that a paper gets, and the registers that have it as reserved or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.model.base import Content, DateOrMonth
from esa_docs.model.document import Document
from esa_docs.model.number_register import NumberEntry, holders, number_key
from esa_docs.model.numbering import paper_facts, series_of_office
from esa_docs.model.paper_number import PaperNumberError, plain_number, year_of
from esa_docs.model.project import Project
from esa_docs.rules.number_states import diagnose_cancelled, diagnose_run_out, words_of_reservation
from esa_docs.rules.numbering import hint_of_another_number
from esa_docs.rules.paper_numbers import diagnose_number
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import path_label
from esa_docs.source.registers.register_cells import check_row
from esa_docs.source.registers.register_names import register_path
from esa_docs.source.registers.register_text import (
    RowTexts,
    changed_register,
    field_of,
    parse_records,
    texts_of,
)
from esa_docs.source.yaml_files.text import read_or_raise


@dataclass(frozen=True, slots=True)
class NumberUse:
    """The changes of registers by which a paper takes a number that was reserved or cancelled.

    Attributes:
        changes: the changes; none for any other number.
        diagnostics: what the reader ought to know of the number.
        number_note: what the lines that go noted of the number, which the paper keeps.
    """

    changes: tuple[FileChange, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    number_note: str = ""


def issued_number(
    project: Project,
    document: Document[Content],
    before: NumberEntry,
    number: str | None,
    date: dt.date | None,
) -> str | None:
    """Return the plain number with which a document is issued. None where it has and gets none.

    Args:
        project: its project.
        document: the document.
        before: its entry in the register: the number that it has is looked at as it is typed.
        number: the number that it gets; None for the one that it has.
        date: the date that it gets; None where it has and gets none.

    Raises:
        ContentError: a part of the number is not that of the paper (E639).
    """
    typed = number or before.typed or before.number
    if typed is None:
        return None
    facts = paper_facts(project.kinds.of(document), document.content, document.office)
    try:
        return plain_number(typed, replace(facts, year=year_of(date)))
    except PaperNumberError as fault:
        raise ContentError([diagnose_number(fault, before.place)]) from fault


def with_misnumbered(project: Project) -> Project:
    """Return a project in which documents whose only errors are about their number are found too."""
    return replace(project, documents=(*project.documents, *project.misnumbered))


def check_number_use(project: Project, entry: NumberEntry, today: dt.date) -> Iterator[Diagnostic]:
    """Generate a diagnostic where a paper may not take its number.

    That is a cancelled number that is not free (E697), or one whose reservation has run out (E696).
    """
    for noted_entry in noted_lines(project, entry):
        if noted_entry.note.is_cancelled and not noted_entry.note.is_free and entry.series:
            cure = hint_of_another_number(project.register, entry.series)
            yield replace(diagnose_cancelled(entry, noted_entry), hint=cure)
        run_out = diagnose_run_out(noted_entry, today)
        if run_out:
            yield replace(run_out, severity=Severity.ERROR)


def use_number(project: Project, entry: NumberEntry) -> NumberUse:
    """Return the changes by which a paper takes its number: the line of a reservation or free number goes.

    Raises:
        ContentError: a register has changed since it was read (E698), or cannot be read (E110).
    """
    lines = noted_lines(project, entry)
    if not lines:
        return NumberUse()
    change = change_of_register(project, entry.counted_in, dict.fromkeys(lines), ())
    diagnostics = tuple(_diagnose_use(line, entry) for line in lines)
    return NumberUse((change,), diagnostics, words_of_lines(lines))


def words_of_lines(lines: Iterable[NumberEntry]) -> str:
    """Return what lines of registers note of a number, each text once."""
    texts = dict.fromkeys(line.note.words for line in lines)
    return "; ".join(filter(None, texts))


def run_out_reservations(project: Project, day: dt.date) -> Iterator[Diagnostic]:
    """Generate a warning of each reservation that has run out on a day (E696)."""
    for entry in project.register:
        run_out = diagnose_run_out(entry, day)
        if run_out:
            yield run_out


def noted_lines(project: Project, entry: NumberEntry) -> list[NumberEntry]:
    """Return the lines of registers that have the number of a paper as reserved or cancelled."""
    entries = holders(project.register, entry.series, entry.key)
    return [line for line in entries if line.note.is_reserved or line.note.is_cancelled]


def _diagnose_use(noted_entry: NumberEntry, entry: NumberEntry) -> Diagnostic:
    """Return what is to be known of a number that a paper takes (E696 or E697, information).

    It is a warning (E696) where the number was reserved for something else than the subject of the paper.
    """
    purpose = thai.normalise_spaces(noted_entry.note.purpose)
    if noted_entry.note.is_reserved and purpose != thai.normalise_spaces(entry.subject):
        message = _("the number {number} was reserved for something else: {purpose}")
        text = message.format(number=noted_entry.number, purpose=words_of_reservation(noted_entry))
        hint = _("If this paper is not what it was reserved for, tell whoever reserved it.")
        return Diagnostic("E696", text, noted_entry.place, hint, Severity.WARNING)
    if noted_entry.note.is_reserved:
        message = _("the reservation of the number {number} is used up: {purpose}")
        text = message.format(number=noted_entry.number, purpose=words_of_reservation(noted_entry))
        return Diagnostic("E696", text, noted_entry.place, severity=Severity.INFO)
    message = _("the number {number}, which was cancelled ({why}), is given again")
    text = message.format(number=noted_entry.number, why=noted_entry.note.why)
    return Diagnostic("E697", text, noted_entry.place, severity=Severity.INFO)


def change_of_register(
    project: Project,
    counted_in: str,
    rows: Mapping[NumberEntry, RowTexts | None],
    new_rows: Sequence[RowTexts],
) -> FileChange:
    """Return the change of the register file of a series.

    Args:
        project: the project.
        counted_in: name of the series.
        rows: the new texts of lines, by their entries; None deletes a line.
        new_rows: texts of lines to be added.

    Raises:
        ContentError: the file has changed since it was read (E698), or cannot be read (E110); or a register
            may not hold a text (E208, E209, E211, E213).
    """
    numbers = series_of_office(project.kinds, project.office)[counted_in]
    path = register_path(project.root, numbers)
    _refuse_unsound_rows([*rows.values(), *new_rows], Location(path_label(path)))
    before = _bytes_of(path)
    _refuse_changed_lines(before, list(rows), Location(path_label(path)))
    changes = {entry.place.line: texts for entry, texts in rows.items()}
    return FileChange(path, before, changed_register(before, changes, new_rows))


def _refuse_unsound_rows(rows: Sequence[RowTexts | None], place: Location) -> None:
    """Refuse lines that the register would be refused for when it is read; each fault once.

    Raises:
        ContentError: there are such lines.
    """
    problems: dict[Diagnostic, None] = {}
    for row in rows:
        if row is not None:
            checked_row = check_row(row, lambda _field: place)
            problems |= dict.fromkeys(checked_row.diagnostics)
    if problems:
        raise ContentError(list(problems))


def date_text(date: DateOrMonth | None) -> str:
    """Return a date or month as register files have it; empty where there is none."""
    return thai.name_date_or_month(date) if date else ""


def _bytes_of(path: Path) -> bytes | None:
    """Return what a file holds; None where there is no file."""
    return read_or_raise(path) if is_there(path) else None


def _refuse_changed_lines(data: bytes | None, entries: Sequence[NumberEntry], place: Location) -> None:
    """Refuse to change a register file whose lines no longer have the numbers that were read (E698)."""
    if not entries:
        return
    text = (data or b"").decode("utf-8-sig")
    records = {record.line: record.cells for record in parse_records(text)}
    head = [field_of(heading) for heading in records.get(1, ())]
    for entry in entries:
        texts = texts_of(head, records.get(entry.place.line, ()))
        if number_key(texts.get("number", "")) != number_key(entry.typed or ""):
            message = _("the register has changed while it was read")
            raise ContentError([Diagnostic("E698", message, place, _("Give the command again."))])
