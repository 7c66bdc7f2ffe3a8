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
    """What is missing in one part, or alike in several issues of an indicator.

    Attributes:
        part_word: what stands before the number of a part.
        code: indicator or item, such as 1.2.
        issues: numbers of the issues; empty for an item, and for an indicator of which none is known.
        owner: who answers for it; None where nobody is named.
        round: in which round; None for evidence, which is of no round.
        due: last day on which it is in time; None where no day is said.
        is_late: that day is over.
        missing: what is missing, as printed.
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
    """Find what is missing, by part; alike gaps of issues that follow each other in an indicator are one.

    Args:
        progress: how far the report is, or the share of one person.
        words: what its parts are called.
    """
    found = [gap for part in progress.parts for gap in _gaps_of(part, words)]
    groups: dict[Gap, list[int]] = {}
    for gap in found:
        groups.setdefault(replace(gap, issues=()), []).extend(gap.issues)
    return tuple(replace(gap, issues=tuple(issues)) for gap, issues in groups.items())


def _gaps_of(part: PartState, words: PartWords) -> Iterator[Gap]:
    issues = () if part.issue is None else (part.issue,)
    for one in part.rounds:
        if not one.is_filled:
            missing = tuple(_missing(one, words))
            yield Gap(words.part, part.code, issues, part.owner, one.round, one.due, one.is_late, missing)
    if part.lacks_evidence:
        yield Gap(words.part, part.code, issues, part.owner, None, None, is_late=False, missing=(_EVIDENCE,))


def _missing(state: RoundState, words: PartWords) -> Iterator[str]:
    if not state.has_results:
        yield _RESULTS
    if state.has_rating is False:
        yield words.rating


def _issue_words(issues: Sequence[int]) -> str:
    """Name issues by their numbers: three or more in a row by the first and the last."""
    if not issues:
        return ""
    *first, last = map(str, issues)
    if not first:
        return f" ประเด็นที่ {last}"
    is_row = len(issues) > _PAIR and list(issues) == list(range(issues[0], issues[-1] + 1))
    return f" ประเด็นที่ {first[0]} ถึง {last}" if is_row else f" ประเด็นที่ {' '.join(first)} และ {last}"
