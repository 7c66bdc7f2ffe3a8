"""ตาราง: a table in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Count, check_one_line
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.other_words import OtherWords
from esa_docs.model.printed_fields import STEERS, SteeringText
from esa_docs.model.prose.block_schema import extend_table
from esa_docs.model.prose.fields import ReadAsProse
from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT
from esa_docs.model.prose.own_rows import VALUES_OF_ROWS, RowValues
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.shape_errors import refuse
from esa_docs.model.prose.table_shape import (
    MOST_COLUMNS,
    ShapeFault,
    joining_faults,
    row_faults,
    width_faults,
)
from esa_docs.model.prose.width import Width
from esa_docs.model.typed_scalars import TYPES_OF_TEXT

Align: TypeAlias = Literal["left", "center", "right"]
_ALIGN_IN_THAI: Final = {"ซ้าย": "left", "กลาง": "center", "กึ่งกลาง": "center", "ขวา": "right"}
_CELL_SCHEMA: Final = {"type": [*TYPES_OF_TEXT, "null"]}


def _check_cell(value: object) -> object:
    r"""Return a cell that joins another, or says its sign (``\<``), as it is; an empty one as no text."""
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Prose):
        return value
    text = value.strip()
    if text.removeprefix("\\") in {TO_THE_LEFT, ABOVE}:
        return Prose(text.removeprefix("\\"), text)
    return value


Cell = Annotated[
    Prose,
    ReadAsProse(Annotated[str, BeforeValidator(check_one_line)]),
    BeforeValidator(_check_cell),
    WithJsonSchema(_CELL_SCHEMA),
]
"""A cell of a table, which may be empty."""


class TableBlock(Content):
    """ตาราง: a table in a text."""

    model_config = ConfigDict(json_schema_extra=extend_table)
    meanings: ClassVar[Meanings] = {"columns": Meaning.COMPARISON, "rows": Meaning.COMPARISON}

    columns: tuple[Cell, ...] = ()
    """Heads of its columns. Beside 'file' they say which columns of the file are taken, in which order."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Its rows, each with a text for every column. < joins a cell to the one at its left, ^ to that above."""
    file: SteeringText | None = None
    """A table file (.csv or .xlsx) with heads in its first row: its path from the project folder."""
    widths: tuple[Width, ...] = ()
    """Widths of the columns: centimetres, at most 16 together, or per cent, 100 together. Leave it out, and
    they fit the texts."""
    align: Annotated[tuple[Align, ...], STEERS, OtherWords(_ALIGN_IN_THAI)] = ()
    """Where the text of each column stands: left, center or right. Without it numbers stand at the right."""
    head_rows: Count = 1
    """How many rows are its head, which is repeated on each page: the columns and the first of the rows."""
    total: bool = False
    """true: the last row is the total, in bold. With 'rows_of' it is reckoned for each recipient."""
    rows_of: SteeringText | None = None
    """Head of the column that says to which recipient a row belongs: each letter has the rows of its own."""
    row_values: RowValues = Field(default=(), alias=VALUES_OF_ROWS)

    @model_validator(mode="after")
    def _check_shape(self) -> Self:
        if not self.columns and not self.file:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["columns", "file"]})
        if self.rows and self.file:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": ["rows", "file"]})
        if not self.file:
            refuse(type(self), self._faults())
        return self

    @property
    def cells(self) -> tuple[tuple[Prose, ...], ...]:
        """All its rows, the head first."""
        return (self.columns, *self.rows)

    def _faults(self) -> Iterator[ShapeFault]:
        """Generate what does not fit; of joined cells only where all rows have their cells."""
        count = len(self.columns)
        if count > MOST_COLUMNS:
            yield ShapeFault(("columns",), "too_many_columns", {"most": MOST_COLUMNS, "count": count})
        if not self.rows:
            yield ShapeFault(("columns",), "no_rows")
        yield from width_faults(self.widths, count)
        if self.align and len(self.align) != count:
            details = {"columns": count, "count": len(self.align)}
            yield ShapeFault(("align",), "alignments_differ", details)
        if self.rows and self.head_rows > len(self.rows):
            yield ShapeFault(("head_rows",), "head_too_high", {"most": len(self.rows)})
        faults_of_rows = tuple(row_faults(self.rows, count))
        yield from faults_of_rows
        if not faults_of_rows:
            yield from self._faults_of_joined_cells()

    def _faults_of_joined_cells(self) -> Iterator[ShapeFault]:
        for (row, column), sort in joining_faults(self.cells, self.head_rows):
            path = ("rows", row - 1, column) if row else ("columns", column)
            yield ShapeFault(path, sort)
