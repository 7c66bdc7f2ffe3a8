"""Blocks with captions in a paper that numbers its tables itself, such as a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from esa_docs.model.prose.blocks import Block, StepItem
from esa_docs.model.prose.prose import Prose


@dataclass(frozen=True, slots=True)
class NumberedBlock:
    """A block in a paper that numbers its tables itself, such as a report.

    Attributes:
        block: the block.
        numbers: those of its tables with captions, in order.
        figures: those of its pictures and charts with captions, in order; empty where they follow the ones of
            the paper so far.
    """

    block: Block
    numbers: tuple[int, ...]
    figures: tuple[int, ...] = ()


def numbered_captions(
    paragraphs: Iterable[Prose | Block],
    table_numbers: Iterator[int],
    figure_numbers: Iterator[int] | None = None,
) -> list[str | NumberedBlock]:
    """Return paragraphs whose captions have the next numbers of the tables and figures of a paper.

    Args:
        paragraphs: paragraphs and blocks.
        table_numbers: numbers of the tables of the paper, in print order.
        figure_numbers: numbers of its figures; None where they follow the ones of the paper so far.
    """
    numbered: list[str | NumberedBlock] = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Prose):
            numbered.append(paragraph)
            continue
        are_tables = [block.table is not None for block in captioned_blocks(paragraph)]
        numbers = tuple(islice(table_numbers, are_tables.count(True)))
        figures = tuple(islice(figure_numbers or (), are_tables.count(False)))
        numbered.append(NumberedBlock(paragraph, numbers, figures))
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
