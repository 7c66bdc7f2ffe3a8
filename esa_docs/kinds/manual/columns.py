"""The summary table of a work: which columns it has, in which order, and the head of its form."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.other_words import OtherWords, OwnWords
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.prose.fields import Texts
from esa_docs.model.prose.width import Width
from esa_docs.model.typed_scalars import TEXT

ColumnName: TypeAlias = Literal["number", "chart", "step", "detail", "time", "quality", "owner"]
"""A column that the program fills in: the number, the chart, or what the key of a row says."""

HEADS: Final[dict[ColumnName, str]] = {
    "number": "ลำดับที่",
    "chart": "ผังขั้นตอนการดำเนินงาน",
    "step": "ขั้นตอนการดำเนินงาน",
    "detail": "รายละเอียดงาน",
    "time": "เวลาดำเนินการ",
    "quality": "มาตรฐานคุณภาพงาน",
    "owner": "ผู้รับผิดชอบ",
}
"""Their usual heads."""
_OTHER_HEADS: Final[dict[str, ColumnName]] = {
    "ลำดับ": "number",
    "ที่": "number",
    "ผังขั้นตอน": "chart",
    "ขั้นตอน": "step",
    "รายละเอียด": "detail",
    "เวลา": "time",
    "มาตรฐานคุณภาพ": "quality",
}
USUAL_COLUMNS: Final[tuple[ColumnName, ...]] = ("number", "step", "detail", "time", "quality", "owner")
"""The columns of the reference manual."""


def _without_blanks(words: str) -> str:
    return "".join(words.split())


_NAME_BY_HEAD: Final[dict[str, ColumnName]] = {
    **{_without_blanks(head): name for name, head in HEADS.items()},
    **{_without_blanks(head): name for head, name in _OTHER_HEADS.items()},
    **{name: name for name in HEADS},
}


def column_name(words: str) -> ColumnName | None:
    """Return the column that a name or a usual head stands for; None for one of the office's own."""
    return _NAME_BY_HEAD.get(_without_blanks(words))


def _text_as_column(value: object) -> object:
    """Return a text as the keys of a column: a name or a usual head, else the head of an own column."""
    if not isinstance(value, str):
        return value
    name = column_name(value)
    if name is None:
        return {"head": value}
    # A head is printed as it is typed.
    return {"column": name} if value in HEADS else {"column": name, "head": value}


def _column_or_words(value: object) -> object:
    if isinstance(value, str):
        return column_name(value) or value
    return value


class TableColumn(Content):
    """A column of the summary table."""

    column: Annotated[
        ColumnName | None,
        BeforeValidator(_column_or_words),
        STEERS,
        OtherWords(_NAME_BY_HEAD),
        OwnWords("{head: ", "}"),
    ] = None
    """What it shows: number, chart (the symbol of the step), step, detail, time, quality or owner. Leave it
    out for a column of the office's own."""
    head: Text | None = None
    """Its head; rows fill in a column of the office's own under this name in 'more'."""
    width: Width | None = None
    """Its width in centimetres; the columns without one share what is left of 16."""

    @model_validator(mode="after")
    def _has_a_head(self) -> Self:
        if self.column is None and self.head is None:
            raise PydanticCustomError("some_of", "at least one", {"choices": ["column", "head"]})
        return self

    @property
    def printed_head(self) -> str:
        """Its head as printed."""
        if self.head is not None:
            return self.head
        return HEADS[self.column] if self.column else ""


class _TextOrColumn:
    """The JSON Schema of a column: a text, or keys."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema."""
        return {"anyOf": [TEXT, handler(core)]}


ColumnPlace: TypeAlias = Annotated[TableColumn, BeforeValidator(_text_as_column), _TextOrColumn()]
"""A column in its place: a name or a head, or keys."""


class FormHead(Content):
    """หัวแบบฟอร์มสรุปมาตรฐานงาน: what stands above the summary table."""

    unit: Text | None = None
    """สพท./กลุ่ม; leave it out for the short name of the office."""
    code: Text | None = None
    """รหัสเอกสาร; leave it out for an empty place."""
    indicators: Texts = ()
    """ตัวชี้วัดที่สำคัญของกระบวนงาน."""
    objectives: Texts = ()
    """วัตถุประสงค์ as the form says it; leave it out for those of the work."""
