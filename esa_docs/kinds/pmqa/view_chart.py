"""The radar of the categories of a PMQA report: this year, and last year where it can be compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from esa_docs.kinds.assessment.view import PLACES, rounded_score, score_text
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scores import PmqaScores
from esa_docs.kinds.pmqa.view_score_table import category_name, highest_score, last_scores, unit_of
from esa_docs.model.document import Document
from esa_docs.ooxml.data_chart import FEWEST_CORNERS, DataChart, Scale, Series
from esa_docs.word.data_charts import draw_data_chart
from esa_docs.word.drawings import Drawing

_WIDTH_CM: Final = 16.0
_LEAST_HEIGHT_CM: Final = 14.0
_RINGS: Final = 5


def draw_categories(document: Document[Pmqa], scores: PmqaScores) -> list[Drawing]:
    """Draw the scores of the categories as the table prints them.

    The list is empty while no score is known, and where the categories are too few for a radar.
    """
    if len(scores.categories) < FEWEST_CORNERS or scores.value is None:
        return []
    chart = _chart(document, _scores_by_year(document, scores))
    return [draw_data_chart(chart, document.office.font, document.numerals, 0)]


def _scores_by_year(document: Document[Pmqa], scores: PmqaScores) -> dict[int, PmqaScores]:
    last_year = last_scores(document)
    if last_year is None:
        return {document.year: scores}
    return {document.year - 1: last_year, document.year: scores}


def _chart(document: Document[Pmqa], by_year: dict[int, PmqaScores]) -> DataChart:
    scheme = document.content.scheme
    highest = highest_score(scheme)
    names = [category_name(score.category) for score in by_year[document.year].categories]
    series = [_series(year, scores) for year, scores in by_year.items()]
    in_words = " ".join(_in_words(year, scores) for year, scores in by_year.items())
    return DataChart(
        kind="radar",
        title=f"คะแนนรายหมวด ({unit_of(scheme)})",
        categories=tuple(names),
        series=tuple(series),
        scale=Scale(Decimal(0), highest, highest / _RINGS),
        decimals=PLACES,
        description=f"แผนภูมิเรดาร์คะแนนรายหมวด {in_words}",
        width=_WIDTH_CM,
        height=_LEAST_HEIGHT_CM,
    )


def _series(year: int, scores: PmqaScores) -> Series:
    values = [rounded_score(score.value) for score in scores.categories]
    return Series(f"ปี {year}", tuple(values))


def _in_words(year: int, scores: PmqaScores) -> str:
    words = [f"ปี {year}"]
    for score in scores.categories:
        words.append(f"หมวด {score.category.number} {score_text(score.value)}")
    return " ".join(words)
