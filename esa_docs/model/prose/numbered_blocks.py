"""Blocks with captions in a paper that numbers its tables itself, such as a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from esa_docs.model.prose.blocks import Block, StepItem
from esa_docs.model.prose.prose import Prose


@dataclass(frozen=True, slots=True)
class NumberedBlock:
    """A block in a paper that numbers its tables itself, such as a report.

    Attributes:
        block: the block.
        numbers: those of its tables with captions, in order.
    """

    block: Block
    numbers: tuple[int, ...]


def numbered_captions(
    paragraphs: Iterable[Prose | Block], table_numbers: Iterator[int]
) -> list[str | NumberedBlock]:
    """Return paragraphs whose tables with captions have the next numbers of the tables of a paper.

    Args:
        paragraphs: paragraphs and blocks.
        table_numbers: numbers of the tables of the paper, in print order.
    """
    numbered: list[str | NumberedBlock] = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Prose):
            numbered.append(paragraph)
            continue
        tables = [block for block in captioned_blocks(paragraph) if block.table is not None]
        numbers = tuple(next(table_numbers) for _table in tables)
        numbered.append(NumberedBlock(paragraph, numbers))
    return numbered


def captioned_blocks(block: Block) -> Iterator[Block]:
    """Generate a block that has a caption, and those within it."""
    if block.caption is not None:
        yield block
    for step in block.steps:
        if isinstance(step, StepItem):
            yield from _captioned_blocks_among(step.paragraphs)
    yield from _captioned_blocks_among(block.landscape)


def _captioned_blocks_among(paragraphs: Iterable[Prose | Block]) -> Iterator[Block]:
    for paragraph in paragraphs:
        if isinstance(paragraph, Block):
            yield from captioned_blocks(paragraph)
