"""Which texts of content are printed: all of them, but for those whose type says that they steer.

A test fills in every text of every kind and looks for it in the documents, so a text that is not printed
either is told or has the type `SteeringText`.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from esa_docs.model.base import Text
from esa_docs.model.prose.prose import Prose


@dataclass(frozen=True, slots=True)
class Steering:
    """The mark of a type whose texts steer the program, and are not printed."""


STEERS: Final = Steering()

SteeringText: TypeAlias = Annotated[Text, STEERS]
"""A text that is not printed: an id, a path, or the name of something else."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field holds, without lists around it and None beside it.

    Attributes:
        inner: the type, such as str or a model.
        steers: whether it is marked as steering the program.
        depth: lists around it.
        keys: the model that may stand in the place of a text, such as a block; None for any other field.
    """

    inner: Any
    steers: bool
    depth: int = 0
    keys: type[BaseModel] | None = None

    @property
    def is_printed_text(self) -> bool:
        """Whether it is text that is printed."""
        return self.inner in {str, Prose} and not self.steers

    @property
    def model(self) -> type[BaseModel] | None:
        """The model it is; None for anything else."""
        return self.inner if _is_model(self.inner) else None


def type_of(field: FieldInfo) -> FieldType:
    """Return what a field of a model holds."""
    return _type_within(field.annotation, steers=STEERS in field.metadata, depth=0)


def _is_model(inner: Any) -> bool:
    return isinstance(inner, type) and issubclass(inner, BaseModel)


def _type_within(annotation: Any, *, steers: bool, depth: int) -> FieldType:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _type_within(arguments[0], steers=steers or STEERS in arguments[1:], depth=depth)
    if origin in {typing.Union, types.UnionType}:
        beside_none = [argument for argument in arguments if argument is not types.NoneType]
        first_type = _type_within(beside_none[0], steers=steers, depth=depth)
        other_models = [other for other in beside_none[1:] if _is_model(other)]
        return replace(first_type, keys=other_models[0]) if other_models else first_type
    if origin is tuple:
        return _type_within(arguments[0], steers=steers, depth=depth + 1)
    return FieldType(annotation, steers, depth)
