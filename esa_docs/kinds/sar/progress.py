"""How far a SAR is: by issue; an indicator without any issue counts as one part.

Each round asks for results and a level.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from esa_docs.kinds.assessment.progress import round_state, rounds_asked
from esa_docs.kinds.sar.answers import AnsweredIndicator, AnsweredIssue, answered_indicators
from esa_docs.kinds.sar.content import Sar
from esa_docs.model.progress import PartState, Progress, RoundState


def progress_of(sar: Sar, today: dt.date) -> Progress:
    """Return how far a SAR is.

    Args:
        sar: what the office has written so far.
        today: the day on which it is asked; what is due on it is in time.
    """
    return Progress(tuple(_parts(sar, today)))


def _parts(sar: Sar, today: dt.date) -> Iterator[PartState]:
    for indicator in answered_indicators(sar):
        if not indicator.issues:
            yield _indicator_without_issues(indicator, sar, today)
        for issue in indicator.issues:
            yield _issue(indicator, issue, sar, today)


def _indicator_without_issues(indicator: AnsweredIndicator, sar: Sar, today: dt.date) -> PartState:
    answer = indicator.answer
    rounds = [
        round_state(round_name, due, today, has_results=False, has_rating=False)
        for round_name, due in rounds_asked(sar, answer)
    ]
    return PartState(indicator.code, None, answer.owner, tuple(rounds), has_evidence=False)


def _issue(indicator: AnsweredIndicator, issue: AnsweredIssue, sar: Sar, today: dt.date) -> PartState:
    rounds: list[RoundState] = []
    for round_name, due in rounds_asked(sar, indicator.answer):
        result = issue.answer.in_round(round_name)
        has_results = bool(result.results)
        has_level = result.level is not None
        state = round_state(round_name, due, today, has_results=has_results, has_rating=has_level)
        rounds.append(state)
    owner = issue.answer.owner or indicator.answer.owner
    has_evidence = bool(issue.answer.evidence)
    return PartState(indicator.code, issue.number, owner, tuple(rounds), has_evidence)
