"""A text with paragraphs and blocks below it, and lists in which blocks stand between the numbered texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.prose import Prose, as_prose

Piece: TypeAlias = str | Block | NumberedBlock
"""A paragraph, or a block in its place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that a tag prints, with paragraphs and blocks below its paragraph, in its look.

    So a template needs no change for what stands below: its tag prints the text as before.

    Attributes:
        text: the text; empty where a block stands first.
        below: what stands below it.
    """

    text: Prose
    below: tuple[Piece, ...]


def with_below(text: str, below: Sequence[Piece]) -> str | Passage:
    """Return a text with what stands below it; the text itself where nothing does."""
    if not below:
        return text
    return Passage(as_prose(text), tuple(below))


def as_passage(value: str | Sequence[Piece]) -> str | Passage:
    """Return a text, or paragraphs and blocks one after another, for one tag; nothing is an empty text."""
    if isinstance(value, str):
        return value
    if not value:
        return ""
    first, *below = value
    if isinstance(first, str):
        return with_below(first, below)
    return Passage(Prose(""), tuple(value))


def labelled(
    pieces: Iterable[Piece], label_format: str, *, numbers_single: bool = False
) -> Iterator[tuple[str, Piece]]:
    """Generate the pieces of a list with their labels: texts are numbered, a block between them is not.

    Args:
        pieces: texts and blocks.
        label_format: a label with ``{}`` in the place of its number.
        numbers_single: whether a text that stands alone has a number too.
    """
    all_pieces = list(pieces)
    count = sum(isinstance(piece, str) for piece in all_pieces)
    has_numbers = count > 1 or numbers_single
    number = 0
    for piece in all_pieces:
        label = ""
        if isinstance(piece, str):
            number += 1
            label = label_format.format(number) if has_numbers else ""
        yield label, piece
