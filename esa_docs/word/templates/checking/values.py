"""What the tags of a template ask for, compared with what its form declares: names, lists, what is printed.

The tree that Jinja makes of the tags is walked with shapes in the place of values. What cannot be told, such
as the result of a macro, is let pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from jinja2 import nodes

from esa_docs.model.printed.shape import Shape, Sort
from esa_docs.word.templates.checking.expressions import ExpressionReader, Report
from esa_docs.word.templates.checking.misuse import Value, no_list, unprintable
from esa_docs.word.templates.checking.syntax_names import defined_names

_NUMBERS_OF_LOOP: Final = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")
_FACTS_OF_LOOP: Final = ("first", "last")
_UNKNOWN_OF_LOOP: Final = ("previtem", "nextitem", "cycle", "changed")
"""Parts of a loop of which nothing is told: a member, or a function."""


def _shape_of_loop() -> Shape:
    fields = dict.fromkeys(_NUMBERS_OF_LOOP, Shape(Sort.NUMBER))
    fields |= dict.fromkeys(_FACTS_OF_LOOP, Shape(Sort.YES_NO))
    return Shape(Sort.GROUP, fields=fields)


_LOOP: Final = Value(_shape_of_loop(), "loop", "loop")


class ValueReader(ExpressionReader):
    """Walks the tree of a part.

    Attributes:
        printed: paths of what the part prints, with all that lies inside it, each with its first line.
    """

    def __init__(self, top: Shape, known_names: Sequence[str], report: Report) -> None:
        super().__init__(top, known_names, report)
        self.printed: dict[str, int] = {}

    def walk(self, node: nodes.Node) -> None:  # noqa: C901 a branch for each node
        """Walk a node that is no expression."""
        match node:
            case nodes.For():
                self._walk_loop(node)
            case nodes.If():
                self._walk_condition(node)
            case nodes.Output():
                self._walk_output(node)
            case nodes.Assign():
                self._assign(node.target, self.value(node.node))
            case nodes.AssignBlock():
                self._walk_all(node.body)
                self._assign(node.target, Value())
            case nodes.Macro():
                self._scopes[-1][node.name] = Value()
                self._walk_inside(node.args, node.body)
            case nodes.CallBlock():
                self._print(node.call)
                self._walk_inside(node.args, node.body)
            case nodes.With():
                self._walk_with(node)
            case nodes.Expr():
                self.value(node)
            case _:
                self._walk_all(node.iter_child_nodes())

    def _walk_all(self, children: Any) -> None:
        for child in children:
            self.walk(child)

    def _walk_inside(self, parameters: Sequence[nodes.Name], body: Sequence[nodes.Node]) -> None:
        """Walk the body of a macro, whose parameters nobody knows."""
        names = [parameter.name for parameter in parameters]
        with self._scope(dict.fromkeys([*names, "caller", "varargs", "kwargs"], Value())):
            self._walk_all(body)

    def _walk_with(self, node: nodes.With) -> None:
        values = [self.value(value) for value in node.values]
        with self._scope({}):
            for target, value in zip(node.targets, values, strict=True):
                self._assign(target, value)
            self._walk_all(node.body)

    def _walk_loop(self, node: nodes.For) -> None:
        members = self._member_of(self.value(node.iter), node)
        guarded_names = frozenset(f"loop.{name}" for name in _UNKNOWN_OF_LOOP)
        with self._scope({"loop": _LOOP}), self._guarding(guarded_names):
            self._assign(node.target, members)
            if node.test is not None:
                self.value(node.test)
            self._walk_all(node.body)
        self._walk_all(node.else_)

    def _member_of(self, value: Value, node: nodes.For) -> Value:
        """Return a member of what a loop goes through; report what is no list."""
        if value.shape is None:
            return Value()
        if value.shape.sort is Sort.LIST:
            return Value(value.shape.item, f"{value.path}[]")
        self._report_all(no_list(value), node)
        return Value()

    def _walk_condition(self, node: nodes.If) -> None:
        self.value(node.test)
        with self._guarding(defined_names(node.test)):
            self._walk_all(node.body)
        with self._guarding(defined_names(node.test, holds=False)):
            self._walk_all(node.elif_)
            self._walk_all(node.else_)

    def _walk_output(self, node: nodes.Output) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._report_all(unprintable(self._print(child)), child)

    def _print(self, node: nodes.Node) -> Value:
        """Return the value of an expression, and remember that all that it names is printed."""
        value = self.value(node)
        self._mark_printed(node)
        return value

    def _mark_printed(self, node: nodes.Node) -> None:
        path = ""
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            path = self._quiet_value(node).path
        if path:
            self.printed.setdefault(path, node.lineno)
            return
        children = node.iter_child_nodes(exclude=("test",))
        for child in children:
            self._mark_printed(child)

    def _assign(self, target: nodes.Node, value: Value) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1][target.name] = value
        for name in target.find_all(nodes.Name):
            self._scopes[-1][name.name] = Value()
