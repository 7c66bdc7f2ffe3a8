"""Invented examples that a new content file holds, by model and field.

Names and numbers are plainly examples; a file made of them passes every check.
"""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, str]] = {
    "Signed.subject": "การดำเนินงานตัวอย่าง",
    "Signature.acting": "รักษาราชการแทน",
    "Signature.for_position": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "Order.cause": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย",
    "Order.power": "ม37",
    "Order.action": "จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้",
    "Order.clauses": "ให้ผู้ที่ได้รับแต่งตั้งปฏิบัติหน้าที่ด้วยความเรียบร้อย",
    "EarlierOrder.number": "1",
    "EarlierOrder.subject": "แต่งตั้งคณะกรรมการตัวอย่าง",
    "Committee.name": "คณะกรรมการตัวอย่าง",
    "Committee.duties": "ดำเนินงานตัวอย่างให้เป็นไปด้วยความเรียบร้อย",
    "Member.role": "ประธานกรรมการ",
    "Member.name": "นายสมมติ นามตัวอย่าง",
    "Member.position": "ผู้อำนวยการกลุ่มตัวอย่าง",
    "Member.note": "เจ้าภาพหมวด 1",
    "Announcement.text": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง จึงประกาศให้ทราบ ดังต่อไปนี้",
    "Announcement.items": "รายการตัวอย่าง",
    "Announcement.closing": "จึงประกาศให้ทราบโดยทั่วกัน",
    "Attachment.text": "รายงานผลการดำเนินงานตัวอย่าง",
    "Attachment.document": "manual",
    "Attachment.file": "attachments/report.pdf",
    "Correspondence.owner": "อำนวยการ",
    "Correspondence.invites": "minutes/meeting-1",
    "Correspondence.text": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง จึงขอให้พิจารณาตามที่เสนอ",
    "Correspondence.closing": "จึงเรียนมาเพื่อโปรดพิจารณา",
    "Memo.proposes": "orders/committee",
    "Memo.to": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "Memo.background": "ตามที่สำนักงานเขตพื้นที่การศึกษาได้ดำเนินงานตัวอย่างแล้ว นั้น",
    "Memo.facts": "งานตัวอย่างมีความก้าวหน้าตามแผน",
    "Memo.law": "หลักเกณฑ์ตัวอย่าง",
    "Memo.considerations": "เห็นควรดำเนินงานตัวอย่างต่อไป",
    "Memo.proposal": "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
    "Memo.opinions": "ความเห็นของรองผู้อำนวยการ",
    "Letter.to": "ผู้อำนวยการสำนักงานตัวอย่าง",
    "Letter.recipients_from": "lists/offices.csv",
    "Letter.salutation": "เรียน",
    "Letter.respects": "ขอแสดงความนับถือ",
    "Letter.copies": "กลุ่มอำนวยการ",
    "Addressee.to": "ผู้อำนวยการสำนักงานตัวอย่าง",
    "Addressee.short": "ตัวอย่าง-1",
    "Reference.text": "หนังสือสำนักงานตัวอย่าง",
    "Reference.number": "ตย 00000/1",
    "Minutes.number": "1",
    "Minutes.begins": "09.30 น.",
    "Minutes.ends": "12.00 น.",
    "Minutes.place": "ห้องประชุมสำนักงานเขตพื้นที่การศึกษา",
    "Minutes.body": "คณะทำงานตัวอย่าง",
    "Minutes.order": "orders/committee",
    "Minutes.committee": "คณะกรรมการตัวอย่าง",
    "Minutes.opening": "ประธานกล่าวเปิดการประชุม และดำเนินการประชุมตามระเบียบวาระ",
    "Absence.member": "ผู้อำนวยการกลุ่มตัวอย่าง",
    "Absence.reason": "ติดราชการ",
    "Absence.substitute_name": "นายสมมติ นามตัวอย่าง",
    "Attendee.name": "นายสมมติ นามตัวอย่าง",
    "Attendee.position": "นักวิชาการศึกษา",
    "Topic.title": "เรื่องตัวอย่าง",
    "Topic.text": "ประธานแจ้งเรื่องตัวอย่างให้ที่ประชุมทราบ",
    "Topic.resolution": "รับทราบ",
    "Manual.title": "งานตัวอย่าง",
    "Manual.foreword": "คู่มือการปฏิบัติงานเล่มนี้เป็นตัวอย่าง",
    "Work.name": "งานตัวอย่าง",
    "Work.title_lines": "งานตัวอย่าง",
    "Work.objectives": "เพื่อให้การปฏิบัติงานเป็นไปด้วยความเรียบร้อย",
    "ScopeItem.text": "ขอบเขตของงานตัวอย่าง",
    "Standard.name": "มาตรฐานตัวอย่าง",
    "Standard.indicators": "ตัวบ่งชี้ตัวอย่าง",
    "Definition.term": "คำตัวอย่าง",
    "Definition.meaning": "ความหมายของคำตัวอย่าง",
    "Step.text": "ศึกษาและวิเคราะห์งานตัวอย่าง",
    "TableRow.step": "ศึกษา",
    "TableRow.detail": "ศึกษาและวิเคราะห์งานตัวอย่าง",
    "TableRow.time": "2 วัน",
    "TableRow.quality": "ครบถ้วนตามกำหนด",
    "TableRow.owner": "กลุ่มตัวอย่าง",
    "TableRow.back_to": "1",
    "SelfAssessment.title": "รายงานการประเมินตนเองตัวอย่าง",
    "SelfAssessment.order": "orders/committee",
    "SelfAssessment.foreword": "รายงานฉบับนี้จัดทำขึ้นเพื่อรายงานผลการดำเนินงานตัวอย่าง",
    "SelfAssessment.summary": "ผลการประเมินตัวอย่างสรุปได้ดังนี้",
    "Sar.scheme": "sar-2560",
    "Centre.file_name": "มฐ{standard}_ตบช{indicator}_ข้อ{issue}_{round}",
    "Pmqa.scheme": "pmqa-4.0",
    "SarIndicator.indicator": "1.1",
    "PmqaItem.item": "1.1",
    "Evidence.code": "E-1.1-01",
    "Evidence.name": "หลักฐานตัวอย่าง",
    "Evidence.file": "evidence/report.pdf",
    "Evidence.link": "https://example.go.th/report",
    "Section.heading": "สภาพทั่วไป",
    "Table.columns": "รายการ",
    "Table.rows": "รายการตัวอย่าง",
    "Table.file": "tables/schools.csv",
    "Measure.name": "ตัววัดตัวอย่าง",
    "Measure.target": "ร้อยละ 80",
    "Measure.actual": "ร้อยละ 85",
    "Measure.percent": "85",
    "Measure.range": "75-95",
}
"""Texts by ``Model.field``; a field that is not named here gets one by its type."""

SHOWN: Final = frozenset(
    {
        *("Order.committees", "Committee.duties", "Member.person"),
        *("Correspondence.text", "Letter.to", "Minutes.considered", "Minutes.papers"),
    }
)
"""Fields that may be left out and yet stand in a new file ready to be filled in."""

BLANK: Final = frozenset({"Issued.number", "Signed.date"})
"""Fields that stay empty until the document is issued."""

TEXT: Final = "ข้อความตัวอย่าง"
DATE: Final = "16 กันยายน 2569"
