"""The body of agenda.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.minutes import LAST_OF_HEAD, TOP_CM
from template_bodies.pieces import DASHED_NUMBER, each, issued_section, par

FRAME = Frame(DASHED_NUMBER)
"""What stands above and below its pages."""


def agenda() -> str:
    """Write ระเบียบวาระการประชุม: head, then the parts with the titles of their topics."""
    return (
        par("IssuedHead", "ระเบียบวาระการประชุม{{ meeting.body }}")
        + meeting_lines()
        + each(
            "part in parts",
            par("AgendaPart", "ระเบียบวาระที่ {{ part.number }}\t{{ part.heading }}"),
            each("topic in part.topics", par("AgendaTopic", "{{ topic.label }}\t{{ topic.title }}")),
        )
        + issued_section(first=False, top_cm=TOP_CM)
    )


def meeting_lines() -> str:
    """Write which meeting it is, when and where, of one that is still to be held."""
    return (
        par("IssuedHead", "ครั้งที่ {{ meeting.number }}")
        + par("IssuedHead", "{{ meeting.day }} เวลา {{ meeting.begins }}")
        + par("IssuedHead", "ณ {{ meeting.place }}", more=LAST_OF_HEAD)
    )
