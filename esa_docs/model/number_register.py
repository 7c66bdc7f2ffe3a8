"""ทะเบียน: the numbers of documents, of those of the project and of those made elsewhere.

Folders are fiscal years, but numbers are counted by calendar year: an order of October 2568 stands in folder
2569, and its number is one of 2568.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.diagnostics import Location
from esa_docs.model.base import DateOrMonth
from esa_docs.model.number_state import NumberNote

_YEAR_BEHIND = re.compile(r"/[0-9]{4}$")
_FIGURES = re.compile(r"[0-9]+")
_USED = NumberNote()
UNNUMBERED = "/"
"""Begins what stands in place of a series for papers that bear no number."""


@dataclass(frozen=True, slots=True, order=True)
class YearSeries:
    """A series of numbers in a calendar year of the Buddhist era: within it each number stands once."""

    name: str
    year: int


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A document as the register shows it.

    Attributes:
        counted_in: name of its series: its kind, or that of circulars. For a kind without numbers it is a
            name that no series has: it begins with `UNNUMBERED`.
        number: its number as written. None where it has none yet.
        date: its date. None where it has none yet, or has a month whose day is left for the pen.
        subject: what it is about.
        source: ``year/name`` of a document of the project, or the register file that lists a document.
        folder: fiscal year of the folder of its content file. None for a line of a register file.
        place: where its number stands, or would stand.
        date_place: where its date stands, or would stand.
        note: what a register file notes of the number.
        typed: its number as it is typed, with the parts that were taken off. None where it has none.
        month: the month of its date, where that is all it has yet.
        is_kept: whether it is the entry of a kept version, whose number no content file has any more.
        number_note: what a register noted of the number before the paper bore it, see `Record`.
        is_recorded: whether the last kept version of its paper has this number.
        is_at_fault: whether its number is none, or has parts of another paper (E639); then it stands here as
            it is typed, and nobody knows which number is meant.
    """

    counted_in: str
    number: str | None
    date: dt.date | None
    subject: str
    source: str
    folder: int | None
    place: Location
    date_place: Location
    note: NumberNote = _USED
    typed: str | None = None
    month: thai.ThaiMonth | None = None
    is_kept: bool = False
    number_note: str = ""
    is_recorded: bool = False
    is_at_fault: bool = False

    @property
    def is_issued(self) -> bool:
        """Whether it has its date, and its number where it is to bear one."""
        has_all_numbers = self.number is not None or self.counted_in.startswith(UNNUMBERED)
        return self.date is not None and has_all_numbers

    @property
    def date_or_month(self) -> DateOrMonth | None:
        """Its date, else the month of its date. None where it has neither yet."""
        return self.date or self.month

    @property
    def day_noted(self) -> DateOrMonth | None:
        """Day on which it was reserved or cancelled; the date says in which year it is counted."""
        return self.note.noted or self.date_or_month

    @property
    def date_of_paper(self) -> DateOrMonth | None:
        """Date or month of its paper. None where there is no paper: then the date is that of the note."""
        has_no_paper = self.note.is_cancelled and not self.subject
        if self.note.is_reserved or self.note.purpose or has_no_paper:
            return None
        return self.date_or_month

    @property
    def series(self) -> YearSeries | None:
        """The series that its number is of. None while its number or the year of its date is missing."""
        if self.number is None or self.date_or_month is None:
            return None
        return YearSeries(self.counted_in, thai.calendar_year(self.date_or_month))

    @property
    def key(self) -> str:
        """Text that is the same for equal numbers, see `number_key`."""
        return number_key(self.number or "")


def date_and_month(date: DateOrMonth | None) -> tuple[dt.date | None, thai.ThaiMonth | None]:
    """Return date and month as an entry has them: a date has no month beside it."""
    if isinstance(date, thai.ThaiMonth):
        return None, date
    return date, None


def number_key(number: str) -> str:
    """Return a text that is the same for equal numbers: ``12`` for ``๐๑๒``, ``12`` and ``12/2569``."""
    digits = thai.to_arabic_digits(number)
    without_spaces = "".join(digits.split())
    without_year = _YEAR_BEHIND.sub("", without_spaces)
    return _FIGURES.sub(_without_leading_zeros, without_year)


def _without_leading_zeros(figures: re.Match[str]) -> str:
    return figures[0].lstrip("0") or "0"


def holders(entries: Iterable[NumberEntry], series: YearSeries | None, key: str) -> tuple[NumberEntry, ...]:
    """Return the entries that have a number of a series; none while the series is not known.

    Args:
        entries: entries of a project.
        series: the series and calendar year. None while number or date is missing.
        key: the number, see `number_key`.
    """
    if series is None:
        return ()
    return tuple(entry for entry in entries if entry.series == series and entry.key == key)


def next_free(entries: Iterable[NumberEntry], series: YearSeries) -> int:
    """Return the number after the highest of a series.

    The number of a gap is never free: it may belong to a document that nobody has noted.
    """
    numbers = [number_value(entry) for entry in entries if entry.series == series]
    return max(numbers, default=0) + 1


def is_beyond_highest(entries: Iterable[NumberEntry], entry: NumberEntry) -> bool:
    """Return whether a number is above all of its series, and no document waits with it for its date."""
    if entry.series is None:
        return False
    entries = list(entries)
    for other_entry in entries:
        is_waiting = other_entry.series is None and other_entry.counted_in == entry.counted_in
        if is_waiting and other_entry.number is not None and other_entry.key == entry.key:
            return False
    return number_value(entry) >= next_free(entries, entry.series)


def freed_numbers(entries: Iterable[NumberEntry], series: YearSeries) -> tuple[str, ...]:
    """Return the cancelled numbers of a series that may be given to another paper, ascending.

    A number that a paper still bears is not free yet.
    """
    entries_of_series = [entry for entry in entries if entry.series == series]
    borne_keys = {entry.key for entry in entries_of_series if not entry.note.is_cancelled}
    freed_entries: list[NumberEntry] = []
    for entry in entries_of_series:
        if entry.note.is_cancelled and entry.note.is_free and entry.key not in borne_keys:
            freed_entries.append(entry)
    freed_entries.sort(key=number_value)
    return tuple(entry.number or "" for entry in freed_entries)


def day_for_sorting(entry: NumberEntry) -> dt.date:
    """Return the day by which entries are sorted: its date, or the last day of its month.

    An entry that has neither comes first.
    """
    if entry.date_or_month is None:
        return dt.date.min
    return thai.last_day_of(entry.date_or_month)


def number_value(entry: NumberEntry) -> int:
    """Return the first figures of the number of a document, such as 12 of ``ว 12``; 0 where it has none.

    Figures that are too many for a number count as none: its file is told of it (E639).
    """
    figures = _FIGURES.search(entry.key)
    number = thai.whole_number(figures[0]) if figures else None
    return number or 0
