"""The block of a chart of numbers: bars, lines, or a pie."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text, check_one_line, parse_number
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.other_words import OtherWords
from esa_docs.model.printed_fields import STEERS, SteeringText
from esa_docs.model.prose.block_schema import extend_chart
from esa_docs.model.prose.chart_shape import ChartType, chart_faults
from esa_docs.model.prose.shape_errors import refuse
from esa_docs.model.typed_scalars import TYPES_OF_TEXT, number_schema

_TYPES_IN_THAI: Final = {
    **dict.fromkeys(("แท่ง", "กราฟแท่ง", "แผนภูมิแท่ง", "column", "bars"), "bar"),
    **dict.fromkeys(("เส้น", "กราฟเส้น", "แผนภูมิเส้น"), "line"),
    **dict.fromkeys(("วงกลม", "กราฟวงกลม", "แผนภูมิวงกลม", "พาย"), "pie"),
}
_SHORTEST_CM, _HIGHEST_CM = 4, 22
_MOST_DECIMALS: Final = 4


def _check_cell(value: object) -> object:
    return "" if value is None else check_one_line(value)


ChartCell = Annotated[str, BeforeValidator(_check_cell), WithJsonSchema({"type": [*TYPES_OF_TEXT, "null"]})]
"""A cell of the numbers of a chart, which may be empty; it has no marks."""

Decimals = Annotated[
    int,
    BeforeValidator(parse_number),
    Field(ge=0, le=_MOST_DECIMALS),
    WithJsonSchema(number_schema("integer", 0, _MOST_DECIMALS)),
]
"""Decimal places, in either digit set."""

Height = Annotated[
    Decimal,
    BeforeValidator(parse_number),
    Field(ge=_SHORTEST_CM, le=_HIGHEST_CM),
    WithJsonSchema(number_schema("number", _SHORTEST_CM, _HIGHEST_CM)),
]
"""The height of a chart in centimetres, in either digit set."""


class ChartBlock(Content):
    """แผนภูมิ: a chart of numbers, which can be changed in Word."""

    model_config = ConfigDict(json_schema_extra=extend_chart)
    meanings: ClassVar[Meanings] = {"columns": Meaning.COMPARISON, "rows": Meaning.COMPARISON}

    type: Annotated[ChartType, STEERS, OtherWords(_TYPES_IN_THAI)]
    """bar, line or pie. Bars stand upright; where their names are long or many, they lie."""
    columns: tuple[ChartCell, ...] = ()
    """Heads: of the names, then of each column of numbers. Beside 'file' or 'of' they say which columns are
    drawn, in which order."""
    rows: tuple[tuple[ChartCell, ...], ...] = ()
    """A row for each name, with its numbers behind it. '-' or nothing leaves a gap."""
    file: SteeringText | None = None
    """A table file (.csv or .xlsx) with heads in its first row: its path from the project folder."""
    of: SteeringText | None = None
    """The id of a table of this document whose numbers are drawn; its total is left out."""
    title: Text | None = None
    """Words above the chart; usually its caption is enough."""
    unit: Text | None = None
    """What the numbers count, such as บาท or คน. It stands above the chart."""
    decimals: Decimals | None = None
    """Decimal places of the printed numbers. Leave it out for as many as the numbers have."""
    height: Height | None = None
    """Its height in centimetres. Leave it out, and it fits what it shows."""

    @model_validator(mode="after")
    def _check_shape(self) -> Self:
        sources = [source for source in (self.rows, self.file, self.of) if source]
        if len(sources) > 1 or not (sources or self.columns):
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["rows", "file", "of"]})
        if not self.file and not self.of:
            refuse(type(self), chart_faults(self.type, self.columns, self.rows))
        return self
