"""Where arrows run: down to the next symbol, or through a lane at the right to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from esa_docs.flow.chart import Box, Frame, Note, Point, Wire
from esa_docs.flow.graph import Edge, Shape
from esa_docs.flow.graph_pages import CONNECTOR_PREFIX, Jump
from esa_docs.flow.lanes import CLEARANCE, LANE_WIDTH, Lanes
from esa_docs.flow.symbols import foot, right_ports, right_side
from esa_docs.thai import Width


@dataclass(frozen=True, slots=True)
class Routes:
    """Arrows in their places.

    Attributes:
        wires: the arrows.
        labels: words at arrows.
        connectors: the connectors beside the column, for arrows to and from steps of other pages.
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
        lanes: how the room at the right of the column is used.
        width: measures the words at an arrow, in points.
    """
    return _Router(boxes, right, lanes, width).routes(jumps)


class _Router:
    """Draws the arrows of one page; for its arguments see `route`."""

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
        """Return the point at which each arrow touches the right side of a step.

        The key is the step and the ``id`` of the arrow.
        """
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
        """Draw all arrows and return them."""
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
        _start_x, start_y = start
        _end_x, end_y = end
        lane_x = self._right + self._lanes.first_lane + LANE_WIDTH * lane
        points = (start, (lane_x, start_y), (lane_x, end_y), end)
        self._wires.append(Wire(edge.source, edge.target, points, edge.dotted))
        self._label_at_port(edge.label, start)

    def _draw_jump(self, jump: Jump) -> None:
        port = self._ports[jump.node, id(jump)]
        _port_x, y = port
        diameter = self._lanes.connector
        connector_x = self._right + self._lanes.first_lane - CLEARANCE - diameter
        connector = f"{CONNECTOR_PREFIX}{jump.letter}"
        frame = Frame(connector_x, y - diameter / 2, diameter, diameter)
        self._connectors.append(Box(connector, Shape.CONNECTOR, frame, (jump.letter,)))
        connector_side = (connector_x, y)
        if jump.leaves:
            wire = Wire(jump.node, connector, (port, connector_side), jump.dotted)
        else:
            wire = Wire(connector, jump.node, (connector_side, port), jump.dotted)
        self._wires.append(wire)
        self._label_at_port(jump.label, port)

    def _label_at_port(self, text: str, port: Point) -> None:
        """Put words above the level piece of an arrow, beside the column."""
        port_x, port_y = port
        # The side of a diamond or of a narrow symbol lies inside the column.
        x = max(port_x, self._right) + CLEARANCE
        self._label(text, x, port_y - self._lanes.line)

    def _label(self, text: str, x: float, y: float) -> None:
        """Put words at an arrow; an arrow without words gets none."""
        if text:
            frame = Frame(x, y, self._width(text), self._lanes.line)
            self._labels.append(Note(frame, (text,), "left"))
