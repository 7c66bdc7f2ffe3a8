"""From a work's table and its ``flow:`` to the graph of its procedure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from esa_docs.flow.graph import END, START, Edge, Graph, Node, Shape
from esa_docs.model.flow import Flow, FlowEdge, FlowNode, Procedure, ProcedureRow

APPROVED: Final = "เห็นชอบ"
NOT_APPROVED: Final = "ไม่เห็นชอบ"

_Returns = dict[str, tuple[str, tuple[int | str, ...]]]
"""Where each step sends back to, and what says so."""


def build_graph(procedure: Procedure) -> Graph:
    """Return the graph of a procedure: its rows in order, with what its ``flow:`` adds and changes.

    What the content names and does not have stays in the graph, for `check_graph` to find.
    """
    flow = procedure.flow
    rows = _rows(procedure) if flow.from_table else {}
    steps = _placed(rows, flow)
    nodes = (
        Node(START, Shape.TERMINATOR, flow.start, origin=("flow",)),
        *(_without_hidden(node, flow) for node in steps),
        Node(END, Shape.TERMINATOR, flow.end, origin=("flow",)),
    )
    given = tuple(_given(edge, number) for number, edge in enumerate(flow.edges))
    taken = {edge.source for edge in given}
    returns = _returns(procedure)
    going_on = [pair for pair in pairwise(nodes) if pair[0].id not in taken]
    derived = (edge for node, following in going_on for edge in _ways(node, following, returns))
    return Graph(nodes, (*derived, *given))


def _rows(procedure: Procedure) -> dict[str, Node]:
    own = {node.id: (number, node) for number, node in enumerate(procedure.flow.nodes)}
    return {
        str(number): _row(str(number), row, own.get(str(number)))
        for number, row in enumerate(procedure.table, 1)
    }


def _row(name: str, row: ProcedureRow, own: tuple[int, FlowNode] | None) -> Node:
    """Make the step of a row, as a node of the same id redraws it."""
    origin: tuple[int | str, ...] = ("table", int(name) - 1)
    if own is None:
        return Node(name, Shape(row.shape), row.step, row.owner, row.time or "", origin)
    node = own[1]
    return Node(
        name,
        Shape(node.shape or row.shape),
        node.text or row.step,
        node.owner or row.owner,
        node.time or row.time or "",
        ("flow", "nodes", own[0]),
    )


def _placed(rows: dict[str, Node], flow: Flow) -> list[Node]:
    """Put new steps where they belong: below the one named, or below the one written before."""
    steps = list(rows.values())
    before = steps[-1].id if steps else ""
    redrawn: set[str] = set()
    for number, node in enumerate(flow.nodes):
        if node.id in rows and node.id not in redrawn:
            redrawn.add(node.id)
        else:
            place = _place_after(steps, node.after or before)
            steps.insert(place, _new(node, number))
        before = node.id
    return steps


def _place_after(steps: list[Node], name: str) -> int:
    return next((place for place, step in enumerate(steps, 1) if step.id == name), len(steps))


def _new(node: FlowNode, number: int) -> Node:
    shape = Shape(node.shape or "process")
    return Node(node.id, shape, node.text or "", node.owner or "", node.time or "", ("flow", "nodes", number))


def _without_hidden(node: Node, flow: Flow) -> Node:
    owner = node.owner if flow.show_owner else ""
    time = node.time if flow.show_time else ""
    return Node(node.id, node.shape, node.text, owner, time, node.origin)


def _returns(procedure: Procedure) -> _Returns:
    rows = enumerate(procedure.table if procedure.flow.from_table else ())
    returns: _Returns = {
        str(number + 1): (row.back_to, ("table", number, "back_to")) for number, row in rows if row.back_to
    }
    for number, node in enumerate(procedure.flow.nodes):
        if node.back_to:
            returns[node.id] = (node.back_to, ("flow", "nodes", number, "back_to"))
    return returns


def _ways(node: Node, following: Node, returns: _Returns) -> Iterator[Edge]:
    """Lead on to the next step, and back where the content says so."""
    decides = node.shape is Shape.DECISION
    yield Edge(node.id, following.id, APPROVED if decides and node.id in returns else "", origin=node.origin)
    if node.id in returns:
        target, origin = returns[node.id]
        yield Edge(node.id, target, NOT_APPROVED if decides else "", origin=origin)


def _given(edge: FlowEdge, number: int) -> Edge:
    return Edge(edge.source, edge.to, edge.label or "", edge.dotted, ("flow", "edges", number))
