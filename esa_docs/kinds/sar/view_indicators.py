"""ผลการประเมินตนเอง of a SAR: standards, indicators and issues as the template prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esa_docs.kinds.assessment.view import (
    BLANK,
    evidence_row,
    fact_tables,
    gap_text,
    numbered,
    person_line,
    plan_rows,
    score_text,
)
from esa_docs.kinds.assessment.view_evidence import shown_evidence
from esa_docs.kinds.sar.answers import AnsweredIssue
from esa_docs.kinds.sar.content import RoundResult, Sar
from esa_docs.kinds.sar.scheme import Standard
from esa_docs.kinds.sar.scores import IndicatorScore, SarScores
from esa_docs.kinds.sar.view_evidence import Citation
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.model.rounds import ROUND_NAMES, Round


@dataclass(frozen=True, slots=True)
class _Report:
    """The values of the report that the pages of every indicator need.

    Attributes:
        document: the report with its pictures.
        citations: its citations, by the code of the indicator and the number of the issue.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """

    document: Document[Sar]
    citations: dict[tuple[str, int], list[Citation]]
    table_numbers: Iterator[int]

    @property
    def sar(self) -> Sar:
        """What the report says."""
        return self.document.content

    @property
    def rounds(self) -> Iterator[Round]:
        """The rounds that are printed: a report of 12 months prints those of 6 months too."""
        yield "six_months"
        if self.sar.round == "twelve_months":
            yield "twelve_months"


def standard_label(standard: Standard) -> str:
    """Return number and words of a standard."""
    return f"มาตรฐานที่ {standard.number} {standard.name}"


def standard_contexts(
    document: Document[Sar], scores: SarScores, citations: Sequence[Citation], table_numbers: Iterator[int]
) -> list[Context]:
    """Return the standards with their indicators.

    Args:
        document: the report.
        scores: its scores, which carry its answers.
        citations: every citation of the report.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """
    report = _Report(document, _by_issue(citations), table_numbers)
    contexts: list[Context] = []
    for score in scores.standards:
        indicators = [_indicator(indicator_score, report) for indicator_score in score.indicators]
        contexts.append({"heading": standard_label(score.standard), "indicators": indicators})
    return contexts


def _by_issue(citations: Sequence[Citation]) -> dict[tuple[str, int], list[Citation]]:
    citations_by_issue: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        code_and_number = (citation.indicator.code, citation.issue)
        citations_by_issue.setdefault(code_and_number, []).append(citation)
    return citations_by_issue


def _indicator(score: IndicatorScore, report: _Report) -> Context:
    sar = report.sar
    indicator = score.indicator
    definition, answer = indicator.definition, indicator.answer
    no_issues = "" if indicator.issues else f"ประเด็นการพิจารณา : {gap_text(sar)}"
    no_plan = "" if answer.plan else gap_text(sar)
    return {
        "heading": f"{indicator.label} {definition.name}",
        "entry": f"ตัวบ่งชี้ที่ {definition.number}\t{definition.name}",
        "owner": person_line(answer.owner, sar),
        "issues": [_issue(indicator.code, issue, report) for issue in indicator.issues],
        "no_issues": no_issues,
        "score": _score(score, sar),
        "strengths": numbered(answer.strengths, sar, report.table_numbers),
        "improve": numbered(answer.improve, sar, report.table_numbers),
        "plan": plan_rows(answer.plan, report.table_numbers),
        "no_plan": no_plan,
    }


def _score(score: IndicatorScore, sar: Sar) -> str:
    """Return the score of an indicator in words, with the number of issues that have a level."""
    if score.value is None:
        return gap_text(sar)
    rated = f"ประเมินแล้ว {score.rated} จาก {score.issues} ประเด็น"
    mean = f"ค่าเฉลี่ย {score_text(score.value)}"
    if score.grade is None:
        return f"{mean} {rated}"
    return f"{mean} ระดับ {score.grade.level} ({score.grade.word}) {rated}"


def _issue(code: str, issue: AnsweredIssue, report: _Report) -> Context:
    sar, answer = report.sar, issue.answer
    citations = report.citations.get((code, issue.number), [])
    owner = person_line(answer.owner, sar) if answer.owner else ""
    no_evidence = "" if citations else gap_text(sar)
    *earlier_rounds, last_round = report.rounds
    rounds = [_round(round_name, answer.in_round(round_name), report) for round_name in earlier_rounds]
    rounds.append(_round(last_round, answer.in_round(last_round), report, citations))
    return {
        "label": f"ประเด็นที่ {issue.number}",
        "name": issue.name or BLANK,
        "owner": owner,
        "rounds": rounds,
        "tables": fact_tables(answer.tables, report.table_numbers),
        "evidence": [evidence_row(citation.evidence, citation.mark) for citation in citations],
        "no_evidence": no_evidence,
    }


def _round(
    round_name: Round, result: RoundResult, report: _Report, citations: Sequence[Citation] = ()
) -> Context:
    """Return the results of a round.

    Args:
        round_name: the round.
        result: its results.
        report: the report.
        citations: the evidence whose pictures stand below the results.
    """
    sar = report.sar
    results = numbered_captions(result.results, report.table_numbers) or [gap_text(sar)]
    evidence = [citation.evidence for citation in citations]
    marks = [citation.mark for citation in citations]
    return {
        "heading": ROUND_NAMES[round_name],
        "results": [*results, *shown_evidence(report.document, evidence, marks)],
        "level": _level(result.level, sar),
    }


def _level(level: int | None, sar: Sar) -> str:
    if level is None:
        return gap_text(sar)
    grade = sar.scheme.grade_of_level(level)
    return f"{level} ({grade.word})" if grade else str(level)
