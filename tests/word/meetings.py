"""A plainly invented meeting, for tests of its minutes and its other papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from finished import made
from invented_office import OFFICE, document_of
from word_files import Element, lines_of, text_of, xpath

from esa_docs.kinds import KINDS
from esa_docs.kinds.order.content import Order
from esa_docs.model.document import Document
from esa_docs.model.linked import Linked
from esa_docs.model.people import Person

FORMS = {form.name: form for form in KINDS.by_name["minutes"].forms}


def person(name: str, position: str, prefix: str = "นาย") -> Person:
    return Person(id=name, prefix=prefix, first_name=name, last_name="นามสมมติ", position=position)


CHAIR = person("ประธาน", "ผู้อำนวยการสำนักงานตัวอย่าง")
DEPUTY = person("รอง", "รองผู้อำนวยการสำนักงานตัวอย่าง")
SECRETARY = person("เลขา", "นักวิชาการตัวอย่าง", "นางสาว")
CLERK = person("ธุรการ", "เจ้าพนักงานธุรการ")
MEMBERS: list[dict[str, Any]] = [
    {"person": CHAIR, "role": "ประธานกรรมการ"},
    {"person": DEPUTY, "role": "รองประธานกรรมการ"},
    {"position": "หัวหน้าหน่วยตัวอย่าง", "role": "กรรมการ"},
    {"name": "นางสมศรี นามนอก", "position": "ผู้ทรงคุณวุฒิ", "role": "กรรมการ"},
    {"person": SECRETARY, "role": "กรรมการและเลขานุการ"},
]
ORDER = Order.model_validate(
    {
        "subject": "แต่งตั้งคณะกรรมการตัวอย่าง",
        "cause": ["ด้วยเหตุ"],
        "committees": [{"name": "คณะกรรมการตัวอย่าง", "members": MEMBERS, "duties": ["ทำงาน"]}],
    }
)


def meeting(form: str = "minutes", *, office: dict[str, Any] | None = None, **changes: Any) -> Document[Any]:
    """Give a meeting that was held, with a topic in two parts of its agenda; or one of its papers."""
    content = {
        "number": "2",
        "date": "9 มีนาคม 2569",
        "begins": "09.30 น.",
        "ends": "12.00 น.",
        "place": "ห้องประชุมตัวอย่าง",
        "order": Linked("orders/a", ORDER),
        "announced": [{"title": "เรื่องแจ้ง", "text": ["ประธานแจ้ง"], "resolution": "รับทราบ"}],
        "considered": [
            {"title": "เรื่องพิจารณา", "text": ["เลขานุการเสนอ", "ที่ประชุมอภิปราย"], "resolution": "เห็นชอบ"},
            {"title": "เรื่องพิจารณาที่สอง"},
        ],
        "recorder": SECRETARY,
        "checker": DEPUTY,
        **changes,
    }
    document = document_of("minutes", content, {**OFFICE, **(office or {})}, name="minutes/a")
    return replace(document, form=FORMS[form])


def shown(document: Document[Any]) -> list[str]:
    """Give the lines that are not empty."""
    return [line for line in lines_of(made(document)) if line]


def tables_of(root: Element) -> list[list[list[str]]]:
    """Give the text of every cell by table and row; paragraphs of a cell as lines."""
    return [
        [
            ["\n".join(text_of(one) for one in xpath(cell, "w:p")) for cell in xpath(row, "w:tc")]
            for row in xpath(table, "w:tr")
        ]
        for table in xpath(root, "//w:tbl")
    ]
