"""Blocks: what may stand where a paragraph stands, such as a table or a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content
from esa_docs.model.inner_values import outermost_within
from esa_docs.model.other_words import OtherWords
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.prose.block_id import BlockId
from esa_docs.model.prose.block_keys import BLOCK_KEYS, BLOCKS, CaptionLabel
from esa_docs.model.prose.block_schema import AT_LEAST_ONE, block_schema
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.shape_errors import refuse, refuse_empty
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.prose.table_shape import ShapeFault
from esa_docs.model.prose.text_or_keys import TextOrKeys
from esa_docs.model.typed_scalars import TEXT, TRUE

DEEPEST_LIST: Final = 5
"""Levels of a list: ๑. ๑.๑ ๑.๑.๑ (๑) (ก)."""

ListStyle: TypeAlias = Literal["thai", "arabic", "letter", "dash", "bullet"]
_STYLES_IN_THAI: Final = {
    "ไทย": "thai",
    "เลขไทย": "thai",
    "อารบิก": "arabic",
    "เลขอารบิก": "arabic",
    "อักษร": "letter",
    "ขีด": "dash",
    "จุด": "bullet",
}


def _one_or_several(value: object) -> object:
    """Return one text as a list of one."""
    return [value] if isinstance(value, str) else value


class ListItem(Content):
    """An item of a list, with items below it."""

    text: ProseText
    """What it says."""
    items: tuple[Annotated[Prose | ListItem, TextOrKeys()], ...] = ()
    """Items below it, one level further in."""


class ListBlock(Content):
    """รายการ: a list in a text."""

    style: Annotated[ListStyle | None, STEERS, OtherWords(_STYLES_IN_THAI)] = None
    """What stands before its items: thai (๑. ๑.๑ ๑.๑.๑ (๑) (ก)), arabic (1. 1.1 …), letter (ก. ข.), dash or
    bullet. Leave it out for numbers in the digits of the paper."""
    items: tuple[Annotated[Prose | ListItem, TextOrKeys()], ...] = Field(min_length=1)
    """Its items: each a text, or 'text' with 'items' below it, five levels deep."""

    @model_validator(mode="after")
    def _check_depth(self) -> Self:
        refuse(type(self), _deep_items(self.items, (), 1))
        return self


class StepItem(Content):
    """A step with what belongs to it."""

    text: ProseText
    """What is done."""
    paragraphs: tuple[Annotated[Prose | Block, TextOrKeys(needs_marks=True)], ...] = ()
    """What stands below it: paragraphs, tables, lists."""


class Block(Content):
    """ก้อนเนื้อหา: a table, a list or the like, where a paragraph stands."""

    model_config = ConfigDict(json_schema_extra=block_schema())

    table: TableBlock | None = None
    """A table."""
    picture: PictureBlock | None = None
    """A picture, or several side by side."""
    list: ListBlock | None = None
    """A list."""
    steps: tuple[Annotated[Prose | StepItem, TextOrKeys()], ...] = Field((), json_schema_extra=AT_LEAST_ONE)
    """Steps one after another, numbered: each a text, or 'text' with 'paragraphs' below it."""
    quote: Annotated[
        tuple[ProseText, ...],
        BeforeValidator(_one_or_several),
        WithJsonSchema({"anyOf": [TEXT, {"type": "array", "items": TEXT, **AT_LEAST_ONE}]}),
    ] = ()
    """Words of others, indented at both sides: a text, or a list of paragraphs."""
    chart: ChartBlock | None = None
    """A chart of numbers, which can be changed in Word."""
    landscape: tuple[Annotated[Prose | Block, TextOrKeys(needs_marks=True)], ...] = Field(
        (), json_schema_extra=AT_LEAST_ONE
    )
    """Paragraphs, tables, charts on pages of their own that lie on their side."""
    page_break: Annotated[bool | None, WithJsonSchema({"anyOf": [TRUE, {"type": "null"}]})] = None
    """true: what follows begins on a new page."""
    id: BlockId | None = None
    """A short name of letters, digits, - _ . by which {ref:…} refers to its number; it needs a caption."""
    caption: ProseText | None = None
    """What stands beside its number, such as ตารางที่ ๑: of a table above it, of a picture or a chart below."""

    @property
    def key(self) -> str:
        """The key that says what it is, such as table."""
        return next(self._filled_keys())

    @property
    def caption_label(self) -> CaptionLabel | None:
        """What stands before the number of its caption; None for a block that can have none."""
        return BLOCKS[self.key].label

    def _filled_keys(self) -> Iterator[str]:
        for key in BLOCK_KEYS:
            if getattr(self, key) not in (None, ()):
                yield key

    @model_validator(mode="after")
    def _check_keys(self) -> Self:
        refuse_empty(self, BLOCK_KEYS)
        if len(list(self._filled_keys())) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"choices": list(BLOCK_KEYS)})
        if self.page_break is False:
            raise PydanticCustomError("no_page_break", "it breaks no page", {"key": "page_break"})
        if self.caption is not None and self.caption_label is None:
            raise PydanticCustomError("no_caption_here", "no caption", {"key": "caption"})
        if self.id is not None and self.caption is None:
            raise PydanticCustomError("id_without_caption", "no caption", {"key": "id"})
        refuse(type(self), self._lying_pages_within())
        return self

    def _lying_pages_within(self) -> Iterator[ShapeFault]:
        """Generate the landscape pages within the block, which cannot hold them."""
        for path, inner in outermost_within(self, Block):
            if inner.landscape:
                yield ShapeFault(path, "landscape_within")


StepItem.model_rebuild()
Block.model_rebuild()

Paragraph: TypeAlias = Annotated[Prose | Block, TextOrKeys(needs_marks=True)]
"""A paragraph, or a block in its place."""

Paragraphs: TypeAlias = tuple[Paragraph, ...]
"""Paragraphs and blocks one after another."""


def _deep_items(items: tuple[Prose | ListItem, ...], path: KeyPath, level: int) -> Iterator[ShapeFault]:
    """Generate the items that stand below the deepest level."""
    for index, item in enumerate(items):
        item_path = (*path, "items", index)
        if level > DEEPEST_LIST:
            yield ShapeFault(item_path, "list_too_deep", {"most": DEEPEST_LIST})
        elif isinstance(item, ListItem):
            yield from _deep_items(item.items, item_path, level + 1)
