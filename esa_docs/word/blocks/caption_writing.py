"""Captions as XML: above a table, below a picture or a chart."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.prose import Prose, with_words
from esa_docs.word.blocks.host import Host, indent, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import SOURCE
from esa_docs.word.contents import Contents
from esa_docs.word.runs import RunStyle

_KEEP, _KEEP_NOT = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
_BELOW: Final = '<w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'


@dataclass(frozen=True, slots=True)
class LineBelow:
    """A paragraph below a figure: its caption, or where it comes from.

    Attributes:
        style: id of its paragraph style.
        runs: XML of its runs.
    """

    style: str
    runs: str

    def paragraph(self, properties: Mapping[str, str], *, keep: bool) -> str:
        """Return the paragraph.

        Args:
            properties: XML of further properties by their names.
            keep: whether it stays on the page of what follows; the style of captions, which stand above
                tables, says so of all.
        """
        keep_next = _KEEP if keep else _KEEP_NOT
        style = f'<w:pStyle w:val="{self.style}"/>'
        own_properties = {"pStyle": style, "keepNext": keep_next, "spacing": _BELOW}
        return paragraph(self.runs, {**properties, **own_properties})


@dataclass(frozen=True, slots=True)
class CaptionWriter:
    """Writes the captions of one document.

    Attributes:
        text: writes their texts.
        contents: where they are entered.
        lists: the lists of captions for which the template asks.
        printed_places: places of the captions printed so far, among all captions.
    """

    text: BlockText
    contents: Contents
    lists: Collection[str]
    printed_places: set[int] = field(default_factory=set)

    def above(self, block: Block, *, is_centred: bool = False) -> str:
        """Return the paragraph of a caption above a block; empty for a block without one.

        Args:
            block: the block.
            is_centred: whether the block stands in the middle of the page, and so its caption.
        """
        runs = self.runs(block)
        if not runs:
            return ""
        style = f'<w:pStyle w:val="{self.text.styles.caption}"/>'
        properties = {"pStyle": style, "keepNext": _KEEP}
        if is_centred:
            properties["jc"] = _CENTRED
        return paragraph(runs, properties)

    def lines_below(self, block: Block, source: Prose | None) -> tuple[LineBelow, ...]:
        """Return what stands below a figure: its caption, and where it comes from.

        Args:
            block: the figure.
            source: where it comes from; None where it is not said.
        """
        lines = []
        caption = self.runs(block)
        if caption:
            lines.append(LineBelow(self.text.styles.caption, caption))
        if source is not None:
            runs = self.text.runs(with_words(source, SOURCE), RunStyle())
            lines.append(LineBelow(self.text.styles.cell, runs))
        return tuple(lines)

    def runs(self, block: Block) -> str:
        """Return the runs of a caption with its number; empty for a block without one."""
        caption = self.text.captions.caption_of(block)
        if caption is None or block.caption is None:
            return ""
        # A list of captions prints what the caption prints: numbers in place of references.
        text = self.text.captions.resolved(block.caption)
        words = with_words(text, f"{caption.label} {caption.number} ")
        runs = self.text.runs(words, RunStyle())
        if caption.place in self.printed_places:
            # A template may print a block twice; references and lists lead to its first print.
            return runs
        self.printed_places.add(caption.place)
        runs = caption.around(runs)
        if caption.list in self.lists:
            runs += self.contents.add(str(words), 1, caption.list)
        return runs


def paragraphs_below(lines: Sequence[LineBelow], host: Host) -> Iterator[str]:
    """Generate the paragraphs below a figure, all on its page.

    Args:
        lines: what stands below it.
        host: the paragraph in whose place the figure stands.
    """
    for place, line in enumerate(lines, 1):
        is_kept = host.is_kept_with_next or place < len(lines)
        yield line.paragraph({"jc": _CENTRED, **dict([indent(host.start)])}, keep=is_kept)
