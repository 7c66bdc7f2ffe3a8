"""เลขที่: the number of a paper, without what the paper prints beside it.

A paper prints its code, ว and its year by itself. Clerks type the number as they read it on paper, such as
``ศธ 04007/ว 12`` or ``12/2569``. Parts that are those of the paper are taken off here, other parts are
refused. An inserted number (เลขแทรก ``45/1``) stays: four figures behind the slash are a year, fewer are not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from esa_docs import thai
from esa_docs.model.number_labels import MOST_FIGURES_OF_PAPER, has_too_many_figures, without_label
from esa_docs.model.number_parts import NumberParts

Part = Literal["form", "word", "code", "circular", "year", "era", "short_year", "long"]
"""What is wrong with a number: it is none, or too long, or a part beside it is not that of the paper."""

_CIRCULAR_MARK: Final = re.compile(r"ว\.?(?:\s*(?=[0-9])|\s+(?=ว)|$)")
_FIGURES: Final = rf"(?![0-9]{{{MOST_FIGURES_OF_PAPER + 1}}})0*[1-9][0-9]*"
_INSERTED: Final = r"(?!0+\b)[0-9]{1,3}"
_LETTERS: Final = r"[ก-๎A-Za-z][ก-๎A-Za-z.]*"
_SPECIAL: Final = "พิเศษ"
"""The one word before its figures that belongs to a number: พิเศษ 3 is not 3 (usage, not verified)."""
# Letters may stand behind the figures: 12 ก, 45/1 ทวิ. A number is inserted behind another (เลขแทรก 45/1), not
# behind an inserted one. A dot or a hyphen is in no number: 1.0 is what a spreadsheet makes of one, 12-14
# are several, 52007.4 is a code.
_NUMBER: Final = re.compile(rf"(?:{_SPECIAL} ?)?{_FIGURES}(?:/{_INSERTED})?(?: ?{_LETTERS})?")
_WORD_BEFORE: Final = re.compile(r"(?!ว[ว.]* ?[0-9])([ก-๎A-Za-z][^0-9]*?)\s*(?!0[0-9]{3}|[0-9]{4,}\.)[0-9]")
"""A word before the figures of a number; not the letters of a code that stands there without a number."""
_CODE: Final = re.compile(r"[ก-๎A-Za-z][^0-9]*(?:[0-9]{4,}.*)?")
"""What looks like a code: letters alone, or letters with four figures or more (ศธ 04007, นว 52007.4)."""
_FIGURES_OF_CODE: Final = re.compile(r"[0-9]{4,}.*")
_FIGURES_LIKE_CODE: Final = re.compile(r"0[0-9]{3,}(?:\.[0-9]+)*|[0-9]{4,}(?:\.[0-9]+)+")
"""Figures that look like those of a code, whichever office it is of: 04007, 52007.4."""
_YEAR: Final = re.compile(r"(?:พ\.ศ\. ?)?([0-9]{4})")
_SHORT_YEAR: Final = re.compile(r"[67][0-9]")
"""Of a paper without a date: the last two figures of 2560 to 2579. Nobody inserts sixty papers behind one."""
_YEARS: Final = range(1900, thai.LAST_YEAR + 1)  # of either era
_CENTURY: Final = 100


class PaperNumberError(ValueError):
    """A typed number that is none, or not that of its paper.

    Attributes:
        part: what is wrong.
        typed: the number as it was typed.
        part_text: the part that is wrong.
        expected: what the paper has there; empty where it has nothing.
    """

    def __init__(self, part: Part, typed: str, part_text: str, expected: str = "") -> None:
        super().__init__(f"{part} of the number {typed!r}")
        self.part = part
        self.typed = typed
        self.part_text = part_text
        self.expected = expected


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper prints beside its number.

    Attributes:
        codes: codes that stand before it, or none. None where they are not known: then a code stays.
        year: calendar year in the Buddhist era. None while the paper has no date: then every year is taken
            off, and looked at again once there is a date.
        is_circular: whether ว stands before it. None where both may be.
        other_codes: codes of the office and its units that are not those of the paper.
        words: words of its kind that are typed before its number, such as คำสั่ง.
    """

    codes: tuple[str, ...] | None = ()
    year: int | None = None
    is_circular: bool | None = False
    other_codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def plain_number(typed: str, facts: PaperFacts) -> str:
    """Return the number of a paper alone, in ASCII digits. A code that may not be judged yet stays with it.

    Args:
        typed: the number as it was typed.
        facts: what the paper prints beside it.

    Raises:
        PaperNumberError: it is no number, or a part of it is not that of the paper.
    """
    parts = parse_paper_number(typed, (*(facts.codes or ()), *facts.other_codes), facts.words)
    for code in parts.codes:
        if facts.codes is not None and not _is_among(code, facts.codes):
            raise PaperNumberError("code", typed, code, " / ".join(facts.codes))
    if parts.is_circular and facts.is_circular is False:
        raise PaperNumberError("circular", typed, "ว")
    _check_years(typed, parts, facts.year)
    if facts.codes is None and parts.codes:
        return f"{parts.codes[-1]}/{parts.number}"
    return parts.number


def _check_years(typed: str, parts: NumberParts, year: int | None) -> None:
    """Refuse a year behind a number that is not that of the paper, or may be meant as one."""
    for typed_year in parts.years:
        if typed_year < thai.FIRST_YEAR:
            raise PaperNumberError("era", typed, str(typed_year))
        if year is not None and typed_year != year:
            raise PaperNumberError("year", typed, str(typed_year), str(year))
    _number, slash, inserted = parts.number.rpartition("/")
    if slash and _is_short_year(inserted, year):
        raise PaperNumberError("short_year", typed, inserted, str(year or f"25{inserted}"))


def _is_short_year(inserted: str, year: int | None) -> bool:
    """Return whether an inserted number is the last two figures of the year, or may be without one."""
    if year is None:
        return _SHORT_YEAR.fullmatch(inserted) is not None
    return inserted == f"{year % _CENTURY:02d}"


def parse_paper_number(typed: str, codes: Sequence[str] = (), words: Sequence[str] = ()) -> NumberParts:
    """Return the parts of a typed number, in either digit set.

    Args:
        typed: the number as it was typed.
        codes: codes that are known; others are known by their form.
        words: words of the kind of the paper that may stand before it.

    Raises:
        PaperNumberError: it is no number.
    """
    text = without_label(thai.to_arabic_digits(typed), words)
    components = [component.strip() for component in text.split("/")]
    typed_codes = tuple(_take_codes(components, codes))
    is_circular = _take_circular_marks(components)
    years = tuple(_take_years(components))
    number = "/".join(components)
    if not _NUMBER.fullmatch(number) or _is_among(number, codes):
        raise _fault_of_form(typed, number, words)
    return NumberParts(typed_codes, is_circular, number, years)


def _fault_of_form(typed: str, number: str, words: Sequence[str]) -> PaperNumberError:
    """Return the fault of what is no number: a word stands before it, or it has no form of one."""
    if has_too_many_figures(number):
        return PaperNumberError("long", typed, typed)
    word = _WORD_BEFORE.match(number)
    # Further words behind the first may be right: พิเศษ 3-5 has another fault.
    if word is None or word[1].startswith(_SPECIAL):
        return PaperNumberError("form", typed, typed)
    return PaperNumberError("word", typed, word[1], next(iter(words), ""))


def _take_codes(components: list[str], codes: Sequence[str]) -> Iterator[str]:
    """Generate the codes before a number, and take them off its components."""
    while len(components) > 1:
        count = _length_of_code(components, codes)
        if not count:
            return
        yield "/".join(components[:count])
        del components[:count]


def _length_of_code(components: Sequence[str], codes: Sequence[str]) -> int:
    """Return how many components the code before a number has; 0 where none stands there."""
    for code in codes:
        count = code.count("/") + 1
        if count < len(components) and _is_among("/".join(components[:count]), (code,)):
            return count
    return 1 if _looks_like_code(components) else 0


def _looks_like_code(components: Sequence[str]) -> bool:
    """Return whether the first component of a number has the form of a code."""
    first_component = components[0]
    if _FIGURES_LIKE_CODE.fullmatch(first_component):
        # 0012/2569 is a number with its year.
        is_with_year = _YEAR.fullmatch(components[1]) and "." not in first_component
        return not is_with_year
    if first_component.startswith(_SPECIAL):
        return False
    is_code = _CODE.fullmatch(first_component) and not _CIRCULAR_MARK.match(first_component)
    return bool(is_code)


def _is_among(code: str, codes: Sequence[str]) -> bool:
    """Return whether a code is one of several, however it is spaced; its letters may be left out."""
    key = _code_key(code)
    for other_code in codes:
        other_key = _code_key(other_code)
        figures = _FIGURES_OF_CODE.search(other_key)
        if key == other_key or (figures and key == figures[0]):
            return True
    return False


def _code_key(code: str) -> str:
    return "".join(thai.to_arabic_digits(code).split())


def _take_circular_marks(components: list[str]) -> bool:
    """Take ว off the components of a number. Return whether it stood there."""
    has_mark = False
    mark = _CIRCULAR_MARK.match(components[0])
    while mark:
        has_mark = True
        components[0] = components[0][mark.end() :].strip()
        if not components[0] and len(components) > 1:
            del components[0]
        mark = _CIRCULAR_MARK.match(components[0])
    return has_mark


def _take_years(components: list[str]) -> Iterator[int]:
    """Generate the years behind a number, the last first, and take them off its components."""
    while len(components) > 1:
        match = _YEAR.fullmatch(components[-1])
        if match is None or int(match[1]) not in _YEARS:
            return
        yield int(match[1])
        del components[-1]


def settled_number(typed: str, facts: PaperFacts) -> str:
    """Return the plain number of a paper; as it is typed, digits and all, where nothing is taken off.

    Raises:
        PaperNumberError: see `plain_number`.
    """
    number = plain_number(typed, facts)
    return typed if thai.to_arabic_digits(typed) == number else number


def year_of(date: dt.date | thai.ThaiMonth | None) -> int | None:
    """Return the calendar year in the Buddhist era in which a paper is numbered; None without a date."""
    if isinstance(date, thai.ThaiMonth):
        return thai.buddhist_year(date.first_day)
    return thai.buddhist_year(date) if date else None
