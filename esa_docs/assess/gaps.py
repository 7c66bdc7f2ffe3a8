"""What is missing in a self-assessment, part by part, in the words of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from esa_docs.model.people import Person
from esa_docs.model.progress import PartState, PartWords, Progress, RoundState
from esa_docs.model.rounds import ROUND_NAMES, Round

_PAIR: Final = 2
_RESULTS, _EVIDENCE = "ผลการดำเนินงาน", "หลักฐาน"


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a part, or in several issues of an indicator that lack the same.

    Attributes:
        part_word: what stands before the number of a part.
        code: code of the indicator or item, such as 1.2.
        issues: numbers of the issues; empty for an item, and for an indicator without any issue.
        owner: who answers for it; None where nobody is named.
        round: the round that lacks it; None for evidence, which belongs to no round.
        due: last day on which it is in time; None where no day is said.
        is_late: that day is over.
        missing: names of what is missing, as printed.
    """

    part_word: str
    code: str
    issues: tuple[int, ...]
    owner: Person | None
    round: Round | None
    due: dt.date | None
    is_late: bool
    missing: tuple[str, ...]

    @property
    def number(self) -> str:
        """Number of the part with its issues, such as 1.2 ประเด็นที่ 1 และ 3."""
        return f"{self.code}{_issue_words(self.issues)}"

    @property
    def part(self) -> str:
        """Name of the part, such as ตัวบ่งชี้ที่ 1.2 ประเด็นที่ 1 และ 3."""
        return f"{self.part_word} {self.number}"

    @property
    def where(self) -> str:
        """Name of the part with the round."""
        return f"{self.part} {ROUND_NAMES[self.round]}" if self.round else self.part


def gaps_in(progress: Progress, words: PartWords) -> tuple[Gap, ...]:
    """Return what is missing, by part. Issues of one indicator that lack the same share a gap.

    Args:
        progress: how far the report is, or the share of one person.
        words: names of its parts.
    """
    issues_of_gaps: dict[Gap, list[int]] = {}
    for part in progress.parts:
        for gap in _gaps_of(part, words):
            without_issues = replace(gap, issues=())
            issues_of_gaps.setdefault(without_issues, []).extend(gap.issues)
    return tuple(replace(gap, issues=tuple(issues)) for gap, issues in issues_of_gaps.items())


def _gaps_of(part: PartState, words: PartWords) -> Iterator[Gap]:
    issues = () if part.issue is None else (part.issue,)
    owner = part.owner
    for state in part.rounds:
        if not state.is_filled:
            missing = tuple(_missing(state, words))
            yield Gap(words.part, part.code, issues, owner, state.round, state.due, state.is_late, missing)
    if part.lacks_evidence:
        missing = (_EVIDENCE,)
        yield Gap(words.part, part.code, issues, owner, round=None, due=None, is_late=False, missing=missing)


def _missing(state: RoundState, words: PartWords) -> Iterator[str]:
    if not state.has_results:
        yield _RESULTS
    if state.has_rating is False:
        yield words.rating


def _issue_words(issues: Sequence[int]) -> str:
    """Return issues by their numbers: the first and the last of three or more that follow each other."""
    if not issues:
        return ""
    first, last = issues[0], issues[-1]
    if len(issues) == 1:
        return f" ประเด็นที่ {first}"
    follow_each_other = list(issues) == list(range(first, first + len(issues)))
    if len(issues) > _PAIR and follow_each_other:
        return f" ประเด็นที่ {first} ถึง {last}"
    earlier = " ".join(map(str, issues[:-1]))
    return f" ประเด็นที่ {earlier} และ {last}"
