"""A content file brought to other values with the least change of its text: comments and layout stay.

The text is cut at the places PyYAML names, then read again: unless it says exactly what is wanted, nothing is
given back. A round trip through a YAML library would lay out the rest anew.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import yaml

from esa_docs.source.parsing import parse_yaml
from esa_docs.source.tree import to_plain
from esa_docs.source.yaml_text import Value, entry_lines, flow_text, is_flow, item_lines, scalar_text

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_IDENTITIES: Final = ("number", "indicator", "item", "code", "text", "name")
"""Keys by which an item of a list is known again, the first that it has."""


def change_to(data: bytes, wanted: dict[str, Value]) -> bytes | None:
    """Bring a content file to other values.

    Args:
        data: the file.
        wanted: all that it is to say. A new key goes below the one before it; None stands for what is empty
            in the file and stays so.

    Returns:
        The file with these values; None if the way it is written does not allow it.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    before = data.removeprefix(mark).decode("utf-8")
    newline = "\r\n" if "\r\n" in before else "\n"
    added = "" if before.endswith("\n") else newline
    try:
        text = _Changer(before + added, newline).changed(wanted)
    except _UnchangeableError:
        return None
    text = text.removesuffix(added) if added else text
    tree = parse_yaml(text, "").value
    return mark + text.encode("utf-8") if tree and to_plain(tree) == _as_read(wanted) else None


def _as_read(value: Value) -> Value:
    """Give values as the reader gives them: numbers are text."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_read(one) for one in value]
    return str(value) if isinstance(value, int) else value


class _UnchangeableError(Exception):
    """The text is written in a way that this module does not know how to change."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of the text and what takes its place."""

    start: int
    end: int
    new: str


class _Changer:
    """Finds the cuts that bring a text to other values."""

    def __init__(self, text: str, newline: str) -> None:
        self._text = text
        self._newline = newline

    def changed(self, wanted: dict[str, Value]) -> str:
        root = yaml.compose(self._text, Loader=_Loader)
        if not isinstance(root, yaml.MappingNode):
            raise _UnchangeableError
        cuts = sorted(self._mapping(root, wanted), key=lambda cut: (cut.start, cut.end))
        text = self._text
        for cut in reversed(cuts):
            text = f"{text[: cut.start]}{cut.new}{text[cut.end :]}"
        return text

    def _value(self, node: yaml.Node, wanted: Value) -> Iterator[_Cut]:
        if wanted is None:
            return
        if isinstance(node, yaml.MappingNode) and isinstance(wanted, dict):
            yield from self._mapping(node, wanted)
        elif isinstance(node, yaml.SequenceNode) and isinstance(wanted, list):
            yield from self._sequence(node, wanted)
        elif isinstance(node, yaml.ScalarNode) and isinstance(wanted, str | int):
            if node.value != str(wanted):
                yield _Cut(node.start_mark.index, self._end(node), scalar_text(wanted))
        else:
            raise _UnchangeableError

    def _mapping(self, node: yaml.MappingNode, wanted: dict[str, Value]) -> Iterator[_Cut]:
        there = {key.value: (key, value) for key, value in node.value}
        if is_flow(node):
            yield from self._flow(node, wanted)
            return
        for key, (key_node, value) in there.items():
            if key not in wanted:
                yield from self._without(node, key_node, value)
            elif self._is_empty(value) and wanted[key] is not None:
                yield from self._filled_in(key_node, wanted[key])
            else:
                yield from self._value(value, wanted[key])
        above: str | None = None
        for key, one in wanted.items():
            if key not in there:
                yield self._added(node, there[above] if above else None, key, one)
            else:
                above = key

    def _without(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> Iterator[_Cut]:
        start = self._line_start(key.start_mark.index)
        if not self._text[start : key.start_mark.index].strip():
            yield _Cut(start, self._below(self._entry_end(key, value)), "")
            return
        number = [one for one, _value in node.value].index(key)  # it stands behind the dash of an item
        if number + 1 == len(node.value):
            raise _UnchangeableError
        yield _Cut(key.start_mark.index, node.value[number + 1][0].start_mark.index, "")

    def _filled_in(self, key: yaml.Node, wanted: Value) -> Iterator[_Cut]:
        """Fill in a key that has no value; a list goes below, so that a comment beside the key stays."""
        colon = self._colon(key)
        if isinstance(wanted, str | int):
            yield _Cut(colon, colon, f" {scalar_text(wanted)}")
        else:
            lines = entry_lines(key.value, wanted, key.start_mark.column)
            below = self._below(colon)
            yield _Cut(below, below, self._joined(lines[1:]))

    def _added(
        self, node: yaml.MappingNode, above: tuple[yaml.Node, yaml.Node] | None, key: str, wanted: Value
    ) -> _Cut:
        first = node.value[0]
        column = first[0].start_mark.column
        below = self._below(self._entry_end(*(above or first)))
        return _Cut(below, below, self._joined(entry_lines(key, wanted, column)))

    def _sequence(self, node: yaml.SequenceNode, wanted: list[Value]) -> Iterator[_Cut]:
        if is_flow(node):
            yield from self._flow(node, wanted)
            return
        known = [_identity(one) for one in node.value]
        matcher = SequenceMatcher(None, known, [_identity_of(one) for one in wanted], autojunk=False)
        for _tag, first, last, start, stop in matcher.get_opcodes():
            both = min(last - first, stop - start)
            for number in range(both):
                yield from self._value(node.value[first + number], wanted[start + number])
            for number in range(first + both, last):
                yield self._without_item(node, number)
            for number in range(start + both, stop):
                yield self._added_item(node, first + both, wanted[number])

    def _without_item(self, node: yaml.SequenceNode, number: int) -> _Cut:
        start = self._line_start(self._dash(node.value[number]))
        return _Cut(start, self._below(self._end(node.value[number])), "")

    def _added_item(self, node: yaml.SequenceNode, number: int, wanted: Value) -> _Cut:
        dash = self._dash(node.value[0])
        column = dash - self._line_start(dash)
        place = self._below(self._end(node.value[number - 1])) if number else self._line_start(dash)
        return _Cut(place, place, self._joined(item_lines(wanted, column)))

    def _flow(self, node: yaml.Node, wanted: Value) -> Iterator[_Cut]:
        """Write ``{…}`` or ``[…]`` anew where it changes; what stays in it is copied as it is written."""
        new = flow_text(wanted, node, self._text)
        if new != flow_text(_plain(node), node, self._text):
            yield _Cut(node.start_mark.index, node.end_mark.index, new)

    def _dash(self, item: yaml.Node) -> int:
        start = self._line_start(item.start_mark.index)
        lead = self._text[start : item.start_mark.index]
        if lead.strip() != "-":
            raise _UnchangeableError
        return start + lead.index("-")

    def _is_empty(self, node: yaml.Node) -> bool:
        return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index

    def _colon(self, key: yaml.Node) -> int:
        return self._text.index(":", key.end_mark.index) + 1

    def _entry_end(self, key: yaml.Node, value: yaml.Node) -> int:
        return self._colon(key) if self._is_empty(value) else self._end(value)

    def _end(self, node: yaml.Node) -> int:
        """Give the index behind a value: PyYAML's end of a block takes in the comments below it."""
        if not is_flow(node) and node.value and isinstance(node, yaml.MappingNode):
            return self._entry_end(*node.value[-1])
        if not is_flow(node) and node.value and isinstance(node, yaml.SequenceNode):
            return self._end(node.value[-1])
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self._text[start:end].rstrip())

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _below(self, index: int) -> int:
        """Give the start of the line below."""
        return self._text.find("\n", index) + 1

    def _joined(self, lines: list[str]) -> str:
        return "".join(f"{line}{self._newline}" for line in lines)


def _plain(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


def _identity(node: yaml.Node) -> str:
    return _identity_of(_plain(node))


def _identity_of(value: Value) -> str:
    if isinstance(value, dict):
        return next((str(value[key]) for key in _IDENTITIES if key in value), "")
    return str(value)
