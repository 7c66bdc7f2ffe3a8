"""Figures of a text: pictures and charts, each with its caption below it on the same page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.caption_writing import CaptionWriter, paragraphs_below
from esa_docs.word.blocks.charts import chart_run
from esa_docs.word.blocks.host import Host, figure_paragraph
from esa_docs.word.blocks.pictures import PicturePrinter
from esa_docs.word.blocks.signs import TABLE_EDGE
from esa_docs.word.pictures.used_pictures import UsedPictures


@dataclass(frozen=True, slots=True)
class FigurePrinter:
    """Prints the figures of one document.

    Attributes:
        captions: writes their captions.
        brought: takes in their parts, and gives the ids of their drawings.
        pictures: the picture files.
    """

    captions: CaptionWriter
    brought: BroughtParts
    pictures: UsedPictures

    def picture(self, block: Block, picture: PictureBlock, host: Host) -> Iterator[str]:
        """Generate a picture, or several side by side, and what stands below."""
        printer = PicturePrinter(self.captions.text, self.brought, self.pictures)
        below = self.captions.lines_below(block, picture.source)
        words = self._words(block)
        if picture.file is None:
            yield f"{TABLE_EDGE}{printer.grid(picture, words, host, below)}{TABLE_EDGE}"
            return
        yield printer.single(picture, words, host, keep=host.is_kept_with_next or bool(below))
        yield from paragraphs_below(below, host)

    def chart(self, block: Block, chart: ChartBlock, host: Host) -> Iterator[str]:
        """Generate a chart and what stands below."""
        below = self.captions.lines_below(block, None)
        run = chart_run(chart, self._words(block), host, self.captions.text, self.brought)
        yield figure_paragraph(run, keep=host.is_kept_with_next or bool(below))
        yield from paragraphs_below(below, host)

    def _words(self, block: Block) -> str:
        """Return the words of a caption, for those who cannot see the figure; empty without one."""
        if block.caption is None:
            return ""
        return str(self.captions.text.captions.resolved(block.caption))
