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
    """A rectangle on paper."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Box:
    """A symbol with its text.

    Attributes:
        name: the step's id; of a connector, its letter.
        shape: which symbol.
        frame: where it stands.
        lines: its text, line by line; joined they are the step's text.
    """

    name: str
    shape: Shape
    frame: Frame
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow: a line of level and upright pieces that ends in a head."""

    source: str
    target: str
    points: tuple[Point, ...]
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Text beside the symbols: who is responsible, how long it takes, words at an arrow."""

    frame: Frame
    lines: tuple[str, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class ChartPage:
    """What stands on one page.

    Attributes:
        width: width of the drawing in points.
        height: height of the drawing in points.
        size: size of the text in symbols, in points.
        note_size: size of the text beside them.
        boxes: symbols, from top to bottom.
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
