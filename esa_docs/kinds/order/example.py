"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from esa_docs.model.abilities import Examples
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.office import Office

_TEXTS: Final[dict[str, str]] = {
    "Order.title_lines": "การดำเนินงานตัวอย่าง",
    "Order.cause": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย",
    "Order.power": "ม37",
    "Order.action": "จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้",
    "Order.clauses": "ให้ผู้ที่ได้รับแต่งตั้งปฏิบัติหน้าที่ด้วยความเรียบร้อย",
    "EarlierOrder.number": "1",
    "EarlierOrder.subject": "แต่งตั้งคณะกรรมการตัวอย่าง",
}


def _examples_of(office: Office | None, _documents: Sequence[Document[Content]]) -> Mapping[str, str]:
    """Return examples from an office: its first power. Empty where the office has none."""
    if office is None or not office.powers:
        return {}
    first_power = office.powers[0]
    return {"Order.power": first_power.id}


EXAMPLES: Final = Examples(_TEXTS, frozenset({"Order.committees"}), _examples_of)
