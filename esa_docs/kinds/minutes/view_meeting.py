"""What the minutes of a meeting and its other papers share: head, and the parts of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.minutes.content import AGENDA, Attendee, Minutes, Topic
from esa_docs.model.document import Context, Document

AgendaPart = tuple[int, str, tuple[Topic, ...]]
"""Number, heading and topics of a part of the agenda."""


def meeting_head(meeting: Minutes) -> Context:
    """Give who meets, which meeting it is, when and where; the day with its weekday, without พ.ศ."""
    return {
        "body": meeting.who_meets,
        "number": f"{meeting.number}/{thai.buddhist_year(meeting.date)}",
        "day": thai.format_date(meeting.date, "weekday", "arabic"),
        "begins": thai.format_time(meeting.begins, "arabic"),
        "place": meeting.place,
    }


def agenda_parts(document: Document[Minutes]) -> Iterator[AgendaPart]:
    """Give the parts of the agenda in the form of the meeting, else in that of the office."""
    meeting = document.content
    form = meeting.agenda_form or document.office.agenda_form
    for number, (field, heading) in enumerate(AGENDA[form].items(), 1):
        yield number, heading, getattr(meeting, field)


def topic_label(part: int, topic: int) -> str:
    """Give the number of a topic, such as 4.1; both numbers count from 1."""
    return f"{part}.{topic}"


def attendee_name_and_post(attendee: Attendee) -> tuple[str, str]:
    """Give name and post of somebody at a meeting who is no member of the committee."""
    person = attendee.person
    name = person.full_name if person else attendee.name or ""
    return name, attendee.position or (person.post if person else "")
