"""A template whose conditions hold and do not hold at once: every branch is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer


def with_all_branches(tree: nodes.Template) -> nodes.Template:
    """Return the tree of a template with the branches of its conditions one after the other.

    A condition such as ``is string`` stays: of its branches one alone fits the value.
    """
    branches = _AllBranches()
    all_branches: nodes.Template = branches.visit(tree)
    return all_branches


class _AllBranches(NodeTransformer):
    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802 Jinja's name
        conditions = [node, *node.elif_]
        asks_for_sort = any(_asks_for_sort(condition.test) for condition in conditions)
        if asks_for_sort:
            return self.generic_visit(node)
        return list(self._branches(conditions, node.else_))

    def _branches(self, conditions: list[nodes.If], else_body: list[nodes.Node]) -> Iterator[nodes.Node]:
        """Generate the conditions and the bodies of all branches."""
        for condition in conditions:
            yield nodes.ExprStmt(condition.test, lineno=condition.lineno)
            for inner_node in condition.body:
                yield from self.visit_list(inner_node)
        for inner_node in else_body:
            yield from self.visit_list(inner_node)


def _asks_for_sort(test: nodes.Node) -> bool:
    return isinstance(test, nodes.Test) or next(test.find_all(nodes.Test), None) is not None
