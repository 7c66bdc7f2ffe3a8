"""Dates as other programs export them: in either era, with short years, with the time of the day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from esa_docs import thai

_TIME: Final = re.compile(r"[T ]\s*(?:เวลา\s*)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9.]+)?\s*(?:น\.?|Z)?$")
_YEAR: Final = r"(?P<year>[0-9]{4}|[0-9]{2})"
_FORMS: Final = (
    rf"(?P<day>[0-9]{{1,2}}) ?[/.-] ?(?P<month>[0-9]{{1,2}}) ?[/.-] ?{_YEAR}",
    r"(?P<year>[0-9]{4}) ?[/.-] ?(?P<month>[0-9]{1,2}) ?[/.-] ?(?P<day>[0-9]{1,2})",
    rf"(?:วัน[ก-๎]*ที่ ?)?(?P<day>[0-9]{{1,2}}) ?-?(?P<month>[ก-๎][ก-๎.]*?) ?-?(?:[พค]\.ศ\. ?)?{_YEAR}",
)
_CENTURY: Final = 2500
_SHORT: Final = 2
_MOST_YEARS_APART: Final = 20
"""Years between an exported date and today, at most. A short year of the Christian era lies further away."""


def parse_exported_date(text: str, today: dt.date) -> dt.date:
    """Return the date that a cell names. A short year is one of the Buddhist era: 69 is 2569.

    Args:
        text: the text of the cell.
        today: the day of today, which a date lies within twenty years of.

    Raises:
        DateError: no such date. A year of the Christian era in four figures is read.
    """
    plain_text = thai.to_arabic_digits(thai.normalise_spaces(text))
    without_time = _TIME.sub("", plain_text).strip()
    for form in _FORMS:
        match = re.fullmatch(form, without_time)
        if match:
            return _date(text, match, today)
    raise thai.NotADate(text)


def _date(text: str, match: re.Match[str], today: dt.date) -> dt.date:
    year = _buddhist_year(match["year"])
    if abs(year - thai.buddhist_year(today)) > _MOST_YEARS_APART:
        raise thai.NotADate(text)
    day, month = int(match["day"]), match["month"]
    if month.isdigit():
        return thai.parse_date(f"{year}-{int(month)}-{day}")
    return thai.parse_date(f"{day} {month} {year}")


def _buddhist_year(figures: str) -> int:
    """Return a year of the Buddhist era that is written in two figures, or in four of either era."""
    year = int(figures)
    if len(figures) == _SHORT:
        return year + _CENTURY
    if year < thai.FIRST_YEAR:
        return year + thai.CE_TO_BE
    return year
