"""What the reports of all self-assessments lack: a signer, the order of the working group, parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from esa_docs.assess.gaps import Gap, gaps_in
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.model.missing import Missing
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.progress import PartWords, Progress

NO_DAY: Final = dt.date.min
"""The day on which nothing is late: what is missing is so on every day."""


def missing_in_report(report: SelfAssessment, office: Office) -> Iterator[Missing]:
    """Generate what a report lacks beside its parts."""
    if report.signature is None and office.director is None:
        message = _("it is not said who signs, and office.yaml names no director")
        yield Missing(("signature",), message)
    if report.order is not None and not report.order.content.is_issued:
        message = _("the order '{name}' that is cited has no number and date yet")
        yield Missing(("order",), message.format(name=report.order.name))


def missing_parts(
    progress: Progress, words: PartWords, list_key: str, indexes: Mapping[str, int]
) -> Iterator[Missing]:
    """Generate the results and ratings that a report lacks, and the unanswered questions of its profile.

    Results that no evidence shows are told by ``status``; they are there.

    Args:
        progress: how far the report is.
        words: names of its parts.
        list_key: key of the list that holds its parts.
        indexes: index of each part in that list, by its code. A part that nobody has written is not there.
    """
    for gap in gaps_in(progress, words):
        if gap.round:
            yield Missing(_path(gap, list_key, indexes), _message(gap))
    if progress.unanswered:
        numbers = ", ".join(map(str, progress.unanswered))
        message = _("questions of the profile without an answer: {numbers}")
        yield Missing(("profile",), message.format(numbers=numbers))


def _path(gap: Gap, list_key: str, indexes: Mapping[str, int]) -> KeyPath:
    index = indexes.get(gap.code)
    return (list_key,) if index is None else (list_key, index)


def _message(gap: Gap) -> str:
    names = " ".join(gap.missing)
    return _("{where} lacks {names}").format(where=gap.where, names=names)
