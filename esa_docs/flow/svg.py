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
_HEAD_LENGTH, _HEAD_HALF = 6.0, 2.6
_BASELINE: Final = 0.7
"""Where the baseline lies in a line of the TH Sarabun families, from its top, in heights of the line."""
_LINE_HEIGHT: Final = 1.31
_BETWEEN_PAGES: Final = 24.0


def chart_svg(
    pages: tuple[ChartPage, ...], title: str, family: str, faces: Mapping[str, bytes] | None = None
) -> str:
    """Draw a chart, its pages one below the other.

    Args:
        pages: the chart.
        title: what it shows, for those who cannot see it.
        family: font family of its text.
        faces: TrueType files to carry inside, by weight (``normal``, ``bold``); without them the reader's
            machine must have the family.
    """
    width = max(page.width for page in pages) + 2 * _MARGIN
    height = sum(page.height + _BETWEEN_PAGES for page in pages) - _BETWEEN_PAGES + 2 * _MARGIN
    body, top = [], _MARGIN
    for page in pages:
        left = (width - page.width) / 2
        body.append(f'<g transform="translate({left:.2f} {top:.2f})">{"".join(_page(page))}</g>')
        top += page.height + _BETWEEN_PAGES
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}" height="{height:.2f}"'
        f' viewBox="0 0 {width:.2f} {height:.2f}" role="img" lang="th"'
        f" font-family={quoteattr(family)}><title>{escape(title)}</title>{_font_faces(family, faces or {})}"
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(body)}</svg>\n'
    )


def _font_faces(family: str, faces: Mapping[str, bytes]) -> str:
    rules = [
        f"@font-face{{font-family:{quoteattr(family)};font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{b64encode(data).decode()})}}"
        for weight, data in faces.items()
    ]
    return f"<style>{''.join(rules)}</style>" if rules else ""


def _page(page: ChartPage) -> Iterator[str]:
    for wire in page.wires:
        yield _wire(wire)
    for box in page.boxes:
        yield _symbol(box)
        size = page.note_size if box.shape is Shape.CONNECTOR else page.size
        yield from _text(box.lines, box.frame.middle, size, "center", box.shape)
    for note in page.notes:
        yield from _note(note, page.note_size)


def _symbol(box: Box) -> str:
    style = f'fill="#fff" stroke="#000" stroke-width="{_LINE}"'
    return f'<path d="{_outline(box.shape, box.frame)}" {style}/>'


def _outline(shape: Shape, frame: Frame) -> str:
    x, y, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    middle_x, middle_y = frame.middle
    width, height = frame.width, frame.height
    radius = min(width, height) / 2
    if shape is Shape.DECISION:
        corners = ((x, middle_y), (middle_x, y), (right, middle_y), (middle_x, bottom))
        return "M" + "L".join(f"{a:.2f} {b:.2f}" for a, b in corners) + "Z"
    if shape in {Shape.TERMINATOR, Shape.CONNECTOR}:
        arc = f"A{radius:.2f} {radius:.2f} 0 0 1"
        return (
            f"M{x + radius:.2f} {y:.2f}H{right - radius:.2f}{arc} {right - radius:.2f} {bottom:.2f}"
            f"H{x + radius:.2f}{arc} {x + radius:.2f} {y:.2f}Z"
        )
    if shape is Shape.DOCUMENT:
        side, low, end = (y + height * share / 21600 for share in (17322, 23922, 20172))
        curve = f"C{middle_x:.2f} {side:.2f} {middle_x:.2f} {low:.2f} {x:.2f} {end:.2f}"
        return f"M{x:.2f} {y:.2f}H{right:.2f}V{side:.2f}{curve}Z"
    bars = "".join(f"M{bar:.2f} {y:.2f}V{bottom:.2f}" for bar in (x + width / 8, right - width / 8))
    return f"M{x:.2f} {y:.2f}H{right:.2f}V{bottom:.2f}H{x:.2f}Z" + (bars if shape is Shape.SUBPROCESS else "")


def _wire(wire: Wire) -> str:
    line = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in wire.points)
    dash = ' stroke-dasharray="1.5 2"' if wire.dotted else ""
    head = _head(wire.points[-2], wire.points[-1])
    return f'<path d="{line}" fill="none" stroke="#000" stroke-width="{_LINE}"{dash}/><path d="{head}"/>'


def _head(before: Point, tip: Point) -> str:
    (x, y), level = tip, before[1] == tip[1]
    back = _HEAD_LENGTH if (tip > before if level else tip[1] > before[1]) else -_HEAD_LENGTH
    if level:
        return f"M{x:.2f} {y:.2f}l{-back:.2f} {_HEAD_HALF}v{-2 * _HEAD_HALF}Z"
    return f"M{x:.2f} {y:.2f}l{_HEAD_HALF} {-back:.2f}h{-2 * _HEAD_HALF}Z"


def _note(note: Note, size: float) -> Iterator[str]:
    frame = note.frame
    x = {"left": frame.x, "center": frame.middle[0], "right": frame.right}[note.align]
    return _text(note.lines, (x, frame.middle[1]), size, note.align, None)


def _text(
    lines: tuple[str, ...], middle: Point, size: float, align: Align, shape: Shape | None
) -> Iterator[str]:
    anchor = {"left": "start", "center": "middle", "right": "end"}[align]
    pitch = size * _LINE_HEIGHT
    centre = middle[1] - (pitch * 0.2 if shape is Shape.DOCUMENT else 0)
    top = centre - pitch * len(lines) / 2
    for number, line in enumerate(lines):
        y = top + pitch * (number + _BASELINE)
        yield (
            f'<text x="{middle[0]:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}">'
            f"{escape(line.strip())}</text>"
        )
