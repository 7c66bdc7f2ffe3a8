"""Procedures for the tests of flow charts, and a measure of text that is easy to work out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from esa_docs.flow.chart import Box, ChartPage, Frame, Note, Point, Wire
from esa_docs.kinds.manual.content import Work
from esa_docs.model.area import Area

AREA = Area(450.0, 670.0)


class SquareLetters:
    """Every letter is half as wide as the size, every line as high as the size and a quarter."""

    def width(self, text: str, size: float) -> float:
        return len(text) * size / 2

    def line_height(self, size: float) -> float:
        return size * 1.25


def work(rows: Sequence[dict[str, Any] | str], **flow: Any) -> Work:
    """Return a work of these rows; a text is a row of that name."""
    table = []
    for row in rows:
        keys = {"step": row} if isinstance(row, str) else row
        table.append({"detail": "ง", "owner": "เจ้าหน้าที่", **keys})
    return Work.model_validate(
        {
            "name": "งานทดสอบ",
            "objectives": ["ก"],
            "scope": [{"text": "ข"}],
            "steps": [{"text": "ค"}],
            "table": table,
            "flow": flow,
        }
    )


def decision(step: str, back_to: int) -> dict[str, Any]:
    return {"step": step, "shape": "decision", "back_to": str(back_to)}


def thirty_steps() -> Work:
    """Return a procedure of 30 steps with three decisions and two ways back."""
    rows: list[dict[str, Any] | str] = [f"ขั้นที่ {number}" for number in range(1, 31)]
    rows[4] = decision("พิจารณาครั้งแรก", 3)
    rows[16] = decision("พิจารณาครั้งที่สอง", 15)
    rows[25] = {"step": "ครบถ้วนหรือไม่", "shape": "decision"}
    edges = [
        {"from": "26", "to": "27", "label": "ใช่"},
        {"from": "26", "to": "30", "label": "ไม่ใช่"},
        {"from": "29", "to": "30"},
        {"from": "29", "to": "8", "label": "ปีถัดไป", "dotted": True},
    ]
    return work(rows, edges=edges)


def pieces(wire: Wire) -> list[tuple[Point, Point]]:
    return list(zip(wire.points, wire.points[1:], strict=False))


def crosses(piece: tuple[Point, Point], frame: Frame, slack: float = 0.5) -> bool:
    """Return whether a level or upright piece passes through the inside of a frame."""
    (x, y), (to_x, to_y) = sorted(piece)
    inside_x = x < frame.right - slack and to_x > frame.x + slack
    inside_y = min(y, to_y) < frame.bottom - slack and max(y, to_y) > frame.y + slack
    return inside_x and inside_y


def overlap(first: Frame, second: Frame, slack: float = 0.5) -> bool:
    overlap_in_x = first.x < second.right - slack and second.x < first.right - slack
    overlap_in_y = first.y < second.bottom - slack and second.y < first.bottom - slack
    return overlap_in_x and overlap_in_y


def box(page: ChartPage, name: str) -> Box:
    """Return the box of a step of a page."""
    return {box.name: box for box in page.boxes}[name]


def note(page: ChartPage, text: str) -> Note:
    """Return the first note of a page that has this text on one line."""
    return next(note for note in page.notes if note.lines == (text,))
