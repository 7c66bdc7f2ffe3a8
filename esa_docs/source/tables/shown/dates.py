"""Dates, times and durations as a section of a number format shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from esa_docs import thai
from esa_docs.source.tables.shown.format_codes import THAI, Piece, Section
from esa_docs.source.tables.shown.numbers import UnreadFormatError

FIRST_DAYS: Final = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
"""Day 0 of a workbook; True for one with dates from 1904."""
_DAY_THAT_NEVER_WAS: Final = 60
"""Excel takes 1900 for a leap year: days before 1 March 1900 are one off. Day 0 never was either."""
_MILLISECONDS: Final = 24 * 60 * 60 * 1000
_ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_ENGLISH_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT: Final = 3
"""Letters of an English short name, and of the code of a short name."""
_FIRST_LETTER: Final = 5
"""Letters of the code of the first letter of a month."""
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A value of Excel as day and time.

    Attributes:
        date: the day; None for a duration, and for what is no day in Excel.
        milliseconds: the time of the day; of a duration, all of it.
    """

    date: dt.date | None
    milliseconds: int


def date_of(serial: Decimal, *, is_from_1904: bool) -> dt.date | None:
    """Return the day of a value of Excel; None of one that is no day in Excel."""
    day = int(serial)
    if serial < 0 or (not is_from_1904 and day in (0, _DAY_THAT_NEVER_WAS)):
        return None
    if not is_from_1904 and day < _DAY_THAT_NEVER_WAS:
        day += 1
    try:
        return FIRST_DAYS[is_from_1904] + dt.timedelta(days=day)
    except OverflowError:
        return None


def show_date(section: Section, serial: Decimal, *, is_from_1904: bool) -> str:
    """Return a value as a section of dates, times or a duration shows it, with digits 0 to 9.

    Args:
        section: the section.
        serial: days since day 0 of the workbook.
        is_from_1904: whether the workbook counts days from 1904.

    Raises:
        UnreadFormatError: the value is no day in Excel, or the names are of a language not known here.
    """
    moment = _moment(section, serial, is_from_1904=is_from_1904)
    pieces = _with_minutes(section.pieces)
    has_noon = section.has("noon")
    texts = [_text(piece, moment, section, has_noon=has_noon) for piece in pieces]
    return "".join(texts)


def _moment(section: Section, serial: Decimal, *, is_from_1904: bool) -> Moment:
    exact_milliseconds = (serial * _MILLISECONDS).quantize(Decimal(1), ROUND_HALF_UP)
    milliseconds = _rounded_to_seconds(section, int(exact_milliseconds))
    if section.has("elapsed") and not has_days(section):
        if serial < 0:
            raise UnreadFormatError(str(serial))
        return Moment(None, milliseconds)
    days, milliseconds = divmod(milliseconds, _MILLISECONDS)
    if serial < 0:
        raise UnreadFormatError(str(serial))
    return Moment(date_of(Decimal(days), is_from_1904=is_from_1904), milliseconds)


def has_days(section: Section) -> bool:
    """Return whether a section shows the day or the year of a value."""
    return any(piece.kind == "date" and piece.text[0] in "dyb" for piece in section.pieces)


def shows_christian_year(section: Section) -> bool:
    """Return whether a section shows the year of a value in the Christian era."""
    if not section.is_of_dates or section.is_buddhist:
        return False
    return any(piece.kind == "date" and piece.text[0] == "y" for piece in section.pieces)


def _rounded_to_seconds(section: Section, milliseconds: int) -> int:
    """Return a time rounded as Excel rounds it where it shows seconds; minutes are never rounded up."""
    seconds_codes = [piece for piece in section.pieces if piece.text.startswith("s")]
    has_decimals = section.has("seconds")
    if not seconds_codes or has_decimals:
        return milliseconds
    return (milliseconds + 500) // 1000 * 1000


def _with_minutes(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in which an m beside hours or seconds is known as minutes."""
    pieces_with_minutes = list(pieces)
    codes = [place for place, piece in enumerate(pieces) if piece.kind in ("date", "elapsed")]
    for number, place in enumerate(codes):
        piece = pieces[place]
        if piece.kind != "date" or piece.text not in ("m", "mm"):
            continue
        before = pieces[codes[number - 1]].text if number else ""
        after = pieces[codes[number + 1]].text if number + 1 < len(codes) else ""
        if before.startswith("h") or after.startswith("s"):
            pieces_with_minutes[place] = Piece("minute", piece.text)
    return pieces_with_minutes


def _text(piece: Piece, moment: Moment, section: Section, *, has_noon: bool) -> str:  # noqa: C901, PLR0911 a flat match
    """Return what a piece shows of a moment."""
    width = len(piece.text)
    seconds = moment.milliseconds // 1000
    match piece.kind, piece.text[:1]:
        case "elapsed", letter:
            units = {"h": 3600, "m": 60, "s": 1}
            return f"{seconds // units[letter]:0{width}}"
        case "minute", _:
            return f"{seconds // 60 % 60:0{width}}"
        case "date", "h":
            hour = seconds // 3600 % 24
            if has_noon:
                hour = hour % _NOON or _NOON
            return f"{hour:0{width}}"
        case "date", "s":
            return f"{seconds % 60:0{width}}"
        case "date", _:
            return _day_text(piece.text, moment.date, section)
        case "seconds", _:
            fraction = f"{moment.milliseconds % 1000:03}".ljust(width - 1, "0")
            return f".{fraction[: width - 1]}"
        case "noon", _:
            return _noon_text(piece.text, seconds)
        case "digit", _:
            raise UnreadFormatError(piece.text)
        case _:
            return piece.text


def _noon_text(code: str, seconds: int) -> str:
    is_morning = seconds // 3600 % 24 < _NOON
    names = ("A", "P") if code == "a/p" else ("AM", "PM")
    return names[0] if is_morning else names[1]


def _day_text(code: str, date: dt.date | None, section: Section) -> str:
    if date is None or section.has_other_calendar:
        raise UnreadFormatError(code)
    letter, width = code[0], len(code)
    if letter == "d":
        return _figures_or_name(date.day, width, _day_names(section, date, width))
    if letter == "m":
        return _figures_or_name(date.month, width, _month_name(section, date, width))
    year = date.year
    if letter == "b" or section.is_buddhist:
        year += thai.CE_TO_BE
    is_short = width <= 2  # noqa: PLR2004 the letters of a short year
    return f"{year % 100:02}" if is_short else str(year)


def _figures_or_name(number: int, width: int, name: str) -> str:
    return name if width >= _SHORT else f"{number:0{width}}"


def _day_names(section: Section, date: dt.date, width: int) -> str:
    """Return the name of a weekday; empty where figures are shown."""
    if width < _SHORT:
        return ""
    _refuse_other_languages(section)
    weekday = date.weekday()
    if section.language == THAI:
        names = thai.WEEKDAY_ABBREVIATIONS if width == _SHORT else thai.WEEKDAYS
        return names[weekday]
    name = _ENGLISH_DAYS[weekday]
    return name[:_SHORT] if width == _SHORT else name


def _month_name(section: Section, date: dt.date, width: int) -> str:
    """Return the name of a month; empty where figures are shown."""
    if width < _SHORT:
        return ""
    _refuse_other_languages(section)
    month = date.month - 1
    is_thai = section.language == THAI
    full_name = thai.MONTHS[month] if is_thai else _ENGLISH_MONTHS[month]
    if width == _FIRST_LETTER:
        return full_name[0]
    if width > _SHORT:
        return full_name
    return thai.MONTH_ABBREVIATIONS[month] if is_thai else full_name[:_SHORT]


def _refuse_other_languages(section: Section) -> None:
    if not section.language:
        raise UnreadFormatError("names in another language")
