"""ทะเบียน: the numbers that documents bear, those of the project and those made elsewhere.

Folders are fiscal years, numbers run by calendar year: an order of October 2568 stands in folder 2569 and
takes its number from those of 2568.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Location
from esa_docs.model.base import Content, Text, ThaiDate

CIRCULAR: Final = "circular"
"""หนังสือเวียน: its numbers are a series of their own each calendar year (ข้อ 32)."""
REGISTER_TITLES: Final = {
    "order": "ทะเบียนคำสั่ง",
    "memo": "ทะเบียนบันทึกข้อความ",
    "letter": "ทะเบียนหนังสือส่ง",
    CIRCULAR: "ทะเบียนหนังสือเวียน",
}
"""What each register is called in print."""

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
class Series:
    """What numbers are counted in: a kind of document in a calendar year of the Buddhist era."""

    kind: str
    year: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the register shows it.

    Attributes:
        kind: kind of document.
        number: its number as written; None where it has none yet.
        date: its date; None where it has none yet.
        subject: what it is about.
        source: ``year/name`` of a document of the project, or the register file that notes one.
        folder: fiscal year of the folder in which it stands; None in a register file.
        place: where its number stands, or would.
        date_place: where its date stands, or would.
    """

    kind: str
    number: str | None
    date: dt.date | None
    subject: str
    source: str
    folder: int | None
    place: Location
    date_place: Location

    @property
    def series(self) -> Series | None:
        """Series from which its number is taken; None while number or date is missing."""
        if self.number is None or self.date is None:
            return None
        return Series(self.kind, thai.buddhist_year(self.date))

    @property
    def key(self) -> str:
        """What is equal for equal numbers: ``๐๑๒``, ``12`` and ``12/2569`` are one."""
        return number_key(self.number or "")


def number_key(number: str) -> str:
    """Give what is equal for equal numbers, however they are written."""
    plain = _YEAR_BEHIND.sub("", "".join(thai.to_arabic_digits(number).split()))
    return _FIGURES.sub(lambda figures: figures[0].lstrip("0") or "0", plain)


def next_free(entries: Iterable[Entry], series: Series) -> int:
    """Give the number after the highest of a series: a gap may belong to a document nobody has noted."""
    return 1 + max((_figures(one) for one in entries if one.series == series), default=0)


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """One series as it is shown.

    Attributes:
        series: kind and calendar year.
        entries: documents with a number by date, then those that may yet come into the series.
        next_free: the number after the highest.
    """

    series: Series
    entries: tuple[Entry, ...]
    next_free: int

    @property
    def title(self) -> str:
        """What it is called, with its calendar year."""
        return f"{REGISTER_TITLES[self.series.kind]} พ.ศ. {self.series.year}"


@dataclass(frozen=True, slots=True)
class RegisterContent:
    """A register to be printed: the content of a document that has no content file.

    Attributes:
        table: the series it shows.
    """

    table: RegisterTable

    @property
    def kind(self) -> str:
        """Kind of document it lists, whose digits it is printed with; circulars are letters."""
        kind = self.table.series.kind
        return "letter" if kind == CIRCULAR else kind

    @property
    def title(self) -> str:
        """What it is called, with its calendar year."""
        return self.table.title


def register_table(entries: Iterable[Entry], kind: str, year: int) -> RegisterTable:
    """Give one series as it is shown.

    Args:
        entries: the whole register.
        kind: kind of document.
        year: calendar year in the Buddhist era.
    """
    series = Series(kind, year)
    of_kind = [one for one in entries if one.kind == kind]
    taken = [one for one in of_kind if one.series == series]
    open_ones = [one for one in of_kind if one.series is None and one.folder in {year, year + 1}]
    taken.sort(key=lambda one: (one.date or dt.date.min, _figures(one), one.key))
    return RegisterTable(series, (*taken, *open_ones), next_free(taken, series))


def newest_year(entries: Iterable[Entry], kind: str) -> int | None:
    """Give the newest calendar year in which a number of a kind is taken."""
    years = (one.series.year for one in entries if one.series and one.kind == kind)
    return max(years, default=None)


def _figures(entry: Entry) -> int:
    found = _FIGURES.search(entry.key)
    return int(found[0]) if found else 0
