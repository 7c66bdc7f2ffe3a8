"""The roster: the people whose names documents print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Content, Text, ThaiDate, check_reference
from esa_docs.model.levels import post_with_level
from esa_docs.model.person_names import People, made_id
from esa_docs.model.posts import Post, complete_posts, is_between, plain_texts, post_on
from esa_docs.model.typed_scalars import TEXT

ActingWord = Literal["รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"]
KeyPath = tuple[int | str, ...]


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
        """Return whether the person acts for the post on a day; first and last day count."""
        return is_between(self.since, day, self.until)


def _position_may_be_left_out(schema: dict[str, Any]) -> None:
    """Let a JSON Schema require a post or a list of posts."""
    schema["required"] = [key for key in schema["required"] if key != "position"]
    schema["anyOf"] = [{"required": ["position"]}, {"required": ["posts"]}]


class Person(Content):
    """บุคลากร: one person of the office."""

    model_config = ConfigDict(json_schema_extra=_position_may_be_left_out)

    id: Text = Field(default_factory=str)
    """Short name by which the content files refer to this person; it is never printed. Without it they say
    first and last name."""
    prefix: Text
    """Title before the name as printed: นาย, นาง, นางสาว, ดร., ว่าที่ร้อยตรี."""
    first_name: Text
    """First name."""
    last_name: Text
    """Family name."""
    position: Text
    """Post as printed below the name: the present or only one; 'posts' has others."""
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
    posts: tuple[Post, ...] = Field(default=(), exclude=True)
    """Posts one after another, each with its days: a document prints the one of its date."""

    @model_validator(mode="before")
    @classmethod
    def _take_position(cls, values: Any) -> Any:
        """Take post, level and unit from the last of the posts, unless a post stands beside them."""
        if not isinstance(values, dict) or values.get("position") is not None:
            return values
        return {**values, **plain_texts(values.get("posts"))}

    @model_validator(mode="after")
    def _complete_posts(self) -> Self:
        if self.posts:
            plain_post = Post(position=self.position, level=self.level, group=self.group)
            posts = complete_posts(self.posts, plain_post)
            # A frozen model refuses the plain assignment.
            object.__setattr__(self, "posts", posts)
        return self

    def on(self, day: dt.date) -> Person:
        """Return the person with post, level and unit as on a day.

        In a time between two posts the earlier one holds; before the first post, the first one. The posts
        stay, so the person can be asked for another day.
        """
        if not self.posts:
            return self
        post = post_on(self.posts, day)
        return self.model_copy(update={"position": post.position, "level": post.level, "group": post.group})

    @model_validator(mode="after")
    def _make_id(self) -> Self:
        if not self.id:
            # The model is frozen, and pydantic passes over a copy where a person is made in Python.
            object.__setattr__(self, "id", made_id(self.first_name, self.last_name))
        return self

    @property
    def has_written_id(self) -> bool:
        """Whether the roster gives the id; otherwise it is made from the name."""
        return "id" in self.model_fields_set

    @property
    def full_name(self) -> str:
        """ชื่อเต็ม: title, first and last name, held together by no-break spaces."""
        return thai.format_name(self.prefix, self.first_name, self.last_name)

    @property
    def post(self) -> str:
        """ตำแหน่ง: the post as printed, with its level where that is part of its name.

        The level is never printed twice: a post that holds it already stays as it is.
        """
        return post_with_level(self.position, self.level)

    def in_office(self, day: dt.date) -> bool:
        """Return whether the person serves on a day; first and last day count, None is no limit."""
        return is_between(self.since, day, self.until)


class Roster(Content):
    """people.yaml: everyone whom the documents of the office may name."""

    people: tuple[Person, ...]
    """The people, one entry each."""


def _as_it_is(content: Content, _day: dt.date) -> Content:
    return content


@dataclass(frozen=True, slots=True)
class References:
    """The people, documents and schemes that content may refer to; pydantic's context while it validates.

    Attributes:
        people: the roster. None where it is faulty.
        documents: content of the documents of the same year by name. None for a faulty document.
        schemes: editions of assessment schemes by id. None for a faulty edition.
        kinds: names of the kinds of documents.
        numbering_ways: how the papers of a kind may be numbered, by the name of the kind; a kind without
            numbers is left out.
        day: the day as of which people are named. None for the roster as it is.
        as_on: returns a document that another one refers to as on a day.
        reads_marks: whether marks in texts mean something (content of version 2). Otherwise they stay as
            typed.
    """

    people: People | None
    documents: Mapping[str, Content | None] = field(default_factory=dict)
    schemes: Mapping[str, Content | None] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    numbering_ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day: dt.date | None = None
    as_on: Callable[[Content, dt.date], Content] = _as_it_is
    reads_marks: bool = False


def people_in(content: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Person]]:
    """Generate every person whom content refers to, with the key path of the reference.

    Args:
        content: content of any kind, or a part of it.
        path: key path of the content.
    """
    if isinstance(content, Person):
        yield path, content
    elif isinstance(content, BaseModel):
        for name in type(content).model_fields:
            yield from people_in(getattr(content, name), (*path, name))
    elif isinstance(content, tuple):
        for number, item in enumerate(content):
            yield from people_in(item, (*path, number))


def _find_person(value: object, info: ValidationInfo) -> object:
    # Content made in Python has no references; it holds the people themselves.
    if not isinstance(info.context, References):
        return value
    reference = check_reference(value)
    people = info.context.people
    if people is None:
        # A faulty roster has its own diagnostics: its people are not reported again at each reference.
        return Person(id=reference, prefix="-", first_name="-", last_name="-", position="-")
    matches = people.matching(reference)
    if not matches:
        raise PydanticCustomError("unknown_person", "unknown person", {"text": reference, "people": people})
    person, *namesakes = matches
    if namesakes:
        raise PydanticCustomError("several_people", "several people", {"text": reference, "people": matches})
    return person if info.context.day is None else person.on(info.context.day)


PersonRef = Annotated[Person, BeforeValidator(_find_person), WithJsonSchema(TEXT)]
"""A person, given in content by the roster's ``id`` or by full name, and resolved when it is loaded."""
