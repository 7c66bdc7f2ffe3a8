"""A small edition and reports by it, all invented, whose scores are reckoned by hand in the tests."""

from __future__ import annotations

from typing import Any

from invented_office import AREA_OFFICE, DIRECTOR, document_of

from esa_docs.kinds.order.content import Order
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.model.document import Document
from esa_docs.model.linked import Linked
from esa_docs.model.people import Person

OWNER = Person(
    id="เจ้าของ", prefix="นาง", first_name="สมศรี", last_name="นามสมมติ", position="ผู้อำนวยการกลุ่มตัวอย่าง"
)
GRADES = [
    {"level": 5, "word": "ดีเยี่ยม", "lowest": "4.50"},
    {"level": 4, "word": "ดีมาก", "lowest": "3.50"},
    {"level": 3, "word": "ดี", "lowest": "2.50"},
    {"level": 2, "word": "พอใช้", "lowest": "1.50"},
    {"level": 1, "word": "ปรับปรุง", "lowest": "1.00"},
]


def scheme(*weights: str, **changes: Any) -> SarScheme:
    """Give an edition of two standards, 2 and 1 indicators; the weights are those of the standards."""
    first = {
        "number": 1,
        "name": "มาตรฐานหนึ่ง",
        "indicators": [
            {"number": 1, "name": "ตัวบ่งชี้แรก", "issues": [{"number": 1, "name": "ประเด็นแรก"}, {"number": 2}]},
            {"number": 2, "name": "ตัวบ่งชี้ที่เปิดเอง"},
        ],
    }
    second = {"number": 2, "name": "มาตรฐานสอง", "indicators": [{"number": 1, "name": "ตัวบ่งชี้ของสอง"}]}
    standards = [first, second]
    if weights:
        standards = [{**one, "weight": weight} for one, weight in zip(standards, weights, strict=True)]
    given = {
        "id": "sar-test",
        "name": "มาตรฐานตัวอย่าง",
        "edition": "พ.ศ. 2599",
        "source": "เอกสารสมมติ",
        "certainty": "not_verified",
        "note": "ช่วงคะแนนเป็นค่าสมมติ",
        "grades": GRADES,
        "standards": standards,
        **changes,
    }
    return SarScheme.model_validate(given)


def issue(number: int, level: int | None = None, **changes: Any) -> dict[str, Any]:
    """Give an issue with its level at 12 months."""
    result = {"results": [f"ผลสิบสองเดือน {number}"], **({"level": level} if level is not None else {})}
    return {"number": number, "twelve_months": result, **changes}


def evidence(code: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "name": f"หลักฐาน {code}", **changes}


def indicators() -> list[dict[str, Any]]:
    """Give the answers: levels 5 and 4 · 4 · 3, 3 and 4."""
    return [
        {
            "indicator": "1.1",
            "owner": OWNER,
            "issues": [
                issue(1, 5, evidence=[evidence("E-1.1-02"), evidence("E-1.1-01", file="a/b.pdf")]),
                issue(2, 4),
            ],
            "strengths": ["เด่นหนึ่ง", "เด่นสอง"],
            "improve": ["ควรพัฒนา"],
            "plan": [{"text": "จะทำ", "owner": "กลุ่มตัวอย่าง", "time": "ไตรมาส 1"}],
        },
        {
            "indicator": "1.2",
            "issues": [issue(1, 4, name="ประเด็นของสำนักงาน", evidence=[evidence("E-1.2-01")])],
        },
        {"indicator": "2.1", "issues": [issue(1, 3), issue(2, 3), issue(3, 4)]},
    ]


def order(**changes: Any) -> Linked[Order]:
    """Give an order that appoints a working group of two."""
    members = [
        {"person": DIRECTOR, "role": "หัวหน้าคณะทำงาน"},
        {"position": "ผู้แทนกลุ่มทุกกลุ่ม", "role": "คณะทำงาน"},
    ]
    committee = {"name": "คณะทำงานตัวอย่าง", "kind": "คณะทำงาน", "members": members, "duties": ["ประเมิน"]}
    content = {"subject": "แต่งตั้งคณะทำงาน", "cause": ["ด้วย"], "committees": [committee], **changes}
    return Linked("orders/a", Order.model_validate(content))


def report(*, numerals: str = "arabic", **changes: Any) -> Document[Any]:
    """Give a report of the office."""
    content = {"scheme": scheme(), "indicators": indicators(), **changes}
    office = {**AREA_OFFICE, "parent": "ต้นสังกัดตัวอย่าง", "numerals": {"sar": numerals}}
    return document_of("sar", content, office)
