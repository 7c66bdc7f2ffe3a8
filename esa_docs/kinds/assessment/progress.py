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
"""End of the role of a secretary, such as กรรมการและเลขานุการ; that of an assistant ends with ผู้ช่วยเลขานุการ."""


def rounds_asked(report: SelfAssessment, part: Conclusions) -> Iterator[tuple[Round, dt.date | None]]:
    """Generate the rounds that a report asks for, each with the day on which the part is due.

    A part without a day of its own is due on the day of the report.

    Args:
        report: the report.
        part: what it says of an indicator or item.
    """
    for round_name, months in ROUND_MONTHS.items():
        if months <= ROUND_MONTHS[report.round]:
            yield round_name, part.due.in_round(round_name) or report.due.in_round(round_name)


def round_state(
    round_name: Round, due: dt.date | None, today: dt.date, *, has_results: bool, has_rating: bool | None
) -> RoundState:
    """Return the state of a round on a day; what is due on that day is in time."""
    is_over = due is not None and due < today
    return RoundState(round_name, due, has_results, has_rating, is_over)


def secretary_of(report: SelfAssessment) -> Person | None:
    """Return the secretary of the working group that the order of a report appoints.

    None stands for a report without an order, and for an order without a secretary of the roster.
    """
    if report.order is None:
        return None
    for committee in report.order.content.committees:
        for member in committee.members:
            if member.person and member.role.endswith(_SECRETARY):
                return member.person
    return None
