"""Names in the tree that Jinja makes of tags: filters that keep a value, and names asked for with care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

PASSING_FILTERS: Final = frozenset({"default", "d", "list", "reverse", "safe", "sort", "trim", "unique", "e"})
"""Filters whose result is what they take, or a list of it."""
PICKING_FILTERS: Final = frozenset({"first", "last", "min", "max"})
"""Filters that pick a member of a list."""


def defined_names(test: nodes.Node, *, holds: bool = True) -> frozenset[str]:
    """Return the names, with their parts behind dots, that are there where a condition holds, or does not."""
    match test:
        case nodes.Test(name="defined") if holds:
            return frozenset({dotted_name(test.node)})
        case nodes.Test(name="undefined") if not holds:
            return frozenset({dotted_name(test.node)})
        case nodes.Not():
            return defined_names(test.node, holds=not holds)
        case nodes.And() if holds:
            return defined_names(test.left) | defined_names(test.right)
        case nodes.Or() if not holds:
            return defined_names(test.left, holds=False) | defined_names(test.right, holds=False)
    return frozenset()


def dotted_name(node: nodes.Node) -> str:
    """Return a name with its parts behind dots; empty for any other expression."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{dotted_name(node.node)}.{node.attr}"
    return ""


def filters_and_tests(tree: nodes.Node) -> Iterator[tuple[str, str, int]]:
    """Generate sort, name and line of each filter and test."""
    for filter_node in tree.find_all(nodes.Filter):
        yield "filter", filter_node.name, filter_node.lineno
    for test_node in tree.find_all(nodes.Test):
        yield "test", test_node.name, test_node.lineno
