"""A field that takes a text, or in its place a list of paragraphs and blocks: a cell, a resolution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import (
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

from esa_docs.model.prose.blocks import Block, Paragraph, Paragraphs
from esa_docs.model.prose.fields import ProseLines, ProseText
from esa_docs.model.prose.prose import Prose


@dataclass(frozen=True, slots=True)
class TextOrList:
    """How pydantic reads ``Prose | tuple``: a list as paragraphs and blocks, anything else as the text.

    Attributes:
        text: the type of the text, such as `ProseText`.
    """

    text: Any

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the field; in JSON a text is as typed."""
        either = core_schema.union_schema(
            [handler.generate_schema(self.text), handler.generate_schema(_FilledParagraphs)]
        )
        as_typed = core_schema.plain_serializer_function_ser_schema(_as_typed, when_used="json")
        return core_schema.with_info_wrap_validator_function(self._reader(), either, serialization=as_typed)

    def _reader(self) -> Callable[[object, ValidatorFunctionWrapHandler, ValidationInfo], object]:
        """Return the function that reads a value."""
        text_type = self.text

        def read(value: object, _handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
            # A union of pydantic would tell a fault once for each of its types.
            if isinstance(value, list | tuple):
                return _adapter(_FilledParagraphs).validate_python(value, context=info.context)
            return _adapter(text_type).validate_python(value, context=info.context)

        return read


_FilledParagraphs = Annotated[tuple[Paragraph, ...], Field(min_length=1)]


@cache
def _adapter(text_type: Any) -> TypeAdapter[Any]:
    return TypeAdapter(text_type)


def _as_typed(value: object) -> object:
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, Block):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_as_typed(piece) for piece in value]
    return value


TextOrParagraphs: TypeAlias = Annotated[Prose | Paragraphs, TextOrList(ProseText)]
"""One paragraph, or a list of paragraphs and blocks."""

LinesOrParagraphs: TypeAlias = Annotated[Prose | Paragraphs, TextOrList(ProseLines)]
"""Lines that are a paragraph each, or a list of paragraphs and blocks."""


def paragraphs_of(value: str | Paragraphs | None) -> Paragraphs:
    """Return the paragraphs of a field that takes lines or a list; none for None."""
    if value is None:
        return ()
    if isinstance(value, Prose):
        return value.lines()
    if isinstance(value, str):
        return Prose(value).lines()
    return value
