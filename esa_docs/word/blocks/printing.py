"""The XML of blocks, in the look of the paragraphs in whose place they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from esa_docs.model.prose.block_keys import BLOCKS
from esa_docs.model.prose.blocks import Block, StepItem
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.passage import Piece
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.caption_writing import CaptionWriter
from esa_docs.word.blocks.grids import grid_xml
from esa_docs.word.blocks.host import NARROW, NARROW_INDENT, Host, MisplacedBlockError, indent
from esa_docs.word.blocks.labelled_paragraphs import (
    Label,
    first_line_of,
    labelled_paragraph,
    list_paragraphs,
    room_of,
)
from esa_docs.word.blocks.signs import LYING_END, LYING_START, PAGE_BREAK, SPACE, TABLE_EDGE
from esa_docs.word.blocks.tables import is_narrow, table_xml
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.pictures.used_pictures import UsedPictures
from esa_docs.word.printed_context import PrintedBlock

if TYPE_CHECKING:
    from esa_docs.word.blocks.figures import FigurePrinter

_QUOTE_INDENT: Final = 1134
_STEP: Final = "ขั้นที่"


class UnprintedBlockError(NotImplementedError):
    """A key of blocks has no printer: a fault of the program, not of content or template."""


@dataclass(frozen=True, slots=True)
class BlockPrinter:
    """Prints the blocks of one document.

    Attributes:
        blocks: what the signs of blocks stand for, by the number in them.
        captions: writes their captions.
        brought: what the blocks bring into the file.
        pictures: the picture files that they print.
    """

    blocks: tuple[PrintedBlock, ...]
    captions: CaptionWriter
    brought: BroughtParts = field(default_factory=BroughtParts)
    pictures: UsedPictures = field(default_factory=UsedPictures)

    @property
    def text(self) -> BlockText:
        """What writes their texts."""
        return self.captions.text

    def xml(self, number: int, host: Host) -> str:
        """Return the XML of the block of a number.

        Raises:
            MisplacedBlockError: it is, or holds, a page break or landscape pages in a cell or a text box.
        """
        block = self.blocks[number]
        host = replace(host, is_numbered=host.style in self.text.styles.numbered)
        if isinstance(block, Prose):
            return host.further_paragraph(self._runs(block, host))
        if isinstance(block, CodeRow):
            return f"{TABLE_EDGE}{self._codes(block, host)}{TABLE_EDGE}"
        if isinstance(block, Grid):
            if any(map(_begins_pages, block.pieces())):
                raise MisplacedBlockError(number)
            return grid_xml(block, host, self.text, self._in_cell)
        if _begins_pages(block) and host.is_in_cell:
            raise MisplacedBlockError(number)
        return "".join(self._pieces(block, host))

    def _pieces(self, block: Block, host: Host) -> Iterator[str]:  # noqa: C901 one case for each block
        """Generate the XML of a block, by its key.

        Raises:
            UnprintedBlockError: no case of this method prints it.
        """
        if block.table is not None:
            yield self.captions.above(block, is_centred=is_narrow(block.table, host))
            yield f"{TABLE_EDGE}{table_xml(block.table, host, self.text)}{TABLE_EDGE}{SPACE}"
        elif block.picture is not None:
            yield from self._figures.picture(block, block.picture, host)
        elif block.list is not None:
            yield from list_paragraphs(block.list, host, self.text)
        elif block.steps:
            yield from self._steps(block, host)
        elif block.quote:
            yield from self._quote(block, host)
        elif block.chart is not None:
            yield from self._figures.chart(block, block.chart, host)
        elif block.landscape:
            yield from self._lying_pages(block, host)
        elif block.page_break:
            yield PAGE_BREAK
        else:
            raise UnprintedBlockError(block.key)

    @property
    def _figures(self) -> FigurePrinter:
        from esa_docs.word.blocks.figures import FigurePrinter  # noqa: PLC0415 few documents have figures

        return FigurePrinter(self.captions, self.brought, self.pictures)

    def _codes(self, row: CodeRow, host: Host) -> str:
        from esa_docs.word.blocks.codes import code_row_xml  # noqa: PLC0415 few documents have QR codes

        return code_row_xml(row, host, self.text, self.brought)

    def _quote(self, block: Block, host: Host) -> Iterator[str]:
        """Generate the paragraphs of a quote, indented at both sides."""
        side = _QUOTE_INDENT if host.width >= NARROW else NARROW_INDENT
        further = (indent(host.start + side, right=side),)
        for place, text in enumerate(block.quote, 1):
            keep = place == len(block.quote) and host.is_kept_with_next
            yield host.paragraph(self._runs(text, host), further=further, keep=keep)

    def _lying_pages(self, block: Block, host: Host) -> Iterator[str]:
        """Generate what stands on landscape pages, between the signs of which sections are made."""
        yield LYING_START
        for piece in block.landscape:
            if isinstance(piece, Block):
                yield from self._pieces(piece, host.on_its_side())
            else:
                yield host.text_paragraph(self._runs(piece, host))
        yield LYING_END

    def _steps(self, block: Block, host: Host) -> Iterator[str]:
        """Generate steps: each with its number, what belongs to it indented below its text.

        They begin where the first line of the paragraph does, such as a part of a step of a manual.
        """
        labels = [f"{_STEP} {number}" for number in range(1, len(block.steps) + 1)]
        room = max(map(partial(room_of, text=self.text), labels))
        first_line = 0
        if host.width >= NARROW and not host.start:
            first_line = first_line_of(host, self.text)
        start = host.start + first_line + room
        inner_host = replace(host, start=start)
        for place, (words, step) in enumerate(zip(labels, block.steps, strict=True), 1):
            keep = place == len(block.steps) and host.is_kept_with_next
            has_more = isinstance(step, StepItem) and bool(step.paragraphs)
            text = step.text if isinstance(step, StepItem) else step
            label = Label(self.text.printed(words), start, room, is_strong=True)
            yield labelled_paragraph(label, text, host, self.text, keep=keep or has_more)
            if isinstance(step, StepItem):
                for paragraph_of_step in step.paragraphs:
                    yield from self._inside(paragraph_of_step, inner_host)

    def _inside(self, piece: Prose | Block, host: Host) -> Iterator[str]:
        """Generate what stands below a step."""
        if isinstance(piece, Block):
            yield from self._pieces(piece, host)
        else:
            yield host.paragraph(self._runs(piece, host), further=(indent(host.start),))

    def _in_cell(self, piece: Piece, host: Host) -> Iterator[str]:
        """Generate a block in a cell of a table of the view."""
        if isinstance(piece, NumberedBlock):
            piece = piece.block
        if isinstance(piece, Block):
            yield from self._pieces(piece, host)

    def _runs(self, text: Prose, host: Host) -> str:
        return self.text.runs(text, host.run_style())


def _begins_pages(piece: Piece) -> bool:
    """Return whether a block begins pages, which no cell can hold."""
    if isinstance(piece, NumberedBlock):
        piece = piece.block
    return isinstance(piece, Block) and BLOCKS[piece.key].begins_pages
