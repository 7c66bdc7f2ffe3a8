"""บันทึกข้อความ as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 12: its own text, and that of orders."""

from __future__ import annotations

from typing import Any

import pytest
from finished import make_without_emblem
from invented_office import AREA_OFFICE, document_of
from word_files import (
    DOCUMENT,
    FIRST_HEADER,
    HEADER,
    STYLES,
    lines_of,
    lines_that_start,
    only_match,
    row_texts,
    style_keeps_next,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.order.content import Order
from esa_docs.model.linked import Linked
from esa_docs.model.people import Person

HEAD = Person(id="หน", prefix="นาง", first_name="สมศรี", last_name="นามสมมติ", position="ผู้อำนวยการกลุ่มอำนวยการ")
OFFICE: dict[str, Any] = {
    **AREA_OFFICE,
    "letter_code": "ศธ 04000",
    "contact": {"phone": "0 0000 0000"},
    "groups": [
        {"id": "อำนวยการ", "name": "กลุ่มอำนวยการ", "contact": {"phone": "0 0000 0011"}},
        {"id": "แผน", "name": "กลุ่มนโยบายและแผน"},
    ],
    "powers": [{"id": "ม37", "text": "มาตรา 37 ตัวอย่าง"}, {"id": "ม24", "text": "มาตรา 24 ตัวอย่าง"}],
}
ISSUED: dict[str, Any] = {"number": "12", "date": "16 มีนาคม 2569"}
FOOTER = "word/footer1.xml"
SOURCES_OF_TEXT = {"text", "proposes", "invites", "facts", "proposal", "background"}
"""Keys of content from which a memo has its text."""


def order(*, annexes: int = 0) -> Linked[Order]:
    members = [{"position": "ประธานสมมติ", "role": "ประธานกรรมการ"}]
    committees = [{"name": f"คณะที่ {number}", "members": members, "annex": True} for number in range(annexes)]
    content = {
        "subject": "แต่งตั้งคณะกรรมการ",
        "cause": ["ด้วยเหตุหนึ่ง", "ประกอบกับเหตุสอง"],
        "power": ["ม37", "ม24"],
        "committees": committees,
    }
    return Linked("orders/a", Order.model_validate(content))


def meeting(*papers: str) -> Linked[Minutes]:
    content = {
        "body": "คณะทำงานตัวอย่าง",
        "number": "2",
        "date": "9 มีนาคม 2569",
        "begins": "09.30",
        "place": "ห้องประชุม 1",
        "members": [{"person": HEAD, "role": "หัวหน้าคณะทำงาน"}],
        "recorder": HEAD,
        "papers": papers,
    }
    return Linked("minutes/a", Minutes.model_validate(content))


def memo(*, office: dict[str, Any] | None = None, **changes: Any) -> bytes:
    """Return the Word file of a memo.

    Args:
        office: facts of the office beside those of ``OFFICE``.
        changes: keys of the content; without any that gives the memo a text, it has one paragraph.
    """
    content = {"subject": "ขออนุมัติ R&D", "signature": {"by": HEAD}, **changes}
    if not SOURCES_OF_TEXT & set(changes):
        content["text"] = ["ด้วยเหตุ"]
    more_facts = office or {}
    return make_without_emblem(document_of("memo", content, {**OFFICE, **more_facts}))


def plain_lines(data: bytes, part: str = DOCUMENT) -> list[str]:
    """Return the lines of a part that are not empty, each run of tabs and spaces as one space."""
    lines = [" ".join(line.split()) for line in lines_of(data, part)]
    return [line for line in lines if line]


def lines_below_title(**changes: Any) -> list[str]:
    lines = plain_lines(memo(**changes))
    return lines[lines.index("บันทึกข้อความ") + 1 :]


def body_of(**changes: Any) -> list[str]:
    """Return the lines between the address and the signature."""
    lines = lines_below_title(**changes)
    (address,) = lines_that_start(lines, "เรียน ")
    (signature,) = lines_that_start(lines, "(นาง")
    return lines[lines.index(address) + 1 : lines.index(signature)]


def test_a_memo_has_its_parts_in_the_order_of_the_form() -> None:
    assert lines_below_title(owner="อำนวยการ", **ISSUED) == [
        "ส่วนราชการ กลุ่มอำนวยการ สพป.ตัวอย่าง เขต ๑ โทร. ๐ ๐๐๐๐ ๐๐๑๑",
        "ที่ ศธ ๐๔๐๐๐/๑๒ วันที่ ๑๖ มีนาคม ๒๕๖๙",
        "เรื่อง ขออนุมัติ R&D",
        "เรียน ผู้อำนวยการสำนักงานตัวอย่าง",
        "ด้วยเหตุ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "(นางสมศรี นามสมมติ)",
        "ผู้อำนวยการกลุ่มอำนวยการ",
    ]


def test_a_unit_without_a_telephone_has_that_of_the_office() -> None:
    assert lines_below_title(owner="แผน")[0] == "ส่วนราชการ กลุ่มนโยบายและแผน สพป.ตัวอย่าง เขต ๑ โทร. ๐ ๐๐๐๐ ๐๐๐๐"
    assert lines_below_title(office={"contact": None})[0] == "ส่วนราชการ สำนักงานตัวอย่าง เขต ๑"


def test_without_number_and_date_it_has_dotted_places_and_no_mark() -> None:
    data = memo()

    assert plain_lines(data, FIRST_HEADER) == []
    assert plain_lines(memo(draft=True), FIRST_HEADER) == ["ร่าง"]
    (line,) = lines_that_start(plain_lines(data), "ที่ ")
    assert line == "ที่ ศธ ๐๔๐๐๐/ วันที่"


def test_a_month_leaves_the_day_for_the_pen() -> None:
    (line,) = lines_that_start(lines_of(memo(date="มีนาคม 2569")), "ที่")

    assert " ".join(line.split()) == "ที่ ศธ ๐๔๐๐๐/ วันที่ มีนาคม ๒๕๖๙"
    assert "วันที่        " in line


def test_a_circular_bears_its_letter_before_the_number() -> None:
    assert lines_below_title(circular=True, **ISSUED)[1] == "ที่ ศธ ๐๔๐๐๐/ว ๑๒ วันที่ ๑๖ มีนาคม ๒๕๖๙"


def test_it_may_be_for_another_and_close_otherwise() -> None:
    lines = lines_below_title(to="รองผู้อำนวยการสำนักงานตัวอย่าง", closing="จึงเรียนมาเพื่อโปรดทราบ")
    assert "เรียน รองผู้อำนวยการสำนักงานตัวอย่าง" in lines
    assert lines[-3] == "จึงเรียนมาเพื่อโปรดทราบ"


def test_what_goes_with_it_is_told_in_the_text() -> None:
    attachments = [
        {"text": "แบบรายงาน", "count": 2, "unit": "ชุด"},
        {"text": "หนังสือเชิญ"},
        {"text": "แผนที่", "unit": "แผ่น"},
    ]
    assert body_of(attachments=attachments)[1] == (
        "พร้อมนี้ได้แนบแบบรายงาน จำนวน ๒ ชุด หนังสือเชิญ จำนวน ๑ ฉบับ และแผนที่ จำนวน ๑ แผ่น มาด้วยแล้ว"
    )
    assert body_of(attachments=attachments[:1])[1] == "พร้อมนี้ได้แนบแบบรายงาน จำนวน ๒ ชุด มาด้วยแล้ว"


def test_an_order_proposed_gives_subject_text_power_attachment_and_closing() -> None:
    content = {"proposes": order(), "subject": None}
    assert "เรื่อง แต่งตั้งคณะกรรมการ" in lines_below_title(**content)
    assert body_of(**content) == [
        "ด้วยเหตุหนึ่ง",
        "ประกอบกับเหตุสอง",
        (
            "ในการนี้ เห็นควรออกคำสั่งสำนักงานตัวอย่าง เขต ๑ เรื่อง แต่งตั้งคณะกรรมการ"
            " โดยอาศัยอำนาจตามความในมาตรา ๓๗ ตัวอย่าง และมาตรา ๒๔ ตัวอย่าง"
        ),
        "พร้อมนี้ได้แนบร่างคำสั่ง จำนวน ๑ ฉบับ มาด้วยแล้ว",
        "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดลงนามในคำสั่งที่แนบมาพร้อมนี้",
    ]


def test_lists_annexed_to_the_order_go_with_it() -> None:
    assert "พร้อมนี้ได้แนบร่างคำสั่ง จำนวน ๑ ฉบับ และบัญชีรายชื่อแนบท้ายคำสั่ง จำนวน ๒ ชุด มาด้วยแล้ว" in body_of(
        proposes=order(annexes=2)
    )


def test_members_whom_the_order_lists_itself_are_no_annex() -> None:
    content = order(annexes=2).content
    first, second = content.committees
    first_in_order = first.model_copy(update={"annex": False})
    mixed_content = content.model_copy(update={"committees": (first_in_order, second)})

    text = "พร้อมนี้ได้แนบร่างคำสั่ง จำนวน ๑ ฉบับ และบัญชีรายชื่อแนบท้ายคำสั่ง จำนวน ๑ ชุด มาด้วยแล้ว"
    assert text in body_of(proposes=Linked("orders/a", mixed_content))


def test_what_the_memo_says_itself_wins_over_the_order() -> None:
    content = {
        "proposes": order(),
        "subject": "เสนอคำสั่ง",
        "text": ["ข้อความเอง"],
        "attachments": [{"text": "ร่างเอง"}],
        "closing": "จึงเรียนมาเพื่อลงนาม",
    }
    assert "เรื่อง เสนอคำสั่ง" in lines_below_title(**content)
    assert body_of(**content) == [
        "ข้อความเอง",
        "พร้อมนี้ได้แนบร่างเอง จำนวน ๑ ฉบับ มาด้วยแล้ว",
        "จึงเรียนมาเพื่อลงนาม",
    ]


def test_the_long_form_has_its_headings_and_numbers_several_paragraphs() -> None:
    lines = body_of(
        background=["เดิม"],
        facts=["จริงหนึ่ง", "จริงสอง"],
        law=["กฎ"],
        considerations=["พิจารณา"],
        proposal=["เสนอ"],
    )
    assert lines == [
        "เรื่องเดิม",
        "เดิม",
        "ข้อเท็จจริง",
        "๑. จริงหนึ่ง",
        "๒. จริงสอง",
        "ข้อกฎหมาย",
        "กฎ",
        "ข้อพิจารณา",
        "พิจารณา",
        "ข้อเสนอ",
        "เสนอ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ]


def test_the_long_form_takes_cause_and_law_from_the_order_where_it_has_none() -> None:
    assert body_of(proposes=order(), proposal=["เสนอ"])[:7] == [
        "เรื่องเดิม",
        "๑. ด้วยเหตุหนึ่ง",
        "๒. ประกอบกับเหตุสอง",
        "ข้อกฎหมาย",
        "มาตรา ๓๗ ตัวอย่าง และมาตรา ๒๔ ตัวอย่าง",
        "ข้อเสนอ",
        "เสนอ",
    ]
    assert body_of(proposes=order(), background=["เดิม"], law=["กฎเอง"])[:4] == [
        "เรื่องเดิม",
        "เดิม",
        "ข้อกฎหมาย",
        "กฎเอง",
    ]


def test_an_invitation_says_who_meets_when_and_where() -> None:
    """The date has its weekday and no พ.ศ.; 9 March 2569 is a Monday."""
    invitation = (
        "ด้วยสำนักงานตัวอย่าง เขต ๑ กำหนดประชุมคณะทำงานตัวอย่าง ครั้งที่ ๒/๒๕๖๙ ในวันจันทร์ที่ ๙ มีนาคม ๒๕๖๙"
        " เวลา ๐๙.๓๐ น. ณ ห้องประชุม ๑"
    )
    closing = "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว"
    agenda = "พร้อมนี้ได้แนบระเบียบวาระการประชุม จำนวน ๑ ฉบับ มาด้วยแล้ว"

    assert body_of(invites=meeting("agenda", "sign-in")) == [invitation, agenda, closing]
    assert body_of(invites=meeting("sign-in")) == [invitation, closing]


@pytest.mark.parametrize("speed", ["ด่วน", "ด่วนมาก", "ด่วนที่สุด"])
def test_speed_stands_between_emblem_and_title(speed: str) -> None:
    row = only_match(xml_of(memo(speed=speed)), "//w:tbl//w:tr")
    assert row_texts(row)[1:] == [speed, "บันทึกข้อความ", ""]
    assert xpath(row, "w:tc[2]/w:p/w:pPr/w:pStyle/@w:val") == ["SpeedMark"]


def test_secrecy_stands_at_head_and_foot_of_every_page() -> None:
    secret_memo, open_memo = memo(secrecy="ลับมาก", **ISSUED), memo(**ISSUED)
    assert plain_lines(secret_memo, FIRST_HEADER) == ["ลับมาก"]
    assert plain_lines(secret_memo, HEADER)[0] == "ลับมาก"
    assert plain_lines(secret_memo, FOOTER) == ["ลับมาก"]
    for part in (FIRST_HEADER, HEADER, FOOTER):
        assert "ลับมาก" not in "".join(lines_of(open_memo, part))
    section = only_match(xml_of(secret_memo), "//w:sectPr")
    assert sorted(xpath(section, "w:footerReference/@w:type")) == ["default", "first"]


def test_room_is_left_for_the_opinions_of_superiors() -> None:
    data = memo(opinions=["ความเห็นของรองผู้อำนวยการ", "คำสั่งของผู้อำนวยการ"])
    lines = plain_lines(data)
    assert lines[lines.index("ความเห็นของรองผู้อำนวยการ") :] == [
        "ความเห็นของรองผู้อำนวยการ",
        "(ลงชื่อ)",
        "คำสั่งของผู้อำนวยการ",
        "(ลงชื่อ)",
    ]
    styles = xpath(xml_of(data), "//w:body/w:p/w:pPr/w:pStyle/@w:val")
    assert styles[-8:] == ["OpinionHeading", "OpinionLine", "OpinionLine", "OpinionSigned"] * 2
    assert "OpinionHeading" not in xpath(xml_of(memo()), "//w:body/w:p/w:pPr/w:pStyle/@w:val")


def test_the_closing_stays_with_the_signature() -> None:
    closing = only_match(xml_of(memo()), "//w:p[.//w:t[contains(., 'จึงเรียน')]]")
    assert xpath(closing, "w:pPr/w:keepNext") != []
    assert style_keeps_next(xml_of(memo(), STYLES), "SignedName")


def half_points(data: bytes, style: str) -> list[str]:
    """Return the two sizes of a style, in half points as Word counts: for Latin and for Thai text."""
    path = f"//w:style[@w:styleId='{style}']/w:rPr/*[self::w:sz or self::w:szCs]/@w:val"
    return xpath(xml_of(data, STYLES), path)


def test_sizes_are_those_of_the_circular_unless_the_office_chooses_others() -> None:
    """The circular (ว 2019 of 2553) has a title of 29 pt, labels of 20 pt and a speed mark of 32 pt."""
    usual_memo = memo()
    assert half_points(usual_memo, "MemoTitle") == ["58", "58"]
    assert half_points(usual_memo, "MemoLabel") == ["40", "40"]
    assert half_points(usual_memo, "SpeedMark") == ["64", "64"]

    chosen_sizes_memo = memo(office={"sizes": {"memo_title": 33, "memo_label": 16, "speed_mark": 36}})
    assert half_points(chosen_sizes_memo, "MemoTitle") == ["66", "66"]
    assert half_points(chosen_sizes_memo, "MemoLabel") == ["32", "32"]
    assert half_points(chosen_sizes_memo, "SpeedMark") == ["72", "72"]


def test_labels_are_bold_and_larger_and_values_are_not() -> None:
    (line,) = xpath(xml_of(memo()), "//w:p[.//w:t[contains(., 'ส่วนราชการ')]]")
    assert texts_of_all(xpath(line, "w:r[w:rPr/w:rStyle]")) == ["ส่วนราชการ"]
    assert xpath(line, "w:r/w:rPr/w:rStyle/@w:val") == ["MemoLabel"]
