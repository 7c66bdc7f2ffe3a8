"""Changes of a committee as content has them: who leaves it and who joins it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import BeforeValidator, ConfigDict, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.committee import Member
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.people import Person, PersonRef, References
from esa_docs.model.typed_scalars import TEXT
from esa_docs.thai.name_parts import parse_name

LEAVE_KEY: Final = "leave"
"""Key of those who leave a committee. They need not serve any more on the date of the paper."""


class Leaver(Content):
    """A member who leaves a committee."""

    person: PersonRef | None = None
    """An id of people.yaml."""
    name: Text | None = None
    """Name written out, of a member who is not in people.yaml."""
    position: Text | None = None
    """Post of a member who is named by post alone."""
    role: Text | None = None
    """Role that ends; by default the one that the member has in the order that is amended."""

    @model_validator(mode="after")
    def _check_person(self) -> Self:
        given_keys = [key for key in ("person", "name", "position") if getattr(self, key) is not None]
        if len(given_keys) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["person", "name", "position"]})
        return self

    @property
    def words(self) -> str:
        """Name with its title, or the post of a member by post alone."""
        if self.person is not None:
            return self.person.full_name
        return self.name or self.position or ""

    def is_member(self, member: Member) -> bool:
        """Return whether this is a member of a committee. One named in words may be meant by a post."""
        if self.role is not None and self.role != member.role:
            return False
        if self.person is not None:
            return is_person_of(member, self.person)
        if not member.full_name:
            return member.position in {self.name, self.position}
        return self.name is not None and is_same_name(self.name, member.full_name)


def _read_leaver(value: object, info: ValidationInfo) -> object:
    """Return the keys of a leaver who is written as a plain text: somebody of the roster, else a name."""
    if not isinstance(value, str):
        return value
    people = info.context.people if isinstance(info.context, References) else None
    is_of_roster = people is not None and bool(people.matching(value))
    key = "person" if is_of_roster else "name"
    return {key: value}


def _describe_leavers(schema: dict[str, Any]) -> None:
    """Describe somebody who leaves in a JSON Schema: a plain text, or keys and values."""
    leave = schema["properties"][LEAVE_KEY]
    leave["items"] = {"anyOf": [TEXT, leave["items"]]}


class CommitteeChange(Content):
    """What an amending order changes in one committee of an earlier order."""

    model_config = ConfigDict(json_schema_extra=_describe_leavers)
    meanings: ClassVar[Meanings] = {"leave": Meaning.OUTSIDER}

    committee: Text | None = None
    """Name of the committee; leave it out where the order that is amended appoints only one."""
    leave: tuple[Annotated[Leaver, BeforeValidator(_read_leaver)], ...] = ()
    """Who leaves: ids of people.yaml, or names written out."""
    join: tuple[Member, ...] = ()
    """Who joins; somebody with the role of one who leaves takes that place."""

    def joining(self) -> Iterator[tuple[Member, int | None]]:
        """Generate each member who joins, with the index of the one who leaves that place; None for no one.

        Members take the places of those who leave with the same role, in the order of both lists.
        """
        free_indexes = list(range(len(self.leave)))
        for member in self.join:
            index = next((index for index in free_indexes if self.leave[index].role == member.role), None)
            if index is not None:
                free_indexes.remove(index)
            yield member, index


def is_person_of(member: Member, person: Person) -> bool:
    """Return whether a member is a person of the roster, by id or by the name that is written out."""
    if member.person is not None:
        return member.is_person(person)
    return is_same_name(member.full_name, person.full_name)


def is_same_member(member: Member, other_member: Member) -> bool:
    """Return whether two entries are one member: one person, one name, or one post alone."""
    if other_member.person is not None:
        return is_person_of(member, other_member.person)
    if member.person is not None:
        return is_person_of(other_member, member.person)
    if member.full_name or other_member.full_name:
        return is_same_name(member.full_name, other_member.full_name)
    return member.position == other_member.position


def is_same_name(name: str, other_name: str) -> bool:
    """Return whether two names are of one person, whatever titles stand before them; never for no name."""
    parts, other_parts = parse_name(name), parse_name(other_name)
    return bool(parts.first) and (parts.first, parts.last) == (other_parts.first, other_parts.last)
