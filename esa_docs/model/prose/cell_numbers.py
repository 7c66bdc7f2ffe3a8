"""Numbers as people write them into the cells of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from esa_docs import thai

NUMBER: Final = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.(?P<places>[0-9]+))?(?P<unit>%?)"
)
"""A number as people write it. What begins with a zero, such as 0812345678 or 001, is a code."""
_NEGATIVE: Final = re.compile(r"\((?P<number>[0-9][0-9,.]*%?)\)")
"""A negative number as accounts have it."""
NOTHING: Final = frozenset({"", "-", "–", "—"})
"""What stands in a cell without a number."""
MOST_DIGITS: Final = 15
"""Digits of a number that a workbook holds exactly (64 bit floating point)."""


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A number in a cell.

    Attributes:
        value: the number; of ``12.5%`` it is 12.5.
        places: decimal places that are written.
        is_percent: whether a per cent sign stands behind it.
    """

    value: Decimal
    places: int
    is_percent: bool


def read_number(text: str) -> CellNumber | None:
    """Return the number of a cell, in either digit set; None where it is no number, or too long for one.

    A number in brackets is negative, as in accounts.
    """
    written = thai.to_arabic_digits(text)
    negative = _NEGATIVE.fullmatch(written)
    if negative is not None:
        written = f"-{negative['number']}"
    match = NUMBER.fullmatch(written)
    if match is None:
        return None
    whole = match["whole"].replace(",", "")
    places = match["places"] or ""
    if len(whole) + len(places) > MOST_DIGITS:
        return None
    value = Decimal(f"{match['sign']}{whole}.{places or '0'}")
    return CellNumber(value, len(places), bool(match["unit"]))
