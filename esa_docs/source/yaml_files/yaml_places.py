"""Where the entries and items of a YAML text begin and end: PyYAML names only the places of their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

import yaml

_LINE_ENDS: Final = ("\r\n", "\n", "\r")
r"""The longest first: a text that ends with ``\r\n`` ends with ``\n`` too."""
_LINE_END: Final = re.compile("|".join(_LINE_ENDS))
_COMMENT: Final = re.compile(r"[ \t]+#.*")


class UnknownLayoutError(Exception):
    """A text is written in a way in which its places cannot be named."""


class Places:
    """The places of a text, as indices into it; its last line has a line end."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = [len(line) for line in text.splitlines(keepends=True)]
        self._line_starts = [0, *accumulate(lengths)]
        """Where each line begins; the last number is the end of the text."""

    def line_start(self, index: int) -> int:
        """Return the start of the line in which an index lies."""
        return self._line_starts[bisect_right(self._line_starts, index) - 1]

    def below(self, index: int) -> int:
        """Return the start of the line below an index, or the end of the text."""
        line_below = bisect_right(self._line_starts, index)
        last_line = len(self._line_starts) - 1
        return self._line_starts[min(line_below, last_line)]

    def line_end_above(self, start: int) -> str:
        r"""Return the line end (``\n``, ``\r\n`` or ``\r``) of the line above the one that starts here.

        Where no line is above, it is ``\n``.
        """
        for line_end in _LINE_ENDS:
            if self.text.endswith(line_end, 0, start):
                return line_end
        return "\n"

    def dash(self, item: yaml.Node) -> int:
        """Return the index of the dash of an item.

        Raises:
            UnknownLayoutError: something other than its dash stands before it in its line.
        """
        start = self.line_start(item.start_mark.index)
        text_before = self.text[start : item.start_mark.index]
        if text_before.strip() != "-":
            raise UnknownLayoutError
        return start + text_before.index("-")

    def colon_end(self, key: yaml.Node) -> int:
        """Return the index behind the colon of a key.

        Raises:
            UnknownLayoutError: the key has no colon.
        """
        colon = self.text.find(":", key.end_mark.index)
        if colon < 0:
            raise UnknownLayoutError
        return colon + 1

    def entry_end(self, key: yaml.Node, value: yaml.Node) -> int:
        """Return the index behind ``key: value``."""
        # PyYAML gives an alias the place of the value that it stands for.
        is_alias = value.start_mark.index < key.start_mark.index
        if is_alias or is_empty(value):
            return self.colon_end(key)
        return self.end(value)

    def end(self, node: yaml.Node) -> int:
        """Return the index behind a value."""
        # PyYAML's end of a block takes in the comments below it: the end of its last value is looked up.
        if isinstance(node, yaml.MappingNode) and _is_filled_block(node):
            last_key, last_value = node.value[-1]
            return self.entry_end(last_key, last_value)
        if isinstance(node, yaml.SequenceNode) and _is_filled_block(node):
            return self.end(node.value[-1])
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip())

    def header_comment(self, scalar: yaml.ScalarNode) -> str:
        """Return the comment beside ``|`` or ``>``, with the space before it; empty for other texts."""
        if scalar.style not in {"|", ">"}:
            return ""
        start = scalar.start_mark.index
        header = self.text[start : self.below(start)].rstrip()
        comment = _COMMENT.search(header)
        return comment[0] if comment else ""

    def below_entry(self, key: yaml.Node, value: yaml.Node, column: int) -> int:
        """Return the start of the line below an entry, and below comments indented as part of it.

        Args:
            key: of the entry.
            value: of the entry.
            column: how far the keys of its mapping are indented.
        """
        place = self.below(self.entry_end(key, value))
        while self._is_deeper(place, column):
            place = self.below(place)
        return place

    def _is_deeper(self, start: int, column: int) -> bool:
        """Return whether the line that starts here has text, and has it only to the right of a column."""
        line = self.text[start : self.below(start)]
        return bool(line.strip()) and not line[: column + 1].strip()


def is_empty(node: yaml.Node) -> bool:
    """Return whether nothing is written where a value could be."""
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index


def is_flow(node: yaml.Node) -> bool:
    """Return whether a value is written between brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_filled_block(node: yaml.CollectionNode) -> bool:
    """Return whether a mapping or list has anything in it and is written without brackets."""
    return bool(node.value) and not is_flow(node)


def missing_line_end(text: str) -> str:
    """Return the line end to add behind the last line of a text, the same as behind its first line.

    Empty where the last line has one.
    """
    if text.endswith(_LINE_ENDS):
        return ""
    first_line_end = _LINE_END.search(text)
    return first_line_end[0] if first_line_end else "\n"
