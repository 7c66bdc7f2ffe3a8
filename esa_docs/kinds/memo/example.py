"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.kinds.correspondence import example
from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Memo.proposes": "orders/committee",
    "Memo.to": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "Memo.background": "ตามที่สำนักงานเขตพื้นที่การศึกษาได้ดำเนินงานตัวอย่างแล้ว นั้น",
    "Memo.facts": "งานตัวอย่างมีความก้าวหน้าตามแผน",
    "Memo.law": "หลักเกณฑ์ตัวอย่าง",
    "Memo.considerations": "เห็นควรดำเนินงานตัวอย่างต่อไป",
    "Memo.proposal": "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
    "Memo.opinions": "ความเห็นของรองผู้อำนวยการ",
}

EXAMPLES: Final = Examples({**example.TEXTS, **_TEXTS}, example.OFFERED, example.examples_of)
