"""From a work's table and its ``flow:`` to the graph of its procedure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from esa_docs.flow.graph import END, START, Edge, Graph, Node, Origin, Shape
from esa_docs.model.flow import Flow, FlowEdge, FlowNode, Procedure, ProcedureRow

APPROVED: Final = "เห็นชอบ"
NOT_APPROVED: Final = "ไม่เห็นชอบ"


@dataclass(frozen=True, slots=True)
class _WayBack:
    """The step to which a ``back_to`` leads, and the place of that key."""

    target: str
    origin: Origin


def build_graph(procedure: Procedure) -> Graph:
    """Return the graph of a procedure: its rows in order, with what its ``flow:`` adds and changes.

    The content may name a step that is not there, or one id twice. Both stay in the graph, for
    `esa_docs.rules.flows.check_flow` to find.
    """
    flow_edges = [_flow_edge(edge, number) for number, edge in enumerate(procedure.flow.edges)]
    nodes = _nodes(procedure)
    usual_edges = _usual_edges(procedure, nodes, flow_edges)
    return Graph(nodes, (*usual_edges, *flow_edges))


def _nodes(procedure: Procedure) -> tuple[Node, ...]:
    flow = procedure.flow
    start = Node(START, Shape.TERMINATOR, flow.start, origin=("flow",))
    end = Node(END, Shape.TERMINATOR, flow.end, origin=("flow",))
    steps = [_without_hidden_notes(step, flow) for step in _steps(procedure)]
    return (start, *steps, end)


def _steps(procedure: Procedure) -> list[Node]:
    """Return the steps of the rows, and among them the new steps of ``flow: nodes:``.

    A new step stands below the one that its ``after`` names, else below the one written before it.
    """
    flow = procedure.flow
    steps = _row_steps(procedure)
    ids_of_rows = {step.id for step in steps}
    previous = steps[-1].id if steps else ""
    for number, node in enumerate(flow.nodes):
        if node.id in ids_of_rows:
            # The node redraws its row. A second node of that id becomes a new step, which the rules refuse.
            ids_of_rows.remove(node.id)
        else:
            place = _place_below(steps, node.after or previous)
            steps.insert(place, _new_step(node, number))
        previous = node.id
    return steps


def _row_steps(procedure: Procedure) -> list[Node]:
    """Return the steps of the table. A node of ``flow:`` with the id of a step takes its place.

    The list is empty if the flow leaves the table out.
    """
    if not procedure.flow.from_table:
        return []
    steps = {}
    for place, row in enumerate(procedure.table):
        step = _row_step(row, place)
        steps[step.id] = step
    redrawn_steps = {}
    for number, node in enumerate(procedure.flow.nodes):
        if node.id in steps:
            # Of several nodes with one id the last redraws the row, not a redrawn step.
            redrawn_steps[node.id] = _redrawn_step(steps[node.id], node, number)
    steps.update(redrawn_steps)
    return list(steps.values())


def _row_step(row: ProcedureRow, place: int) -> Node:
    name = str(place + 1)
    return Node(name, Shape(row.shape), row.step, row.owner, row.time or "", ("table", place))


def _redrawn_step(step: Node, node: FlowNode, number: int) -> Node:
    """Return a step as a node of ``flow:`` changes it; what the node leaves out stays."""
    shape = Shape(node.shape or step.shape)
    text = node.text or step.text
    owner = node.owner or step.owner
    time = node.time or step.time
    return Node(step.id, shape, text, owner, time, ("flow", "nodes", number))


def _new_step(node: FlowNode, number: int) -> Node:
    shape = Shape(node.shape or "process")
    origin = ("flow", "nodes", number)
    return Node(node.id, shape, node.text or "", node.owner or "", node.time or "", origin)


def _place_below(steps: list[Node], name: str) -> int:
    """Return the place in the list below the step of a name; the end of the list if there is no such step."""
    for place, step in enumerate(steps, 1):
        if step.id == name:
            return place
    return len(steps)


def _without_hidden_notes(step: Node, flow: Flow) -> Node:
    """Return a step without the owner or the time that the content asks not to print."""
    if not flow.show_owner:
        step = replace(step, owner="")
    if not flow.show_time:
        step = replace(step, time="")
    return step


def _usual_edges(procedure: Procedure, nodes: tuple[Node, ...], flow_edges: list[Edge]) -> Iterator[Edge]:
    """Generate the arrows to the next step, and those of each ``back_to``.

    A step gets none of them where ``flow: edges:`` has arrows from it.
    """
    sources_of_flow_edges = {edge.source for edge in flow_edges}
    ways_back = _ways_back(procedure)
    for node, following in pairwise(nodes):
        if node.id not in sources_of_flow_edges:
            yield from _usual_edges_of_step(node, following, ways_back.get(node.id))


def _usual_edges_of_step(node: Node, following: Node, way_back: _WayBack | None) -> Iterator[Edge]:
    if way_back is None:
        yield Edge(node.id, following.id, origin=node.origin)
        return
    if node.shape is Shape.DECISION:
        label_on, label_back = APPROVED, NOT_APPROVED
    else:
        label_on, label_back = "", ""
    yield Edge(node.id, following.id, label_on, origin=node.origin)
    yield Edge(node.id, way_back.target, label_back, origin=way_back.origin)


def _ways_back(procedure: Procedure) -> dict[str, _WayBack]:
    """Return the way back of each step that has one; a node of ``flow:`` goes before the row of its id."""
    ways_back = {}
    if procedure.flow.from_table:
        for place, row in enumerate(procedure.table):
            if row.back_to:
                ways_back[str(place + 1)] = _WayBack(row.back_to, ("table", place, "back_to"))
    for number, node in enumerate(procedure.flow.nodes):
        if node.back_to:
            ways_back[node.id] = _WayBack(node.back_to, ("flow", "nodes", number, "back_to"))
    return ways_back


def _flow_edge(edge: FlowEdge, number: int) -> Edge:
    return Edge(edge.source, edge.to, edge.label or "", edge.dotted, ("flow", "edges", number))
