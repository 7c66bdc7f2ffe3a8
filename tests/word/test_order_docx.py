"""คำสั่ง as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 16: members, signature, the blanks of a draft."""

from __future__ import annotations

from typing import Any

import pytest
from finished import make_without_emblem
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from word_files import (
    FIRST_HEADER,
    STYLES,
    Element,
    lines_of,
    lines_that_start,
    lines_with,
    row_texts,
    style_keeps_next,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.model.document import Document
from esa_docs.model.people import Person

DEPUTY = Person(
    id="รอง",
    prefix="ว่าที่ร้อยตรี",
    first_name="สมชาย",
    last_name="นามสมมติ",
    position="รองผู้อำนวยการสำนักงานตัวอย่าง",
)
POWER = {"id": "ม37", "text": "มาตรา 37 แห่งพระราชบัญญัติตัวอย่าง พ.ศ. 2546"}
DUTIES = "//w:body/w:p[w:pPr/w:pStyle/@w:val='Duty']"
MEMBERS: list[dict[str, Any]] = [
    {"person": DIRECTOR, "role": "ประธานกรรมการ"},
    {"position": "ผู้อำนวยการกลุ่มทุกกลุ่ม", "role": "กรรมการ"},
    {"name": "นางสมศรี นามนอก", "position": "ผู้ทรงคุณวุฒิ", "role": "กรรมการ", "note": "เจ้าภาพหมวด 1"},
    {"person": DEPUTY, "role": "กรรมการและเลขานุการ"},
]


def order(office: dict[str, Any] | None = None, /, **changes: Any) -> Document[Any]:
    """Return an order.

    Args:
        office: facts of the office beside those of the invented one.
        changes: keys of the content that replace or extend those of the order.
    """
    content = {
        "subject": "แต่งตั้งคณะกรรมการ",
        "cause": ["ด้วยเหตุ"],
        "power": ["ม37"],
        "committees": [committee()],
        **changes,
    }
    more_facts = office or {}
    return document_of("order", content, {**AREA_OFFICE, "powers": [POWER], **more_facts}, name="orders/a")


def committee(**changes: Any) -> dict[str, Any]:
    return {"name": "คณะกรรมการอำนวยการ", "members": MEMBERS, "duties": ["อำนวยการ", "กำกับ"], **changes}


def printed_lines(document: Document[Any]) -> list[str]:
    return [line for line in lines_of(make_without_emblem(document)) if line]


def rows_of(root: Element) -> list[list[str]]:
    """Return the texts of the cells of all rows."""
    return [row_texts(row) for row in xpath(root, "//w:tr")]


def test_an_issued_order_has_its_parts_in_the_order_of_the_form() -> None:
    lines = printed_lines(order(number="12", date="16 มีนาคม 2569"))

    start = lines.index("คำสั่งสำนักงานตัวอย่าง เขต ๑")
    assert lines[start : start + 5] == [
        "คำสั่งสำนักงานตัวอย่าง เขต ๑",
        "ที่ ๑๒/๒๕๖๙",
        "เรื่อง แต่งตั้งคณะกรรมการ",
        "ด้วยเหตุ",
        "อาศัยอำนาจตามความในมาตรา ๓๗ แห่งพระราชบัญญัติตัวอย่าง พ.ศ. ๒๕๔๖ จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้",
    ]
    assert lines[-4:] == [
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        "สั่ง ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_the_year_of_the_number_is_the_calendar_year_of_the_date() -> None:
    """An order of October 2568 belongs to the fiscal year 2569 and bears 2568 (ข้อ 16: by calendar year)."""
    assert "ที่ ๑/๒๕๖๘" in printed_lines(order(number="1", date="1 ตุลาคม 2568"))


BLANK_DATE = "สั่ง ณ วันที่ เดือน พ.ศ."


@pytest.mark.parametrize(
    ("changes", "number", "date"),
    [
        ({}, "ที่ /", BLANK_DATE),
        ({"date": "16 มีนาคม 2569"}, "ที่ /๒๕๖๙", "สั่ง ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙"),
        ({"number": "12"}, "ที่ ๑๒/", BLANK_DATE),
        ({"date": "มีนาคม 2569"}, "ที่ /๒๕๖๙", "สั่ง ณ วันที่ มีนาคม พ.ศ. ๒๕๖๙"),
        ({"date": "ธ.ค. 2568", "number": "12"}, "ที่ ๑๒/๒๕๖๘", "สั่ง ณ วันที่ ธันวาคม พ.ศ. ๒๕๖๘"),
    ],
)
def test_what_is_not_known_is_left_for_the_pen(changes: dict[str, str], number: str, date: str) -> None:
    unissued_order = order(**changes)
    lines = [" ".join(line.split()) for line in printed_lines(unissued_order)]

    assert lines_of(make_without_emblem(unissued_order), FIRST_HEADER) == [""]
    assert lines_that_start(lines, "ที่ ") == [number]
    assert lines_that_start(lines, "สั่ง ณ") == [date]


def test_the_blank_of_a_day_has_room_for_the_pen() -> None:
    (date,) = lines_that_start(printed_lines(order(date="มีนาคม 2569")), "สั่ง ณ")

    assert "วันที่      " in date


def test_only_a_draft_bears_the_mark() -> None:
    issued_order = order(number="12", date="16 มีนาคม 2569")
    draft = order(number="12", date="16 มีนาคม 2569", draft=True)

    assert lines_of(make_without_emblem(issued_order), FIRST_HEADER) == [""]
    assert lines_of(make_without_emblem(draft), FIRST_HEADER) == ["ร่าง"]


def test_members_stand_in_columns_with_name_post_and_role() -> None:
    root = xml_of(make_without_emblem(order()))

    assert rows_of(root) == [
        ["๑.", "นายสมมติ นามตัวอย่าง", "ผู้อำนวยการสำนักงานตัวอย่าง", "ประธานกรรมการ"],
        ["๒.", "ผู้อำนวยการกลุ่มทุกกลุ่ม", "กรรมการ"],
        ["๓.", "นางสมศรี นามนอก\nเจ้าภาพหมวด ๑", "ผู้ทรงคุณวุฒิ", "กรรมการ"],
        ["๔.", "ว่าที่ร้อยตรี สมชาย นามสมมติ", "รองผู้อำนวยการสำนักงานตัวอย่าง", "กรรมการและเลขานุการ"],
    ]
    assert xpath(root, "//w:tr[2]//w:gridSpan/@w:val") == xpath(root, "//w:gridSpan/@w:val") == ["2"]
    assert len(xpath(root, "//w:trPr/w:cantSplit")) == 4
    assert xpath(root, "//w:tblBorders") == []


def test_several_committees_are_numbered_and_their_members_after_them() -> None:
    document = order(committees=[committee(), committee(name="คณะกรรมการดำเนินงาน", duties=["ดำเนินงาน"])])
    lines = printed_lines(document)

    assert "๑. คณะกรรมการอำนวยการ ประกอบด้วย" in lines
    assert "๒. คณะกรรมการดำเนินงาน ประกอบด้วย" in lines
    root = xml_of(make_without_emblem(document))
    numbers = [row[0] for row in rows_of(root)]
    assert numbers == ["๑.๑", "๑.๒", "๑.๓", "๑.๔", "๒.๑", "๒.๒", "๒.๓", "๒.๔"]
    assert texts_of_all(xpath(root, DUTIES)) == ["(๑) อำนวยการ", "(๒) กำกับ", "ดำเนินงาน"]


def test_a_working_group_is_appointed_as_one() -> None:
    members = [{"person": DIRECTOR, "role": "หัวหน้าคณะทำงาน"}]
    lines = printed_lines(order(committees=[committee(kind="คณะทำงาน", members=members)]))

    assert any(line.endswith("จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้") for line in lines)


@pytest.mark.parametrize("acting", ["รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"])
def test_a_signer_acts_for_the_director(acting: str) -> None:
    lines = printed_lines(order(signature={"by": DEPUTY, "acting": acting}))

    assert lines[-3:] == [
        "(ว่าที่ร้อยตรี สมชาย นามสมมติ)",
        f"รองผู้อำนวยการสำนักงานตัวอย่าง {acting}",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_a_long_list_stands_in_an_annex_on_its_own_page() -> None:
    document = order(number="12", date="16 มีนาคม 2569", committees=[committee(annex=True)])
    lines = printed_lines(document)

    assert "คณะกรรมการอำนวยการ ตามบัญชีรายชื่อแนบท้ายคำสั่งนี้" in lines
    head = lines.index("บัญชีรายชื่อคณะกรรมการอำนวยการ")
    assert head > lines.index("(นายสมมติ นามตัวอย่าง)")
    assert lines[head + 1 : head + 3] == ["แนบท้ายคำสั่งสำนักงานตัวอย่าง เขต ๑", "ที่ ๑๒/๒๕๖๙ ลงวันที่ ๑๖ มีนาคม ๒๕๖๙"]
    assert len(rows_of(xml_of(make_without_emblem(document)))) == 4


@pytest.mark.parametrize(
    ("changes", "citation"),
    [
        ({}, "ที่ / ลงวันที่ เดือน พ.ศ."),
        ({"date": "มีนาคม 2569"}, "ที่ /๒๕๖๙ ลงวันที่ มีนาคม ๒๕๖๙"),
    ],
)
def test_the_annex_has_the_blanks_of_the_order(changes: dict[str, str], citation: str) -> None:
    document = order(committees=[committee(annex=True)], **changes)
    lines = [" ".join(line.split()) for line in printed_lines(document)]

    assert citation in lines


def test_earlier_orders_are_revoked_and_amended_by_reference() -> None:
    earlier_order = {"number": "5", "date": "2 ตุลาคม 2567", "subject": "แต่งตั้งเดิม"}
    lines = printed_lines(order(amends=earlier_order, revokes=[earlier_order]))

    citation = "คำสั่ง ที่ ๕/๒๕๖๗ ลงวันที่ ๒ ตุลาคม ๒๕๖๗ เรื่อง แต่งตั้งเดิม"
    assert lines_with(lines, citation) == [f"ให้ยกเลิก{citation}", f"ให้แก้ไขเพิ่มเติม{citation}"]


def test_date_and_signature_stay_together() -> None:
    data = make_without_emblem(order())
    style_names = xpath(xml_of(data), "//w:body/w:p/w:pPr/w:pStyle/@w:val")

    assert style_names[-3:] == ["IssuedDate", "SignedName", "SignedPost"]
    styles = xml_of(data, STYLES)
    for name in ("IssuedDate", "SignedName"):
        assert style_keeps_next(styles, name)


def test_of_all_duties_only_the_last_of_the_last_committee_stays_with_what_is_below_it() -> None:
    working_committee = committee(name="คณะกรรมการดำเนินงาน", duties=["ดำเนินงาน", "รายงาน"])
    root = xml_of(make_without_emblem(order(committees=[committee(), working_committee])))

    assert texts_of_all(xpath(root, DUTIES)) == ["(๑) อำนวยการ", "(๒) กำกับ", "(๑) ดำเนินงาน", "(๒) รายงาน"]
    assert texts_of_all(xpath(root, f"{DUTIES}[w:pPr/w:keepNext]")) == ["(๒) รายงาน"]


def test_digits_follow_the_office() -> None:
    document = order({"numerals": {"order": "arabic"}}, number="๑๒", date="16 มีนาคม 2569")
    text = "\n".join(lines_of(make_without_emblem(document)))

    assert "ที่ 12/2569" in text
    assert [char for char in text if thai.to_arabic_digits(char) != char] == []
