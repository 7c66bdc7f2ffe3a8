"""How charts of numbers look: their texts; fills and lines that differ on grey paper too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from esa_docs.ooxml.shapes import emu

BLACK, GREY = "000000", "BFBFBF"


@dataclass(frozen=True, slots=True)
class TextLook:
    """How the texts of a chart look.

    Attributes:
        family: font of all text.
        size: points of the title; `small` of all else.
        small: points.
        thai_digits: whether numbers are printed in Thai digits.
    """

    family: str
    size: float
    small: float
    thai_digits: bool

    def properties(self, element: str, *, is_title: bool = False) -> str:
        """Write text properties under the name of an element, for both scripts."""
        size, bold = (self.size, 1) if is_title else (self.small, 0)
        family = quoteattr(self.family)
        fonts = "".join(f"<a:{script} typeface={family}/>" for script in ("latin", "ea", "cs"))
        return (
            f'<a:{element} lang="th-TH" sz="{round(size * 100)}" b="{bold}">{solid(BLACK)}{fonts}'
            f"</a:{element}>"
        )

    def body(self) -> str:
        """Write the text properties of a part of the chart."""
        paragraph = f"<a:p><a:pPr>{self.properties('defRPr')}</a:pPr>{self.properties('endParaRPr')}</a:p>"
        return f"<c:txPr><a:bodyPr/><a:lstStyle/>{paragraph}</c:txPr>"

    def number_format(self, decimals: int) -> str:
        """Write how numbers are printed; the sign of Thai (LCID 041E) with Thai digits is Excel's own."""
        code = "0." + "0" * decimals if decimals else "0"
        code = f"[$-D00041E]{code}" if self.thai_digits else code
        return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'


@dataclass(frozen=True, slots=True)
class Paint:
    """How a series is told from the others, on grey paper too.

    Attributes:
        fill: colour of its bars and markers; each of another lightness.
        dash: how its line is broken.
        marker: shape at each value.
    """

    fill: str
    dash: str
    marker: str


PAINTS: Final = (
    Paint("1F3864", "solid", "circle"),
    Paint("BDD7EE", "dash", "square"),
    Paint("5B9BD5", "sysDot", "triangle"),
    Paint("FFFFFF", "dashDot", "diamond"),
)


def stroke(points: float, *, colour: str = BLACK, dash: str = "solid") -> str:
    """Write a line as thick as points."""
    return f'<a:ln w="{emu(points)}">{solid(colour)}<a:prstDash val="{dash}"/></a:ln>'


def solid(colour: str) -> str:
    """Write a fill; the colour is red, green and blue in hexadecimal."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
