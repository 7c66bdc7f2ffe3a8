"""Faults of the shape of a block as errors of pydantic, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

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
