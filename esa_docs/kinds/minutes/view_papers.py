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

BLANK_ROWS: Final = 3
"""Rows at the end of a sign-in sheet, for those who come unannounced."""


def build_agenda_context(document: Document[Minutes], _area: Area) -> Context:
    """Return everything that the template of an agenda prints: titles of the topics, not their texts."""
    return {"meeting": meeting_head(document.content), "parts": list(_agenda_parts(document))}


def _agenda_parts(document: Document[Minutes]) -> Iterator[Context]:
    for part in agenda_parts(document):
        topic_titles = []
        for number, topic in enumerate(part.topics, 1):
            label = topic_label(part.number, number)
            topic_titles.append({"label": label, "title": topic.title})
        yield {"number": str(part.number), "heading": part.heading, "topics": topic_titles}


def build_sign_in_context(document: Document[Minutes], _area: Area) -> Context:
    """Return everything that the template of a sign-in sheet prints: everyone expected, then empty rows."""
    meeting = document.content
    rows = []
    for number, (name, position) in enumerate(_names_and_posts(meeting), 1):
        rows.append({"label": str(number), "name": name, "position": position})
    return {"meeting": meeting_head(meeting), "rows": rows}


def _names_and_posts(meeting: Minutes) -> Iterator[tuple[str, str]]:
    """Generate name and post for each row.

    The name is empty where somebody is to write it: whoever holds the post of a member by post alone, and
    those who come unannounced.
    """
    for member in meeting.all_members:
        yield member.full_name, member.post
    for attendee in meeting.others:
        yield attendee_name_and_post(attendee)
    for _ in range(BLANK_ROWS):
        yield "", ""
