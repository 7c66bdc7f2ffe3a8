"""What the tags of a template ask for, compared with what its form declares: names, lists, what is printed.

The tree that Jinja makes of the tags is walked with shapes in the place of values. What cannot be told, such
as the result of a macro, is let pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from jinja2 import nodes

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort
from esa_docs.word.templates.checking.misuse import Value, filtered, hint_of_part, no_list, unprintable
from esa_docs.word.templates.checking.syntax_names import PASSING_FILTERS, PICKING_FILTERS, defined_names

Report = Callable[[int, str, str, str], None]
"""Takes the line, the code, the message and the hint of a finding."""
_PYTHON_TYPES: Final[Mapping[Sort, type]] = {
    Sort.TEXT: str,
    Sort.DRAWING: str,
    Sort.NUMBER: int,
    Sort.YES_NO: bool,
    Sort.GROUP: dict,
    Sort.LIST: list,
}


class ValueReader:
    """Walks the tree of a part.

    Attributes:
        printed: paths of what the part prints, with all that lies inside it.
    """

    def __init__(self, top: Shape, known_names: Sequence[str], report: Report) -> None:
        self.printed: set[str] = set()
        self._report = report
        top_values = {name: Value(shape, name) for name, shape in top.fields.items()}
        known_values = dict.fromkeys(known_names, Value())
        self._scopes: list[dict[str, Value]] = [known_values, top_values]
        self._ended_names: set[str] = set()
        self._guarded: frozenset[str] = frozenset()

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

    def value(self, node: nodes.Node) -> Value:  # noqa: C901, PLR0911 a branch for each node
        """Return what an expression gives, and report the names in it that nobody declares."""
        match node:
            case nodes.Name():
                return self._value_of_name(node)
            case nodes.Getattr():
                return self._part_of(self.value(node.node), node.attr, node)
            case nodes.Getitem():
                return self._item_of(node)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test() if node.name in {"defined", "undefined"}:
                return Value()
            case nodes.Concat():
                for part in node.nodes:
                    self._report_all(unprintable(self.value(part)), node)
                return Value()
            case nodes.CondExpr():
                self.value(node.test)
                first, second = (self.value(part) for part in (node.expr1, node.expr2 or node.expr1))
                return first if first.shape else second
        for child in node.iter_child_nodes():
            self.value(child)
        return Value()

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
        with self._scope({"loop": Value()}):
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
        guarded_before = self._guarded
        self._guarded |= defined_names(node.test)
        self._walk_all(node.body)
        self._guarded = guarded_before
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
            self.printed.add(path)
            return
        children = node.iter_child_nodes(exclude=("test",))
        for child in children:
            self._mark_printed(child)

    def _quiet_value(self, node: nodes.Node) -> Value:
        report = self._report
        self._report = lambda *_finding: None
        value = self.value(node)
        self._report = report
        return value

    def _assign(self, target: nodes.Node, value: Value) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1][target.name] = value
        for name in target.find_all(nodes.Name):
            self._scopes[-1][name.name] = Value()

    def _value_of_name(self, node: nodes.Name) -> Value:
        for scope in reversed(self._scopes):
            if node.name in scope:
                return scope[node.name]
        # Names that begin so are the program's own.
        if node.name.startswith("_") or node.name in self._guarded:
            return Value()
        self._report_unknown_name(node)
        return Value()

    def _report_unknown_name(self, node: nodes.Name) -> None:
        message = _("the template asks for '{name}', which is no value of this form").format(name=node.name)
        names: list[str] = []
        for scope in reversed(self._scopes[1:]):
            names += [name for name in scope if name not in names]
        hint = nearest_hint(node.name, names)
        if node.name in self._ended_names:
            hint = _("'{name}' is known only inside of its loop.").format(name=node.name)
        self._report(node.lineno, "E327", message, hint)

    def _part_of(self, value: Value, name: str, node: nodes.Node) -> Value:
        """Return the part of a value behind a dot."""
        shape = value.shape
        path = f"{value.path}.{name}"
        if shape is None or path in self._guarded:
            return Value()
        if name in shape.fields:
            return Value(shape.fields[name], path)
        if hasattr(_PYTHON_TYPES[shape.sort], name):
            return Value()
        message = _("the template asks for '{name}', which '{owner}' does not have")
        words = message.format(name=name, owner=value.path)
        self._report(node.lineno, "E327", words, hint_of_part(value, name))
        return Value()

    def _item_of(self, node: nodes.Getitem) -> Value:
        value = self.value(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part_of(value, node.arg.value, node)
        self.value(node.arg)
        if value.shape and value.shape.item and isinstance(node.arg, nodes.Const):
            return Value(value.shape.item, f"{value.path}[]")
        return value if isinstance(node.arg, nodes.Slice) else Value()

    def _filtered(self, node: nodes.Filter) -> Value:
        is_guarded = node.name in {"default", "d"}
        value = Value()
        if node.node is not None:
            value = self._quiet_value(node.node) if is_guarded else self.value(node.node)
        for argument in node.args:
            self.value(argument)
        self._report_all(filtered(value, node), node)
        if node.name in PASSING_FILTERS:
            return value
        if node.name in PICKING_FILTERS and value.shape and value.shape.item:
            return Value(value.shape.item, f"{value.path}[]")
        return Value()

    def _report_all(self, misuses: Iterable[tuple[str, str]], node: nodes.Node) -> None:
        """Report that a value is used as what it is not (E335)."""
        for message, hint in misuses:
            self._report(node.lineno, "E335", message, hint)

    @contextmanager
    def _scope(self, values: dict[str, Value]) -> Iterator[None]:
        self._scopes.append(values)
        yield
        self._ended_names.update(self._scopes.pop())
