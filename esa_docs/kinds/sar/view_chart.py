"""The bars of the standards of a SAR."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from esa_docs.kinds.assessment.view import PLACES, rounded_score, score_text
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.scores import SarScores, StandardScore
from esa_docs.kinds.sar.view_indicators import standard_label
from esa_docs.model.document import Document
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.ooxml.data_chart import DataChart, Scale, Series
from esa_docs.word.data_charts import draw_data_chart
from esa_docs.word.drawings import Drawing

_WIDTH_CM: Final = 16.0
_LEAST_HEIGHT_CM: Final = 6.0


def draw_standards(document: Document[Sar], scores: SarScores) -> list[Drawing]:
    """Draw the scores of the standards as the table prints them; an empty list while no score is known."""
    if all(score.value is None for score in scores.standards):
        return []
    chart = _chart(document.content, scores)
    return [draw_data_chart(chart, document.office.font, document.numerals, 0)]


def _chart(sar: Sar, scores: SarScores) -> DataChart:
    round_name = ROUND_NAMES[sar.round]
    labels = [standard_label(score.standard) for score in scores.standards]
    rounded_values = [rounded_score(score.value) for score in scores.standards]
    in_words = " ".join(_in_words(score) for score in scores.standards)
    highest_level = max(grade.level for grade in sar.scheme.grades)
    return DataChart(
        kind="bar",
        title=f"ค่าเฉลี่ยรายมาตรฐาน {round_name}",
        categories=tuple(labels),
        series=(Series("ค่าเฉลี่ย", tuple(rounded_values)),),
        scale=Scale(Decimal(0), Decimal(highest_level), Decimal(1)),
        decimals=PLACES,
        description=f"แผนภูมิแท่งค่าเฉลี่ยรายมาตรฐาน {round_name} {in_words}",
        width=_WIDTH_CM,
        height=_LEAST_HEIGHT_CM,
    )


def _in_words(score: StandardScore) -> str:
    return f"{standard_label(score.standard)} {score_text(score.value)}"
