"""What a template is filled in with, in plain texts: marks of prose and blocks are signs within them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from esa_docs.model.document import Context
from esa_docs.model.picture_file import PictureFile
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.passage import Passage
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow

if TYPE_CHECKING:
    from esa_docs.word.blocks.captions import Captions

PrintedBlock: TypeAlias = Block | Prose | Grid | CodeRow
"""What a sign in a text stands for: a block, a paragraph below the text, a table of the view, QR codes."""

_NO_PICTURES: Final[Mapping[str, PictureFile]] = MappingProxyType({})
_BLOCKS: Final = frozenset({Block, NumberedBlock, Passage, Grid, CodeRow})


@dataclass(frozen=True, slots=True)
class PrintedContext:
    """What a template is filled in with.

    Attributes:
        values: the values of the view; each prose with marks is a str with signs, each block a sign.
        has_signs: whether a value has signs.
        blocks: what its signs of blocks stand for, by the number behind them.
        captions: numbers of their captions; None where no value has signs.
        pictures: the picture files that the blocks print, by their paths as written in content.
        unmarked: the values of the view, from which the others come.
    """

    values: Context
    has_signs: bool
    blocks: tuple[PrintedBlock, ...] = ()
    captions: Captions | None = None
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    unmarked: Context = field(default_factory=dict)

    def in_order_of(self, xml: str) -> PrintedContext:
        """Return the context with its captions numbered as a paper prints them; itself where they are so.

        Args:
            xml: the document part, filled in with this context.
        """
        if self.captions is None or len(self.captions.by_block) <= 1:
            return self
        from esa_docs.word.blocks.printed_order import captions_in_order  # noqa: PLC0415 few have captions

        captions = captions_in_order(xml, self.blocks, self.captions)
        if captions.by_block == self.captions.by_block:
            return self
        return _with_marks(self.unmarked, self.pictures, captions)

    def readable(self) -> Context:
        """Return the values of the view in plain texts, as they can be read in the document."""
        context = self.unmarked
        if self.captions is None:
            return context
        # Loaded for a document with marks alone.
        from esa_docs.word.blocks.readable import readable_value  # noqa: PLC0415

        captions = self.captions
        return {name: readable_value(value, captions) for name, value in context.items()}


def print_context(context: Context, pictures: Mapping[str, PictureFile] = _NO_PICTURES) -> PrintedContext:
    """Return the values of a view as they fill in a template; without marks it is the context itself.

    Args:
        context: the values.
        pictures: the picture files of the document.
    """
    if not _bears_marks(context):
        return PrintedContext(context, has_signs=False, unmarked=context)
    return _with_marks(context, pictures)


def _with_marks(
    context: Context, pictures: Mapping[str, PictureFile], captions: Captions | None = None
) -> PrintedContext:
    """Return a context with marks as it fills in a template.

    Args:
        context: the values.
        pictures: the picture files of the document.
        captions: numbers of its captions; None to number them in the order of the values.
    """
    from esa_docs.word.marked_context import MarkedContext  # noqa: PLC0415 most documents have no marks

    marked = MarkedContext.of(context, captions)
    return PrintedContext(
        marked.values,
        has_signs=True,
        blocks=tuple(marked.blocks),
        captions=marked.captions,
        pictures=pictures,
        unmarked=context,
    )


def _bears_marks(context: Context) -> bool:  # noqa: C901 one case for each type
    """Return whether a text with marks, or a block, stands in a context."""
    # Exact types, texts at once, and no call for each value: this is done for every value of every document.
    open_values: list[object] = [context]
    while open_values:
        value = open_values.pop()
        inner_values: Iterable[object] = ()
        if type(value) is dict:
            inner_values = value.values()
        elif type(value) is list or type(value) is tuple:
            inner_values = value
        elif type(value) in _BLOCKS:
            return True
        for inner in inner_values:
            if type(inner) is Prose:
                if inner.spans:
                    return True
            elif type(inner) is not str:
                open_values.append(inner)
    return False
