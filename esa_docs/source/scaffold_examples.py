"""Invented examples that new content files of every kind hold, by model and field.

Names and numbers are plainly examples; a file made of them passes every check. What only one kind holds
stands with the kind, in its ``example.py``.
"""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, str]] = {
    "Signed.subject": "การดำเนินงานตัวอย่าง",
    "Signature.acting": "รักษาราชการแทน",
    "Signature.for_position": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "Committee.name": "คณะกรรมการตัวอย่าง",
    "Committee.duties": "ดำเนินงานตัวอย่างให้เป็นไปด้วยความเรียบร้อย",
    "Member.role": "ประธานกรรมการ",
    "Member.name": "นายสมมติ นามตัวอย่าง",
    "Member.position": "ผู้อำนวยการกลุ่มตัวอย่าง",
    "Member.note": "เจ้าภาพหมวด 1",
    "Evidence.code": "E-1.1-01",
    "Evidence.name": "หลักฐานตัวอย่าง",
    "Evidence.file": "evidence/report.pdf",
    "Evidence.link": "https://example.go.th/report",
}
"""Texts by ``Model.field``; a field that is not named here or by the kind gets one by its type."""

OFFERED: Final = frozenset({"Committee.duties", "Member.person"})
"""Fields that may be left out and yet stand in a new file ready to be filled in."""

BLANK: Final = frozenset({"Issued.number", "Signed.date"})
"""Fields that stay empty until the document is issued."""

TEXT: Final = "ข้อความตัวอย่าง"
"""The example of a text that has none of its own."""

DATE: Final = "16 กันยายน 2569"
"""The example of a date that has none of its own."""
