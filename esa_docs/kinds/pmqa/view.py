"""The view of a PMQA report that its template prints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final, NamedTuple

from esa_docs.kinds.assessment.view import (
    BLANK,
    conclusion,
    fact_tables,
    general_sections,
    missing,
    person_line,
    report_facts,
)
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import QuestionGroup
from esa_docs.kinds.pmqa.scores import CategoryScore, ItemScore, PmqaScores, score_pmqa
from esa_docs.kinds.pmqa.view_chart import draw_categories
from esa_docs.kinds.pmqa.view_evidence import Citation, cite_evidence, evidence_index
from esa_docs.kinds.pmqa.view_item_score import scoring_of
from esa_docs.kinds.pmqa.view_plan import improvement_rows, item_mark, monitoring_rows, plan_rows
from esa_docs.kinds.pmqa.view_score_table import category_name, compared_scores
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.word.context.signing import office_names, signature_of
from esa_docs.word.drawings import drawing_mark

_USUAL_TITLES: Final = [
    "รายงานผลการพัฒนาคุณภาพ\nการบริหารจัดการภาครัฐ",
    "(Public Sector Management Quality Award : PMQA)",
]


class _Report(NamedTuple):
    """A report with its scores, its items by code, and what they cite."""

    content: Pmqa
    scores: PmqaScores
    answers: dict[str, PmqaItem]
    citations: tuple[Citation, ...]
    table_numbers: Iterator[int]


def build_context(document: Document[Pmqa], _area: Area) -> Context:
    """Give the template everything a PMQA report prints."""
    pmqa = document.content
    report = _Report(pmqa, score_pmqa(pmqa), pmqa.answers(), cite_evidence(pmqa), count(1))
    codes = [code for code, _category, _item in pmqa.scheme.items()]
    return {
        **_front(document),
        **_drawn(document, report.scores),
        "scores": compared_scores(document, report.scores),
        "general": general_sections(pmqa, report.table_numbers),
        "profile": [_group(one, pmqa) for one in pmqa.scheme.profile],
        "categories": [_category(one, report) for one in report.scores.categories],
        "plan": plan_rows(codes, report.answers),
        "monitoring": monitoring_rows(pmqa, report.answers),
        **conclusion(document),
        "evidence": evidence_index(report.citations, missing(pmqa)),
        "without_evidence": ", ".join(code for code in codes if not _cited(code, report)),
    }


def _front(document: Document[Pmqa]) -> Context:
    pmqa = document.content
    return {
        "office": office_names(document.office),
        "report": {
            **report_facts(document),
            "titles": [pmqa.title] if pmqa.title else _USUAL_TITLES,
            "basis": f"ตาม{pmqa.scheme.name} ({pmqa.scheme.edition})",
        },
        "signature": signature_of(document.content, document.office),
        "summary": list(pmqa.summary) or [missing(pmqa)],
    }


def _drawn(document: Document[Pmqa], scores: PmqaScores) -> Context:
    """Give the chart of the categories; none while no score is known."""
    drawings = draw_categories(document, scores)
    return {"chart": drawing_mark(0) if drawings else "", "drawings": drawings}


def _group(group: QuestionGroup, pmqa: Pmqa) -> Context:
    answers = {one.question: list(one.text) for one in pmqa.profile}
    return {
        "heading": group.heading,
        "questions": [
            {
                "text": f"{one.number}. {one.text or f'คำถามที่ {one.number} {BLANK}'}",
                "answer": answers.get(one.number, [missing(pmqa)]),
            }
            for one in group.questions
        ],
    }


def _category(score: CategoryScore, report: _Report) -> Context:
    codes = [one.code for one in score.items]
    return {
        "name": category_name(score.category),
        "topics": [_item(one, report) for one in score.items],
        "improvement": improvement_rows(codes, report.answers),
    }


def _item(score: ItemScore, report: _Report) -> Context:
    answer = report.answers.get(score.code) or PmqaItem(item=score.code)
    cited = _cited(score.code, report)
    return {
        "mark": item_mark(score.code),
        "heading": f"หัวข้อ {score.code} {score.item.name or BLANK}",
        "owner": person_line(answer.owner, report.content),
        "rounds": list(_rounds(answer, report.content)),
        "tables": fact_tables(answer.tables, report.table_numbers),
        **scoring_of(answer, score, report.content.scheme),
        "evidence": [
            {"mark": one.mark, "code": one.evidence.code, "name": one.evidence.name} for one in cited
        ],
        "no_evidence": "" if cited else missing(report.content),
    }


def _cited(code: str, report: _Report) -> list[Citation]:
    return [one for one in report.citations if one.item == code]


def _rounds(answer: PmqaItem, pmqa: Pmqa) -> Iterator[Context]:
    """Give the results of each round; a report of 6 months has the later one only where it is there."""
    yield {"label": ROUND_NAMES["six_months"], "text": list(answer.six_months) or [missing(pmqa)]}
    if pmqa.round == "twelve_months" or answer.twelve_months:
        yield {"label": ROUND_NAMES["twelve_months"], "text": list(answer.twelve_months) or [missing(pmqa)]}
