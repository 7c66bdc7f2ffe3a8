"""A SAR as its edition asks for it: each indicator and issue with what the office wrote of it."""

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
class AnsweredIssue:
    """An issue with what the office wrote of it.

    Attributes:
        number: its number within the indicator.
        edition_name: its words in the edition; None where the edition does not give them.
        answer: what the office wrote; empty where it wrote nothing.
    """

    number: int
    edition_name: str | None
    answer: SarIssue

    @property
    def name(self) -> str:
        """Its words as the report prints them, those of the edition first; "" where nobody gives them."""
        return self.edition_name or self.answer.name or ""


@dataclass(frozen=True, slots=True)
class AnsweredIndicator:
    """An indicator of the edition with what the office wrote of it.

    Attributes:
        code: numbers of standard and indicator, such as 1.2.
        standard: its standard in the edition.
        definition: what the edition says of it.
        answer: what the office wrote; empty where it wrote nothing.
        issues: the issues of the edition and those that the office opened, by number.
    """

    code: str
    standard: Standard
    definition: Indicator
    answer: SarIndicator
    issues: tuple[AnsweredIssue, ...]

    @property
    def label(self) -> str:
        """Numbers of standard and indicator in words, as the standards themselves have it."""
        return f"มาตรฐานที่ {self.standard.number} ตัวบ่งชี้ที่ {self.definition.number}"


def answered_indicators(sar: Sar) -> tuple[AnsweredIndicator, ...]:
    """Return every indicator of the edition, in its order, with the answers of a report.

    Args:
        sar: a report that fits its edition.
    """
    answers = {answer.indicator: answer for answer in sar.indicators}
    indicators = []
    for code, standard, definition in sar.scheme.indicators():
        answer = answers.get(code) or SarIndicator(indicator=code)
        issues = _answered_issues(definition, answer)
        indicators.append(AnsweredIndicator(code, standard, definition, answer, issues))
    return tuple(indicators)


def _answered_issues(definition: Indicator, answer: SarIndicator) -> tuple[AnsweredIssue, ...]:
    names = {issue.number: issue.name for issue in definition.issues}
    answers = {issue.number: issue for issue in answer.issues}
    issues = []
    for number in sorted(names.keys() | answers.keys()):
        issue_answer = answers.get(number) or SarIssue(number=number)
        issues.append(AnsweredIssue(number, names.get(number), issue_answer))
    return tuple(issues)


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """An issue that the office wrote of, in the round of its report.

    Attributes:
        indicator: its indicator, with what the office wrote of it.
        issue: the issue, with what the office wrote of it.
        result: results of the round.
        grade: level of the round with its word; None while no level is known.
    """

    indicator: AnsweredIndicator
    issue: AnsweredIssue
    result: RoundResult
    grade: Grade | None

    @property
    def name(self) -> str:
        """Its words as the centre's system gets them, the office's own first; "" where nobody gives them."""
        return self.issue.answer.name or self.issue.edition_name or ""

    @property
    def owner(self) -> Person | None:
        """Who writes it, else who answers for the indicator; None where nobody is named."""
        return self.issue.answer.owner or self.indicator.answer.owner

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """หลักฐาน of the issue."""
        return self.issue.answer.evidence

    @property
    def code(self) -> str:
        """Numbers of standard, indicator and issue, such as 1.2.3."""
        return f"{self.indicator.code}.{self.issue.number}"

    @property
    def label(self) -> str:
        """Numbers of standard, indicator and issue in words."""
        return f"{self.indicator.label} ประเด็นการพิจารณาที่ {self.issue.number}"


def issues_of(sar: Sar) -> Iterator[IssueFacts]:
    """Generate every issue that a report writes of: indicators as in the edition, issues as in their files.

    Args:
        sar: a report that fits its edition.
    """
    for indicator in answered_indicators(sar):
        issues = {issue.number: issue for issue in indicator.issues}
        for answer in indicator.answer.issues:
            result = answer.in_round(sar.round)
            grade = sar.scheme.grade_of_level(result.level)
            yield IssueFacts(indicator, issues[answer.number], result, grade)


def citations_of(sar: Sar, code: str) -> Iterator[str]:
    """Generate the labels of the issues that cite a piece of evidence.

    Args:
        sar: a report that fits its edition.
        code: code of the evidence, such as E-1.1-01.
    """
    for facts in issues_of(sar):
        if any(evidence.code == code for evidence in facts.evidence):
            yield facts.label


def issue_title(document: Document[Sar]) -> str:
    """Return the title in the properties of the file of an issue.

    Args:
        document: a SAR narrowed to the issue.
    """
    (facts,) = issues_of(document.content)
    return facts.label
