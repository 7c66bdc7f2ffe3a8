"""Dates in the Buddhist era: วันเดือนปี พ.ศ., the fiscal year ปีงบประมาณ and its rounds รอบการประเมิน.

Until 1940 the Thai year began on 1 April, so January to March lay 542 years apart from the Christian era and
B.E. 2483 had only nine months; from 1 January 1941 (2484) on it is 543 always.
"""

import datetime as dt
import re
from typing import Final, Literal

from esa_docs.thai.calendar_names import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits
from esa_docs.thai.text import normalise_spaces

DateStyle = Literal["long", "order", "full", "weekday", "short", "month"]
"""How a date is printed; see `format_date`."""

FIRST_YEAR: Final = 2400
"""The first B.E. year that is read: a smaller one is taken for the Christian era (design decision)."""

LAST_YEAR: Final = 2999
"""The last B.E. year that names a fiscal year: a larger one is taken for a slip of the hand."""

_APRIL, _OCTOBER = 4, 10  # the old Thai year and the second round begin, the fiscal year begins
_SHORT_YEAR: Final = 2483  # April to December 1940

_MONTH_NUMBERS = {
    name: number for names in (MONTHS, MONTH_ABBREVIATIONS) for number, name in enumerate(names, start=1)
}
DATE_OF_ISSUE: Final[DateStyle] = "order"
"""The style in which orders and announcements print the date of their issue."""
_STYLES = frozenset(("long", "order", "full", "weekday", "short", "month"))
_MONTH_NAME = "|".join(map(re.escape, _MONTH_NUMBERS))
# Texts, which re compiles at the first use and keeps: to compile them costs more than to import the module.
_WORDS = (
    rf"(?:วัน(?P<weekday>{'|'.join(WEEKDAYS)})? ?ที่ ?)?(?P<day>[0-9]{{1,2}}) ?(?P<month>{_MONTH_NAME}) ?"
    r"(?P<era>[พค]\.ศ\.)? ?(?P<year>[0-9]{4})"
)
_YEAR_FIRST = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_DAY_FIRST = r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"


class DateError(ValueError):
    """A text that gives no date; `text` is the text as it was given. Callers match the subclasses."""

    def __init__(self, text: str, *details: object) -> None:
        super().__init__(text, *details)
        self.text = text


class NotADate(DateError):  # noqa: N818 - these names say what was found, as callers match them
    """The text has none of the shapes of a date."""

    def __str__(self) -> str:
        return f"not a date: {self.text!r}"


class NotAMonth(DateError):  # noqa: N818
    """The text is no month's name."""

    def __str__(self) -> str:
        return f"not the name of a month: {self.text!r}"


class WrongEra(DateError):  # noqa: N818
    """The year, `year` as written, is of the Christian era: 16 กันยายน 2026, 2026-09-16."""

    def __init__(self, text: str, year: int) -> None:
        super().__init__(text, year)
        self.year = year

    def __str__(self) -> str:
        return f"year {self.year} is not of the Buddhist era: {self.text!r}"


class NoSuchDay(DateError):  # noqa: N818
    """The day does not exist: `year` (B.E.), `month` and `day` as written."""

    def __init__(self, text: str, year: int, month: int, day: int) -> None:
        super().__init__(text, year, month, day)
        self.year, self.month, self.day = year, month, day

    def __str__(self) -> str:
        return f"no such day: {self.text!r}"


class WrongWeekday(DateError):  # noqa: N818
    """The weekday does not match: `written` in the text, while `date` falls on `actual` (both without วัน)."""

    def __init__(self, text: str, written: str, date: dt.date) -> None:
        super().__init__(text, written, date)
        self.written, self.date = written, date
        self.actual = WEEKDAYS[date.weekday()]

    def __str__(self) -> str:
        return f"weekday {self.written} is written, the date falls on {self.actual}: {self.text!r}"


class ReversedRange(ValueError):  # noqa: N818
    """A range of dates whose `last` lies before its `first`."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def __str__(self) -> str:
        return f"the range ends on {self.last} before it begins on {self.first}"


def buddhist_year(date: dt.date) -> int:
    """พ.ศ.: the Buddhist year a date lies in; January to March before 1941 belong to the year before."""
    year = date.year + 543
    return year - 1 if year <= _SHORT_YEAR and date.month < _APRIL else year


def fiscal_year(date: dt.date) -> int:
    """ปีงบประมาณ: the fiscal year in B.E., 1 October to 30 September, named by the year it ends in.

    Today's rule for every date; the fiscal years of before 1941 are not modelled.
    """
    return date.year + 543 + (date.month >= _OCTOBER)


def fiscal_round(date: dt.date) -> int:
    """รอบการประเมิน: 1 for October to March, 2 for April to September."""
    return 2 if _APRIL <= date.month < _OCTOBER else 1


def format_date(date: dt.date, style: DateStyle = "long", numerals: Numerals = "thai") -> str:
    """วันเดือนปี: a date in words, with ordinary spaces.

    | style | shape | stands in |
    |---|---|---|
    | `long` | ๑๖ กันยายน ๒๕๖๙ | letters, memos |
    | `order` | วันที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙ | orders, announcements |
    | `full` | วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙ | solemn texts |
    | `weekday` | วันพุธที่ ๑๖ กันยายน ๒๕๖๙ | minutes, invitations |
    | `short` | ๑๖ ก.ย. ๒๕๖๙ | tables |
    | `month` | กันยายน ๒๕๖๙ | covers, reports |

    Raises ValueError for an unknown style or numerals.
    """
    return apply_numerals(" ".join(filter(None, _parts(date, style))), numerals)


def format_date_range(
    first: dt.date, last: dt.date, style: DateStyle = "long", numerals: Numerals = "thai"
) -> str:
    """ช่วงวันที่: two dates in one, what they share said once.

    `๑๔ - ๑๖ กันยายน ๒๕๖๙`, `๓๐ กันยายน - ๒ ตุลาคม ๒๕๖๙`, `๓๐ ธันวาคม ๒๕๖๙ - ๒ มกราคม ๒๕๗๐`, and so in every
    style of `format_date`: `วันที่` stands once, weekdays stay (`วันจันทร์ที่ ๑๔ - วันพุธที่ ๑๖ กันยายน ๒๕๖๙`). Dates
    that print alike give the single form.

    Raises ReversedRange when `last` lies before `first`, ValueError for an unknown style or numerals.
    """
    if last < first:
        raise ReversedRange(first, last)
    start, end = _parts(first, style), _parts(last, style)
    if start == end:
        return format_date(last, style, numerals)
    shared = 0 if start[2] != end[2] else 1 if start[1] != end[1] else 2
    head = " ".join(filter(None, start[: 3 - shared]))
    tail = " ".join(filter(None, end)).removeprefix("วันที่ ")
    return apply_numerals(f"{head} - {tail}", numerals)


def parse_date(text: str) -> dt.date:
    """วันเดือนปี: read a date in any style of `format_date` except `month`, which names no day.

    Also read: `2569-09-16` and `16/9/2569`, both in B.E.; either digit set, any white space, พ.ศ. or none.
    Years have four digits, from `FIRST_YEAR` on.

    Raises, all of them DateError and ValueError: NotADate for any other text, WrongEra for a year before
    `FIRST_YEAR` or with ค.ศ., NoSuchDay (`31 กันยายน`; January to March 2483), WrongWeekday.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    for form in (_WORDS, _YEAR_FIRST, _DAY_FIRST):
        if match := re.fullmatch(form, plain):
            return _checked_date(text, match.groupdict())
    raise NotADate(text)


def parse_month(text: str) -> int:
    """เดือน: the number 1 to 12 of a month's full or abbreviated name; raises NotAMonth for any other text."""
    try:
        return _MONTH_NUMBERS[normalise_spaces(text)]
    except KeyError:
        raise NotAMonth(text) from None


def _parts(date: dt.date, style: DateStyle) -> tuple[str, str, str]:
    """Give day, month and year as the style writes them, in ASCII digits."""
    if style not in _STYLES:
        raise ValueError(f"unknown date style {style!r}")
    months = MONTH_ABBREVIATIONS if style == "short" else MONTHS
    era = "พ.ศ. " if style in {"order", "full"} else ""
    return _day(date, style), months[date.month - 1], f"{era}{buddhist_year(date)}"


def _day(date: dt.date, style: DateStyle) -> str:
    if style == "month":
        return ""
    if style == "order":
        return f"วันที่ {date.day}"
    if style in {"full", "weekday"}:
        return f"วัน{WEEKDAYS[date.weekday()]}ที่ {date.day}"
    return str(date.day)


def _checked_date(text: str, found: dict[str, str]) -> dt.date:
    year, month, day = int(found["year"]), _month_number(found["month"]), int(found["day"])
    if year < FIRST_YEAR or found.get("era") == "ค.ศ.":
        raise WrongEra(text, year)
    try:
        date = dt.date(_christian_year(year, month), month, day)
    except ValueError:
        raise NoSuchDay(text, year, month, day) from None
    weekday = found.get("weekday")
    if weekday and weekday != WEEKDAYS[date.weekday()]:
        raise WrongWeekday(text, weekday, date)
    return date


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else _MONTH_NUMBERS[word]


def _christian_year(year: int, month: int) -> int:
    if month >= _APRIL or year > _SHORT_YEAR:
        return year - 543
    if year == _SHORT_YEAR:
        raise ValueError("B.E. 2483 had no January to March")
    return year - 542
