"""Small PMQA reports of invented editions, whose scores are reckoned by hand in the tests."""

from __future__ import annotations

from typing import Any

from invented_office import DIRECTOR, OFFICE, document_of

from esa_docs.kinds.order.content import Order
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.model.document import Document
from esa_docs.model.linked import Linked

EDITION = {
    "name": "เกณฑ์ตัวอย่าง",
    "edition": "ฉบับทดสอบ",
    "source": "ที่มาตัวอย่าง",
    "certainty": "not_verified",
    "note": "ข้อสังเกตตัวอย่าง",
    "profile": [{"heading": "ลักษณะองค์การ", "questions": [{"number": 1, "text": "พันธกิจ"}, {"number": 2}]}],
}
BOXES = PmqaScheme.model_validate(
    {
        **EDITION,
        "id": "boxes",
        "scoring": "boxes",
        "box_levels": [
            {"id": "basic", "name": "Basic", "worth": 300, "pro_rata": True},
            {"id": "advance", "name": "Advance", "worth": 100},
            {"id": "significance", "name": "Significance", "worth": 100},
        ],
        "boxes": {"basic": 3, "advance": 2, "significance": 2},
        "ranges": [{"id": "75-95", "lowest": 75, "highest": 95}],
        "categories": [
            {"number": 1, "name": "การนำ", "items": [{"number": 1}, {"number": 2, "name": "ความโปร่งใส"}]},
            {
                "number": 2,
                "name": "การวางแผน",
                "items": [{"number": 1, "name": "กลยุทธ์", "boxes": {"basic": 4}}],
            },
            {
                "number": 7,
                "name": "ผลลัพธ์",
                "results": True,
                "items": [{"number": 1, "name": "พันธกิจ", "range": "75-95"}],
            },
        ],
    }
)


def percent_scheme(*points: int | None) -> PmqaScheme:
    """Return an edition of percentages with one item in each of three categories.

    Args:
        points: points of the three items; None for an item to which the edition assigns none.
    """
    bands = [
        {"level": 5, "word": "ร้อยละ 90 - 100", "lowest": 90},
        {"level": 3, "word": "ร้อยละ 50 - 65", "lowest": 50},
        {"level": 0, "word": "ร้อยละ 0 - 5", "lowest": 0},
    ]
    categories = []
    names = (("การนำ", 1), ("การวางแผน", 2), ("ผลลัพธ์", 7))
    for (name, number), points_of_item in zip(names, points, strict=True):
        item = {"number": 1, "name": "หัวข้อเดียว", "points": points_of_item}
        categories.append({"number": number, "name": name, "items": [item]})
    edition = {
        **EDITION,
        "id": "percent",
        "scoring": "percent",
        "bands": bands,
        "categories": categories,
    }
    return PmqaScheme.model_validate(edition)


ITEMS: list[dict[str, Any]] = [
    {
        "item": "1.1",
        "owner": DIRECTOR,
        "six_months": ["ทำแล้วครึ่งหนึ่ง"],
        "twelve_months": ["ทำครบแล้ว", "ทบทวนแล้ว"],
        "boxes": {"basic": [1, 2], "advance": [1, 2]},
        "evidence": [
            {"code": "P-1", "name": "แผน", "file": "evidence/a.pdf"},
            {"code": "P-2", "name": "บันทึก"},
        ],
        "strengths": ["มีระบบ"],
        "improve": ["ยังไม่ทั่วถึง", "ยังไม่ทบทวน"],
        "plan": [{"text": "ประชุม", "time": "ไตรมาส 1"}, {"text": "อบรม", "owner": "กลุ่มพัฒนา"}],
    },
    {"item": "1.2", "boxes": {"basic": [1, 2, 3], "advance": [1, 2], "significance": [1]}},
    {
        "item": "2.1",
        "boxes": {"basic": [4]},
        "twelve_months": ["มีแผน"],
        "evidence": [{"code": "P-1", "name": "แผน", "file": "evidence/a.pdf"}],
    },
    {
        "item": "7.1",
        "six_months": ["เก็บข้อมูล"],
        "measures": [
            {"name": "ก้าวหน้า", "target": "ร้อยละ 90", "actual": "ร้อยละ 80", "percent": 80},
            {"name": "พอใจ", "percent": "97"},
            {"name": "ต้นทุน", "percent": 70},
            {"name": "ยังไม่วัด"},
        ],
    },
]
ANSWERS: list[dict[str, Any]] = [{"question": 1, "text": ["ตอบหนึ่ง"]}, {"question": 2, "text": ["ตอบสอง"]}]
"""Answers to all questions of the profile."""


def complete_items() -> list[dict[str, Any]]:
    """Return the same items with results of both rounds: with ``ANSWERS`` nothing is missing."""
    rounds = {"six_months": ["ทำแล้ว"], "twelve_months": ["ทำครบแล้ว"]}
    return [{**item, **rounds} for item in ITEMS]


LAST_ITEMS: list[dict[str, Any]] = [
    {"item": "1.1", "boxes": {"basic": [1, 2, 3]}},
    {"item": "1.2", "boxes": {"basic": [2]}},
    {"item": "2.1", "boxes": {"basic": [1, 2, 3, 4]}},
    {"item": "7.1", "measures": [{"name": "ก้าวหน้า", "percent": 95}]},
]
ORDER = Order.model_validate(
    {
        "number": "12",
        "date": "16 มีนาคม 2569",
        "subject": "แต่งตั้งคณะกรรมการ PMQA",
        "cause": ["ด้วยเหตุ"],
        "committees": [
            {
                "name": "คณะกรรมการตัวอย่าง",
                "members": [
                    {"person": DIRECTOR, "role": "ประธานกรรมการ"},
                    {"position": "ครู", "role": "กรรมการ"},
                ],
            }
        ],
    }
)


def report(
    scheme: PmqaScheme = BOXES, numerals: str = "arabic", *, last: Pmqa | None = None, **changes: Any
) -> Document[Any]:
    """Return a report.

    Args:
        scheme: the edition by which it is assessed.
        numerals: digits of reports.
        last: content of last year's report; None if there is none.
        changes: keys of the content that replace or extend those of the report.
    """
    office = {**OFFICE, "director": DIRECTOR, "numerals": {"pmqa": numerals}}
    items = ITEMS if scheme is BOXES else []
    content = {"scheme": scheme, "items": items, **changes}
    return document_of("pmqa", content, office, last_year=last)


def last_year(scheme: PmqaScheme = BOXES, items: list[dict[str, Any]] | None = None) -> Pmqa:
    """Return the content of last year's report; without items it takes ``LAST_ITEMS``."""
    if items is None:
        items = LAST_ITEMS
    return Pmqa.model_validate({"scheme": scheme, "items": items})


def appointing_order() -> Linked[Order]:
    """Return the order that appointed the committee."""
    return Linked("orders/pmqa", ORDER)
