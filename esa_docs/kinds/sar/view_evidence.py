"""หลักฐาน in a SAR: where each piece is cited, the index with those pages, and where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esa_docs.kinds.assessment.view import missing
from esa_docs.kinds.sar.content import Sar, SarIndicator
from esa_docs.kinds.sar.scheme import Indicator
from esa_docs.model.document import Context
from esa_docs.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Citation:
    """A piece of evidence where an issue cites it.

    Attributes:
        indicator: code of the indicator, such as 1.2.
        issue: number of the issue.
        evidence: what is cited.
        mark: its number among the citations, by which the index refers to its page.
        stored: where it is kept; says so where that is not known.
    """

    indicator: str
    issue: int
    evidence: Evidence
    mark: int
    stored: str


def cite_evidence(sar: Sar) -> tuple[Citation, ...]:
    """Give every citation in the order of the report."""
    answers = sar.answers()
    found: list[Citation] = []
    for code, _standard, _indicator in sar.scheme.indicators():
        for issue in sorted(answers[code].issues, key=lambda one: one.number) if code in answers else ():
            for one in sorted(issue.evidence, key=lambda each: each.code):
                found.append(Citation(code, issue.number, one, len(found), _stored(one, sar)))
    return tuple(found)


def issue_names(indicator: Indicator, answer: SarIndicator | None) -> dict[int, str]:
    """Give the issues of an indicator, of the edition and of the office: number and name, "" for none."""
    named = [(one.number, one.name or "") for one in indicator.issues]
    known = dict(named)
    for one in answer.issues if answer else ():
        known[one.number] = known.get(one.number) or one.name or ""
    return dict(sorted(known.items()))


def indicator_label(code: str) -> str:
    """Give number of standard and indicator in words, as the standards themselves have it."""
    standard, indicator = code.split(".")
    return f"มาตรฐานที่ {standard} ตัวบ่งชี้ที่ {indicator}"


def evidence_index(citations: Sequence[Citation]) -> Iterator[Context]:
    """Give the rows of the index, by indicator and code, each with the page of its citation."""
    for one in sorted(citations, key=lambda each: (_order(each.indicator), each.evidence.code)):
        standard, indicator = one.indicator.split(".")
        yield {
            "standard": standard,
            "indicator": indicator,
            "issue": str(one.issue),
            "code": one.evidence.code,
            "name": one.evidence.name,
            "stored": one.stored,
            "mark": one.mark,
        }


def evidence_gaps(sar: Sar) -> Iterator[str]:
    """Tell the indicators without evidence, and the issues without it of those that have some."""
    answers = sar.answers()
    for code, _standard, indicator in sar.scheme.indicators():
        answer = answers.get(code)
        shown = {one.number for one in answer.issues if one.evidence} if answer else set()
        lacking = [str(number) for number in issue_names(indicator, answer) if number not in shown]
        label = f"{indicator_label(code)} {indicator.name}"
        if not shown:
            yield f"{label} : ทั้งตัวบ่งชี้"
        elif lacking:
            yield f"{label} : ประเด็นที่ {', '.join(lacking)}"


def _stored(evidence: Evidence, sar: Sar) -> str:
    return evidence.file or evidence.link or f"ที่เก็บ : {missing(sar)}"


def _order(code: str) -> tuple[int, ...]:
    return tuple(map(int, code.split(".")))
