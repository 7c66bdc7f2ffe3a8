"""The ground all content stands on: frozen, unknown keys refused, text checked once, at the door."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from esa_docs import thai

_WITH_THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+")
TEMPLATE_MARKS = ("{{", "{%", "{#")


class Content(BaseModel):
    """A part of a content file. The sentence under each field is what the editor shows on hovering."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True
    )


def check_text(value: object) -> object:
    """Bring text to the form Word keeps: NFC, line ends of one kind, nothing invisible, no template mark.

    Raises:
        PydanticCustomError: ``no_value``, ``forbidden_character`` or ``template_mark``.
    """
    if value is None:
        raise PydanticCustomError("no_value", "a text is expected")
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for _, char in thai.forbidden_characters(text):
        raise PydanticCustomError(
            "forbidden_character", "forbidden character {code}", {"code": f"U+{ord(char):04X}", "mark": char}
        )
    for mark in TEMPLATE_MARKS:
        if mark in text:
            raise PydanticCustomError("template_mark", "template mark {mark}", {"mark": mark})
    return text


def check_reference(value: object) -> str:
    """Give the name or id by which content refers to something else.

    Raises:
        PydanticCustomError: as for any text, and ``no_value`` for an empty one.
        PydanticKnownError: it is no text.
    """
    text = check_text(value)
    if not isinstance(text, str):
        raise PydanticKnownError("string_type")
    if not text:
        raise PydanticCustomError("no_value", "a text is expected")
    return text


def _check_one_line(value: object) -> object:
    text = check_text(value)
    if isinstance(text, str) and "\n" in text:
        raise PydanticCustomError("several_lines", "one line is expected")
    return text


def _parse_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return thai.parse_date(value)
    except thai.WrongEra as fault:
        raise PydanticCustomError("wrong_era", "year {year}", {"year": fault.year}) from fault
    except thai.NoSuchDay as fault:
        raise PydanticCustomError("no_such_day", "no such day", {"text": value}) from fault
    except thai.WrongWeekday as fault:
        raise PydanticCustomError("wrong_weekday", "wrong weekday", {"text": value}) from fault
    except ValueError as fault:
        raise PydanticCustomError("not_a_date", "not a date", {"text": value}) from fault


def _parse_time(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return thai.parse_time(value)
    except thai.NotATime as fault:
        raise PydanticCustomError("not_a_time", "not a time", {"text": value}) from fault


def parse_number(value: object) -> object:
    """Write a number given in either digit set, with or without thousands commas, in plain ASCII digits."""
    if not isinstance(value, str):
        return value
    plain = thai.to_arabic_digits(value).strip()
    return plain.replace(",", "") if _WITH_THOUSANDS.fullmatch(plain) else plain


Text = Annotated[str, Field(min_length=1), BeforeValidator(_check_one_line)]
"""One paragraph of text on one line."""

NumberText = Annotated[
    str,
    Field(min_length=1),
    BeforeValidator(_check_one_line),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1}),
]
"""The number of a document as written; content may give it as a plain number, which is read as text."""

Lines = Annotated[str, Field(min_length=1), BeforeValidator(check_text)]
"""Text in which each line stands as a paragraph of its own."""

Count = Annotated[
    int, BeforeValidator(parse_number), Field(ge=1, le=9999), WithJsonSchema({"type": ["integer", "string"]})
]
"""A whole number from 1, in either digit set."""

ThaiDate = Annotated[
    dt.date, BeforeValidator(_parse_date), WithJsonSchema({"type": "string", "examples": ["16 กันยายน 2569"]})
]
"""A date in the Buddhist era as people write it: 16 กันยายน 2569, ๑๖ ก.ย. ๒๕๖๙, 16/9/2569, 2569-09-16."""

ThaiTime = Annotated[
    dt.time, BeforeValidator(_parse_time), WithJsonSchema({"type": "string", "examples": ["09.30 น."]})
]
"""A time of the day: 09.30 น., ๐๙.๓๐ or 9:30."""
