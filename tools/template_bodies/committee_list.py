"""The body of committee-list.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, each, issued_section, par, when
from template_bodies.tables import members_table

SPACE_BELOW = '<w:spacing w:after="120"/>'
"""Room between the orders that are named and the table of members."""
FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def committee_list() -> str:
    """Return บัญชีรายชื่อฉบับรวม: its name and day, the orders it rests on, the members by committee."""
    return (
        par("IssuedHead", "บัญชีรายชื่อ{{ list.names }} (ฉบับรวม)")
        + par("IssuedHead", "{{ office.name }}")
        + par("IssuedHead", "ณ วันที่ {{ list.day }}", properties='<w:spacing w:after="240"/>')
        + each("paragraph in list.orders", par("IssuedText", "{{ paragraph }}", properties=SPACE_BELOW))
        + each("committee in list.committees", *_committee())
        + issued_section(first=False)
    )


def _committee() -> tuple[str, ...]:
    return (
        when("committee.heading", par("CommitteeName", "{{ committee.heading }}")),
        when("committee.members", members_table("row in committee.members")),
    )
