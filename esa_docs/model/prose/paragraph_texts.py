"""Paragraphs among blocks: their words, their numbers, and what can be read in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from esa_docs.model.prose.blocks import Block, ListItem, StepItem
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.plain_text import in_plain_text
from esa_docs.model.prose.prose import Prose, with_words


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
            yield from map(in_plain_text, _lines_of_block(paragraph))
        else:
            yield in_plain_text(paragraph)


def _lines_of_block(block: Block) -> Iterator[str]:  # noqa: C901 one case for each block
    if block.caption is not None:
        yield block.caption
    if block.picture is not None:
        yield from _lines_of_pictures(block.picture)
    if block.table is not None:
        for cells in block.table.cells:
            yield "\t".join(map(in_plain_text, cells))
    if block.list is not None:
        yield from _lines_of_items(block.list.items)
    if block.chart is not None:
        yield from _lines_of_chart(block.chart)
    yield from _lines_of_steps(block.steps)
    yield from block.quote
    yield from plain_lines(block.landscape)


def _lines_of_pictures(picture: PictureBlock) -> Iterator[str]:
    """Generate the captions of pictures; of one without a caption the words for those who cannot see it."""
    for item in picture.items:
        words = item.caption or item.alt
        if words:
            yield words
    if picture.source is not None:
        yield picture.source


def _lines_of_steps(steps: Iterable[Prose | StepItem]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, StepItem):
            yield step.text
            yield from plain_lines(step.paragraphs)
        else:
            yield step


def _lines_of_items(items: Iterable[Prose | ListItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, ListItem):
            yield item.text
            yield from _lines_of_items(item.items)
        else:
            yield item


def _lines_of_chart(chart: ChartBlock) -> Iterator[str]:
    """Generate the title of a chart and its numbers as lines of plain text, with tabs between the cells."""
    if chart.title:
        yield chart.title
    for cells in (chart.columns, *chart.rows):
        yield "\t".join(cells)
