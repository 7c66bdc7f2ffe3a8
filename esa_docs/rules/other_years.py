"""A year or a date of another year than that of the folder, such as after a copy of last year's file.

W508 ปีงบประมาณ, ปีการศึกษา or a date is of another year than the document.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.problem import Problem
from esa_docs.thai.dates import MONTH_NAME

_FISCAL: Final = "ปีงบประมาณ"
_YEAR: Final = r"(?P<year>(?:25|๒๕)[0-9๐-๙]{2})(?![0-9๐-๙])"
_NAMED_YEAR: Final = re.compile(rf"(?P<word>ปีงบประมาณ|ปีการศึกษา)\s?(?:พ\.ศ\.\s?)?{_YEAR}")
_DAY: Final = "[0-9๐-๙]{1,2}"
_DATES: Final = (
    re.compile(rf"(?:{_DAY}\s?)?(?P<month>{MONTH_NAME})\s?(?:พ\.ศ\.\s?)?{_YEAR}"),
    re.compile(rf"(?<![0-9๐-๙/]){_DAY}/(?P<month>{_DAY})/{_YEAR}"),
)
"""A date in words, with or without its day, and one in figures."""
_RANGE: Final = re.compile(r" ?(?:-|–|ถึง|และ|,) ?(?:พ\.ศ\. ?)?[0-9๐-๙]{4}")
"""A further year behind a year: several years are meant."""
_EARLIER_MATTER: Final = re.compile(r"ตามที่|ตามหนังสือ|ตามคำสั่ง|ตามประกาศ|อ้างถึง|โดยที่")
"""Beginnings of a paragraph that tells an earlier matter."""
_COMPARING: Final = re.compile(
    r"กว่า|เทียบ|เพิ่มขึ้น|ลดลง|ปีก่อน|ปีที่ผ่านมา|ที่ผ่านมา|ย้อนหลัง|แนวโน้ม|ตั้งแต่|ระหว่าง|จากปี|จากเดิม|เดิม"
)
"""Words of a paragraph that compares this year with earlier ones."""
_LOOKING_AHEAD: Final = re.compile(r"แผน|ถัดไป|ต่อไป|ปีหน้า|เตรียม|ล่วงหน้า")
"""Words of a paragraph that speaks of a later year."""
_DAY_OF_A_PAPER: Final = re.compile(r"(?:ลงวันที่|ณ วันที่|ณ|ลงเดือน) ?\Z")
"""Words before the day of a cited paper, or as of which figures hold."""
_UNTIL: Final = re.compile(r"(?:ภายใน|ก่อน|ถึง|จนถึง)(?:วันที่|เดือน|สิ้นเดือน)? ?\Z")
"""Words before a last day, which may lie after the year."""
_REACH: Final = 16
"""Letters before a date in which these words are looked for."""
_OF_ANY_YEAR: Final = frozenset({Meaning.CITATION, Meaning.EARLIER, Meaning.COMPARISON, Meaning.PLAN})
_DAY_OF_ANY_YEAR: Final = frozenset({Meaning.CITATION, Meaning.EARLIER, Meaning.COMPARISON})
_DAY_MAY_COME_LATER: Final = frozenset({Meaning.PLAN, Meaning.SIGNED_LATER})
_LAST_QUARTER: Final = (7, 8, 9)
_FIRST_QUARTER: Final = (10, 11, 12)


@dataclass(frozen=True, slots=True)
class _Years:
    """The fiscal years of which a document may speak.

    Attributes:
        folder: the fiscal year of its folder.
        first: the earliest of them: that before, for a paper of the first three months of a year.
        last: the latest: the next one, for a paper of the last three months.
    """

    folder: int
    first: int
    last: int

    def hold(self, year: int, *, is_of_school: bool = False) -> bool:
        """Return whether a year is one of them. A school year lies in two fiscal years."""
        first = self.first - 1 if is_of_school else self.first
        return first <= year <= self.last


def check_other_years(texts: Iterable[Written], year: int, day: dt.date | None) -> Iterator[Problem]:
    """Generate a problem for each text or date that is of another year than its document.

    Args:
        texts: the texts and dates of the content of a document.
        year: fiscal year of its folder, in the Buddhist era.
        day: its date; None while it has none.
    """
    years = _years_of(year, day)
    for written in texts:
        value = written.value
        if isinstance(value, str):
            if _names_year(value) and not written.meanings & _OF_ANY_YEAR:
                yield from _check_text(written, value, years)
        elif not written.meanings & _DAY_OF_ANY_YEAR:
            yield from _check_date(written, thai.last_day_of(value), year)


def _names_year(text: str) -> bool:
    """Return whether a text may name a year: to look for that first takes a tenth of the time."""
    return "25" in text or "๒๕" in text


def _years_of(year: int, day: dt.date | None) -> _Years:
    month = day.month if day else 0
    first = year - 1 if month in _FIRST_QUARTER else year
    last = year + 1 if month in _LAST_QUARTER else year
    return _Years(year, first, last)


def _check_date(written: Written, date: dt.date, year: int) -> Iterator[Problem]:
    """Generate the problem of a date that stands alone under its key."""
    fiscal_year = thai.fiscal_year(date)
    may_come_later = bool(written.meanings & _DAY_MAY_COME_LATER)
    is_fit = fiscal_year == year or (may_come_later and fiscal_year > year)
    if not is_fit:
        yield _problem_of_date(written, thai.format_date(date, numerals="arabic"), year)


def _check_text(written: Written, text: str, years: _Years) -> Iterator[Problem]:
    """Generate the first problem of a year that a text names, and the first of a date."""
    if _EARLIER_MATTER.match(text):
        return
    for match in _NAMED_YEAR.finditer(text):
        named_year = int(thai.to_arabic_digits(match["year"]))
        is_of_school = match["word"] != _FISCAL
        is_fit = years.hold(named_year, is_of_school=is_of_school)
        if not is_fit and not _speaks_of_others(match, named_year < years.folder):
            yield _problem_of_year(written, match, years.folder)
            break
    for match in _dates_in(text):
        if not _is_fit_date(match, years):
            yield _problem_of_date(written, match[0], years.folder)
            break


def _dates_in(text: str) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        yield from pattern.finditer(text)


def _is_fit_date(match: re.Match[str], years: _Years) -> bool:
    """Return whether a date in a text may stand in a document of its years."""
    fiscal_year = _fiscal_year_of(match)
    if years.hold(fiscal_year):
        return True
    words_before = match.string[max(0, match.start() - _REACH) : match.start()]
    if _DAY_OF_A_PAPER.search(words_before):
        return True
    is_earlier = fiscal_year < years.folder
    if not is_earlier and _UNTIL.search(words_before):
        return True
    return _speaks_of_others(match, is_earlier)


def _fiscal_year_of(match: re.Match[str]) -> int:
    year = int(thai.to_arabic_digits(match["year"]))
    month_word = match["month"]
    is_figure = month_word[0].isdigit()
    month = int(month_word) if is_figure else thai.parse_month(month_word)
    return year + 1 if month in _FIRST_QUARTER else year


def _speaks_of_others(match: re.Match[str], is_earlier: bool) -> bool:  # noqa: FBT001 - both are named
    """Return whether the paragraph around a year means an earlier or a later one on purpose."""
    if _RANGE.match(match.string, match.end()):
        return True
    words = _COMPARING if is_earlier else _LOOKING_AHEAD
    return bool(words.search(match.string))


def _problem_of_year(written: Written, match: re.Match[str], year: int) -> Problem:
    message = _("'{found}' stands here, and the document is of the fiscal year {year}")
    hint = _("Write {word} {year}; if another year is meant, say so, such as เทียบกับ or ต่อไป.")
    text = message.format(found=match[0], year=year)
    return Problem(written.path, "W508", text, hint.format(word=match["word"], year=year), Severity.WARNING)


def _problem_of_date(written: Written, date: str, year: int) -> Problem:
    message = _("the date {date} is not in the fiscal year {year} of the folder")
    hint = _("Correct the year of the date, or put the file into the folder of the other year.")
    text = message.format(date=date, year=year)
    return Problem(written.path, "W508", text, hint, Severity.WARNING)
