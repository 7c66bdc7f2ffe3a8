"""The lines of a cell of a workbook, and what is wrong with one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

T = TypeVar("T")

BLANK: Final = " \t\n\u00a0"
"""White space that clerks leave around a text. Other invisible characters stay: the check refuses them."""


class LineError(Exception):
    """A line of a cell has not the parts of a record.

    Attributes:
        line: the line.
        shape: the parts that are expected.
        further: the errors of the lines below it.
    """

    further: tuple[LineError, ...] = ()

    def __init__(self, line: str, shape: str) -> None:
        super().__init__(line)
        self.line = line
        self.shape = shape


class BlockLineError(LineError):
    """A line of a cell stands for a block that the content has not.

    Attributes:
        lines: the lines that stand for the blocks of the content.
    """

    def __init__(self, line: str, lines: Sequence[str]) -> None:
        super().__init__(line, " ".join(lines))
        self.lines = tuple(lines)


class RepeatedBlockError(LineError):
    """A line of a cell stands twice for a block with an id: no reference could tell one from the other."""

    def __init__(self, line: str) -> None:
        super().__init__(line, "")


class HiddenValuesError(LineError):
    """Values that a cell does not show would be lost: no line stands for their record any more."""

    def __init__(self, line: str) -> None:
        super().__init__(line, "")


def read_lines(lines: Iterable[str], read: Callable[[str], T]) -> list[T]:
    """Return what a function reads of each line.

    Args:
        lines: the lines.
        read: the function; it raises a `LineError` where it cannot read one.

    Raises:
        LineError: that of the first line that cannot be read, with those of the others.
    """
    values = []
    errors = []
    for line in lines:
        try:
            values.append(read(line))
        except LineError as error:
            errors.append(error)
    if errors:
        first_error, *further_errors = errors
        first_error.further = tuple(further_errors)
        raise first_error
    return values


def lines_of_cell(text: str) -> list[str]:
    """Return the lines of a text without the empty ones and without white space around them."""
    stripped_lines = [line.strip(BLANK) for line in text.split("\n")]
    return [line for line in stripped_lines if line]


def text_of_value(value: object) -> str:
    """Return a value as text; empty for None."""
    return "" if value is None else str(value)
