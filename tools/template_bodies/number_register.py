"""The body of number-register.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, issued_section, par
from template_bodies.tables import table

COLUMNS_CM = (1.8, 2.7, 6.4, 1.5, 3.6)
"""Widths of the columns: number, date, subject, state, note; together the width of the text."""

FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def number_register() -> str:
    """Return ทะเบียน: its name, the office, and a table of the numbers taken in a calendar year."""
    cells = (
        par("TableNumber", "{{ entry.number }}"),
        par("TableNumber", "{{ entry.date }}"),
        par("TableText", "{{ entry.subject }}"),
        par("TableNumber", "{{ entry.state }}"),
        par("TableText", "{{ entry.note }}"),
    )
    heads = ("เลขที่", "ลงวันที่", "เรื่อง", "สถานะ", "หมายเหตุ")
    return (
        par("IssuedHead", "{{ numbers.title }}")
        + par("IssuedHead", "{{ office.name }}", properties='<w:spacing w:after="240"/>')
        + table(COLUMNS_CM, heads, "entry in numbers.entries", cells)
        + issued_section(first=False)
    )
