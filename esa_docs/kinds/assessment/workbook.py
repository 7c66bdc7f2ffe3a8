"""Columns that the workbooks of all self-assessments have."""

from __future__ import annotations

from typing import Final

from esa_docs.model.cell_forms import Paragraphs, Words
from esa_docs.model.cell_records import Records
from esa_docs.model.workbook_form import Column

_PLAN: Final = Records(("text", "owner", "time"), "สิ่งที่จะทำ | ผู้รับผิดชอบ | เวลา")

EVIDENCE: Final = Records(
    ("code", "name", "file"), "รหัส | ชื่อ | ไฟล์หรือลิงก์", needed=2, address="link", of_last=("sha256",)
)
EVIDENCE_HEAD: Final = f"หลักฐาน\n({EVIDENCE.shape})"
EVIDENCE_WIDTH: Final = 44
OWNER: Final = Column("ผู้รับผิดชอบ", Words(), 14, ("owner",), ("owner",), is_from_roster=True)

CONCLUSION_KEYS: Final = ("evidence", "strengths", "improve", "plan")
"""Keys at the end of the file of an indicator or item, in their order."""


def conclusion_columns(strengths: str, improve: str, plan: str) -> tuple[Column, ...]:
    """Return the columns of what follows from the results.

    Args:
        strengths: head of the strengths.
        improve: head of what to improve.
        plan: head of the plan.
    """
    return (
        Column(strengths, Paragraphs(), 36, ("strengths",)),
        Column(improve, Paragraphs(), 36, ("improve",)),
        Column(f"{plan}\n({_PLAN.shape})", _PLAN, 40, ("plan",)),
    )
