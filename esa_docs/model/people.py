"""The roster: the people whose names documents print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Content, Text, ThaiDate, check_reference

ActingWord = Literal["รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"]
KeyPath = tuple[int | str, ...]

PRINTED_LEVELS: Final = (
    *("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "เชี่ยวชาญพิเศษ", "ทรงคุณวุฒิ"),
    *("ปฏิบัติงาน", "ชำนาญงาน", "อาวุโส"),
)
"""Levels read as the end of a post's name, such as นักวิชาการศึกษาชำนาญการ (usage; no regulation seen)."""
_LEADERS: Final = ("ผู้อำนวยการ", "รองผู้อำนวยการ", "หัวหน้า", "ปลัด")
"""Posts whose name is not followed by the level of their holder."""
_LEVEL_WORDS: Final = ("ระดับ", "วิทยฐานะ")


class Acting(Content):
    """A post that a person fills for another."""

    how: ActingWord
    """How: รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง."""
    position: Text
    """The post acted for."""
    since: ThaiDate | None = None
    """First day of it; leave it out if it does not matter."""
    until: ThaiDate | None = None
    """Last day of it; leave it out while it lasts."""

    def lasts_on(self, day: dt.date) -> bool:
        """Tell whether the person acts for the post on a day; first and last day count."""
        return _is_between(self.since, day, self.until)


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
    level: Text | None = None
    """Level, such as ชำนาญการพิเศษ: printed after the post where the post does not hold it already."""
    group: Text | None = None
    """Unit the person belongs to: an id, or the name, of 'groups' in office.yaml."""
    since: ThaiDate | None = None
    """First day in office; leave it out if it does not matter."""
    until: ThaiDate | None = None
    """Last day in office; leave it out while the person serves."""
    acting: tuple[Acting, ...] = ()
    """Posts that the person fills for others."""

    @property
    def full_name(self) -> str:
        """ชื่อเต็ม: title, first and last name, held together by no-break spaces."""
        return thai.format_name(self.prefix, self.first_name, self.last_name)

    @property
    def post(self) -> str:
        """ตำแหน่ง: the post with the level of those whose level is part of its name; never said twice."""
        level = self.level or ""
        for word in _LEVEL_WORDS:
            level = level.removeprefix(word).strip()
        is_part = level in PRINTED_LEVELS and not self.position.startswith(_LEADERS)
        return f"{self.position}{level}" if is_part and level not in self.position else self.position

    def in_office(self, day: dt.date) -> bool:
        """Tell whether the person serves on a day; first and last day count, an open end has no limit."""
        return _is_between(self.since, day, self.until)


class Roster(Content):
    """people.yaml: everyone whom the documents of the office may name."""

    people: tuple[Person, ...]
    """The people, one entry each."""


@dataclass(frozen=True, slots=True)
class References:
    """What references in content are resolved against while it is validated.

    Attributes:
        people: the roster by id; None where it is faulty.
        documents: documents of the same year by name that may be referred to; None for a faulty one.
        schemes: editions of assessment schemes by id; None for a faulty one.
        kinds: names of the kinds of documents.
    """

    people: Mapping[str, Person] | None
    documents: Mapping[str, Content | None] = field(default_factory=dict)
    schemes: Mapping[str, Content | None] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()


def people_in(content: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Person]]:
    """Find every person whom content of any kind refers to, with the key path of the reference."""
    if isinstance(content, Person):
        yield path, content
    elif isinstance(content, BaseModel):
        for name in type(content).model_fields:
            yield from people_in(getattr(content, name), (*path, name))
    elif isinstance(content, tuple):
        for number, item in enumerate(content):
            yield from people_in(item, (*path, number))


def _is_between(since: dt.date | None, day: dt.date, until: dt.date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


def _find_person(value: object, info: ValidationInfo) -> object:
    if not isinstance(info.context, References):
        return value
    text = check_reference(value)
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
