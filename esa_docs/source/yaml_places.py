"""Where the entries and items of a YAML text begin and end: PyYAML names only the places of their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

import yaml

_LINE_ENDS: Final = ("\r\n", "\n", "\r")
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

    def line_start(self, index: int) -> int:
        """Return the start of the line of an index."""
        return self._line_starts[bisect_right(self._line_starts, index) - 1]

    def below(self, index: int) -> int:
        """Return the start of the line below an index, or the end of the text."""
        line = bisect_right(self._line_starts, index)
        return self._line_starts[min(line, len(self._line_starts) - 1)]

    def line_end_above(self, start: int) -> str:
        r"""Return the line end (``\n``, ``\r\n`` or ``\r``) of the line above the one that starts here."""
        ends = [end for end in _LINE_ENDS if self.text.endswith(end, 0, start)]
        return ends[0] if ends else "\n"

    def dash(self, item: yaml.Node) -> int:
        """Return the index of the dash of an item.

        Raises:
            UnknownLayoutError: more than its dash stands before it in its line.
        """
        start = self.line_start(item.start_mark.index)
        text_before = self.text[start : item.start_mark.index]
        if text_before.strip() != "-":
            raise UnknownLayoutError
        return start + text_before.index("-")

    def colon(self, key: yaml.Node) -> int:
        """Return the index behind the colon of a key.

        Raises:
            UnknownLayoutError: it has none.
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
            return self.colon(key)
        return self.end(value)

    def end(self, node: yaml.Node) -> int:
        """Return the index behind a value."""
        # PyYAML's end of a block takes in the comments below it: the end of its last value is looked up.
        is_block = bool(node.value) and not is_flow(node)
        if is_block and isinstance(node, yaml.MappingNode):
            last_key, last_value = node.value[-1]
            return self.entry_end(last_key, last_value)
        if is_block and isinstance(node, yaml.SequenceNode):
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
        """Return whether the line that starts here holds something, and that to the right of a column."""
        line = self.text[start : self.below(start)]
        return bool(line.strip()) and not line[: column + 1].strip()


def is_empty(node: yaml.Node) -> bool:
    """Return whether nothing is written where a value could be."""
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index


def is_flow(node: yaml.Node) -> bool:
    """Return whether a value is written between brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def missing_line_end(text: str) -> str:
    """Return the line end that the last line of a text lacks, as the first line has it."""
    if text.endswith(_LINE_ENDS):
        return ""
    first = _LINE_END.search(text)
    return first[0] if first else "\n"
