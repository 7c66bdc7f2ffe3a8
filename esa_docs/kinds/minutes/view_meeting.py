"""What the minutes of a meeting and its other papers share: the head, and the parts of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.minutes.content import AGENDA, Attendee, Minutes, Topic
from esa_docs.model.document import Context, Document

AgendaPart = tuple[int, str, tuple[Topic, ...]]
"""Number, from 1, heading and topics of a part of the agenda."""


def meeting_head(meeting: Minutes) -> Context:
    """Return who meets, which meeting it is, when and where. The day has its weekday, and no พ.ศ."""
    # Arabic digits here: those of the document are put in when its template is filled in.
    return {
        "body": meeting.who_meets,
        "number": f"{meeting.number}/{thai.buddhist_year(meeting.date)}",
        "day": thai.format_date(meeting.date, "weekday", "arabic"),
        "begins": thai.format_time(meeting.begins, "arabic"),
        "place": meeting.place,
    }


def agenda_parts(document: Document[Minutes]) -> Iterator[AgendaPart]:
    """Generate the parts of the agenda in the form of the meeting, else in that of the office."""
    meeting = document.content
    form = meeting.agenda_form or document.office.agenda_form
    for number, (field, heading) in enumerate(AGENDA[form].items(), 1):
        yield number, heading, getattr(meeting, field)


def topic_label(part_number: int, topic_number: int) -> str:
    """Return the printed number of a topic, such as 4.1; both numbers count from 1."""
    return f"{part_number}.{topic_number}"


def attendee_name_and_post(attendee: Attendee) -> tuple[str, str]:
    """Return name and post of somebody at a meeting who is no member; empty for an unknown post."""
    person = attendee.person
    if person is None:
        return attendee.name or "", attendee.position or ""
    return person.full_name, attendee.position or person.post
