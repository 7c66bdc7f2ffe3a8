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
    lines_of_blocks,
    lines_of_paragraphs,
    looks_like_block,
    paragraphs_by_line,
)
from esa_docs.model.cell_lines import BlockLineError, LineError

Value = CellValue
Record = dict[str, Value]
"""Values by key."""
KeyNames = tuple[str, ...]
"""Keys that lead to a value."""

_BAR: Final = re.compile(r"(?<!\\)\|")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# A number would lose the zeros before it, so 012 stays a text.
_PLAIN_NUMBER: Final = re.compile("0|[1-9][0-9]{0,3}")
_BETWEEN_NUMBERS: Final = re.compile(r"[,\s]+")
_BLANK: Final = " \t\n\u00a0"
"""White space that clerks leave around a text. Other invisible characters stay: the check refuses them."""


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
        return _text_of(value)

    def read(self, text: str, previous_value: Value) -> Value:  # noqa: ARG002 as every form
        """Return the text; None for an empty one."""
        return text.strip(_BLANK) or None


@dataclass(frozen=True, slots=True)
class Number:
    """A number. A text that is no number is read as it is, for the check of the content to refuse it."""

    def show(self, value: Value) -> str:
        """Return the digits of a number as they are written; empty for None."""
        return _text_of(value)

    def read(self, text: str, previous_value: Value) -> Value:  # noqa: ARG002 as every form
        """Return the number; None for an empty text, and for 0."""
        digits = text.strip(_BLANK)
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
    """Paragraphs, each a line. A block, such as a table, is a line that stands for it: it stays as it is."""

    def show(self, value: Value) -> str:
        """Return a line for each paragraph; empty for None."""
        if not isinstance(value, list):
            return ""
        return "\n".join(line.strip() for line, _item in lines_of_paragraphs(value))

    def read(self, text: str, previous_value: Value) -> Value:
        """Return a paragraph for each line; None where there is none.

        Raises:
            BlockLineError: a line stands for a block that the content has not.
        """
        previous_paragraphs = paragraphs_by_line(previous_value)
        paragraphs: list[Value] = []
        for line in _lines(text):
            if line not in previous_paragraphs and looks_like_block(line):
                raise BlockLineError(line, lines_of_blocks(previous_paragraphs))
            paragraphs.append(previous_paragraphs.get(line, line))
        return paragraphs or None


@dataclass(frozen=True, slots=True)
class Records:
    """Records, each a line with parts.

    Attributes:
        keys: keys of the parts, in order.
        shape: the parts in words, for people.
        needed: how many of the first parts may not be empty.
        address: key of the last part where that is an address (``https://…``). Empty where addresses have no
            key of their own.
    """

    keys: tuple[str, ...]
    shape: str
    needed: int = 1
    address: str = ""

    def show(self, value: Value) -> str:
        """Return a line for each record; empty for None."""
        lines = [self._line(record) for record in _records_in(value)]
        return "\n".join(lines)

    def _line(self, record: Record) -> str:
        values = [record.get(key) for key in self.keys]
        if self.address and values[-1] is None:
            values[-1] = record.get(self.address)
        parts = [_text_of(value).replace("|", r"\|") for value in values]
        while parts and not parts[-1]:
            parts.pop()
        return " | ".join(parts)

    def read(self, text: str, previous_value: Value) -> Value:
        """Return a record for each line; None where there is none. An unchanged line keeps its record."""
        previous_records = _records_in(previous_value)
        record_of_line = {self._line(record): record for record in previous_records}
        records: list[Value] = []
        for line in _lines(text):
            record = record_of_line.get(line)
            if record is None:
                record = self._read_record(line, previous_records)
            records.append(record)
        return records or None

    def _read_record(self, line: str, previous_records: list[Record]) -> Record:
        record: Record = {}
        for key, text in zip(self.keys, self._split(line), strict=False):
            if text:
                record[key] = text
        self._move_address(record)
        return record | self._hidden_values(record, previous_records)

    def _split(self, line: str) -> list[str]:
        """Return the texts of the parts of a line.

        Raises:
            LineError: there are too many parts, or a needed part is missing or empty.
        """
        texts = [part.strip(_BLANK).replace(r"\|", "|") for part in _BAR.split(line)]
        needed_texts = texts[: self.needed]
        has_needed_texts = len(needed_texts) == self.needed and all(needed_texts)
        if len(texts) > len(self.keys) or not has_needed_texts:
            raise LineError(line, self.shape)
        return texts

    def _move_address(self, record: Record) -> None:
        """Put the last part of a record under the key of addresses where it is one."""
        last_key = self.keys[-1]
        last_value = record.get(last_key)
        if self.address and isinstance(last_value, str) and _ADDRESS.match(last_value):
            record[self.address] = record.pop(last_key)

    def _hidden_values(self, record: Record, previous_records: list[Record]) -> Record:
        """Return the values of a record that its cell does not show; empty for a new record.

        They are those of the previous record with the same first and last part. The checksum of evidence is
        such a value: it belongs to its file, so it goes with code and file.
        """
        first_key, last_key = self.keys[0], self.keys[-1]
        shown_keys = {*self.keys, self.address}
        for previous_record in previous_records:
            has_same_first = previous_record.get(first_key) == record.get(first_key)
            has_same_last = previous_record.get(last_key) == record.get(last_key)
            if has_same_first and has_same_last:
                return {key: value for key, value in previous_record.items() if key not in shown_keys}
        return {}


def _records_in(value: Value) -> list[Record]:
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, dict)]


def _lines(text: str) -> list[str]:
    """Return the lines of a text without the empty ones and without white space around them."""
    stripped_lines = [line.strip(_BLANK) for line in text.split("\n")]
    return [line for line in stripped_lines if line]


def _text_of(value: Value) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> Value:
    """Return a text of digits as a number, any other text as it is."""
    if _PLAIN_NUMBER.fullmatch(text):
        return int(text)
    return text
