"""Variables of the templates of minutes, agenda and sign-in sheet."""

from __future__ import annotations

from typing import Annotated, TypedDict


class MeetingHead(TypedDict):
    """A meeting: who meets, when and where."""

    body: Annotated[str, "คณะกรรมการอำนวยการ"]
    """Who meets."""
    number: Annotated[str, "1/2569"]
    """Number of the meeting and year."""
    day: Annotated[str, "วันพุธที่ 16 กันยายน 2569"]
    """The day with its weekday."""
    begins: Annotated[str, "09.00 น."]
    """When it begins."""
    place: Annotated[str, "ห้องประชุม 1"]
    """Where it meets."""


class Participant(TypedDict):
    """Somebody who came, or did not."""

    label: Annotated[str, "1."]
    """Number of the line."""
    name: Annotated[str, "นายสมมติ นามตัวอย่าง"]
    """Name."""
    posts: list[Annotated[str, "ผู้อำนวยการ"]]
    """Lines of the post."""
    role: Annotated[str, "ประธานกรรมการ"]
    """Role in the committee; the reason of somebody who did not come."""


class Topic(TypedDict):
    """A topic of the minutes."""

    label: Annotated[str, "3.1"]
    """Number of the topic."""
    title: Annotated[str, "การติดตามงาน"]
    """Title."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs."""
    resolution: Annotated[str, "เห็นชอบ"]
    """What was resolved; empty where nothing was."""
    closes: Annotated[bool, True]
    """Whether it is the last text before the signatures."""


class Part(TypedDict):
    """A part of the minutes."""

    number: Annotated[str, "3"]
    """Number of the part of the agenda."""
    heading: Annotated[str, "เรื่องเสนอเพื่อทราบ"]
    """Heading."""
    closes: Annotated[bool, True]
    """Whether it is the last text before the signatures."""
    topics: list[Topic]
    """Topics."""


class Signature(TypedDict):
    """A signature of the minutes."""

    name: Annotated[str, "(นายสมมติ นามตัวอย่าง)"]
    """Full name of the signer, in brackets."""
    role: Annotated[str, "ผู้จดรายงานการประชุม"]
    """What the signer did."""


class Paper(TypedDict):
    """The minutes, with the head of the meeting."""

    body: Annotated[str, "คณะกรรมการอำนวยการ"]
    """Who meets."""
    number: Annotated[str, "1/2569"]
    """Number of the meeting and year."""
    day: Annotated[str, "วันพุธที่ 16 กันยายน 2569"]
    """The day with its weekday."""
    begins: Annotated[str, "09.00 น."]
    """When it begins."""
    place: Annotated[str, "ห้องประชุม 1"]
    """Where it meets."""
    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    present: list[Participant]
    """Members who came, or who stood in for them."""
    absent: list[Participant]
    """Members who did not come."""
    others: list[Participant]
    """Who came beside the members."""
    opening: list[Annotated[str, "ประธานกล่าวเปิดประชุม"]]
    """Paragraphs before the agenda."""
    parts: list[Part]
    """Parts of the agenda."""
    ends: Annotated[str, "12.00 น."]
    """When it ended; a blank where it is not known yet."""
    signatures: list[Signature]
    """Signatures."""


class Printed(TypedDict):
    """What minutes print."""

    minutes: Paper
    """The paper itself."""


class AgendaTopic(TypedDict):
    """A topic of the agenda."""

    label: Annotated[str, "3.1"]
    """Number of the topic."""
    title: Annotated[str, "การติดตามงาน"]
    """Title."""


class AgendaPart(TypedDict):
    """A part of the agenda."""

    number: Annotated[str, "3"]
    """Number of the part of the agenda."""
    heading: Annotated[str, "เรื่องเสนอเพื่อทราบ"]
    """Heading."""
    topics: list[AgendaTopic]
    """Topics."""


class PrintedAgenda(TypedDict):
    """What an agenda prints."""

    meeting: MeetingHead
    """The meeting."""
    parts: list[AgendaPart]
    """Parts of the agenda."""


class Row(TypedDict):
    """A row of the sign-in sheet."""

    label: Annotated[str, "1"]
    """Number of the line."""
    name: Annotated[str, "นายสมมติ นามตัวอย่าง"]
    """Name; empty where somebody is to write it."""
    position: Annotated[str, "ผู้อำนวยการ"]
    """Post; empty where it is not known."""


class PrintedSignIn(TypedDict):
    """What a sign-in sheet prints."""

    meeting: MeetingHead
    """The meeting."""
    rows: list[Row]
    """Rows: everyone expected, then empty ones."""
