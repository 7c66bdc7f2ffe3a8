"""A month of a year in the Buddhist era: the date of a paper whose day is left for the pen, มีนาคม ๒๕๖๙."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from esa_docs.thai.calendar_names import MONTH_ABBREVIATIONS, MONTHS
from esa_docs.thai.date_errors import NoSuchMonth, WrongEra
from esa_docs.thai.dates import (
    FIRST_YEAR,
    MONTH_NAME,
    MONTH_NUMBERS,
    buddhist_year,
    christian_year,
    format_date,
    parse_date,
)
from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits
from esa_docs.thai.text import normalise_spaces

BLANK_DAY: Final = " " * 8
"""What stands in the place of a day that is filled in by pen."""

BlankDayStyle = Literal["long", "order", "short"]
"""The styles of `format_date` that can leave the day to the pen."""

DATE_OF_ISSUE: Final[BlankDayStyle] = "order"
"""The style in which orders and announcements print the date of their issue."""

_SHAPES: Final[dict[BlankDayStyle, str]] = {
    "long": "{blank}{month} {year}",
    "order": "วันที่{blank}{month} พ.ศ. {year}",
    "short": "{blank}{month} {year}",
}
_WORDS = (
    rf"(?:วันที่ ?)?(?:เดือน ?)?(?P<month>{MONTH_NAME}) ?"
    r"(?P<era>[พค]\.ศ\.)? ?(?P<year>[0-9]{4})"
)
_YEAR_FIRST = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})"


@dataclass(frozen=True, slots=True, order=True)
class ThaiMonth:
    """A month of a year.

    Attributes:
        year: the year in the Buddhist era.
        month: 1 for January to 12 for December.
    """

    year: int
    month: int

    @property
    def first_day(self) -> dt.date:
        """Its first day."""
        return dt.date(christian_year(self.year, self.month), self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """Its last day."""
        day_of_next_month = self.first_day + dt.timedelta(days=31)
        return day_of_next_month.replace(day=1) - dt.timedelta(days=1)

    def days(self) -> Iterator[dt.date]:
        """Generate its days in order."""
        for number in range(self.last_day.day):
            yield self.first_day + dt.timedelta(days=number)

    def __str__(self) -> str:
        """Return its name with the year in ASCII digits: มีนาคม 2569."""
        return format_date(self.first_day, "month", "arabic")


def parse_date_or_month(text: str) -> dt.date | ThaiMonth:
    """Return the date that a text names, or the month of a text that leaves out the day.

    Dates are read as by `parse_date`. Months are read from `มีนาคม 2569`, `มี.ค. 2569`, `2569-03`, and from the
    words of the forms with their blank: `วันที่      มีนาคม พ.ศ. 2569`. `3/2569` is no month: it would take the
    number of an order for one.

    Raises:
        NotADate: any other text. This and the following are DateError and ValueError.
        WrongEra: a year before `FIRST_YEAR` or with ค.ศ.
        NoSuchMonth: `2569-13`; January to March 2483.
        NoSuchDay, WrongWeekday: as `parse_date`.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    for pattern in (_WORDS, _YEAR_FIRST):
        match = re.fullmatch(pattern, plain)
        if match:
            return _checked_month(text, match.groupdict())
    return parse_date(text)


def format_blank_day(month: ThaiMonth, style: BlankDayStyle = "long", numerals: Numerals = "thai") -> str:
    """Return a date in a style of `format_date` with a blank in the place of the day.

    `        มีนาคม ๒๕๖๙`, or `วันที่        มีนาคม พ.ศ. ๒๕๖๙` in the style of orders.
    """
    names = MONTH_ABBREVIATIONS if style == "short" else MONTHS
    name = names[month.month - 1]
    text = _SHAPES[style].format(blank=BLANK_DAY, month=name, year=month.year)
    return apply_numerals(text, numerals)


def format_date_or_month(
    date: dt.date | ThaiMonth, style: BlankDayStyle = "long", numerals: Numerals = "thai"
) -> str:
    """Return a date in words, or a month with a blank in the place of its day."""
    if isinstance(date, ThaiMonth):
        return format_blank_day(date, style, numerals)
    return format_date(date, style, numerals)


def name_date_or_month(date: dt.date | ThaiMonth) -> str:
    """Return a date or month as messages name it: 16 มีนาคม 2569, มีนาคม 2569."""
    if isinstance(date, ThaiMonth):
        return str(date)
    return format_date(date, "long", "arabic")


def first_day_of(date: dt.date | ThaiMonth) -> dt.date:
    """Return a date as it is, or the first day of a month."""
    return date.first_day if isinstance(date, ThaiMonth) else date


def last_day_of(date: dt.date | ThaiMonth) -> dt.date:
    """Return a date as it is, or the last day of a month."""
    return date.last_day if isinstance(date, ThaiMonth) else date


def calendar_year(date: dt.date | ThaiMonth) -> int:
    """Return the Buddhist year (พ.ศ.) of a date or a month."""
    return buddhist_year(first_day_of(date))


def _checked_month(text: str, parts: dict[str, str]) -> ThaiMonth:
    """Return the month of the parts of a text.

    Raises:
        WrongEra, NoSuchMonth: as `parse_date_or_month`.
    """
    year = int(parts["year"])
    written_month = parts["month"]
    if year < FIRST_YEAR or parts.get("era") == "ค.ศ.":
        raise WrongEra(text, year)
    number = int(written_month) if written_month.isdigit() else MONTH_NUMBERS[written_month]
    if not 1 <= number <= len(MONTHS):
        raise NoSuchMonth(text, year, number)
    try:
        christian_year(year, number)
    except ValueError:
        raise NoSuchMonth(text, year, number) from None
    return ThaiMonth(year, number)
