"""A procedure as steps and arrows between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

START: Final = "start"
END: Final = "end"

Origin = tuple[int | str, ...]
"""Key path of what a step or arrow was made from, below its work: ``("table", 2)``."""


class Shape(StrEnum):
    """What a step is drawn as, after ISO 5807."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    DOCUMENT = "document"
    SUBPROCESS = "subprocess"
    CONNECTOR = "connector"
    """Where a chart goes on elsewhere: made by the layout, never part of a graph."""


@dataclass(frozen=True, slots=True)
class Node:
    """One step.

    Attributes:
        id: its name in the flow: ``1`` for the first row of the table.
        shape: what it is drawn as.
        text: what stands in it.
        owner: who is responsible; empty where none is printed.
        time: time as printed; empty where none is.
        origin: what it was made from.
    """

    id: str
    shape: Shape
    text: str
    owner: str = ""
    time: str = ""
    origin: Origin = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow, with the words at it and what it was made from."""

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
        """Give the arrows that leave a step."""
        return (edge for edge in self.edges if edge.source == node)

    def reached_from(self, node: str) -> set[str]:
        """Give the steps to which arrows lead from one, itself among them."""
        return _closure(node, [(edge.source, edge.target) for edge in self.edges])

    def leading_to(self, node: str) -> set[str]:
        """Give the steps from which arrows lead to one, itself among them."""
        return _closure(node, [(edge.target, edge.source) for edge in self.edges])


def _closure(first: str, pairs: list[tuple[str, str]]) -> set[str]:
    found, waiting = {first}, [first]
    while waiting:
        here = waiting.pop()
        further = {target for source, target in pairs if source == here} - found
        found |= further
        waiting += further
    return found
