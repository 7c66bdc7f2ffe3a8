"""ทะเบียน as it is shown: the numbers of one series in one calendar year, in their order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.number_register import (
    NumberEntry,
    YearSeries,
    day_for_sorting,
    freed_numbers,
    next_free,
)

_PARTS_OF_KEY = re.compile(r"([^0-9]*)([0-9]+)(?:/([0-9]+))?(.*)")


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """The register of one series in one calendar year.

    Attributes:
        numbers: the series, as its kind declares it.
        series: name of the series, and the calendar year.
        entries: documents with a number in the order of their numbers, then those that may yet get one.
        next_free: the number after the highest.
        freed: cancelled numbers that may be given to another paper.
        other_years: other calendar years in which the series has numbers, ascending.
    """

    numbers: NumberSeries
    series: YearSeries
    entries: tuple[NumberEntry, ...]
    next_free: int
    freed: tuple[str, ...] = ()
    other_years: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """What it is called, with its calendar year."""
        return f"{self.numbers.title} พ.ศ. {self.series.year}"


def register_table(entries: Iterable[NumberEntry], numbers: NumberSeries, year: int) -> RegisterTable:
    """Return the register of one series in one calendar year.

    Args:
        entries: all entries of the project.
        numbers: the series, as its kind declares it.
        year: calendar year in the Buddhist era.
    """
    series = YearSeries(numbers.name, year)
    numbered_entries = []
    waiting_entries = []
    other_years: set[int] = set()
    for entry in entries:
        if entry.counted_in != numbers.name:
            continue
        if entry.series == series:
            numbered_entries.append(entry)
        elif entry.series is None and _waits_in(entry, year):
            waiting_entries.append(entry)
        elif entry.series is not None:
            other_years.add(entry.series.year)
    numbered_entries.sort(key=_by_number)
    next_number = next_free(numbered_entries, series)
    freed = freed_numbers(numbered_entries, series)
    all_entries = (*numbered_entries, *waiting_entries)
    return RegisterTable(numbers, series, all_entries, next_number, freed, tuple(sorted(other_years)))


def _waits_in(entry: NumberEntry, year: int) -> bool:
    """Return whether a document without number or date may yet get a number of a calendar year."""
    if entry.date_or_month is not None:
        return thai.calendar_year(entry.date_or_month) == year
    # A calendar year lies in two fiscal years: its last three months belong to the next one.
    return entry.folder in {year, year + 1}


def _by_number(entry: NumberEntry) -> tuple[str, int, int, str, dt.date]:
    """Return the sort key of an entry: 45, 45/1, 46; those with a word before them (พิเศษ 3) come last."""
    parts = _PARTS_OF_KEY.fullmatch(entry.key)
    if parts is None:
        return entry.key, 0, 0, "", day_for_sorting(entry)
    word, figures, inserted, behind = parts.groups()
    number, inserted_number = thai.whole_number(figures) or 0, thai.whole_number(inserted or "") or 0
    return word, number, inserted_number, behind, day_for_sorting(entry)


def year_to_show(entries: Iterable[NumberEntry], numbers: NumberSeries, this_year: int) -> int | None:
    """Return the calendar year whose register is looked at: this one where it has numbers, else the newest.

    None where the series has no number.
    """
    counted_entries = [entry for entry in entries if entry.counted_in == numbers.name]
    years = [entry.series.year for entry in counted_entries if entry.series]
    return this_year if this_year in years else max(years, default=None)
