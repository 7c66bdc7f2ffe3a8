"""ระเบียบวาระการประชุม and ใบลงทะเบียนผู้เข้าร่วมประชุม as Word files: what is ready before the meeting."""

from __future__ import annotations

import pytest
from finished import make_word_file
from meetings import CLERK, DEPUTY, meeting, printed_lines
from word_files import (
    FIRST_HEADER,
    STYLES,
    attribute,
    lines_that_start,
    lines_with,
    only_match,
    paragraph_texts,
    parts_of,
    style_keeps_next,
    tables_of,
    xml_of,
    xpath,
)

from esa_docs import thai

HEAD = ["ครั้งที่ ๒/๒๕๖๙", "วันจันทร์ที่ ๙ มีนาคม ๒๕๖๙ เวลา ๐๙.๓๐ น.", "ณ ห้องประชุมตัวอย่าง"]
CENTIMETRE = 1440 / 2.54
"""A centimetre in twentieths of a point, in which Word counts widths and heights."""


def test_an_agenda_lists_the_topics_and_nothing_of_what_was_said() -> None:
    assert printed_lines(meeting("agenda")) == [
        "ระเบียบวาระการประชุมคณะกรรมการตัวอย่าง",
        *HEAD,
        "ระเบียบวาระที่ ๑\tเรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "๑.๑\tเรื่องแจ้ง",
        "ระเบียบวาระที่ ๒\tเรื่องรับรองรายงานการประชุม",
        "ระเบียบวาระที่ ๓\tเรื่องที่เสนอให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ ๔\tเรื่องที่เสนอให้ที่ประชุมพิจารณา",
        "๔.๑\tเรื่องพิจารณา",
        "๔.๒\tเรื่องพิจารณาที่สอง",
        "ระเบียบวาระที่ ๕\tเรื่องอื่น ๆ",
    ]


def test_an_agenda_has_the_form_of_the_meeting() -> None:
    lines = printed_lines(meeting("agenda", agenda_form="six", continued=[{"title": "เรื่องค้าง"}]))

    assert lines_that_start(lines, "ระเบียบวาระที่")[2:] == [
        "ระเบียบวาระที่ ๓\tเรื่องสืบเนื่อง",
        "ระเบียบวาระที่ ๔\tเรื่องเสนอเพื่อทราบ",
        "ระเบียบวาระที่ ๕\tเรื่องเสนอเพื่อพิจารณา",
        "ระเบียบวาระที่ ๖\tเรื่องอื่น ๆ",
    ]
    assert "๓.๑\tเรื่องค้าง" in lines


def test_a_part_of_the_agenda_never_leaves_its_first_topic() -> None:
    styles = xml_of(make_word_file(meeting("agenda")), STYLES)

    assert style_keeps_next(styles, "AgendaPart")


def test_a_sign_in_sheet_expects_everybody_and_some_unannounced() -> None:
    absent = [{"person": DEPUTY, "reason": "ติดราชการ", "substitute": CLERK}]
    document = meeting("sign-in", absent=absent, others=[{"person": CLERK}])
    (rows,) = tables_of(xml_of(make_word_file(document)))

    assert printed_lines(document)[:4] == ["ใบลงทะเบียนผู้เข้าร่วมประชุมคณะกรรมการตัวอย่าง", *HEAD]
    assert rows == [
        ["ลำดับที่", "ชื่อ - สกุล", "ตำแหน่ง", "ลายมือชื่อ", "หมายเหตุ"],
        ["๑", "นายประธาน นามสมมติ", "ผู้อำนวยการสำนักงานตัวอย่าง", "", ""],
        ["๒", "นายรอง นามสมมติ", "รองผู้อำนวยการสำนักงานตัวอย่าง", "", ""],
        ["๓", "", "หัวหน้าหน่วยตัวอย่าง", "", ""],
        ["๔", "นางสมศรี นามนอก", "ผู้ทรงคุณวุฒิ", "", ""],
        ["๕", "นางสาวเลขา นามสมมติ", "นักวิชาการตัวอย่าง", "", ""],
        ["๖", "นายธุรการ นามสมมติ", "เจ้าพนักงานธุรการ", "", ""],
        ["๗", "", "", "", ""],
        ["๘", "", "", "", ""],
        ["๙", "", "", "", ""],
    ]


def test_its_rows_leave_room_for_a_signature_and_stay_whole() -> None:
    root = xml_of(make_word_file(meeting("sign-in")))
    head, *rows = xpath(root, "//w:tr")

    assert len(rows) == 5 + 3
    assert len(xpath(head, "w:trPr/w:cantSplit")) == 1
    assert len(xpath(head, "w:trPr/w:tblHeader")) == 1
    assert xpath(head, "w:trPr/w:trHeight") == []
    for row in rows:
        assert len(xpath(row, "w:trPr/w:cantSplit")) == 1
        assert xpath(row, "w:trPr/w:tblHeader") == []
        height = only_match(row, "w:trPr/w:trHeight")
        assert int(attribute(height, "val") or 0) == pytest.approx(CENTIMETRE, abs=1)
        assert attribute(height, "hRule") == "atLeast"
    width = sum(int(column) for column in xpath(root, "//w:gridCol/@w:w"))
    assert width == pytest.approx(16 * CENTIMETRE, abs=1)


@pytest.mark.parametrize("form", ["agenda", "sign-in"])
def test_a_paper_of_a_meeting_to_come_is_no_draft(form: str) -> None:
    data = make_word_file(meeting(form, ends=None))

    assert FIRST_HEADER not in parts_of(data)
    assert lines_with(paragraph_texts(xml_of(data)), "ร่าง") == []


@pytest.mark.parametrize("form", ["agenda", "sign-in"])
def test_digits_follow_those_of_minutes(form: str) -> None:
    text = "\n".join(printed_lines(meeting(form, office={"numerals": {"minutes": "arabic"}})))

    assert "ครั้งที่ 2/2569" in text
    assert [char for char in text if thai.to_arabic_digits(char) != char] == []


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("minutes", "รายงานการประชุมคณะกรรมการตัวอย่าง ครั้งที่ 2/2569"),
        ("agenda", "ระเบียบวาระการประชุมคณะกรรมการตัวอย่าง ครั้งที่ 2/2569"),
        ("sign-in", "ใบลงทะเบียนผู้เข้าร่วมการประชุมคณะกรรมการตัวอย่าง ครั้งที่ 2/2569"),
    ],
)
def test_each_paper_has_its_own_title(form: str, title: str) -> None:
    document = meeting(form)

    assert document.form.title(document) == title
