"""Paragraphs among blocks: their words, their numbers, and what can be read in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from esa_docs.model.prose.block_parts import BlockPart, parts_of
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.plain_text import in_plain_text
from esa_docs.model.prose.prose import Prose, with_words
from esa_docs.model.prose.table_block import TableBlock


def words_in(paragraphs: Iterable[Prose | Block]) -> Iterator[Prose]:
    """Generate the paragraphs that are words; blocks are left out."""
    for paragraph in paragraphs:
        if isinstance(paragraph, Prose):
            yield paragraph


def numbered_paragraphs(paragraphs: Sequence[Prose | Block]) -> list[Prose | Block]:
    """Return paragraphs with their numbers; a single one has none. A block belongs to the one above it."""
    if len(list(words_in(paragraphs))) <= 1:
        return list(paragraphs)
    numbered: list[Prose | Block] = []
    number = 0
    for paragraph in paragraphs:
        if isinstance(paragraph, Block):
            numbered.append(paragraph)
            continue
        number += 1
        numbered.append(with_words(paragraph, f"{number}. "))
    return numbered


def plain_lines(paragraphs: Iterable[Prose | Block]) -> Iterator[str]:
    """Generate paragraphs and blocks as lines of plain text; the cells of a table have tabs between them."""
    for paragraph in paragraphs:
        if isinstance(paragraph, Block):
            yield from _lines_of_block(paragraph)
        else:
            yield in_plain_text(paragraph)


def _lines_of_block(block: Block) -> Iterator[str]:
    if block.caption is not None:
        yield in_plain_text(block.caption)
    for part in parts_of(block):
        yield from map(in_plain_text, _lines_of_part(part))


def _lines_of_part(part: BlockPart) -> Iterator[str]:  # noqa: C901 one case for each type
    match part:
        case Block():
            yield from _lines_of_block(part)
        case TableBlock():
            for cells in part.cells:
                yield "\t".join(map(in_plain_text, cells))
        case PictureBlock():
            yield from _lines_of_pictures(part)
        case ChartBlock():
            yield from _lines_of_chart(part)
        case str():
            yield part
        case _:
            assert_never(part)


def _lines_of_pictures(picture: PictureBlock) -> Iterator[str]:
    """Generate the captions of pictures; of one without a caption the words for those who cannot see it."""
    for item in picture.items:
        words = item.caption or item.alt
        if words:
            yield words
    if picture.source is not None:
        yield picture.source


def _lines_of_chart(chart: ChartBlock) -> Iterator[str]:
    """Generate the title of a chart and its numbers as lines of plain text, with tabs between the cells."""
    if chart.title:
        yield chart.title
    for cells in (chart.columns, *chart.rows):
        yield "\t".join(cells)
