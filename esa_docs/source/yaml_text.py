"""How plain values are written as YAML: blocks as the shipped content has them, and ``{…}`` and ``[…]``."""

from __future__ import annotations

import yaml

from esa_docs.source.writing import format_scalar

Value = str | int | None | list["Value"] | dict[str, "Value"]
"""What a content file says; a number is written without quotes."""

_ENDLESS = 1_000_000
_STEP = 2


def scalar_text(value: str | int) -> str:
    """Write a text or a number in a block."""
    return str(value) if isinstance(value, int) else format_scalar(value)


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """Write ``key: value`` as lines of a block."""
    start = f"{' ' * indent}{format_scalar(key)}:"
    if isinstance(value, str | int):
        return [f"{start} {scalar_text(value)}"]
    if isinstance(value, list) and value and not all(isinstance(one, int) for one in value):
        return [start, *(line for one in value for line in item_lines(one, indent + _STEP))]
    if isinstance(value, dict) and value:
        return [
            start,
            *(line for name, one in value.items() for line in entry_lines(name, one, indent + _STEP)),
        ]
    return [f"{start} {flow_text(value)}"]


def item_lines(value: Value, indent: int) -> list[str]:
    """Write an item of a list as lines of a block; one of plain texts goes on one line."""
    start = f"{' ' * indent}- "
    if isinstance(value, dict) and any(isinstance(one, list | dict) for one in value.values()):
        lines = [line for key, one in value.items() for line in entry_lines(key, one, indent + _STEP)]
        return [f"{start}{lines[0].lstrip()}", *lines[1:]]
    return [f"{start}{scalar_text(value) if isinstance(value, str | int) else flow_text(value)}"]


def is_flow(node: yaml.Node) -> bool:
    """Tell whether a value is written between brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def flow_text(value: Value, node: yaml.Node | None = None, source: str = "") -> str:
    """Write a value between brackets.

    Args:
        value: what is written.
        node: what stands there now; what stays of it is copied.
        source: the text of the node.
    """
    if isinstance(value, dict):
        there = {key.value: one for key, one in node.value} if isinstance(node, yaml.MappingNode) else {}
        texts = (
            f"{_in_brackets(key)}: {flow_text(one, there.get(key), source)}" for key, one in value.items()
        )
        return f"{{{', '.join(texts)}}}"
    if isinstance(value, list):
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        known = {one.value: one for one in items if isinstance(one, yaml.ScalarNode)}
        return f"[{', '.join(flow_text(one, known.get(str(one)), source) for one in value)}]"
    if isinstance(node, yaml.ScalarNode) and (value is None or node.value == str(value)):
        return source[node.start_mark.index : node.end_mark.index].rstrip()
    return str(value) if isinstance(value, int) else _in_brackets(value or "")


def _in_brackets(text: str) -> str:
    """Write a text so that it may stand between brackets."""
    dumped = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=_ENDLESS)
    return str(dumped).strip()[1:-1]
