"""How far a PMQA report is: by item.

Each round asks for results, and the round it reports for a score.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from esa_docs.kinds.assessment.progress import round_state, rounds_asked
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scores import ItemScore, score_pmqa
from esa_docs.model.progress import PartState, Progress, RoundState


def progress_of(pmqa: Pmqa, today: dt.date) -> Progress:
    """Return how far a PMQA report is.

    Args:
        pmqa: what the office has written so far.
        today: the day on which it is asked; what is due on it is in time.
    """
    parts = tuple(_part(score, pmqa, today) for score in score_pmqa(pmqa).items)
    return Progress(parts, tuple(_unanswered(pmqa)))


def _unanswered(pmqa: Pmqa) -> Iterator[int]:
    """Generate the numbers of the questions of the profile that have no answer."""
    answered = {answer.question for answer in pmqa.profile}
    for group in pmqa.scheme.profile:
        for question in group.questions:
            if question.number not in answered:
                yield question.number


def _part(score: ItemScore, pmqa: Pmqa, today: dt.date) -> PartState:
    answer = score.answer
    rounds: list[RoundState] = []
    for round_name, due in rounds_asked(pmqa, answer):
        has_results = bool(answer.in_round(round_name))
        has_score = score.value is not None if round_name == pmqa.round else None
        state = round_state(round_name, due, today, has_results=has_results, has_rating=has_score)
        rounds.append(state)
    return PartState(score.code, None, answer.owner, tuple(rounds), bool(answer.evidence))
