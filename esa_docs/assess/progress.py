"""How far a self-assessment is: what is filled in, late, without evidence or without an owner.

A part is what somebody writes: an issue of a SAR (an indicator of which no issue is known counts as one), an
item of a PMQA report. A report of 6 months asks for that round alone, one of 12 months for both. Each round
of a SAR asks for results and a level; a PMQA report asks for results in each round, and for a score once, in
the round it reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from esa_docs.assess.pmqa import score_pmqa
from esa_docs.model.assessment import ROUND_MONTHS, Findings, Round, SelfAssessment
from esa_docs.model.people import Person
from esa_docs.model.pmqa import Pmqa, PmqaItem
from esa_docs.model.sar import Sar, SarIndicator, SarIssue


@dataclass(frozen=True, slots=True)
class RoundState:
    """One round of a part.

    Attributes:
        round: which round.
        due: last day on which it is in time; None where no day is said.
        has_results: something is written.
        has_rating: a level or score is given; None where this round asks for none.
        is_over: the day it was due is over.
    """

    round: Round
    due: dt.date | None
    has_results: bool
    has_rating: bool | None
    is_over: bool

    @property
    def is_filled(self) -> bool:
        """Tell whether all is there that this round asks for."""
        return self.has_results and self.has_rating is not False

    @property
    def is_late(self) -> bool:
        """Tell whether something is missing though the day it was due is over."""
        return self.is_over and not self.is_filled


@dataclass(frozen=True, slots=True)
class PartState:
    """A part of a report.

    Attributes:
        code: indicator or item, such as 1.2.
        issue: number of the issue; None for an item, and for an indicator of which no issue is known.
        owner: who answers for it; None where nobody is named.
        rounds: the rounds that the report asks for, the earlier first.
        has_evidence: a piece of evidence is named.
    """

    code: str
    issue: int | None
    owner: Person | None
    rounds: tuple[RoundState, ...]
    has_evidence: bool

    @property
    def is_filled(self) -> bool:
        """Tell whether every round asked for is filled in."""
        return all(one.is_filled for one in self.rounds)

    @property
    def is_late(self) -> bool:
        """Tell whether a round is late."""
        return any(one.is_late for one in self.rounds)

    @property
    def lacks_evidence(self) -> bool:
        """Tell whether results are claimed that nothing shows."""
        return not self.has_evidence and any(one.has_results for one in self.rounds)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a report, or what one person answers for, is.

    Attributes:
        parts: its parts, in the order of the edition.
        unanswered: questions of the profile of a PMQA report that have no answer.
    """

    parts: tuple[PartState, ...]
    unanswered: tuple[int, ...] = ()

    @property
    def filled(self) -> int:
        """How many parts are filled in."""
        return sum(one.is_filled for one in self.parts)

    @property
    def open(self) -> int:
        """How many parts are not filled in."""
        return len(self.parts) - self.filled

    @property
    def late(self) -> int:
        """How many parts are late in a round."""
        return sum(one.is_late for one in self.parts)

    @property
    def without_evidence(self) -> int:
        """How many parts claim results that nothing shows."""
        return sum(one.lacks_evidence for one in self.parts)

    @property
    def without_owner(self) -> int:
        """How many parts nobody answers for."""
        return sum(one.owner is None for one in self.parts)

    def by_owner(self) -> tuple[tuple[Person | None, Progress], ...]:
        """Give what each person answers for, in order of appearance; what nobody answers for comes last."""
        owners = {one.owner.id: one.owner for one in self.parts if one.owner}
        named = ((owner, _of_owner(self.parts, name)) for name, owner in owners.items())
        nobody = _of_owner(self.parts, None)
        return (*named, *(((None, nobody),) if nobody.parts else ()))


def _of_owner(parts: Iterable[PartState], name: str | None) -> Progress:
    return Progress(tuple(one for one in parts if (one.owner.id if one.owner else None) == name))


def progress_of(report: Sar | Pmqa, today: dt.date) -> Progress:
    """Look through a report.

    Args:
        report: what is there.
        today: the day on which it is asked; what is due on it is in time.
    """
    if isinstance(report, Sar):
        return Progress(tuple(_sar_parts(report, today)))
    answered = {one.question for one in report.profile}
    asked = (one.number for group in report.scheme.profile for one in group.questions)
    return Progress(
        tuple(_pmqa_parts(report, today)), tuple(number for number in asked if number not in answered)
    )


def _sar_parts(sar: Sar, today: dt.date) -> Iterator[PartState]:
    answers = sar.answers()
    for code, _standard, indicator in sar.scheme.indicators():
        answer = answers.get(code) or SarIndicator(indicator=code)
        written = {one.number: one for one in answer.issues}
        numbers = {one.number for one in indicator.issues} | set(written)
        if not numbers:
            yield _sar_part(sar, answer, None, None, today)
        for number in sorted(numbers):
            yield _sar_part(sar, answer, number, written.get(number), today)


def _sar_part(
    sar: Sar, answer: SarIndicator, number: int | None, issue: SarIssue | None, today: dt.date
) -> PartState:
    rounds = []
    for which, due in _rounds(sar, answer):
        there = issue.in_round(which) if issue else None
        has_level = there is not None and there.level is not None
        rounds.append(_round(which, due, today, has_results=bool(there and there.results), rated=has_level))
    owner = (issue.owner if issue else None) or answer.owner
    return PartState(answer.indicator, number, owner, tuple(rounds), bool(issue and issue.evidence))


def _pmqa_parts(pmqa: Pmqa, today: dt.date) -> Iterator[PartState]:
    answers = pmqa.answers()
    for score in (item for category in score_pmqa(pmqa).categories for item in category.items):
        answer = answers.get(score.code) or PmqaItem(item=score.code)
        rounds = []
        for which, due in _rounds(pmqa, answer):
            has_score = score.value is not None if which == pmqa.round else None
            has_results = bool(getattr(answer, which))
            rounds.append(_round(which, due, today, has_results=has_results, rated=has_score))
        yield PartState(score.code, None, answer.owner, tuple(rounds), bool(answer.evidence))


def _rounds(report: SelfAssessment, findings: Findings) -> Iterator[tuple[Round, dt.date | None]]:
    """Give the rounds that a report asks for, each with the day it is due: its own, else the report's."""
    for which, months in ROUND_MONTHS.items():
        if months > ROUND_MONTHS[report.round]:
            return
        yield which, getattr(findings.due, which) or getattr(report.due, which)


def _round(
    which: Round, due: dt.date | None, today: dt.date, *, has_results: bool, rated: bool | None
) -> RoundState:
    return RoundState(which, due, has_results, rated, due is not None and due < today)
