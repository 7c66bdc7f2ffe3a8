"""What the expressions in the tags of a template give, compared with what its form declares.

The tree that Jinja makes of the tags is read with shapes in the place of values. What cannot be told, such
as the result of a macro, is let pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from jinja2 import nodes

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort
from esa_docs.word.templates.checking.misuse import Value, filtered, hint_of_loop, hint_of_part, unprintable
from esa_docs.word.templates.checking.name_hints import hint_of_name
from esa_docs.word.templates.checking.syntax_names import PASSING_FILTERS, PICKING_FILTERS, defined_names
from esa_docs.word.templates.tags.own_names import OWN_VALUES

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


class ExpressionReader:
    """Reads the expressions of a part."""

    def __init__(self, top: Shape, known_names: Sequence[str], report: Report) -> None:
        self._top = top
        self._report = report
        top_values = {name: Value(shape, name, name) for name, shape in top.fields.items()}
        known_values = dict.fromkeys(known_names, Value())
        self._scopes: list[dict[str, Value]] = [known_values, top_values]
        self._ended_names: set[str] = set()
        self._guarded: frozenset[str] = frozenset()

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
                self._owner_of(node.node)
                return Value()
            case nodes.Concat():
                return self._concatenated(node)
            case nodes.CondExpr():
                return self._chosen(node)
            case nodes.And() | nodes.Or():
                return self._joined_by_word(node)
        for child in node.iter_child_nodes():
            self.value(child)
        return Value()

    def _concatenated(self, node: nodes.Concat) -> Value:
        for part in node.nodes:
            self._report_all(unprintable(self.value(part)), node)
        return Value()

    def _owner_of(self, node: nodes.Node) -> None:
        """Read what stands before the last dot: it must be there, though nobody minds if its part is not."""
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            self.value(node.node)

    def _chosen(self, node: nodes.CondExpr) -> Value:
        self.value(node.test)
        with self._guarding(defined_names(node.test)):
            first = self.value(node.expr1)
        if node.expr2 is None:
            return first
        with self._guarding(defined_names(node.test, holds=False)):
            second = self.value(node.expr2)
        return first if first.shape else second

    def _joined_by_word(self, node: nodes.And | nodes.Or) -> Value:
        self.value(node.left)
        with self._guarding(defined_names(node.left, holds=isinstance(node, nodes.And))):
            self.value(node.right)
        return Value()

    def _quiet_value(self, node: nodes.Node) -> Value:
        report = self._report
        self._report = lambda *_finding: None
        value = self.value(node)
        self._report = report
        return value

    def _value_of_name(self, node: nodes.Name) -> Value:
        for scope in reversed(self._scopes):
            if node.name in scope:
                return scope[node.name]._replace(name=node.name)
        if node.name in self._guarded or OWN_VALUES.fullmatch(node.name):
            return Value()
        self._report_unknown_name(node)
        return Value()

    def _report_unknown_name(self, node: nodes.Name) -> None:
        message = _("the template asks for '{name}', which is no value of this form").format(name=node.name)
        names: list[str] = []
        for scope in reversed(self._scopes[1:]):
            names += [name for name in scope if not OWN_VALUES.fullmatch(name)]
        hint = hint_of_name(node.name, self._top) or nearest_hint(node.name, list(dict.fromkeys(names)))
        if node.name in self._ended_names:
            words = _("'{name}' is known only inside of its loop.").format(name=node.name)
            hint = f"{words} {hint_of_name(node.name, self._top)}".rstrip()
        self._report(node.lineno, "E327", message, hint)

    def _part_of(self, value: Value, name: str, node: nodes.Node) -> Value:
        """Return the part of a value behind a dot."""
        shape = value.shape
        path = f"{value.path}.{name}"
        typed_name = f"{value.name}.{name}"
        if shape is None or typed_name in self._guarded:
            return Value()
        if name in shape.fields:
            return Value(shape.fields[name], path, typed_name)
        if hasattr(_PYTHON_TYPES[shape.sort], name):
            return Value()
        message = _("the template asks for '{name}', which '{owner}' does not have")
        words = message.format(name=name, owner=value.name)
        self._report(node.lineno, "E327", words, hint_of_part(value, name))
        return Value()

    def _item_of(self, node: nodes.Getitem) -> Value:
        value = self.value(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part_of(value, node.arg.value, node)
        if isinstance(node.arg, nodes.Tuple) and not node.arg.items:
            self._report_brackets(value, node)
            return Value()
        self.value(node.arg)
        if value.shape and value.shape.item and isinstance(node.arg, nodes.Const):
            return Value(value.shape.item, f"{value.path}[]", f"{value.name}[{node.arg.value}]")
        return value if isinstance(node.arg, nodes.Slice) else Value()

    def _report_brackets(self, value: Value, node: nodes.Getitem) -> None:
        """Report that somebody typed the brackets by which lists of variables name a member."""
        message = _("the brackets in '{name}[]' are empty")
        words = message.format(name=value.name)
        self._report(node.lineno, "E327", words, hint_of_loop(value, ""))

    def _filtered(self, node: nodes.Filter) -> Value:
        is_guarded = node.name in {"default", "d"}
        value = Value()
        if node.node is not None:
            value = self._guarded_value(node.node) if is_guarded else self.value(node.node)
        for argument in node.args:
            self.value(argument)
        self._report_all(filtered(value, node), node)
        if node.name in PASSING_FILTERS:
            return value
        if node.name in PICKING_FILTERS and value.shape and value.shape.item:
            return Value(value.shape.item, f"{value.path}[]", f"({value.name}|{node.name})")
        return Value()

    def _guarded_value(self, node: nodes.Node) -> Value:
        """Return the value of an expression that another one replaces where it is not there."""
        self._owner_of(node)
        return self._quiet_value(node)

    def _report_all(self, misuses: Iterable[tuple[str, str]], node: nodes.Node) -> None:
        """Report that a value is used as what it is not (E335)."""
        for message, hint in misuses:
            self._report(node.lineno, "E335", message, hint)

    @contextmanager
    def _scope(self, values: dict[str, Value]) -> Iterator[None]:
        self._scopes.append(values)
        yield
        self._ended_names.update(self._scopes.pop())

    @contextmanager
    def _guarding(self, names: frozenset[str]) -> Iterator[None]:
        """Let names be asked for that a condition has found to be there."""
        guarded_before = self._guarded
        self._guarded |= names
        yield
        self._guarded = guarded_before
