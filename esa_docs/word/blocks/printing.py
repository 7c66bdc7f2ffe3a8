"""The XML of blocks, in the look of the paragraphs in whose place they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.model.prose.blocks import Block, ListBlock, StepItem
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.prose import Prose, with_words
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.host import Host, MisplacedBlockError, indent, paragraph
from esa_docs.word.blocks.lists import labelled_items, labels_of
from esa_docs.word.blocks.tables import table_xml
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import SOURCE
from esa_docs.word.contents import Contents
from esa_docs.word.measuring import face_metrics
from esa_docs.word.pictures.used_pictures import UsedPictures
from esa_docs.word.runs import RunStyle

PAGE_BREAK: Final = "\ue1f0"
"""Stands where a page begins, until the paragraph behind it begins it."""
TABLE_EDGE: Final = "\ue1f1"
"""Stands at both ends of a table, until a paragraph parts it from another table beside it."""
_FIRST_LINE: Final = 1417
"""2.5 cm in twips: where the first line of a paragraph of an official paper begins
(คำอธิบายการพิมพ์หนังสือราชการ 2553); the labels of a list stand there."""
_NARROW, _NARROW_INDENT = 7000, 113
"""In a cell or a text box of less room labels stand near the edge."""
_GAP: Final = 113
"""Twips between a label and its text."""
_SIZE: Final = 16
"""Points of the text of official papers, by which labels are measured."""
_USUAL_HEIGHT: Final = 13600
"""Twips of the height of the text of an A4 page, less the margins of official papers."""
_QUOTE_INDENT: Final = 1134
_STEP: Final = "ขั้นที่"


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands before a text.

    Attributes:
        words: the label, in the digits in which it is printed.
        start: where the text begins, in twips.
        room: its room, in twips.
        is_strong: whether it is bold.
    """

    words: str
    start: int
    room: int
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class BlockPrinter:
    """Prints the blocks of one document.

    Attributes:
        blocks: the blocks, and paragraphs below a text, by the number in their sign.
        text: writes their texts.
        contents: where captions are entered.
        caption_lists: the lists of captions for which the template asks.
        brought: what the blocks bring into the file.
        pictures: the picture files that they print.
        page_height: height of the text of a page, in twips.
    """

    blocks: tuple[Block | Prose, ...]
    text: BlockText
    contents: Contents
    caption_lists: Collection[str] = ()
    brought: BroughtParts = field(default_factory=BroughtParts)
    pictures: UsedPictures = field(default_factory=UsedPictures)
    page_height: int = _USUAL_HEIGHT

    def xml(self, number: int, host: Host) -> str:
        """Return the XML of the block of a number.

        Raises:
            MisplacedBlockError: it is a page break in a cell or a text box.
        """
        block = self.blocks[number]
        is_numbered = host.style in self.text.styles.numbered
        host = replace(host, is_numbered=is_numbered)
        if isinstance(block, Prose):
            return host.further_paragraph(self._runs(block, host))
        if block.page_break and host.is_in_cell:
            raise MisplacedBlockError(number)
        return "".join(self._pieces(block, host))

    def _pieces(self, block: Block, host: Host) -> Iterator[str]:  # noqa: C901 one case for each block
        if block.table is not None:
            yield self._caption(block)
            yield f"{TABLE_EDGE}{table_xml(block.table, host, self.text)}{TABLE_EDGE}"
        if block.picture is not None:
            yield from self._picture(block, block.picture, host)
        if block.list is not None:
            yield from self._list(block.list, host)
        if block.steps:
            yield from self._steps(block, host)
        for place, text in enumerate(block.quote, 1):
            is_last = place == len(block.quote)
            further = (indent(host.start + _quote_indent(host), right=_quote_indent(host)),)
            keep = is_last and host.is_kept_with_next
            yield host.paragraph(self._runs(text, host), further=further, keep=keep)
        if block.page_break:
            yield PAGE_BREAK

    def _picture(self, block: Block, picture: PictureBlock, host: Host) -> Iterator[str]:
        """Generate a picture with its caption and its source below it, all on one page."""
        from esa_docs.word.blocks.pictures import PicturePrinter  # noqa: PLC0415 for pictures alone

        printer = PicturePrinter(self.text, self.brought, self.pictures, self.page_height)
        caption, source = self._caption_runs(block), picture.source
        is_kept = host.is_kept_with_next
        words = str(block.caption or "")
        xml = printer.xml(picture, words, host, keep=is_kept or bool(caption or source))
        yield xml if picture.file else f"{TABLE_EDGE}{xml}{TABLE_EDGE}"
        if caption:
            yield printer.below(caption, self.text.styles.caption, host, keep=is_kept or source is not None)
        if source is not None:
            runs = self.text.runs(with_words(source, SOURCE), RunStyle())
            yield printer.below(runs, self.text.styles.cell, host, keep=is_kept)

    def _caption(self, block: Block) -> str:
        """Return the paragraph of a caption above a block; empty for a block without one."""
        runs = self._caption_runs(block)
        if not runs:
            return ""
        style = f'<w:pStyle w:val="{self.text.styles.caption}"/>'
        return paragraph(runs, {"pStyle": style, "keepNext": "<w:keepNext/>"})

    def _caption_runs(self, block: Block) -> str:
        """Return the runs of a caption with its number; empty for a block without one."""
        caption = self.text.captions.caption_of(block)
        if caption is None or block.caption is None:
            return ""
        words = with_words(block.caption, f"{caption.label} {caption.number} ")
        runs = caption.around(self.text.runs(words, RunStyle()))
        if caption.list in self.caption_lists:
            runs += self.contents.add(str(words), 1, caption.list)
        return runs

    def _list(self, block: ListBlock, host: Host) -> Iterator[str]:
        """Generate the paragraphs of a list, each level indented behind the labels of the one above."""
        items = list(labelled_items(block.items, labels_of(block.style, self.text.numerals)))
        room_by_level: dict[int, int] = {}
        for numbers, label, _text in items:
            level = len(numbers)
            room_by_level[level] = max(room_by_level.get(level, 0), self._room(label))
        start = host.start + _indent_of_list(host)
        start_by_level: dict[int, int] = {}
        for level in sorted(room_by_level):
            start += room_by_level[level]
            start_by_level[level] = start
        for place, (numbers, label, text) in enumerate(items, 1):
            level = len(numbers)
            keep = place == len(items) and host.is_kept_with_next
            label_of_item = _Label(label, start_by_level[level], room_by_level[level])
            yield self._labelled(label_of_item, text, host, keep=keep)

    def _steps(self, block: Block, host: Host) -> Iterator[str]:
        """Generate steps: each with its number, what belongs to it indented below its text."""
        labels = [f"{_STEP} {number}" for number in range(1, len(block.steps) + 1)]
        room = max(map(self._room, labels))
        start = host.start + room
        inner_host = replace(host, start=start)
        for place, (label, step) in enumerate(zip(labels, block.steps, strict=True), 1):
            keep = place == len(block.steps) and host.is_kept_with_next
            has_more = isinstance(step, StepItem) and bool(step.paragraphs)
            text = step.text if isinstance(step, StepItem) else step
            label_of_step = _Label(self.text.printed(label), start, room, is_strong=True)
            yield self._labelled(label_of_step, text, host, keep=keep or has_more)
            if isinstance(step, StepItem):
                for paragraph_of_step in step.paragraphs:
                    yield from self._inside(paragraph_of_step, inner_host)

    def _inside(self, piece: Prose | Block, host: Host) -> Iterator[str]:
        """Generate what stands below a step."""
        if isinstance(piece, Block):
            yield from self._pieces(piece, host)
        else:
            yield host.paragraph(self._runs(piece, host), further=(indent(host.start),))

    def _labelled(self, label: _Label, text: Prose, host: Host, *, keep: bool) -> str:
        """Return a paragraph with a label.

        Args:
            label: the label.
            text: the text behind it.
            host: the paragraph in whose look it is set.
            keep: whether it stays on the page of what follows.
        """
        style = host.run_style(strong=label.is_strong)
        runs = self.text.label(label.words, style) + self._runs(text, host)
        return host.paragraph(runs, further=(indent(label.start, label.room),), keep=keep)

    def _runs(self, text: Prose, host: Host) -> str:
        return self.text.runs(text, host.run_style())

    def _room(self, label: str) -> int:
        """Return the room of a label with the gap behind it, in twips."""
        return round(face_metrics(self.text.family, FaceStyle.REGULAR).width(label, _SIZE) * 20) + _GAP


def _indent_of_list(host: Host) -> int:
    """Return where the labels of a list stand: at the first line of a paragraph, else near the edge."""
    has_room = host.width >= _NARROW and not host.start
    return _FIRST_LINE if has_room else _NARROW_INDENT


def _quote_indent(host: Host) -> int:
    return _QUOTE_INDENT if host.width >= _NARROW else _NARROW_INDENT
