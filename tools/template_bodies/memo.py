"""The body of memo.docx."""

from __future__ import annotations

from template_bodies.frame import marked_frame
from template_bodies.pieces import each, issued_section, par, run, twips, when
from template_bodies.tables import plain_row

HEAD_CM = (1.7, 3.4, 5.8, 5.1)
"""Widths of emblem, speed mark and title; the last keeps the title in the middle of the text."""

_SUBJECT_INDENT = f'<w:ind w:left="{twips(1.25)}" w:hanging="{twips(1.25)}"/>'
_DATE_TAB = f'<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="{twips(8)}"/></w:tabs>'

FRAME = marked_frame("memo")
"""Heads and feet of its pages."""


def memo() -> str:
    """Return บันทึกข้อความ: emblem and title, dotted lines, text, signature, room for opinions."""
    return (
        plain_row(HEAD_CM, _head())
        + par("MemoLine", "", before=_labelled("ส่วนราชการ", "  {{ memo.unit }}\t"))
        + par("MemoLine", "", before=_number_and_date(), properties=_DATE_TAB)
        + par("MemoLine", "", before=_labelled("เรื่อง", "\t{{ memo.subject }}\t"), properties=_SUBJECT_INDENT)
        + par("Addressed", "เรียน\t{{ memo.to }}")
        + each("paragraph in memo.text", par("IssuedText", "{{ paragraph }}"))
        + each("part in memo.parts", *_part())
        + when("memo.attached", par("IssuedText", "{{ memo.attached }}"))
        + par("IssuedText", "{{ memo.closing }}", properties="<w:keepNext/>")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + each("opinion in memo.opinions", *_opinion())
        + issued_section(footer=True)
    )


def _head() -> tuple[str, ...]:
    return (
        par("Emblem", "{{ emblem }}", properties='<w:spacing w:after="0"/><w:jc w:val="left"/>'),
        par("SpeedMark", "{{ memo.speed }}"),
        par("MemoTitle", "บันทึกข้อความ"),
        par("MemberText", ""),
    )


def _labelled(label: str, value: str) -> str:
    return run(label, "MemoLabel") + run(value)


def _number_and_date() -> str:
    number = _labelled("ที่", "  {{ memo.number }}\t")
    date = _labelled("วันที่", "  {{ memo.date }}\t")
    return number + date


def _part() -> tuple[str, ...]:
    return (
        par("MemoHeading", "{{ part.heading }}"),
        each("paragraph in part.paragraphs", par("IssuedText", "{{ paragraph }}")),
    )


def _opinion() -> tuple[str, ...]:
    return (
        par("OpinionHeading", "{{ opinion }}"),
        par("OpinionLine", "\t") * 2,
        par("OpinionSigned", "(ลงชื่อ)\t"),
    )
