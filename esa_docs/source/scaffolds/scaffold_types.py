"""The types of fields as a new content file shows them."""

from __future__ import annotations

import types
import typing
from typing import Any


def inner_type_of(annotation: Any) -> tuple[Any, int]:
    """Return the type inside ``T | None``, tuples and annotations, and how many tuples there are."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return inner_type_of(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        types_beside_none = [argument for argument in arguments if argument is not type(None)]
        return inner_type_of(types_beside_none[0])
    if origin in {tuple, list}:
        inner_type, depth = inner_type_of(arguments[0])
        return inner_type, depth + 1
    return annotation, 0
