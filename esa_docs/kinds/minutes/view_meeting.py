"""What the minutes of a meeting and its other papers share: the head, and the parts of the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from esa_docs import thai
from esa_docs.kinds.minutes.content import AGENDA, Minutes, Topic
from esa_docs.model.attendance import Attendee
from esa_docs.model.document import Context, Document


class AgendaPart(NamedTuple):
    """A part of the agenda; the number of the first is 1."""

    number: int
    heading: str
    topics: tuple[Topic, ...]


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
        yield AgendaPart(number, heading, getattr(meeting, field))


def topic_label(part_number: int, topic_number: int) -> str:
    """Return the printed number of a topic, such as 4.1; both numbers count from 1."""
    return f"{part_number}.{topic_number}"


def attendee_name_and_post(attendee: Attendee) -> tuple[str, str]:
    """Return name and post of somebody at a meeting who is no member; empty for an unknown post."""
    person = attendee.person
    if person is None:
        return attendee.name or "", attendee.position or ""
    return person.full_name, attendee.position or person.post
