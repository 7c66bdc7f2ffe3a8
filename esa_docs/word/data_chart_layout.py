"""Where the texts of a chart of numbers stand: lines ended by us, and the room they leave to bars or radar.

Programs break Thai lines differently, some inside words, and draw over each other what has no room.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import chain
from typing import Final

from esa_docs import thai
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import FaceMetrics
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_xml import ChartLayout
from esa_docs.ooxml.pictures import POINTS_PER_CM
from esa_docs.word.measuring import face_metrics

TITLE_SIZE, TEXT_SIZE = 16.0, 14.0
"""Points."""

_TITLE_SHARE, _BAR_SHARE, _RADAR_SHARE, _LEGEND_SHARE = 0.9, 0.4, 0.25, 0.8
"""How much of a chart's width a line of its title, of a category or of the legend may take."""
_GAP: Final = 10.0
"""Points between what belongs to different things."""
_LEGEND_KEY: Final = 3 * _GAP
"""Points that the sign of a series takes in the legend, before its name."""
_LINES_BETWEEN_BARS: Final = 0.6
"""Lines of room between the labels of bars."""
_SMALLEST_RADAR: Final = 6.5 * POINTS_PER_CM
"""Points: the smallest radar whose labels do not meet."""

_Labels = tuple[tuple[str, ...], ...]
"""The lines of each category."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Room around the bars or the radar of a chart, and their own least height, in points."""

    left_side: float
    above: float
    right_side: float
    below: float
    least_height: float


@dataclass(frozen=True, slots=True)
class _Measure:
    """The faces by which the texts of a chart are measured: that of its title, and that of all others."""

    bold: FaceMetrics
    regular: FaceMetrics

    @classmethod
    def of(cls, family: str) -> _Measure:
        return cls(face_metrics(family, FaceStyle.BOLD), face_metrics(family, FaceStyle.REGULAR))

    def width(self, text: str) -> float:
        return self.regular.width(text, TEXT_SIZE)

    def title_width(self, text: str) -> float:
        return self.bold.width(text, TITLE_SIZE)

    def widest(self, labels: _Labels) -> float:
        widths = []
        for line in chain.from_iterable(labels):
            # Spaces at the end of a line take no room.
            widths.append(self.width(line.rstrip(" ")))
        return max(widths)

    @property
    def line_height(self) -> float:
        return self.regular.line_height(TEXT_SIZE)

    @property
    def title_line_height(self) -> float:
        return self.bold.line_height(TITLE_SIZE)


def lay_out_data_chart(chart: DataChart, values: tuple[str, ...], longest: str, family: str) -> ChartLayout:
    """Set a chart: its lines, its height and the place of its bars or radar.

    Args:
        chart: with its texts as they are printed.
        values: printed in a radar below each category.
        longest: the widest value printed at the end of a bar.
        family: font of its texts; one of which no numbers are known is measured as the one drawn most alike.
    """
    measure = _Measure.of(family)
    width = chart.width * POINTS_PER_CM
    title = thai.wrap_lines(chart.title, measure.title_width, width * _TITLE_SHARE)
    if chart.kind == "bar":
        labels = _wrapped_categories(chart, measure, width * _BAR_SHARE)
        room = _room_around_bars(chart, labels, longest, measure)
    else:
        categories = _wrapped_categories(chart, measure, width * _RADAR_SHARE)
        labels = _with_values(categories, values)
        room = _room_around_radar(labels, measure)
    title_height = len(title) * measure.title_line_height + 2 * _GAP
    above = title_height + room.above
    below = _legend_height(chart, measure) + room.below
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
    """Return whether a chart needs a legend: a single series needs none."""
    return len(chart.series) > 1


def _wrapped_categories(chart: DataChart, measure: _Measure, limit: float) -> _Labels:
    return tuple(thai.wrap_lines(category, measure.width, limit) for category in chart.categories)


def _with_values(categories: _Labels, values: tuple[str, ...]) -> _Labels:
    """Return the lines of each category with its values as a last line."""
    labels = []
    for lines, value in zip(categories, values, strict=True):
        labels.append((*lines, value))
    return tuple(labels)


def _legend_height(chart: DataChart, measure: _Measure) -> float:
    """Return the height of the legend, whose entries stand side by side; 0 where the chart has none."""
    if not has_legend(chart):
        return 0
    entries = sum(measure.width(series.name) + _LEGEND_KEY for series in chart.series)
    row_width = chart.width * POINTS_PER_CM * _LEGEND_SHARE
    rows = math.ceil(entries / row_width)
    return rows * (measure.line_height + _GAP)


def _room_around_bars(chart: DataChart, labels: _Labels, longest: str, measure: _Measure) -> _Room:
    """Return the room for the labels on the left, a value behind a bar, and the numbers of the axis below."""
    rows = [max(len(lines), len(chart.series)) + _LINES_BETWEEN_BARS for lines in labels]
    return _Room(
        left_side=measure.widest(labels) + 2 * _GAP,
        above=0,
        right_side=measure.width(longest) + 2 * _GAP,
        below=measure.line_height + _GAP,
        least_height=sum(rows) * measure.line_height,
    )


def _room_around_radar(labels: _Labels, measure: _Measure) -> _Room:
    """Return the room for the labels all around: the first above, the others beside and below."""
    side = measure.widest(labels) + _GAP
    lines_above = len(labels[0]) + 1
    lines_below = max(map(len, labels[1:]))
    return _Room(
        left_side=side,
        above=lines_above * measure.line_height,
        right_side=side,
        below=lines_below * measure.line_height,
        least_height=_SMALLEST_RADAR,
    )
