"""Page numbers as text, in the formats of ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
        """Give the number as its section writes it; empty in a format nobody knows here."""
        return self.written(self.fmt)

    def written(self, fmt: str) -> str:
        """Give the number in another format; empty in one nobody knows here, for other text may be wrong."""
        write = _WRITERS.get(fmt)
        return write(self.value) if write and self.value >= 0 else ""


def _repeated(letters: str) -> Callable[[int], str]:
    """Make the writer of a sequence that doubles its letters at its end: a … z, aa, bb … zz, aaa."""

    def write(value: int) -> str:
        times, place = divmod(value - 1, len(letters))
        return letters[place] * (times + 1) if value else ""

    return write


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    DECIMAL: str,
    THAI_NUMBERS: lambda value: thai.to_thai_digits(str(value)),
    "thaiLetters": _repeated(_THAI),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "numberInDash": lambda value: f"- {value} -",
    "decimalZero": lambda value: f"{value:02}",
}
