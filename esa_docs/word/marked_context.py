"""The context of a document with marks or blocks: signs in its texts stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from esa_docs.model.document import Context
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.passage import Passage
from esa_docs.model.prose.prose import Prose, as_prose
from esa_docs.model.prose.references import references_in
from esa_docs.model.qr_codes import CodeRow
from esa_docs.word.annexes.labels import AnnexLabel
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.printed_context import PrintedBlock
from esa_docs.word.prose_signs import BLOCK, in_bytes, with_signs


@dataclass(slots=True)
class MarkedContext:
    """One walk over a context.

    Attributes:
        captions: numbers of captions; those that are known already, and those that the walk finds.
        values: the values as they are printed.
        blocks: what its signs of blocks stand for, by the number behind them.
        has_references: whether a text refers to a caption.
    """

    captions: Captions
    values: Context = field(default_factory=dict)
    blocks: list[PrintedBlock] = field(default_factory=list)
    has_references: bool = False

    @classmethod
    def of(cls, context: Context, captions: Captions | None = None) -> MarkedContext:
        """Return what a context is printed as.

        Args:
            context: the values.
            captions: numbers of captions that are known; None to number them in the order of the values.
        """
        marked = cls(captions or Captions())
        marked._walk(context)
        if marked.has_references:
            # A text may refer to a caption below it: only now are all of them known.
            marked = cls(marked.captions)
            marked._walk(context)
        return marked

    def _walk(self, context: Context) -> None:
        self.values = {name: self._printed(value) for name, value in context.items()}

    def _printed(self, value: object) -> object:  # noqa: C901, PLR0911 a flat match
        """Return a value as it is printed."""
        match value:
            case Prose():
                return self._printed_prose(value)
            case Block():
                return self._printed_block(NumberedBlock(value, ()))
            case NumberedBlock():
                return self._printed_block(value)
            case CodeRow():
                return self._sign_of(value)
            case Grid():
                return self._printed_grid(value)
            case Passage():
                return self._printed_passage(value)
            case AnnexLabel():
                self.captions.add_annex(value)
            case dict():
                return {name: self._printed(inner) for name, inner in value.items()}
            case list():
                return [self._printed(inner) for inner in value]
        if type(value) is tuple:
            return tuple(self._printed(inner) for inner in value)
        return value

    def _printed_prose(self, prose: Prose) -> str:
        if next(references_in(prose), None) is not None:
            self.has_references = True
            return with_signs(self.captions.resolved(prose))
        return with_signs(prose)

    def _printed_block(self, numbered: NumberedBlock) -> str:
        self.captions.add(numbered.block, numbered.numbers, numbered.figures)
        return self._sign_of(numbered.block)

    def _printed_passage(self, passage: Passage) -> str:
        """Return a text with a sign for each paragraph and block below it."""
        signs = self._printed_prose(passage.text)
        for piece in passage.below:
            if isinstance(piece, str):
                signs += self._sign_of(as_prose(piece))
            elif isinstance(piece, NumberedBlock):
                signs += self._printed_block(piece)
            else:
                signs += self._printed_block(NumberedBlock(piece, ()))
        return signs

    def _printed_grid(self, grid: Grid) -> str:
        for piece in grid.pieces():
            if isinstance(piece, NumberedBlock):
                self.captions.add(piece.block, piece.numbers, piece.figures)
            elif isinstance(piece, Block):
                self.captions.add(piece)
        return self._sign_of(grid)

    def _sign_of(self, block: PrintedBlock) -> str:
        self.blocks.append(block)
        return BLOCK + in_bytes(str(len(self.blocks) - 1))
