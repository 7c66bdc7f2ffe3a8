"""Widths of the columns of a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, WithJsonSchema

from esa_docs.model.base import parse_decimal
from esa_docs.model.typed_scalars import number_schema

NARROWEST_CM: Final = 0.5
"""Below it nothing is seen: of a column no letter, of a picture no person."""

Width = Annotated[
    Decimal,
    BeforeValidator(parse_decimal),
    Field(ge=NARROWEST_CM),
    WithJsonSchema(number_schema("number", NARROWEST_CM)),
]
"""A width, in centimetres or per cent."""
