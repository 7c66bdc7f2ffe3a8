"""The ground of all content: values are frozen, unknown keys refused, texts checked when they come in."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from esa_docs import thai
from esa_docs.model.typed_scalars import DATE, TIME, number_schema

_WITH_THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+")
_AS_PEOPLE_WRITE = re.compile(r"[^_eE]*")
"""Numbers without what programs put into them: ``1_0`` is ten to Python, ``1e3`` a thousand."""
TEMPLATE_MARKS = ("{{", "{%", "{#")

DateOrMonth: TypeAlias = dt.date | thai.ThaiMonth
"""A date, or a month whose day is left for the pen."""


class Content(BaseModel):
    """A part of a content file. The sentence under each field is what the editor shows on hovering."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True
    )


def check_text(value: object) -> object:
    r"""Return text in the form that Word keeps: NFC, line ends ``\n``, no white space around it, mended.

    `thai.clean_text` does it, and `thai.mend_text` says what is mended. The text of a file has
    been mended before, and that is told.

    A value that is no text is returned as it is: pydantic refuses it later.

    Raises:
        PydanticCustomError: ``no_value``, ``refused_character`` or ``template_mark``.
    """
    if value is None:
        raise PydanticCustomError("no_value", "a text is expected")
    if not isinstance(value, str):
        return value
    with_line_feeds = value.replace("\r\n", "\n").replace("\r", "\n")
    text = thai.clean_text(with_line_feeds)
    _refuse_character(text)
    _refuse_template_mark(text)
    return text


def _refuse_character(text: str) -> None:
    refused_characters = thai.refused_characters(text)
    if refused_characters:
        _index, character = refused_characters[0]
        code = f"U+{ord(character):04X}"
        raise PydanticCustomError(
            "refused_character", "refused character {code}", {"code": code, "mark": character}
        )


def _refuse_template_mark(text: str) -> None:
    for mark in TEMPLATE_MARKS:
        if mark in text:
            raise PydanticCustomError("template_mark", "template mark {mark}", {"mark": mark})


def check_reference(value: object) -> str:
    """Return the name or id by which content refers to something else.

    Raises:
        PydanticCustomError: as for any text, and ``no_value`` for an empty one.
        PydanticKnownError: the value is no text.
    """
    text = check_text(value)
    if not isinstance(text, str):
        raise PydanticKnownError("string_type")
    if not text:
        raise PydanticCustomError("no_value", "a text is expected")
    return text


def check_one_line(value: object) -> object:
    """Return text as `check_text` does.

    Raises:
        PydanticCustomError: as for any text, and ``several_lines``.
    """
    text = check_text(value)
    if isinstance(text, str) and "\n" in text:
        raise PydanticCustomError("several_lines", "one line is expected")
    return text


def _parse_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    date = _read_date(value, "not_a_date")
    if isinstance(date, thai.ThaiMonth):
        raise PydanticCustomError("no_day", "a month without a day", {"text": value})
    return date


def _parse_date_or_month(value: object) -> dt.date | thai.ThaiMonth:
    # A plain validator: pydantic would tell a fault of a union once for each of its types.
    if isinstance(value, dt.date | thai.ThaiMonth):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("date_type")
    return _read_date(value, "not_a_date_or_month")


def _read_date(text: str, type_of_other_text: Literal["not_a_date", "not_a_date_or_month"]) -> DateOrMonth:
    """Return the date or the month that a text names.

    Args:
        text: the text.
        type_of_other_text: type of the error for a text that names neither.

    Raises:
        PydanticCustomError: that type, or ``wrong_era``, ``no_such_day``, ``wrong_weekday``.
    """
    try:
        return thai.parse_date_or_month(thai.clean_text(text))
    except thai.WrongEra as fault:
        raise PydanticCustomError("wrong_era", "year {year}", {"year": fault.year}) from fault
    except (thai.NoSuchDay, thai.NoSuchMonth) as fault:
        raise PydanticCustomError("no_such_day", "no such day", {"text": text}) from fault
    except thai.WrongWeekday as fault:
        raise PydanticCustomError("wrong_weekday", "wrong weekday", {"text": text}) from fault
    except ValueError as fault:
        raise PydanticCustomError(type_of_other_text, "not a date", {"text": text}) from fault


def _parse_time(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return thai.parse_time(thai.clean_text(value))
    except thai.NotATime as fault:
        raise PydanticCustomError("not_a_time", "not a time", {"text": value}) from fault


def parse_number(value: object) -> object:
    """Return a number in ASCII digits without thousands commas; content writes it in either digit set.

    A value that is no text is returned as it is.

    Raises:
        PydanticKnownError: it is a number to programs alone, such as ``1_0``.
    """
    if not isinstance(value, str):
        return value
    digits = thai.to_arabic_digits(thai.clean_text(value))
    if _WITH_THOUSANDS.fullmatch(digits):
        return digits.replace(",", "")
    if not _AS_PEOPLE_WRITE.fullmatch(digits):
        raise PydanticKnownError("int_parsing")
    return digits


def parse_decimal(value: object) -> object:
    """Return a number that may have a fraction, as `parse_number` does.

    Raises:
        PydanticKnownError: it is a number to programs alone, such as ``1e5``.
    """
    try:
        return parse_number(value)
    except PydanticKnownError as error:
        raise PydanticKnownError("decimal_parsing") from error


Text = Annotated[str, Field(min_length=1), BeforeValidator(check_one_line)]
"""One paragraph of text on one line."""

NumberText = Annotated[
    str,
    Field(min_length=1),
    BeforeValidator(check_one_line),
]
"""The number of a document as written; content may give it as a plain number, which is read as text."""

Lines = Annotated[str, Field(min_length=1), BeforeValidator(check_text)]
"""Text in which each line stands as a paragraph of its own."""

Count = Annotated[
    int,
    BeforeValidator(parse_number),
    Field(ge=1, le=9999),
    WithJsonSchema(number_schema("integer", 1, 9999)),
]
"""A whole number from 1, in either digit set."""

ThaiDate = Annotated[
    dt.date, BeforeValidator(_parse_date), WithJsonSchema({**DATE, "examples": ["16 กันยายน 2569"]})
]
"""A date in the Buddhist era as people write it: 16 กันยายน 2569, ๑๖ ก.ย. ๒๕๖๙, 16/9/2569, 2569-09-16."""

DateOfIssue = Annotated[
    DateOrMonth,
    PlainValidator(_parse_date_or_month),
    # pydantic's serializer of a union warns of values that it has changed itself.
    PlainSerializer(str, return_type=str, when_used="json"),
    WithJsonSchema({**DATE, "examples": ["16 กันยายน 2569", "กันยายน 2569"]}),
]
"""A date as in `ThaiDate`, or a month whose day is left for the pen: กันยายน 2569."""

ThaiTime = Annotated[
    dt.time, BeforeValidator(_parse_time), WithJsonSchema({**TIME, "examples": ["09.30 น."]})
]
"""A time of the day: 09.30 น., ๐๙.๓๐ or 9:30."""
