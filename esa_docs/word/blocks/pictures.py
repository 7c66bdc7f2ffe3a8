"""Pictures of a text as XML: one in a paragraph, or several side by side in a table without lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from esa_docs.model.prose.picture_block import (
    USUAL_COLUMNS,
    MarkedPicture,
    PictureBlock,
    PictureItem,
    bookmark_of_picture,
)
from esa_docs.ooxml.pictures import inline_picture
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.caption_writing import LineBelow
from esa_docs.word.blocks.host import Host, indent, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.pictures.printed_size import Size, row_sizes, single_size
from esa_docs.word.pictures.used_pictures import UsedPictures
from esa_docs.word.runs import RunStyle

_EMU_OF_A_TWIP: Final = 635
_MARGIN: Final = 57
"""Twips of the margin at each side of a cell, as our tables have it."""
_NARROWEST: Final = 567
"""A centimetre in twips: the least room of a picture."""
_CENTRED: Final = '<w:jc w:val="center"/>'
_KEEP: Final = "<w:keepNext/>"
_NO_LINES: Final = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NO_WORD: Final = re.compile(r"[\s_-]+")
_DRAWING: Final = "Picture"
_FIRST_BOOKMARK_ID: Final = 7_000_000
"""Ids of the bookmarks at pictures: above those of captions and annexes, below those of copies in loops."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where pictures stand side by side.

    Attributes:
        columns: how many stand in a row.
        width: width of a column, in twips.
        height: height of the text of a page, in twips.
        words: words of the caption of the block; empty without one.
    """

    columns: int
    width: int
    height: int
    words: str


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

    def single(self, picture: PictureBlock, words: str, host: Host, *, keep: bool) -> str:
        """Return the paragraph of one picture.

        Args:
            picture: the picture.
            words: words of the caption of the block, for those who cannot see a picture; empty without one.
            host: the paragraph in whose place it stands.
            keep: whether it stays on the page of what follows.
        """
        (item,) = picture.items
        room = (_room(host) * _EMU_OF_A_TWIP, host.height * _EMU_OF_A_TWIP)
        size = single_size(self._pixels(item), room, picture.width)
        properties = {"spacing": _spacing(120, 120), **dict([indent(host.start)])}
        if keep:
            properties.update({"spacing": _spacing(120, 60), "keepNext": _KEEP})
        return self._paragraph(self._drawing(item, size, words), properties)

    def grid(self, picture: PictureBlock, words: str, host: Host, below: Sequence[LineBelow]) -> str:
        """Return the table of pictures side by side, with what stands below them in its last row.

        LibreOffice keeps a row on the page of the next row, but no table on that of a paragraph.

        Args:
            picture: the pictures.
            words: as of `single`.
            host: the paragraph in whose place they stand.
            below: what stands below them, on the same page.
        """
        columns = picture.columns or min(USUAL_COLUMNS, len(picture.items))
        # In a narrow cell fewer stand side by side than content says.
        columns = min(columns, max(_room(host) // _NARROWEST, 1))
        grid = _Grid(columns, _room(host) // columns, host.height, words)
        starts = range(0, len(picture.items), columns)
        rows = []
        for start in starts:
            is_last = start == starts[-1]
            is_kept = is_last and (host.is_kept_with_next or bool(below))
            rows.append(self._row(picture.items[start : start + columns], grid, is_kept=is_kept))
        if below:
            lines = [line.paragraph({"jc": _CENTRED}, keep=host.is_kept_with_next) for line in below]
            rows.append(_row_xml(_cell_xml("".join(lines), grid.width * columns, columns)))
        grid_columns = f'<w:gridCol w:w="{grid.width}"/>' * columns
        # Without a style of its own a table has the one that the template gives to all: it may have lines.
        # By its look its first row is no head.
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{grid.width * columns}" w:type="dxa"/>'
            f'<w:tblInd w:w="{host.start}" w:type="dxa"/><w:tblBorders>{_NO_LINES}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/>'
            '</w:tblCellMar><w:tblLook w:val="0600"/></w:tblPr>'
            f"<w:tblGrid>{grid_columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, items: Sequence[PictureItem], grid: _Grid, *, is_kept: bool) -> str:
        """Return a row of pictures; a single one in the last row stands in the middle."""
        column = (grid.width - 2 * _MARGIN) * _EMU_OF_A_TWIP
        pixels = [self._pixels(item) for item in items]
        sizes = row_sizes(pixels, column, grid.height * _EMU_OF_A_TWIP)
        span = grid.columns if len(items) == 1 else 1
        cells = []
        for item, size in zip(items, sizes, strict=True):
            content = "".join(self._cell(item, size, grid.words, is_kept=is_kept))
            cells.append(_cell_xml(content, grid.width * span, span))
        missing = grid.columns - span * len(items)
        empty_cell = _cell_xml(self._paragraph("", {}), grid.width, 1)
        return _row_xml("".join(cells) + empty_cell * missing)

    def _cell(self, item: PictureItem, size: Size, words: str, *, is_kept: bool) -> Iterator[str]:
        further = {"keepNext": _KEEP} if is_kept else {}
        spacing = _spacing(120, 60)
        yield self._paragraph(self._drawing(item, size, words), {**further, "spacing": spacing})
        if item.caption is not None:
            runs = self.text.runs(item.caption, RunStyle())
            yield self._paragraph(runs, {**further, "spacing": _spacing(0, 60)})

    def _paragraph(self, runs: str, further: dict[str, str]) -> str:
        style = f'<w:pStyle w:val="{self.text.styles.cell}"/>'
        return paragraph(runs, {"pStyle": style, "jc": _CENTRED, **further})

    def _drawing(self, item: PictureItem, size: Size, words_of_block: str) -> str:
        """Return the run of a picture, with the words for those who cannot see it."""
        number = next(self.brought.drawing_ids)
        words = item.alt or words_of_block
        if not item.alt and item.caption is not None:
            words = str(self.text.captions.resolved(item.caption))
        if not words:
            words = words_of_name(item.file)
        relationship = self.pictures.use(item.file, size)
        name = f"{_DRAWING} {number}"
        bookmarks = "".join(self._bookmarks(item))
        return bookmarks + inline_picture(number, name, self.text.printed(words), size, relationship)

    def _bookmarks(self, item: PictureItem) -> Iterator[str]:
        """Generate the bookmarks at a picture to whose page a view refers."""
        marks = item.marks if isinstance(item, MarkedPicture) else ()
        for mark in marks:
            # A template may print a picture twice; the view refers to its first print.
            if mark not in self.brought.marks:
                self.brought.marks.add(mark)
                number = _FIRST_BOOKMARK_ID + mark
                name = bookmark_of_picture(mark)
                start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
                yield f'{start}<w:bookmarkEnd w:id="{number}"/>'

    def _pixels(self, item: PictureItem) -> Size:
        picture = self.pictures.file(item.file)
        return picture.width, picture.height


def words_of_name(name: str) -> str:
    """Return the name of a picture file as words: what a screen reader says where nothing else is written."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    return _NO_WORD.sub(" ", stem).strip()


def _row_xml(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell_xml(content: str, width: int, span: int) -> str:
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}</w:tcPr>{content}</w:tc>'


def _spacing(before: int, after: int) -> str:
    """Return the space around a paragraph in twips; its lines grow with the picture, which exact ones cut."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


def _room(host: Host) -> int:
    return max(host.width - host.start, _NARROWEST)
