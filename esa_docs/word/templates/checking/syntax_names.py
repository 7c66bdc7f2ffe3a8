"""Names in the tree that Jinja makes of tags: filters that keep a value, and names asked for with care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

PASSING_FILTERS: Final = frozenset({"default", "d", "list", "reverse", "safe", "sort", "trim", "unique", "e"})
"""Filters whose result is what they take, or a list of it."""
PICKING_FILTERS: Final = frozenset({"first", "last", "min", "max"})
"""Filters that pick a member of a list."""


def defined_names(test: nodes.Node) -> frozenset[str]:
    """Return the names, with their parts behind dots, of which a condition asks whether they are there."""
    names: set[str] = set()
    for node in (test, *test.find_all(nodes.Test)):
        if isinstance(node, nodes.Test) and node.name == "defined":
            names.add(dotted_name(node.node))
    return frozenset(names)


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
