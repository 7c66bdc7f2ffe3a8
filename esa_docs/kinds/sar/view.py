"""The view of a SAR that its template prints: scores worked out, gaps said, evidence tied to its pages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Final

from esa_docs.kinds.assessment.view import (
    NOTHING,
    PLACES,
    conclusion,
    edition_lines,
    general_sections,
    missing,
    report_facts,
    rounded_score,
    score_text,
)
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.kinds.sar.scores import IndicatorScore, SarScores, StandardScore, score_sar
from esa_docs.kinds.sar.view_evidence import (
    cite_evidence,
    evidence_gaps,
    evidence_index,
    issue_names,
)
from esa_docs.kinds.sar.view_indicators import standard_contexts, standard_label
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.ooxml.data_chart import DataChart, Scale, Series
from esa_docs.word.context.office_facts import office_facts
from esa_docs.word.context.signing import office_names, signature_of
from esa_docs.word.data_charts import draw_data_chart
from esa_docs.word.drawings import Drawing, drawing_mark

_CHART_CM: Final = (16.0, 6.0)
"""Width, and least height, of the chart."""
_NO_GAPS: Final = "ทุกประเด็นมีหลักฐานแล้ว"
_USUAL_TITLES: Final = ["รายงานการประเมินตนเอง", "(Self Assessment Report : SAR)"]

Scored = IndicatorScore | StandardScore | SarScores


def build_context(document: Document[Sar], _area: Area) -> Context:
    """Give the template everything a SAR prints."""
    sar, office = document.content, document.office
    scores = score_sar(sar)
    drawings: list[Drawing] = []
    citations = cite_evidence(sar)
    table_numbers = count(1)
    return {
        "office": office_names(office),
        "report": {
            **report_facts(document),
            "titles": [sar.title] if sar.title else _USUAL_TITLES,
            "basis": f"ตาม{sar.scheme.name} {sar.scheme.edition}",
        },
        "signature": signature_of(sar, office),
        "summary": list(sar.summary),
        "standard_scores": list(_standard_rows(scores)),
        "chart": _chart(document, scores, drawings),
        "notes": list(_notes(sar.scheme, scores)),
        "office_facts": office_facts(office),
        "general": general_sections(sar, table_numbers),
        "blanks": list(_blanks(sar)),
        "standards": standard_contexts(sar, scores, citations, table_numbers),
        "indicator_scores": list(_indicator_rows(scores)),
        **conclusion(document),
        "evidence": list(evidence_index(citations)),
        "no_evidence": "" if citations else missing(sar),
        "gaps": list(evidence_gaps(sar)) or [_NO_GAPS],
        "drawings": drawings,
    }


def _standard_rows(scores: SarScores) -> Iterator[Context]:
    for one in scores.standards:
        yield _row(standard_label(one.standard), one, one.indicators, strong=False)
    yield _total_row(scores)


def _indicator_rows(scores: SarScores) -> Iterator[Context]:
    for standard in scores.standards:
        yield _row(standard_label(standard.standard), standard, standard.indicators, strong=True)
        for one in standard.indicators:
            label = f"ตัวบ่งชี้ที่ {one.indicator.number} {one.indicator.name}"
            yield _row(label, one, (one,), strong=False)
    yield _total_row(scores)


def _total_row(scores: SarScores) -> Context:
    return _row("รวมทุกมาตรฐาน", scores, _all(scores), strong=True)


def _all(scores: SarScores) -> tuple[IndicatorScore, ...]:
    return tuple(one for standard in scores.standards for one in standard.indicators)


def _row(label: str, score: Scored, indicators: tuple[IndicatorScore, ...], *, strong: bool) -> Context:
    issues = sum(one.issues for one in indicators)
    return {
        "label": label,
        "value": score_text(score.value),
        "level": str(score.grade.level) if score.grade else NOTHING,
        "word": score.grade.word if score.grade else NOTHING,
        "rated": f"{sum(one.rated for one in indicators)} จาก {issues}" if issues else NOTHING,
        "strong": strong,
    }


def _chart(document: Document[Sar], scores: SarScores, drawings: list[Drawing]) -> str:
    """Draw the scores of the standards as the table prints them; nothing while none is known."""
    rows = [(standard_label(one.standard), one.value) for one in scores.standards]
    if all(value is None for _label, value in rows):
        return ""
    scheme, which = document.content.scheme, ROUND_NAMES[document.content.round]
    told = " ".join(f"{label} {score_text(value)}" for label, value in rows)
    chart = DataChart(
        kind="bar",
        title=f"ค่าเฉลี่ยรายมาตรฐาน {which}",
        categories=tuple(label for label, _value in rows),
        series=(Series("ค่าเฉลี่ย", tuple(rounded_score(value) for _label, value in rows)),),
        scale=Scale(Decimal(0), Decimal(max(one.level for one in scheme.grades)), Decimal(1)),
        decimals=PLACES,
        description=f"แผนภูมิแท่งค่าเฉลี่ยรายมาตรฐาน {which} {told}",
        width=_CHART_CM[0],
        height=_CHART_CM[1],
    )
    drawings.append(draw_data_chart(chart, document.office.font, document.numerals, len(drawings)))
    return drawing_mark(len(drawings) - 1)


def _blanks(sar: Sar) -> Iterator[str]:
    """Say why names of issues are blank, where any is."""
    answers = sar.answers()
    names = (issue_names(one, answers.get(code)) for code, _standard, one in sar.scheme.indicators())
    if not all(all(one.values()) for one in names):
        yield "ชื่อประเด็นที่เว้นไว้ไม่ปรากฏในที่มาของเกณฑ์ ให้สำนักงานเติมตามเกณฑ์ฉบับที่ใช้"
        if sar.scheme.note:
            yield sar.scheme.note


def _notes(scheme: SarScheme, scores: SarScores) -> Iterator[Context]:
    """Say what the scores rest on, how they are reckoned, and how much of them is known."""
    yield from edition_lines(scheme)
    weighted = scheme.standards[0].weight is not None or any(
        one.indicators[0].weight is not None for one in scheme.standards
    )
    weights = "ถ่วงน้ำหนักตามเกณฑ์" if weighted else "ทุกส่วนมีน้ำหนักเท่ากัน"
    rounding = f"ปัดเศษครึ่งขึ้นเป็นทศนิยม {PLACES} ตำแหน่งเฉพาะเมื่อแสดงผล"
    means = "คะแนนตัวบ่งชี้เป็นค่าเฉลี่ยของประเด็น คะแนนมาตรฐานเป็นค่าเฉลี่ยของตัวบ่งชี้ คะแนนรวมเป็นค่าเฉลี่ยของมาตรฐาน"
    yield {"label": "การคำนวณ", "text": f"{means} {weights} {rounding}"}
    if not scores.is_whole:
        known, issues = (sum(getattr(one, key) for one in _all(scores)) for key in ("rated", "issues"))
        text = f"ประเมินแล้ว {known} จาก {issues} ประเด็น คะแนนคิดจากประเด็นที่ประเมินแล้วเท่านั้น"
        yield {"label": "ยังไม่ครบ", "text": text}
