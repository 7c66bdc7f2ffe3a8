"""Jinja's code of a template with a count of every turn of its loops, and a look at every joined text.

Where macros and blocks hold XML, every use of a value that takes its letters is looked at too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

from esa_docs.word.templates.faults.piece_faults import cut_piece
from esa_docs.word.templates.filling.bounds import bounded, count_turn
from esa_docs.word.templates.filling.printable import printable
from esa_docs.word.templates.filling.text_filters import refuse_notation
from esa_docs.word.templates.tags.held_pieces import has_piece, plain_text, released
from esa_docs.word.templates.tags.own_names import OWN_FILTERS

_TURN: Final = "_turn"
_BOUNDED: Final = "_bounded"
_WORD: Final = "_word"
_LETTERS: Final = "_letters"
_PLAIN: Final = "_plain"
_RELEASED: Final = "_released"
_RESULT: Final = "_result"
_DEFINITIONS: Final = (nodes.Macro, nodes.AssignBlock, nodes.CallBlock, nodes.FilterBlock, nodes.Block)
_OTHER_TEXT: Final = re.compile(r"<(?:w:instrText|m:t|w:t)\b[^<>]*>[^<]*\Z")
_LONGEST_TAIL: Final = 1000


class BoundedCode(CodeGenerator):
    """A code generator for an environment that has the filters of `BOUNDING_FILTERS`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 Jinja's name
        """Write the code of a template, its loops bounded."""
        _Bounding(has_pieces=_holds_pieces(node)).visit(node)
        super().visit_Template(node, frame)


def _holds_pieces(tree: nodes.Template) -> bool:
    """Return whether a value of the template may be a piece of XML."""
    for node in tree.find_all(_DEFINITIONS):
        is_own = isinstance(node, nodes.FilterBlock) and _is_own(node)
        if not is_own and _has_xml(node):
            return True
    return any(node.recursive and _has_xml(node) for node in tree.find_all(nodes.For))


def _has_xml(node: nodes.Node) -> bool:
    """Return whether elements stand between the tags in a node; in a text ``<`` is a code."""
    return any("<" in data.data for data in node.find_all(nodes.TemplateData)) or any(
        _is_own(block) for block in node.find_all(nodes.FilterBlock)
    )


def _is_own(block: nodes.FilterBlock) -> bool:
    """Return whether the compiler has put a filter around a text."""
    return OWN_FILTERS.fullmatch(block.filter.name) is not None


class _Bounding(NodeTransformer):
    """Puts filters into a template, before Jinja looks which filters it needs."""

    def __init__(self, *, has_pieces: bool) -> None:
        self._has_pieces = has_pieces
        self._tail = ""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        if self._has_pieces:
            node.iter = _filter(_LETTERS, node.iter, node.lineno)
        has_xml = node.recursive and _has_xml(node)
        # In the body, not around the list: a recursive loop is given further lists by itself.
        statement = nodes.ExprStmt(_filter(_TURN, nodes.Const(None), node.lineno))
        statement.set_lineno(node.lineno)
        node.body.insert(0, statement)
        if node.test is not None:
            turn = _filter(_TURN, nodes.Const(None), node.lineno)
            node.test = nodes.And(turn, node.test, lineno=node.lineno)
        if not has_xml:
            return node
        # Jinja prints the turns of such a loop as one value.
        block = nodes.FilterBlock([node], _filter(_RELEASED, None, node.lineno))
        block.set_lineno(node.lineno)
        return block

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.FilterBlock:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        if not _is_own(node):
            node.filter = _filter(_RESULT, node.filter, node.filter.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        node.nodes = [_filter(_WORD, part, node.lineno) for part in node.nodes]
        return _filter(_BOUNDED, node, node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        if self._has_pieces:
            node.expr = _filter(_LETTERS, node.expr, node.lineno)
            for operand in node.ops:
                operand.expr = _filter(_LETTERS, operand.expr, node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 Jinja's name
        self.generic_visit(node)
        if self._has_pieces:
            node.nodes = list(self._with_plain_values(node))
        return node

    def _with_plain_values(self, node: nodes.Output) -> Iterator[nodes.Expr]:
        """Generate what is printed; in attributes, fields and formulas a value is words alone."""
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self._tail = (self._tail + child.data)[-_LONGEST_TAIL:]
                yield child
            elif self._is_in_words():
                yield _filter(_PLAIN, child, child.lineno)
            else:
                yield child

    def _is_in_words(self) -> bool:
        is_in_attribute = self._tail.rfind("<") > self._tail.rfind(">")
        return is_in_attribute or _OTHER_TEXT.search(self._tail) is not None


def _filter(name: str, value: Any, line: int) -> nodes.Filter:
    node = nodes.Filter(value, name, [], [], None, None)
    node.set_lineno(line)
    return node


# With the context of a document Jinja cannot work it out once, while it compiles.
@pass_context
def _turn(_context: Context, _value: Any) -> bool:
    count_turn()
    return True


@pass_context
def _word(_context: Context, value: Any) -> Any:
    refuse_notation([value])
    return value


@pass_context
def _letters(_context: Context, value: Any) -> Any:
    if has_piece(value):
        raise cut_piece()
    return value


@pass_context
def _plain(_context: Context, value: Any) -> Any:
    if not has_piece(value):
        return value
    return type(value)(plain_text(value))


@pass_context
def _result_of_filter(context: Context, value: Any) -> str:
    """Return what a filter makes of a block, as a tag prints a value."""
    return str(printable(context, value))


BOUNDING_FILTERS: Final = {
    _TURN: _turn,
    _BOUNDED: bounded,
    _WORD: _word,
    _LETTERS: _letters,
    _PLAIN: _plain,
    _RELEASED: released,
    _RESULT: _result_of_filter,
}
