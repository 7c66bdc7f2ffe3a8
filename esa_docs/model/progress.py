"""ความก้าวหน้า: how far a report is: what is filled in, late, without evidence or without an owner.

A part is what somebody writes, such as an issue of an indicator, or an item. A report of 6 months asks for
that round alone, one of 12 months for both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from esa_docs.model.people import Person
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class PartWords:
    """What the parts of a kind of report are called.

    Attributes:
        part: what stands before the number of a part, such as ตัวบ่งชี้ที่.
        rating: what a part is rated by, such as ระดับคุณภาพ.
        report: what the report is called in a word, such as SAR.
    """

    part: str
    rating: str
    report: str


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
