"""Scores of a PMQA report by category, beside those of last year, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.assess.numbers import round_half_up
from esa_docs.kinds.assessment.view import NOTHING, PLACES, edition_lines, score_text
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scheme import Category, PmqaScheme
from esa_docs.kinds.pmqa.scores import CategoryScore, PmqaScores, score_pmqa
from esa_docs.model.document import Context, Document

NUMBER_BLANK: Final = "." * 12
"""Stands for points that no source gives: the office fills them in."""

_COMPARED: Final = ("before", "difference")
_ADDED: Final = ("points", "full")
"""Columns printed beside last year's scores, and in editions that add points up."""


def compared_scores(document: Document[Pmqa], scores: PmqaScores) -> Context:
    """Give the table of scores by category and its notes.

    Last year's stand beside them where its report used the same edition.
    """
    scheme = document.content.scheme
    last = last_scores(document)
    adds_up = scheme.scoring == "percent"
    unprinted = {*(() if last else _COMPARED), *(() if adds_up else _ADDED)}
    return {
        "unit": unit_of(scheme),
        "this_year": f"ปี {document.year}",
        "last_year": f"ปี {document.year - 1}" if last else "",
        "compared": last is not None,
        "adds_up": adds_up,
        "rows": [{key: "" if key in unprinted else one[key] for key in one} for one in _rows(scores, last)],
        "notes": list(_notes(document, scores)),
    }


def last_scores(document: Document[Pmqa]) -> PmqaScores | None:
    """Give the scores of last year's report; None without one of the same edition."""
    last = document.last_year
    if last is None or last.scheme.id != document.content.scheme.id:
        return None
    return score_pmqa(last)


def category_name(category: Category) -> str:
    """Give number and name of a category."""
    return f"หมวด {category.number} {category.name}"


def unit_of(scheme: PmqaScheme) -> str:
    """Give the words for what an item is scored in."""
    return f"คะแนนเต็ม {most_of(scheme):f}" if scheme.scoring == "boxes" else "ร้อยละ"


def most_of(scheme: PmqaScheme) -> Decimal:
    """Give the highest score of an item: points of all its levels of boxes, or 100 per cent."""
    if scheme.scoring == "percent":
        return Decimal(100)
    return sum((level.worth for level in scheme.box_levels), Decimal(0))


def _rows(scores: PmqaScores, last: PmqaScores | None) -> Iterator[Context]:
    before: dict[int, CategoryScore] = {one.category.number: one for one in last.categories} if last else {}
    for one in scores.categories:
        earlier = before[one.category.number].value if last else None
        yield {
            "name": category_name(one.category),
            "strong": False,
            **_row(one.value, earlier, one.points, _full([one])),
        }
    full = _full(list(scores.categories))
    overall = _row(scores.value, last.value if last else None, scores.points, full)
    yield {"name": "คะแนนเฉลี่ยทุกหมวด", "strong": True, **overall}


def _row(
    now: Fraction | None, before: Fraction | None, points: Fraction | None, full: Decimal | None
) -> Context:
    return {
        "now": score_text(now),
        "before": score_text(before),
        "difference": difference_text(now, before),
        "points": NUMBER_BLANK if full is None else score_text(points),
        "full": NUMBER_BLANK if full is None else f"{full:f}",
    }


def _full(categories: list[CategoryScore]) -> Decimal | None:
    """Give the points of all items together; None where the edition does not give those of every one."""
    points = [item.item.points for one in categories for item in one.items]
    known = [one for one in points if one is not None]
    return sum(known, Decimal(0)) if len(known) == len(points) else None


def difference_text(now: Fraction | None, before: Fraction | None) -> str:
    """Give the difference of two scores with its sign, reckoned before rounding; a dash without both."""
    if now is None or before is None:
        return NOTHING
    return f"{round_half_up(now - before, PLACES):{'' if now == before else '+'}}"


def _notes(document: Document[Pmqa], scores: PmqaScores) -> Iterator[Context]:
    """Say what the scores rest on, how they are reckoned, and how much of them is known."""
    yield from edition_lines(document.content.scheme)
    means = "หมวดเฉลี่ยจากหัวข้อที่ทราบผล คะแนนรวมเฉลี่ยจากหมวด"
    rounding = f"ปัดครึ่งขึ้นเป็นทศนิยม {PLACES} ตำแหน่งเมื่อแสดงผล"
    yield {"label": "การคำนวณ", "text": f"{means} {rounding}"}
    items = [item for one in scores.categories for item in one.items]
    unknown = [one.code for one in items if one.value is None]
    if unknown:
        known = f"ทราบผลแล้ว {len(items) - len(unknown)} จาก {len(items)} หัวข้อ"
        text = f"{known} ยังไม่ทราบผลของหัวข้อ {', '.join(unknown)}"
        yield {"label": "ยังไม่ครบ", "text": text}
    last = document.last_year
    if last is not None and last.scheme.id != document.content.scheme.id:
        text = f"ประเมินตามเกณฑ์อื่น ({last.scheme.edition}) จึงไม่นำคะแนนมาเปรียบเทียบ"
        yield {"label": f"ปี {document.year - 1}", "text": text}
