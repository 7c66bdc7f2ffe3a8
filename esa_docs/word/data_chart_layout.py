"""Where the texts of a chart of numbers stand: lines ended by us, and the room they leave to bars or radar.

Programs break Thai lines differently, some inside words, and draw over each other what has no room.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import FaceMetrics
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_xml import ChartLayout
from esa_docs.ooxml.pictures import POINTS_PER_CM
from esa_docs.word.measuring import face_metrics

TITLE_SIZE: Final = 16.0
"""Points."""
TEXT_SIZE: Final = 14.0
"""Points, of all texts but the title."""

_TITLE_SHARE: Final = 0.9
"""How much of a chart's width a line of its title may take; the shares below likewise."""
_BAR_LABEL_SHARE: Final = 0.4
_RADAR_LABEL_SHARE: Final = 0.25
_LEGEND_SHARE: Final = 0.8
_GAP: Final = 10.0
"""Points between parts of a chart, such as labels and bars."""
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
    """Room that texts take around the bars or the radar of a chart, in points.

    Attributes:
        left_side: room on the left.
        above: room above.
        right_side: room on the right.
        below: room below.
        least_height: the least height of the bars or the radar itself.
    """

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
        """Return the width of the longest line of all labels."""
        widths = []
        for lines in labels:
            for line in lines:
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
    """Return the layout of a chart: its lines, its height and the place of its bars or radar.

    Args:
        chart: the chart, with its texts as they are printed.
        values: the values of each category, which a radar has below its name.
        longest: the widest value printed at the end of a bar.
        family: font of its texts, measured by `face_metrics`.
    """
    measure = _Measure.of(family)
    width = chart.width * POINTS_PER_CM
    title = thai.wrap_lines(chart.title, measure.title_width, width * _TITLE_SHARE)
    if chart.kind == "bar":
        labels = _wrapped_categories(chart, measure, width * _BAR_LABEL_SHARE)
        room = _room_around_bars(chart, labels, longest, measure)
    else:
        categories = _wrapped_categories(chart, measure, width * _RADAR_LABEL_SHARE)
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
    """Return whether a chart has a legend: a single series needs none."""
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
    width_of_entries = sum(measure.width(series.name) + _LEGEND_KEY for series in chart.series)
    width_of_row = chart.width * POINTS_PER_CM * _LEGEND_SHARE
    rows = math.ceil(width_of_entries / width_of_row)
    return rows * (measure.line_height + _GAP)


def _room_around_bars(chart: DataChart, labels: _Labels, longest: str, measure: _Measure) -> _Room:
    """Return the room for the labels on the left, a value behind a bar, and the numbers of the axis below."""
    # A category has a bar for each series.
    lines_of_categories = [max(len(lines), len(chart.series)) + _LINES_BETWEEN_BARS for lines in labels]
    return _Room(
        left_side=measure.widest(labels) + 2 * _GAP,
        above=0,
        right_side=measure.width(longest) + 2 * _GAP,
        below=measure.line_height + _GAP,
        least_height=sum(lines_of_categories) * measure.line_height,
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
