"""Where arrows run: down to the next symbol, or through a lane at the right to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from esa_docs.flow.chart import Box, Frame, Note, Point, Wire
from esa_docs.flow.graph import Edge, Shape
from esa_docs.flow.graph_pages import CONNECTOR_PREFIX, GraphPage, Jump
from esa_docs.flow.symbols import foot, right_ports, right_side
from esa_docs.thai import Width

LANE: Final = 11.0
"""Points from lane to lane."""
_STUB: Final = 12.0
"""Shortest level piece of an arrow beside a symbol."""
_CLEAR: Final = 4.0
_CONNECTOR: Final = 1.25
"""Diameter of a connector in heights of its line of text."""

Way = Edge | Jump


@dataclass(frozen=True, slots=True)
class Lanes:
    """How the room at the right of the column is used.

    Attributes:
        down: arrows that go straight down to the next symbol.
        side: arrows that run in a lane, with the number of it, the nearest is 0.
        touching: at each step, what touches its right side, from top to bottom.
        first: points from the column to the first lane.
        connector: diameter of connectors at the side.
        line: height of a line of words at an arrow.
        width: points of the whole room.
    """

    down: tuple[Edge, ...]
    side: tuple[tuple[Edge, int], ...]
    touching: dict[str, tuple[Way, ...]]
    first: float
    connector: float
    line: float
    width: float

    def ports(self, node: str) -> int:
        """Count what touches the right side of a step."""
        return len(self.touching.get(node, ()))


@dataclass(frozen=True, slots=True)
class Routes:
    """Arrows in their places, with their words and the connectors at their ends."""

    wires: tuple[Wire, ...]
    labels: tuple[Note, ...]
    connectors: tuple[Box, ...]


def plan_lanes(page: GraphPage, width: Width, line: float) -> Lanes:
    """Share out the room at the right.

    Args:
        page: what stands on the page.
        width: width of the words at an arrow, in points.
        line: height of a line of them.
    """
    rank = {node.id: number for number, node in enumerate(page.nodes)}
    down: list[Edge] = []
    for edge in page.edges:
        if rank[edge.target] == rank[edge.source] + 1 and all(one.source != edge.source for one in down):
            down.append(edge)
    side = _numbered([edge for edge in page.edges if edge not in down], rank)
    words = [edge.label for edge, _ in side] + [jump.label for jump in page.jumps]
    labels = [width(label) + 2 * _CLEAR for label in words if label]
    stub = max([_STUB, *labels]) if side or page.jumps else 0.0
    connector = line * _CONNECTOR if page.jumps else 0.0
    first = stub + (connector + _CLEAR if page.jumps else 0.0)
    count = max((lane + 1 for _, lane in side), default=0)
    return Lanes(tuple(down), side, _touching(page, side, rank), first, connector, line, first + LANE * count)


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


def _numbered(edges: list[Edge], rank: dict[str, int]) -> tuple[tuple[Edge, int], ...]:
    """Give each arrow the nearest lane that is free along its way; short ones choose first."""
    taken: list[list[tuple[int, int]]] = []
    numbered = []
    for edge in sorted(edges, key=lambda edge: abs(rank[edge.source] - rank[edge.target])):
        low, high = sorted((rank[edge.source], rank[edge.target]))
        lane = next(
            (n for n, spans in enumerate(taken) if all(high <= a or b <= low for a, b in spans)), len(taken)
        )
        taken += [[]] if lane == len(taken) else []
        taken[lane].append((low, high))
        numbered.append((edge, lane))
    return tuple(numbered)


def _touching(
    page: GraphPage, side: tuple[tuple[Edge, int], ...], rank: dict[str, int]
) -> dict[str, tuple[Way, ...]]:
    """Order what touches each right side so that arrows cross as little as they can.

    From the top: those that go up, the nearest lane first; connectors; those that go down, the nearest last.
    """
    found: dict[str, list[tuple[tuple[int, int], Way]]] = {}
    for edge, lane in side:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            up = rank[there] < rank[here]
            found.setdefault(here, []).append(((0, lane) if up else (2, -lane), edge))
    for number, jump in enumerate(page.jumps):
        found.setdefault(jump.node, []).append(((1, number), jump))
    return {node: tuple(way for _, way in sorted(ways, key=itemgetter(0))) for node, ways in found.items()}


class _Router:
    """Draws the arrows of one page.

    Attributes:
        right: right edge of the column, from which lanes are counted.
    """

    def __init__(self, boxes: Sequence[Box], right: float, lanes: Lanes, width: Width) -> None:
        self._boxes = {box.name: box for box in boxes}
        self._right = right
        self._lanes = lanes
        self._width = width
        self._ports = {
            (node, id(way)): y
            for node, ways in lanes.touching.items()
            for way, y in zip(ways, self._heights(node, len(ways)), strict=True)
        }

    def _heights(self, node: str, count: int) -> list[float]:
        box = self._boxes[node]
        return right_ports(box.shape, box.frame, count)

    def routes(self, jumps: Sequence[Jump]) -> Routes:
        down = [self._down(edge) for edge in self._lanes.down]
        side = [self._side(edge, lane) for edge, lane in self._lanes.side]
        jumped = [self._jump(jump) for jump in jumps]
        labels = [self._down_label(edge) for edge in self._lanes.down if edge.label]
        labels += [self._side_label(edge.source, edge) for edge, _ in self._lanes.side if edge.label]
        labels += [self._side_label(jump.node, jump) for jump in jumps if jump.label]
        wires = (*down, *side, *(wire for wire, _ in jumped))
        return Routes(wires, tuple(labels), tuple(box for _, box in jumped))

    def _down(self, edge: Edge) -> Wire:
        source, target = self._boxes[edge.source], self._boxes[edge.target]
        x = source.frame.middle[0]
        points = ((x, foot(source.shape, source.frame)), (x, target.frame.y))
        return Wire(edge.source, edge.target, points, edge.dotted)

    def _side(self, edge: Edge, lane: int) -> Wire:
        start, end = self._port(edge.source, edge), self._port(edge.target, edge)
        x = self._right + self._lanes.first + LANE * lane
        return Wire(edge.source, edge.target, (start, (x, start[1]), (x, end[1]), end), edge.dotted)

    def _port(self, node: str, way: Way) -> Point:
        box, y = self._boxes[node], self._ports[node, id(way)]
        return right_side(box.shape, box.frame, y), y

    def _jump(self, jump: Jump) -> tuple[Wire, Box]:
        port, size = self._port(jump.node, jump), self._lanes.connector
        x = self._right + self._lanes.first - _CLEAR - size
        name = f"{CONNECTOR_PREFIX}{jump.letter}"
        box = Box(name, Shape.CONNECTOR, Frame(x, port[1] - size / 2, size, size), (jump.letter,))
        ends = (port, (x, port[1]))
        if jump.leaves:
            return Wire(jump.node, name, ends, jump.dotted), box
        return Wire(name, jump.node, ends[::-1], jump.dotted), box

    def _down_label(self, edge: Edge) -> Note:
        source, target = self._boxes[edge.source].frame, self._boxes[edge.target].frame
        middle = (source.bottom + target.y) / 2
        return self._label(edge.label, source.middle[0] + _CLEAR, middle - self._lanes.line / 2)

    def _side_label(self, node: str, way: Way) -> Note:
        x, y = self._port(node, way)
        return self._label(way.label, max(x, self._right) + _CLEAR, y - self._lanes.line)

    def _label(self, text: str, x: float, y: float) -> Note:
        return Note(Frame(x, y, self._width(text), self._lanes.line), (text,), "left")
