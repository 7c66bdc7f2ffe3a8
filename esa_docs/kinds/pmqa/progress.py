"""How far a PMQA report is: by item.

Each round asks for results, and the round it reports for a score.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from esa_docs.kinds.assessment.progress import round_state, rounds_asked
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scores import score_pmqa
from esa_docs.model.progress import PartState, Progress


def progress_of(pmqa: Pmqa, today: dt.date) -> Progress:
    """Look through a PMQA report.

    Args:
        pmqa: what is there.
        today: the day on which it is asked; what is due on it is in time.
    """
    answered = {answer.question for answer in pmqa.profile}
    questions = (question.number for group in pmqa.scheme.profile for question in group.questions)
    unanswered = tuple(number for number in questions if number not in answered)
    return Progress(tuple(_parts(pmqa, today)), unanswered)


def _parts(pmqa: Pmqa, today: dt.date) -> Iterator[PartState]:
    answers = pmqa.answers()
    for score in (item for category in score_pmqa(pmqa).categories for item in category.items):
        answer = answers.get(score.code) or PmqaItem(item=score.code)
        rounds = []
        for which, due in rounds_asked(pmqa, answer):
            has_score = score.value is not None if which == pmqa.round else None
            has_results = bool(getattr(answer, which))
            rounds.append(round_state(which, due, today, has_results=has_results, has_rating=has_score))
        yield PartState(score.code, None, answer.owner, tuple(rounds), bool(answer.evidence))
