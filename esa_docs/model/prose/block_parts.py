"""What is printed of a block, by the types of its fields: nobody has to name a key here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from pydantic import BaseModel

from esa_docs.model.printed_fields import type_of
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.table_block import TableBlock

BlockPart: TypeAlias = str | Block | TableBlock | PictureBlock | ChartBlock
"""A text, a block within the block, or what has a form of its own for its texts."""


def parts_of(block: Block) -> Iterator[BlockPart]:
    """Generate what is printed of a block beside its caption, in the order of its fields."""
    return _parts_in(getattr(block, block.key))


def _parts_in(value: object) -> Iterator[BlockPart]:
    if isinstance(value, BlockPart):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts_in(item)
    elif isinstance(value, BaseModel):
        for name in _printed_names(type(value)):
            yield from _parts_in(getattr(value, name))


@cache
def _printed_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields of a model that do not only steer the program."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if not type_of(field).steers)
