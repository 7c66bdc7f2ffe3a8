"""The roster: the people whose names documents print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from esa_docs import thai
from esa_docs.model.base import Content, Text, check_text


class Person(Content):
    """บุคลากร: one person of the office."""

    id: Text
    """Short name by which the content files refer to this person; it is never printed."""
    prefix: Text
    """Title before the name as printed: นาย, นาง, นางสาว, ดร., ว่าที่ร้อยตรี."""
    first_name: Text
    """First name."""
    last_name: Text
    """Family name."""
    position: Text
    """Post as printed below the name."""

    @property
    def full_name(self) -> str:
        """ชื่อเต็ม: title, first and last name, held together by no-break spaces."""
        return thai.format_name(self.prefix, self.first_name, self.last_name)


class Roster(Content):
    """people.yaml: everyone whom the documents of the office may name."""

    people: tuple[Person, ...]
    """The people, one entry each."""


@dataclass(frozen=True, slots=True)
class References:
    """What references in content are resolved against while it is validated; None: the roster is faulty."""

    people: Mapping[str, Person] | None


def _find_person(value: object, info: ValidationInfo) -> object:
    if not isinstance(info.context, References):
        return value
    text = check_text(value)
    if not isinstance(text, str):
        raise PydanticKnownError("string_type")
    if not text:
        raise PydanticCustomError("no_value", "a text is expected")
    known = info.context.people
    if known is None:
        return Person(id=text, prefix="-", first_name="-", last_name="-", position="-")
    if text not in known:
        raise PydanticCustomError(
            "unknown_person", "unknown person", {"text": text, "choices": sorted(known)}
        )
    return known[text]


PersonRef = Annotated[
    Person, BeforeValidator(_find_person), WithJsonSchema({"type": "string", "title": "Person"})
]
"""A person, given in content by the roster's ``id`` and resolved when the content is loaded."""
