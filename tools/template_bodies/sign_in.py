"""The body of sign-in.docx."""

from __future__ import annotations

from template_bodies.agenda import meeting_lines
from template_bodies.frame import Frame
from template_bodies.minutes import TOP_CM
from template_bodies.pieces import DASHED_NUMBER, issued_section, par
from template_bodies.tables import table

COLUMNS_CM = (1.5, 4.8, 4.6, 3.2, 1.9)
"""Widths of the columns; together the width of the text."""
ROW_CM = 1.0
_HEADS = ("ลำดับที่", "ชื่อ - สกุล", "ตำแหน่ง", "ลายมือชื่อ", "หมายเหตุ")

FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def sign_in() -> str:
    """Return ใบลงทะเบียนผู้เข้าร่วมประชุม: head, and a table to sign in."""
    cells = (
        par("TableNumber", "{{ row.label }}"),
        par("TableText", "{{ row.name }}"),
        par("TableText", "{{ row.position }}"),
        par("TableText", ""),
        par("TableText", ""),
    )
    return (
        par("IssuedHead", "ใบลงทะเบียนผู้เข้าร่วมประชุม{{ meeting.body }}")
        + meeting_lines()
        + table(COLUMNS_CM, _HEADS, "row in rows", cells, row_cm=ROW_CM)
        + issued_section(first=False, top_cm=TOP_CM)
    )
