"""How charts of numbers look: their texts; fills and lines that differ on grey paper too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from esa_docs.ooxml.data_chart import ValueForm
from esa_docs.ooxml.shapes import emu

BLACK, GREY, DARK = "000000", "BFBFBF", "1F3864"
_UNITS_OF_A_DEGREE: Final = 60_000


@dataclass(frozen=True, slots=True)
class TextLook:
    """The look of the texts of a chart.

    Attributes:
        family: font of all text.
        title_size: size of the title in points.
        text_size: size of all other text in points.
        thai_digits: whether numbers are printed in Thai digits.
    """

    family: str
    title_size: float
    text_size: float
    thai_digits: bool

    def properties(self, element: str, *, is_title: bool = False) -> str:
        """Return text properties as an element.

        Args:
            element: name of the element, such as ``rPr``.
            is_title: whether they are those of the title.
        """
        if is_title:
            size, bold = self.title_size, 1
        else:
            size, bold = self.text_size, 0
        # A chart does not take its font from the styles of the document. Thai takes the font of ``cs``.
        family = quoteattr(self.family)
        fonts = f"<a:latin typeface={family}/><a:ea typeface={family}/><a:cs typeface={family}/>"
        attributes = f'lang="th-TH" sz="{round(size * 100)}" b="{bold}"'
        return f"<a:{element} {attributes}>{solid(BLACK)}{fonts}</a:{element}>"

    def body(self, *, turned: int | None = None) -> str:
        """Return the text properties of a part of the chart.

        Args:
            turned: by how many degrees texts are turned, clockwise; None leaves it to the program.
        """
        turn = "" if turned is None else f' rot="{turned * _UNITS_OF_A_DEGREE}" vert="horz"'
        paragraph = f"<a:p><a:pPr>{self.properties('defRPr')}</a:pPr>{self.properties('endParaRPr')}</a:p>"
        return f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/>{paragraph}</c:txPr>"

    def number_format(self, decimals: int, form: ValueForm | None = None) -> str:
        """Return the number format of values with a number of decimal places, in a form."""
        return f'<c:numFmt formatCode="{self.format_code(decimals, form)}" sourceLinked="0"/>'

    def share_format(self) -> str:
        """Return the number format of shares of a whole, with a decimal place: programs reckon them."""
        code = "[$-D00041E]0.0%" if self.thai_digits else "0.0%"
        return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'

    def format_code(self, decimals: int, form: ValueForm | None) -> str:
        """Return the number format as Excel writes it."""
        code = "0" if form is None else "#,##0"
        if decimals:
            code += "." + "0" * decimals
        if form is not None and form.sign:
            # A sign of per cent without the backslash would take the number for a share of one.
            code += f"\\{form.sign}"
        if self.thai_digits:
            # Excel's own sign for Thai (LCID 041E) with Thai digits. LibreOffice draws them too (measured).
            code = f"[$-D00041E]{code}"
        return code


@dataclass(frozen=True, slots=True)
class Paint:
    """The look of a series.

    Attributes:
        fill: colour of its bars and markers.
        dash: how its line is broken.
        marker: shape at each value.
    """

    fill: str
    dash: str
    marker: str


# Series must differ on grey paper too: each has another lightness, another line and another marker.
PAINTS: Final = (
    Paint("1F3864", "solid", "circle"),
    Paint("BDD7EE", "dash", "square"),
    Paint("5B9BD5", "sysDot", "triangle"),
    Paint("FFFFFF", "dashDot", "diamond"),
)

HATCHES: Final = frozenset({"wdUpDiag", "dkHorz", "lgGrid"})
SLICES: Final = (
    *("1F3864", "FFFFFF", "5B9BD5", "wdUpDiag"),
    *("BDD7EE", "dkHorz", "7F7F7F", "lgGrid"),
)
"""Colours and hatches of the slices of a pie, in the order of the slices: neighbours differ on grey paper."""


def stroke(points: float, *, colour: str = BLACK, dash: str = "solid") -> str:
    """Return a line of a thickness in points."""
    return f'<a:ln w="{emu(points)}">{solid(colour)}<a:prstDash val="{dash}"/></a:ln>'


def solid(colour: str) -> str:
    """Return a fill; the colour is red, green and blue in hexadecimal."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def hatched(pattern: str) -> str:
    """Return a fill of dark lines or dots on white, by the name of its pattern (ECMA-376, 20.1.10.51)."""
    colours = f'<a:fgClr><a:srgbClr val="{DARK}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    return f'<a:pattFill prst="{pattern}">{colours}</a:pattFill>'


def slice_fill(number: int) -> str:
    """Return the fill of a slice of a pie, by its number from 0."""
    name = SLICES[number % len(SLICES)]
    return hatched(name) if name in HATCHES else solid(name)
