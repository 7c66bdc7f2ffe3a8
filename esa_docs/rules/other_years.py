"""A year or a date of another year than that of the folder, such as after a copy of last year's file.

W508 ปีงบประมาณ, ปีการศึกษา or a date is of another year than the document. `year_words` has the words by which
texts say that the other year is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.problem import Problem
from esa_docs.rules.meant import Meant
from esa_docs.rules.year_words import EARLIER_MATTER, NamedYear, years_in

_OF_ANY_YEAR: Final = frozenset({Meaning.CITATION, Meaning.EARLIER, Meaning.COMPARISON, Meaning.PLAN})
_DAY_OF_ANY_YEAR: Final = frozenset({Meaning.CITATION, Meaning.EARLIER, Meaning.COMPARISON})
_DAY_MAY_COME_LATER: Final = frozenset({Meaning.PLAN, Meaning.SIGNED_LATER})
_TWO_FIGURES: Final = re.compile("[0-9๐-๙]{2}")
_SUBJECT: Final = ("subject",)
_LAST_QUARTER: Final = (7, 8, 9)
_FIRST_QUARTER: Final = (10, 11, 12)


@dataclass(frozen=True, slots=True)
class _Years:
    """The fiscal years of which a document may speak.

    Attributes:
        folder: the fiscal year of its folder.
        first: the earliest of them: that before, for a paper of the first three months of a year.
        last: the latest: the next one, for a paper of the last three months.
        in_subject: other years that the subject names on purpose: the whole paper speaks of them.
    """

    folder: int
    first: int
    last: int
    in_subject: frozenset[int] = frozenset()

    def hold(self, named_year: NamedYear) -> bool:
        """Return whether a year is one of them. A school year lies in two fiscal years."""
        if named_year.year in self.in_subject:
            return True
        first = self.first - 1 if named_year.is_of_school else self.first
        return first <= named_year.year <= self.last


def check_other_years(
    texts: Iterable[Written], year: int, day: dt.date | None, meant: Meant
) -> Iterator[Problem]:
    """Generate a problem for each text or date that is of another year than its document.

    Args:
        texts: the texts and dates of the content of a document.
        year: fiscal year of its folder, in the Buddhist era.
        day: its date; None while it has none.
        meant: words that are meant as they stand.
    """
    texts = list(texts)
    years = _years_of(year, day)
    years_of_texts = replace(years, in_subject=_years_in_subject(texts, years, meant))
    for written in texts:
        value = written.value
        if isinstance(value, str):
            if _has_figures(value) and not written.meanings & _OF_ANY_YEAR:
                fit_years = years if written.path == _SUBJECT else years_of_texts
                yield from _check_text(written, value, fit_years, meant)
        elif not written.meanings & _DAY_OF_ANY_YEAR:
            yield from _check_date(written, thai.last_day_of(value), year, meant)


def _years_in_subject(texts: Iterable[Written], years: _Years, meant: Meant) -> frozenset[int]:
    """Return the years that the subject names by their word, and about which nobody need ask further.

    An earlier one that is told at the subject may come from a copied file; so it is told in the texts too.
    With a school year comes the fiscal year in which it ends.
    """
    numbers: set[int] = set()
    for written in texts:
        if written.path != _SUBJECT:
            continue
        for named_year in years_in(str(written.value)):
            is_later = named_year.year > years.folder
            if named_year.word and (is_later or _is_fit(named_year, years, meant)):
                numbers.add(named_year.year)
                numbers.add(named_year.year + int(named_year.is_of_school))
    return frozenset(numbers)


def _is_fit(named_year: NamedYear, years: _Years, meant: Meant) -> bool:
    """Return whether a year is one of the document, or meant."""
    if years.hold(named_year) or named_year.is_meant_in(years.folder):
        return True
    return meant.hold(named_year.words)


def _has_figures(text: str) -> bool:
    """Return whether a text may name a year: a year has two figures at least, and most texts hold none."""
    return _TWO_FIGURES.search(text) is not None


def _years_of(year: int, day: dt.date | None) -> _Years:
    month = day.month if day else 0
    first = year - 1 if month in _FIRST_QUARTER else year
    last = year + 1 if month in _LAST_QUARTER else year
    return _Years(year, first, last)


def _check_date(written: Written, date: dt.date, year: int, meant: Meant) -> Iterator[Problem]:
    """Generate the problem of a date that stands alone under its key."""
    fiscal_year = thai.fiscal_year(date)
    may_come_later = bool(written.meanings & _DAY_MAY_COME_LATER)
    is_fit = fiscal_year == year or (may_come_later and fiscal_year > year)
    words = thai.format_date(date, numerals="arabic")
    if not is_fit and not meant.hold(words):
        yield _problem_of_date(written, words, year)


def _check_text(written: Written, text: str, years: _Years, meant: Meant) -> Iterator[Problem]:
    """Generate the first problem of a year that a text names, and the first of a date."""
    if EARLIER_MATTER.match(text):
        return
    told_sorts: set[bool] = set()
    for named_year in years_in(text):
        is_date = not named_year.word
        if is_date in told_sorts or _is_fit(named_year, years, meant):
            continue
        told_sorts.add(is_date)
        if is_date:
            yield _problem_of_date(written, named_year.words, years.folder)
        else:
            yield _problem_of_year(written, named_year.words, years.folder)


def _problem_of_year(written: Written, words: str, year: int) -> Problem:
    message = _("'{found}' stands here, and the document is of the fiscal year {year}")
    text = message.format(found=words, year=year)
    return Problem(written.path, "W508", text, _hint(words), Severity.WARNING)


def _problem_of_date(written: Written, date: str, year: int) -> Problem:
    message = _("the date {date} is not in the fiscal year {year} of the folder")
    text = message.format(date=date, year=year)
    return Problem(written.path, "W508", text, _hint(date), Severity.WARNING)


def _hint(words: str) -> str:
    hint = _(
        "Look whether this year is meant. If the other one is meant, add under 'meant:' the line - {words}."
    )
    return hint.format(words=words)
