"""คณะกรรมการ คณะทำงาน คณะอนุกรรมการ: members in their official order, and duties.

Role words and their order are those seen in real orders of offices and schools; no regulation lists them.
"""

from __future__ import annotations

from typing import ClassVar, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.people import Person, PersonRef
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText

CommitteeKind = Literal["คณะกรรมการ", "คณะทำงาน", "คณะอนุกรรมการ"]

ROLES: Final[dict[CommitteeKind, tuple[str, ...]]] = {
    "คณะกรรมการ": (
        *("ที่ปรึกษา", "ประธานกรรมการ", "รองประธานกรรมการ", "กรรมการ"),
        *("กรรมการและเลขานุการ", "กรรมการและผู้ช่วยเลขานุการ"),
    ),
    "คณะทำงาน": (
        *("ที่ปรึกษา", "หัวหน้าคณะทำงาน", "ประธานคณะทำงาน", "รองหัวหน้าคณะทำงาน", "รองประธานคณะทำงาน"),
        *("คณะทำงาน", "ผู้ทำงาน", "คณะทำงานและเลขานุการ", "คณะทำงานและผู้ช่วยเลขานุการ"),
    ),
    "คณะอนุกรรมการ": (
        *("ที่ปรึกษา", "ประธานอนุกรรมการ", "รองประธานอนุกรรมการ", "อนุกรรมการ"),
        *("อนุกรรมการและเลขานุการ", "อนุกรรมการและผู้ช่วยเลขานุการ"),
    ),
}
"""Role words of each kind of committee, in the order in which members are listed."""

_SAME_RANK: Final = {
    "ประธานคณะทำงาน": "หัวหน้าคณะทำงาน",
    "รองประธานคณะทำงาน": "รองหัวหน้าคณะทำงาน",
    "ผู้ทำงาน": "คณะทำงาน",
}
"""Words that offices use for one rank of a working group."""


def rank_of(role: str, kind: CommitteeKind) -> int:
    """Return the place of a role word among those of its kind of committee; 0 is the highest.

    A word that the kind does not have stands behind all others.
    """
    words = ROLES[kind]
    word = _SAME_RANK.get(role, role)
    return words.index(word) if word in words else len(words)


class Member(Content):
    """One member: a person of the roster, a post (whoever holds it), or a name written out."""

    meanings: ClassVar[Meanings] = {"name": Meaning.OUTSIDER, "position": Meaning.OUTSIDER}

    person: PersonRef | None = None
    """An id of people.yaml; name and post are taken from there."""
    name: Text | None = None
    """Name with its title, written out, of somebody who is not in people.yaml."""
    position: Text | None = None
    """Post: with 'name' that of the person; alone, whoever holds it is a member."""
    role: Text
    """Role in the committee, such as ประธานกรรมการ or กรรมการและเลขานุการ."""
    note: ProseText | None = None
    """What the member answers for, printed below the name, such as เจ้าภาพหมวด 1."""

    @model_validator(mode="after")
    def _check_person(self) -> Self:
        is_of_roster = self.person is not None
        is_written_out = self.name is not None or self.position is not None
        if is_of_roster == is_written_out:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["person", "name", "position"]})
        return self

    @property
    def full_name(self) -> str:
        """Name with its title; "" for a member who is named by post only."""
        if self.person is not None:
            return self.person.full_name
        return self.name or ""

    @property
    def post(self) -> str:
        """Post, as it is written out or as the roster has it; "" for a name written out without one."""
        if self.position:
            return self.position
        return self.person.post if self.person else ""

    def is_person(self, person: Person) -> bool:
        """Return whether the member is this person of the roster; people are compared by id."""
        return self.person is not None and self.person.id == person.id


class Committee(Content):
    """A committee with its members and what it has to do."""

    name: Text
    """Full name, such as คณะกรรมการอำนวยการ."""
    kind: CommitteeKind = "คณะกรรมการ"
    """คณะกรรมการ, คณะทำงาน or คณะอนุกรรมการ: it decides which role words fit."""
    members: tuple[Member, ...] = Field(min_length=1)
    """Members in their official order: the chair first, secretaries last."""
    duties_heading: Text = "มีหน้าที่"
    """Words before the duties, such as มีหน้าที่ or หน้าที่และอำนาจ."""
    duties: Paragraphs = ()
    """What it has to do; numbered when there are several."""
    annex: bool = False
    """true prints the members as บัญชีรายชื่อแนบท้าย on pages of their own."""
