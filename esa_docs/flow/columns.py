"""The columns of a page of a chart, and its rows before they have their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from esa_docs.flow.graph import Node
from esa_docs.flow.lanes import Lanes

_GUTTER: Final = 8.0
"""Points between columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a page, from the left; all widths are in points.

    Attributes:
        owner_width: width of the column of those responsible; zero if none of them is printed.
        box_width: width of the column of symbols.
        time_width: width of the column of times; zero if none of them is printed.
        lanes: lanes for arrows between the symbols and the times.
    """

    owner_width: float
    box_width: float
    time_width: float
    lanes: Lanes

    @property
    def box_left(self) -> float:
        """Where the column of symbols begins."""
        return width_with_gutter(self.owner_width)

    @property
    def box_middle(self) -> float:
        """Where the middle of the column of symbols is."""
        return self.box_left + self.box_width / 2

    @property
    def box_right(self) -> float:
        """Where the column of symbols ends."""
        return self.box_left + self.box_width

    @property
    def time_left(self) -> float:
        """Where the column of times begins."""
        return self.box_right + self.lanes.width + _GUTTER

    @property
    def width(self) -> float:
        """Width of all columns together."""
        if self.time_width:
            return self.time_left + self.time_width
        return self.box_right + self.lanes.width


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its texts broken into lines.

    Attributes:
        node: the step.
        lines: lines of the text in its symbol.
        owner_lines: lines of those responsible; empty if they are not printed.
        time_lines: lines of its time; empty if it is not printed.
        symbol_width: width of its symbol in points.
        symbol_height: height of its symbol in points.
        height: height of the row in points, its notes included.
    """

    node: Node
    lines: tuple[str, ...]
    owner_lines: tuple[str, ...]
    time_lines: tuple[str, ...]
    symbol_width: float
    symbol_height: float
    height: float


def width_with_gutter(width: float) -> float:
    """Return the width of a column and its gutter; an empty column has no gutter."""
    return width + _GUTTER if width else 0.0
