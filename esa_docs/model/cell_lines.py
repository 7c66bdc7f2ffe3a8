"""What is wrong with a line of a cell of a workbook."""

from __future__ import annotations

from collections.abc import Sequence


class LineError(Exception):
    """A line of a cell has not the parts of a record.

    Attributes:
        line: the line.
        shape: the parts that are expected.
    """

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
