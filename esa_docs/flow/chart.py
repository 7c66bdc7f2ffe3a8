"""A drawn flow chart: where everything stands on paper, in points from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from esa_docs.flow.graph import Shape

Point = tuple[float, float]
"""Right and down from the corner, in points."""

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on paper.

    Attributes:
        x: where its left edge is.
        y: where its upper edge is.
        width: width in points.
        height: height in points.
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where its right edge is."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where its lower edge is."""
        return self.y + self.height

    @property
    def middle_x(self) -> float:
        """Where its centre is, from the left."""
        return self.x + self.width / 2

    @property
    def middle_y(self) -> float:
        """Where its centre is, from the top."""
        return self.y + self.height / 2

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.middle_x, self.middle_y


@dataclass(frozen=True, slots=True)
class Box:
    """A symbol with its text.

    Attributes:
        name: id of the step; of a connector, the word ``connector`` and its letter.
        shape: which symbol.
        frame: where it stands.
        lines: its text, line by line; the joined lines are the text of the step.
    """

    name: str
    shape: Shape
    frame: Frame
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow: a line of level and upright pieces that ends in a head.

    Attributes:
        source: name of the box that it leaves.
        target: name of the box to which it leads.
        points: ends of its pieces, from the source to the head.
        dotted: whether its line is dotted.
    """

    source: str
    target: str
    points: tuple[Point, ...]
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Text beside the symbols: who is responsible, how long it takes, words at an arrow.

    Attributes:
        frame: where it stands.
        lines: its text, line by line.
        align: side of the frame on which its lines are flush.
    """

    frame: Frame
    lines: tuple[str, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class ChartPage:
    """All symbols, arrows and notes of one page.

    Attributes:
        width: width of the drawing in points.
        height: height of the drawing in points.
        size: size of the text in symbols, in points.
        note_size: size of the text beside them, in points.
        boxes: symbols of the column from top to bottom, then connectors beside the column.
        wires: arrows.
        notes: text beside symbols and arrows.
    """

    width: float
    height: float
    size: float
    note_size: float
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    notes: tuple[Note, ...]
