"""Dates as people and Excel type them into tables, with years of either era, and short ones.

`dates.parse_date` reads what a paper says as its date. A column of a table holds more shapes, of which some
mean one day for certain, and some could be two.
"""

import datetime as dt
import re
from typing import Final

from esa_docs.thai.calendar_names import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from esa_docs.thai.dates import CE_TO_BE, FIRST_YEAR, MONTH_NAME, MONTH_NUMBERS, parse_date
from esa_docs.thai.digits import to_arabic_digits
from esa_docs.thai.text import normalise_spaces

_CENTURY: Final = 2500
_FIRST_SHORT_YEAR: Final = 50
"""The first year of two digits that is taken for 25xx: a smaller one could be of the Christian era, 20xx."""
_SHORT_YEARS: Final = 100
_MONTHS_OF_YEAR: Final = 12
_DAYS_OF_MONTH: Final = 31
_LAST_YEAR_OF_TWO_RULES: Final = 1940
"""Until that year of the Christian era the two lay 542 years apart in some months."""
_WORDS = (
    rf"(?P<before>(?:วัน(?:{'|'.join(WEEKDAYS)})? ?ที่ ?)?)"
    rf"(?P<day>[0-9]{{1,2}})[ -]?(?P<month>{MONTH_NAME})[ -]?"
    r"(?P<era>[พค]\.ศ\. ?)?(?P<year>[0-9]{4}|[0-9]{2})"
)
_YEAR_FIRST = r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})(?:[ T]00:00(?::00)?)?"
_DAY_FIRST = r"(?P<day>[0-9]{1,2})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
_SHORT_YEAR = r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})"
_NAMED_MONTH = (
    r"(?:วัน[^0-9]*)?[0-9]{1,2}[ -]?(?P<month>[^0-9,/ -]+)[ -]?(?:[พค]\.?ศ\.? ?)?(?:[0-9]{4}|[0-9]{2})"
)
_ENGLISH_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_THAI_MONTHS: Final = frozenset([*MONTHS, *(name.replace(".", "") for name in MONTH_ABBREVIATIONS)])


def surely_read_date(text: str) -> dt.date | None:
    """Return the date that a text means for certain; None where it means none, or could mean two.

    Read are all shapes of `parse_date`, and beside them years of the Christian era (``16/9/2026``,
    ``2026-09-16``) and years of two digits from 50 on (``1 ต.ค. 69``), which are of the Buddhist era. Day and
    month of a Christian year in figures are in doubt where both could be the month: ``3/4/2026``.

    Args:
        text: what stands in a cell.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    try:
        return parse_date(plain)
    except ValueError:
        pass
    for pattern in (_WORDS, _YEAR_FIRST, _DAY_FIRST, _SHORT_YEAR):
        match = re.fullmatch(pattern, plain)
        if match is not None:
            return _date_of(match, has_two_orders=pattern is _DAY_FIRST)
    return None


def is_like_date(text: str) -> bool:
    """Return whether a text reads like a day, a month and a year, whatever they are.

    Args:
        text: what stands in a cell.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    if re.fullmatch(_WORDS, plain) or re.fullmatch(_YEAR_FIRST, plain):
        return True
    match = re.fullmatch(_DAY_FIRST, plain) or re.fullmatch(_SHORT_YEAR, plain)
    if match is not None:
        first, second = int(match["day"]), int(match["month"])
        return min(first, second) <= _MONTHS_OF_YEAR and max(first, second) <= _DAYS_OF_MONTH
    named_match = re.fullmatch(_NAMED_MONTH, plain)
    return named_match is not None and _is_month(named_match["month"])


def _date_of(match: re.Match[str], *, has_two_orders: bool) -> dt.date | None:
    """Return the date of the parts of a text; None where there is no such day, or it is in doubt."""
    parts = match.groupdict()
    year = _buddhist_year(parts["year"], parts.get("era") or "")
    if year is None:
        return None
    is_christian = int(parts["year"]) < FIRST_YEAR and len(parts["year"]) > len("99")
    if is_christian and has_two_orders and _is_in_doubt(parts["day"], parts["month"]):
        return None
    month = parts["month"]
    name = MONTHS[MONTH_NUMBERS[month] - 1] if month in MONTH_NUMBERS else _name_of(month)
    try:
        return parse_date(f"{parts.get('before') or ''}{parts['day']} {name} {year}")
    except ValueError:
        return None


def _name_of(month: str) -> str:
    """Return the name of a month in figures; they themselves where there is no such month."""
    number = int(month)
    return MONTHS[number - 1] if 1 <= number <= _MONTHS_OF_YEAR else month


def _buddhist_year(digits: str, era: str) -> int | None:
    """Return the year of the Buddhist era that digits mean; None where it is in doubt."""
    year = int(digits)
    is_christian = era.startswith("ค")
    if year < _SHORT_YEARS:
        is_sure = year >= _FIRST_SHORT_YEAR or era.startswith("พ")
        return _CENTURY + year if is_sure and not is_christian else None
    if year >= FIRST_YEAR:
        return None if is_christian else year
    is_sure = year > _LAST_YEAR_OF_TWO_RULES and not era.startswith("พ")
    return year + CE_TO_BE if is_sure else None


def _is_in_doubt(day: str, month: str) -> bool:
    """Return whether day and month in figures could be month and day, of another date."""
    return int(day) <= _MONTHS_OF_YEAR and int(day) != int(month)


def _is_month(word: str) -> bool:
    """Return whether a word is the name of a month, with or without its points, in Thai or English."""
    name = word.replace(".", "").replace(" ", "")
    return name in _THAI_MONTHS or re.fullmatch(_ENGLISH_MONTH, name, re.IGNORECASE) is not None
