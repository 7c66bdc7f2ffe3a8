"""Widths of the columns of a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from esa_docs.model.base import parse_decimal
from esa_docs.model.typed_scalars import number_schema

Width = Annotated[
    Decimal,
    BeforeValidator(parse_decimal),
    Field(ge=Decimal("0.5")),
    WithJsonSchema({**number_schema("number", 0), "minimum": 0.5}),
]
"""A width, in centimetres or per cent."""
