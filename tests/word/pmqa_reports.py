"""Small PMQA reports of invented editions, whose scores a person reckons by hand."""

from __future__ import annotations

from typing import Any

from invented_office import DIRECTOR, OFFICE, document_of
from word_files import Element, text_of, xpath

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
    """Give an edition of percentages with one item in each of three categories, and their points."""
    names = (("การนำ", 1), ("การวางแผน", 2), ("ผลลัพธ์", 7))
    bands = ((5, "ร้อยละ 90 - 100", 90), (3, "ร้อยละ 50 - 65", 50), (0, "ร้อยละ 0 - 5", 0))
    return PmqaScheme.model_validate(
        {
            **EDITION,
            "id": "percent",
            "scoring": "percent",
            "bands": [{"level": level, "word": word, "lowest": lowest} for level, word, lowest in bands],
            "categories": [
                {"number": number, "name": name, "items": [{"number": 1, "name": "หัวข้อเดียว", "points": one}]}
                for (name, number), one in zip(names, points, strict=True)
            ],
        }
    )


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


def report(scheme: PmqaScheme = BOXES, numerals: str = "arabic", **changes: Any) -> Document[Any]:
    """Give a report; ``last`` is the content of last year's."""
    last = changes.pop("last", None)
    office = {**OFFICE, "director": DIRECTOR, "numerals": {"pmqa": numerals}}
    content = {"scheme": scheme, "items": ITEMS if scheme is BOXES else [], **changes}
    return document_of("pmqa", content, office, last_year=last)


def last_year(scheme: PmqaScheme = BOXES, items: list[dict[str, Any]] | None = None) -> Pmqa:
    """Give last year's report."""
    return Pmqa.model_validate({"scheme": scheme, "items": LAST_ITEMS if items is None else items})


def appointed_by() -> Linked[Order]:
    """Give the order that appointed the committee."""
    return Linked("orders/pmqa", ORDER)


def tables_of(root: Element) -> list[list[list[str]]]:
    """Give every table as rows of the texts of its cells."""
    return [
        [
            ["\n".join(text_of(one) for one in xpath(cell, "w:p")) for cell in xpath(row, "w:tc")]
            for row in xpath(table, "w:tr")
        ]
        for table in xpath(root, "//w:tbl")
    ]
