"""The flow chart of a procedure hangs together.

E202 a new step has no text · E611 an id stands twice · E612 an arrow, `back_to` or `after` names a step
that is not there · E613 nothing leads to a step · E614 no way leads from a step to the end · E615 a decision
has fewer than two ways, or ways without words of their own · E616 an arrow into the start, out of the end, or
from a step to itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from esa_docs.flow.building import build_graph
from esa_docs.flow.graph import END, START, Edge, Graph, Node, Shape
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.flow import Procedure
from esa_docs.model.problem import Problem


def check_flow(procedure: Procedure) -> tuple[Problem, ...]:
    """Find what is wrong with the flow chart of a procedure; paths begin at the procedure."""
    graph = build_graph(procedure)
    named = (*_repeated(graph), *_without_text(graph), *_unknown(graph, procedure))
    return named or (*_misled(graph), *_undecided(graph), *_cut_off(graph))


def _repeated(graph: Graph) -> Iterator[Problem]:
    seen: set[str] = set()
    for node in sorted(graph.nodes, key=lambda node: node.origin != ("flow",)):  # the ends were there first
        if node.id in seen:
            message = _("the id '{id}' stands here again").format(id=node.id)
            yield Problem((*node.origin, "id"), "E611", message, _("Give each step an id of its own."))
        seen.add(node.id)


def _without_text(graph: Graph) -> Iterator[Problem]:
    for node in graph.nodes:
        if not node.text:
            message = _("the key '{key}' is missing").format(key="text")
            yield Problem(node.origin, "E202", message, _("Add '{key}:' here.").format(key="text"))


def _unknown(graph: Graph, procedure: Procedure) -> Iterator[Problem]:
    known = [node.id for node in graph.nodes]
    named = [(edge.target, edge.origin, "to") for edge in graph.edges]
    named += [(edge.source, edge.origin, "from") for edge in graph.edges]
    named += [
        (node.after, ("flow", "nodes", number), "after")
        for number, node in enumerate(procedure.flow.nodes)
        if node.after
    ]
    for name, origin, key in named:
        if name not in known:
            path = origin if origin[-1] == "back_to" else (*origin, key)
            message = _("a step of this flow is expected, found '{name}'").format(name=name)
            yield Problem(path, "E612", message, nearest_hint(name, known))


def _misled(graph: Graph) -> Iterator[Problem]:
    for edge in graph.edges:
        if edge.target == START or edge.source in {END, edge.target}:
            message = _("the arrow from '{source}' to '{target}' leads nowhere a reader could go")
            text = message.format(source=edge.source, target=edge.target)
            hint = _("Nothing leads to the start, away from the end, or from a step to itself.")
            yield Problem(edge.origin, "E616", text, hint)


def _undecided(graph: Graph) -> Iterator[Problem]:
    for node in graph.nodes:
        ways = list(graph.ways_from(node.id))
        if node.shape is Shape.DECISION and not _decides(ways):
            message = _("two or more ways, each with its own words, are expected from the decision '{text}'")
            hint = _("Give it 'back_to:', or arrows with 'label:' under 'flow: edges:'.")
            yield Problem(node.origin, "E615", message.format(text=node.text), hint)


def _decides(ways: list[Edge]) -> bool:
    labels = Counter(edge.label for edge in ways)
    return len(ways) > 1 and "" not in labels and max(labels.values()) == 1


def _cut_off(graph: Graph) -> Iterator[Problem]:
    reached, ending = graph.reached_from(START), graph.leading_to(END)
    for node in graph.nodes[1:-1]:  # where nothing leads to the end, the steps that lead elsewhere are named
        if node.id not in reached:
            yield _lost(node, "E613", _("nothing leads to the step '{text}'"))
        if node.id not in ending:
            yield _lost(node, "E614", _("no way leads from the step '{text}' to the end"))


def _lost(node: Node, code: str, message: str) -> Problem:
    hint = _("Look at 'flow: edges:'; arrows given for a step take the place of the usual one.")
    return Problem(node.origin, code, message.format(text=node.text), hint)
