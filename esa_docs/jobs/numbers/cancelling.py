"""Cancelling a number: its line in a register says why, and whether another paper may have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.numbers.earlier_words import with_earlier_words, without_earlier_words
from esa_docs.jobs.numbers.number_use import change_of_register, date_text
from esa_docs.jobs.numbers.reserving import RegisterChange, series_number
from esa_docs.jobs.numbers.series_choice import choose_series
from esa_docs.jobs.numbers.unread_places import refuse_unread
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import (
    NumberEntry,
    YearSeries,
    holders,
    is_beyond_highest,
    next_free,
    number_key,
)
from esa_docs.model.number_state import REUSE_WORDS, STATE_WORDS, NumberState
from esa_docs.model.numbering import series_of_office
from esa_docs.model.project import Project
from esa_docs.rules.number_states import hint_to_issue_again
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_numbers import was_sent_as
from esa_docs.source.loading.project import load_project
from esa_docs.source.registers.register_file import read_register
from esa_docs.source.registers.register_names import register_file, register_path
from esa_docs.source.registers.register_text import RowTexts


@dataclass(frozen=True, slots=True)
class Cancellation:
    """A number to be cancelled.

    Attributes:
        number: the number, with or without code and year.
        series: word for its series: a kind, a series or a register.
        why: why it is cancelled.
        is_free: whether another paper may have it.
        year: its calendar year in the Buddhist era; None for that of the date.
        date: day that is noted for a number which nobody has noted; None for today.
    """

    number: str
    series: str
    why: str
    is_free: bool = False
    year: int | None = None
    date: dt.date | None = None


def cancel_number(root: Path, kinds: Kinds, cancellation: Cancellation, *, today: dt.date) -> RegisterChange:
    """Note in a register that a number is cancelled.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        cancellation: the number, and why it is cancelled.
        today: the day of today.

    Raises:
        ContentError: there is no such series, a paper that bears the number was sent, nobody has the number
            and it is above the highest, the day is not of the calendar year (E698), the number has parts of
            another paper (E639), or the register has errors.
        MachineError: the register cannot be written (E401, E405).
    """
    with hold_project(root, today):
        project = load_project(root, kinds, today=today)
        refuse_unread(project)
        entry = _entry(project, cancellation, today)
        refuse_unread(project, entry.counted_in)
        papers = list(_papers(project, entry))
        lines = list(_lines(project, entry))
        _refuse(project, entry, papers, lines)
        _refuse_other_words(lines, cancellation)
        holder = next(iter((*lines, *papers)), entry)
        row = _row(holder, with_earlier_words(cancellation.why, holder, papers), cancellation)
        is_written = not _is_noted_so(lines, cancellation)
        # One line stays of several that have the number.
        rows: dict[NumberEntry, RowTexts | None] = dict.fromkeys(lines)
        rows |= dict.fromkeys(lines[:1], row)
        new_rows = [] if lines else [row]
        change = change_of_register(project, entry.counted_in, rows, new_rows)
        if is_written:
            write_changes(root, [change])
    diagnostics = tuple(_diagnose_paper(project, paper) for paper in papers)
    return RegisterChange(change.path, (entry.number or "",), is_written, diagnostics)


def _entry(project: Project, cancellation: Cancellation, today: dt.date) -> NumberEntry:
    """Return the number to be cancelled as an entry of the register.

    Raises:
        ContentError: the number has parts of another paper (E639), or the day is not of its year (E698).
    """
    numbers = choose_series(project, cancellation.series)
    source = register_file(numbers)
    place = Location(path_label(register_path(project.root, numbers)))
    date = cancellation.date or today
    year = cancellation.year or thai.buddhist_year(date)
    number = series_number(project, numbers, cancellation.number, year, place)
    if thai.buddhist_year(date) != year:
        date = _day_of_number(project, numbers.name, number, year, place)
    return NumberEntry(numbers.name, number, date, "", source, None, place, place)


def _day_of_number(project: Project, counted_in: str, number: str, year: int, place: Location) -> dt.date:
    """Return a date of a number in an earlier or later year: that which is noted for it.

    Raises:
        ContentError: nobody has noted the number (E698).
    """
    for entry in holders(project.register, YearSeries(counted_in, year), number_key(number)):
        if entry.date:
            return entry.date
    message = _("the number {number} of the year {year} stands nowhere yet, so its day is not known")
    hint = _("Add --date with a day of that year.")
    raise ContentError([Diagnostic("E698", message.format(number=number, year=year), place, hint)])


def _papers(project: Project, entry: NumberEntry) -> Iterator[NumberEntry]:
    """Generate the papers of the project that bear a number."""
    for paper in holders(project.register, entry.series, entry.key):
        if paper.source != entry.source:
            yield paper


def _lines(project: Project, entry: NumberEntry) -> Iterator[NumberEntry]:
    """Generate the lines of the register file that have a number, also one that notes a paper of ours."""
    numbers = series_of_office(project.kinds, project.office)[entry.counted_in]
    register = read_register(project.root, numbers, project.office)
    yield from holders(register.entries, entry.series, entry.key)


def _refuse(
    project: Project, entry: NumberEntry, papers: list[NumberEntry], lines: list[NumberEntry]
) -> None:
    problems: list[Diagnostic] = []
    is_slip = not papers and not lines and is_beyond_highest(project.register, entry)
    if is_slip:
        problems.append(_beyond_highest(project, entry))
    for holder in papers:
        history = project.histories.get(holder.source)
        if history and (was_sent_as(history, holder) or (history.is_sent and not holder.is_kept)):
            message = _("the number {number} is that of '{name}', which was sent")
            text = message.format(number=entry.number, name=holder.source)
            hint = _("What was sent is revoked by a later paper, such as an order that revokes it.")
            problems.append(Diagnostic("E698", text, holder.place, hint, field="number"))
    if problems:
        raise ContentError(problems)


def _beyond_highest(project: Project, entry: NumberEntry) -> Diagnostic:
    """Return the error of a number that nobody has: cancelled, it would move the next free number (E698)."""
    # An entry with number and date has a series: the other one stands here for the types alone.
    series = entry.series or YearSeries(entry.counted_in, 0)
    free = next_free(project.register, series)
    message = _("nobody has the number {number} of the year {year}, and it is above the highest number")
    text = message.format(number=entry.number, year=series.year)
    hint = _("The highest number is {highest}, the next free one {number}: correct the number.")
    cure = hint.format(highest=free - 1, number=free)
    return Diagnostic("E698", text, entry.place, cure, field="number")


def _refuse_other_words(lines: list[NumberEntry], cancellation: Cancellation) -> None:
    """Refuse to cancel a number that a register notes as cancelled with another reason or state.

    Raises:
        ContentError: it is cancelled so already (E698).
    """
    if _is_noted_so(lines, cancellation):
        return
    for line in lines:
        if line.note.is_cancelled:
            message = _("the number {number} is cancelled already: {why} ({reuse})")
            reuse_word = REUSE_WORDS[line.note.is_free]
            text = message.format(number=line.number, why=line.note.why, reuse=reuse_word)
            hint = _("Nothing was written. If it is to be noted otherwise, edit this line of the register.")
            raise ContentError([Diagnostic("E698", text, line.place, hint, field="number")])


def _row(holder: NumberEntry, why: str, cancellation: Cancellation) -> RowTexts:
    """Return the texts of the line of a cancelled number. What is known of its paper stays there."""
    note = holder.note
    # What a number is reserved for stands in a column of its own.
    subject = "" if note.is_reserved else holder.subject
    return {
        "number": holder.number or "",
        "date": date_text(holder.date_or_month),
        "subject": subject,
        "state": STATE_WORDS[NumberState.CANCELLED],
        "who": note.who,
        "purpose": note.purpose,
        "until": date_text(note.until),
        "why": why,
        "is_free": REUSE_WORDS[cancellation.is_free],
        "noted": date_text(note.noted),
    }


def _is_noted_so(lines: list[NumberEntry], cancellation: Cancellation) -> bool:
    """Return whether a register says already what is to be noted."""
    for line in lines:
        note = line.note
        is_same_why = cancellation.why in {note.why, without_earlier_words(note.why)}
        if note.is_cancelled and is_same_why and note.is_free == cancellation.is_free:
            return True
    return False


def _diagnose_paper(project: Project, holder: NumberEntry) -> Diagnostic:
    """Return the warning that a paper bears the cancelled number (E697).

    It is information where only a kept version bears it: the paper has another number, or no content file.
    """
    if holder.is_kept:
        message = _("version {version} of '{name}', which is kept, bears the cancelled number {number}")
        version = Path(holder.place.path).stem
        text = message.format(version=version, name=holder.source, number=holder.number)
        hint = _("It stays as it is kept; nothing needs to be done.")
        return Diagnostic("E697", text, holder.place, hint, Severity.INFO)
    # An entry with number and date has a series: the other one stands here for the types alone.
    free = next_free(project.register, holder.series or YearSeries(holder.counted_in, 0))
    message = _("'{name}' bears the cancelled number {number}")
    text = message.format(name=holder.source, number=holder.number)
    hint = hint_to_issue_again(holder, free)
    return Diagnostic("E697", text, holder.place, hint, Severity.WARNING, field="number")
