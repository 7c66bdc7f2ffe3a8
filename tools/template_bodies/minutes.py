"""The body of minutes.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import (
    DASHED_NUMBER,
    draft_head,
    each,
    each_kept_with_next,
    either,
    issued_section,
    par,
    run,
    when,
)
from template_bodies.tables import people_table

TOP_CM = 2.5
"""Where the text of the papers of a meeting begins: they bear no emblem."""
ATTENDANCE_CM = (1.0, 4.6, 5.7, 4.7)
"""Widths of the columns of those present: number, name, post, role; together the width of the text."""
LAST_OF_HEAD = '<w:spacing w:after="240"/>'
KEEP_WITH_NEXT = "<w:keepNext/>"

FRAME = Frame(DASHED_NUMBER, draft_head("minutes.draft"))
"""Heads and feet of its pages."""


def minutes() -> str:
    """Return รายงานการประชุม: head, who came, the agenda with its resolutions, signatures."""
    return (
        par("IssuedHead", "รายงานการประชุม{{ minutes.body }}")
        + par("IssuedHead", "ครั้งที่ {{ minutes.number }}")
        + par("IssuedHead", "เมื่อ{{ minutes.day }} เวลา {{ minutes.begins }}")
        + par("IssuedHead", "ณ {{ minutes.place }}", properties=LAST_OF_HEAD)
        + _attendance("ผู้มาประชุม", "minutes.present")
        + _attendance("ผู้ไม่มาประชุม", "minutes.absent")
        + _attendance("ผู้เข้าร่วมประชุม", "minutes.others")
        + par("MeetingLine", "เริ่มประชุมเวลา {{ minutes.begins }}")
        + each("paragraph in minutes.opening", par("MeetingText", "{{ paragraph }}"))
        + each("part in minutes.parts", *_part())
        + par("MeetingLine", "เลิกประชุมเวลา {{ minutes.ends }}")
        + each("one in minutes.signatures", _signature())
        + issued_section(top_cm=TOP_CM)
    )


def _attendance(heading: str, rows: str) -> str:
    posts = each("post in row.posts", par("MemberText", "{{ post }}"))
    name = par("MemberText", "{{ row.name }}")
    people = people_table(ATTENDANCE_CM, f"row in {rows}", name, "row.posts", posts)
    return when(rows, par("AttendanceHeading", heading), people)


def _part() -> tuple[str, ...]:
    """Return a part of the agenda; the end of the last part is kept with the signatures below it."""
    no_topics = "- ไม่มี -"
    return (
        par("AgendaPart", "ระเบียบวาระที่ {{ part.number }}\t{{ part.heading }}"),
        when("not part.topics and part.closes", par("MeetingText", no_topics, properties=KEEP_WITH_NEXT)),
        when("not part.topics and not part.closes", par("MeetingText", no_topics)),
        each("topic in part.topics", *_topic()),
    )


def _topic() -> tuple[str, ...]:
    last_line = "loop.last and (topic.resolution or topic.closes)"
    return (
        par("AgendaTopic", "{{ topic.label }}\t{{ topic.title }}", properties=KEEP_WITH_NEXT),
        each_kept_with_next("paragraph in topic.text", "MeetingText", "{{ paragraph }}", condition=last_line),
        when("topic.resolution and topic.closes", _resolution(KEEP_WITH_NEXT)),
        when("topic.resolution and not topic.closes", _resolution("")),
    )


def _resolution(properties: str) -> str:
    label = run("มติที่ประชุม", "ResolutionLabel")
    return par("Resolution", "\t{{ topic.resolution }}", before=label, properties=properties)


def _signature() -> str:
    name = par("SignedName", "{{ one.name }}")
    last_role = par("SignedPost", "{{ one.role }}")
    kept_role = par("SignedPost", "{{ one.role }}", properties=KEEP_WITH_NEXT)
    return name + either("loop.last", last_role, kept_role)
