"""The body of progress-report.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, each, issued_section, par, table, tag

COLUMNS_CM = (6.0, 2.3, 1.8, 1.7, 2.0, 2.2)
"""Widths of the columns: owner, all parts, filled in, open, late, without evidence; together the text's."""
AFTER = '<w:spacing w:after="60"/>'
HEADS = ("ผู้รับผิดชอบ", "รายการทั้งหมด", "กรอกแล้ว", "ยังขาด", "เกินกำหนด", "ขาดหลักฐาน")

FRAME = Frame(DASHED_NUMBER)
"""What stands above and below its pages."""


def progress_report() -> str:
    """Write the state of the works: for each report a line and a table by owner, then what is late."""
    counts = ("total", "filled", "open", "late", "no_evidence")
    cells = (
        par("StatusText", "{{ row.name }}"),
        *(par("StatusNumber", f"{{{{ row.{name} }}}}") for name in counts),
    )
    return (
        par("IssuedHead", "{{ status.title }}")
        + par("IssuedHead", "{{ office.name }}")
        + par("IssuedHead", "{{ status.date }}")
        + each(
            "work in status.works",
            par("StatusHead", "{{ loop.index }}. {{ work.title }}"),
            par("StatusText", "{{ work.summary }}", more=f"<w:keepNext/>{AFTER}"),
            table(COLUMNS_CM, HEADS, "row in work.owners", cells, head_style="StatusColumn"),
        )
        + par("StatusHead", "รายการที่เกินกำหนด")
        + tag("if status.late")
        + each("line in status.late", par("StatusText", "{{ loop.index }}. {{ line }}"))
        + tag("else")
        + par("StatusText", "ไม่มี")
        + tag("endif")
        + issued_section(first=False)
    )
