"""Charts of numbers as drawings of a document, in its font and its digits."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_look import TextLook
from esa_docs.ooxml.data_chart_xml import chart_part, inline_chart
from esa_docs.ooxml.workbook import Number
from esa_docs.word.data_chart_layout import TEXT_SIZE, TITLE_SIZE, lay_out_data_chart
from esa_docs.word.drawings import Drawing, first_id
from esa_docs.word.runs import printed

_NO_VALUE: Final = "–"


def draw_data_chart(chart: DataChart, family: str, numerals: thai.Numerals, number: int) -> Drawing:
    """Draw a chart of numbers; its mark must stand in the document part, not in a header.

    Args:
        chart: what to draw.
        family: font of the document.
        numerals: digits of the document.
        number: how many drawings the document has before this one.
    """
    shown = _printed(chart, numerals)
    longest = printed(_value(chart.scale.maximum, chart.decimals), numerals)
    layout = lay_out_data_chart(shown, _values(chart, numerals), longest, family)
    look = TextLook(family, TITLE_SIZE, TEXT_SIZE, numerals == "thai")
    part = chart_part(shown, layout, look, number + 1)
    run = inline_chart(first_id(number), f"Chart {number + 1}", shown, layout, part.relationship)
    labels = [one.replace("\n", "") for one in layout.labels]
    names = [one.name for one in shown.series] if len(shown.series) > 1 else []
    return Drawing(run, (shown.title, *labels, *names), parts=(part,))


def _printed(chart: DataChart, numerals: thai.Numerals) -> DataChart:
    """Give the chart with its texts as the document prints them."""
    return replace(
        chart,
        title=printed(chart.title, numerals),
        categories=tuple(printed(one, numerals) for one in chart.categories),
        series=tuple(replace(one, name=printed(one.name, numerals)) for one in chart.series),
        description=thai.apply_numerals(chart.description, numerals),
    )


def _values(chart: DataChart, numerals: thai.Numerals) -> tuple[str, ...]:
    """Print the values of each category of a radar, to stand below its name.

    Beside the lines they would cover each other. The workbook has the names alone: whoever changes a number
    in Word sees these go, never an old value.
    """
    columns = zip(*(one.values for one in chart.series), strict=True)
    shown = (" / ".join(_value(one, chart.decimals) for one in column) for column in columns)
    return tuple(printed(one, numerals) for one in shown)


def _value(value: Number | None, decimals: int) -> str:
    """Print a value as Word does: rounded half away from zero."""
    if value is None:
        return _NO_VALUE
    units = math.floor(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
    return f"{Decimal(units if value >= 0 else -units).scaleb(-decimals):f}"
