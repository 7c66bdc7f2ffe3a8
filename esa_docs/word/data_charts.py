"""Charts of numbers as drawings of a document, in its font and its digits."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.data_chart_look import TextLook
from esa_docs.ooxml.data_chart_xml import chart_part, inline_chart
from esa_docs.ooxml.workbook import Number
from esa_docs.word.chart_measure import TEXT_SIZE, TITLE_SIZE
from esa_docs.word.data_chart_layout import has_legend, lay_out_data_chart
from esa_docs.word.drawings import Drawing, first_id
from esa_docs.word.runs import printed_text

_NO_VALUE: Final = "–"


def draw_data_chart(chart: DataChart, family: str, numerals: thai.Numerals, number: int) -> Drawing:
    """Draw a chart of numbers; its mark must stand in the document part, not in a header.

    Args:
        chart: what to draw.
        family: font of the document.
        numerals: digits of the document.
        number: how many drawings the document has before this one.
    """
    printed_chart = _printed_chart(chart, numerals)
    longest_value = printed_text(_format_value(chart.scale.maximum, chart.decimals), numerals)
    values = _values_of_categories(chart, numerals)
    layout = lay_out_data_chart(printed_chart, values, longest_value, family)
    look = TextLook(family, TITLE_SIZE, TEXT_SIZE, numerals == "thai")
    part = chart_part(printed_chart, layout, look, number + 1)
    name = f"Chart {number + 1}"
    run = inline_chart(first_id(number), name, printed_chart, layout, part.relationship)
    return Drawing(run, _texts(printed_chart, layout), parts=(part,))


def _texts(chart: DataChart, layout: ChartLayout) -> tuple[str, ...]:
    """Return the texts of a chart that can be read in it: title, labels, and the entries of a legend."""
    texts = [chart.title]
    for label in layout.labels:
        texts.append(label.replace("\n", ""))
    if has_legend(chart):
        for series in chart.series:
            texts.append(series.name)
    return tuple(texts)


def _printed_chart(chart: DataChart, numerals: thai.Numerals) -> DataChart:
    """Return the chart with its texts as the document prints them."""
    all_series = []
    for series in chart.series:
        name = printed_text(series.name, numerals)
        all_series.append(replace(series, name=name))
    categories = [printed_text(category, numerals) for category in chart.categories]
    return replace(
        chart,
        title=printed_text(chart.title, numerals),
        categories=tuple(categories),
        series=tuple(all_series),
        description=thai.apply_numerals(chart.description, numerals),
    )


def _values_of_categories(chart: DataChart, numerals: thai.Numerals) -> tuple[str, ...]:
    """Return the values of each category as they stand below its name in a radar, such as ``3 / 4``.

    Beside the lines of a radar they would cover each other. The workbook has the names alone: whoever changes
    a number in Word sees these values go, never an old one.
    """
    texts = []
    values_of_series = [series.values for series in chart.series]
    for values in zip(*values_of_series, strict=True):
        value_texts = [_format_value(value, chart.decimals) for value in values]
        texts.append(printed_text(" / ".join(value_texts), numerals))
    return tuple(texts)


def _format_value(value: Number | None, decimals: int) -> str:
    """Return a value as Word prints it: rounded half away from zero; a dash for none."""
    if value is None:
        return _NO_VALUE
    # In whole units of the last decimal place, which Python's own round would round half to even.
    exact_units = abs(Fraction(value)) * 10**decimals
    units = math.floor(exact_units + Fraction(1, 2))
    if value < 0:
        units = -units
    return f"{Decimal(units).scaleb(-decimals):f}"
