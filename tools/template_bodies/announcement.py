"""The body of announcement.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, draft_head, each, each_kept, issued_section, par, when

FRAME = Frame(DASHED_NUMBER, draft_head("announcement.draft"))
"""What stands above and below its pages."""


def announcement() -> str:
    """Write ประกาศ: head, text, items, date, signature."""
    return (
        par("Emblem", "{{ emblem }}")
        + par("IssuedHead", "ประกาศ{{ office.name }}")
        + par("IssuedHead", "เรื่อง {{ announcement.subject }}", more='<w:spacing w:after="240"/>')
        + each_kept("paragraph in announcement.text", "IssuedText", "{{ paragraph }}")
        + each_kept("item in announcement.items", "Duty", "{{ item }}")
        + when("announcement.closing", par("IssuedText", "{{ announcement.closing }}", more="<w:keepNext/>"))
        + par("IssuedDate", "ประกาศ ณ {{ announcement.date }}")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + issued_section()
    )
