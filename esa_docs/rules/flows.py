"""The steps of a flow chart are all there, and each lies on a way from the start to the end.

E202 a new step has no text · E611 an id stands twice · E612 an arrow, `back_to` or `after` names a step
that is not there · E613 nothing leads to a step · E614 no way leads from a step to the end · E615 a decision
has fewer than two ways, or ways without words of their own · E616 an arrow into the start, out of the end, or
from a step to itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.flow.building import build_graph
from esa_docs.flow.graph import END, START, Edge, Graph, Node, Origin, Shape
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.flow import Procedure
from esa_docs.model.problem import Problem, unprinted

_ORIGIN_OF_ENDS: Final = ("flow",)
"""Key path of what start and end are made from."""


def check_flow(procedure: Procedure) -> tuple[Problem, ...]:
    """Return the problems of the flow chart of a procedure. Their paths begin at the procedure.

    Ways are looked at only once every step has a text and an id of its own, and every id named is that of a
    step.
    """
    graph = build_graph(procedure)
    problems_of_steps = (*_repeated_ids(graph), *_missing_texts(graph), *_unknown_steps(graph, procedure))
    if problems_of_steps:
        return problems_of_steps
    return (*_impossible_arrows(graph), *_unclear_decisions(graph), *_cut_off_steps(graph))


def find_hidden_notes(procedure: Procedure) -> Iterator[Problem]:
    """Generate a problem of each owner or time of a step that the chart is told not to show (E222)."""
    flow = procedure.flow
    for number, node in enumerate(flow.nodes):
        path = ("flow", "nodes", number)
        if node.owner and not flow.show_owner:
            yield _hidden_note((*path, "owner"), "show_owner")
        if node.time and not flow.show_time:
            yield _hidden_note((*path, "time"), "show_time")


def _hidden_note(path: tuple[int | str, ...], switch: str) -> Problem:
    message = _("this is not printed, because of '{switch}: false'").format(switch=switch)
    return unprinted(path, message, _("Delete it, or delete '{switch}:'.").format(switch=switch))


def _repeated_ids(graph: Graph) -> Iterator[Problem]:
    # Start and end come first: a step with the id of one of them is the one to be renamed.
    ends = [node for node in graph.nodes if node.origin == _ORIGIN_OF_ENDS]
    steps = [node for node in graph.nodes if node.origin != _ORIGIN_OF_ENDS]
    seen_ids: set[str] = set()
    for node in (*ends, *steps):
        if node.id in seen_ids:
            message = _("the id '{id}' stands here again").format(id=node.id)
            yield Problem((*node.origin, "id"), "E611", message, _("Give each step an id of its own."))
        seen_ids.add(node.id)


def _missing_texts(graph: Graph) -> Iterator[Problem]:
    for node in graph.nodes:
        if not node.text:
            message = _("the key '{key}' is missing").format(key="text")
            yield Problem(node.origin, "E202", message, _("Add '{key}:' here.").format(key="text"))


def _unknown_steps(graph: Graph, procedure: Procedure) -> Iterator[Problem]:
    ids = [node.id for node in graph.nodes]
    for step_id, path in _references(graph, procedure):
        if step_id not in ids:
            message = _("a step of this flow is expected, found '{name}'").format(name=step_id)
            yield Problem(path, "E612", message, nearest_hint(step_id, ids))


def _references(graph: Graph, procedure: Procedure) -> Iterator[tuple[str, Origin]]:
    """Generate every id by which content names a step, with the key path of the id."""
    for edge in graph.edges:
        yield edge.target, _path_in_arrow(edge, "to")
    for edge in graph.edges:
        yield edge.source, _path_in_arrow(edge, "from")
    for number, node in enumerate(procedure.flow.nodes):
        if node.after:
            yield node.after, ("flow", "nodes", number, "after")


def _path_in_arrow(edge: Edge, key: str) -> Origin:
    """Return the key path of the id at one end of an arrow. An arrow made of `back_to` has its ids there."""
    if edge.origin[-1] == "back_to":
        return edge.origin
    return (*edge.origin, key)


def _impossible_arrows(graph: Graph) -> Iterator[Problem]:
    for edge in graph.edges:
        leads_to_start = edge.target == START
        leaves_end = edge.source == END
        leads_to_itself = edge.source == edge.target
        if leads_to_start or leaves_end or leads_to_itself:
            message = _("the arrow from '{source}' to '{target}' leads nowhere a reader could go")
            text = message.format(source=edge.source, target=edge.target)
            hint = _("Nothing leads to the start, away from the end, or from a step to itself.")
            yield Problem(edge.origin, "E616", text, hint)


def _unclear_decisions(graph: Graph) -> Iterator[Problem]:
    for node in graph.nodes:
        if node.shape is not Shape.DECISION:
            continue
        labels = [edge.label for edge in graph.ways_from(node.id)]
        if not _are_choices(labels):
            message = _("two or more ways, each with its own words, are expected from the decision '{text}'")
            hint = _("Give it 'back_to:', or arrows with 'label:' under 'flow: edges:'.")
            yield Problem(node.origin, "E615", message.format(text=node.text), hint)


def _are_choices(labels: list[str]) -> bool:
    """Return whether the words at the ways out of a decision let a reader choose between them."""
    are_different = len(set(labels)) == len(labels)
    return len(labels) > 1 and "" not in labels and are_different


def _cut_off_steps(graph: Graph) -> Iterator[Problem]:
    ids_behind_start = graph.reached_from(START)
    ids_before_end = graph.leading_to(END)
    # Start and end are passed over: where nothing leads to the end, the steps before it are reported.
    for node in graph.nodes[1:-1]:
        if node.id not in ids_behind_start:
            yield _cut_off_step(node, "E613", _("nothing leads to the step '{text}'"))
        if node.id not in ids_before_end:
            yield _cut_off_step(node, "E614", _("no way leads from the step '{text}' to the end"))


def _cut_off_step(node: Node, code: str, message: str) -> Problem:
    hint = _("Look at 'flow: edges:'; arrows given for a step take the place of the usual one.")
    return Problem(node.origin, code, message.format(text=node.text), hint)
