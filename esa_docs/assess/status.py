"""The state of the works of a year on one day: what the director reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.assess.gaps import Gap, gaps_in
from esa_docs.model.progress import PartState, PartWords, Progress
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class WorkStatus:
    """How far one report is.

    Attributes:
        name: name of its document.
        kind: name of its kind.
        title: what it is called.
        round: the round it reports.
        words: what its parts are called.
        numerals: digits it is printed with.
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
        """Give the form of ``--format json``; dates in the Christian era, as programs write them."""
        owners = (
            {"owner": owner.id if owner else None, **_counts(share)}
            for owner, share in self.progress.by_owner()
        )
        return {
            "name": self.name,
            "kind": self.kind,
            "title": self.title,
            "round": self.round,
            **_counts(self.progress),
            "without_owner": self.progress.without_owner,
            "unanswered": list(self.progress.unanswered),
            "owners": list(owners),
            "parts": [_part(one) for one in self.progress.parts],
        }


@dataclass(frozen=True, slots=True)
class StatusContent:
    """How far the reports of a fiscal year are: the content of a document that has no content file.

    Attributes:
        year: fiscal year in the Buddhist era.
        today: the day on which it is asked.
        works: the reports; at least one.
    """

    year: int
    today: dt.date
    works: tuple[WorkStatus, ...]

    @property
    def title(self) -> str:
        """What it is called, with its year."""
        return f"รายงานความก้าวหน้าการประเมินตนเอง ปีงบประมาณ พ.ศ. {self.year}"


def _counts(progress: Progress) -> dict[str, int]:
    return {
        "total": len(progress.parts),
        "filled": progress.filled,
        "open": progress.open,
        "late": progress.late,
        "without_evidence": progress.without_evidence,
    }


def _part(part: PartState) -> dict[str, object]:
    rounds = [
        {
            "round": one.round,
            "due": one.due.isoformat() if one.due else None,
            "results": one.has_results,
            "rating": one.has_rating,
            "filled": one.is_filled,
            "late": one.is_late,
        }
        for one in part.rounds
    ]
    return {
        "part": part.code,
        "issue": part.issue,
        "owner": part.owner.id if part.owner else None,
        "filled": part.is_filled,
        "late": part.is_late,
        "evidence": part.has_evidence,
        "rounds": rounds,
    }
