"""Where the texts of a chart of numbers stand: lines ended by us, and the room they leave to bars or radar.

Programs break Thai lines differently, some inside words, and draw over each other what has no room.
"""

from __future__ import annotations

import math
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.pictures import POINTS_PER_CM
from esa_docs.word.chart_measure import Labels, Measure, Room

TITLE_SHARE: Final = 0.9
"""How much of a chart's width a line of its title may take; the shares below likewise."""
BAR_LABEL_SHARE: Final = 0.4
_RADAR_LABEL_SHARE: Final = 0.25
_LEGEND_SHARE: Final = 0.8
GAP: Final = 10.0
"""Points between parts of a chart, such as labels and bars."""
_LEGEND_KEY: Final = 3 * GAP
"""Points that the sign of a series takes in the legend, before its name."""
_LINES_BETWEEN_BARS: Final = 0.6
"""Lines of room between the labels of bars."""
_SMALLEST_RADAR: Final = 6.5 * POINTS_PER_CM
"""Points: the smallest radar whose labels do not meet."""


def lay_out_data_chart(chart: DataChart, values: tuple[str, ...], longest: str, family: str) -> ChartLayout:
    """Return the layout of a chart: its lines, its height and the place of its bars or radar.

    Args:
        chart: the chart, with its texts as they are printed.
        values: the values of each category, which a radar has below its name.
        longest: the widest value printed at the end of a bar.
        family: font of its texts, measured by `face_metrics`.
    """
    measure = Measure.of(family)
    width = chart.width * POINTS_PER_CM
    title = thai.wrap_lines(chart.title, measure.title_width, width * TITLE_SHARE)
    if chart.kind == "bar":
        labels = wrapped_categories(chart, measure, width * BAR_LABEL_SHARE)
        room = room_around_bars(chart, labels, longest, measure)
    else:
        categories = wrapped_categories(chart, measure, width * _RADAR_LABEL_SHARE)
        labels = _with_values(categories, values)
        room = _room_around_radar(labels, measure)
    title_height = len(title) * measure.title_line_height + 2 * GAP
    above = title_height + room.above
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


def has_legend(chart: DataChart) -> bool:
    """Return whether a chart has a legend: a single series needs none."""
    return len(chart.series) > 1


def wrapped_categories(chart: DataChart, measure: Measure, limit: float) -> Labels:
    """Return the names of the categories in lines that are no wider than a limit, in points."""
    return tuple(thai.wrap_lines(category, measure.width, limit) for category in chart.categories)


def _with_values(categories: Labels, values: tuple[str, ...]) -> Labels:
    """Return the lines of each category with its values as a last line."""
    labels = []
    for lines, value in zip(categories, values, strict=True):
        labels.append((*lines, value))
    return tuple(labels)


def legend_height(chart: DataChart, measure: Measure) -> float:
    """Return the height of the legend, whose entries stand side by side; 0 where the chart has none."""
    if not has_legend(chart):
        return 0
    width_of_entries = sum(measure.width(series.name) + _LEGEND_KEY for series in chart.series)
    width_of_row = chart.width * POINTS_PER_CM * _LEGEND_SHARE
    rows = math.ceil(width_of_entries / width_of_row)
    return rows * (measure.line_height + GAP)


def room_around_bars(chart: DataChart, labels: Labels, longest: str, measure: Measure) -> Room:
    """Return the room for the labels on the left, a value behind a bar, and the numbers of the axis below."""
    # A category has a bar for each series.
    lines_of_categories = [max(len(lines), len(chart.series)) + _LINES_BETWEEN_BARS for lines in labels]
    return Room(
        left_side=measure.widest(labels) + 2 * GAP,
        above=0,
        right_side=measure.width(longest) + 2 * GAP,
        below=measure.line_height + GAP,
        least_height=sum(lines_of_categories) * measure.line_height,
    )


def _room_around_radar(labels: Labels, measure: Measure) -> Room:
    """Return the room for the labels all around: the first above, the others beside and below."""
    side = measure.widest(labels) + GAP
    lines_above = len(labels[0]) + 1
    lines_below = max(map(len, labels[1:]))
    return Room(
        left_side=side,
        above=lines_above * measure.line_height,
        right_side=side,
        below=lines_below * measure.line_height,
        least_height=_SMALLEST_RADAR,
    )
