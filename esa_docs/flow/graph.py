"""A procedure as steps and arrows between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

START: Final = "start"
END: Final = "end"

Origin = tuple[int | str, ...]
"""Key path of the content that a step or arrow comes from, below its work: ``("table", 2)``."""


class Shape(StrEnum):
    """The symbol of a step, after ISO 5807."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    DOCUMENT = "document"
    SUBPROCESS = "subprocess"
    CONNECTOR = "connector"
    """The mark at which a chart goes on elsewhere. The layout adds it; a graph never has one."""


@dataclass(frozen=True, slots=True)
class Node:
    """One step.

    Attributes:
        id: its name in the flow: ``1`` for the first row of the table.
        shape: its symbol.
        text: words inside the symbol.
        owner: who is responsible; empty where none is printed.
        time: time as printed; empty where none is.
        origin: place in the content; steps from different places can be equal.
    """

    id: str
    shape: Shape
    text: str
    owner: str = ""
    time: str = ""
    origin: Origin = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow.

    Attributes:
        source: id of the step that it leaves.
        target: id of the step to which it leads.
        label: words at the arrow; empty for none.
        dotted: whether its line is dotted.
        origin: place in the content; arrows from different places can be equal.
    """

    source: str
    target: str
    label: str = ""
    dotted: bool = False
    origin: Origin = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Graph:
    """A procedure.

    Attributes:
        nodes: steps in the order in which they stand below each other, start first, end last.
        edges: arrows.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def ways_from(self, node: str) -> Iterator[Edge]:
        """Generate the arrows that leave a step."""
        for edge in self.edges:
            if edge.source == node:
                yield edge

    def reached_from(self, node: str) -> set[str]:
        """Return the step and all steps to which arrows lead from it, directly or through others."""
        next_nodes: defaultdict[str, set[str]] = defaultdict(set)
        for edge in self.edges:
            next_nodes[edge.source].add(edge.target)
        return _closure(node, next_nodes)

    def leading_to(self, node: str) -> set[str]:
        """Return the step and all steps from which arrows lead to it, directly or through others."""
        previous_nodes: defaultdict[str, set[str]] = defaultdict(set)
        for edge in self.edges:
            previous_nodes[edge.target].add(edge.source)
        return _closure(node, previous_nodes)


def _closure(first: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    """Return the first node, its neighbours, their neighbours and so on."""
    reached_nodes = {first}
    waiting = [first]
    while waiting:
        here = waiting.pop()
        new_nodes = neighbours.get(here, set()) - reached_nodes
        reached_nodes |= new_nodes
        waiting += new_nodes
    return reached_nodes
