"""The view of a SAR that its template prints: scores worked out, gaps said, evidence tied to its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from esa_docs.kinds.assessment.view import (
    NOTHING,
    PLACES,
    conclusion,
    cover_titles,
    edition_lines,
    gap_text,
    general_sections,
    next_table,
    report_facts,
    score_text,
)
from esa_docs.kinds.sar.answers import AnsweredIndicator
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.kinds.sar.scores import IndicatorScore, SarScores, StandardScore, score_sar
from esa_docs.kinds.sar.view_chart import draw_standards
from esa_docs.kinds.sar.view_evidence import cite_evidence, evidence_gaps, evidence_index
from esa_docs.kinds.sar.view_indicators import standard_contexts, standard_label
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.word.context.office_facts import office_facts
from esa_docs.word.context.signing import office_names, signature_of
from esa_docs.word.drawings import drawing_mark

_NO_GAPS: Final = "ทุกประเด็นมีหลักฐานแล้ว"
_USUAL_TITLES: Final = ["รายงานการประเมินตนเอง", "(Self Assessment Report : SAR)"]

Scored = IndicatorScore | StandardScore | SarScores


def build_context(document: Document[Sar], _area: Area) -> Context:
    """Return everything that the template of a SAR prints."""
    sar = document.content
    scores = score_sar(sar)
    indicators = [score.indicator for score in scores.indicators]
    citations = cite_evidence(indicators)
    table_numbers = count(1)
    drawings = draw_standards(document, scores)
    chart = drawing_mark(0) if drawings else ""
    no_evidence = "" if citations else gap_text(sar)
    return {
        **_front(document, table_numbers),
        "standard_scores": list(_standard_rows(scores)),
        "chart": chart,
        "notes": list(_notes(document, scores)),
        "office_facts": office_facts(document.office),
        "general": general_sections(sar, table_numbers),
        "blanks": list(_blanks(document, indicators)),
        "standards": standard_contexts(document, scores, citations, table_numbers),
        "indicator_scores": list(_indicator_rows(scores)),
        **conclusion(document, table_numbers),
        **next_table(document, table_numbers),
        "evidence": list(evidence_index(document, citations, gap_text(sar))),
        "no_evidence": no_evidence,
        "gaps": list(evidence_gaps(indicators)) or [_NO_GAPS],
        "drawings": drawings,
    }


def _front(document: Document[Sar], table_numbers: Iterator[int]) -> Context:
    sar, office = document.content, document.office
    titles = cover_titles(sar) or _USUAL_TITLES
    return {
        "office": office_names(office),
        "report": {
            **report_facts(document, table_numbers),
            "titles": titles,
            "basis": f"ตาม{sar.scheme.name} {sar.scheme.edition}",
        },
        "signature": signature_of(sar, office),
        "summary": numbered_captions(sar.summary, table_numbers),
    }


def _standard_rows(scores: SarScores) -> Iterator[Context]:
    for score in scores.standards:
        yield _row(standard_label(score.standard), score, score.indicators, strong=False)
    yield _total_row(scores)


def _indicator_rows(scores: SarScores) -> Iterator[Context]:
    for score in scores.standards:
        yield _row(standard_label(score.standard), score, score.indicators, strong=True)
        for indicator_score in score.indicators:
            definition = indicator_score.indicator.definition
            label = f"ตัวบ่งชี้ที่ {definition.number} {definition.name}"
            yield _row(label, indicator_score, [indicator_score], strong=False)
    yield _total_row(scores)


def _total_row(scores: SarScores) -> Context:
    return _row("รวมทุกมาตรฐาน", scores, scores.indicators, strong=True)


def _row(label: str, score: Scored, indicators: Sequence[IndicatorScore], *, strong: bool) -> Context:
    level = word = NOTHING
    if score.grade is not None:
        level, word = str(score.grade.level), score.grade.word
    rated, issues = _rated_of_issues(indicators)
    rated_of_issues = f"{rated} จาก {issues}" if issues else NOTHING
    return {
        "label": label,
        "value": score_text(score.value),
        "level": level,
        "word": word,
        "rated": rated_of_issues,
        "strong": strong,
    }


def _rated_of_issues(indicators: Iterable[IndicatorScore]) -> tuple[int, int]:
    """Return how many issues have a level, and how many there are."""
    rated = issues = 0
    for score in indicators:
        rated += score.rated
        issues += score.issues
    return rated, issues


def _blanks(document: Document[Sar], indicators: Iterable[AnsweredIndicator]) -> Iterator[str]:
    """Generate the lines of a draft that say why names of issues are blank.

    There are none where every issue has its name.
    """
    scheme = document.content.scheme
    has_all_names = all(_has_all_names(indicator) for indicator in indicators)
    if has_all_names or not document.is_draft:
        return
    yield "ชื่อประเด็นที่เว้นไว้ไม่ปรากฏในที่มาของเกณฑ์ ให้สำนักงานเติมตามเกณฑ์ฉบับที่ใช้"
    if scheme.note:
        yield scheme.note


def _has_all_names(indicator: AnsweredIndicator) -> bool:
    return all(issue.name for issue in indicator.issues)


def _notes(document: Document[Sar], scores: SarScores) -> Iterator[Context]:
    """Generate what the scores rest on, how they are reckoned, and how much of them is known."""
    scheme = document.content.scheme
    yield from edition_lines(document, scheme)
    weights = "ถ่วงน้ำหนักตามเกณฑ์" if _is_weighted(scheme) else "ทุกส่วนมีน้ำหนักเท่ากัน"
    rounding = f"ปัดเศษครึ่งขึ้นเป็นทศนิยม {PLACES} ตำแหน่งเฉพาะเมื่อแสดงผล"
    means = "คะแนนตัวบ่งชี้เป็นค่าเฉลี่ยของประเด็น คะแนนมาตรฐานเป็นค่าเฉลี่ยของตัวบ่งชี้ คะแนนรวมเป็นค่าเฉลี่ยของมาตรฐาน"
    yield {"label": "การคำนวณ", "text": f"{means} {weights} {rounding}"}
    if not scores.is_whole:
        rated, issues = _rated_of_issues(scores.indicators)
        text = f"ประเมินแล้ว {rated} จาก {issues} ประเด็น คะแนนคิดจากประเด็นที่ประเมินแล้วเท่านั้น"
        yield {"label": "ยังไม่ครบ", "text": text}


def _is_weighted(scheme: SarScheme) -> bool:
    """Return whether the edition gives weights: all parts of a whole have one, or none has."""
    if scheme.standards[0].weight is not None:
        return True
    return any(standard.indicators[0].weight is not None for standard in scheme.standards)
