"""A ruled table that a view lays out itself: widths, spans and what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from esa_docs.model.prose.passage import Piece

CellLook: TypeAlias = Literal["head", "text", "number", "drawing"]
"""How a cell is set: as a head, as text, in the middle, or for a drawing alone, which touches its edges."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell.

    Attributes:
        content: its paragraphs and blocks; the mark of a drawing is a paragraph too.
        look: how it is set.
        span: how many columns it takes.
    """

    content: tuple[Piece, ...]
    look: CellLook = "text"
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        widths: widths of its columns, in twips.
        rows: cells of each row; their spans are as many as the columns.
        head_rows: how many rows are its head, which is repeated on each page.
        is_close_to_next: whether another table follows it closely, as the head of a form does.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    head_rows: int = 0
    is_close_to_next: bool = False

    def pieces(self) -> Iterator[Piece]:
        """Generate what stands in its cells, in the order of reading."""
        for row in self.rows:
            for cell in row:
                yield from cell.content
