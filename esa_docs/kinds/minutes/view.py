"""The view of minutes that their template prints (ระเบียบงานสารบรรณ ข้อ 25)."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.minutes.content import Absence, Attendee, Minutes, Topic, member_absent
from esa_docs.kinds.minutes.view_meeting import (
    AgendaPart,
    agenda_parts,
    attendee_name_and_post,
    meeting_head,
    topic_label,
)
from esa_docs.model.area import Area
from esa_docs.model.committee import Member
from esa_docs.model.document import Context, Document
from esa_docs.model.people import Person
from esa_docs.word.context.members import name_and_post, post_of
from esa_docs.word.context.signing import draft_mark

_BLANK_TIME = " " * 12 + "น."


def build_context(document: Document[Minutes], _area: Area) -> Context:
    """Give the template everything minutes print."""
    meeting = document.content
    parts = list(agenda_parts(document))
    return {
        "minutes": {
            **meeting_head(meeting),
            "draft": draft_mark(meeting),
            "present": _numbered(_present(meeting)),
            "absent": _numbered(_absent(meeting)),
            "others": _numbered(map(_attendee, meeting.others)),
            "opening": list(meeting.opening),
            "parts": [_part(part, closes=part == parts[-1]) for part in parts],
            "ends": thai.format_time(meeting.ends, "arabic") if meeting.ends else _BLANK_TIME,
            "signatures": list(_signatures(meeting)),
        },
    }


def _present(meeting: Minutes) -> Iterator[Context]:
    """Give the members who came; who came for another stands in the place of the member."""
    for member, absence in _members(meeting):
        if absence is None:
            name, position = name_and_post(member)
            yield {"name": name, "posts": [position] if position else [], "role": member.role}
        elif absence.substitute or absence.substitute_name:
            yield _substitute(member, absence)


def _substitute(member: Member, absence: Absence) -> Context:
    came = absence.substitute
    instead = f"แทน {post_of(member) or member.name}"
    return {
        "name": came.full_name if came else absence.substitute_name,
        "posts": [came.post, instead] if came else [instead],
        "role": member.role,
    }


def _absent(meeting: Minutes) -> Iterator[Context]:
    """Give the members who did not come, why in the place of the role.

    A member for whom another came stands already among those present, and here only with a reason.
    """
    for member, absence in _members(meeting):
        if absence and (absence.reason or not (absence.substitute or absence.substitute_name)):
            name, position = name_and_post(member)
            yield {"name": name, "posts": [position] if position else [], "role": absence.reason or ""}


def _members(meeting: Minutes) -> Iterator[tuple[Member, Absence | None]]:
    members = meeting.all_members
    absences = {member_absent(members, absence): absence for absence in meeting.absent}
    return ((member, absences.get(place)) for place, member in enumerate(members))


def _attendee(attendee: Attendee) -> Context:
    name, position = attendee_name_and_post(attendee)
    return {"name": name, "posts": [position] if position else [], "role": ""}


def _numbered(rows: Iterator[Context]) -> list[Context]:
    return [{"label": f"{number}.", **row} for number, row in enumerate(rows, 1)]


def _part(part: AgendaPart, *, closes: bool) -> Context:
    """Give a part of the agenda; the end of the last one stays with what is signed below it."""
    number, heading, topics = part
    return {
        "number": str(number),
        "heading": heading,
        "closes": closes,
        "topics": [
            _topic(topic_label(number, place), topic, closes=closes and place == len(topics))
            for place, topic in enumerate(topics, 1)
        ],
    }


def _topic(label: str, topic: Topic, *, closes: bool) -> Context:
    resolution = topic.resolution or ""
    return {
        "label": label,
        "title": topic.title,
        "text": list(topic.text),
        "resolution": resolution,
        "closes": closes,
    }


def _signatures(meeting: Minutes) -> Iterator[Context]:
    yield _signature(meeting.recorder, "ผู้จดรายงานการประชุม")
    if meeting.checker:
        yield _signature(meeting.checker, "ผู้ตรวจรายงานการประชุม")


def _signature(person: Person, role: str) -> Context:
    return {"name": f"({person.full_name})", "role": role}
