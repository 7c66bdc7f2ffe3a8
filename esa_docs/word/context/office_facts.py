"""ข้อมูลสำนักงาน: what office.yaml says of the office, for the reports that print it."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.document import Context
from esa_docs.model.office import Contact, Office


def office_facts(office: Office) -> list[Context]:
    """Give name, body above it, place, how to reach it, director and units; what is not known is left out."""
    return [{"name": name, "text": text} for name, text in _facts(office) if text]


def _facts(office: Office) -> Iterator[tuple[str, str]]:
    contact = office.contact or Contact()
    director = office.director
    yield "ชื่อ", office.name
    yield "ชื่อย่อ", office.short_name
    yield "หน่วยงานต้นสังกัด", office.parent
    yield "ที่อยู่", " ".join(office.address)
    yield "โทรศัพท์", contact.phone or ""
    yield "โทรสาร", contact.fax or ""
    yield "ไปรษณีย์อิเล็กทรอนิกส์", contact.email or ""
    yield "ผู้อำนวยการ", director.full_name if director else ""
    for number, group in enumerate(office.groups):
        yield "" if number else "กลุ่มและหน่วย", group.name
