"""Rounds of a self-assessment, each with the day it is due: for the progress of its parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.content import Conclusions, SelfAssessment
from esa_docs.model.people import Person
from esa_docs.model.progress import RoundState
from esa_docs.model.rounds import ROUND_MONTHS, Round

_SECRETARY: Final = "และเลขานุการ"


def rounds_asked(report: SelfAssessment, part: Conclusions) -> Iterator[tuple[Round, dt.date | None]]:
    """Give the rounds that a report asks for, each with the day it is due: the part's own, else the report's.

    Args:
        report: the report.
        part: what it says of an indicator or item.
    """
    for which, months in ROUND_MONTHS.items():
        if months > ROUND_MONTHS[report.round]:
            return
        yield which, getattr(part.due, which) or getattr(report.due, which)


def round_state(
    which: Round, due: dt.date | None, today: dt.date, *, has_results: bool, has_rating: bool | None
) -> RoundState:
    """Return the state of a round on a day; what is due on it is in time."""
    return RoundState(which, due, has_results, has_rating, due is not None and due < today)


def secretary_of(report: SelfAssessment) -> Person | None:
    """Return the secretary of the working group that the order of a report appoints; None without one."""
    if report.order is None:
        return None
    for committee in report.order.content.committees:
        for member in committee.members:
            if member.person and member.role.endswith(_SECRETARY):
                return member.person
    return None
