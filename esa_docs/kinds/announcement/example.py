"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Announcement.title_lines": "การดำเนินงานตัวอย่าง",
    "Announcement.number": "1",
    "Announcement.text": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง จึงประกาศให้ทราบ ดังต่อไปนี้",
    "Announcement.items": "รายการตัวอย่าง",
    "Announcement.closing": "จึงประกาศให้ทราบโดยทั่วกัน",
}

EXAMPLES: Final = Examples(_TEXTS)
