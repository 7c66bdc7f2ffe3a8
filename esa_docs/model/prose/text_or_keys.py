"""What may be a text or keys, such as a paragraph or a block: each is read as what it looks like.

A union of pydantic tells a fault once for each of its types, and with their names in the path.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from esa_docs.model.people import References
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.prose.mark_signs import PLACED_MARKS
from esa_docs.model.prose.prose import Prose

_WORD_OF_KEY: Final = re.compile("[a-z_]+")
_NAMES_OF_MARKS: Final = tuple([name] for name in PLACED_MARKS)
"""What stands before the colon in marks between braces, as the only key of a value."""


@dataclass(frozen=True, slots=True)
class TextOrKeys:
    """How pydantic reads ``Prose | Model``: keys as the model, anything else as prose.

    Attributes:
        needs_marks: whether keys stand here only in content in which marks mean something (version 2).
    """

    needs_marks: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the field; in JSON a text is as typed."""
        model = _model_of(source)
        either = core_schema.union_schema(
            [handler.generate_schema(ProseText), handler.generate_schema(model)]
        )
        as_typed = core_schema.plain_serializer_function_ser_schema(_as_typed, when_used="json")
        return core_schema.with_info_wrap_validator_function(
            self._reader(model), either, serialization=as_typed
        )

    def _reader(
        self, model: type[BaseModel]
    ) -> Callable[[object, ValidatorFunctionWrapHandler, ValidationInfo], object]:
        """Return the function that reads a value."""

        def read(value: object, _handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
            if isinstance(value, Prose | model):
                return value
            if not isinstance(value, dict) or _is_mark_in_braces(value):
                return _prose_reader().validate_python(value, context=info.context)
            if _is_text_with_colon(value, model):
                raise PydanticCustomError("text_with_colon", "quotes are needed", {"text": _as_text(value)})
            if self.needs_marks and isinstance(info.context, References) and not info.context.reads_marks:
                raise PydanticCustomError("no_blocks_yet", "blocks need version 2")
            return model.model_validate(value, context=info.context)

        return read


def _is_mark_in_braces(value: Mapping[object, object]) -> bool:
    """Return whether keys are a mark without quotes, such as ``{ref:ก}``, which YAML reads as a key alone."""
    return len(value) == 1 and all(inner is None and ":" in str(key) for key, inner in value.items())


def _is_text_with_colon(value: Mapping[object, object], model: type[BaseModel]) -> bool:
    """Return whether keys are a text without quotes, such as ``หมายเหตุ: ก``: none is a word of a key."""
    names = [str(key) for key in value]
    are_texts = all(inner is None or isinstance(inner, str) for inner in value.values())
    is_mark = names in _NAMES_OF_MARKS and not model.model_fields.keys() & set(names)
    return bool(names) and are_texts and (is_mark or not any(map(_WORD_OF_KEY.fullmatch, names)))


def _as_text(value: Mapping[object, object]) -> str:
    """Return keys as the text that they were meant to be; a mark keeps its braces."""
    texts = [f"{key}: {inner or ''}".rstrip() for key, inner in value.items()]
    text = " ".join(texts)
    return f"{{{text}}}" if [*value] in _NAMES_OF_MARKS else text


def _model_of(source: Any) -> type[BaseModel]:
    """Return the model in ``Prose | Model``."""
    for member in typing.get_args(source):
        if isinstance(member, type) and issubclass(member, BaseModel):
            return member
    raise TypeError(f"{source} names no model")


@cache
def _prose_reader() -> TypeAdapter[Prose]:
    return TypeAdapter(ProseText)


def _as_typed(value: object) -> object:
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value
