r"""How values of a content file stand in the cells of a workbook, and how they are read back.

A line of a cell (Alt+Enter) is a paragraph or a record. Empty lines mean nothing. A bar ``|`` stands between
the parts of a record; a bar that belongs to a text is written ``\|``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Protocol

from esa_docs.model.cell_blocks import (
    CellValue,
    bears_id,
    lines_of_blocks,
    lines_of_paragraphs,
    looks_like_block,
    paragraphs_by_line,
    text_of_line,
)
from esa_docs.model.cell_lines import (
    BLANK,
    BlockLineError,
    RepeatedBlockError,
    lines_of_cell,
    read_lines,
    text_of_value,
)

Value = CellValue
KeyNames = tuple[str, ...]
"""Keys that lead to a value."""

# A number would lose the zeros before it, so 012 stays a text.
_PLAIN_NUMBER: Final = re.compile("0|[1-9][0-9]{0,3}")
_BETWEEN_NUMBERS: Final = re.compile(r"[,\s]+")


class CellForm(Protocol):
    """Both ways between a value and the text of its cell."""

    def show(self, value: Value) -> str:
        """Return the text of a value; empty for None."""

    def read(self, text: str, previous_value: Value) -> Value:
        """Return the value of a text; None for an empty one.

        Args:
            text: text of the cell.
            previous_value: value in the content file. It holds what the cell does not show.

        Raises:
            LineError: a line cannot be read.
        """


@dataclass(frozen=True, slots=True)
class Words:
    """One text on one line."""

    def show(self, value: Value) -> str:
        """Return the text; empty for None."""
        return text_of_value(value)

    def read(self, text: str, previous_value: Value) -> Value:  # noqa: ARG002 as every form
        """Return the text; None for an empty one."""
        return text.strip(BLANK) or None


@dataclass(frozen=True, slots=True)
class Number:
    """A number. A text that is no number is read as it is, for the check of the content to refuse it."""

    def show(self, value: Value) -> str:
        """Return the digits of a number as they are written; empty for None."""
        return text_of_value(value)

    def read(self, text: str, previous_value: Value) -> Value:  # noqa: ARG002 as every form
        """Return the number; None for an empty text, and for 0."""
        digits = text.strip(BLANK)
        return _number(digits) or None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers with commas or blanks between them."""

    def show(self, value: Value) -> str:
        """Return the numbers with commas between them; empty for None."""
        if not isinstance(value, list):
            return ""
        return ", ".join(map(str, value))

    def read(self, text: str, previous_value: Value) -> Value:  # noqa: ARG002 as every form
        """Return the numbers; None for an empty text."""
        words = _BETWEEN_NUMBERS.split(text)
        return [_number(word) for word in words if word] or None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    r"""Paragraphs, each a line. A block, such as a table, is a line that stands for it: it stays as it is.

    A stroke ``\\`` stands before a typed text that begins with two brackets as such a line does.
    """

    def show(self, value: Value) -> str:
        """Return a line for each paragraph; empty for None."""
        if not isinstance(value, list):
            return ""
        return "\n".join(line.strip() for line, _item in lines_of_paragraphs(value))

    def read(self, text: str, previous_value: Value) -> Value:
        """Return a paragraph for each line; None where there is none.

        Raises:
            BlockLineError: a line stands for a block that the content has not.
            RepeatedBlockError: a line stands twice for a block with an id.
        """
        previous_paragraphs = paragraphs_by_line(previous_value)
        seen_lines: set[str] = set()

        def read_line(line: str) -> Value:
            if line not in previous_paragraphs and looks_like_block(line):
                raise BlockLineError(line, lines_of_blocks(previous_paragraphs))
            paragraph = previous_paragraphs.get(line, text_of_line(line))
            if line in seen_lines and bears_id(paragraph):
                raise RepeatedBlockError(line)
            seen_lines.add(line)
            return paragraph

        return read_lines(lines_of_cell(text), read_line) or None


def _number(text: str) -> Value:
    """Return a text of digits as a number, any other text as it is."""
    if _PLAIN_NUMBER.fullmatch(text):
        return int(text)
    return text
