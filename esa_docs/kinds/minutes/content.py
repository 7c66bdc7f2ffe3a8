"""รายงานการประชุม: a meeting and its minutes (ระเบียบงานสารบรรณ ข้อ 25)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.attendance import Absence, Attendee
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
from esa_docs.model.prose.text_or_list import TextOrParagraphs
from esa_docs.model.title_lines import TitleLines, check_title_lines

MINUTES_OF: Final = "รายงานการประชุม"
"""Stands before the name of who meets, at the head of minutes."""

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


class Topic(Content):
    """A matter of the agenda."""

    title: Text
    """What it is about."""
    text: Paragraphs = ()
    """What was said, paragraph by paragraph."""
    resolution: Annotated[TextOrParagraphs, behind("มติที่ประชุม")] | None = None
    """มติที่ประชุม: what the meeting resolved, such as รับทราบ or เห็นชอบ: a text, or a list of paragraphs."""


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
    title_lines: TitleLines = ()
    """How รายงานการประชุม with the name of who meets is broken into lines at the head."""
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

    @model_validator(mode="after")
    def _lines_are_the_title(self) -> Self:
        # Where it is not known who meets, that is told.
        if self.who_meets:
            check_title_lines(self.title_lines, f"{MINUTES_OF}{self.who_meets}", "body")
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
