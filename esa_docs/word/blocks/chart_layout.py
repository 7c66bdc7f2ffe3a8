"""How a chart of a text is drawn: upright or lying bars, the size of its texts, and their places.

Bars stand upright where their names and their values stand side by side, as Thai reports have them; else
they lie below each other. Texts are smaller where a chart would be higher than its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.pictures import POINTS_PER_CM
from esa_docs.word.chart_measure import Labels, Measure, Room
from esa_docs.word.data_chart_layout import (
    BAR_LABEL_SHARE,
    GAP,
    TITLE_SHARE,
    legend_height,
    room_around_bars,
    wrapped_categories,
)

_SIZES: Final = (14.0, 12.0, 10.0, 8.0)
"""Points of texts, the first for all charts that have room for it."""
_UPRIGHT_SIZES: Final = _SIZES[:3]
"""Where names have no room in these, bars lie."""
_MOST_LINES_BELOW: Final = 3
"""Lines of a name below an upright bar or a point."""
_NAME_SHARE: Final = 0.85
"""How much of its room a name takes: LibreOffice breaks a word that has hardly more room than it is wide."""
_VALUE_SHARE: Final = 0.95
_BETWEEN_ENTRIES: Final = 4.0
"""Points between the entries of a legend below each other."""
_GAP_OF_BARS: Final = 0.6
"""Room between the bars of two categories, in bars."""
_LEAST_PLOT: Final = 5 * POINTS_PER_CM
"""Points: the least height of bars or lines."""
_TURNED_SHARE: Final = 0.35
"""How much of a chart's width a turned name may take downwards."""
_PIE_SHARE: Final = 0.5
"""How much of its chart's width a pie takes with the shares around it; the legend has what is left."""
_USUAL_HEIGHT, _USUAL_PIE = 8.0, 7.0
"""Centimetres of a chart with upright bars or lines, and of one with a pie, where content says no height."""
_LEAST_PIE: Final = 3 * POINTS_PER_CM
_WIDEST_SHARE: Final = "100.0%"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart ready to be drawn.

    Attributes:
        chart: the chart, its kind as it is drawn.
        layout: the places of its texts.
        text_size: points of its texts.
    """

    chart: DataChart
    layout: ChartLayout
    text_size: float


@dataclass(frozen=True, slots=True)
class ChartTexts:
    """The texts of a chart besides its names, as they are printed.

    Attributes:
        value: the widest of its values.
        axis: the widest number of its axis.
        entries: the entries of the legend of a pie: each name with its value.
    """

    value: str
    axis: str
    entries: tuple[str, ...]


def lay_out_chart(chart: DataChart, texts: ChartTexts, family: str, most_height: float) -> Drawn:
    """Return a chart as it is drawn: the first way in which all of it has room.

    Args:
        chart: the chart, with its texts as they are printed; bars as ``column``.
        texts: its other texts.
        family: font of its texts.
        most_height: room on its page, in centimetres.
    """
    ways = {"column": _ways_of_bars, "line": _ways_of_lines, "pie": _ways_of_pie}
    drawn = None
    for way in ways[chart.kind](chart, texts, family):
        drawn = way
        if way.layout.chart_height <= most_height:
            return way
    assert drawn is not None, "each kind of chart can be drawn"  # noqa: S101
    # Names would cover each other in no more height than there is: a page cannot have more.
    return replace(drawn, layout=replace(drawn.layout, chart_height=most_height))


def _ways_of_bars(chart: DataChart, texts: ChartTexts, family: str) -> Iterator[Drawn]:
    """Generate ways to draw bars, the best first."""
    for size in _UPRIGHT_SIZES:
        measure = Measure.of(family, size)
        labels, slot = _names_side_by_side(chart, texts, measure)
        if _fit(labels, slot, measure) and measure.width(texts.value) <= _room_of_value(chart, slot):
            room = _room_above_names(labels, texts, measure)
            yield Drawn(chart, _layout(_of_usual_height(chart), labels, room, measure), size)
    lying_chart = replace(chart, kind="bar")
    for has_values in (True, False):
        for size in _SIZES:
            measure = Measure.of(family, size)
            labels = wrapped_categories(chart, measure, chart.width * POINTS_PER_CM * BAR_LABEL_SHARE)
            room = room_around_bars(chart, labels, texts.value, measure)
            if not has_values:
                lines = sum(len(lines_of_name) for lines_of_name in labels)
                room = replace(room, least_height=lines * measure.line_height)
            layout = _layout(lying_chart, labels, room, measure)
            yield Drawn(lying_chart, replace(layout, has_values=has_values), size)


def _ways_of_lines(chart: DataChart, texts: ChartTexts, family: str) -> Iterator[Drawn]:
    """Generate ways to draw lines: names side by side, else turned."""
    for size in _UPRIGHT_SIZES:
        measure = Measure.of(family, size)
        labels, slot = _names_side_by_side(chart, texts, measure)
        if _fit(labels, slot, measure):
            room = _room_above_names(labels, texts, measure)
            layout = _layout(_of_usual_height(chart), labels, room, measure)
            has_values = len(chart.series) == 1 and measure.width(texts.value) <= slot * _VALUE_SHARE
            yield Drawn(chart, replace(layout, has_values=has_values), size)
    for size in _SIZES:
        measure = Measure.of(family, size)
        _labels, slot = _names_side_by_side(chart, texts, measure)
        turned_labels = wrapped_categories(chart, measure, chart.width * POINTS_PER_CM * _TURNED_SHARE)
        is_last = size == _SIZES[-1]
        if is_last or max(map(len, turned_labels)) * measure.line_height <= slot:
            room = _room_above_names(turned_labels, texts, measure)
            room = replace(room, below=measure.widest(turned_labels) + GAP)
            layout = _layout(_of_usual_height(chart), turned_labels, room, measure)
            yield Drawn(chart, replace(layout, has_values=False, is_turned=True), size)


def _ways_of_pie(chart: DataChart, texts: ChartTexts, family: str) -> Iterator[Drawn]:
    """Generate ways to draw a pie, with its legend at the right."""
    for size in _SIZES:
        measure = Measure.of(family, size)
        width = chart.width * POINTS_PER_CM
        beside = measure.width(_WIDEST_SHARE) + GAP
        pie = max(width * _PIE_SHARE - 2 * beside, _LEAST_PIE)
        title = _title(chart, measure)
        above = _height_of_title(title, measure) + measure.line_height + GAP
        below = measure.line_height + GAP
        height_of_legend = len(chart.categories) * (measure.line_height + _BETWEEN_ENTRIES)
        least_height = (chart.height or _USUAL_PIE) * POINTS_PER_CM
        height = max(above + pie + below, height_of_legend + above, least_height)
        layout = ChartLayout(
            title=title,
            labels=texts.entries,
            chart_height=height / POINTS_PER_CM,
            x=beside / width,
            y=(above + (height - above - below - pie) / 2) / height,
            width=pie / width,
            height=pie / height,
        )
        yield Drawn(chart, layout, size)


def _of_usual_height(chart: DataChart) -> DataChart:
    """Return a chart with the usual height where content says none."""
    return replace(chart, height=chart.height or _USUAL_HEIGHT)


def _room_of_value(chart: DataChart, slot: float) -> float:
    """Return the room of a value above a bar: one alone may reach over the gap beside its bar."""
    if len(chart.series) == 1:
        return slot * _VALUE_SHARE
    return slot / (len(chart.series) + _GAP_OF_BARS) * _VALUE_SHARE


def _names_side_by_side(chart: DataChart, texts: ChartTexts, measure: Measure) -> tuple[Labels, float]:
    """Return the names of the categories broken into lines below their bars, and the room of each."""
    plot = chart.width * POINTS_PER_CM - measure.width(texts.axis) - 3 * GAP
    slot = plot / len(chart.categories)
    return wrapped_categories(chart, measure, slot * _NAME_SHARE), slot


def _fit(labels: Labels, slot: float, measure: Measure) -> bool:
    """Return whether names have room side by side."""
    return max(map(len, labels)) <= _MOST_LINES_BELOW and measure.widest(labels) <= slot * _NAME_SHARE


def _room_above_names(labels: Labels, texts: ChartTexts, measure: Measure) -> Room:
    """Return the room around bars or lines with names below them and the axis of values at the left."""
    return Room(
        left_side=measure.width(texts.axis) + 2 * GAP,
        above=measure.line_height,
        right_side=GAP,
        below=max(map(len, labels)) * measure.line_height + GAP,
        least_height=_LEAST_PLOT,
    )


def _layout(chart: DataChart, labels: Labels, room: Room, measure: Measure) -> ChartLayout:
    width = chart.width * POINTS_PER_CM
    title = _title(chart, measure)
    above = _height_of_title(title, measure) + room.above
    below = legend_height(chart, measure) + room.below
    height = max(chart.height * POINTS_PER_CM, above + room.least_height + below)
    return ChartLayout(
        title=title,
        labels=tuple("\n".join(lines) for lines in labels),
        chart_height=height / POINTS_PER_CM,
        x=room.left_side / width,
        y=above / height,
        width=1 - (room.left_side + room.right_side) / width,
        height=1 - (above + below) / height,
    )


def _title(chart: DataChart, measure: Measure) -> tuple[str, ...]:
    """Return the lines of the title; none where the chart has no title."""
    if not chart.title:
        return ()
    return thai.wrap_lines(chart.title, measure.title_width, chart.width * POINTS_PER_CM * TITLE_SHARE)


def _height_of_title(title: tuple[str, ...], measure: Measure) -> float:
    gaps = 2 * GAP if title else GAP
    return len(title) * measure.title_line_height + gaps
