"""What can be read in a context with blocks and references, in plain texts."""

from __future__ import annotations

from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.grid import Grid
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.passage import Passage
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.texts import texts_of_block


def readable_value(value: object, captions: Captions) -> object:  # noqa: C901, PLR0911 one case for each type
    """Return a value of a context with its blocks as lists of their texts, and its references as numbers.

    Args:
        value: the value.
        captions: the captions of the document.
    """
    if isinstance(value, NumberedBlock):
        value = value.block
    if isinstance(value, Block):
        return list(texts_of_block(value, captions))
    if isinstance(value, CodeRow):
        return [str(code.words) for code in value.codes]
    if isinstance(value, Grid):
        return [readable_value(piece, captions) for piece in value.pieces()]
    if isinstance(value, Passage):
        return [readable_value(piece, captions) for piece in (value.text, *value.below)]
    if isinstance(value, Prose):
        return captions.resolved(value)
    if isinstance(value, dict):
        return {name: readable_value(inner, captions) for name, inner in value.items()}
    if type(value) in {list, tuple}:
        return [readable_value(inner, captions) for inner in value]  # type: ignore[attr-defined]
    return value
