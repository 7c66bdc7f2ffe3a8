"""How plain values are written as YAML: blocks as the shipped content has them, and ``{…}`` and ``[…]``."""

from __future__ import annotations

import yaml

from esa_docs.model.cell_forms import Value
from esa_docs.source.yaml_files.plain_scalars import PlainScalar
from esa_docs.thai import mend_text

_ENDLESS = 1_000_000
"""A width at which PyYAML breaks no line."""
_STEP = 2
"""Columns by which a block is indented."""


def as_read(value: Value) -> Value:
    """Return a value as the reader of content files returns it: numbers are text, texts are mended."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if value is None:
        return None
    return mend_text(str(value))


def key_text(key: yaml.Node) -> str:
    """Return a key as the reader of content files returns it; one that is no text is none of its keys."""
    return mend_text(str(key.value))


def scalar_text(value: str | int) -> str:
    """Return a number or a text as it stands on one line of a block: in quotes where it would be misread."""
    if isinstance(value, PlainScalar):
        return str(value)
    if isinstance(value, str) and "\n" in value:
        return _several_lines_text(value)
    # PyYAML writes a line of dots below a plain scalar.
    return yaml.safe_dump(value, allow_unicode=True, width=_ENDLESS).splitlines()[0]


def literal_lines(text: str, indent: int) -> list[str]:
    """Return a text of several lines as it stands below ``|``, which stands on the first of the lines.

    Args:
        text: the text.
        indent: how far its lines are indented.
    """
    bare_text = text.rstrip("\n")
    ending = {0: "-", 1: ""}.get(len(text) - len(bare_text), "+")
    lines = [f"|{ending}"]
    for line in text.removesuffix("\n").split("\n"):
        blanks = " " * indent if line else ""
        lines.append(f"{blanks}{line}")
    return lines


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """Return ``key: value`` as lines of a block."""
    start = f"{' ' * indent}{scalar_text(key)}:"
    if isinstance(value, str | int):
        return [f"{start} {scalar_text(value)}"]
    if isinstance(value, dict) and value:
        return [start, *_mapping_lines(value, indent + _STEP)]
    if isinstance(value, list) and _has_more_than_numbers(value):
        return [start, *_list_lines(value, indent + _STEP)]
    return [f"{start} {flow_text(value)}"]


def item_lines(value: Value, indent: int) -> list[str]:
    """Return an item of a list as lines of a block; a mapping of plain texts goes on one line."""
    start = f"{' ' * indent}- "
    if isinstance(value, dict) and _has_inner_blocks(value):
        first_line, *lines = _mapping_lines(value, indent + _STEP)
        return [f"{start}{first_line.lstrip()}", *lines]
    if isinstance(value, str | int):
        return [f"{start}{scalar_text(value)}"]
    return [f"{start}{flow_text(value)}"]


def _has_more_than_numbers(items: list[Value]) -> bool:
    return any(not isinstance(item, int) for item in items)


def _has_inner_blocks(mapping: dict[str, Value]) -> bool:
    return any(isinstance(inner, list | dict) for inner in mapping.values())


def _mapping_lines(value: dict[str, Value], indent: int) -> list[str]:
    lines: list[str] = []
    for key, inner in value.items():
        lines += entry_lines(key, inner, indent)
    return lines


def _list_lines(items: list[Value], indent: int) -> list[str]:
    lines: list[str] = []
    for item in items:
        lines += item_lines(item, indent)
    return lines


def flow_text(value: Value, node: yaml.Node | None = None, source: str = "") -> str:
    """Return a value as it stands between brackets.

    Args:
        value: the value.
        node: what stands there now; what stays of it is copied. None for a new value.
        source: the text in which the node stands.
    """
    if isinstance(value, dict):
        return _flow_mapping(value, node, source)
    if isinstance(value, list):
        return _flow_list(value, node, source)
    if isinstance(node, yaml.ScalarNode):
        # A text that was only mended when it was read stays as it was typed.
        stays = value is None or mend_text(node.value) == str(value)
        if stays:
            return source[node.start_mark.index : node.end_mark.index].rstrip()
    if isinstance(value, int | PlainScalar):
        return str(value)
    return _quoted_for_brackets(value or "")


def _flow_mapping(mapping: dict[str, Value], node: yaml.Node | None, source: str) -> str:
    nodes: dict[str, yaml.Node] = {}
    if isinstance(node, yaml.MappingNode):
        nodes = {key_text(key_node): value_node for key_node, value_node in node.value}
    entries = []
    for key, inner in mapping.items():
        inner_text = flow_text(inner, nodes.get(key), source)
        entries.append(f"{_quoted_for_brackets(key)}: {inner_text}")
    return f"{{{', '.join(entries)}}}"


def _flow_list(items: list[Value], node: yaml.Node | None, source: str) -> str:
    item_nodes = node.value if isinstance(node, yaml.SequenceNode) else []
    scalar_nodes = {mend_text(item.value): item for item in item_nodes if isinstance(item, yaml.ScalarNode)}
    texts = [flow_text(item, scalar_nodes.get(str(item)), source) for item in items]
    return f"[{', '.join(texts)}]"


def _quoted_for_brackets(text: str) -> str:
    """Return a text so that it may stand between brackets: in quotes where it would be misread there."""
    dumped = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=_ENDLESS)
    return str(dumped).strip()[1:-1]


def _several_lines_text(text: str) -> str:
    """Return a text of several lines as it stands on one line, between double quotes."""
    dumped = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=_ENDLESS)
    return str(dumped).strip()
