"""Numbers, dates and words such as true that a content file has without quotes: they are written so again.

The reader takes every scalar for a text. Written anew as such, ``true`` and ``2`` would get quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import yaml

from esa_docs.model.cell_forms import Value

_TEXTS: Final = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:null"})
"""A word that other readers take for nothing, such as ``~``, is written anew as a text alone."""
_Scalar: TypeAlias = tuple[str, str]
"""The key under which a scalar stands, and its text."""


class PlainScalar(str):
    """A text that is written without quotes."""

    __slots__ = ()


def as_typed(values: dict[str, Value], root: yaml.MappingNode) -> dict[str, Value]:
    """Return values in which those are plain scalars that the file has without quotes, under the same key.

    One that stands there with quotes too is a text.

    Args:
        values: the values that the file is to hold.
        root: the file as it is.
    """
    plain: set[_Scalar] = set()
    quoted: set[_Scalar] = set()
    for key, node in _scalars_in(root, ""):
        scalars = quoted if node.style else plain
        scalars.add((key, node.value))
    plain -= quoted
    return {key: _typed(value, key, plain) for key, value in values.items()}


def _scalars_in(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Generate the scalars that are no texts to other readers of YAML, each with its key."""
    if isinstance(node, yaml.ScalarNode):
        if _is_no_text(node.value):
            yield key, node
        return
    for inner_key, inner in _inner_nodes(node, key):
        yield from _scalars_in(inner, inner_key)


def _inner_nodes(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.Node]]:
    """Generate the values of a mapping or list, each with its key; items have that of their list."""
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            yield str(key_node.value), value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield key, item


def _is_no_text(text: str) -> bool:
    """Return whether a text without quotes is a number, a date or a word such as true."""
    if not text.isascii() or not text:
        return False
    resolver = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag not in _TEXTS


def _typed(value: Value, key: str, plain: set[_Scalar]) -> Value:
    if isinstance(value, dict):
        return {inner_key: _typed(inner, inner_key, plain) for inner_key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(item, key, plain) for item in value]
    if isinstance(value, str) and (key, value) in plain:
        return PlainScalar(value)
    return value
