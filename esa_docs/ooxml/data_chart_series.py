"""The series of a chart of numbers: bars, lines or slices, each with its numbers and its look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from esa_docs.ooxml.data_chart import DataChart, Series
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.data_chart_look import PAINTS, Paint, TextLook, slice_fill, solid, stroke
from esa_docs.ooxml.workbook import Number, cell_range, number_text

_GENERAL: Final = "General"


def all_series(chart: DataChart, layout: ChartLayout, look: TextLook) -> Iterator[str]:
    """Generate the XML of each series of a chart."""
    for number, (series, paint) in enumerate(zip(chart.series, PAINTS, strict=False)):
        code = _GENERAL
        if chart.form is not None:
            code = look.format_code(_decimals(chart, series), chart.form)
        appearance = _appearance(chart, series, layout, look, paint)
        smooth = '<c:smooth val="0"/>' if chart.kind == "line" else ""
        yield _one_series(number, series, layout.labels, appearance, code, smooth)


def _decimals(chart: DataChart, series: Series) -> int:
    """Return the decimal places of the values of a series."""
    return chart.decimals if series.decimals is None else series.decimals


def _appearance(chart: DataChart, series: Series, layout: ChartLayout, look: TextLook, paint: Paint) -> str:
    """Return the look of a series, with its values where they stand in the chart."""
    labels = ""
    match chart.kind:
        case "radar":
            return _line(paint)
        case "pie":
            return _slices(len(chart.categories)) + _share_labels(look)
        case "line":
            labels = _value_labels(chart, series, look, "t") if layout.has_values else ""
            return _line(paint) + labels
    labels = _value_labels(chart, series, look, "outEnd") if layout.has_values else ""
    return _bar(paint) + labels


def _one_series(
    number: int, series: Series, labels: Sequence[str], appearance: str, code: str, smooth: str
) -> str:
    """Return a series: for each text and number its cell in the workbook, and a copy of it."""
    # Word draws a chart from these copies. It opens the workbook only when somebody edits the data.
    column = number + 1
    last_row = len(labels) + 1
    name = f"<c:f>{cell_range(column, 1, 1)}</c:f><c:strCache>{_texts([series.name])}</c:strCache>"
    categories = f"<c:f>{cell_range(0, 2, last_row)}</c:f><c:strCache>{_texts(labels)}</c:strCache>"
    values = f"<c:f>{cell_range(column, 2, last_row)}</c:f><c:numCache>{_numbers(series, code)}</c:numCache>"
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>{name}</c:strRef></c:tx>'
        f"{appearance}<c:cat><c:strRef>{categories}</c:strRef></c:cat>"
        f"<c:val><c:numRef>{values}</c:numRef></c:val>{smooth}</c:ser>"
    )


def _texts(texts: Sequence[str]) -> str:
    points = [_point(place, escape(text)) for place, text in enumerate(texts)]
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def _numbers(series: Series, code: str) -> str:
    points = []
    for place, value in enumerate(series.values):
        if value is not None:
            points.append(_point(place, number_text(value)))
    return f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(series.values)}"/>{"".join(points)}'


def _point(place: int, text: str) -> str:
    return f'<c:pt idx="{place}"><c:v>{text}</c:v></c:pt>'


def _bar(paint: Paint) -> str:
    return f'<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr><c:invertIfNegative val="0"/>'


def _line(paint: Paint) -> str:
    marker = f"<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr>"
    return (
        f"<c:spPr>{stroke(1.75, dash=paint.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{paint.marker}"/><c:size val="7"/>{marker}</c:marker>'
    )


def _slices(count: int) -> str:
    """Return the look of each slice of a pie."""
    points = []
    for number in range(count):
        points.append(
            f'<c:dPt><c:idx val="{number}"/><c:bubble3D val="0"/>'
            f"<c:spPr>{slice_fill(number)}{stroke(0.75)}</c:spPr></c:dPt>"
        )
    return "".join(points)


def _value_labels(chart: DataChart, series: Series, look: TextLook, place: str) -> str:
    """Return the labels that say the values of a series.

    Args:
        chart: the chart.
        series: the series.
        look: how its texts look.
        place: where they stand beside the point, as DrawingML names it.
    """
    number_format = look.number_format(_decimals(chart, series), chart.form)
    points = ""
    if chart.kind == "line":
        label = _label(number_format, look, "b", show_value=1, show_share=0)
        points = "".join(
            f'<c:dLbl><c:idx val="{valley}"/>{label}</c:dLbl>' for valley in valleys(series.values)
        )
    labels = _label(number_format, look, place, show_value=1, show_share=0)
    return f"<c:dLbls>{points}{labels}</c:dLbls>"


def valleys(values: Sequence[Number | None]) -> Iterator[int]:
    """Generate the points from which a line rises on each side that it has: their numbers stand below it."""
    for place, value in enumerate(values):
        neighbours = [*values[max(place - 1, 0) : place], *values[place + 1 : place + 2]]
        known_neighbours = [neighbour for neighbour in neighbours if neighbour is not None]
        if value is not None and known_neighbours and min(known_neighbours) > value:
            yield place


def _share_labels(look: TextLook) -> str:
    """Return the labels that say the share of each slice of a pie."""
    label = _label(look.share_format(), look, "outEnd", show_value=0, show_share=1)
    return f"<c:dLbls>{label}</c:dLbls>"


def _label(number_format: str, look: TextLook, place: str, *, show_value: int, show_share: int) -> str:
    return (
        f"{number_format}<c:spPr><a:noFill/></c:spPr>"
        f'{look.body()}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="{show_value}"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/>'
        f'<c:showPercent val="{show_share}"/><c:showBubbleSize val="0"/>'
    )
