"""How much room the texts of a chart of numbers take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.fonts.metrics import FaceMetrics

TITLE_SIZE: Final = 16.0
"""Points."""
TEXT_SIZE: Final = 14.0
"""Points, of all texts but the title."""

Labels = tuple[tuple[str, ...], ...]
"""The lines of each category."""


@dataclass(frozen=True, slots=True)
class Room:
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
class Measure:
    """The faces by which the texts of a chart are measured: that of its title, and that of all others."""

    bold: FaceMetrics
    regular: FaceMetrics
    text_size: float = TEXT_SIZE

    @classmethod
    def of(cls, family: str, text_size: float = TEXT_SIZE) -> Measure:
        """Return the measure of a font family, with texts of a size in points."""
        return cls(face_metrics(family, FaceStyle.BOLD), face_metrics(family, FaceStyle.REGULAR), text_size)

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return self.regular.width(text, self.text_size)

    def title_width(self, text: str) -> float:
        """Return the width of a line of the title in points."""
        return self.bold.width(text, TITLE_SIZE)

    def widest(self, labels: Labels) -> float:
        """Return the width of the longest line of all labels."""
        widths = []
        for lines in labels:
            for line in lines:
                # Spaces at the end of a line take no room.
                widths.append(self.width(line.rstrip(" ")))
        return max(widths)

    @property
    def line_height(self) -> float:
        """The height of a line in points."""
        return self.regular.line_height(self.text_size)

    @property
    def title_line_height(self) -> float:
        """The height of a line of the title in points."""
        return self.bold.line_height(TITLE_SIZE)
