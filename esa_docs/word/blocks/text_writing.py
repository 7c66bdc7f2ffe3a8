"""How the texts of blocks become runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from esa_docs import thai
from esa_docs.model.prose.prose import Prose
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.styles import BlockStyles
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.prose_signs import with_signs
from esa_docs.word.runs import RunStyle, RunWriter, escape, make_run_writer, make_splitter, printed_text


@dataclass(frozen=True, slots=True)
class BlockText:
    """Writes the texts of the blocks of one document.

    Attributes:
        captions: numbers of its captions.
        styles: styles in which blocks are set.
        numerals: digits of the document.
        family: font of the document.
        mark_styles: styles in which marks are printed.
    """

    captions: Captions
    styles: BlockStyles
    numerals: thai.Numerals
    family: str
    mark_styles: MarkStyles

    def runs(self, text: Prose, style: RunStyle) -> str:
        """Return the runs of a text."""
        write_runs = _writer(style, self.numerals, self.mark_styles)
        return write_runs(escape(with_signs(self.captions.resolved(text))))

    def printed(self, words: str) -> str:
        """Return words as the document prints them."""
        return printed_text(words, self.numerals)

    def label(self, label: str, style: RunStyle) -> str:
        """Return the runs of a label, whose digits stay as they are, and the tab behind it."""
        opening = style.opening(complex_script=False)
        return f"{make_splitter(style)(escape(label))}{opening}<w:tab/></w:r>"


@lru_cache(maxsize=64)
def _writer(style: RunStyle, numerals: thai.Numerals, mark_styles: MarkStyles) -> RunWriter:
    return make_run_writer(style, numerals, mark_styles)
