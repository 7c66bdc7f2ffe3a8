"""The order in which a paper prints its blocks: a template may print values in another order than the view's.

A manual prints the sections of its works in the order of the office, and an office may have a template of its
own. So the captions are numbered as their signs follow each other in the filled-in document part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.printed_context import PrintedBlock
from esa_docs.word.prose_signs import BLOCK, from_bytes


def captions_in_order(xml: str, blocks: Sequence[PrintedBlock], captions: Captions) -> Captions:
    """Return the captions of a document, numbered as it prints them.

    Args:
        xml: its document part, filled in.
        blocks: what the signs of blocks stand for, by the number behind them.
        captions: its captions, numbered in any order.
    """
    numbers = dict.fromkeys(_numbers_in(xml))
    # What the template leaves out has a number too: texts may refer to it.
    numbers.update(dict.fromkeys(range(len(blocks))))
    return captions.in_order_of(_blocks_of(blocks[number] for number in numbers))


def _numbers_in(xml: str) -> Iterator[int]:
    """Generate the numbers of the signs of blocks, in the order of the document."""
    for sign in re.finditer(f"{BLOCK}(?P<bytes>[\U000f0000-\U000f00ff]+)", xml):
        yield int(from_bytes(sign["bytes"]))


def _blocks_of(printed_blocks: Iterator[PrintedBlock]) -> Iterator[Block]:
    """Generate the blocks among what signs stand for, those in tables of the view too."""
    for printed_block in printed_blocks:
        if isinstance(printed_block, Block):
            yield printed_block
        elif isinstance(printed_block, Grid):
            yield from _blocks_in(printed_block)


def _blocks_in(grid: Grid) -> Iterator[Block]:
    for piece in grid.pieces():
        if isinstance(piece, NumberedBlock):
            yield piece.block
        elif isinstance(piece, Block):
            yield piece
