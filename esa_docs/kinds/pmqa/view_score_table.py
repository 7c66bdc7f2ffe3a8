"""Scores of a PMQA report by category, beside those of last year, with their notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.assess.numbers import round_half_up
from esa_docs.kinds.assessment.view import NOTHING, PLACES, edition_lines, score_text
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scheme import Category, PmqaScheme
from esa_docs.kinds.pmqa.scores import ItemScore, PmqaScores, score_pmqa
from esa_docs.model.document import Context, Document

NUMBER_BLANK: Final = "." * 12
"""Stands in the place of points that no source gives: the office fills them in."""

_COLUMNS_OF_LAST_YEAR: Final = {"before", "difference"}
"""Columns that are printed beside last year's scores."""
_COLUMNS_OF_POINTS: Final = {"points", "full"}
"""Columns that are printed in editions that add points up."""


def compared_scores(document: Document[Pmqa], scores: PmqaScores) -> Context:
    """Return the table of scores by category and its notes.

    The scores of last year stand beside them where last year's report used the same edition.
    """
    scheme = document.content.scheme
    last_year = last_scores(document)
    adds_up = scheme.scoring == "percent"
    label_of_last_year = f"ปี {document.year - 1}" if last_year else ""
    empty_columns: set[str] = set()
    if last_year is None:
        empty_columns |= _COLUMNS_OF_LAST_YEAR
    if not adds_up:
        empty_columns |= _COLUMNS_OF_POINTS
    blanks = dict.fromkeys(empty_columns, "")
    return {
        "unit": unit_of(scheme),
        "this_year": f"ปี {document.year}",
        "last_year": label_of_last_year,
        "compared": last_year is not None,
        "adds_up": adds_up,
        "rows": [row | blanks for row in _rows(scores, last_year)],
        "notes": list(_notes(document, scores)),
    }


def last_scores(document: Document[Pmqa]) -> PmqaScores | None:
    """Return the scores of last year's report; None without a report of the same edition."""
    report = document.last_year
    if report is None or report.scheme.id != document.content.scheme.id:
        return None
    return score_pmqa(report)


def category_name(category: Category) -> str:
    """Return number and name of a category."""
    return f"หมวด {category.number} {category.name}"


def unit_of(scheme: PmqaScheme) -> str:
    """Return the unit of scores in words: points, with the highest score, or per cent."""
    return f"คะแนนเต็ม {highest_score(scheme):f}" if scheme.scoring == "boxes" else "ร้อยละ"


def highest_score(scheme: PmqaScheme) -> Decimal:
    """Return the highest score of an item: points of all its levels of boxes, or 100 per cent."""
    if scheme.scoring == "percent":
        return Decimal(100)
    return sum((level.worth for level in scheme.box_levels), Decimal(0))


def _rows(scores: PmqaScores, last_year: PmqaScores | None) -> Iterator[Context]:
    values_before = _values_by_category(last_year)
    for score in scores.categories:
        value_before = values_before.get(score.category.number)
        row = _row(score.value, value_before, score.points, _full_points(score.items))
        yield {"name": category_name(score.category), "strong": False, **row}
    mean_before = last_year.value if last_year else None
    row = _row(scores.value, mean_before, scores.points, _full_points(scores.items))
    yield {"name": "คะแนนเฉลี่ยทุกหมวด", "strong": True, **row}


def _values_by_category(scores: PmqaScores | None) -> dict[int, Fraction | None]:
    if scores is None:
        return {}
    return {score.category.number: score.value for score in scores.categories}


def _row(
    now: Fraction | None, before: Fraction | None, points: Fraction | None, full: Decimal | None
) -> Context:
    points_text = NUMBER_BLANK if full is None else score_text(points)
    full_text = NUMBER_BLANK if full is None else f"{full:f}"
    return {
        "now": score_text(now),
        "before": score_text(before),
        "difference": difference_text(now, before),
        "points": points_text,
        "full": full_text,
    }


def _full_points(items: Iterable[ItemScore]) -> Decimal | None:
    """Return the points of all items together; None where the edition does not give those of every item."""
    total = Decimal(0)
    for score in items:
        if score.item.points is None:
            return None
        total += score.item.points
    return total


def difference_text(now: Fraction | None, before: Fraction | None) -> str:
    """Return the difference of two scores with its sign; a dash where a score is None.

    The difference is taken before rounding.
    """
    if now is None or before is None:
        return NOTHING
    difference = round_half_up(now - before, PLACES)
    return str(difference) if now == before else f"{difference:+}"


def _notes(document: Document[Pmqa], scores: PmqaScores) -> Iterator[Context]:
    """Generate what the scores rest on, how they are reckoned, and how much of them is known."""
    yield from edition_lines(document, document.content.scheme)
    means = "หมวดเฉลี่ยจากหัวข้อที่ทราบผล คะแนนรวมเฉลี่ยจากหมวด"
    rounding = f"ปัดครึ่งขึ้นเป็นทศนิยม {PLACES} ตำแหน่งเมื่อแสดงผล"
    yield {"label": "การคำนวณ", "text": f"{means} {rounding}"}
    items = scores.items
    unknown_codes = [score.code for score in items if score.value is None]
    if unknown_codes:
        known_of_all = f"ทราบผลแล้ว {len(items) - len(unknown_codes)} จาก {len(items)} หัวข้อ"
        text = f"{known_of_all} ยังไม่ทราบผลของหัวข้อ {', '.join(unknown_codes)}"
        yield {"label": "ยังไม่ครบ", "text": text}
    last_year = document.last_year
    if last_year is not None and last_year.scheme.id != document.content.scheme.id:
        text = f"ประเมินตามเกณฑ์อื่น ({last_year.scheme.edition}) จึงไม่นำคะแนนมาเปรียบเทียบ"
        yield {"label": f"ปี {document.year - 1}", "text": text}
