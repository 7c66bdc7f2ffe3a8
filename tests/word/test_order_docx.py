"""คำสั่ง as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 16: members, signature, the blanks of a draft."""

from __future__ import annotations

from typing import Any

import pytest
from finished import made_without_emblem
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from word_files import FIRST_HEADER, Element, lines_of, text_of, xml_of, xpath

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
MEMBERS: list[dict[str, Any]] = [
    {"person": DIRECTOR, "role": "ประธานกรรมการ"},
    {"position": "ผู้อำนวยการกลุ่มทุกกลุ่ม", "role": "กรรมการ"},
    {"name": "นางสมศรี นามนอก", "position": "ผู้ทรงคุณวุฒิ", "role": "กรรมการ", "note": "เจ้าภาพหมวด 1"},
    {"person": DEPUTY, "role": "กรรมการและเลขานุการ"},
]


def order(office: dict[str, Any] | None = None, /, **changes: Any) -> Document[Any]:
    content = {
        "subject": "แต่งตั้งคณะกรรมการ",
        "cause": ["ด้วยเหตุ"],
        "power": ["ม37"],
        "committees": [committee()],
        **changes,
    }
    return document_of(
        "order", content, {**AREA_OFFICE, "powers": [POWER], **(office or {})}, name="orders/a"
    )


def committee(**changes: Any) -> dict[str, Any]:
    return {"name": "คณะกรรมการอำนวยการ", "members": MEMBERS, "duties": ["อำนวยการ", "กำกับ"], **changes}


def shown(document: Document[Any]) -> list[str]:
    return [line for line in lines_of(made_without_emblem(document)) if line]


def rows_of(root: Element) -> list[list[str]]:
    return [
        ["\n".join(text_of(one) for one in xpath(cell, "w:p")) for cell in xpath(row, "w:tc")]
        for row in xpath(root, "//w:tr")
    ]


def test_an_issued_order_has_its_parts_in_the_order_of_the_form() -> None:
    lines = shown(order(number="12", date="16 มีนาคม 2569"))

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
    assert "ที่ ๑/๒๕๖๘" in shown(order(number="1", date="1 ตุลาคม 2568"))


@pytest.mark.parametrize(
    ("given", "number"),
    [({}, "ที่ / "), ({"date": "16 มีนาคม 2569"}, "ที่ /๒๕๖๙"), ({"number": "12"}, "ที่ ๑๒/ ")],
)
def test_a_draft_has_the_official_blanks(given: dict[str, str], number: str) -> None:
    lines = shown(order(**given))

    assert lines_of(made_without_emblem(order(**given)), FIRST_HEADER) == ["ร่าง"]
    assert lines_of(made_without_emblem(order(number="12", date="16 มีนาคม 2569")), FIRST_HEADER) == [""]
    line = next(line for line in lines if line.startswith("ที่ "))
    assert " ".join(line.split()) == number.strip()
    dates = [" ".join(line.split()) for line in lines if line.startswith("สั่ง ณ")]
    assert dates == (["สั่ง ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙"] if "date" in given else ["สั่ง ณ วันที่ เดือน พ.ศ."])


def test_members_stand_in_columns_with_name_post_and_role() -> None:
    root = xml_of(made_without_emblem(order()))

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
    lines = shown(document)

    assert "๑. คณะกรรมการอำนวยการ ประกอบด้วย" in lines
    assert "๒. คณะกรรมการดำเนินงาน ประกอบด้วย" in lines
    assert [row[0] for row in rows_of(xml_of(made_without_emblem(document)))] == [
        *(f"๑.{number}" for number in "๑๒๓๔"),
        *(f"๒.{number}" for number in "๑๒๓๔"),
    ]
    assert [
        line for line in lines if line.endswith(("อำนวยการ", "กำกับ", "ดำเนินงาน")) and "คณะ" not in line
    ] == ["(๑) อำนวยการ", "(๒) กำกับ", "ดำเนินงาน"]


def test_a_working_group_is_appointed_as_one() -> None:
    members = [{"person": DIRECTOR, "role": "หัวหน้าคณะทำงาน"}]
    lines = shown(order(committees=[committee(kind="คณะทำงาน", members=members)]))

    assert [line for line in lines if line.endswith("จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้")] != []


@pytest.mark.parametrize("acting", ["รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"])
def test_a_signer_acts_for_the_director(acting: str) -> None:
    lines = shown(order(signature={"by": DEPUTY, "acting": acting}))

    assert lines[-3:] == [
        "(ว่าที่ร้อยตรี สมชาย นามสมมติ)",
        f"รองผู้อำนวยการสำนักงานตัวอย่าง {acting}",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_a_long_list_stands_in_an_annex_on_its_own_page() -> None:
    document = order(number="12", date="16 มีนาคม 2569", committees=[committee(annex=True)])
    lines = shown(document)

    assert "คณะกรรมการอำนวยการ ตามบัญชีรายชื่อแนบท้ายคำสั่งนี้" in lines
    head = lines.index("บัญชีรายชื่อคณะกรรมการอำนวยการ")
    assert head > lines.index("(นายสมมติ นามตัวอย่าง)")
    assert lines[head + 1 : head + 3] == ["แนบท้ายคำสั่งสำนักงานตัวอย่าง เขต ๑", "ที่ ๑๒/๒๕๖๙ ลงวันที่ ๑๖ มีนาคม ๒๕๖๙"]
    assert len(rows_of(xml_of(made_without_emblem(document)))) == 4


def test_the_annex_of_a_draft_has_the_official_blanks() -> None:
    lines = [" ".join(line.split()) for line in shown(order(committees=[committee(annex=True)]))]

    assert "ที่ / ลงวันที่ เดือน พ.ศ." in lines


def test_earlier_orders_are_revoked_and_amended_by_reference() -> None:
    earlier = {"number": "5", "date": "2 ตุลาคม 2567", "subject": "แต่งตั้งเดิม"}
    lines = shown(order(amends=earlier, revokes=[earlier]))

    cited = "คำสั่ง ที่ ๕/๒๕๖๗ ลงวันที่ ๒ ตุลาคม ๒๕๖๗ เรื่อง แต่งตั้งเดิม"
    assert [line for line in lines if cited in line] == [f"ให้ยกเลิก{cited}", f"ให้แก้ไขเพิ่มเติม{cited}"]


def test_date_and_signature_stay_together() -> None:
    root = xml_of(made_without_emblem(order()))
    styles = xpath(root, "//w:body/w:p/w:pPr/w:pStyle/@w:val")

    assert styles[-3:] == ["IssuedDate", "SignedName", "SignedPost"]
    sheet = xml_of(made_without_emblem(order()), "word/styles.xml")
    for style in ("IssuedDate", "SignedName"):
        assert xpath(sheet, f"//w:style[@w:styleId='{style}']/w:pPr/w:keepNext") != []


def test_of_all_duties_only_the_last_of_the_last_committee_stays_with_what_is_below_it() -> None:
    working = committee(name="คณะกรรมการดำเนินงาน", duties=["ดำเนินงาน", "รายงาน"])
    root = xml_of(made_without_emblem(order(committees=[committee(), working])))
    duties = xpath(root, "//w:body/w:p[w:pPr/w:pStyle/@w:val='Duty']")

    assert [(text_of(one), xpath(one, "w:pPr/w:keepNext") != []) for one in duties] == [
        ("(๑) อำนวยการ", False),
        ("(๒) กำกับ", False),
        ("(๑) ดำเนินงาน", False),
        ("(๒) รายงาน", True),
    ]


def test_digits_follow_the_office() -> None:
    document = order({"numerals": {"order": "arabic"}}, number="๑๒", date="16 มีนาคม 2569")
    text = "\n".join(lines_of(made_without_emblem(document)))

    assert "ที่ 12/2569" in text
    assert [char for char in text if thai.to_arabic_digits(char) != char] == []
