"""The symbols of ISO 5807: how much room text has in each, and where arrows may touch it.

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

_WIDTH_SHARE: Final = {Shape.DECISION: 0.5, Shape.SUBPROCESS: 0.75, Shape.TERMINATOR: 0.9}
_HEIGHT_SHARE: Final = {Shape.DECISION: 0.5, Shape.DOCUMENT: 17322 / 21600, Shape.TERMINATOR: 0.9}
_PORT_SHARE: Final = {Shape.DECISION: 0.5, Shape.TERMINATOR: 0.5, Shape.CONNECTOR: 0.5, Shape.DOCUMENT: 0.75}
_DOCUMENT_FOOT: Final = 20153 / 21600
"""Where the wave of a document stands at its middle."""


def text_width(shape: Shape, width: float) -> float:
    """Give the room for a line of text in a symbol of a width."""
    return width * _WIDTH_SHARE.get(shape, 1.0) - 2 * INSET


def symbol_height(shape: Shape, text_height: float) -> float:
    """Give the height a symbol needs for its text."""
    inset = 0.0 if shape is Shape.DECISION else 2 * INSET
    return (text_height + inset) / _HEIGHT_SHARE.get(shape, 1.0)


def foot(shape: Shape, frame: Frame) -> float:
    """Give the height at which an arrow leaves a symbol downward."""
    return frame.y + frame.height * (_DOCUMENT_FOOT if shape is Shape.DOCUMENT else 1.0)


def right_side(shape: Shape, frame: Frame, y: float) -> float:
    """Give where the right side of a symbol is at a height."""
    off = abs(y - frame.middle[1])
    if shape is Shape.DECISION:
        return frame.right - frame.width * off / frame.height
    radius = frame.height / 2
    if shape in {Shape.TERMINATOR, Shape.CONNECTOR}:
        return frame.right - radius + math.sqrt(max(radius**2 - off**2, 0.0))
    return frame.right


def height_for_ports(shape: Shape, count: int, apart: float) -> float:
    """Give the height at which ``count`` arrows at a symbol's right side are so far apart."""
    return apart * (count + 1) / _PORT_SHARE.get(shape, 1.0) if count > 1 else 0.0


def right_ports(shape: Shape, frame: Frame, count: int) -> list[float]:
    """Give the heights at which ``count`` arrows touch a symbol's right side, from top to bottom."""
    share = {Shape.DECISION: 0.5, Shape.TERMINATOR: 0.5, Shape.CONNECTOR: 0.5, Shape.DOCUMENT: 0.75}.get(
        shape, 1.0
    )
    room = frame.height * share
    top = frame.y if shape is Shape.DOCUMENT else frame.middle[1] - room / 2
    if count == 1 and shape is not Shape.DOCUMENT:
        return [frame.middle[1]]
    return [top + room * (number + 1) / (count + 1) for number in range(count)]
