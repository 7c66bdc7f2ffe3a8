"""How arrows share the room at the right of the column: their lanes, and their order at each symbol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from esa_docs.flow.graph import Edge
from esa_docs.flow.graph_pages import GraphPage, Jump
from esa_docs.thai import Width

LANE: Final = 11.0
"""Points from lane to lane."""
_STUB: Final = 12.0
"""Shortest level piece of an arrow beside a symbol, in points."""
CLEARANCE: Final = 4.0
"""Points between an arrow or a symbol and the words or the connector beside it."""
_CONNECTOR: Final = 1.25
"""Diameter of a connector in heights of its line of text."""

Way = Edge | Jump

_Places = dict[str, int]
"""Place of each step in the column, by the id of the step; the first is 0."""
_Span = tuple[int, int]
"""Places of the upper and the lower step between which an arrow runs in a lane."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """How the room at the right of the column is used.

    Attributes:
        down: arrows that go straight down to the next symbol.
        side: arrows that run in a lane, each with the number of its lane; the nearest lane is 0.
        ways_at_side: arrows that touch the right side of a step, from top to bottom, by the id of the step.
        first_lane: points from the column to the first lane.
        connector: diameter of connectors at the side; zero if there are none.
        line: height of a line of words at an arrow.
        width: points of the whole room.
    """

    down: tuple[Edge, ...]
    side: tuple[tuple[Edge, int], ...]
    ways_at_side: dict[str, tuple[Way, ...]]
    first_lane: float
    connector: float
    line: float
    width: float

    def port_count(self, node: str) -> int:
        """Return how many arrows touch the right side of a step."""
        return len(self.ways_at_side.get(node, ()))


def plan_lanes(page: GraphPage, width: Width, line: float) -> Lanes:
    """Share out the room at the right.

    Args:
        page: steps and arrows of the page.
        width: width of the words at an arrow, in points.
        line: height of a line of them.
    """
    places = {node.id: place for place, node in enumerate(page.nodes)}
    down = _edges_down(page, places)
    side = _assign_lanes([edge for edge in page.edges if edge not in down], places)
    stub = _stub(page, side, width)
    if page.jumps:
        connector = line * _CONNECTOR
        first_lane = stub + (connector + CLEARANCE)
    else:
        connector = 0.0
        first_lane = stub
    lanes = {lane for _edge, lane in side}
    return Lanes(
        down=tuple(down),
        side=side,
        ways_at_side=_ways_at_side(page, side, places),
        first_lane=first_lane,
        connector=connector,
        line=line,
        width=first_lane + LANE * len(lanes),
    )


def _edges_down(page: GraphPage, places: _Places) -> list[Edge]:
    """Return the arrows that go straight down: of each step the first one that leads to the next step."""
    edges: list[Edge] = []
    sources: set[str] = set()
    for edge in page.edges:
        leads_to_next = places[edge.target] == places[edge.source] + 1
        if leads_to_next and edge.source not in sources:
            edges.append(edge)
            sources.add(edge.source)
    return edges


def _stub(page: GraphPage, side: Sequence[tuple[Edge, int]], width: Width) -> float:
    """Return how long the level pieces beside symbols are, up to the first lane or connector.

    Their words stand above them and decide it. Zero if no arrow leaves the column.
    """
    if not side and not page.jumps:
        return 0.0
    labels = [edge.label for edge, _lane in side]
    labels += [jump.label for jump in page.jumps]
    stub = _STUB
    for label in labels:
        if label:
            stub = max(stub, width(label) + 2 * CLEARANCE)
    return stub


def _assign_lanes(edges: list[Edge], places: _Places) -> tuple[tuple[Edge, int], ...]:
    """Return each arrow with the nearest lane that is free along its way; short arrows choose first."""
    spans_of_lanes: list[list[_Span]] = []
    edges_with_lanes = []
    edges_with_spans = [(edge, _span(edge, places)) for edge in edges]
    for edge, span in sorted(edges_with_spans, key=_length):
        lane = _nearest_free_lane(spans_of_lanes, span)
        if lane == len(spans_of_lanes):
            spans_of_lanes.append([])
        spans_of_lanes[lane].append(span)
        edges_with_lanes.append((edge, lane))
    return tuple(edges_with_lanes)


def _span(edge: Edge, places: _Places) -> _Span:
    source, target = places[edge.source], places[edge.target]
    return min(source, target), max(source, target)


def _length(edge_with_span: tuple[Edge, _Span]) -> int:
    _edge, (upper, lower) = edge_with_span
    return lower - upper


def _nearest_free_lane(spans_of_lanes: Sequence[Sequence[_Span]], span: _Span) -> int:
    """Return the first lane in which no arrow runs along a span; a new lane if there is none."""
    upper, lower = span
    for lane, spans in enumerate(spans_of_lanes):
        if all(lower <= span_upper or span_lower <= upper for span_upper, span_lower in spans):
            return lane
    return len(spans_of_lanes)


def _ways_at_side(
    page: GraphPage, side: Sequence[tuple[Edge, int]], places: _Places
) -> dict[str, tuple[Way, ...]]:
    """Return the arrows at the right side of each step, in an order in which few of them cross.

    From the top: those that go up, the nearest lane first; connectors; those that go down, the nearest last.
    """
    ranked_ways: defaultdict[str, list[tuple[tuple[int, int], Way]]] = defaultdict(list)
    for edge, lane in side:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            goes_up = places[there] < places[here]
            rank = (0, lane) if goes_up else (2, -lane)
            ranked_ways[here].append((rank, edge))
    for number, jump in enumerate(page.jumps):
        rank = (1, number)
        ranked_ways[jump.node].append((rank, jump))
    ways_at_side = {}
    for node, ways in ranked_ways.items():
        ways.sort(key=itemgetter(0))
        ways_at_side[node] = tuple(way for _rank, way in ways)
    return ways_at_side
