"""What Excel shows for the value of a cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from esa_docs import thai
from esa_docs.source.tables.shown.dates import date_of, has_days, show_date, shows_christian_year
from esa_docs.source.tables.shown.format_codes import Section, parse_format
from esa_docs.source.tables.shown.numbers import (
    UnreadFormatError,
    general_number,
    plain_number,
    show_number,
    with_digits_of,
)

GENERAL: Final = "General"
_TEXT: Final = "@"
_BY_NUMBER: Final = {
    14: "d/m/bbbb",
    15: "d-mmm-bb",
    17: "mmm-bb",
    22: "d/m/bbbb h:mm",
    59: "t0",
    60: "t0.00",
    61: "t#,##0",
    62: "t#,##0.00",
    67: "t0%",
    68: "t0.00%",
    69: "t# ?/?",
    70: "t# ??/??",
    71: "td/m/bbbb",
    72: "td-mmm-bb",
    73: "td-mmm",
    74: "tmmm-bb",
    75: "th:mm",
    76: "th:mm:ss",
    77: "td/m/bbbb h:mm",
    78: "tmm:ss",
    79: "t[h]:mm:ss",
    80: "tmm:ss.0",
    81: "d/m/bb",
}
"""Formats that are known by a number and not written in the file, as a Thai Windows shows them.

ECMA-376 part 1, 18.8.30, lists those of th-th.
"""
_OF_THE_SYSTEM: Final = frozenset({5, 6, 7, 8, 42, 44})
"""Formats with the currency of the machine."""
_DAY: Final = dt.timedelta(days=1)
_SIGNIFICANT_DIGITS: Final = 15
_LARGEST_EXACT: Final = 10**_SIGNIFICANT_DIGITS

Raw = str | int | float | bool | Decimal | dt.datetime | dt.date | dt.time | dt.timedelta | None
"""A value as openpyxl gives it."""


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell.

    Attributes:
        text: as Excel shows it; the value itself where `is_raw`.
        plain: as a number or date is typed, where one is expected: without thousands, in the Buddhist era.
        is_raw: whether Excel shows it in a way that is not read here.
        has_christian_year: whether it is a date that Excel shows with a year of the Christian era.
    """

    text: str
    plain: str
    is_raw: bool = False
    has_christian_year: bool = False


def format_code(code: str, number: int) -> str:
    """Return the format of a cell as it is shown on a Thai Windows.

    Args:
        code: as openpyxl gives it.
        number: the number of the format.
    """
    if number in _OF_THE_SYSTEM:
        return "[the currency of the machine]"
    if number in _BY_NUMBER:
        return _BY_NUMBER[number]
    return code


def is_of_dates(code: str) -> bool:
    """Return whether a number format shows a number as a date, time or duration."""
    return parse_format(code)[0].is_of_dates


def show_value(value: Raw, code: str, *, is_from_1904: bool = False) -> CellText:
    """Return what Excel shows for a value.

    Args:
        value: the value.
        code: its number format.
        is_from_1904: whether the workbook counts days from 1904.
    """
    if value is None:
        return CellText("", "")
    if isinstance(value, bool):
        word = "TRUE" if value else "FALSE"
        return CellText(word, word)
    if isinstance(value, str):
        return _show_text(value, code)
    if isinstance(value, int | float) and not abs(value) < _LARGEST_EXACT:
        # Excel keeps 15 digits of a number, and shows one that is longer with an exponent.
        return CellText(str(value), str(value), is_raw=True)
    if isinstance(value, dt.date) and code == GENERAL:
        code = _BY_NUMBER[14]
    return _show_number(_number(value, is_from_1904=is_from_1904), code, is_from_1904=is_from_1904)


def _show_number(number: Decimal, code: str, *, is_from_1904: bool) -> CellText:
    section, is_negative = _section(parse_format(code), number)
    plain = plain_number(number)
    if has_days(section):
        plain = _typed_date(number, is_from_1904=is_from_1904) or plain
    try:
        text = _show(section, number, is_negative=is_negative, is_from_1904=is_from_1904)
    except UnreadFormatError:
        return CellText(plain, plain, is_raw=True)
    text = text.strip()
    is_of_times = section.is_of_dates and not has_days(section)
    if is_of_times or section.has_sign("%"):
        plain = text
    date = date_of(number, is_from_1904=is_from_1904)
    has_christian_year = shows_christian_year(section) and date is not None and date.year < thai.FIRST_YEAR
    return CellText(text, plain, has_christian_year=has_christian_year)


def _show_text(value: str, code: str) -> CellText:
    """Return a text, with the words that its format puts around it."""
    if "@" not in code or code == _TEXT:
        return CellText(value, value)
    text_sections = [section for section in parse_format(code) if section.is_of_texts]
    section = text_sections[-1]
    if section.is_unread or section.has("digit", "date"):
        return CellText(value, value, is_raw=True)
    words = "".join(piece.text for piece in section.pieces if piece.kind == "text")
    if not words.strip():
        return CellText(value, value)
    texts: list[str] = []
    for piece in section.pieces:
        text = value if piece.text == _TEXT else piece.text
        texts.append(text)
    return CellText("".join(texts), value)


def _show(section: Section, number: Decimal, *, is_negative: bool, is_from_1904: bool) -> str:
    """Return what a section shows for a number.

    Raises:
        UnreadFormatError: it shows it in a way that is not read here.
    """
    if section.is_unread or (number and not section.pieces):
        raise UnreadFormatError("a sign that is not read, or nothing is shown")
    if section.is_of_dates:
        text = show_date(section, number, is_from_1904=is_from_1904)
    elif section.is_of_texts:
        text = general_number(number)
    else:
        text = show_number(section, abs(number), is_negative=is_negative)
    loses_its_sign = number < 0 and not any(sign in text for sign in "-(−")
    if loses_its_sign:
        # The colour alone says that the number is negative, or nothing does.
        raise UnreadFormatError("a number that is negative by its colour")
    return with_digits_of(section, text)


def _section(sections: tuple[Section, ...], number: Decimal) -> tuple[Section, bool]:
    """Return the section for a number, and whether a minus stands before what it shows."""
    number_sections = list(sections)
    if len(sections) > 1 and sections[-1].is_of_texts:
        number_sections.pop()
    if any(section.is_unread for section in number_sections):
        unread = next(section for section in number_sections if section.is_unread)
        return unread, False
    negative, zero = 1, 2
    if number < 0 and len(number_sections) > negative:
        return number_sections[negative], False
    if number == 0 and len(number_sections) > zero:
        return number_sections[zero], False
    is_date = number_sections[0].is_of_dates
    return number_sections[0], number < 0 and not is_date


def _number(value: Raw, *, is_from_1904: bool) -> Decimal:
    """Return a number, date or time as the number that the workbook holds."""
    if isinstance(value, dt.timedelta):
        return Decimal(value / dt.timedelta(milliseconds=1)) / Decimal(_DAY / dt.timedelta(milliseconds=1))
    if isinstance(value, dt.time):
        time = dt.timedelta(0, value.second, value.microsecond, 0, value.minute, value.hour)
        return _number(time, is_from_1904=is_from_1904)
    if isinstance(value, dt.date):
        return _days(value, is_from_1904=is_from_1904)
    # A workbook holds binary fractions; Excel shows their first 15 digits.
    return Decimal(f"{Decimal(str(value)):.{_SIGNIFICANT_DIGITS}g}")


def _days(value: dt.date, *, is_from_1904: bool) -> Decimal:
    first_day = dt.date(1904, 1, 1) if is_from_1904 else dt.date(1899, 12, 30)
    day = value.date() if isinstance(value, dt.datetime) else value
    days = (day - first_day).days
    # Openpyxl gives 28 February 1900 for day 59 and for day 60, which never was: nobody can tell which.
    if not is_from_1904 and 0 < days < 60:  # noqa: PLR2004 the day 60 of Excel
        days -= 1
    if not isinstance(value, dt.datetime):
        return Decimal(days)
    return days + _number(value.time(), is_from_1904=is_from_1904)


def _typed_date(number: Decimal, *, is_from_1904: bool) -> str:
    """Return a date as a clerk would type it, in the Buddhist era; empty for what is no day."""
    date = date_of(number, is_from_1904=is_from_1904)
    if date is None or number < 1:
        return ""
    # Excel keeps a date in the Christian era. As large a year as 2569 was typed in the Buddhist era.
    year = date.year if date.year >= thai.FIRST_YEAR else date.year + thai.CE_TO_BE
    return f"{year}-{date.month}-{date.day}"
