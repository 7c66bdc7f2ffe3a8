"""The body of evidence-divider.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import each, par, section, space_above

FRAME = Frame()
"""Heads and feet of its pages."""


def evidence_divider() -> str:
    """Return the page before evidence or an annex: what it is, where it is cited, and the paper."""
    return (
        par("DividerCode", "{{ evidence.sort }} {{ evidence.code }}")
        + par("CoverText", "{{ evidence.name }}", properties=space_above(24))
        + each("place in evidence.cited", par("DividerText", "{{ place }}", properties=space_above(6)))
        + par("DividerReport", "{{ report.title }}")
        + par("DividerText", "ปีงบประมาณ พ.ศ. {{ report.year }}")
        + par("DividerText", "{{ office.name }}")
        + section()
    )
