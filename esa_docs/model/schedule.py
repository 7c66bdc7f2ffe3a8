"""When a step of work happens: the structured form beside the printed words."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Count, parse_number
from esa_docs.model.typed_scalars import number_schema

Month = Literal[
    "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."
]
FiscalRound = Annotated[
    int, BeforeValidator(parse_number), Field(ge=1, le=2), WithJsonSchema(number_schema("integer", 1, 2))
]


class FiscalMonths(Content):
    """A stretch of months of the fiscal year (October to September)."""

    first: Month
    """First month, abbreviated."""
    last: Month
    """Last month, abbreviated; the same as the first for a single month."""


class Schedule(Content):
    """เวลาดำเนินการ in a form that can be reckoned with: exactly one of the fields is given."""

    working_days: Count | None = None
    """Number of working days."""
    weeks: Count | None = None
    """Number of weeks."""
    months: Count | None = None
    """Number of months."""
    fiscal_months: FiscalMonths | None = None
    """Months of the fiscal year, from first to last."""
    rounds: tuple[FiscalRound, ...] | None = Field(default=None, min_length=1)
    """Reporting rounds of the fiscal year: 1 (October to March), 2 (April to September)."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        names = list(type(self).model_fields)
        filled_names = [name for name in names if getattr(self, name) is not None]
        if len(filled_names) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"choices": names})
        return self
