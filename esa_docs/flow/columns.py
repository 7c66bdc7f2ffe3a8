"""The columns and rows of a page of a chart, before it is known how high each row stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from esa_docs.flow.chart import Frame
from esa_docs.flow.graph import Node
from esa_docs.flow.lanes import Lanes

_GUTTER: Final = 8.0
"""Points between columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands beside each other, from the left; all widths are in points.

    Attributes:
        owner: width of the column of those responsible; zero if none of them is printed.
        box: width of the column of symbols.
        time: width of the column of times; zero if none of them is printed.
        lanes: lanes for arrows between the symbols and the times.
    """

    owner: float
    box: float
    time: float
    lanes: Lanes

    @property
    def box_left(self) -> float:
        """Where the column of symbols begins."""
        return width_with_gutter(self.owner)

    @property
    def box_middle(self) -> float:
        """Where the middle of the column of symbols is."""
        return self.box_left + self.box / 2

    @property
    def box_right(self) -> float:
        """Where the column of symbols ends."""
        return self.box_left + self.box

    @property
    def time_left(self) -> float:
        """Where the column of times begins."""
        return self.box_right + self.lanes.width + _GUTTER

    @property
    def width(self) -> float:
        """Width of all columns together."""
        if self.time:
            return self.time_left + self.time
        return self.box_right + self.lanes.width


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its texts broken into lines.

    Attributes:
        node: the step.
        lines: lines of the text in its symbol.
        owner: lines of those responsible; empty if they are not printed.
        time: lines of its time; empty if it is not printed.
        symbol: place and size of its symbol, as if the page began there.
        height: height of the row in points, its notes included.
    """

    node: Node
    lines: tuple[str, ...]
    owner: tuple[str, ...]
    time: tuple[str, ...]
    symbol: Frame
    height: float


def width_with_gutter(width: float) -> float:
    """Return the width of a column and its gutter; an empty column has no gutter."""
    return width + _GUTTER if width else 0.0
