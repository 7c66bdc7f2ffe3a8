"""The body of agenda.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.minutes import LAST_OF_HEAD, TOP_CM
from template_bodies.pieces import DASHED_NUMBER, each, issued_section, par

FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def agenda() -> str:
    """Return ระเบียบวาระการประชุม: head, then the parts with the titles of their topics."""
    part_line = par("AgendaPart", "ระเบียบวาระที่ {{ part.number }}\t{{ part.heading }}")
    topic_line = par("AgendaTopic", "{{ topic.label }}\t{{ topic.title }}")
    return (
        par("IssuedHead", "ระเบียบวาระการประชุม{{ meeting.body }}")
        + meeting_lines()
        + each("part in parts", part_line, each("topic in part.topics", topic_line))
        + issued_section(first=False, top_cm=TOP_CM)
    )


def meeting_lines() -> str:
    """Return number, time and place of a meeting that is still to be held."""
    return (
        par("IssuedHead", "ครั้งที่ {{ meeting.number }}")
        + par("IssuedHead", "{{ meeting.day }} เวลา {{ meeting.begins }}")
        + par("IssuedHead", "ณ {{ meeting.place }}", properties=LAST_OF_HEAD)
    )
