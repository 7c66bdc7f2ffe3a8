"""ข้อมูลสำนักงาน: what office.yaml says of the office, for the reports that print it."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.document import Context
from esa_docs.model.office import Contact, Office


def office_facts(office: Office) -> list[Context]:
    """Return the facts of an office, each with its name and its text; what office.yaml lacks is left out."""
    return [{"name": name, "text": text} for name, text in _facts(office) if text]


def _facts(office: Office) -> Iterator[tuple[str, str]]:
    """Generate the name and the text of each fact; the text is empty where office.yaml lacks it.

    The units are one fact: the first has its name, those below it have none.
    """
    contact = office.contact or Contact()
    yield "ชื่อ", office.name
    yield "ชื่อย่อ", office.short_name
    yield "หน่วยงานต้นสังกัด", office.parent
    yield "ที่อยู่", " ".join(office.address)
    yield "โทรศัพท์", contact.phone or ""
    yield "โทรสาร", contact.fax or ""
    yield "ไปรษณีย์อิเล็กทรอนิกส์", contact.email or ""
    if office.director:
        yield "ผู้อำนวยการ", office.director.full_name
    name = "กลุ่มและหน่วย"
    for group in office.groups:
        yield name, group.name
        name = ""
