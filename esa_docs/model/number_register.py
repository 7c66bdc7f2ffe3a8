"""ทะเบียน: the numbers that documents bear, those of the project and those made elsewhere.

Folders are fiscal years, numbers run by calendar year: an order of October 2568 stands in folder 2569 and
takes its number from those of 2568.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.diagnostics import Location
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.base import Content, Text, ThaiDate

_YEAR_BEHIND = re.compile(r"/[0-9]{4}$")
_FIGURES = re.compile(r"[0-9]+")


class RegisterRow(Content):
    """One line of a register file: a document that was made elsewhere."""

    number: Text
    """Its number, without the year."""
    date: ThaiDate
    """Its date."""
    subject: Text
    """Its subject, without the word เรื่อง."""


@dataclass(frozen=True, slots=True, order=True)
class YearSeries:
    """What numbers are counted in: a series in a calendar year of the Buddhist era."""

    name: str
    year: int


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A document as the register shows it.

    Attributes:
        counted_in: name of its series: its kind, or that of circulars; for a kind without numbers a name that
            no series has.
        number: its number as written; None where it has none yet.
        date: its date; None where it has none yet.
        subject: what it is about.
        source: ``year/name`` of a document of the project, or the register file that notes one.
        folder: fiscal year of the folder in which it stands; None in a register file.
        place: where its number stands, or would.
        date_place: where its date stands, or would.
    """

    counted_in: str
    number: str | None
    date: dt.date | None
    subject: str
    source: str
    folder: int | None
    place: Location
    date_place: Location

    @property
    def series(self) -> YearSeries | None:
        """YearSeries from which its number is taken; None while number or date is missing."""
        if self.number is None or self.date is None:
            return None
        return YearSeries(self.counted_in, thai.buddhist_year(self.date))

    @property
    def key(self) -> str:
        """What is equal for equal numbers: ``๐๑๒``, ``12`` and ``12/2569`` are one."""
        return number_key(self.number or "")


def number_key(number: str) -> str:
    """Give what is equal for equal numbers, however they are written."""
    plain = _YEAR_BEHIND.sub("", "".join(thai.to_arabic_digits(number).split()))
    return _FIGURES.sub(lambda figures: figures[0].lstrip("0") or "0", plain)


def next_free(entries: Iterable[NumberEntry], series: YearSeries) -> int:
    """Give the number after the highest of a series: a gap may belong to a document nobody has noted."""
    return 1 + max((_figures(one) for one in entries if one.series == series), default=0)


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """One series as it is shown.

    Attributes:
        numbers: what is counted.
        series: the series in its calendar year.
        entries: documents with a number by date, then those that may yet come into the series.
        next_free: the number after the highest.
    """

    numbers: NumberSeries
    series: YearSeries
    entries: tuple[NumberEntry, ...]
    next_free: int

    @property
    def title(self) -> str:
        """What it is called, with its calendar year."""
        return f"{self.numbers.title} พ.ศ. {self.series.year}"


def register_table(entries: Iterable[NumberEntry], numbers: NumberSeries, year: int) -> RegisterTable:
    """Return one series as it is shown.

    Args:
        entries: the whole register.
        numbers: what is counted.
        year: calendar year in the Buddhist era.
    """
    series = YearSeries(numbers.name, year)
    counted = [entry for entry in entries if entry.counted_in == numbers.name]
    taken = [entry for entry in counted if entry.series == series]
    waiting = [entry for entry in counted if entry.series is None and entry.folder in {year, year + 1}]
    taken.sort(key=lambda entry: (entry.date or dt.date.min, _figures(entry), entry.key))
    return RegisterTable(numbers, series, (*taken, *waiting), next_free(taken, series))


def newest_year(entries: Iterable[NumberEntry], numbers: NumberSeries) -> int | None:
    """Return the newest calendar year in which a number of a series is taken."""
    years = (entry.series.year for entry in entries if entry.series and entry.counted_in == numbers.name)
    return max(years, default=None)


def _figures(entry: NumberEntry) -> int:
    found = _FIGURES.search(entry.key)
    return int(found[0]) if found else 0
