"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from esa_docs.model.abilities import Examples
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.linked import Appointing
from esa_docs.model.office import Office

_TEXTS: Final[dict[str, str]] = {
    "Minutes.number": "1",
    "Minutes.begins": "09.30 น.",
    "Minutes.ends": "12.00 น.",
    "Minutes.place": "ห้องประชุมตัวอย่าง",
    "Minutes.body": "คณะทำงานตัวอย่าง",
    "Minutes.title_lines": "รายงานการประชุมคณะทำงานตัวอย่าง",
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
}


def _examples_of(_office: Office | None, documents: Sequence[Document[Content]]) -> Mapping[str, str]:
    """Return who meets: the only committee of an order, else a body with members that are written out."""
    for document in documents:
        content = document.content
        if isinstance(content, Appointing) and len(content.committees) == 1:
            return {"Minutes.order": document.name}
    return {"Minutes.body": "", "Minutes.members": ""}


EXAMPLES: Final = Examples(_TEXTS, frozenset({"Minutes.considered", "Minutes.papers"}), _examples_of)
