"""The symbols of ISO 5807: how much room each has for text, and where arrows may touch it.

Word fixes the text rectangle of each preset shape (ECMA-376, presetShapeDefinitions): the inner half of a
diamond, the inner three quarters of a predefined process, the upper part of a document above its wave.
"""

from __future__ import annotations

import math
from typing import Final

from esa_docs.flow.chart import Frame
from esa_docs.flow.graph import Shape

INSET: Final = 3.0
"""Points between a symbol's text rectangle and its text, on each side."""

# Shares of the width and the height of a symbol that its text rectangle takes; a shape not named has all.
_WIDTH_SHARE: Final = {Shape.DECISION: 0.5, Shape.SUBPROCESS: 0.75, Shape.TERMINATOR: 0.9}
_HEIGHT_SHARE: Final = {Shape.DECISION: 0.5, Shape.DOCUMENT: 17322 / 21600, Shape.TERMINATOR: 0.9}
_PORT_SHARE: Final = {Shape.DECISION: 0.5, Shape.TERMINATOR: 0.5, Shape.CONNECTOR: 0.5, Shape.DOCUMENT: 0.75}
"""Share of the height in which arrows may touch the right side; a shape not named has all."""
_DOCUMENT_FOOT: Final = 20153 / 21600
"""Share of the height of a document above its wave, at the middle of the wave."""


def text_width(shape: Shape, width: float) -> float:
    """Return the room for a line of text in a symbol of a width."""
    return width * _WIDTH_SHARE.get(shape, 1.0) - 2 * INSET


def height_for_text(shape: Shape, text_height: float) -> float:
    """Return the height that a symbol needs for text of a height."""
    inset = 0.0 if shape is Shape.DECISION else 2 * INSET
    return (text_height + inset) / _HEIGHT_SHARE.get(shape, 1.0)


def terminator_width(line_width: float, height: float) -> float:
    """Return the width of a terminator around a line of text; its round ends add half its height each."""
    return line_width / _WIDTH_SHARE[Shape.TERMINATOR] + 2 * INSET + height


def foot(shape: Shape, frame: Frame) -> float:
    """Return where an arrow downward leaves a symbol, as points from the top of the page."""
    if shape is Shape.DOCUMENT:
        return frame.y + frame.height * _DOCUMENT_FOOT
    return frame.bottom


def right_side(shape: Shape, frame: Frame, y: float) -> float:
    """Return where the right side of a symbol is, as points from the left, at a height of the page.

    Args:
        shape: the symbol.
        frame: its place.
        y: the height, as points from the top of the page.
    """
    offset = abs(y - frame.middle_y)
    if shape is Shape.DECISION:
        return frame.right - frame.width * offset / frame.height
    if shape in {Shape.TERMINATOR, Shape.CONNECTOR}:
        radius = frame.height / 2
        return frame.right - radius + math.sqrt(max(radius**2 - offset**2, 0.0))
    return frame.right


def height_for_ports(shape: Shape, count: int, distance: float) -> float:
    """Return the height that a symbol needs so that the arrows at its right side are a distance apart.

    Zero if it has no second arrow: one arrow needs no more room than the text.

    Args:
        shape: the symbol.
        count: number of arrows that touch its right side.
        distance: points from each arrow to the next.
    """
    if count <= 1:
        return 0.0
    return distance * (count + 1) / _PORT_SHARE.get(shape, 1.0)


def right_ports(shape: Shape, frame: Frame, count: int) -> list[float]:
    """Return where ``count`` arrows touch the right side of a symbol, as points from the top of the page."""
    if count == 1 and shape is not Shape.DOCUMENT:
        return [frame.middle_y]
    room = frame.height * _PORT_SHARE.get(shape, 1.0)
    if shape is Shape.DOCUMENT:
        # Its right side ends above the wave, so the room for arrows begins at the top.
        top = frame.y
    else:
        top = frame.middle_y - room / 2
    ports = []
    for number in range(1, count + 1):
        ports.append(top + room * number / (count + 1))
    return ports
