"""Pictures of a text as XML: one in a paragraph, or several side by side in a table without lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from esa_docs.model.prose.picture_block import USUAL_COLUMNS, PictureBlock, PictureItem
from esa_docs.ooxml.pictures import inline_picture
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.host import Host, indent, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.pictures.printed_size import Size, row_sizes, single_size
from esa_docs.word.pictures.used_pictures import UsedPictures
from esa_docs.word.runs import RunStyle

_EMU_OF_A_TWIP: Final = 635
_MARGIN: Final = 57
"""Twips of the margin at each side of a cell, as our tables have it."""
_CENTRED: Final = '<w:jc w:val="center"/>'
_KEEP: Final = "<w:keepNext/>"
_NO_LINES: Final = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NO_WORD: Final = re.compile(r"[\s_-]+")
_DRAWING: Final = "Picture"


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where pictures stand side by side.

    Attributes:
        columns: how many stand in a row.
        width: width of a column, in twips.
        height: height of the text of a page, in twips.
        caption: words of the caption of the block; empty without one.
    """

    columns: int
    width: int
    height: int
    caption: str


@dataclass(frozen=True, slots=True)
class PicturePrinter:
    """Prints the pictures of one document.

    Attributes:
        text: writes their captions.
        brought: gives the ids of their drawings.
        pictures: the picture files.
    """

    text: BlockText
    brought: BroughtParts
    pictures: UsedPictures

    def xml(self, picture: PictureBlock, caption: str, host: Host, *, keep: bool) -> str:
        """Return a picture, or several side by side, without the caption of the block.

        Args:
            picture: the pictures.
            caption: words of the caption of the block; empty without one.
            host: the paragraph in whose place they stand.
            keep: whether they stay on the page of what follows.
        """
        if picture.file is not None:
            (item,) = picture.items
            return self._single(picture, item, caption, host, keep=keep)
        return self._grid(picture, caption, host, keep=keep)

    def _single(
        self, picture: PictureBlock, item: PictureItem, caption: str, host: Host, *, keep: bool
    ) -> str:
        room = (self._room(host) * _EMU_OF_A_TWIP, host.height * _EMU_OF_A_TWIP)
        size = single_size(self._pixels(item), room, picture.width)
        further = {"spacing": _spacing(120, 120)}
        if keep:
            further = {"spacing": _spacing(120, 60), "keepNext": _KEEP}
        return self._paragraph(self._drawing(item, size, caption), host, further)

    def _grid(self, picture: PictureBlock, caption: str, host: Host, *, keep: bool) -> str:
        columns = picture.columns or min(USUAL_COLUMNS, len(picture.items))
        width = self._room(host) // columns
        grid = _Grid(columns, width, host.height, caption)
        starts = range(0, len(picture.items), columns)
        rows = []
        for start in starts:
            items = picture.items[start : start + columns]
            is_kept = keep and start == starts[-1]
            rows.append("".join(self._row(items, grid, is_kept=is_kept)))
        grid_columns = f'<w:gridCol w:w="{width}"/>' * columns
        # Without a style of its own a table has the one that the template gives to all: it may have lines.
        # By its look its first row is no head.
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/>'
            f'<w:tblInd w:w="{host.start}" w:type="dxa"/><w:tblBorders>{_NO_LINES}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/>'
            '</w:tblCellMar><w:tblLook w:val="0600"/></w:tblPr>'
            f"<w:tblGrid>{grid_columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, items: Sequence[PictureItem], grid: _Grid, *, is_kept: bool) -> Iterator[str]:
        """Generate a row of pictures; a single one in the last row stands in the middle."""
        column = (grid.width - 2 * _MARGIN) * _EMU_OF_A_TWIP
        pixels = [self._pixels(item) for item in items]
        sizes = row_sizes(pixels, column, grid.height * _EMU_OF_A_TWIP)
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        span = grid.columns if len(items) == 1 else 1
        for item, size in zip(items, sizes, strict=True):
            content = "".join(self._cell(item, size, grid.caption, is_kept=is_kept))
            yield _cell_xml(content, grid.width * span, span)
        missing = grid.columns - span * len(items)
        yield _cell_xml(self._cell_paragraph("", {}), grid.width, 1) * missing
        yield "</w:tr>"

    def _cell(self, item: PictureItem, size: Size, caption: str, *, is_kept: bool) -> Iterator[str]:
        further = {"keepNext": _KEEP} if is_kept else {}
        spacing = _spacing(120, 60)
        yield self._cell_paragraph(self._drawing(item, size, caption), {**further, "spacing": spacing})
        if item.caption is not None:
            runs = self.text.runs(item.caption, RunStyle())
            yield self._cell_paragraph(runs, {**further, "spacing": _spacing(0, 60)})

    def _paragraph(self, runs: str, host: Host, further: dict[str, str]) -> str:
        """Return a paragraph outside of a table of pictures."""
        return self._cell_paragraph(runs, {**dict([indent(host.start)]), **further})

    def _cell_paragraph(self, runs: str, further: dict[str, str]) -> str:
        style = f'<w:pStyle w:val="{self.text.styles.cell}"/>'
        return paragraph(runs, {"pStyle": style, "jc": _CENTRED, **further})

    def _drawing(self, item: PictureItem, size: Size, caption: str) -> str:
        """Return the run of a picture, with the words for those who cannot see it."""
        number = next(self.brought.drawing_ids)
        words = self.text.printed(item.alt or str(item.caption or "") or caption or words_of_name(item.file))
        relationship = self.pictures.use(item.file, size)
        return inline_picture(number, f"{_DRAWING} {number}", words, size, relationship)

    def _pixels(self, item: PictureItem) -> Size:
        picture = self.pictures.file(item.file)
        return picture.width, picture.height

    def _room(self, host: Host) -> int:
        return host.width - host.start


def words_of_name(name: str) -> str:
    """Return the name of a picture file as words: what a screen reader says where nothing else is written."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    return _NO_WORD.sub(" ", stem).strip()


def _cell_xml(content: str, width: int, span: int) -> str:
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}</w:tcPr>{content}</w:tc>'


def _spacing(before: int, after: int) -> str:
    """Return the space around a paragraph in twips; its lines grow with the picture, which exact ones cut."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
