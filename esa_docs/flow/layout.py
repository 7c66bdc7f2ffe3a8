"""Where the symbols of a chart stand: one column, who is responsible at its left, the time at its right.

Arrows that do not simply go on to the next symbol run in lanes between the column and the times.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from esa_docs import thai
from esa_docs.flow.chart import Align, Box, ChartPage, Frame, Note
from esa_docs.flow.columns import Columns, Row, width_with_gutter
from esa_docs.flow.graph import Graph, Node, Shape
from esa_docs.flow.graph_pages import GraphPage, even_sizes, split_into_pages
from esa_docs.flow.lanes import plan_lanes
from esa_docs.flow.routing import route
from esa_docs.flow.symbols import height_for_ports, height_for_text, terminator_width, text_width
from esa_docs.model.area import Area

# Charts of offices are read at arm's length: 12 is the least.
SIZES: Final = (16, 15, 14, 13, 12)
"""Sizes of text to try, in points, the largest first."""
MOST_STEPS: Final = 14
"""Symbols on one page, start and end among them: about 12 steps."""

_WIDEST_BOX, _NARROWEST_BOX = 270.0, 140.0
"""Greatest and least width in points of the column of symbols."""
_WIDEST_OWNER, _WIDEST_TIME = 92.0, 62.0
"""Greatest width in points of the notes about who is responsible, and of those about the time."""
_LEAST_GAP, _GREATEST_GAP = 15.0, 24.0
"""Points between a symbol and the next one below."""
_NOTE_SLACK: Final = 1.0
"""Points by which a column of notes is wider than its longest line."""
_LABEL_SLACK: Final = 3.0
"""Points by which a gap with words in it is higher than a line of them."""
_CONNECTOR_SLACK: Final = 2.0
"""Points by which the diameter of a connector is larger than the height of a line of text."""
_PORT_DISTANCE: Final = 26.0
"""Points between two arrows at the right side of a symbol."""


class TextMeasure(Protocol):
    """Knows how large text is in the font of the chart."""

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""

    def line_height(self, size: float) -> float:
        """Return the height of a line in points."""


def lay_out(graph: Graph, area: Area, measure: TextMeasure) -> tuple[ChartPage, ...]:
    """Lay a procedure out on as few pages as it needs, in the largest text that fits.

    Args:
        graph: a sound procedure: every arrow leads to a step that is there.
        area: room on each page.
        measure: size of text in the chart's font.
    """
    step_count = len(graph.nodes)
    fewest_pages = math.ceil(step_count / MOST_STEPS)
    for page_count in range(fewest_pages, step_count + 1):
        graph_pages = split_into_pages(graph, even_sizes(step_count, page_count))
        for size in SIZES:
            layouts = _page_layouts(graph_pages, area, measure, size)
            if all(layout.fits for layout in layouts):
                return tuple(layout.page() for layout in layouts)
    # A step may be too large even alone on a page and in the smallest text. It is drawn all the same.
    graph_pages = split_into_pages(graph, even_sizes(step_count, step_count))
    layouts = _page_layouts(graph_pages, area, measure, SIZES[-1])
    return tuple(layout.page() for layout in layouts)


def _page_layouts(
    graph_pages: Sequence[GraphPage], area: Area, measure: TextMeasure, size: float
) -> list[_PageLayout]:
    return [_PageLayout(graph_page, area, measure, size) for graph_page in graph_pages]


class _PageLayout:
    """The layout of one page of a chart in one size of text.

    Args:
        graph_page: steps and arrows of the page.
        area: room on the page.
        measure: size of text in the chart's font.
        size: size of the text in symbols, in points.
    """

    def __init__(self, graph_page: GraphPage, area: Area, measure: TextMeasure, size: float) -> None:
        self._graph_page = graph_page
        self._area = area
        self._measure = measure
        self._size = size
        self._note_size = max(size - 2, SIZES[-1])
        self._line_height = measure.line_height(self._size)
        self._note_line_height = measure.line_height(self._note_size)
        self._columns = self._plan_columns()
        self._rows = [self._row(node) for node in graph_page.nodes]
        self._gaps = [self._least_gap(node) for node in graph_page.nodes[:-1]]

    @property
    def height(self) -> float:
        """The least height this page can have."""
        height_of_rows = sum(row.height for row in self._rows)
        return height_of_rows + sum(self._gaps)

    @property
    def fits(self) -> bool:
        """Whether the page fits its area in this size, every word inside its symbol."""
        if self.height > self._area.height or self._columns.box_width < _NARROWEST_BOX:
            return False
        return all(self._text_fits(row) for row in self._rows)

    def page(self) -> ChartPage:
        """Return the page with everything in its place."""
        boxes: list[Box] = []
        notes: list[Note] = []
        gap_below_last_row = 0.0
        gaps = [*self._grown_gaps(), gap_below_last_row]
        top = 0.0
        for row, gap in zip(self._rows, gaps, strict=True):
            middle_y = top + row.height / 2
            boxes.append(self._box(row, middle_y))
            notes += self._notes(row, middle_y)
            top += row.height + gap
        columns = self._columns
        routes = route(self._graph_page.jumps, boxes, columns.box_right, columns.lanes, self._note_width)
        return ChartPage(
            width=columns.width,
            height=top,
            size=self._size,
            note_size=self._note_size,
            boxes=(*boxes, *routes.connectors),
            wires=routes.wires,
            notes=(*notes, *routes.labels),
        )

    def _plan_columns(self) -> Columns:
        nodes = self._graph_page.nodes
        owner_width = self._note_column_width([node.owner for node in nodes], _WIDEST_OWNER)
        time_width = self._note_column_width([node.time for node in nodes], _WIDEST_TIME)
        lanes = plan_lanes(self._graph_page, self._note_width, self._note_line_height)
        width_beside_box = width_with_gutter(owner_width) + width_with_gutter(time_width) + lanes.width
        box_width = min(self._area.width - width_beside_box, _WIDEST_BOX)
        return Columns(owner_width, box_width, time_width, lanes)

    def _note_column_width(self, texts: Sequence[str], limit: float) -> float:
        """Return the width of a column of notes; zero if all of them are empty."""
        widest = 0.0
        for text in texts:
            for line in self._note_lines(text, limit):
                widest = max(widest, self._note_width(line.rstrip()) + _NOTE_SLACK)
        return widest

    def _note_lines(self, text: str, limit: float) -> tuple[str, ...]:
        return thai.wrap_lines(text, self._note_width, limit) if text else ()

    def _note_width(self, text: str) -> float:
        return self._measure.width(text, self._note_size)

    def _text_width(self, text: str) -> float:
        return self._measure.width(text, self._size)

    def _row(self, node: Node) -> Row:
        # Engines break Thai differently, and LibreOffice also inside words: no line is left to them.
        room = text_width(node.shape, self._columns.box_width)
        lines = thai.wrap_lines(node.text, self._text_width, room)
        owner_lines = self._note_lines(node.owner, self._columns.owner_width)
        time_lines = self._note_lines(node.time, self._columns.time_width)
        symbol_height = self._symbol_height(node, lines)
        notes_height = self._note_line_height * max(len(owner_lines), len(time_lines))
        return Row(
            node=node,
            lines=lines,
            owner_lines=owner_lines,
            time_lines=time_lines,
            symbol_width=self._symbol_width(node, lines, symbol_height),
            symbol_height=symbol_height,
            height=max(symbol_height, notes_height),
        )

    def _symbol_height(self, node: Node, lines: Sequence[str]) -> float:
        if node.shape is Shape.CONNECTOR:
            return self._line_height + _CONNECTOR_SLACK
        height_of_text = self._line_height * len(lines)
        port_count = self._columns.lanes.port_count(node.id)
        return max(
            height_for_text(node.shape, height_of_text),
            height_for_ports(node.shape, port_count, _PORT_DISTANCE),
        )

    def _symbol_width(self, node: Node, lines: Sequence[str], height: float) -> float:
        """Return the width of a symbol: all of the column, but for circles and ends."""
        if node.shape is Shape.CONNECTOR:
            return height
        if node.shape is Shape.TERMINATOR:
            longest_line = max(self._text_width(line.rstrip()) for line in lines)
            return min(self._columns.box_width, terminator_width(longest_line, height))
        return self._columns.box_width

    def _least_gap(self, node: Node) -> float:
        """Return the least gap between a step and the next one; words at the arrow down need their line."""
        for edge in self._columns.lanes.down:
            if edge.source == node.id and edge.label:
                return self._note_line_height + _LABEL_SLACK
        return _LEAST_GAP

    def _text_fits(self, row: Row) -> bool:
        """Return whether each line of a row fits its symbol."""
        if row.node.shape is Shape.CONNECTOR:
            return True
        # `thai.wrap_lines` leaves a word that is longer than the room on a line of its own.
        room = text_width(row.node.shape, self._columns.box_width)
        return all(self._text_width(line.rstrip()) <= room for line in row.lines)

    def _grown_gaps(self) -> Iterator[float]:
        """Generate the gaps, each grown by its share of the spare height of the page, up to a limit."""
        spare_height = self._area.height - self.height
        for gap in self._gaps:
            limit = max(gap, _GREATEST_GAP)
            yield min(gap + spare_height / len(self._gaps), limit)

    def _box(self, row: Row, middle_y: float) -> Box:
        width, height = row.symbol_width, row.symbol_height
        frame = Frame(self._columns.box_middle - width / 2, middle_y - height / 2, width, height)
        return Box(row.node.id, row.node.shape, frame, row.lines)

    def _notes(self, row: Row, middle_y: float) -> Iterator[Note]:
        columns = self._columns
        if row.owner_lines:
            yield self._note(row.owner_lines, 0.0, columns.owner_width, middle_y, "right")
        if row.time_lines:
            yield self._note(row.time_lines, columns.time_left, columns.time_width, middle_y, "left")

    def _note(self, lines: tuple[str, ...], x: float, width: float, middle_y: float, align: Align) -> Note:
        height = self._note_line_height * len(lines)
        return Note(Frame(x, middle_y - height / 2, width, height), lines, align)
