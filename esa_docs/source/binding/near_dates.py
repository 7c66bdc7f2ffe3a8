"""The date that a text may mean which is none as it is written: a short year, a short or misspelt month."""

from __future__ import annotations

import re
from typing import Final

from esa_docs import thai
from esa_docs.hints import nearest

_DAY_MONTH_YEAR: Final = re.compile(
    r"(?P<day>[0-9]{1,2})[-./ ]+(?P<month>[0-9]{1,2}|[^0-9\s/-]+?)[-./ ]+"
    r"(?:พ\.?ศ\.? *)?(?P<year>[0-9]{2}|[0-9]{4})"
)
_ABBREVIATIONS: Final = [name.replace(".", "") for name in thai.MONTH_ABBREVIATIONS]
"""Short names of the months as they are typed without dots, January first."""
_CENTURY: Final = "25"
"""The century of a year of two digits: papers are of the Buddhist era."""
_SHORTEST_MONTH: Final = 3
"""Letters from which on the beginning of a month's name is one."""
_LENGTH_OF_SHORT_YEAR: Final = 2


def near_date(text: str) -> str:
    """Return the date that a text may mean, as people write it; empty where none is likely."""
    match = _DAY_MONTH_YEAR.fullmatch(thai.to_arabic_digits(text).strip())
    if match is None:
        return ""
    year = match["year"]
    if len(year) == _LENGTH_OF_SHORT_YEAR:
        year = f"{_CENTURY}{year}"
    month = _month(match["month"])
    try:
        date = thai.parse_date(f"{match['day']}/{month}/{year}")
    except ValueError:
        return ""
    return thai.format_date(date, "long", "arabic")


def _month(text: str) -> str:
    """Return the number of a month, written in digits.

    It is named by digits, by its abbreviation with any of its dots, by the beginning of its name, or with a
    slip.
    """
    if text.isdecimal():
        return text
    names = _names_begun(text) or nearest(text, thai.MONTHS)
    if len(names) != 1:
        return ""
    return str(thai.MONTHS.index(names[0]) + 1)


def _names_begun(text: str) -> list[str]:
    """Return the name of the month that a text abbreviates or begins; empty where it does neither."""
    letters = text.replace(".", "")
    if letters in _ABBREVIATIONS:
        return [thai.MONTHS[_ABBREVIATIONS.index(letters)]]
    if len(text) < _SHORTEST_MONTH:
        return []
    names = [name for name in thai.MONTHS if name.startswith(text)]
    return names[:1]
