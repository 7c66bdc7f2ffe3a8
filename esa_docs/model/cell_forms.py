r"""How values of a content file stand in the cells of a workbook, and how they are read back.

A line of a cell (Alt+Enter) is a paragraph or a record; empty lines say nothing. Parts of a record are parted
by ``|``; a bar that belongs to a text is written ``\|``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Protocol

Value = str | int | None | list["Value"] | dict[str, "Value"]
"""What a content file says; a number is written without quotes."""
KeyNames = tuple[str, ...]
"""Keys that lead to a value."""

_BAR: Final = re.compile(r"(?<!\\)\|")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PLAIN_NUMBER: Final = re.compile("0|[1-9][0-9]{0,3}")
_BLANK: Final = " \t\n\u00a0"
"""White space that clerks leave around a text; other invisible characters are for the check to tell."""


class LineError(Exception):
    """A line of a cell has not the parts of a record.

    Attributes:
        line: the line.
        shape: the parts that are expected.
    """

    def __init__(self, line: str, shape: str) -> None:
        super().__init__(line)
        self.line, self.shape = line, shape


class CellForm(Protocol):
    """Both ways between a value and the text of its cell."""

    def show(self, value: Value) -> str:
        """Give the text of a value; empty for None."""

    def read(self, text: str, before: Value) -> Value:
        """Give the value of a text; None where nothing stands.

        Args:
            text: what stands in the cell.
            before: the value in the content file, for what the cell does not show.

        Raises:
            LineError: a line cannot be read.
        """


@dataclass(frozen=True, slots=True)
class Words:
    """One text on one line."""

    def show(self, value: Value) -> str:
        """Give the text."""
        return "" if value is None else str(value)

    def read(self, text: str, before: Value) -> Value:  # noqa: ARG002 as every form
        """Give the text."""
        return text.strip(_BLANK) or None


@dataclass(frozen=True, slots=True)
class Number:
    """A number; what is none is left to the check of the content."""

    def show(self, value: Value) -> str:
        """Give its digits as they are written."""
        return "" if value is None else str(value)

    def read(self, text: str, before: Value) -> Value:  # noqa: ARG002 as every form
        """Give the number."""
        return _number(text.strip(_BLANK)) or None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers with commas or blanks between them."""

    def show(self, value: Value) -> str:
        """Give them with commas between."""
        return ", ".join(map(str, value)) if isinstance(value, list) else ""

    def read(self, text: str, before: Value) -> Value:  # noqa: ARG002 as every form
        """Give the numbers."""
        return [_number(one) for one in re.split(r"[,\s]+", text) if one] or None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraphs, each a line."""

    def show(self, value: Value) -> str:
        """Give a line for each."""
        return "\n".join(map(str, value)) if isinstance(value, list) else ""

    def read(self, text: str, before: Value) -> Value:  # noqa: ARG002 as every form
        """Give a paragraph for each line."""
        return list(_lines(text)) or None


@dataclass(frozen=True, slots=True)
class Records:
    """Records, each a line with parts.

    Attributes:
        keys: the keys of the parts, in order.
        shape: the parts as told to people.
        needed: how many of them may not be empty.
        address: key that the last part has where it is an address (``https://…``).
    """

    keys: tuple[str, ...]
    shape: str
    needed: int = 1
    address: str = ""

    def show(self, value: Value) -> str:
        """Give a line for each."""
        records = value if isinstance(value, list) else []
        return "\n".join(self._line(one) for one in records if isinstance(one, dict))

    def _line(self, record: dict[str, Value]) -> str:
        texts = [record.get(key) for key in self.keys]
        if self.address and texts[-1] is None:
            texts[-1] = record.get(self.address)
        parts = ["" if one is None else str(one).replace("|", r"\|") for one in texts]
        while parts and not parts[-1]:
            parts.pop()
        return " | ".join(parts)

    def read(self, text: str, before: Value) -> Value:
        """Give a record for each line; one whose line is as it was, as it was."""
        known = [one for one in before if isinstance(one, dict)] if isinstance(before, list) else []
        same = {self._line(one): one for one in known}
        records: list[Value] = [same.get(line) or self._record(line, known) for line in _lines(text)]
        return records or None

    def _record(self, line: str, known: list[dict[str, Value]]) -> dict[str, Value]:
        texts = [part.strip(_BLANK).replace(r"\|", "|") for part in _BAR.split(line)]
        if len(texts) > len(self.keys) or not all(texts[: self.needed]) or len(texts) < self.needed:
            raise LineError(line, self.shape)
        record: dict[str, Value] = {key: text for key, text in zip(self.keys, texts, strict=False) if text}
        last = record.get(self.keys[-1])
        if self.address and isinstance(last, str) and _ADDRESS.match(last):
            record[self.address] = record.pop(self.keys[-1])
        return record | self._unseen(record, known)

    def _unseen(self, record: dict[str, Value], known: list[dict[str, Value]]) -> dict[str, Value]:
        """Give what the cell does not show of a record; a checksum belongs to its file and goes with it."""
        first, last = self.keys[0], self.keys[-1]
        for one in known:
            if (one.get(first), one.get(last)) == (record.get(first), record.get(last)):
                return {key: value for key, value in one.items() if key not in {*self.keys, self.address}}
        return {}


def _lines(text: str) -> list[str]:
    return [line.strip(_BLANK) for line in text.split("\n") if line.strip(_BLANK)]


def _number(text: str) -> Value:
    return int(text) if _PLAIN_NUMBER.fullmatch(text) else text
