"""Digits: เลขไทย ๐–๙ (U+0E50–U+0E59) and เลขอารบิก 0–9.

Two plain translations, and the rule for printed text, which leaves the digits of Latin names alone.
"""

import re
from functools import cache
from typing import Literal

Numerals = Literal["thai", "arabic"]
"""The digits a document prints: `thai` ๑ ๒ ๓ or `arabic` 1 2 3."""

_ARABIC_DIGITS = "0123456789"
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
MOST_FIGURES = 18
"""A whole number with more figures counts nothing in an office: money, page, year and number are shorter."""
_TO_THAI = str.maketrans(_ARABIC_DIGITS, _THAI_DIGITS)
_TO_ARABIC = str.maketrans(_THAI_DIGITS, _ARABIC_DIGITS)

_LATIN = "A-Za-zÀ-ÖØ-öø-ʯ"
_ALNUM = rf"{_LATIN}0-9๐-๙"
_NOT_IN_URL = r"\s<>\"“”‘’"
# Lookbehinds let an alternative start only where its run of characters starts: a long run is scanned once.
# A name that starts with a digit counts as a domain only under these endings: '6.Flow' is a heading.
_LATIN_NAME_OR_DIGITS = rf"""(?x)(
      (?i:https?://|ftp://|mailto:|www\.) [^{_NOT_IN_URL}]+
    | (?<![A-Za-z0-9._%+-]) [A-Za-z0-9._%+-]++ @ [A-Za-z0-9-]+ (?:\.[A-Za-z0-9-]+)+
    | (?<![A-Za-z0-9.-]) [0-9][A-Za-z0-9-]* (?:\.[A-Za-z0-9-]+)*?
      \.(?:com|net|org|info|edu|gov|th) (?![{_ALNUM}-]) (?:/[^{_NOT_IN_URL}]*)?
    | (?<![{_ALNUM}]) [{_LATIN}][{_ALNUM}]* (?:[.,_\-–/\\+&@:\#%~=?*'’]{{1,2}}[{_ALNUM}]+)*
    ) | [0-9]+"""
_HAS_ARABIC = re.compile("[0-9]").search
_HAS_THAI = re.compile("[๐-๙]").search
_HAS_LATIN = re.compile(f"[{_LATIN}@]").search


def to_thai_digits(text: str) -> str:
    """Return the text with every ASCII digit as a Thai digit, in names too: `PMQA4` becomes `PMQA๔`."""
    return text.translate(_TO_THAI) if _HAS_ARABIC(text) else text


def to_arabic_digits(text: str) -> str:
    """Return the text with every Thai digit as an ASCII digit."""
    return text.translate(_TO_ARABIC) if _HAS_THAI(text) else text


def whole_number(figures: str) -> int | None:
    """Return the whole number that figures in either digit set write; None where they are no such number.

    More than `MOST_FIGURES` figures are none either: Python refuses to read more than 4300 (`int`), and a
    number of a file may have any length.
    """
    digits = to_arabic_digits(figures)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= MOST_FIGURES
    return int(digits) if is_number else None


def apply_numerals(text: str, numerals: Numerals) -> str:
    """Return printed text with its digits in the set that a document uses (design decision).

    `arabic` turns every Thai digit. `thai` turns every ASCII digit except in web and e-mail addresses and in
    a token that begins with a Latin letter: `PMQA4.0`, `(KPI1)`, `COVID-19`, `A4` stay, `ISO 9001` becomes
    `ISO ๙๐๐๑`. A token is a run of letters and digits, joined by such signs as `.` `-` `/`. White space,
    brackets, quotes and Thai letters end it: `SAR2560ปี2569` becomes `SAR2560ปี๒๕๖๙`.

    Raises:
        ValueError: `numerals` is neither of the two.
    """
    if numerals == "arabic":
        return to_arabic_digits(text)
    if numerals != "thai":
        raise ValueError(f"numerals must be 'thai' or 'arabic', not {numerals!r}")
    if not _HAS_ARABIC(text):
        return text
    if not _HAS_LATIN(text):
        return text.translate(_TO_THAI)
    return _latin_name_or_digits().sub(_turn_digits, text)


@cache
def _latin_name_or_digits() -> re.Pattern[str]:
    # Compiled at the first use: to compile costs more than to import the module.
    return re.compile(_LATIN_NAME_OR_DIGITS)


def _turn_digits(match: re.Match[str]) -> str:
    """Return a Latin name as it is, and digits as Thai digits."""
    latin_name = match[1]
    if latin_name:
        return latin_name
    return match[0].translate(_TO_THAI)
