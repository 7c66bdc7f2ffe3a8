"""Types of the fields that hold prose: a text, lines of text, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler, ValidationInfo, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from esa_docs.model.base import Lines, Text
from esa_docs.model.people import References
from esa_docs.model.prose.prose import Prose


@dataclass(frozen=True, slots=True)
class ReadAsProse:
    """How pydantic reads prose: as the text it is written as, then its marks.

    Attributes:
        text: the type of the text, such as `Text`.
    """

    text: Any

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the field; in JSON it is the text as typed."""
        as_typed = core_schema.plain_serializer_function_ser_schema(
            _source_of, return_schema=core_schema.str_schema(), when_used="json"
        )
        return core_schema.with_info_wrap_validator_function(
            _read, handler.generate_schema(self.text), serialization=as_typed
        )


def _read(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Prose:
    """Return a value as prose. A project of version 1 has no marks: all of it stays as typed."""
    if isinstance(value, Prose):
        return value
    text: str = handler(value)
    if isinstance(info.context, References) and info.context.reads_marks:
        # Content of version 1 has no marks, and its commands start without what reads them.
        from esa_docs.model.prose.reading import read_prose  # noqa: PLC0415

        return read_prose(text)
    return Prose(text)


def _source_of(prose: str) -> str:
    # pydantic hands over what a default holds, which need be no prose
    return prose.source if isinstance(prose, Prose) else prose


ProseText: TypeAlias = Annotated[Prose, ReadAsProse(Text)]
"""One paragraph on one line, which may bear marks."""

ProseLines: TypeAlias = Annotated[Prose, ReadAsProse(Lines)]
"""Text in which each line stands as a paragraph of its own, and may bear marks."""

Texts: TypeAlias = tuple[ProseText, ...]
"""Texts one after another, such as the items of a list; `blocks.Paragraphs` take blocks besides."""
