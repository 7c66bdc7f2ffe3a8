"""Captions as XML: above a table, below a picture or a chart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.prose import Prose, with_words
from esa_docs.word.blocks.host import Host, indent, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import SOURCE
from esa_docs.word.contents import Contents
from esa_docs.word.runs import RunStyle

_KEEP, _KEEP_NOT = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
_BELOW: Final = '<w:spacing w:before="0" w:after="120"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'


@dataclass(frozen=True, slots=True)
class CaptionWriter:
    """Writes the captions of one document.

    Attributes:
        text: writes their texts.
        contents: where they are entered.
        lists: the lists of captions for which the template asks.
    """

    text: BlockText
    contents: Contents
    lists: Collection[str]

    def above(self, block: Block) -> str:
        """Return the paragraph of a caption above a block; empty for a block without one."""
        runs = self.runs(block)
        if not runs:
            return ""
        style = f'<w:pStyle w:val="{self.text.styles.caption}"/>'
        return paragraph(runs, {"pStyle": style, "keepNext": _KEEP})

    def below(self, block: Block, source: Prose | None, host: Host) -> str:
        """Return the paragraphs below a figure: its caption, and where it comes from.

        Args:
            block: the figure.
            source: where it comes from; None where it is not said.
            host: the paragraph in whose place the figure stands.
        """
        is_kept = host.is_kept_with_next
        runs = self.runs(block)
        xml = ""
        if runs:
            xml = self._below(runs, self.text.styles.caption, host, keep=is_kept or source is not None)
        if source is not None:
            runs_of_source = self.text.runs(with_words(source, SOURCE), RunStyle())
            xml += self._below(runs_of_source, self.text.styles.cell, host, keep=is_kept)
        return xml

    def runs(self, block: Block) -> str:
        """Return the runs of a caption with its number; empty for a block without one."""
        caption = self.text.captions.caption_of(block)
        if caption is None or block.caption is None:
            return ""
        words = with_words(block.caption, f"{caption.label} {caption.number} ")
        runs = caption.around(self.text.runs(words, RunStyle()))
        if caption.list in self.lists:
            runs += self.contents.add(str(words), 1, caption.list)
        return runs

    def _below(self, runs: str, style: str, host: Host, *, keep: bool) -> str:
        properties = {
            "pStyle": f'<w:pStyle w:val="{style}"/>',
            # The style of captions keeps them with what follows: that of a figure stands behind it.
            "keepNext": _KEEP_NOT,
            "spacing": _BELOW,
            "jc": _CENTRED,
            **dict([indent(host.start)]),
        }
        if keep:
            properties["keepNext"] = _KEEP
        return paragraph(runs, properties)
