"""The view of minutes that their template prints (ระเบียบงานสารบรรณ ข้อ 25)."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.minutes.content import MINUTES_OF, Minutes
from esa_docs.kinds.minutes.view_meeting import (
    AgendaPart,
    agenda_parts,
    attendee_name_and_post,
    meeting_head,
    topic_label,
)
from esa_docs.model.area import Area
from esa_docs.model.attendance import Absence, index_of_absent
from esa_docs.model.committee import Member
from esa_docs.model.document import Context, Document
from esa_docs.model.people import Person
from esa_docs.model.prose.passage import as_passage
from esa_docs.model.title_lines import title_in_lines
from esa_docs.word.context.members import name_and_post
from esa_docs.word.context.signing import draft_mark

_BLANK_TIME = " " * 12 + "น."
"""What stands in the place of the time at which a meeting ended that is not held yet."""


def build_context(document: Document[Minutes], _area: Area) -> Context:
    """Return everything that the template of minutes prints."""
    meeting = document.content
    ends = thai.format_time(meeting.ends, "arabic") if meeting.ends else _BLANK_TIME
    return {
        "minutes": {
            **meeting_head(meeting),
            "body": _body_in_lines(meeting),
            "draft": draft_mark(document),
            "present": _numbered(_present_people(meeting)),
            "absent": _numbered(_absent_members(meeting)),
            "others": _numbered(_attendees(meeting)),
            "opening": list(meeting.opening),
            "parts": list(_parts(document)),
            "ends": ends,
            "signatures": list(_signatures(meeting)),
        },
    }


def _body_in_lines(meeting: Minutes) -> str:
    """Return who meets, in lines; the template prints รายงานการประชุม before it."""
    title = title_in_lines(meeting.title_lines, f"{MINUTES_OF}{meeting.who_meets}")
    return title.removeprefix(MINUTES_OF).removeprefix(" ")


def _present_people(meeting: Minutes) -> Iterator[Context]:
    """Generate those present, in the order of the members. A substitute has the place of the member."""
    for member, absence in _members_with_absences(meeting):
        if absence is None:
            name, position = name_and_post(member)
            yield _row(name, position, member.role)
        elif _has_substitute(absence):
            yield _substitute(member, absence)


def _substitute(member: Member, absence: Absence) -> Context:
    post_or_name = member.post or member.full_name
    in_place_of = f"แทน {post_or_name}"
    person = absence.substitute
    if person:
        return {"name": person.full_name, "posts": [person.post, in_place_of], "role": member.role}
    return {"name": absence.substitute_name, "posts": [in_place_of], "role": member.role}


def _has_substitute(absence: Absence) -> bool:
    return bool(absence.substitute or absence.substitute_name)


def _absent_members(meeting: Minutes) -> Iterator[Context]:
    """Generate the members who did not come, with the reason in the place of the role.

    A member with a substitute stands already among those present, and here only with a reason.
    """
    for member, absence in _members_with_absences(meeting):
        if absence is None:
            continue
        if absence.reason or not _has_substitute(absence):
            name, position = name_and_post(member)
            yield _row(name, position, absence.reason or "")


def _members_with_absences(meeting: Minutes) -> Iterator[tuple[Member, Absence | None]]:
    """Generate every member, each with the entry of the absence; None for a member who came."""
    members = meeting.all_members
    absences = {index_of_absent(members, absence): absence for absence in meeting.absent}
    for index, member in enumerate(members):
        yield member, absences.get(index)


def _attendees(meeting: Minutes) -> Iterator[Context]:
    for attendee in meeting.others:
        name, position = attendee_name_and_post(attendee)
        yield _row(name, position, role="")


def _row(name: str, position: str, role: str) -> Context:
    posts = [position] if position else []
    return {"name": name, "posts": posts, "role": role}


def _numbered(rows: Iterator[Context]) -> list[Context]:
    return [{"label": f"{number}.", **row} for number, row in enumerate(rows, 1)]


def _parts(document: Document[Minutes]) -> Iterator[Context]:
    """Generate the parts of the agenda. Word keeps the end of the last one with the signatures below it."""
    parts = list(agenda_parts(document))
    for part in parts:
        is_last = part is parts[-1]
        yield {
            "number": str(part.number),
            "heading": part.heading,
            "closes": is_last,
            "topics": list(_topics(part, are_last=is_last)),
        }


def _topics(part: AgendaPart, *, are_last: bool) -> Iterator[Context]:
    for number, topic in enumerate(part.topics, 1):
        yield {
            "label": topic_label(part.number, number),
            "title": topic.title,
            "text": list(topic.text),
            "resolution": as_passage(topic.resolution or ""),
            "closes": are_last and number == len(part.topics),
        }


def _signatures(meeting: Minutes) -> Iterator[Context]:
    yield _signature(meeting.recorder, "ผู้จดรายงานการประชุม")
    if meeting.checker:
        yield _signature(meeting.checker, "ผู้ตรวจรายงานการประชุม")


def _signature(person: Person, role: str) -> Context:
    return {"name": f"({person.full_name})", "role": role}
