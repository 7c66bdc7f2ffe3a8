"""Page numbers as text, in the formats of ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from esa_docs import thai

DECIMAL: Final = "decimal"
THAI_NUMBERS: Final = "thaiNumbers"

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_THAI: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The 41 letters of thaiLetters in ECMA-376 17.18.59: without ฃ ฅ ฆ ฤ ฦ. LibreOffice has ฤ and ฦ too, so its
printed page numbers differ from the 33rd on."""
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number printed on a page.

    Attributes:
        value: the number.
        fmt: how its section writes it, in the words of ``w:pgNumType``.
    """

    value: int
    fmt: str = DECIMAL

    def __str__(self) -> str:
        """Return the number as its section writes it; empty where the format is unknown here."""
        return self.in_format(self.fmt)

    def in_format(self, fmt: str) -> str:
        """Return the number in another format.

        Empty where the format is unknown here, for a number in a wrong format misleads.
        """
        write = _WRITERS.get(fmt)
        if write is None or self.value < 0:
            return ""
        return write(self.value)


def _in_letters(letters: str, value: int) -> str:
    """Return a number as a letter, which is doubled after the last one: a … z, aa, bb … zz, aaa.

    Empty for 0.
    """
    if value == 0:
        return ""
    earlier_rounds, place = divmod(value - 1, len(letters))
    return letters[place] * (earlier_rounds + 1)


def _in_roman(value: int) -> str:
    text = ""
    for worth, numeral in _ROMAN:
        times, value = divmod(value, worth)
        text += numeral * times
    return text


def _in_upper_roman(value: int) -> str:
    return _in_roman(value).upper()


def _in_thai_digits(value: int) -> str:
    return thai.to_thai_digits(str(value))


def _in_dashes(value: int) -> str:
    return f"- {value} -"


def _in_two_digits(value: int) -> str:
    return f"{value:02}"


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    DECIMAL: str,
    THAI_NUMBERS: _in_thai_digits,
    "thaiLetters": partial(_in_letters, _THAI),
    "lowerLetter": partial(_in_letters, _LATIN),
    "upperLetter": partial(_in_letters, _LATIN.upper()),
    "lowerRoman": _in_roman,
    "upperRoman": _in_upper_roman,
    "numberInDash": _in_dashes,
    "decimalZero": _in_two_digits,
}
