"""Where the texts of a chart of numbers stand: lines ended by us, and the room they leave to bars or radar.

Programs break Thai lines differently, some inside words, and draw over each other what has no room.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import FaceMetrics, load_metrics
from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_xml import ChartLayout
from esa_docs.ooxml.pictures import POINTS_PER_CM
from esa_docs.word.theme import SHIPPED_FONT

TITLE_SIZE, TEXT_SIZE = 16.0, 14.0
"""Points."""

_TITLE_SHARE, _BAR_SHARE, _RADAR_SHARE, _LEGEND_SHARE = 0.9, 0.4, 0.25, 0.8
"""How much of a chart's width a line of its title, of a category or of the legend may take."""
_GAP: Final = 10.0
"""Points between what belongs to different things."""
_LEGEND_KEY: Final = 3 * _GAP
_BETWEEN: Final = 0.6
"""Lines of room between the labels of bars."""
_RADAR: Final = 6.5 * POINTS_PER_CM
"""Points: the smallest radar whose labels do not meet."""

_Labels = tuple[tuple[str, ...], ...]
"""The lines of each category."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Points that a chart leaves on each side, and the least height of its bars or radar."""

    left: float
    above: float
    right: float
    below: float
    least: float


@dataclass(frozen=True, slots=True)
class _Measure:
    """The faces of a chart as they are measured: that of its title and that of all other text."""

    bold: FaceMetrics
    regular: FaceMetrics

    @classmethod
    def of(cls, family: str) -> _Measure:
        return cls(_face(family, FaceStyle.BOLD), _face(family, FaceStyle.REGULAR))

    def width(self, text: str) -> float:
        return self.regular.width(text, TEXT_SIZE)

    def title_width(self, text: str) -> float:
        return self.bold.width(text, TITLE_SIZE)

    def widest(self, labels: _Labels) -> float:
        return max(self.width(line.rstrip(" ")) for lines in labels for line in lines)

    @property
    def line(self) -> float:
        return self.regular.line_height(TEXT_SIZE)

    @property
    def title_line(self) -> float:
        return self.bold.line_height(TITLE_SIZE)


def lay_out_data_chart(chart: DataChart, values: tuple[str, ...], longest: str, family: str) -> ChartLayout:
    """Set a chart: its lines, its height and the place of its bars or radar.

    Args:
        chart: with its texts as they are printed.
        values: printed in a radar below each category.
        longest: the widest value printed at the end of a bar.
        family: font of its texts; one of which no numbers are known is measured as the one drawn most alike.
    """
    measure, width = _Measure.of(family), chart.width * POINTS_PER_CM
    title = thai.wrap_lines(chart.title, measure.title_width, width * _TITLE_SHARE)
    share = _BAR_SHARE if chart.kind == "bar" else _RADAR_SHARE
    labels = tuple(thai.wrap_lines(one, measure.width, width * share) for one in chart.categories)
    above = len(title) * measure.title_line + 2 * _GAP
    below = _legend(chart, measure)
    if chart.kind == "bar":
        room = _around_bars(chart, labels, longest, measure)
    else:
        labels = tuple((*lines, value) for lines, value in zip(labels, values, strict=True))
        room = _around_radar(labels, measure)
    above, below = above + room.above, below + room.below
    height = max(chart.height * POINTS_PER_CM, above + room.least + below)
    place = (room.left / width, above / height)
    inner = (1 - (room.left + room.right) / width, 1 - (above + below) / height)
    return ChartLayout(title, tuple(map("\n".join, labels)), height / POINTS_PER_CM, *place, *inner)


def _face(family: str, style: FaceStyle) -> FaceMetrics:
    known = load_metrics(family, style) or load_metrics(SHIPPED_FONT, style)
    assert known is not None, "the package carries these numbers"  # noqa: S101
    return known


def _legend(chart: DataChart, measure: _Measure) -> float:
    """Give the height of the legend, whose entries stand side by side; a single series needs none."""
    if len(chart.series) == 1:
        return 0
    entries = sum(measure.width(one.name) + _LEGEND_KEY for one in chart.series)
    rows = math.ceil(entries / (chart.width * POINTS_PER_CM * _LEGEND_SHARE))
    return rows * (measure.line + _GAP)


def _around_bars(chart: DataChart, labels: _Labels, longest: str, measure: _Measure) -> _Room:
    """Leave room left for the labels, right for a value at the end of a bar, below for those of the axis."""
    rows = sum(max(len(lines), len(chart.series)) + _BETWEEN for lines in labels)
    left, right = measure.widest(labels) + 2 * _GAP, measure.width(longest) + 2 * _GAP
    return _Room(left, 0, right, measure.line + _GAP, rows * measure.line)


def _around_radar(labels: _Labels, measure: _Measure) -> _Room:
    """Leave room for the labels all around; the first stands above."""
    side, above, below = measure.widest(labels) + _GAP, len(labels[0]) + 1, max(map(len, labels[1:]))
    return _Room(side, above * measure.line, side, below * measure.line, _RADAR)
