"""The view of a PMQA report that its template prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Final, NamedTuple

from esa_docs.kinds.assessment.view import (
    BLANK,
    conclusion,
    cover_titles,
    evidence_row,
    fact_tables,
    gap_text,
    general_sections,
    next_table,
    person_line,
    report_facts,
)
from esa_docs.kinds.assessment.view_evidence import shown_evidence
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
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.word.context.signing import office_names, signature_of
from esa_docs.word.drawings import drawing_mark

_USUAL_TITLES: Final = [
    "รายงานผลการพัฒนาคุณภาพ\nการบริหารจัดการภาครัฐ",
    "(Public Sector Management Quality Award : PMQA)",
]


class _Report(NamedTuple):
    """The values of the report that the pages of every item need.

    Attributes:
        document: the report with its pictures.
        citations: its citations, by the code of the item.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """

    document: Document[Pmqa]
    citations: dict[str, list[Citation]]
    table_numbers: Iterator[int]

    @property
    def content(self) -> Pmqa:
        """What the report says."""
        return self.document.content


def build_context(document: Document[Pmqa], _area: Area) -> Context:
    """Return everything that the template of a PMQA report prints."""
    pmqa = document.content
    scores = score_pmqa(pmqa)
    citations = cite_evidence(scores.items)
    report = _Report(document, _by_item(citations), count(1))
    without_evidence = [score.code for score in scores.items if not score.answer.evidence]
    return {
        **_front(document, report.table_numbers),
        **_chart(document, scores),
        "scores": compared_scores(document, scores),
        "general": general_sections(pmqa, report.table_numbers),
        "profile": [_group(group, report) for group in pmqa.scheme.profile],
        "categories": [_category(score, report) for score in scores.categories],
        "plan": plan_rows(scores.items),
        "monitoring": monitoring_rows(scores.items, pmqa.round),
        **conclusion(document, report.table_numbers),
        **next_table(document, report.table_numbers),
        "evidence": evidence_index(document, citations, gap_text(pmqa)),
        "without_evidence": ", ".join(without_evidence),
    }


def _by_item(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    citations_by_item: dict[str, list[Citation]] = {}
    for citation in citations:
        citations_by_item.setdefault(citation.item, []).append(citation)
    return citations_by_item


def _front(document: Document[Pmqa], table_numbers: Iterator[int]) -> Context:
    pmqa = document.content
    titles = cover_titles(pmqa) or _USUAL_TITLES
    return {
        "office": office_names(document.office),
        "report": {
            **report_facts(document, table_numbers),
            "titles": titles,
            "basis": f"ตาม{pmqa.scheme.name} ({pmqa.scheme.edition})",
        },
        "signature": signature_of(document.content, document.office),
        "summary": numbered_captions(pmqa.summary, table_numbers) or [gap_text(pmqa)],
    }


def _chart(document: Document[Pmqa], scores: PmqaScores) -> Context:
    """Return the chart of the categories with its mark; both empty where no chart can be drawn."""
    drawings = draw_categories(document, scores)
    chart = drawing_mark(0) if drawings else ""
    return {"chart": chart, "drawings": drawings}


def _group(group: QuestionGroup, report: _Report) -> Context:
    pmqa = report.content
    paragraphs_by_question = {answer.question: answer.text for answer in pmqa.profile}
    questions: list[Context] = []
    for question in group.questions:
        words = question.text or f"คำถามที่ {question.number} {BLANK}"
        paragraphs = paragraphs_by_question.get(question.number, ())
        answer = numbered_captions(paragraphs, report.table_numbers) or [gap_text(pmqa)]
        questions.append({"text": f"{question.number}. {words}", "answer": answer})
    return {"heading": group.heading, "questions": questions}


def _category(score: CategoryScore, report: _Report) -> Context:
    return {
        "name": category_name(score.category),
        "topics": [_item(item_score, report) for item_score in score.items],
        "improvement": improvement_rows(score.items, report.table_numbers),
    }


def _item(score: ItemScore, report: _Report) -> Context:
    pmqa, answer = report.content, score.answer
    citations = report.citations.get(score.code, [])
    no_evidence = "" if citations else gap_text(pmqa)
    rounds = list(_rounds(answer, report))
    last_text = rounds[-1]["text"]
    evidence = [citation.evidence for citation in citations]
    marks = [citation.mark for citation in citations]
    last_text += shown_evidence(report.document, evidence, marks)
    return {
        "mark": item_mark(score.code),
        "heading": f"หัวข้อ {score.code} {score.item.name or BLANK}",
        "owner": person_line(answer.owner, pmqa),
        "rounds": rounds,
        "tables": fact_tables(answer.tables, report.table_numbers),
        **scoring_of(score, pmqa.scheme),
        "evidence": [evidence_row(citation.evidence, citation.mark) for citation in citations],
        "no_evidence": no_evidence,
    }


def _rounds(answer: PmqaItem, report: _Report) -> Iterator[dict[str, Any]]:
    """Generate the results of each round; a report of 6 months has the later one only if it is written."""
    pmqa = report.content
    text = numbered_captions(answer.six_months, report.table_numbers) or [gap_text(pmqa)]
    yield {"label": ROUND_NAMES["six_months"], "text": text}
    if pmqa.round == "twelve_months" or answer.twelve_months:
        text = numbered_captions(answer.twelve_months, report.table_numbers) or [gap_text(pmqa)]
        yield {"label": ROUND_NAMES["twelve_months"], "text": text}
