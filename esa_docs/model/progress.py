"""ความก้าวหน้า: how far a report is, and which parts are late, without evidence or without an owner.

A part is what somebody writes, such as an issue of an indicator, or an item. A report of 6 months asks for
that round alone, a report of 12 months for both.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs.model.people import Person
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class PartWords:
    """Names of a kind of report and of its parts.

    Attributes:
        part: what stands before the number of a part, such as ตัวบ่งชี้ที่.
        rating: name of the rating of a part, such as ระดับคุณภาพ.
        report: name of the report in a word, such as SAR.
    """

    part: str
    rating: str
    report: str


@dataclass(frozen=True, slots=True)
class RoundState:
    """One round of a part.

    Attributes:
        round: name of the round.
        due: last day on which it is in time; None where no day is said.
        has_results: results are written.
        has_rating: a level or score is there; None where this round asks for none.
        is_over: the day on which it was due is over.
    """

    round: Round
    due: dt.date | None
    has_results: bool
    has_rating: bool | None
    is_over: bool

    @property
    def is_filled(self) -> bool:
        """Whether everything that this round asks for is there."""
        return self.has_results and self.has_rating is not False

    @property
    def is_late(self) -> bool:
        """Whether something is missing after the day on which it was due."""
        return self.is_over and not self.is_filled


@dataclass(frozen=True, slots=True)
class PartState:
    """A part of a report.

    Attributes:
        code: code of the indicator or item, such as 1.2.
        issue: number of the issue; None for an item, and for an indicator without any issue.
        owner: who answers for it; None where nobody is named.
        rounds: the rounds that the report asks for, the earlier first.
        has_evidence: it names at least one piece of evidence.
    """

    code: str
    issue: int | None
    owner: Person | None
    rounds: tuple[RoundState, ...]
    has_evidence: bool

    @property
    def is_filled(self) -> bool:
        """Whether every round asked for is filled in."""
        return all(state.is_filled for state in self.rounds)

    @property
    def is_late(self) -> bool:
        """Whether a round is late."""
        return any(state.is_late for state in self.rounds)

    @property
    def lacks_evidence(self) -> bool:
        """Whether results are claimed and nothing shows them."""
        return not self.has_evidence and any(state.has_results for state in self.rounds)


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a report, or of the share for which one person answers.

    Attributes:
        parts: its parts, in the order of the edition.
        unanswered: questions of the profile of a PMQA report that have no answer.
    """

    parts: tuple[PartState, ...]
    unanswered: tuple[int, ...] = ()

    @property
    def filled(self) -> int:
        """How many parts are filled in."""
        return sum(part.is_filled for part in self.parts)

    @property
    def open(self) -> int:
        """How many parts are not filled in."""
        return len(self.parts) - self.filled

    @property
    def late(self) -> int:
        """How many parts are late in a round."""
        return sum(part.is_late for part in self.parts)

    @property
    def without_evidence(self) -> int:
        """How many parts claim results that nothing shows."""
        return sum(part.lacks_evidence for part in self.parts)

    @property
    def without_owner(self) -> int:
        """How many parts nobody answers for."""
        return sum(part.owner is None for part in self.parts)

    def by_owner(self) -> tuple[tuple[Person | None, Progress], ...]:
        """Return the share of each person, in order of appearance.

        The parts without an owner come last, with None for the person.
        """
        owners: dict[str, Person] = {}
        parts_of_owners: dict[str, list[PartState]] = {}
        parts_of_nobody: list[PartState] = []
        for part in self.parts:
            if part.owner is None:
                parts_of_nobody.append(part)
            else:
                owners[part.owner.id] = part.owner
                parts_of_owners.setdefault(part.owner.id, []).append(part)
        shares: list[tuple[Person | None, Progress]] = []
        for owner_id, parts in parts_of_owners.items():
            shares.append((owners[owner_id], Progress(tuple(parts))))
        if parts_of_nobody:
            shares.append((None, Progress(tuple(parts_of_nobody))))
        return tuple(shares)
