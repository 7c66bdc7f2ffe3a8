"""The views of the papers made before a meeting: ระเบียบวาระการประชุม and ใบลงทะเบียนผู้เข้าร่วมประชุม."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.minutes.view_meeting import (
    agenda_parts,
    attendee_name_and_post,
    meeting_head,
    topic_label,
)
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.word.context.members import name_and_post, post_of

BLANK_ROWS: Final = 3
"""Rows at the end of a sign-in sheet, for those who come unannounced."""


def build_agenda_context(document: Document[Minutes], _area: Area) -> Context:
    """Give the template everything an agenda prints: the titles of the topics, not what was said."""
    parts = [
        {
            "number": str(number),
            "heading": heading,
            "topics": [
                {"label": topic_label(number, place), "title": topic.title}
                for place, topic in enumerate(topics, 1)
            ],
        }
        for number, heading, topics in agenda_parts(document)
    ]
    return {"meeting": meeting_head(document.content), "parts": parts}


def build_sign_in_context(document: Document[Minutes], _area: Area) -> Context:
    """Give the template everything a sign-in sheet prints: everyone expected, then empty rows."""
    meeting = document.content
    expected = (*_members(meeting), *map(attendee_name_and_post, meeting.others), *[("", "")] * BLANK_ROWS)
    rows = [
        {"label": str(number), "name": name, "position": position}
        for number, (name, position) in enumerate(expected, 1)
    ]
    return {"meeting": meeting_head(meeting), "rows": rows}


def _members(meeting: Minutes) -> Iterator[tuple[str, str]]:
    """Give name and post; who is a member by post writes the name."""
    for member in meeting.all_members:
        by_post = not (member.person or member.name)
        yield ("", post_of(member)) if by_post else name_and_post(member)
