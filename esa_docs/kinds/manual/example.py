"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Manual.title": "งานตัวอย่าง",
    "Manual.foreword": "คู่มือการปฏิบัติงานเล่มนี้เป็นตัวอย่าง",
    "Work.name": "งานตัวอย่าง",
    "Work.title_lines": "งานตัวอย่าง",
    "Manual.title_lines": "งานตัวอย่าง",
    "Work.objectives": "เพื่อให้การปฏิบัติงานตัวอย่างเป็นไปด้วยความเรียบร้อย",
    "ScopeItem.text": "ขอบเขตของงานตัวอย่าง",
    "Standard.name": "มาตรฐานตัวอย่าง",
    "Standard.indicators": "ตัวบ่งชี้ตัวอย่าง",
    "Definition.term": "คำตัวอย่าง",
    "Definition.meaning": "ความหมายของคำตัวอย่าง",
    "Step.text": "ศึกษาและวิเคราะห์งานตัวอย่าง",
    "TableRow.step": "ศึกษางานตัวอย่าง",
    "TableRow.detail": "ศึกษาและวิเคราะห์งานตัวอย่าง",
    "TableRow.time": "2 วัน",
    "TableRow.quality": "ครบถ้วนตามกำหนด",
    "TableRow.owner": "กลุ่มงานตัวอย่าง",
    "TableRow.back_to": "1",
    "TableRow.more": "หมายเหตุ: ข้อความตัวอย่าง",
    "SectionEntry.title": "ปัจจัยความสำเร็จ",
    "SectionEntry.paragraphs": "ย่อหน้าของหัวข้อตัวอย่าง",
    "TableColumn.head": "หมายเหตุ",
    "TableColumn.width": "2",
    "FormHead.unit": "สพท. ตัวอย่าง กลุ่มงานตัวอย่าง",
    "FormHead.code": "ตย 01",
    "FormHead.indicators": "ร้อยละของงานตัวอย่างที่ทำตามแผน",
    "FormHead.objectives": "เพื่อให้งานตัวอย่างเป็นไปด้วยความเรียบร้อย",
    "FlowNode.id": "ตรวจทาน",
    "FlowNode.after": "1",
    "FlowNode.back_to": "1",
    "FlowEdge.source": "ตรวจทาน",
    "FlowEdge.to": "end",
}

_OFFERED: Final = frozenset(
    {"Work.objectives", "Work.scope", "Work.steps", "Work.table", "TableRow.step", "TableRow.detail"}
)
"""What the usual order of sections needs; another order may leave it out."""

EXAMPLES: Final = Examples(_TEXTS, _OFFERED)
