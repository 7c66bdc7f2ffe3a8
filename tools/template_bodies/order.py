"""The body of order.docx."""

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
from template_bodies.tables import members_table

FRAME = Frame(DASHED_NUMBER, draft_head("order.draft"))
"""Heads and feet of its pages."""


def order() -> str:
    """Return คำสั่ง: head, cause, power, committees with their members, effect, date, signature, annexes."""
    return (
        par("Emblem", "{{ emblem }}")
        + par("IssuedHead", "คำสั่ง{{ office.name }}")
        + par("IssuedHead", "ที่ {{ order.number }}")
        + par("IssuedHead", "เรื่อง {{ order.subject }}", properties='<w:spacing w:after="240"/>')
        + each("paragraph in order.cause", par("IssuedText", "{{ paragraph }}"))
        + par("IssuedText", "{{ order.power }}")
        + each("paragraph in order.earlier", par("IssuedText", "{{ paragraph }}"))
        + each("committee in order.committees", *_committee())
        + each_kept_with_next("paragraph in order.clauses", "IssuedText", "{{ paragraph }}")
        + when("order.effect", par("IssuedText", "{{ order.effect }}", properties="<w:keepNext/>"))
        + par("IssuedDate", "สั่ง ณ {{ order.date }}")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + each("annex in annexes", *_annex())
        + issued_section()
    )


def _committee() -> tuple[str, ...]:
    return (
        par("CommitteeName", "{{ committee.heading }}"),
        when("committee.members", members_table("row in committee.members")),
        when("committee.duties_heading", par("DutiesHeading", "{{ committee.duties_heading }}")),
        each_kept_with_next(
            "duty in committee.duties", "Duty", "{{ duty.label }}{{ duty.text }}", condition="duty.closes"
        ),
    )


def _annex() -> tuple[str, ...]:
    return (
        par("IssuedHead", "บัญชีรายชื่อ{{ annex.name }}", properties="<w:pageBreakBefore/>"),
        par("IssuedHead", "แนบท้ายคำสั่ง{{ office.name }}"),
        par("IssuedHead", "ที่ {{ order.number }} {{ annex.dated }}", properties='<w:spacing w:after="240"/>'),
        members_table("row in annex.members"),
    )
