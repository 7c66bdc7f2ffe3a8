"""The one module that changes the text of a content file, as little as it can: comments and layout stay.

The text is cut at the places PyYAML names, then read again: unless it says exactly what is wanted, nothing is
given back. A round trip through a YAML library would lay out the rest anew.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, cast

import yaml

from esa_docs.model.cell_forms import Value
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.tree import to_plain
from esa_docs.source.yaml_places import Places, UnknownLayoutError, is_empty, is_flow, missing_line_end
from esa_docs.source.yaml_text import as_read, entry_lines, flow_text, item_lines, scalar_text

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
    source = _read(data)
    if source is None:
        return None
    return _rewritten(source, wanted, _Changer(source.text).cuts(source.root, source.said, wanted))


def fill_in(data: bytes, values: Mapping[str, str], below: str) -> bytes | None:
    """Set keys at the top of a content file.

    Args:
        data: the file.
        values: texts by key; a key that is not there goes below the one before it.
        below: the key below which the first goes.

    Returns:
        The file with these values; None if the way it is written does not allow to change them alone.
    """
    source = _read(data)
    if source is None:
        return None
    wanted = source.said
    for key, value in values.items():
        if key not in wanted and below not in wanted:
            return None
        wanted = _with_key(wanted, key, value, below)
        below = key
    return _rewritten(source, wanted, _Changer(source.text).entries(source.root, source.said, wanted))


def _with_key(values: dict[str, Value], key: str, value: str, below: str) -> dict[str, Value]:
    if key in values:
        return values | {key: value}
    items = list(values.items())
    place = list(values).index(below) + 1
    return dict([*items[:place], (key, value), *items[place:]])


@dataclass(frozen=True, slots=True)
class _Source:
    """A content file that can be read.

    Attributes:
        mark: its byte order mark, or nothing.
        text: its text, with a line end at its end.
        added: the line end that is in the text and not in the file.
        root: PyYAML's nodes of the text.
        said: what the file says.
    """

    mark: bytes
    text: str
    added: str
    root: yaml.MappingNode
    said: dict[str, Value]


def _read(data: bytes) -> _Source | None:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    tree = parse_yaml(text, "").value
    if tree is None:
        return None
    added = missing_line_end(text)
    root = yaml.compose(f"{text}{added}", Loader=_Loader)
    if not isinstance(root, yaml.MappingNode):
        return None
    return _Source(mark, f"{text}{added}", added, root, cast("dict[str, Value]", to_plain(tree)))


def _rewritten(source: _Source, wanted: dict[str, Value], cuts: Iterator[_Cut]) -> bytes | None:
    try:
        text = _cut(source.text, cuts).removesuffix(source.added)
    except UnknownLayoutError:
        return None
    tree = parse_yaml(text, "").value
    if tree is None or to_plain(tree) != as_read(wanted):
        return None
    return source.mark + text.encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of the text and what takes its place."""

    start: int
    end: int
    new: str


def _cut(text: str, cuts: Iterator[_Cut]) -> str:
    in_order = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    for cut in reversed(in_order):
        text = f"{text[: cut.start]}{cut.new}{text[cut.end :]}"
    return text


class _Changer:
    """Finds the cuts that bring a text to other values."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = Places(text)

    def cuts(self, node: yaml.Node, said: Value, wanted: Value) -> Iterator[_Cut]:
        """Change a value; brackets are written anew."""
        if wanted is None or said == as_read(wanted):
            return
        if isinstance(node, yaml.ScalarNode) and isinstance(wanted, str | int):
            yield self._replaced(node, wanted)
        elif is_flow(node) and isinstance(wanted, dict | list):
            yield self._flow(node, wanted)
        elif isinstance(node, yaml.MappingNode) and isinstance(said, dict) and isinstance(wanted, dict):
            yield from self.entries(node, said, wanted)
        elif isinstance(node, yaml.SequenceNode) and isinstance(said, list) and isinstance(wanted, list):
            yield from self._items(node, said, wanted)
        else:
            raise UnknownLayoutError

    def _replaced(self, node: yaml.ScalarNode, wanted: str | int) -> _Cut:
        """Put another value in place of one; a comment behind ``|`` or ``>`` stays."""
        comment = self._places.header_comment(node)
        return _Cut(node.start_mark.index, self._places.end(node), f"{scalar_text(wanted)}{comment}")

    def entries(
        self, node: yaml.MappingNode, said: dict[str, Value], wanted: dict[str, Value]
    ) -> Iterator[_Cut]:
        """Change the entries of a mapping one by one, also between brackets."""
        if [key.value for key, _value in node.value] != list(said):
            raise UnknownLayoutError  # a key stands twice, or is no text
        entries = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in entries.items():
            if name not in wanted:
                yield from self._without(node, key, value)
            elif is_empty(value) and wanted[name] is not None:
                yield from self._filled_in(key, wanted[name])
            else:
                yield from self.cuts(value, said[name], wanted[name])
        above = node.value[0]
        for name, new in wanted.items():
            if name in entries:
                above = entries[name]
            else:
                yield self._added(node, above, name, new)

    def _without(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> Iterator[_Cut]:
        start = self._places.line_start(key.start_mark.index)
        if not self._text[start : key.start_mark.index].strip():
            yield _Cut(start, self._places.below(self._places.entry_end(key, value)), "")
            return
        keys = [other for other, _value in node.value]  # this one stands behind the dash of an item
        number = keys.index(key) + 1
        if number == len(keys):
            raise UnknownLayoutError
        yield _Cut(key.start_mark.index, keys[number].start_mark.index, "")

    def _filled_in(self, key: yaml.Node, wanted: Value) -> Iterator[_Cut]:
        """Fill in a key that has no value; a list goes below, so that a comment beside the key stays."""
        colon = self._places.colon(key)
        if isinstance(wanted, str | int):
            yield _Cut(colon, colon, f" {scalar_text(wanted)}")
        else:
            lines = entry_lines(key.value, wanted, key.start_mark.column)
            yield self._inserted(self._places.below(colon), lines[1:])

    def _added(
        self, node: yaml.MappingNode, above: tuple[yaml.Node, yaml.Node], key: str, wanted: Value
    ) -> _Cut:
        """Put an entry below another, and below comments that are indented as part of that other."""
        first, _value = node.value[0]
        column = first.start_mark.column
        place = self._places.below_entry(*above, column)
        return self._inserted(place, entry_lines(key, wanted, column))

    def _items(self, node: yaml.SequenceNode, said: list[Value], wanted: list[Value]) -> Iterator[_Cut]:
        old, new = [_identity(item) for item in said], [_identity(item) for item in wanted]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for _tag, first, last, start, stop in matcher.get_opcodes():
            both = min(last - first, stop - start)
            for number in range(both):
                there = first + number
                yield from self.cuts(node.value[there], said[there], wanted[start + number])
            for number in range(first + both, last):
                yield self._without_item(node, number)
            for number in range(start + both, stop):
                yield self._added_item(node, first + both, wanted[number])

    def _without_item(self, node: yaml.SequenceNode, number: int) -> _Cut:
        start = self._places.line_start(self._places.dash(node.value[number]))
        return _Cut(start, self._places.below(self._places.end(node.value[number])), "")

    def _added_item(self, node: yaml.SequenceNode, number: int, wanted: Value) -> _Cut:
        dash = self._places.dash(node.value[0])
        start = self._places.line_start(dash)
        place = self._places.below(self._places.end(node.value[number - 1])) if number else start
        return self._inserted(place, item_lines(wanted, dash - start))

    def _flow(self, node: yaml.Node, wanted: Value) -> _Cut:
        """Write ``{…}`` or ``[…]`` anew; what stays in it is copied as it is written."""
        return _Cut(node.start_mark.index, node.end_mark.index, flow_text(wanted, node, self._text))

    def _inserted(self, place: int, lines: list[str]) -> _Cut:
        """Put lines at the start of a line, with the line end of the one above."""
        newline = self._places.line_end_above(place)
        return _Cut(place, place, "".join(f"{line}{newline}" for line in lines))


def _identity(value: Value) -> str:
    if isinstance(value, dict):
        return next((str(value[key]) for key in _IDENTITIES if key in value), "")
    return str(value)
