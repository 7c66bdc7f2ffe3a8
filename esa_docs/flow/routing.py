"""Where arrows run: down to the next symbol, or through a lane at the right to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from esa_docs.flow.chart import Box, Frame, Note, Point, Wire
from esa_docs.flow.graph import Edge, Shape
from esa_docs.flow.graph_pages import CONNECTOR_PREFIX, Jump
from esa_docs.flow.lanes import CLEARANCE, LANE, Lanes
from esa_docs.flow.symbols import foot, right_ports, right_side
from esa_docs.thai import Width


@dataclass(frozen=True, slots=True)
class Routes:
    """Arrows in their places.

    Attributes:
        wires: the arrows.
        labels: words at them.
        connectors: connectors beside the column, at which some of them end or begin.
    """

    wires: tuple[Wire, ...]
    labels: tuple[Note, ...]
    connectors: tuple[Box, ...]


def route(jumps: Sequence[Jump], boxes: Sequence[Box], right: float, lanes: Lanes, width: Width) -> Routes:
    """Draw every arrow of a page between its symbols.

    Args:
        jumps: arrows to and from steps of other pages.
        boxes: symbols of the column in their places.
        right: right edge of the column.
        lanes: how the room beyond it is used.
        width: width of the words at an arrow.
    """
    return _Router(boxes, right, lanes, width).routes(jumps)


class _Router:
    """Draws the arrows of one page.

    Args:
        boxes: symbols of the column in their places.
        right: right edge of the column, from which lanes are counted.
        lanes: how the room beyond it is used.
        width: width of the words at an arrow.
    """

    def __init__(self, boxes: Sequence[Box], right: float, lanes: Lanes, width: Width) -> None:
        self._boxes = {box.name: box for box in boxes}
        self._right = right
        self._lanes = lanes
        self._width = width
        self._ports = self._place_ports()
        self._wires: list[Wire] = []
        self._labels: list[Note] = []
        self._connectors: list[Box] = []

    def _place_ports(self) -> dict[tuple[str, int], Point]:
        """Return where arrows touch the right side of steps, by step and ``id`` of the arrow."""
        # Two equal arrows may lead from one step to another: only their ``id`` tells them apart.
        ports = {}
        for node, ways in self._lanes.ways_at_side.items():
            box = self._boxes[node]
            heights = right_ports(box.shape, box.frame, len(ways))
            for way, y in zip(ways, heights, strict=True):
                x = right_side(box.shape, box.frame, y)
                ports[node, id(way)] = (x, y)
        return ports

    def routes(self, jumps: Sequence[Jump]) -> Routes:
        for edge in self._lanes.down:
            self._draw_down(edge)
        for edge, lane in self._lanes.side:
            self._draw_in_lane(edge, lane)
        for jump in jumps:
            self._draw_jump(jump)
        return Routes(tuple(self._wires), tuple(self._labels), tuple(self._connectors))

    def _draw_down(self, edge: Edge) -> None:
        source = self._boxes[edge.source]
        target = self._boxes[edge.target].frame
        x = source.frame.middle_x
        points = ((x, foot(source.shape, source.frame)), (x, target.y))
        self._wires.append(Wire(edge.source, edge.target, points, edge.dotted))
        middle = (source.frame.bottom + target.y) / 2
        self._label(edge.label, x + CLEARANCE, middle - self._lanes.line / 2)

    def _draw_in_lane(self, edge: Edge, lane: int) -> None:
        start = self._ports[edge.source, id(edge)]
        end = self._ports[edge.target, id(edge)]
        (_start_x, start_y), (_end_x, end_y) = start, end
        x = self._right + self._lanes.first_lane + LANE * lane
        points = (start, (x, start_y), (x, end_y), end)
        self._wires.append(Wire(edge.source, edge.target, points, edge.dotted))
        self._label_at_port(edge.label, start)

    def _draw_jump(self, jump: Jump) -> None:
        port = self._ports[jump.node, id(jump)]
        _port_x, y = port
        size = self._lanes.connector
        x = self._right + self._lanes.first_lane - CLEARANCE - size
        name = f"{CONNECTOR_PREFIX}{jump.letter}"
        frame = Frame(x, y - size / 2, size, size)
        self._connectors.append(Box(name, Shape.CONNECTOR, frame, (jump.letter,)))
        connector_side = (x, y)
        if jump.leaves:
            wire = Wire(jump.node, name, (port, connector_side), jump.dotted)
        else:
            wire = Wire(name, jump.node, (connector_side, port), jump.dotted)
        self._wires.append(wire)
        self._label_at_port(jump.label, port)

    def _label_at_port(self, text: str, port: Point) -> None:
        """Put words above the level piece at a symbol's side."""
        x, y = port
        self._label(text, max(x, self._right) + CLEARANCE, y - self._lanes.line)

    def _label(self, text: str, x: float, y: float) -> None:
        if text:
            frame = Frame(x, y, self._width(text), self._lanes.line)
            self._labels.append(Note(frame, (text,), "left"))
