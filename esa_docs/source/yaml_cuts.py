"""The cuts that bring a YAML text to other values: as small as can be, so that comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import yaml

from esa_docs.model.cell_forms import Value
from esa_docs.source.yaml_places import Places, UnknownLayoutError, is_empty, is_flow
from esa_docs.source.yaml_text import as_read, entry_lines, flow_text, item_lines, scalar_text

_IDENTITIES: Final = ("number", "indicator", "item", "code", "text", "name")
"""Keys by which an item of a list is recognised: the first of them that it has."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a text, by its indices, and what takes its place; an empty piece is a place to insert."""

    start: int
    end: int
    replacement: str


class Changer:
    """Finds the cuts that bring a text to other values; the last line of the text has a line end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = Places(text)

    def cuts(self, node: yaml.Node, old: Value, new: Value) -> Iterator[Cut]:
        """Generate the cuts that change a value; a value between brackets is written anew.

        Raises:
            UnknownLayoutError: the value cannot be changed in its place.
        """
        if new is None or old == as_read(new):
            return
        if isinstance(node, yaml.ScalarNode) and isinstance(new, str | int):
            yield self._replaced_scalar(node, new)
        elif is_flow(node) and isinstance(new, dict | list):
            yield Cut(node.start_mark.index, node.end_mark.index, flow_text(new, node, self._text))
        elif isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
            yield from self.entries(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
            yield from self._items(node, old, new)
        else:
            raise UnknownLayoutError

    def _replaced_scalar(self, node: yaml.ScalarNode, new: str | int) -> Cut:
        """Put a text or number in place of another; a comment behind ``|`` or ``>`` stays."""
        comment = self._places.header_comment(node)
        return Cut(node.start_mark.index, self._places.end(node), f"{scalar_text(new)}{comment}")

    def entries(self, node: yaml.MappingNode, old: dict[str, Value], new: dict[str, Value]) -> Iterator[Cut]:
        """Generate the cuts that change the entries of a mapping one by one, also between brackets.

        Raises:
            UnknownLayoutError: an entry cannot be changed in its place.
        """
        # Where these differ, a key stands twice, or is no text.
        if [key.value for key, _value in node.value] != list(old):
            raise UnknownLayoutError
        for key, value in node.value:
            name = key.value
            if name in new:
                yield from self._changed_entry(key, value, old[name], new[name])
            else:
                yield from self._without_entry(node, key, value)
        entries = {key.value: (key, value) for key, value in node.value}
        entry_above = node.value[0]
        for name, new_value in new.items():
            if name in entries:
                entry_above = entries[name]
            else:
                yield self._added_entry(node, entry_above, name, new_value)

    def _changed_entry(self, key: yaml.Node, value: yaml.Node, old: Value, new: Value) -> Iterator[Cut]:
        if is_empty(value) and new is not None:
            yield self._filled_in(key, new)
        else:
            yield from self.cuts(value, old, new)

    def _without_entry(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> Iterator[Cut]:
        line_start = self._places.line_start(key.start_mark.index)
        if not self._text[line_start : key.start_mark.index].strip():
            yield Cut(line_start, self._places.below(self._places.entry_end(key, value)), "")
            return
        # The key stands behind the dash of an item: the next key takes its place there.
        keys = [key_node for key_node, _value in node.value]
        next_number = keys.index(key) + 1
        if next_number == len(keys):
            raise UnknownLayoutError
        yield Cut(key.start_mark.index, keys[next_number].start_mark.index, "")

    def _filled_in(self, key: yaml.Node, new: Value) -> Cut:
        """Put a value at a key that has none; a list goes below, so that a comment beside the key stays."""
        colon = self._places.colon(key)
        if isinstance(new, str | int):
            return Cut(colon, colon, f" {scalar_text(new)}")
        _key_line, *lines = entry_lines(key.value, new, key.start_mark.column)
        return self._inserted_lines(self._places.below(colon), lines)

    def _added_entry(
        self, node: yaml.MappingNode, entry_above: tuple[yaml.Node, yaml.Node], key: str, new: Value
    ) -> Cut:
        """Put an entry below another, and below comments that are indented as part of that other."""
        first_key, _first_value = node.value[0]
        column = first_key.start_mark.column
        key_above, value_above = entry_above
        place = self._places.below_entry(key_above, value_above, column)
        return self._inserted_lines(place, entry_lines(key, new, column))

    def _items(self, node: yaml.SequenceNode, old: list[Value], new: list[Value]) -> Iterator[Cut]:
        """Generate the cuts that change the items of a list, each with the item that it was."""
        old_identities = [_identity(item) for item in old]
        new_identities = [_identity(item) for item in new]
        # Without autojunk=False difflib passes over items that stand often in a list of 200 or more.
        matcher = SequenceMatcher(None, old_identities, new_identities, autojunk=False)
        for _tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            in_both = min(old_end - old_start, new_end - new_start)
            for number in range(in_both):
                old_number, new_number = old_start + number, new_start + number
                yield from self.cuts(node.value[old_number], old[old_number], new[new_number])
            for number in range(old_start + in_both, old_end):
                yield self._without_item(node, number)
            for number in range(new_start + in_both, new_end):
                yield self._added_item(node, old_start + in_both, new[number])

    def _without_item(self, node: yaml.SequenceNode, number: int) -> Cut:
        item = node.value[number]
        start = self._places.line_start(self._places.dash(item))
        return Cut(start, self._places.below(self._places.end(item)), "")

    def _added_item(self, node: yaml.SequenceNode, number: int, new: Value) -> Cut:
        """Put an item where the item of a number begins, or would begin."""
        dash = self._places.dash(node.value[0])
        line_start = self._places.line_start(dash)
        place = line_start
        if number > 0:
            item_above = node.value[number - 1]
            place = self._places.below(self._places.end(item_above))
        return self._inserted_lines(place, item_lines(new, dash - line_start))

    def _inserted_lines(self, place: int, lines: list[str]) -> Cut:
        """Put lines at the start of a line, with the line end of the line above."""
        line_end = self._places.line_end_above(place)
        return Cut(place, place, "".join(f"{line}{line_end}" for line in lines))


def _identity(item: Value) -> str:
    """Return the text by which an item of a list is recognised; empty for a mapping without such keys."""
    if not isinstance(item, dict):
        return str(item)
    for key in _IDENTITIES:
        if key in item:
            return str(item[key])
    return ""
