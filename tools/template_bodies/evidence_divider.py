"""The body of evidence-divider.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import each, marked_section, par, secrecy_foot, space_above, when

FRAME = Frame(header=secrecy_foot("marks.secrecy"), footer=secrecy_foot("marks.secrecy"))
"""Heads and feet of its pages."""


def evidence_divider() -> str:
    """Return the page before evidence or an annex: what it is, where it is cited, and the paper.

    Without a name it bears the mark of secrecy alone, in the places of those of memos and letters.
    """
    words = (
        par("DividerCode", "{{ evidence.sort }} {{ evidence.code }}")
        + par("CoverText", "{{ evidence.name }}", properties=space_above(24))
        + each("place in evidence.cited", par("DividerText", "{{ place }}", properties=space_above(6)))
        + par("DividerReport", "{{ report.title }}")
        + par("DividerText", "ปีงบประมาณ พ.ศ. {{ report.year }}")
        + par("DividerText", "{{ office.name }}")
    )
    return when("evidence.name", words) + marked_section()
