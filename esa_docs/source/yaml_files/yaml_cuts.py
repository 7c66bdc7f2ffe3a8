"""The cuts that bring a YAML text to other values: as small as can be, so that comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import yaml

from esa_docs.model.cell_forms import Value
from esa_docs.source.yaml_files.yaml_places import Places, UnknownLayoutError, is_empty, is_flow
from esa_docs.source.yaml_files.yaml_text import (
    as_read,
    entry_lines,
    flow_text,
    item_lines,
    key_text,
    literal_lines,
    scalar_text,
)

_IDENTITIES: Final = ("number", "indicator", "item", "code", "text", "name")
"""Keys by which an item of a list is recognised: the first of them that it has."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a text, and what takes its place.

    Attributes:
        start: index where the piece begins.
        end: index behind the piece; where it is the start, the replacement is inserted there.
        replacement: the text that takes its place.
    """

    start: int
    end: int
    replacement: str


class CutFinder:
    """A finder of the cuts that bring a text to other values. The last line of the text has a line end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = Places(text)

    def value_cuts(self, node: yaml.Node, old: Value, new: Value) -> Iterator[Cut]:
        """Generate the cuts that change a value; a value between brackets is written anew.

        Args:
            node: the value in the text.
            old: what it is now.
            new: what it is to be; None leaves it as it is.

        Raises:
            UnknownLayoutError: the value cannot be changed in its place.
        """
        if new is None or old == as_read(new):
            return
        if isinstance(node, yaml.ScalarNode) and isinstance(new, str | int):
            yield self._scalar_replacement(node, new)
        elif is_flow(node) and isinstance(new, dict | list):
            yield Cut(node.start_mark.index, node.end_mark.index, flow_text(new, node, self._text))
        elif isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
            yield from self.entry_cuts(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
            yield from self._item_cuts(node, old, new)
        else:
            raise UnknownLayoutError

    def entry_cuts(
        self, node: yaml.MappingNode, old: dict[str, Value], new: dict[str, Value]
    ) -> Iterator[Cut]:
        """Generate the cuts that change the entries of a mapping one by one, also between brackets.

        Raises:
            UnknownLayoutError: an entry cannot be changed in its place.
        """
        names = [key_text(key) for key, _value in node.value]
        # The reader leaves out a key that stands twice, and one that is no text.
        if names != list(old):
            raise UnknownLayoutError
        yield from self._old_entry_cuts(node, old, new)
        yield from self._new_entry_cuts(node, new)

    def _old_entry_cuts(
        self, node: yaml.MappingNode, old: dict[str, Value], new: dict[str, Value]
    ) -> Iterator[Cut]:
        """Generate the cuts that change or remove the entries that are there."""
        for key, value in node.value:
            name = key_text(key)
            if name not in new:
                yield self._entry_removal(node, key, value)
            elif is_empty(value) and new[name] is not None:
                yield self._value_insertion(key, new[name])
            else:
                yield from self.value_cuts(value, old[name], new[name])

    def _new_entry_cuts(self, node: yaml.MappingNode, new: dict[str, Value]) -> Iterator[Cut]:
        """Generate the cuts that insert new entries.

        A new entry goes below the old one before it; where none is before it, below the first.
        """
        old_entries = {key_text(key): (key, value) for key, value in node.value}
        entry_above = node.value[0]
        for name, value in new.items():
            if name in old_entries:
                entry_above = old_entries[name]
            else:
                yield self._entry_insertion(node, entry_above, name, value)

    def _scalar_replacement(self, node: yaml.ScalarNode, new: str | int) -> Cut:
        """Return the cut that replaces a text or number; a comment behind ``|`` or ``>`` stays."""
        comment = self._places.header_comment(node)
        if isinstance(new, str) and "\n" in new:
            return self._lines_replacement(node, new, comment)
        return Cut(node.start_mark.index, self._places.end(node), f"{scalar_text(new)}{comment}")

    def _lines_replacement(self, node: yaml.ScalarNode, new: str, comment: str) -> Cut:
        """Return the cut that replaces a text by one of several lines: below ``|`` where it stands so now."""
        start, end = node.start_mark.index, self._places.end(node)
        line_below = self._text[self._places.below(start) :].lstrip("\r\n")
        indent = len(line_below) - len(line_below.lstrip(" "))
        if node.style not in {"|", ">"} or new[:1].isspace() or not indent:
            return Cut(start, end, scalar_text(new))
        header, *lines = literal_lines(new, indent)
        line_end = self._places.line_end_above(self._places.below(start))
        text = line_end.join([f"{header}{comment}", *lines])
        return Cut(start, end, text)

    def _entry_removal(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> Cut:
        line_start = self._places.line_start(key.start_mark.index)
        text_before = self._text[line_start : key.start_mark.index]
        if not text_before.strip():
            return Cut(line_start, self._places.below(self._places.entry_end(key, value)), "")
        # The key stands behind the dash of an item: the next key takes its place there.
        keys = [key_node for key_node, _value in node.value]
        next_number = keys.index(key) + 1
        if next_number == len(keys):
            raise UnknownLayoutError
        return Cut(key.start_mark.index, keys[next_number].start_mark.index, "")

    def _value_insertion(self, key: yaml.Node, new: Value) -> Cut:
        """Return the cut that puts a value at a key without one."""
        colon_end = self._places.colon_end(key)
        if isinstance(new, str | int):
            return Cut(colon_end, colon_end, f" {scalar_text(new)}")
        # The lines of a list go below the key, so that a comment beside the key stays.
        _key_line, *lines = entry_lines(key_text(key), new, key.start_mark.column)
        return self._line_insertion(self._places.below(colon_end), lines)

    def _entry_insertion(
        self, node: yaml.MappingNode, entry_above: tuple[yaml.Node, yaml.Node], key: str, new: Value
    ) -> Cut:
        """Return the cut that puts an entry below another, and below comments indented as part of that."""
        first_key, _first_value = node.value[0]
        column = first_key.start_mark.column
        key_above, value_above = entry_above
        place = self._places.below_entry(key_above, value_above, column)
        return self._line_insertion(place, entry_lines(key, new, column))

    def _item_cuts(self, node: yaml.SequenceNode, old: list[Value], new: list[Value]) -> Iterator[Cut]:
        """Generate the cuts that change the items of a list.

        Items with the same identity belong together, in the order of both lists. Between them the old and the
        new items belong together one by one; those left over on either side are removed or inserted.
        """
        old_identities = [_identity(item) for item in old]
        new_identities = [_identity(item) for item in new]
        for old_start, old_end, new_start, new_end in _common_parts(old_identities, new_identities):
            pair_count = min(old_end - old_start, new_end - new_start)
            for offset in range(pair_count):
                old_number, new_number = old_start + offset, new_start + offset
                if _is_other_thing(old[old_number], new[new_number]):
                    yield self._item_insertion(node, old_number, new[new_number])
                    yield self._item_removal(node, old_number)
                else:
                    yield from self.value_cuts(node.value[old_number], old[old_number], new[new_number])
            for number in range(old_start + pair_count, old_end):
                yield self._item_removal(node, number)
            for number in range(new_start + pair_count, new_end):
                yield self._item_insertion(node, old_start + pair_count, new[number])

    def _item_removal(self, node: yaml.SequenceNode, number: int) -> Cut:
        item = node.value[number]
        start = self._places.line_start(self._places.dash(item))
        return Cut(start, self._places.below(self._places.end(item)), "")

    def _item_insertion(self, node: yaml.SequenceNode, count: int, new: Value) -> Cut:
        """Return the cut that puts an item behind the first ``count`` items of a list."""
        dash = self._places.dash(node.value[0])
        line_start = self._places.line_start(dash)
        place = line_start
        if count > 0:
            item_above = node.value[count - 1]
            place = self._places.below(self._places.end(item_above))
        return self._line_insertion(place, item_lines(new, dash - line_start))

    def _line_insertion(self, place: int, lines: list[str]) -> Cut:
        """Return the cut that puts lines at the start of a line, with the line end of the line above."""
        line_end = self._places.line_end_above(place)
        return Cut(place, place, "".join(f"{line}{line_end}" for line in lines))


def _common_parts(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Generate start and end of each part of the old list, then of the part of the new that belongs to it."""
    if old == new:
        # difflib takes the square of the time where many items are equal, such as people without identity.
        yield 0, len(old), 0, len(new)
        return
    # By default difflib ignores an item that makes up more than 1 % of a list of 200 items or more.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield old_start, old_end, new_start, new_end


def _identity(item: Value) -> str:
    """Return the text by which an item of a list is recognised: a mapping without such keys by all of it."""
    if not isinstance(item, dict):
        return str(item)
    for key in _IDENTITIES:
        if key in item:
            return str(item[key])
    return str(as_read(item))


def _is_other_thing(old: Value, new: Value) -> bool:
    """Return whether an item takes the place of one of another sort, such as a text that of a table."""
    if isinstance(old, dict) and isinstance(new, dict):
        have_keys = bool(old) and bool(new)
        return have_keys and not old.keys() & new.keys()
    return isinstance(old, list) != isinstance(new, list) or isinstance(old, dict) != isinstance(new, dict)
