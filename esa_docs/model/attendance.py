"""Who did not come to a meeting, and who came besides its members."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.committee import Member
from esa_docs.model.people import PersonRef


class Absence(Content):
    """ผู้ไม่มาประชุม: a member who did not come."""

    person: PersonRef | None = None
    """An id of people.yaml."""
    member: Text | None = None
    """Name or post of a member who is not in people.yaml, as it stands among the members."""
    reason: Text | None = None
    """Why, such as ติดราชการ."""
    substitute: PersonRef | None = None
    """Who came instead: an id of people.yaml."""
    substitute_name: Text | None = None
    """Who came instead, written out with the title, of somebody who is not in people.yaml."""

    @model_validator(mode="after")
    def _check_people(self) -> Self:
        has_person = self.person is not None
        has_member = self.member is not None
        if has_person == has_member:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["person", "member"]})
        if self.substitute is not None and self.substitute_name is not None:
            choices = ["substitute", "substitute_name"]
            raise PydanticCustomError("at_most_one", "at most one", {"choices": choices})
        return self


class Attendee(Content):
    """ผู้เข้าร่วมประชุม: somebody who is no member."""

    person: PersonRef | None = None
    """An id of people.yaml; name and post are taken from there."""
    name: Text | None = None
    """Name with its title, written out, of somebody who is not in people.yaml."""
    position: Text | None = None
    """Post."""

    @model_validator(mode="after")
    def _check_person(self) -> Self:
        has_person = self.person is not None
        has_name = self.name is not None
        if has_person == has_name:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["person", "name"]})
        return self


def index_of_absent(members: tuple[Member, ...], absence: Absence) -> int | None:
    """Return the index of the member who is absent. None where the absence is of no member.

    Args:
        members: everyone who ought to come.
        absence: an entry of those who did not come.
    """
    for index, member in enumerate(members):
        if _is_absence_of(member, absence):
            return index
    return None


def _is_absence_of(member: Member, absence: Absence) -> bool:
    if absence.person is None:
        return absence.member in {member.name, member.position}
    return member.is_person(absence.person)
