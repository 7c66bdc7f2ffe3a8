"""A chart as SVG, for slides and the web: the same symbols in the same places as in the Word file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from esa_docs.flow.chart import Align, Box, ChartPage, Frame, Note, Point, Wire
from esa_docs.flow.graph import Shape

_MARGIN: Final = 6.0
_LINE: Final = 0.75
"""Thickness of lines, in points."""
_HEAD_LENGTH, _HEAD_HALF = 6.0, 2.6
"""Length and half the width of the head of an arrow, in points."""
_BASELINE: Final = 0.7
"""Where the baseline lies in a line of the TH Sarabun families, from its top, in heights of the line."""
_LINE_HEIGHT: Final = 1.31
"""Height of a line in sizes of its text, as Word sets TH SarabunPSK."""
_BETWEEN_PAGES: Final = 24.0
_GRID: Final = 21600
"""Units in the height of Word's shape of a document (ECMA-376, presetShapeDefinitions)."""
_WAVE_RIGHT, _WAVE_LOW, _WAVE_LEFT = 17322, 23922, 20172
"""Units from the top of the shape to its wave: right end, lowest control point, left end."""
_WAVE_LIFT: Final = 0.2
"""Heights of a line by which the text of a document stands above the middle, clear of the wave."""
_ANCHORS: Final[Mapping[Align, str]] = {"left": "start", "center": "middle", "right": "end"}


def chart_svg(
    pages: tuple[ChartPage, ...], title: str, family: str, faces: Mapping[str, bytes] | None = None
) -> str:
    """Draw a chart, its pages one below the other.

    Args:
        pages: the chart.
        title: subject of the chart, for those who cannot see it.
        family: font family of its text.
        faces: TrueType files to carry inside, by weight (``normal``, ``bold``); without them the reader's
            machine must have the family.
    """
    width = max(page.width for page in pages) + 2 * _MARGIN
    height_of_pages = sum(page.height + _BETWEEN_PAGES for page in pages) - _BETWEEN_PAGES
    height = height_of_pages + 2 * _MARGIN
    body = "".join(_pages_below_each_other(pages, width))
    style = _font_faces(family, faces) if faces else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}" height="{height:.2f}"'
        f' viewBox="0 0 {width:.2f} {height:.2f}" role="img" lang="th"'
        f" font-family={quoteattr(family)}><title>{escape(title)}</title>{style}"
        f'<rect width="100%" height="100%" fill="#fff"/>{body}</svg>\n'
    )


def _pages_below_each_other(pages: tuple[ChartPage, ...], width: float) -> Iterator[str]:
    top = _MARGIN
    for page in pages:
        page_left = (width - page.width) / 2
        content = "".join(_page(page))
        yield f'<g transform="translate({page_left:.2f} {top:.2f})">{content}</g>'
        top += page.height + _BETWEEN_PAGES


def _font_faces(family: str, faces: Mapping[str, bytes]) -> str:
    rules = [_font_face(family, weight, data) for weight, data in faces.items()]
    return f"<style>{''.join(rules)}</style>"


def _font_face(family: str, weight: str, data: bytes) -> str:
    source = f"url(data:font/ttf;base64,{b64encode(data).decode()})"
    return f"@font-face{{font-family:{quoteattr(family)};font-weight:{weight};src:{source}}}"


def _page(page: ChartPage) -> Iterator[str]:
    for wire in page.wires:
        yield _wire(wire)
    for box in page.boxes:
        yield _symbol(box)
        yield from _text_of_symbol(box, page)
    for note in page.notes:
        yield from _note(note, page.note_size)


def _symbol(box: Box) -> str:
    style = f'fill="#fff" stroke="#000" stroke-width="{_LINE}"'
    return f'<path d="{_outline(box.shape, box.frame)}" {style}/>'


def _outline(shape: Shape, frame: Frame) -> str:
    """Return the path of a symbol: the outline of the preset shape of the same name in Word."""
    match shape:
        case Shape.DECISION:
            return _diamond(frame)
        case Shape.TERMINATOR | Shape.CONNECTOR:
            return _round_ended(frame)
        case Shape.DOCUMENT:
            return _wavy_ended(frame)
        case Shape.SUBPROCESS:
            return _rectangle(frame) + _side_bars(frame)
        case Shape.PROCESS:
            return _rectangle(frame)


def _diamond(frame: Frame) -> str:
    middle_x, middle_y = frame.middle
    corners = ((frame.x, middle_y), (middle_x, frame.y), (frame.right, middle_y), (middle_x, frame.bottom))
    return f"{_polyline(corners)}Z"


def _round_ended(frame: Frame) -> str:
    """Return the path of a shape whose left and right end are half circles: a circle if it is square."""
    radius = min(frame.width, frame.height) / 2
    arc = f"A{radius:.2f} {radius:.2f} 0 0 1"
    arc_left = frame.x + radius
    arc_right = frame.right - radius
    upper_half = f"M{arc_left:.2f} {frame.y:.2f}H{arc_right:.2f}{arc} {arc_right:.2f} {frame.bottom:.2f}"
    lower_half = f"H{arc_left:.2f}{arc} {arc_left:.2f} {frame.y:.2f}Z"
    return upper_half + lower_half


def _wavy_ended(frame: Frame) -> str:
    """Return the path of a rectangle with a wave for its lower edge."""
    x, y, middle_x, right = frame.x, frame.y, frame.middle_x, frame.right
    wave_right = y + frame.height * _WAVE_RIGHT / _GRID
    wave_low = y + frame.height * _WAVE_LOW / _GRID
    wave_left = y + frame.height * _WAVE_LEFT / _GRID
    wave = f"C{middle_x:.2f} {wave_right:.2f} {middle_x:.2f} {wave_low:.2f} {x:.2f} {wave_left:.2f}"
    return f"M{x:.2f} {y:.2f}H{right:.2f}V{wave_right:.2f}{wave}Z"


def _rectangle(frame: Frame) -> str:
    return f"M{frame.x:.2f} {frame.y:.2f}H{frame.right:.2f}V{frame.bottom:.2f}H{frame.x:.2f}Z"


def _side_bars(frame: Frame) -> str:
    bar_width = frame.width / 8
    return _upright_line(frame, frame.x + bar_width) + _upright_line(frame, frame.right - bar_width)


def _upright_line(frame: Frame, x: float) -> str:
    return f"M{x:.2f} {frame.y:.2f}V{frame.bottom:.2f}"


def _polyline(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)


def _wire(wire: Wire) -> str:
    dash = ' stroke-dasharray="1.5 2"' if wire.dotted else ""
    head = _head(wire.points[-2], wire.points[-1])
    line = _polyline(wire.points)
    return f'<path d="{line}" fill="none" stroke="#000" stroke-width="{_LINE}"{dash}/><path d="{head}"/>'


def _head(before: Point, tip: Point) -> str:
    """Return the path of an arrow's head: a triangle at the tip; its base is towards the point before."""
    before_x, before_y = before
    x, y = tip
    if before_y == y:
        to_base = -_HEAD_LENGTH if x > before_x else _HEAD_LENGTH
        return f"M{x:.2f} {y:.2f}l{to_base:.2f} {_HEAD_HALF}v{-2 * _HEAD_HALF}Z"
    to_base = -_HEAD_LENGTH if y > before_y else _HEAD_LENGTH
    return f"M{x:.2f} {y:.2f}l{_HEAD_HALF} {to_base:.2f}h{-2 * _HEAD_HALF}Z"


def _text_of_symbol(box: Box, page: ChartPage) -> Iterator[str]:
    size = page.note_size if box.shape is Shape.CONNECTOR else page.size
    x, middle_y = box.frame.middle
    if box.shape is Shape.DOCUMENT:
        middle_y -= size * _LINE_HEIGHT * _WAVE_LIFT
    return _text(box.lines, x, middle_y, size, "center")


def _note(note: Note, size: float) -> Iterator[str]:
    frame = note.frame
    x = {"left": frame.x, "center": frame.middle_x, "right": frame.right}[note.align]
    return _text(note.lines, x, frame.middle_y, size, note.align)


def _text(lines: tuple[str, ...], x: float, middle_y: float, size: float, align: Align) -> Iterator[str]:
    """Generate the lines of a text, below each other around a middle.

    Args:
        lines: the text.
        x: where the lines begin, are centred or end, as ``align`` says.
        middle_y: middle of all lines together.
        size: size of the text in points.
        align: side on which the lines are flush.
    """
    pitch = size * _LINE_HEIGHT
    top = middle_y - pitch * len(lines) / 2
    # SVG breaks no lines: each is a text of its own, without the space at which it was broken.
    for number, line in enumerate(lines):
        baseline = top + pitch * (number + _BASELINE)
        place = f'x="{x:.2f}" y="{baseline:.2f}" font-size="{size:g}" text-anchor="{_ANCHORS[align]}"'
        yield f"<text {place}>{escape(line.strip())}</text>"
