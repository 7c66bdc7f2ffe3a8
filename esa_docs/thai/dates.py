"""Dates in the Buddhist era: วันเดือนปี พ.ศ., the fiscal year ปีงบประมาณ and its rounds รอบการประเมิน.

Until 1940 the Thai year began on 1 April, so January to March lay 542 years apart from the Christian era and
B.E. 2483 had only nine months; from 1 January 1941 (2484) on it is 543 always.
"""

import datetime as dt
import re
from typing import Final, Literal

from esa_docs.thai.calendar_names import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from esa_docs.thai.date_errors import NoSuchDay, NotADate, NotAMonth, ReversedRange, WrongEra, WrongWeekday
from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits
from esa_docs.thai.text import normalise_spaces

DateStyle = Literal["long", "order", "full", "weekday", "short", "month"]
"""How a date is printed; see `format_date`."""

FIRST_YEAR: Final = 2400
"""The first B.E. year that is read: a smaller one is taken for the Christian era (design decision)."""

LAST_YEAR: Final = 2999
"""The last B.E. year that names a fiscal year: a larger one is taken for a slip of the hand."""

CE_TO_BE: Final = 543
"""Years between the Christian era and the Buddhist era, from 1941 on."""

_APRIL: Final = 4
"""In it the Thai year began until 1940, and the second round of assessment begins."""
_OCTOBER: Final = 10
"""In it the fiscal year begins."""
_SHORT_YEAR: Final = 2483
"""The B.E. year of nine months, April to December 1940."""

_JANUARY_TO_DECEMBER = range(1, 13)
MONTH_NUMBERS: Final = {
    **dict(zip(MONTHS, _JANUARY_TO_DECEMBER, strict=True)),
    **dict(zip(MONTH_ABBREVIATIONS, _JANUARY_TO_DECEMBER, strict=True)),
}
_STYLES = frozenset(("long", "order", "full", "weekday", "short", "month"))
MONTH_NAME = "|".join(map(re.escape, MONTH_NUMBERS))
# Texts, which re compiles at the first use and keeps: to compile them costs more than to import the module.
_WORDS = (
    rf"(?:วัน(?P<weekday>{'|'.join(WEEKDAYS)})? ?ที่ ?)?(?P<day>[0-9]{{1,2}}) ?(?P<month>{MONTH_NAME}) ?"
    r"(?P<era>[พค]\.ศ\.)? ?(?P<year>[0-9]{4})"
)
_YEAR_FIRST = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_DAY_FIRST = r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"


def buddhist_year(date: dt.date) -> int:
    """Return the Buddhist year (พ.ศ.) a date lies in.

    Until 1940 January to March belong to the year that began in the April before.
    """
    year = date.year + CE_TO_BE
    if year <= _SHORT_YEAR and date.month < _APRIL:
        return year - 1
    return year


def fiscal_year(date: dt.date) -> int:
    """Return the fiscal year (ปีงบประมาณ) in B.E., 1 October to 30 September, named by the year it ends in.

    Today's rule holds for every date; the fiscal years of before 1941 are not modelled.
    """
    year = date.year + CE_TO_BE
    if date.month >= _OCTOBER:
        return year + 1
    return year


def fiscal_round(date: dt.date) -> int:
    """Return the round of assessment (รอบการประเมิน): 1 for October to March, 2 for April to September."""
    return 2 if _APRIL <= date.month < _OCTOBER else 1


def format_date(date: dt.date, style: DateStyle = "long", numerals: Numerals = "thai") -> str:
    """Return a date in words (วันเดือนปี), with ordinary spaces.

    | style | shape | stands in |
    |---|---|---|
    | `long` | ๑๖ กันยายน ๒๕๖๙ | letters, memos |
    | `order` | วันที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙ | orders, announcements |
    | `full` | วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙ | solemn texts |
    | `weekday` | วันพุธที่ ๑๖ กันยายน ๒๕๖๙ | minutes, invitations |
    | `short` | ๑๖ ก.ย. ๒๕๖๙ | tables |
    | `month` | กันยายน ๒๕๖๙ | covers, reports |

    Raises:
        ValueError: an unknown style or numerals.
    """
    words = _join_parts(_parts(date, style))
    return apply_numerals(words, numerals)


def format_date_range(
    first: dt.date, last: dt.date, style: DateStyle = "long", numerals: Numerals = "thai"
) -> str:
    """Return two dates in one text (ช่วงวันที่); month and year stand once where both dates have the same.

    `๑๔ - ๑๖ กันยายน ๒๕๖๙`, `๓๐ กันยายน - ๒ ตุลาคม ๒๕๖๙`, `๓๐ ธันวาคม ๒๕๖๙ - ๒ มกราคม ๒๕๗๐`, and so in every
    style of `format_date`: `วันที่` stands once, weekdays stay (`วันจันทร์ที่ ๑๔ - วันพุธที่ ๑๖ กันยายน ๒๕๖๙`). Dates
    that print alike are printed as one date.

    Raises:
        ReversedRange: `last` lies before `first`.
        ValueError: an unknown style or numerals.
    """
    if last < first:
        raise ReversedRange(first, last)
    start, end = _parts(first, style), _parts(last, style)
    if start == end:
        return format_date(last, style, numerals)
    head = _join_parts(_parts_of_range_start(start, end))
    tail = _join_parts(end).removeprefix("วันที่ ")
    return apply_numerals(f"{head} - {tail}", numerals)


def parse_date(text: str) -> dt.date:
    """Return the date that a text names in any style of `format_date` except `month`, which names no day.

    `2569-09-16` and `16/9/2569` are read too, both in B.E. Either digit set, any white space, พ.ศ. or none
    are allowed. Years have four digits, from `FIRST_YEAR` on.

    Raises:
        NotADate: any other text. This and the following are DateError and ValueError.
        WrongEra: a year before `FIRST_YEAR` or with ค.ศ.
        NoSuchDay: `31 กันยายน`; January to March 2483.
        WrongWeekday: the weekday is not that of the date.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    for pattern in (_WORDS, _YEAR_FIRST, _DAY_FIRST):
        match = re.fullmatch(pattern, plain)
        if match:
            return _checked_date(text, match.groupdict())
    raise NotADate(text)


def parse_month(text: str) -> int:
    """Return the number, 1 to 12, of a month's full or abbreviated name.

    Raises:
        NotAMonth: any other text.
    """
    try:
        return MONTH_NUMBERS[normalise_spaces(text)]
    except KeyError:
        raise NotAMonth(text) from None


def _parts(date: dt.date, style: DateStyle) -> tuple[str, str, str]:
    """Return day, month and year as the style writes them, in ASCII digits.

    Raises:
        ValueError: an unknown style.
    """
    if style not in _STYLES:
        raise ValueError(f"unknown date style {style!r}")
    months = MONTH_ABBREVIATIONS if style == "short" else MONTHS
    era = "พ.ศ. " if style in {"order", "full"} else ""
    return _day(date, style), months[date.month - 1], f"{era}{buddhist_year(date)}"


def _parts_of_range_start(start: tuple[str, str, str], end: tuple[str, str, str]) -> tuple[str, ...]:
    """Return the parts that a range prints of its first date; the last date prints the others for both."""
    day, month, year = start
    _end_day, end_month, end_year = end
    if year != end_year:
        return day, month, year
    if month != end_month:
        return day, month
    return (day,)


def _join_parts(parts: tuple[str, ...]) -> str:
    """Return the parts that are not empty, with a space between them."""
    return " ".join(part for part in parts if part)


def _day(date: dt.date, style: DateStyle) -> str:
    """Return the day as the style writes it; empty where it names none."""
    if style == "month":
        return ""
    if style == "order":
        return f"วันที่ {date.day}"
    if style in {"full", "weekday"}:
        return f"วัน{WEEKDAYS[date.weekday()]}ที่ {date.day}"
    return str(date.day)


def _checked_date(text: str, parts: dict[str, str]) -> dt.date:
    """Return the date of the parts of a text: day, month and year; era and weekday may be missing.

    Raises:
        WrongEra, NoSuchDay, WrongWeekday: as `parse_date`.
    """
    year = int(parts["year"])
    month = _month_number(parts["month"])
    day = int(parts["day"])
    if year < FIRST_YEAR or parts.get("era") == "ค.ศ.":
        raise WrongEra(text, year)
    try:
        date = dt.date(christian_year(year, month), month, day)
    except ValueError:
        raise NoSuchDay(text, year, month, day) from None
    weekday = parts.get("weekday")
    if weekday and weekday != WEEKDAYS[date.weekday()]:
        raise WrongWeekday(text, weekday, date)
    return date


def _month_number(month: str) -> int:
    """Return the number of a month that is written as digits or as a name."""
    return int(month) if month.isdigit() else MONTH_NUMBERS[month]


def christian_year(year: int, month: int) -> int:
    """Return the Christian year of a month in a B.E. year.

    Raises:
        ValueError: the year had no such month.
    """
    if month >= _APRIL or year > _SHORT_YEAR:
        return year - CE_TO_BE
    if year == _SHORT_YEAR:
        raise ValueError("B.E. 2483 had no January to March")
    return year - 542
