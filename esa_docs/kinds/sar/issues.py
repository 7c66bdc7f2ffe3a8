"""The issues of a SAR, each with all that its edition and its indicator say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.kinds.sar.content import RoundResult, Sar, SarIndicator, SarIssue
from esa_docs.kinds.sar.scheme import Indicator, Standard
from esa_docs.model.document import Document
from esa_docs.model.edition import Grade
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import Person


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """An issue in the round of its report.

    Attributes:
        standard: its standard in the edition.
        indicator: its indicator in the edition.
        findings: what the report says of the indicator.
        issue: what the report says of the issue.
        name: its words, the office's own first; None where nobody gives them.
        owner: who writes it, else who answers for the indicator.
        result: results of the round.
        grade: level of the round with its word.
    """

    standard: Standard
    indicator: Indicator
    findings: SarIndicator
    issue: SarIssue
    name: str | None
    owner: Person | None
    result: RoundResult
    grade: Grade | None

    @property
    def code(self) -> str:
        """Numbers of standard, indicator and issue, such as 1.2.3."""
        return f"{self.findings.indicator}.{self.issue.number}"

    @property
    def label(self) -> str:
        """Numbers of standard, indicator and issue in words."""
        return (
            f"มาตรฐานที่ {self.standard.number} ตัวบ่งชี้ที่ {self.indicator.number}"
            f" ประเด็นการพิจารณาที่ {self.issue.number}"
        )

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """หลักฐาน of the issue."""
        return self.issue.evidence


def issues_of(sar: Sar) -> Iterator[IssueFacts]:
    """Give every issue that a report tells of, in the order of the edition.

    Args:
        sar: a report that fits its edition.
    """
    answers = sar.answers()
    for code, standard, indicator in sar.scheme.indicators():
        if code in answers:
            findings = answers[code]
            yield from (_facts(sar, standard, indicator, findings, issue) for issue in findings.issues)


def _facts(
    sar: Sar, standard: Standard, indicator: Indicator, findings: SarIndicator, issue: SarIssue
) -> IssueFacts:
    known = {one.number: one.name for one in indicator.issues}
    result = issue.in_round(sar.round)
    return IssueFacts(
        standard,
        indicator,
        findings,
        issue,
        issue.name or known.get(issue.number),
        issue.owner or findings.owner,
        result,
        next((one for one in sar.scheme.grades if one.level == result.level), None),
    )


def citations_of(sar: Sar, code: str) -> Iterator[str]:
    """Say where a SAR cites a piece of evidence."""
    for facts in issues_of(sar):
        if any(evidence.code == code for evidence in facts.evidence):
            yield facts.label


def issue_title(document: Document[Sar]) -> str:
    """Return the title shown in the properties of the file of an issue."""
    (facts,) = issues_of(document.content)
    return facts.label
