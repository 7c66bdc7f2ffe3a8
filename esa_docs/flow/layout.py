"""Where the symbols of a chart stand: one column, who is responsible at its left, the time at its right.

Arrows that do not simply go on to the next symbol run in lanes between the column and the times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from esa_docs import thai
from esa_docs.flow.chart import Align, Box, ChartPage, Frame, Note
from esa_docs.flow.graph import Graph, Node, Shape
from esa_docs.flow.graph_pages import GraphPage, even_sizes, split_into_pages
from esa_docs.flow.routing import Lanes, plan_lanes, route
from esa_docs.flow.symbols import INSET, height_for_ports, symbol_height, text_width
from esa_docs.model.area import Area

SIZES: Final = (16, 15, 14, 13, 12)
"""Sizes of text to try, in points; ISO 5807 charts of offices are read at arm's length, 12 is the least."""
MOST_STEPS: Final = 14
"""Symbols on one page, start and end among them: about 12 steps."""

_WIDEST_BOX, _NARROWEST_BOX = 270.0, 140.0
_WIDEST_OWNER, _WIDEST_TIME = 92.0, 62.0
_GUTTER: Final = 8.0
_LEAST_GAP, _WIDEST_GAP = 15.0, 24.0
_PORT: Final = 26.0
"""Height that each of several arrows at one side of a symbol needs."""


class TextMeasure(Protocol):
    """Knows how large text is in the font of the chart."""

    def width(self, text: str, size: float) -> float:
        """Give the width of a text in points."""

    def line_height(self, size: float) -> float:
        """Give the height of a line in points."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of what stands beside each other."""

    owner: float
    box: float
    time: float
    lanes: Lanes

    @property
    def box_left(self) -> float:
        return self.owner + _GUTTER if self.owner else 0.0

    @property
    def box_middle(self) -> float:
        return self.box_left + self.box / 2

    @property
    def box_right(self) -> float:
        return self.box_left + self.box

    @property
    def time_left(self) -> float:
        return self.box_right + self.lanes.width + _GUTTER

    @property
    def width(self) -> float:
        return self.time_left + self.time if self.time else self.box_right + self.lanes.width


@dataclass(frozen=True, slots=True)
class _Row:
    """A step with its text broken into lines, and the height all of it needs."""

    node: Node
    lines: tuple[str, ...]
    owner: tuple[str, ...]
    time: tuple[str, ...]
    symbol: Frame
    height: float


class _Setter:
    """Sets one page of a chart in one size."""

    def __init__(self, graph_page: GraphPage, area: Area, measure: TextMeasure, size: float) -> None:
        self._graph_page = graph_page
        self._area = area
        self._measure = measure
        self._size = size
        self._note_size = max(size - 2, SIZES[-1])
        self._columns = self._plan_columns()
        self._rows = [self._row(node) for node in graph_page.nodes]
        self._gaps = [self._gap(node) for node in graph_page.nodes[:-1]]

    def _plan_columns(self) -> _Columns:
        owner = self._widest([node.owner for node in self._graph_page.nodes], _WIDEST_OWNER)
        time = self._widest([node.time for node in self._graph_page.nodes], _WIDEST_TIME)
        lanes = plan_lanes(self._graph_page, self._note_width, self._measure.line_height(self._note_size))
        beside = (owner + _GUTTER if owner else 0) + (time + _GUTTER if time else 0) + lanes.width
        return _Columns(owner, min(self._area.width - beside, _WIDEST_BOX), time, lanes)

    def _note_width(self, text: str) -> float:
        return self._measure.width(text, self._note_size)

    def _widest(self, texts: Sequence[str], limit: float) -> float:
        lines = [line for text in texts if text for line in self._note_lines(text, limit)]
        return max((self._note_width(line.rstrip()) + 1 for line in lines), default=0.0)

    def _note_lines(self, text: str, limit: float) -> tuple[str, ...]:
        return thai.wrap_lines(text, self._note_width, limit) if text else ()

    def _row(self, node: Node) -> _Row:
        width = self._columns.box
        room = text_width(node.shape, width)
        lines = thai.wrap_lines(node.text, lambda text: self._measure.width(text, self._size), room)
        owner = self._note_lines(node.owner, self._columns.owner)
        time = self._note_lines(node.time, self._columns.time)
        line = self._measure.line_height(self._size)
        ports = height_for_ports(node.shape, self._columns.lanes.ports(node.id), _PORT)
        height = max(symbol_height(node.shape, line * len(lines)), ports)
        if node.shape is Shape.CONNECTOR:
            height = width = line + 2
        elif node.shape is Shape.TERMINATOR:
            longest = max(self._measure.width(text.rstrip(), self._size) for text in lines)
            width = min(width, longest / 0.9 + 2 * INSET + height)
        notes = self._measure.line_height(self._note_size) * max(len(owner), len(time))
        symbol = Frame(self._columns.box_middle - width / 2, 0, width, height)
        return _Row(node, lines, owner, time, symbol, max(height, notes))

    def _gap(self, node: Node) -> float:
        """Leave room for the words at the arrow down, where it has some."""
        down = [edge for edge in self._columns.lanes.down if edge.source == node.id]
        labelled = any(edge.label for edge in down)
        return self._measure.line_height(self._note_size) + 3 if labelled else _LEAST_GAP

    @property
    def height(self) -> float:
        """The least height this page can have."""
        return sum(row.height for row in self._rows) + sum(self._gaps)

    @property
    def fits(self) -> bool:
        """Tell whether the page fits its area in this size, every word inside its symbol."""
        if self.height > self._area.height or self._columns.box < _NARROWEST_BOX:
            return False
        return all(
            self._measure.width(line.rstrip(), self._size) <= text_width(row.node.shape, self._columns.box)
            for row in self._rows
            for line in row.lines
            if row.node.shape is not Shape.CONNECTOR
        )

    def page(self) -> ChartPage:
        """Put everything in its place."""
        boxes, notes = [], []
        spare = (self._area.height - self.height) / max(len(self._gaps), 1)
        top = 0.0
        for row, gap in zip(self._rows, [*self._gaps, 0.0], strict=True):
            middle = top + row.height / 2
            symbol = row.symbol
            frame = Frame(symbol.x, middle - symbol.height / 2, symbol.width, symbol.height)
            boxes.append(Box(row.node.id, row.node.shape, frame, row.lines))
            notes += self._notes(row, middle)
            top += row.height + (min(gap + spare, max(gap, _WIDEST_GAP)) if gap else 0.0)
        right, lanes = self._columns.box_right, self._columns.lanes
        routes = route(self._graph_page.jumps, boxes, right, lanes, self._note_width)
        return ChartPage(
            self._columns.width,
            top,
            self._size,
            self._note_size,
            (*boxes, *routes.connectors),
            routes.wires,
            (*notes, *routes.labels),
        )

    def _notes(self, row: _Row, middle: float) -> list[Note]:
        columns = self._columns
        places: tuple[tuple[tuple[str, ...], float, float, Align], ...] = (
            (row.owner, 0.0, columns.owner, "right"),
            (row.time, columns.time_left, columns.time, "left"),
        )
        return [self._note(lines, x, width, middle, align) for lines, x, width, align in places if lines]

    def _note(self, lines: tuple[str, ...], x: float, width: float, middle: float, align: Align) -> Note:
        height = self._measure.line_height(self._note_size) * len(lines)
        return Note(Frame(x, middle - height / 2, width, height), lines, align)


def lay_out(graph: Graph, area: Area, measure: TextMeasure) -> tuple[ChartPage, ...]:
    """Lay a procedure out on as few pages as it needs, in the largest text that fits.

    Args:
        graph: a sound procedure: every arrow leads to a step that is there.
        area: room on each page.
        measure: size of text in the chart's font.
    """
    count = len(graph.nodes)
    pages = -(-count // MOST_STEPS)
    while True:
        graph_pages = split_into_pages(graph, even_sizes(count, pages))
        for size in SIZES:
            setters = [_Setter(graph_page, area, measure, size) for graph_page in graph_pages]
            if all(setter.fits for setter in setters):
                return tuple(setter.page() for setter in setters)
        if pages == count:  # one step a page and still too large: what cannot fit is drawn as it is
            return tuple(_Setter(graph_page, area, measure, SIZES[-1]).page() for graph_page in graph_pages)
        pages += 1
