"""How far a SAR is: by issue; an indicator of which no issue is known counts as one part.

Each round asks for results and a level.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from esa_docs.kinds.assessment.progress import round_state, rounds_asked
from esa_docs.kinds.sar.content import Sar, SarIndicator, SarIssue
from esa_docs.model.progress import PartState, Progress


def progress_of(sar: Sar, today: dt.date) -> Progress:
    """Look through a SAR.

    Args:
        sar: what is there.
        today: the day on which it is asked; what is due on it is in time.
    """
    return Progress(tuple(_parts(sar, today)))


def _parts(sar: Sar, today: dt.date) -> Iterator[PartState]:
    answers = sar.answers()
    for code, _standard, indicator in sar.scheme.indicators():
        answer = answers.get(code) or SarIndicator(indicator=code)
        written = {issue.number: issue for issue in answer.issues}
        numbers = {issue.number for issue in indicator.issues} | set(written)
        if not numbers:
            yield _part(sar, answer, None, None, today)
        for number in sorted(numbers):
            yield _part(sar, answer, number, written.get(number), today)


def _part(
    sar: Sar, answer: SarIndicator, number: int | None, issue: SarIssue | None, today: dt.date
) -> PartState:
    rounds = []
    for which, due in rounds_asked(sar, answer):
        there = issue.in_round(which) if issue else None
        has_level = there is not None and there.level is not None
        has_results = there is not None and bool(there.results)
        rounds.append(round_state(which, due, today, has_results=has_results, has_rating=has_level))
    owner = (issue.owner if issue else None) or answer.owner
    return PartState(answer.indicator, number, owner, tuple(rounds), bool(issue and issue.evidence))
