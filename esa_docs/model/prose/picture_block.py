"""Pictures in a text: one, or several side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from esa_docs.model.base import Content, parse_number
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.prose.block_schema import AT_LEAST_ONE, extend_picture
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.prose.shape_errors import refuse_empty
from esa_docs.model.prose.width import NARROWEST_CM
from esa_docs.model.typed_scalars import number_schema

USUAL_COLUMNS: Final = 2
"""Pictures that stand side by side in a grid: at half of the text width people on a photograph are seen."""
MOST_COLUMNS_OF_PICTURES: Final = 6
"""A sixth of the text width is 2.6 cm: below it nothing is seen on a photograph."""
_WIDEST_CM: Final = 25
"""Centimetres that a landscape page has for text, rounded up."""

PictureColumns = Annotated[
    int,
    BeforeValidator(parse_number),
    Field(ge=1, le=MOST_COLUMNS_OF_PICTURES),
    WithJsonSchema(number_schema("integer", 1, MOST_COLUMNS_OF_PICTURES)),
]
"""How many pictures stand side by side, in either digit set."""
_PictureWidth = Annotated[
    Decimal,
    BeforeValidator(parse_number),
    Field(ge=NARROWEST_CM, le=_WIDEST_CM),
    WithJsonSchema(number_schema("number", NARROWEST_CM, _WIDEST_CM)),
]


class PictureItem(Content):
    """ภาพ: a picture among several."""

    file: SteeringText
    """Path of the picture from the project folder, such as pictures/meeting.jpg."""
    alt: SteeringText | None = None
    """What is to be seen, for readers who cannot see it; a screen reader reads it out. Leave it out for the
    caption."""
    caption: ProseText | None = None
    """What stands below it."""


class MarkedPicture(PictureItem):
    """A picture to whose page a view refers. Only views make it, so content has no key for its bookmarks."""

    marks: tuple[int, ...] = ()
    """Numbers of the bookmarks that stand at it; see `bookmark_of_picture`."""


def bookmark_of_picture(mark: int) -> str:
    """Return the name of the bookmark at a picture, as the templates of reports name those of citations.

    Args:
        mark: its number.
    """
    return f"Cited{mark}"


@dataclass(frozen=True, slots=True)
class _PathOrKeys:
    """How pydantic reads an item of several pictures: a text as the path of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the item: a text or keys."""
        either = core_schema.union_schema([core_schema.str_schema(min_length=1), handler(source)])
        # A union of pydantic tells a fault once for each of its types: only the editor's schema has it.
        return core_schema.with_info_wrap_validator_function(_picture_reader(source), either)


def _picture_reader(
    model: type[PictureItem],
) -> Callable[[object, ValidatorFunctionWrapHandler, ValidationInfo], PictureItem]:
    def read(value: object, _handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> PictureItem:
        if isinstance(value, str):
            value = {"file": value}
        return model.model_validate(value, context=info.context)

    return read


class PictureBlock(Content):
    """ภาพ: a picture in a text, or several side by side."""

    model_config = ConfigDict(json_schema_extra=extend_picture)

    file: SteeringText | None = None
    """Path of the picture from the project folder, such as pictures/meeting.jpg: JPEG, PNG, GIF, BMP, TIFF
    or WebP."""
    files: tuple[Annotated[PictureItem, _PathOrKeys()], ...] = Field((), json_schema_extra=AT_LEAST_ONE)
    """Several pictures side by side: each its path, or 'file' with 'caption' and 'alt'."""
    columns: PictureColumns | None = None
    """How many of several pictures stand side by side, 2 where nothing is written."""
    width: _PictureWidth | None = None
    """Width of the picture on paper, in centimetres. Leave it out, and it fits the text."""
    alt: SteeringText | None = None
    """What is to be seen, for readers who cannot see it; a screen reader reads it out. Leave it out for the
    caption."""
    source: ProseText | None = None
    """ที่มา: where the picture comes from; it stands below the caption."""

    @model_validator(mode="after")
    def _check_keys(self) -> Self:
        refuse_empty(self, ("files",))
        if bool(self.file) == bool(self.files):
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["file", "files"]})
        for key in ("width", "alt"):
            if self.files and getattr(self, key) is not None:
                raise PydanticCustomError("at_most_one", "at most one", {"choices": ["files", key]})
        if self.file and self.columns is not None:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": ["file", "columns"]})
        return self

    @property
    def items(self) -> tuple[PictureItem, ...]:
        """Its pictures; a single one has no caption beside that of the block."""
        if self.file is None:
            return self.files
        return (PictureItem(file=self.file, alt=self.alt),)
