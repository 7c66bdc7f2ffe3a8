"""The body of progress-report.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, each, either, issued_section, par
from template_bodies.tables import table

COLUMNS_CM = (6.0, 2.3, 1.8, 1.7, 2.0, 2.2)
"""Widths of the columns: owner, all parts, filled in, open, late, without evidence; together the text's."""
AFTER = '<w:spacing w:after="60"/>'
HEADS = ("ผู้รับผิดชอบ", "รายการทั้งหมด", "กรอกแล้ว", "ยังขาด", "เกินกำหนด", "ขาดหลักฐาน")

FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def progress_report() -> str:
    """Return the state of the works: for each report a line and a table by owner, then what is late."""
    cells = [par("StatusText", "{{ row.name }}")]
    for name in ("total", "filled", "open", "late", "no_evidence"):
        cells.append(par("StatusNumber", f"{{{{ row.{name} }}}}"))
    late_lines = each("line in status.late", par("StatusText", "{{ loop.index }}. {{ line }}"))
    return (
        par("IssuedHead", "{{ status.title }}")
        + par("IssuedHead", "{{ office.name }}")
        + par("IssuedHead", "{{ status.date }}")
        + each(
            "work in status.works",
            par("StatusHead", "{{ loop.index }}. {{ work.title }}"),
            par("StatusText", "{{ work.summary }}", properties=f"<w:keepNext/>{AFTER}"),
            table(COLUMNS_CM, HEADS, "row in work.owners", cells, head_style="StatusColumn"),
        )
        + par("StatusHead", "รายการที่เกินกำหนด")
        + either("status.late", late_lines, par("StatusText", "ไม่มี"))
        + issued_section(first=False)
    )
