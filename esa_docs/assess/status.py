"""The state of the works of a year on one day: what the director reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.assess.gaps import Gap, gaps_in
from esa_docs.model.people import Person
from esa_docs.model.progress import PartState, PartWords, Progress, RoundState
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class WorkStatus:
    """The progress of one report.

    Attributes:
        name: name of its document.
        kind: name of its kind.
        title: title of the report.
        round: the round that it reports.
        words: names of its parts.
        numerals: digits with which it is printed.
        progress: what is filled in, late and missing.
    """

    name: str
    kind: str
    title: str
    round: Round
    words: PartWords
    numerals: thai.Numerals
    progress: Progress

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing in it."""
        return gaps_in(self.progress, self.words)

    def as_dict(self) -> dict[str, object]:
        """Return the values that ``--format json`` prints; dates are in the Christian era, for programs."""
        return {
            "name": self.name,
            "kind": self.kind,
            "title": self.title,
            "round": self.round,
            **_counts(self.progress),
            "without_owner": self.progress.without_owner,
            "unanswered": list(self.progress.unanswered),
            "owners": [_share(owner, share) for owner, share in self.progress.by_owner()],
            "parts": [_part(part) for part in self.progress.parts],
        }


@dataclass(frozen=True, slots=True)
class StatusContent:
    """The progress of the reports of a fiscal year: the content of a document that has no content file.

    Attributes:
        year: fiscal year in the Buddhist era.
        today: the day whose state it is.
        works: the reports; at least one.
    """

    year: int
    today: dt.date
    works: tuple[WorkStatus, ...]

    @property
    def title(self) -> str:
        """Title of the page, with its year."""
        return f"รายงานความก้าวหน้าการประเมินตนเอง ปีงบประมาณ พ.ศ. {self.year}"


def _share(owner: Person | None, share: Progress) -> dict[str, object]:
    return {"owner": _id_of(owner), **_counts(share)}


def _id_of(owner: Person | None) -> str | None:
    return owner.id if owner else None


def _counts(progress: Progress) -> dict[str, int]:
    return {
        "total": len(progress.parts),
        "filled": progress.filled,
        "open": progress.open,
        "late": progress.late,
        "without_evidence": progress.without_evidence,
    }


def _part(part: PartState) -> dict[str, object]:
    return {
        "part": part.code,
        "issue": part.issue,
        "owner": _id_of(part.owner),
        "filled": part.is_filled,
        "late": part.is_late,
        "evidence": part.has_evidence,
        "rounds": [_round(state) for state in part.rounds],
    }


def _round(state: RoundState) -> dict[str, object]:
    due = state.due.isoformat() if state.due else None
    return {
        "round": state.round,
        "due": due,
        "results": state.has_results,
        "rating": state.has_rating,
        "filled": state.is_filled,
        "late": state.is_late,
    }
