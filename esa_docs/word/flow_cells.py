"""A flow chart taken apart: the symbol of each row for its cell in a table, with the lines to the next.

A line leaves a symbol at the foot of its cell and enters the next one at its head. Other ways, such as that
of ไม่เห็นชอบ, are said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from esa_docs import thai
from esa_docs.flow.chart import Align, Frame
from esa_docs.flow.graph import END, START, Edge, Graph, Node, Shape
from esa_docs.flow.symbols import INSET, foot, height_for_text, terminator_width, text_width
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.ooxml.shapes import arrow, inline_group, inline_shape, symbol, text_box
from esa_docs.word.drawings import Drawing, first_id
from esa_docs.word.flow_charts import PRESETS, lines_paragraph, printed_graph, rectangle_of

SIZE: Final = 12.0
"""Points of the text: charts of offices are read at arm's length, and 12 is the least."""
_LINE: Final = 14.0
"""Points of a line between two symbols, at least."""
_NOTE_GAP: Final = 3.0
"""Points between a line and the words beside it."""
_LEAST_GAP: Final = 2.0
_ROOM_OF_ENDS: Final = 4.0
"""Points between the start and the head of its cell, and between the end and the foot of its cell."""


@dataclass(frozen=True, slots=True)
class CellRoom:
    """The room of the cells of a chart.

    Attributes:
        width: width of the column without its margins, in points.
        heights: what the other cells of each row need, in points.
    """

    width: float
    heights: Sequence[float]


def draw_cells(
    graph: Graph, ids: Sequence[str], room: CellRoom, family: str, numerals: thai.Numerals, first: int
) -> tuple[Drawing, ...]:
    """Draw the symbol of each row of a table.

    Args:
        graph: the procedure.
        ids: steps of the rows, in order.
        room: room of the cells.
        family: font of the document.
        numerals: digits of the document.
        first: how many drawings the document has before these.
    """
    chart = _Chart(printed_graph(graph, numerals), tuple(ids), room, family, numerals)
    return tuple(chart.drawing(index, first + index) for index in range(len(ids)))


@dataclass(slots=True)
class _Parts:
    """What a drawing is made of, from top to bottom: XML of its shapes, and how far down they reach."""

    numbers: Iterator[int]
    shapes: list[str] = field(default_factory=list)
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class _Chart:
    graph: Graph
    ids: tuple[str, ...]
    room: CellRoom
    family: str
    numerals: thai.Numerals

    def drawing(self, index: int, number: int) -> Drawing:
        """Return the drawing of a row.

        Args:
            index: that of the row.
            number: how many drawings the document has before it.
        """
        node = self._node(self.ids[index])
        ways = list(self.graph.ways_from(node.id))
        parts = _Parts(count(first_id(number) + 1))
        if index == 0:
            self._add_room(parts)
            self._draw_end(START, parts)
        self._draw_way_in(index, parts)
        frame = self._draw_symbol(node, parts)
        onward = self._onward(index)
        further_ways = [way for way in ways if way is not onward]
        self._draw_ways_out(index, onward, further_ways, frame, parts)
        words = [self._words(way) for way in further_ways]
        description = ", ".join([node.text, *words])
        size = (self.room.width, parts.bottom)
        name = f"Flow chart {number + 1}"
        group_id = first_id(number)
        # LibreOffice 7.4 crashes at a group of one shape.
        draw = inline_shape if len(parts.shapes) == 1 else inline_group
        run = draw(group_id, name, description, size, "".join(parts.shapes))
        return Drawing(run, (node.text, *words))

    def _node(self, name: str) -> Node:
        return next(node for node in self.graph.nodes if node.id == name)

    def _onward(self, index: int) -> Edge | None:
        """Return the way to the next row, or from the last one to the end; None where there is none."""
        is_last = index == len(self.ids) - 1
        target = END if is_last else self.ids[index + 1]
        for way in self.graph.ways_from(self.ids[index]):
            if way.target == target:
                return way
        return None

    def _words(self, way: Edge) -> str:
        """Return in words where a way leads."""
        if way.target in self.ids:
            place = thai.apply_numerals(f"ลำดับที่ {self.ids.index(way.target) + 1}", self.numerals)
        else:
            place = self._node(way.target).text
        return f"{way.label} ไป{place}".strip()

    def _draw_end(self, name: str, parts: _Parts) -> None:
        """Draw the start or the end of the procedure."""
        text = self._node(name).text
        lines = self._lines(text, text_width(Shape.TERMINATOR, self.room.width))
        height = height_for_text(Shape.TERMINATOR, self._height(lines))
        longest = max(map(self._width, lines))
        width = min(terminator_width(longest, height), self.room.width)
        frame = Frame((self.room.width - width) / 2, parts.bottom, width, height)
        self._add_symbol(Shape.TERMINATOR, frame, lines, parts)

    def _draw_way_in(self, index: int, parts: _Parts) -> None:
        source = START if index == 0 else self.ids[index - 1]
        is_reached = any(way.target == self.ids[index] for way in self.graph.ways_from(source))
        if is_reached:
            self._add_line(parts.bottom, parts.bottom + _LINE, parts, has_head=True)
            parts.bottom += _LINE
        else:
            parts.bottom += _LEAST_GAP

    def _draw_symbol(self, node: Node, parts: _Parts) -> Frame:
        lines = self._lines(node.text, text_width(node.shape, self.room.width))
        height = height_for_text(node.shape, self._height(lines))
        frame = Frame(0, parts.bottom, self.room.width, height)
        self._add_symbol(node.shape, frame, lines, parts)
        return frame

    def _draw_ways_out(
        self, index: int, onward: Edge | None, further_ways: Sequence[Edge], frame: Frame, parts: _Parts
    ) -> None:
        """Draw the line to the next row with its words, and say the other ways beside it."""
        top = foot(self._node(self.ids[index]).shape, frame)
        half = self.room.width / 2 - _NOTE_GAP
        room = half if onward else self.room.width
        notes: list[str] = []
        for way in further_ways:
            notes += self._lines(self._words(way), room)
        label = self._lines(onward.label, half) if onward and onward.label else ()
        note_height = max(self._height(notes), self._height(label))
        self._add_note(Frame(0, parts.bottom, room, note_height), notes, "left", parts)
        self._add_note(Frame(self.room.width - half, parts.bottom, half, note_height), label, "left", parts)
        parts.bottom += max(note_height, _LEAST_GAP)
        if onward is None:
            return
        if onward.target == END:
            self._add_line(top, parts.bottom + _LINE, parts, has_head=True)
            parts.bottom += _LINE
            self._draw_end(END, parts)
            self._add_room(parts)
            return
        parts.bottom = max(parts.bottom, frame.bottom + _LINE, self.room.heights[index])
        self._add_line(top, parts.bottom, parts, has_head=False)

    def _add_symbol(self, shape: Shape, frame: Frame, lines: Sequence[str], parts: _Parts) -> None:
        inset = 0.0 if shape is Shape.DECISION else INSET
        number = next(parts.numbers)
        paragraph = lines_paragraph(tuple(lines), SIZE, self.numerals, "center")
        name = f"{PRESETS[shape]} {number}"
        parts.shapes.append(symbol(number, name, PRESETS[shape], rectangle_of(frame), paragraph, inset))
        parts.bottom = frame.bottom

    def _add_room(self, parts: _Parts) -> None:
        """Leave room between a symbol and the border of its cell.

        LibreOffice 7.4 takes a group to end with its shapes: an empty one holds the room.
        """
        number = next(parts.numbers)
        frame = Frame(0, parts.bottom, self.room.width, _ROOM_OF_ENDS)
        paragraph = lines_paragraph(("",), 1, self.numerals, "left")
        parts.shapes.append(text_box(number, f"Text {number}", rectangle_of(frame), paragraph))
        parts.bottom += _ROOM_OF_ENDS

    def _add_line(self, start: float, end: float, parts: _Parts, *, has_head: bool) -> None:
        middle = self.room.width / 2
        number = next(parts.numbers)
        points = [(middle, start), (middle, end)]
        parts.shapes.append(arrow(number, f"Arrow {number}", points, has_head=has_head))

    def _add_note(self, frame: Frame, lines: Sequence[str], align: Align, parts: _Parts) -> None:
        if lines:
            number = next(parts.numbers)
            paragraph = lines_paragraph(tuple(lines), SIZE, self.numerals, align)
            parts.shapes.append(text_box(number, f"Text {number}", rectangle_of(frame), paragraph))

    def _width(self, text: str) -> float:
        return face_metrics(self.family, FaceStyle.REGULAR).width(text, SIZE)

    def _height(self, lines: Sequence[str]) -> float:
        return len(lines) * face_metrics(self.family, FaceStyle.REGULAR).line_height(SIZE)

    def _lines(self, text: str, limit: float) -> tuple[str, ...]:
        return thai.wrap_lines(text, self._width, limit)
