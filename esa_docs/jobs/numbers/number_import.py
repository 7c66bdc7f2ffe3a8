"""Numbers that another program gave, such as e-saraban or AMSS++: its exported list joins our registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Severity, sort_diagnostics
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.numbers.import_target import ImportTarget, choose_target
from esa_docs.jobs.numbers.imported_entry import entry_of_line, row_of_entry
from esa_docs.jobs.numbers.imported_list import read_number_lines, state_of
from esa_docs.jobs.numbers.number_use import change_of_register
from esa_docs.jobs.numbers.unread_places import refuse_unread, unread_of_entries
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import NumberEntry, YearSeries
from esa_docs.model.number_state import NumberState
from esa_docs.model.project import Project
from esa_docs.source.loading.project import load_project
from esa_docs.source.registers.number_columns import NumberLine
from esa_docs.source.registers.register_text import RowTexts
from esa_docs.source.tables.christian_years import once_each
from esa_docs.source.tables.table_file import cell_problems

_NEEDED = ("number", "date", "subject")
_FEWEST_FIELDS = 2
"""Cells of number, date, subject and reservation that a line must have: titles and sums have fewer."""


@dataclass(frozen=True, slots=True)
class NumberImport:
    """The result of an import.

    Attributes:
        paths: the register files that were changed.
        added: how many numbers were added.
        already_there: how many stood there with the same date and subject.
        left_out: how many lines have no number: titles, sums, papers without one.
        diagnostics: warnings.
    """

    paths: tuple[Path, ...] = ()
    added: int = 0
    already_there: int = 0
    left_out: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


class _Sorting:
    """The lines of a list, sorted into numbers that are new, that stand there already, and that clash.

    Attributes:
        new_entries: numbers that stand nowhere yet.
        already_there: how many stand there with the same date and subject.
        left_out: how many lines have no number.
        diagnostics: what is wrong with the others.
    """

    def __init__(self, project: Project, target: ImportTarget, today: dt.date) -> None:
        self.new_entries: list[NumberEntry] = []
        self.already_there = 0
        self.left_out = 0
        self.diagnostics: list[Diagnostic] = []
        self._target = target
        self._today = today
        self._entries: dict[tuple[YearSeries | None, str], list[NumberEntry]] = {}
        for entry in project.register:
            self._entries_of_number(entry).append(entry)

    def sort(self, line: NumberLine) -> None:
        """Sort a line."""
        filled_fields = [name for name in _NEEDED if line.text(name)]
        if state_of(line) is not NumberState.USED:
            filled_fields.append("state")
        if "number" not in filled_fields or len(filled_fields) < _FEWEST_FIELDS:
            self.left_out += 1
            self.diagnostics += _without_number(line)
            return
        subject = line.cells.get("subject")
        if subject:
            self.diagnostics += cell_problems(subject)
        checked = entry_of_line(line, self._target, self._today)
        self.diagnostics += checked.diagnostics
        if checked.value:
            self._add(checked.value)

    def _add(self, entry: NumberEntry) -> None:
        entries = self._entries_of_number(entry)
        if not entries:
            entries.append(entry)
            self.new_entries.append(entry)
        elif any(_is_same(entry, other_entry) for other_entry in entries):
            self.already_there += 1
        else:
            self.diagnostics.append(_clash(entry, entries[0]))

    def _entries_of_number(self, entry: NumberEntry) -> list[NumberEntry]:
        return self._entries.setdefault((entry.series, entry.key), [])


def import_numbers(root: Path, kinds: Kinds, file: Path, word: str, *, today: dt.date) -> NumberImport:
    """Add the numbers of an exported list to the registers. Nothing is written where any line has an error.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        file: the list, .xlsx or .csv (UTF-8 or TIS-620).
        word: the kind, series or register of its numbers. Circulars among those of a kind go to theirs.
        today: the day of today.

    Raises:
        ContentError: the file has no such columns (E607) or cannot be read, a number is not of the series
            (E639), a formula has no value (E625), a line lacks something, or another paper has the number
            (E699).
        MachineError: a register cannot be written (E401, E405).
    """
    lines = read_number_lines(file)
    with hold_project(root, today):
        project = load_project(root, kinds, today=today)
        refuse_unread(project)
        target = choose_target(project, word)
        result = _Sorting(project, target, today)
        result.diagnostics += lines.diagnostics
        for line in lines.value or ():
            result.sort(line)
        result.diagnostics = list(sort_diagnostics(once_each(result.diagnostics)))
        problems = [*result.diagnostics, *unread_of_entries(project, result.new_entries)]
        if any(problem.is_error for problem in problems):
            raise ContentError(problems)
        rows = _rows_by_series(result.new_entries)
        changes = [change_of_register(project, name, {}, new_rows) for name, new_rows in rows.items()]
        write_changes(root, changes)
    paths = tuple(change.path for change in changes)
    count = len(result.new_entries)
    return NumberImport(paths, count, result.already_there, result.left_out, tuple(result.diagnostics))


def _without_number(line: NumberLine) -> Iterator[Diagnostic]:
    """Generate the warning of a line that has date and subject and no number (E699)."""
    if line.text("date") and line.text("subject"):
        message = _("'{subject}' has no number and was left out").format(subject=line.text("subject"))
        hint = _("Nothing needs to be done, unless the paper has a number.")
        yield Diagnostic("E699", message, line.place, hint, Severity.WARNING)


def _is_same(entry: NumberEntry, other_entry: NumberEntry) -> bool:
    """Return whether two entries are of one paper or reservation."""
    return _identity(entry) == _identity(other_entry)


def _identity(entry: NumberEntry) -> tuple[object, ...]:
    """Return date, subject, state and, of a reservation, its last day: what is equal for one paper."""
    last_day = entry.note.until if entry.note.is_reserved else None
    return entry.date, thai.normalise_spaces(entry.subject), entry.note.state, last_day


def _clash(entry: NumberEntry, holder: NumberEntry) -> Diagnostic:
    message = _(
        "the number {number} stands at {place} with another date, subject or state: {date} '{subject}'"
    )
    date = thai.format_date(holder.date, "short", "arabic") if holder.date else "-"
    text = message.format(number=entry.number, place=holder.place, date=date, subject=holder.subject)
    return Diagnostic("E699", text, entry.place, _("Correct one of the two; nothing was written."))


def _rows_by_series(entries: list[NumberEntry]) -> Mapping[str, list[RowTexts]]:
    rows: dict[str, list[RowTexts]] = {}
    for entry in entries:
        rows.setdefault(entry.counted_in, []).append(row_of_entry(entry))
    return rows
