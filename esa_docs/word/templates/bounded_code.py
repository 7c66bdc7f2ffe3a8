"""Jinja's code of a template with a count of every turn of its loops, and a look at every joined text."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

from esa_docs.word.templates.bounds import bounded, count_turn

_TURN: Final = "_turn"
_BOUNDED: Final = "_bounded"


class BoundedCode(CodeGenerator):
    """A code generator for an environment that has the filters of `BOUNDING_FILTERS`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 Jinja's name
        """Write the code of a template, its loops bounded."""
        _Bounding().visit(node)
        super().visit_Template(node, frame)


class _Bounding(NodeTransformer):
    """Puts filters into a template, before Jinja looks which filters it needs."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        # In the body, not around the list: a recursive loop is given further lists by itself.
        statement = nodes.ExprStmt(_filter(_TURN, nodes.Const(None), node.lineno))
        statement.set_lineno(node.lineno)
        node.body.insert(0, statement)
        if node.test is not None:
            turn = _filter(_TURN, nodes.Const(None), node.lineno)
            node.test = nodes.And(turn, node.test, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        return _filter(_BOUNDED, node, node.lineno)


def _filter(name: str, value: nodes.Expr, line: int) -> nodes.Filter:
    node = nodes.Filter(value, name, [], [], None, None)
    node.set_lineno(line)
    return node


# With the context of a document Jinja cannot work it out once, while it compiles.
@pass_context
def _turn(_context: Context, _value: Any) -> bool:
    count_turn()
    return True


BOUNDING_FILTERS: Final = {_TURN: _turn, _BOUNDED: bounded}
