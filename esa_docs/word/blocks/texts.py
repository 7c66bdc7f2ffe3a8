"""What can be read in a block: the texts that must stand in the finished file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from esa_docs.model.prose.block_parts import BlockPart, parts_of
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.number_columns import forms_of_columns
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.prose import Prose, as_prose
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.prose.table_shape import joined_cells
from esa_docs.model.qr_codes import CodeRow
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.printed_context import PrintedBlock

SOURCE: Final = "ที่มา: "
"""Stands before where a picture comes from."""


def texts_of_block(block: Block, captions: Captions) -> Iterator[str]:
    """Generate the texts of a block in their order, as they are printed but for the digits."""
    yield from _captions_of(block, captions)
    for part in parts_of(block):
        yield from _texts_of_part(part, captions)


def first_text_of(block: PrintedBlock, captions: Captions) -> str:
    """Return the first text of what a sign stands for; empty where it has none.

    Of a picture without words it is the name of its file.
    """
    if isinstance(block, Prose):
        return str(captions.resolved(block))
    if isinstance(block, CodeRow):
        return str(block.codes[0].words)
    if isinstance(block, Grid):
        return next((str(piece) for piece in block.pieces() if isinstance(piece, str)), "")
    text = next(texts_of_block(block, captions), "")
    if not text and block.picture is not None:
        first_picture, *_other_pictures = block.picture.items
        return first_picture.file
    return text


def _captions_of(block: Block, captions: Captions) -> Iterator[str]:
    """Generate the captions of the pictures of a block, its own caption, and where its picture comes from."""
    items = block.picture.items if block.picture is not None else ()
    for item in items:
        if item.caption is not None:
            yield str(captions.resolved(item.caption))
    caption = captions.caption_of(block)
    if caption is not None and block.caption is not None:
        yield f"{caption.label} {caption.number} {captions.resolved(block.caption)!s}"
    source = block.picture.source if block.picture is not None else None
    if source is not None:
        yield f"{SOURCE}{captions.resolved(source)!s}"


def _texts_of_part(part: BlockPart, captions: Captions) -> Iterator[str]:
    match part:
        case Block():
            yield from texts_of_block(part, captions)
        case TableBlock():
            yield from _texts_of_table(part, captions)
        case ChartBlock():
            yield from _texts_of_chart(part)
        case PictureBlock():
            # Its texts stand around the caption of its block (`_captions_of`).
            return
        case str():
            yield str(captions.resolved(as_prose(part)))
        case _:
            assert_never(part)


def _texts_of_table(table: TableBlock, captions: Captions) -> Iterator[str]:
    forms = forms_of_columns(table)
    for cell in joined_cells(table.cells):
        text = table.cells[cell.row][cell.column]
        form = forms[cell.column] if cell.row >= table.head_rows else None
        if form is not None:
            text = form.in_form(text)
        yield str(captions.resolved(text))


def _texts_of_chart(chart: ChartBlock) -> Iterator[str]:
    from esa_docs.word.blocks.chart_numbers import texts_of_chart  # noqa: PLC0415 few documents have charts

    yield from texts_of_chart(chart)
