"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.kinds.correspondence import example
from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Letter.to": "ผู้อำนวยการสำนักงานตัวอย่าง",
    "Letter.recipients_from": "lists/offices.csv",
    "Letter.salutation": "เรียน",
    "Letter.respects": "ขอแสดงความนับถือ",
    "Letter.copies": "กลุ่มอำนวยการ",
    "Addressee.to": "ผู้อำนวยการสำนักงานตัวอย่าง",
    "Addressee.key": "ตย001",
    "Addressee.short": "ตัวอย่าง-1",
    "Reference.text": "หนังสือสำนักงานตัวอย่าง",
    "Reference.number": "ตย 00000/1",
}

EXAMPLES: Final = Examples({**example.TEXTS, **_TEXTS}, example.OFFERED | {"Letter.to"}, example.examples_of)
