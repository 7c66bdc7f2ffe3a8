"""Faults of the shape of a block as errors of pydantic, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from esa_docs.model.prose.table_shape import ShapeFault


def refuse(model: type[BaseModel], faults: Iterator[ShapeFault]) -> None:
    """Refuse a value with everything that is wrong in it, each at its place.

    Raises:
        ValidationError: there is a fault.
    """
    details = []
    for fault in faults:
        error = PydanticCustomError(fault.sort, "it does not fit", dict(fault.details))
        details.append(InitErrorDetails(type=error, loc=fault.path, input=None))
    if details:
        raise ValidationError.from_exception_data(model.__name__, details)


def refuse_empty(model: BaseModel, keys: Iterable[str]) -> None:
    """Refuse a model of which an empty list is written at one of several keys.

    Args:
        model: the model.
        keys: the keys of which it needs one with a value.

    Raises:
        ValidationError: one of them is written, with an empty list.
    """
    context = {"field_type": "Tuple", "min_length": 1, "actual_length": 0}
    details = []
    for key in keys:
        if key in model.model_fields_set and getattr(model, key) == ():
            details.append(InitErrorDetails(type="too_short", loc=(key,), input=(), ctx=context))
    if details:
        raise ValidationError.from_exception_data(type(model).__name__, details)
