r"""Number formats of Excel, parted into sections and pieces (ECMA-376 part 1, 18.8.30 and 18.8.31).

Read are digits, thousands, decimals, percent, brackets, dates, times and durations, Thai digits (``t0.00``,
``[$-D00041E]``) and the Buddhist era (``bbbb``, ``[$-107041E]``). A section that uses anything else, such as
a fraction, an exponent or a condition, is marked as unread.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

THAI: Final = "th"
ENGLISH: Final = "en"

_PIECE: Final = re.compile(
    r"""
    "(?P<quoted>[^"]*)(?:"|\Z)
    | [\\!](?P<escaped>.)
    | _(?P<blank>.)
    | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>general)
    | (?P<noon>am/pm|a/p)
    | (?P<exponent>e[+-])
    | (?P<calendar>b[12])
    | (?P<seconds>(?<=s)\.0+|(?<=s\])\.0+)
    | (?P<date>d+|m+|y+|b+|h+|s+|e+|g+)
    | (?P<digit>[0#?])
    | (?P<sign>[.,%/@;])
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LOCALE: Final = re.compile(r"\$(?P<symbol>[^-]*)(?:-(?P<locale>.*))?", re.DOTALL)
_UNREAD_LETTERS: Final = "eEgG"
"""Letters of Japanese eras."""
_HEXADECIMAL: Final = re.compile(r"[0-9A-F]{1,8}", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_COLOUR: Final = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|colou?r ?[0-9]+", re.IGNORECASE)
_THAI_DIGITS: Final = 0x0D
_BUDDHIST: Final = 0x07
_KNOWN_DIGITS: Final = frozenset({0x00, 0x01, _THAI_DIGITS})
"""The digits of the language, and 0 to 9 (MS-OE376, number formats); others are read by nobody here."""
_KNOWN_CALENDARS: Final = frozenset({0x00, 0x01, 0x02, _BUDDHIST})
"""The calendar of the language, the Gregorian one, and that of Thailand."""
_THAI_LOCALES: Final = frozenset({0x41E, 0x1E, 0x1054})
"""1054 is 41E in figures of ten."""
_LANGUAGE_OF_ENGLISH: Final = 0x09
_SYSTEM_DATE, _SYSTEM_TIME = 0xF800, 0xF400


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a section: its kind (``text``, ``digit``, ``sign``, ``date``, …) and how it is written."""

    kind: str
    text: str


@dataclass(slots=True)
class Section:
    """What a number format says for one sort of value.

    Attributes:
        pieces: its pieces in order.
        language: language of month names; empty for one that is not known here.
        has_thai_digits: whether digits are Thai.
        is_buddhist: whether years count in the Buddhist era.
        has_other_calendar: whether days are those of a calendar that is not read here.
        has_colour: whether the text gets a colour of its own.
        is_unread: whether it uses something that is not read here.
    """

    pieces: list[Piece] = field(default_factory=list)
    language: str = THAI
    has_thai_digits: bool = False
    is_buddhist: bool = False
    has_other_calendar: bool = False
    has_colour: bool = False
    is_unread: bool = False

    def has(self, *kinds: str) -> bool:
        """Return whether it has a piece of one of these kinds."""
        return any(piece.kind in kinds for piece in self.pieces)

    def has_sign(self, sign: str) -> bool:
        """Return whether it has a sign, such as ``@``, outside quotation marks."""
        return Piece("sign", sign) in self.pieces

    @property
    def is_of_dates(self) -> bool:
        """Whether it shows a number as a date, time or duration."""
        return self.has("date", "elapsed", "noon")

    @property
    def is_of_texts(self) -> bool:
        """Whether it shows texts, not numbers."""
        return self.has_sign("@")


@functools.lru_cache(maxsize=256)
def parse_format(code: str) -> tuple[Section, ...]:
    """Return the sections of a number format, one at least."""
    return tuple(_sections(code))


def _sections(code: str) -> Iterator[Section]:
    section = Section()
    for match in _PIECE.finditer(code):
        kind = match.lastgroup or ""
        text = match[kind]
        if text == ";" and kind == "sign":
            yield section
            section = Section()
        else:
            _add_piece(section, kind, text)
    yield section


def _add_piece(section: Section, kind: str, text: str) -> None:  # noqa: C901 a flat match
    match kind:
        case "fill":
            return
        case "bracket":
            _add_bracket(section, text)
        case "other":
            _add_other(section, text)
        case "blank":
            # The blank is as wide as the sign behind the underscore.
            section.pieces.append(Piece("text", " "))
        case "quoted" | "escaped":
            section.pieces.append(Piece("text", text))
        case "exponent":
            section.is_unread = True
        case "calendar":
            # B1 shows dates in the Gregorian calendar, B2 in the Hijri one, whatever the language is.
            section.has_other_calendar = True
        case _:
            section.is_unread |= kind == "date" and text[0] in _UNREAD_LETTERS
            section.pieces.append(Piece(kind, text.lower()))


def _add_other(section: Section, text: str) -> None:
    """Add a sign that stands for itself; ``t`` before the digits makes them Thai."""
    if text in ("t", "T") and not section.has("digit", "date", "general"):
        section.has_thai_digits = True
    elif text.isascii() and text.isalpha():
        section.is_unread = True
    else:
        section.pieces.append(Piece("text", text))


def _add_bracket(section: Section, text: str) -> None:
    locale = _LOCALE.fullmatch(text)
    if locale:
        if locale["symbol"]:
            section.pieces.append(Piece("text", locale["symbol"]))
        _set_locale(section, locale["locale"] or "")
    elif _ELAPSED.fullmatch(text):
        section.pieces.append(Piece("elapsed", text.lower()))
    elif _COLOUR.fullmatch(text):
        section.has_colour = True
    else:
        section.is_unread = True


def _set_locale(section: Section, locale: str) -> None:
    """Set language, calendar and digits: ``D07041E`` in an old file, ``th-TH,D07`` in a new one."""
    name, _comma, figures = locale.partition(",")
    if not name:
        return
    if _HEXADECIMAL.fullmatch(name):
        number = int(name, 16)
        _set_language(section, number & 0xFFFF)
        _set_calendar(section, number >> 16)
        return
    language = name.partition("-")[0].lower()
    section.language = language if language in (THAI, ENGLISH) else ""
    if _HEXADECIMAL.fullmatch(figures):
        _set_calendar(section, int(figures, 16))
    if "-ca-" in name.lower():
        section.is_buddhist |= "buddhist" in name.lower()
        section.has_other_calendar |= not section.is_buddhist


def _set_language(section: Section, locale: int) -> None:
    if locale in (_SYSTEM_DATE, _SYSTEM_TIME):
        # How it is shown is a setting of Windows. A Thai one shows the day, the month in words, B.E.
        section.is_buddhist = True
    elif locale == 0 or locale in _THAI_LOCALES:
        section.language = THAI
    elif locale & 0x3FF == _LANGUAGE_OF_ENGLISH:
        section.language = ENGLISH
    else:
        section.language = ""


def _set_calendar(section: Section, number: int) -> None:
    digits, calendar = number >> 8, number & 0xFF
    section.has_thai_digits |= digits == _THAI_DIGITS
    section.is_buddhist |= calendar == _BUDDHIST
    section.has_other_calendar |= calendar not in _KNOWN_CALENDARS
    section.is_unread |= digits not in _KNOWN_DIGITS
