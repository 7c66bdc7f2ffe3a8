"""Blocks with captions in a paper that numbers its tables itself, such as a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from esa_docs.model.inner_values import models_in
from esa_docs.model.prose.block_keys import CaptionLabel
from esa_docs.model.prose.blocks import Block
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
        labels = [block.caption_label for block in captioned_blocks(paragraph)]
        numbers = tuple(islice(table_numbers, labels.count(CaptionLabel.TABLE)))
        figures = tuple(islice(figure_numbers or (), labels.count(CaptionLabel.FIGURE)))
        numbered.append(NumberedBlock(paragraph, numbers, figures))
    return numbered


def captioned_blocks(block: Block) -> Iterator[Block]:
    """Generate a block that has a caption, and those within it."""
    for _path, inner in models_in(block, Block):
        if inner.caption is not None:
            yield inner
