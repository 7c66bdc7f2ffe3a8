"""The drawn part of a chart of numbers, with its axes (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from typing import Final

from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.data_chart_look import GREY, TextLook, stroke
from esa_docs.ooxml.data_chart_series import all_series
from esa_docs.ooxml.workbook import number_text

_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_FROM_THE_LEFT: Final = frozenset({"column", "line"})
_GAP: Final = 60
_GAPS: Final = {1: 300, 2: 150, 3: 100}
"""Room between few upright bars, in per cent of a bar: without it they would be too broad."""
_TURNED: Final = -90
"""Degrees by which names of categories are turned that have no room side by side."""


def plot(chart: DataChart, layout: ChartLayout, look: TextLook) -> str:
    """Return the bars, the lines or the slices of a chart, with their axes."""
    series = "".join(all_series(chart, layout, look))
    if chart.kind == "pie":
        return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'
    references = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    axes = f"{_category_axis(chart, layout, look)}{_value_axis(chart, look)}"
    if chart.kind == "radar":
        style = '<c:radarStyle val="marker"/><c:varyColors val="0"/>'
        return f"<c:radarChart>{style}{series}{references}</c:radarChart>{axes}"
    if chart.kind == "line":
        style = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        return f'<c:lineChart>{style}{series}<c:marker val="1"/>{references}</c:lineChart>{axes}'
    gap = _GAP
    if chart.kind == "column" and len(chart.series) == 1:
        gap = _GAPS.get(len(chart.categories), _GAP)
    direction = "bar" if chart.kind == "bar" else "col"
    style = f'<c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    return f'<c:barChart>{style}{series}<c:gapWidth val="{gap}"/>{references}</c:barChart>{axes}'


def _category_axis(chart: DataChart, layout: ChartLayout, look: TextLook) -> str:
    """Return the axis of categories."""
    order, side, lines = "minMax", "b", ""
    if chart.kind == "bar":
        # A chart of horizontal bars counts its categories from below. In reverse the first one stands on top.
        order, side = "maxMin", "l"
    elif chart.kind == "radar":
        lines = _grid_lines()
    # Below zero the names would stand in the bars.
    place = "low" if chart.scale.minimum < 0 else "nextTo"
    texts = look.body()
    if chart.kind in _FROM_THE_LEFT:
        # A program that finds no room for names turns them by itself, or leaves some out.
        turned = _TURNED if layout.is_turned else 0
        texts = look.body(turned=turned)
    every_name = "" if chart.form is None else '<c:tickLblSkip val="1"/>'
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'
        f"<c:spPr>{stroke(0.75)}</c:spPr>{texts}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{every_name}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: DataChart, look: TextLook) -> str:
    """Return the axis of values."""
    scale = chart.scale
    if chart.kind == "bar":
        # As the categories are in reverse, the axis of values is below at the last of them.
        crosses, side = "max", "b"
    else:
        crosses, side = "autoZero", "l"
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{number_text(scale.maximum)}"/><c:min val="{number_text(scale.minimum)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{_grid_lines()}'
        f"{look.number_format(scale.step_decimals, chart.form)}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(0.75, colour=GREY)}</c:spPr>{look.body()}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{number_text(scale.step)}"/></c:valAx>'
    )


def _grid_lines() -> str:
    return f"<c:majorGridlines><c:spPr>{stroke(0.5, colour=GREY)}</c:spPr></c:majorGridlines>"
