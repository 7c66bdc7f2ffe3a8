"""The radar of the categories of a PMQA report: this year, and last year where it can be compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from esa_docs.kinds.assessment.view import PLACES, rounded_score, score_text
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scores import PmqaScores
from esa_docs.kinds.pmqa.view_score_table import category_name, last_scores, most_of, unit_of
from esa_docs.model.document import Document
from esa_docs.ooxml.data_chart import FEWEST_CORNERS, DataChart, Scale, Series
from esa_docs.word.data_charts import draw_data_chart
from esa_docs.word.drawings import Drawing

_CHART_CM: Final = (16.0, 14.0)
"""Width, and least height."""
_RINGS: Final = 5


def draw_categories(document: Document[Pmqa], scores: PmqaScores) -> list[Drawing]:
    """Draw the scores of the categories as the table prints them; nothing where no chart can be drawn."""
    if len(scores.categories) < FEWEST_CORNERS or scores.value is None:
        return []
    last = last_scores(document)
    years = {document.year - 1: last, document.year: scores} if last else {document.year: scores}
    names = tuple(category_name(one.category) for one in scores.categories)
    most = most_of(document.content.scheme)
    chart = DataChart(
        kind="radar",
        title=f"คะแนนรายหมวด ({unit_of(document.content.scheme)})",
        categories=names,
        series=tuple(_series(year, one) for year, one in years.items()),
        scale=Scale(Decimal(0), most, most / _RINGS),
        decimals=PLACES,
        description="แผนภูมิเรดาร์คะแนนรายหมวด " + " ".join(_told(year, one) for year, one in years.items()),
        width=_CHART_CM[0],
        height=_CHART_CM[1],
    )
    return [draw_data_chart(chart, document.office.font, document.numerals, 0)]


def _series(year: int, scores: PmqaScores) -> Series:
    return Series(f"ปี {year}", tuple(rounded_score(one.value) for one in scores.categories))


def _told(year: int, scores: PmqaScores) -> str:
    values = " ".join(f"หมวด {one.category.number} {score_text(one.value)}" for one in scores.categories)
    return f"ปี {year} {values}"
