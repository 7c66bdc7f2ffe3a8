"""The body of announcement.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import (
    DASHED_NUMBER,
    draft_head,
    each,
    each_kept_with_next,
    issued_section,
    par,
    when,
)

FRAME = Frame(DASHED_NUMBER, draft_head("announcement.draft"))
"""Heads and feet of its pages."""


def announcement() -> str:
    """Return ประกาศ: head, text, items, date, signature."""
    closing = par("IssuedText", "{{ announcement.closing }}", properties="<w:keepNext/>")
    return (
        par("Emblem", "{{ emblem }}")
        + par("IssuedHead", "ประกาศ{{ office.name }}")
        # The form of ข้อ 20 has no number. Where an office numbers its announcements, it stands as on
        # its orders (usage, not verified). An office that has it elsewhere moves it in its own template.
        + when("announcement.number", par("IssuedHead", "ที่ {{ announcement.number }}"))
        + par("IssuedHead", "เรื่อง {{ announcement.subject }}", properties='<w:spacing w:after="240"/>')
        + each_kept_with_next("paragraph in announcement.text", "IssuedText", "{{ paragraph }}")
        + each_kept_with_next("item in announcement.items", "Duty", "{{ item }}")
        + when("announcement.closing", closing)
        + par("IssuedDate", "ประกาศ ณ {{ announcement.date }}")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + issued_section()
    )
