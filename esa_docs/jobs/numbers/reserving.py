"""Reserving numbers: lines of a register that keep the next numbers of a series until a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.numbers.number_use import (
    change_of_register,
    date_text,
    noted_lines,
    with_misnumbered,
    words_of_lines,
)
from esa_docs.jobs.numbers.series_choice import choose_series
from esa_docs.jobs.numbers.unread_places import refuse_unread
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import NumberEntry, YearSeries, holders, next_free
from esa_docs.model.number_state import STATE_WORDS, NumberState
from esa_docs.model.numbering import facts_of_series, series_of_office
from esa_docs.model.paper_number import PaperNumberError, plain_number
from esa_docs.model.project import Project
from esa_docs.rules.number_leaps import diagnose_leaps
from esa_docs.rules.number_states import diagnose_cancelled, words_of_reservation
from esa_docs.rules.numbering import diagnose_taken_number, hint_of_another_number
from esa_docs.rules.paper_numbers import diagnose_number
from esa_docs.source.folders.files import path_label
from esa_docs.source.loading.project import load_project
from esa_docs.source.registers.register_names import register_file, register_path
from esa_docs.source.registers.register_text import RowTexts


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be reserved.

    Attributes:
        count: how many numbers.
        until: last day on which they are reserved.
        series: word for the series: a kind, a series or a register. Empty where a document is named.
        document: name of the document whose series is meant, and whose title is the purpose where none is
            written. Empty where the series is named.
        year: fiscal year of the document's folder; None for the newest.
        purpose: what they are for.
        who: who reserves them.
        first: the first number; None for the next free one.
        date: day in whose calendar year they are counted; None for the document's date, else today.
    """

    count: int
    until: dt.date
    series: str = ""
    document: str = ""
    year: int | None = None
    purpose: str = ""
    who: str = ""
    first: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """The result of reserving or cancelling numbers.

    Attributes:
        path: the register file.
        numbers: the numbers, as they are printed.
        is_written: whether the file was changed. It is not where it said so already.
        diagnostics: what else is to be known.
    """

    path: Path
    numbers: tuple[str, ...]
    is_written: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()


def reserve_numbers(root: Path, kinds: Kinds, wish: Wish, *, today: dt.date) -> RegisterChange:
    """Reserve numbers in the register of a series.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        wish: what is to be reserved.
        today: the day of today.

    Raises:
        ContentError: there is no such series or document, the last day has passed, a number cannot be
            reserved (E605, E639, E697, E698), or the register has errors.
        MachineError: the register cannot be written (E401, E405).
    """
    with hold_project(root, today):
        project = with_misnumbered(load_project(root, kinds, today=today))
        refuse_unread(project)
        entries = _wished_entries(project, wish, today)
        refuse_unread(project, entries[0].counted_in)
        _refuse(project, entries, wish, today)
        replaced_rows: dict[NumberEntry, RowTexts | None] = {}
        rows: list[RowTexts] = []
        for entry in entries:
            lines = noted_lines(project, entry)
            replaced_rows |= dict.fromkeys(lines)
            rows.append(_row(entry, wish, today, words_of_lines(lines)))
        change = change_of_register(project, entries[0].counted_in, replaced_rows, rows)
        write_changes(root, [change])
    numbers = tuple(entry.number or "" for entry in entries)
    diagnostics = tuple(diagnose_leaps(project.register, entries[:1]))
    return RegisterChange(change.path, numbers, diagnostics=diagnostics)


def _wished_entries(project: Project, wish: Wish, today: dt.date) -> list[NumberEntry]:
    """Return the numbers to be reserved as entries of the register."""
    numbers, purpose, date = _series_purpose_date(project, wish)
    date = wish.date or date or today
    file_label = path_label(register_path(project.root, numbers))
    place = Location(file_label)
    first = _first_number(project, numbers, wish.first, date, place)
    entries: list[NumberEntry] = []
    for number in range(first, first + wish.count):
        source = register_file(numbers)
        entry = NumberEntry(numbers.name, str(number), date, purpose, source, None, place, place)
        entries.append(entry)
    return entries


def _series_purpose_date(project: Project, wish: Wish) -> tuple[NumberSeries, str, dt.date | None]:
    """Return the series that is meant, what the numbers are for, and the date of the document.

    The date is None where no document is named, or where it has none.
    """
    if not wish.document:
        return choose_series(project, wish.series), wish.purpose, None
    document = find_document(project, wish.document, wish.year)
    series = series_of_office(project.kinds, project.office)
    for entry in project.register:
        if entry.source == document.key and entry.counted_in in series:
            return series[entry.counted_in], wish.purpose or document.title, entry.date
    message = _("'{name}' bears no number").format(name=document.name)
    place = Location(path_label(document.sources[0]))
    raise ContentError([Diagnostic("E698", message, place, _("Name a document whose kind has numbers."))])


def _first_number(
    project: Project, numbers: NumberSeries, typed: str | None, date: dt.date, place: Location
) -> int:
    """Return the first number to be reserved: the one that is asked for, else the next free one.

    Raises:
        ContentError: the number has parts of another paper (E639), or is no plain number (E698).
    """
    year = thai.buddhist_year(date)
    if typed is None:
        return next_free(project.register, YearSeries(numbers.name, year))
    number = series_number(project, numbers, typed, year, place)
    first_number = thai.whole_number(number)
    if first_number is None:
        message = _("figures alone are expected, found '{number}'").format(number=number)
        hint = _("Numbers are reserved one after another from the first.")
        raise ContentError([Diagnostic("E698", message, place, hint)])
    return first_number


def series_number(project: Project, numbers: NumberSeries, typed: str, year: int, place: Location) -> str:
    """Return a typed number of a series alone.

    Raises:
        ContentError: a part of it is not that of the series (E639).
    """
    facts = facts_of_series(numbers, project.office, year)
    try:
        return plain_number(typed, facts)
    except PaperNumberError as fault:
        raise ContentError([diagnose_number(fault, place)]) from fault


def _refuse(project: Project, entries: list[NumberEntry], wish: Wish, today: dt.date) -> None:
    problems: list[Diagnostic] = []
    if wish.until < today:
        date = thai.format_date(wish.until, "long", "arabic")
        message = _("a day from today on is expected, the reservation would end on {date}").format(date=date)
        problems.append(Diagnostic("E698", message, entries[0].place, _("Write a later day after --until.")))
    for entry in entries:
        problems += _problems_of(project, entry, today)
    if problems:
        raise ContentError(problems)


def _problems_of(project: Project, entry: NumberEntry, today: dt.date) -> Iterator[Diagnostic]:
    """Generate a diagnostic where a number is not there to be reserved.

    A number whose reservation has run out is, and so is one that was cancelled and is free.
    """
    for other_entry in holders(project.register, entry.series, entry.key):
        note = other_entry.note
        if note.state is NumberState.USED:
            yield diagnose_taken_number(entry, other_entry, project.register)
        elif note.is_cancelled and not note.is_free and entry.series:
            cure = hint_of_another_number(project.register, entry.series)
            yield replace(diagnose_cancelled(entry, other_entry), hint=cure)
        elif note.is_reserved and not note.has_run_out(today):
            message = _("the number {number} is reserved already: {purpose}")
            text = message.format(number=entry.number, purpose=words_of_reservation(other_entry))
            yield Diagnostic("E698", text, other_entry.place, _("Reserve another number."))


def _row(entry: NumberEntry, wish: Wish, today: dt.date, words_before: str) -> RowTexts:
    # The date says in which year the number is counted; today says it too, unless it is of another year.
    is_of_this_year = entry.series is not None and entry.series.year == thai.buddhist_year(today)
    date = today if is_of_this_year else entry.date
    day_noted = None if is_of_this_year else today
    # The subject of a number that is yet to be given is what it is reserved for.
    return {
        "number": entry.number or "",
        "date": date_text(date),
        "state": STATE_WORDS[NumberState.RESERVED],
        "who": wish.who,
        "purpose": entry.subject,
        "until": date_text(wish.until),
        "why": words_before,
        "noted": date_text(day_noted),
    }
