"""The places of the texts of a chart of numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """The places of the texts of a chart, and of its bars, lines, pie or radar.

    Attributes:
        title: lines of the title.
        labels: names of the categories, with a line feed where a line ends.
        chart_height: height of the whole chart in centimetres.
        x: left edge of the bars or the radar without the texts around, as a fraction of the chart's width.
        y: upper edge of the bars or the radar, as a fraction of the chart's height.
        width: width of the bars or the radar, as a fraction of the chart's width.
        height: height of the bars or the radar, as a fraction of the chart's height.
        has_values: whether the values stand at the bars or the lines.
        is_turned: whether the names of the categories are turned, to be read from below.
    """

    title: tuple[str, ...]
    labels: tuple[str, ...]
    chart_height: float

    x: float
    y: float
    width: float
    height: float
    has_values: bool = True
    is_turned: bool = False
