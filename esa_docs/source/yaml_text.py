"""How plain values are written as YAML: blocks as the shipped content has them, and ``{…}`` and ``[…]``."""

from __future__ import annotations

import yaml

from esa_docs.model.cell_forms import Value

_ENDLESS = 1_000_000
_STEP = 2


def as_read(value: Value) -> Value:
    """Return a value as the reader of content files gives it: numbers are text."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    return str(value) if isinstance(value, int) else value


def scalar_text(value: str | int) -> str:
    """Write a number or a text of one line in a block: in quotes where it would else be misread."""
    return yaml.safe_dump(value, allow_unicode=True, width=_ENDLESS).splitlines()[0]


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """Write ``key: value`` as lines of a block."""
    start = f"{' ' * indent}{scalar_text(key)}:"
    if isinstance(value, str | int):
        return [f"{start} {scalar_text(value)}"]
    lines = [start]
    if isinstance(value, list) and value and not all(isinstance(item, int) for item in value):
        for item in value:
            lines += item_lines(item, indent + _STEP)
        return lines
    if isinstance(value, dict) and value:
        return [start, *_mapping_lines(value, indent + _STEP)]
    return [f"{start} {flow_text(value)}"]


def item_lines(value: Value, indent: int) -> list[str]:
    """Write an item of a list as lines of a block; one of plain texts goes on one line."""
    start = f"{' ' * indent}- "
    if isinstance(value, dict) and any(isinstance(inner, list | dict) for inner in value.values()):
        lines = _mapping_lines(value, indent + _STEP)
        return [f"{start}{lines[0].lstrip()}", *lines[1:]]
    if isinstance(value, str | int):
        return [f"{start}{scalar_text(value)}"]
    return [f"{start}{flow_text(value)}"]


def _mapping_lines(value: dict[str, Value], indent: int) -> list[str]:
    lines: list[str] = []
    for key, inner in value.items():
        lines += entry_lines(key, inner, indent)
    return lines


def flow_text(value: Value, node: yaml.Node | None = None, source: str = "") -> str:
    """Write a value between brackets.

    Args:
        value: what is written.
        node: what stands there now; what stays of it is copied.
        source: the text of the node.
    """
    if isinstance(value, dict):
        there = {key.value: inner for key, inner in node.value} if isinstance(node, yaml.MappingNode) else {}
        texts = [
            f"{_in_brackets(key)}: {flow_text(inner, there.get(key), source)}" for key, inner in value.items()
        ]
        return f"{{{', '.join(texts)}}}"
    if isinstance(value, list):
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        scalars = {item.value: item for item in items if isinstance(item, yaml.ScalarNode)}
        texts = [flow_text(item, scalars.get(str(item)), source) for item in value]
        return f"[{', '.join(texts)}]"
    if isinstance(node, yaml.ScalarNode) and (value is None or node.value == str(value)):
        return source[node.start_mark.index : node.end_mark.index].rstrip()
    return str(value) if isinstance(value, int) else _in_brackets(value or "")


def _in_brackets(text: str) -> str:
    """Write a text so that it may stand between brackets."""
    dumped = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=_ENDLESS)
    return str(dumped).strip()[1:-1]
