"""ผลการประเมินตนเอง of a SAR: standards, indicators and issues as the template prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esa_docs.kinds.assessment.view import (
    BLANK,
    fact_tables,
    missing,
    numbered,
    person_line,
    plan_rows,
    score_text,
)
from esa_docs.kinds.sar.content import RoundResult, Sar, SarIndicator, SarIssue
from esa_docs.kinds.sar.scheme import Standard
from esa_docs.kinds.sar.scores import IndicatorScore, SarScores
from esa_docs.kinds.sar.view_evidence import Citation, indicator_label, issue_names
from esa_docs.model.document import Context
from esa_docs.model.rounds import ROUND_NAMES, Round


@dataclass(frozen=True, slots=True)
class _Answers:
    """What an indicator's pages are made of."""

    sar: Sar
    answer: SarIndicator | None
    citations: Sequence[Citation]
    table_numbers: Iterator[int]

    def issue(self, number: int) -> SarIssue:
        """Give what the office wrote of an issue; an empty answer where it wrote nothing."""
        given = self.answer.issues if self.answer else ()
        return next((one for one in given if one.number == number), SarIssue(number=number))

    @property
    def rounds(self) -> Iterator[Round]:
        """Give the rounds whose results are reported: at 12 months those of 6 months stay beside them."""
        yield "six_months"
        if self.sar.round == "twelve_months":
            yield "twelve_months"


def standard_label(standard: Standard) -> str:
    """Give number and words of a standard."""
    return f"มาตรฐานที่ {standard.number} {standard.name}"


def standard_contexts(
    sar: Sar, scores: SarScores, citations: Sequence[Citation], table_numbers: Iterator[int]
) -> list[Context]:
    """Give the standards with their indicators; tables take their numbers in the order they are printed."""
    answers = sar.answers()
    return [
        {
            "heading": standard_label(one.standard),
            "indicators": [
                _indicator(score, _Answers(sar, answers.get(score.code), citations, table_numbers))
                for score in one.indicators
            ],
        }
        for one in scores.standards
    ]


def _indicator(score: IndicatorScore, answers: _Answers) -> Context:
    sar, answer = answers.sar, answers.answer
    names = issue_names(score.indicator, answer)
    return {
        "heading": f"{indicator_label(score.code)} {score.indicator.name}",
        "entry": f"ตัวบ่งชี้ที่ {score.indicator.number}\t{score.indicator.name}",
        "owner": person_line(answer.owner if answer else None, sar),
        "issues": [_issue(score.code, number, name, answers) for number, name in names.items()],
        "no_issues": "" if names else f"ประเด็นการพิจารณา : {missing(sar)}",
        "score": _score(score, sar),
        "strengths": numbered(answer.strengths if answer else (), sar),
        "improve": numbered(answer.improve if answer else (), sar),
        "plan": plan_rows(answer.plan if answer else ()),
        "no_plan": "" if answer and answer.plan else missing(sar),
    }


def _score(score: IndicatorScore, sar: Sar) -> str:
    """Say the score of an indicator, and of how many of its issues it is."""
    if score.value is None:
        return missing(sar)
    word = f" ระดับ {score.grade.level} ({score.grade.word})" if score.grade else ""
    known = f"ประเมินแล้ว {score.rated} จาก {score.issues} ประเด็น"
    return f"ค่าเฉลี่ย {score_text(score.value)}{word} {known}"


def _issue(code: str, number: int, name: str, answers: _Answers) -> Context:
    issue, sar = answers.issue(number), answers.sar
    cited = [one for one in answers.citations if (one.indicator, one.issue) == (code, number)]
    return {
        "label": f"ประเด็นที่ {number}",
        "name": name or BLANK,
        "owner": person_line(issue.owner, sar) if issue.owner else "",
        "rounds": [_round(which, issue.in_round(which), sar) for which in answers.rounds],
        "tables": fact_tables(issue.tables, answers.table_numbers),
        "evidence": [
            {"mark": one.mark, "code": one.evidence.code, "name": one.evidence.name} for one in cited
        ],
        "no_evidence": "" if cited else missing(sar),
    }


def _round(which: Round, result: RoundResult, sar: Sar) -> Context:
    return {
        "heading": ROUND_NAMES[which],
        "results": list(result.results) or [missing(sar)],
        "level": _level(result.level, sar),
    }


def _level(level: int | None, sar: Sar) -> str:
    word = next((one.word for one in sar.scheme.grades if one.level == level), "")
    return missing(sar) if level is None else f"{level} ({word})" if word else str(level)
