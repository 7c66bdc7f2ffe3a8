"""รายงานการประชุม: a meeting and its minutes (ระเบียบงานสารบรรณ ข้อ 25)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Content, NumberText, Text, ThaiDate, ThaiTime
from esa_docs.model.committee import Committee, Member
from esa_docs.model.linked import AppointingRef
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.number_in_content import settle_number
from esa_docs.model.other_words import OtherWords
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.paper_number import year_of
from esa_docs.model.people import PersonRef
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.printed_labels import behind
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText

AgendaForm = Literal["five", "six"]
_PAPERS_IN_THAI: Final = {"ระเบียบวาระ": "agenda", "ใบลงทะเบียน": "sign-in", "ใบลงชื่อ": "sign-in"}
Paper = Annotated[Literal["agenda", "sign-in"], OtherWords(_PAPERS_IN_THAI)]

AGENDA: Final[dict[AgendaForm, dict[str, str]]] = {
    "five": {
        "announced": "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "approval": "เรื่องรับรองรายงานการประชุม",
        "informed": "เรื่องที่เสนอให้ที่ประชุมทราบ",
        "considered": "เรื่องที่เสนอให้ที่ประชุมพิจารณา",
        "other": "เรื่องอื่น ๆ",
    },
    "six": {
        "announced": "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "approval": "เรื่องรับรองรายงานการประชุม",
        "continued": "เรื่องสืบเนื่อง",
        "informed": "เรื่องเสนอเพื่อทราบ",
        "considered": "เรื่องเสนอเพื่อพิจารณา",
        "other": "เรื่องอื่น ๆ",
    },
}
"""ระเบียบวาระ: headings of the parts by field, in both forms in use (no regulation lists them)."""


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


class Topic(Content):
    """A matter of the agenda."""

    title: Text
    """What it is about."""
    text: Paragraphs = ()
    """What was said, paragraph by paragraph."""
    resolution: Annotated[ProseText, behind("มติที่ประชุม")] | None = None
    """มติที่ประชุม: what the meeting resolved, such as รับทราบ or เห็นชอบ."""


class Minutes(OfficialPaper):
    """รายงานการประชุม: the meeting before it is held, and its minutes afterwards."""

    number_words: ClassVar = ("รายงานการประชุม", "การประชุม", "ประชุม")
    meanings: ClassVar[Meanings] = {
        "absent": Meaning.OUTSIDER,
        "others": Meaning.OUTSIDER,
        "approval": Meaning.EARLIER,
        "continued": Meaning.EARLIER,
    }
    kind: Literal["minutes"] = "minutes"
    """Kind of document."""
    number: NumberText
    """ครั้งที่: which meeting of the calendar year it is, without the year."""
    date: ThaiDate
    """Day of the meeting."""
    begins: ThaiTime
    """When it begins, such as 09.30 น."""
    ends: ThaiTime | None = None
    """When it ended; leave it out until it was held: without it the minutes are a draft."""
    place: Annotated[Text, behind("ณ")]
    """Where it is held."""
    body: Text | None = None
    """Who meets; leave it out for the name of the committee."""
    order: AppointingRef | None = None
    """The order that appoints the committee: its members are those of the meeting."""
    committee: SteeringText | None = None
    """Name of the committee, where the order appoints several."""
    members: tuple[Member, ...] = ()
    """Those who meet, where no order appoints them."""
    absent: tuple[Absence, ...] = ()
    """ผู้ไม่มาประชุม: members who did not come; all others were present."""
    others: tuple[Attendee, ...] = ()
    """ผู้เข้าร่วมประชุม: those who came and are no members."""
    opening: Paragraphs = ()
    """Paragraphs before the first matter of the agenda."""
    agenda_form: AgendaForm | None = None
    """Form of the agenda, five or six parts; leave it out for that of office.yaml."""
    announced: tuple[Topic, ...] = ()
    """เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ."""
    approval: tuple[Topic, ...] = ()
    """เรื่องรับรองรายงานการประชุม."""
    continued: tuple[Topic, ...] = ()
    """เรื่องสืบเนื่อง; only in the form of six parts."""
    informed: tuple[Topic, ...] = ()
    """เรื่องที่เสนอให้ที่ประชุมทราบ."""
    considered: tuple[Topic, ...] = ()
    """เรื่องที่เสนอให้ที่ประชุมพิจารณา."""
    other: tuple[Topic, ...] = ()
    """เรื่องอื่น ๆ."""
    recorder: PersonRef
    """ผู้จดรายงานการประชุม: an id of people.yaml."""
    checker: PersonRef | None = None
    """ผู้ตรวจรายงานการประชุม: an id of people.yaml."""
    papers: tuple[Paper, ...] = ()
    """Papers of the meeting to make with it: agenda (ระเบียบวาระ), sign-in (ใบลงทะเบียน)."""

    @model_validator(mode="after")
    def _take_off_the_year(self) -> Self:
        settle_number(self, year_of(self.date), self.number_words)
        return self

    @model_validator(mode="after")
    def _check_members(self) -> Self:
        has_order = self.order is not None
        has_members = bool(self.members)
        if has_order == has_members:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["order", "members"]})
        return self

    @property
    def appointed_committee(self) -> Committee | None:
        """คณะกรรมการ: the committee of the order that meets.

        It is the only one of the order, or the one that content names. None where there is no order, or none
        of its committees is meant.
        """
        if self.order is None:
            return None
        committees = self.order.content.committees
        if self.committee is None:
            return committees[0] if len(committees) == 1 else None
        for committee in committees:
            if committee.name == self.committee:
                return committee
        return None

    @property
    def all_members(self) -> tuple[Member, ...]:
        """กรรมการ: everyone who ought to come, in order. Empty where no committee is known."""
        if self.members:
            return self.members
        committee = self.appointed_committee
        return committee.members if committee else ()

    @property
    def who_meets(self) -> str:
        """Name of the body that meets. Empty where neither the content nor an order names it."""
        if self.body:
            return self.body
        committee = self.appointed_committee
        return committee.name if committee else ""

    @property
    def meeting_title(self) -> str:
        """Which meeting it is, in a line."""
        return f"การประชุม{self.which_meeting}"

    @property
    def which_meeting(self) -> str:
        """Who meets, and for which time in the calendar year."""
        return f"{self.who_meets} ครั้งที่ {self.number}/{thai.buddhist_year(self.date)}"

    @property
    def has_agenda(self) -> bool:
        """Whether a paper with its agenda is made."""
        return "agenda" in self.papers

    @property
    def title(self) -> str:
        """What it is about, in a line."""
        return f"รายงาน{self.meeting_title}"

    @property
    def invitation_subject(self) -> str:
        """เรื่อง of an invitation to it."""
        return f"ขอเชิญประชุม{self.which_meeting}"


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
