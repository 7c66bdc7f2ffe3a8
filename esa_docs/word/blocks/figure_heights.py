"""How high the pictures and charts of a cell are printed, for what is drawn beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.model.picture_file import PictureFile
from esa_docs.model.prose.block_keys import CaptionLabel
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.picture_block import USUAL_COLUMNS, PictureBlock, PictureItem
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.charts import chart_height
from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import SOURCE
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.pictures.printed_size import row_sizes, single_size

_EMU_OF_A_TWIP: Final = 635
_EMU_OF_A_POINT: Final = 12700
_POINTS_OF_CM: Final = 72 / 2.54
_NUMBERED: Final = f"{CaptionLabel.FIGURE} 10"
"""Stands for label and number of a caption."""
_SPACE: Final = 12.0
"""Points above and below a figure, together."""


def lines_below(block: Block) -> Iterator[str]:
    """Generate the texts below a figure: its caption, and where it comes from."""
    if block.caption is not None:
        yield f"{_NUMBERED} {block.caption}"
    if block.picture is not None and block.picture.source is not None:
        yield f"{SOURCE}{block.picture.source}"


@dataclass(frozen=True, slots=True)
class FigureHeights:
    """Tells the heights of figures in the cells of one table.

    Attributes:
        pictures: the picture files of the document, by their paths as written in content.
        numerals: digits of the document.
        family: its font.
        page_height: height of the text of a page, in points.
    """

    pictures: Mapping[str, PictureFile]
    numerals: thai.Numerals
    family: str
    page_height: float

    def of(self, pieces: Iterable[object], width: int) -> float:
        """Return the points that the figures of a cell need, without their captions.

        Args:
            pieces: the texts and blocks of the cell.
            width: its width for text, in twips.
        """
        height = 0.0
        for piece in pieces:
            if not isinstance(piece, Block):
                continue
            if piece.picture is not None:
                height += self._of_pictures(piece.picture, width)
            if piece.chart is not None:
                height += self._of_chart(piece.chart, width)
            for step in piece.steps:
                height += self.of(getattr(step, "paragraphs", ()), width)
        return height

    def _of_pictures(self, picture: PictureBlock, width: int) -> float:
        # One that is not there is told when it is printed.
        items = [item for item in picture.items if item.file in self.pictures]
        page_height = round(self.page_height * _EMU_OF_A_POINT)
        room = width * _EMU_OF_A_TWIP
        if picture.file is not None:
            sizes = [
                single_size(pixels, (room, page_height), picture.width) for pixels in self._pixels(items)
            ]
            return sum(height / _EMU_OF_A_POINT + _SPACE for _width, height in sizes)
        columns = min(picture.columns or USUAL_COLUMNS, max(len(items), 1))
        total = 0.0
        for start in range(0, len(items), columns):
            pixels_of_row = self._pixels(items[start : start + columns])
            heights = [height for _width, height in row_sizes(pixels_of_row, room // columns, page_height)]
            total += max(heights) / _EMU_OF_A_POINT + _SPACE
        return total

    def _pixels(self, items: Sequence[PictureItem]) -> list[tuple[int, int]]:
        files = [self.pictures[item.file] for item in items]
        return [(file.width, file.height) for file in files]

    def _of_chart(self, chart: ChartBlock, width: int) -> float:
        styles = block_styles(b"<w:styles></w:styles>")
        text = BlockText(Captions(), styles, self.numerals, self.family, MarkStyles())
        host = Host("", "", "", width, is_in_cell=True)
        return chart_height(chart, host, text) * _POINTS_OF_CM + _SPACE
