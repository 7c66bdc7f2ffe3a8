"""A small edition and reports by it. All are invented, and the tests reckon their scores by hand."""

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
    """Return an edition of two standards, with two indicators and one.

    Args:
        weights: weights of the two standards; without any, the standards have none.
        changes: keys of the edition that replace or extend these.
    """
    first = {
        "number": 1,
        "name": "มาตรฐานหนึ่ง",
        "indicators": [
            {"number": 1, "name": "ตัวบ่งชี้แรก", "issues": [{"number": 1, "name": "ประเด็นแรก"}, {"number": 2}]},
            {"number": 2, "name": "ตัวบ่งชี้ที่เปิดเอง"},
        ],
    }
    second = {"number": 2, "name": "มาตรฐานสอง", "indicators": [{"number": 1, "name": "ตัวบ่งชี้ของสอง"}]}
    if weights:
        first["weight"], second["weight"] = weights
    edition = {
        "id": "sar-test",
        "name": "มาตรฐานตัวอย่าง",
        "edition": "พ.ศ. 2599",
        "source": "เอกสารสมมติ",
        "certainty": "not_verified",
        "note": "ช่วงคะแนนเป็นค่าสมมติ",
        "grades": GRADES,
        "standards": [first, second],
        **changes,
    }
    return SarScheme.model_validate(edition)


def issue(number: int, level: int | None = None, **changes: Any) -> dict[str, Any]:
    """Return an issue with its result at 12 months; None leaves the level of the result out."""
    result: dict[str, Any] = {"results": [f"ผลสิบสองเดือน {number}"]}
    if level is not None:
        result["level"] = level
    return {"number": number, "twelve_months": result, **changes}


def evidence(code: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "name": f"หลักฐาน {code}", **changes}


def indicators() -> list[dict[str, Any]]:
    """Return answers for three indicators; the levels of their issues are 5 and 4 · 4 · 3, 3 and 4."""
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


def complete_indicators() -> list[dict[str, Any]]:
    """Return the same answers with results and levels of both rounds: nothing is missing in their report."""
    answers = indicators()
    for answer in answers:
        for answered_issue in answer["issues"]:
            answered_issue["six_months"] = {"results": ["ผลหกเดือน"], "level": 3}
    return answers


def order(**changes: Any) -> Linked[Order]:
    """Return an order that appoints a working group of two."""
    members = [
        {"person": DIRECTOR, "role": "หัวหน้าคณะทำงาน"},
        {"position": "ผู้แทนกลุ่มทุกกลุ่ม", "role": "คณะทำงาน"},
    ]
    committee = {"name": "คณะทำงานตัวอย่าง", "kind": "คณะทำงาน", "members": members, "duties": ["ประเมิน"]}
    content = {"subject": "แต่งตั้งคณะทำงาน", "cause": ["ด้วย"], "committees": [committee], **changes}
    return Linked("orders/a", Order.model_validate(content))


def report(*, numerals: str = "arabic", **changes: Any) -> Document[Any]:
    """Return a report of the office; ``changes`` replace or extend the keys of its content."""
    content = {"scheme": scheme(), "indicators": indicators(), **changes}
    office = {**AREA_OFFICE, "parent": "ต้นสังกัดตัวอย่าง", "numerals": {"sar": numerals}}
    return document_of("sar", content, office)
