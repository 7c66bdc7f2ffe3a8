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

LANE_WIDTH: Final = 11.0
"""Points from lane to lane."""
_STUB: Final = 12.0
"""Shortest level piece of an arrow beside a symbol, in points."""
CLEARANCE: Final = 4.0
"""Points between an arrow or a symbol and the words or the connector beside it."""
_CONNECTOR_SIZE: Final = 1.25
"""Diameter of a connector in heights of its line of text."""

Way = Edge | Jump
"""An arrow that touches the right side of a step: to or from a step of this page, or of another page."""

_Places = dict[str, int]
"""Place of each step in the column, by the id of the step; the first is 0."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The part of the column that an arrow passes in its lane.

    Attributes:
        upper: place of the upper of its two steps.
        lower: place of the lower of its two steps.
    """

    upper: int
    lower: int

    @property
    def length(self) -> int:
        """How many steps below the upper step the lower one stands."""
        return self.lower - self.upper

    def overlaps(self, other: _Span) -> bool:
        """Return whether both pass the same room between steps; they may meet at a step."""
        return self.upper < other.lower and other.upper < self.lower


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes in the room at the right of the column.

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
        width: measures the words at an arrow, in points.
        line: height of a line of them.
    """
    places = {node.id: place for place, node in enumerate(page.nodes)}
    down = _edges_down(page, places)
    side = _assign_lanes([edge for edge in page.edges if edge not in down], places)
    if page.jumps:
        connector = line * _CONNECTOR_SIZE
        room_for_connectors = connector + CLEARANCE
    else:
        connector = 0.0
        room_for_connectors = 0.0
    first_lane = _stub(page, side, width) + room_for_connectors
    lane_count = len({lane for _edge, lane in side})
    return Lanes(
        down=tuple(down),
        side=side,
        ways_at_side=_ways_at_side(page, side, places),
        first_lane=first_lane,
        connector=connector,
        line=line,
        width=first_lane + LANE_WIDTH * lane_count,
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
    """Return the length of the level pieces beside symbols, up to the first connector or lane.

    The widest words above them decide it. Zero if all arrows go straight down.
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
    edges_with_lanes: list[tuple[Edge, int]] = []
    spans_of_lanes: list[list[_Span]] = []
    for edge in sorted(edges, key=lambda edge: _span(edge, places).length):
        span = _span(edge, places)
        lane = _nearest_free_lane(spans_of_lanes, span)
        if lane == len(spans_of_lanes):
            spans_of_lanes.append([])
        spans_of_lanes[lane].append(span)
        edges_with_lanes.append((edge, lane))
    return tuple(edges_with_lanes)


def _span(edge: Edge, places: _Places) -> _Span:
    source, target = places[edge.source], places[edge.target]
    return _Span(min(source, target), max(source, target))


def _nearest_free_lane(spans_of_lanes: Sequence[Sequence[_Span]], span: _Span) -> int:
    """Return the first lane in which no arrow runs along a span; a new lane if there is none."""
    for lane, spans in enumerate(spans_of_lanes):
        if not any(span.overlaps(other) for other in spans):
            return lane
    return len(spans_of_lanes)


def _ways_at_side(
    page: GraphPage, side: Sequence[tuple[Edge, int]], places: _Places
) -> dict[str, tuple[Way, ...]]:
    """Return the arrows at the right side of each step, from top to bottom, so that few of them cross.

    From the top: those that go up, the nearest lane first; connectors; those that go down, the nearest last.
    """
    nearest_first = sorted(side, key=itemgetter(1))
    ways_at_side: defaultdict[str, list[Way]] = defaultdict(list)
    for edge, _lane in nearest_first:
        lower_step = page.nodes[_span(edge, places).lower]
        ways_at_side[lower_step.id].append(edge)
    for jump in page.jumps:
        ways_at_side[jump.node].append(jump)
    for edge, _lane in reversed(nearest_first):
        upper_step = page.nodes[_span(edge, places).upper]
        ways_at_side[upper_step.id].append(edge)
    return {step: tuple(ways) for step, ways in ways_at_side.items()}
