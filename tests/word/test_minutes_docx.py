"""รายงานการประชุม as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 25."""

from __future__ import annotations

from typing import Any

import pytest
from finished import made
from meetings import CLERK, DEPUTY, SECRETARY, meeting, shown, tables_of
from word_files import FIRST_HEADER, Element, lines_of, text_of, xml_of, xpath

from esa_docs import thai

PRESENT = [
    ["๑.", "นายประธาน นามสมมติ", "ผู้อำนวยการสำนักงานตัวอย่าง", "ประธานกรรมการ"],
    ["๒.", "นายรอง นามสมมติ", "รองผู้อำนวยการสำนักงานตัวอย่าง", "รองประธานกรรมการ"],
    ["๓.", "หัวหน้าหน่วยตัวอย่าง", "กรรมการ"],
    ["๔.", "นางสมศรี นามนอก", "ผู้ทรงคุณวุฒิ", "กรรมการ"],
    ["๕.", "นางสาวเลขา นามสมมติ", "นักวิชาการตัวอย่าง", "กรรมการและเลขานุการ"],
]


def after(lines: list[str], start: str) -> list[str]:
    return lines[lines.index(start) :]


def kept(root: Element, text: str) -> bool:
    """Tell whether the paragraph of a text is kept with the next one, by itself or by its style."""
    (paragraph,) = [one for one in xpath(root, "//w:body/w:p") if text_of(one).endswith(text)]
    return bool(xpath(paragraph, "w:pPr/w:keepNext"))


def test_the_parts_stand_in_the_order_of_the_form() -> None:
    lines = shown(meeting(opening=["ประธานกล่าวเปิดการประชุม"]))

    assert lines[:4] == [
        "รายงานการประชุมคณะกรรมการตัวอย่าง",
        "ครั้งที่ ๒/๒๕๖๙",
        "เมื่อวันจันทร์ที่ ๙ มีนาคม ๒๕๖๙ เวลา ๐๙.๓๐ น.",
        "ณ ห้องประชุมตัวอย่าง",
    ]
    assert lines[4] == "ผู้มาประชุม"
    assert after(lines, "เริ่มประชุมเวลา ๐๙.๓๐ น.") == [
        "เริ่มประชุมเวลา ๐๙.๓๐ น.",
        "ประธานกล่าวเปิดการประชุม",
        "ระเบียบวาระที่ ๑\tเรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "๑.๑\tเรื่องแจ้ง",
        "ประธานแจ้ง",
        "มติที่ประชุม\tรับทราบ",
        "ระเบียบวาระที่ ๒\tเรื่องรับรองรายงานการประชุม",
        "- ไม่มี -",
        "ระเบียบวาระที่ ๓\tเรื่องที่เสนอให้ที่ประชุมทราบ",
        "- ไม่มี -",
        "ระเบียบวาระที่ ๔\tเรื่องที่เสนอให้ที่ประชุมพิจารณา",
        "๔.๑\tเรื่องพิจารณา",
        "เลขานุการเสนอ",
        "ที่ประชุมอภิปราย",
        "มติที่ประชุม\tเห็นชอบ",
        "๔.๒\tเรื่องพิจารณาที่สอง",
        "ระเบียบวาระที่ ๕\tเรื่องอื่น ๆ",
        "- ไม่มี -",
        "เลิกประชุมเวลา ๑๒.๐๐ น.",
        "(นางสาวเลขา นามสมมติ)",
        "ผู้จดรายงานการประชุม",
        "(นายรอง นามสมมติ)",
        "ผู้ตรวจรายงานการประชุม",
    ]


def test_the_year_of_the_number_is_that_of_the_day() -> None:
    """A meeting of December 2568 belongs to the fiscal year 2569 and bears 2568."""
    lines = shown(meeting(date="1 ธันวาคม 2568"))

    assert lines[1:3] == ["ครั้งที่ ๒/๒๕๖๘", "เมื่อวันจันทร์ที่ ๑ ธันวาคม ๒๕๖๘ เวลา ๐๙.๓๐ น."]


@pytest.mark.parametrize("of_office", [False, True])
def test_the_agenda_of_six_parts_has_matters_that_go_on(of_office: bool) -> None:
    chosen: dict[str, Any] = {"office": {"agenda_form": "six"}} if of_office else {"agenda_form": "six"}
    lines = shown(meeting(continued=[{"title": "เรื่องค้าง", "resolution": "รับทราบ"}], **chosen))

    assert [line for line in lines if line.startswith("ระเบียบวาระที่")] == [
        "ระเบียบวาระที่ ๑\tเรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ ๒\tเรื่องรับรองรายงานการประชุม",
        "ระเบียบวาระที่ ๓\tเรื่องสืบเนื่อง",
        "ระเบียบวาระที่ ๔\tเรื่องเสนอเพื่อทราบ",
        "ระเบียบวาระที่ ๕\tเรื่องเสนอเพื่อพิจารณา",
        "ระเบียบวาระที่ ๖\tเรื่องอื่น ๆ",
    ]
    assert "๓.๑\tเรื่องค้าง" in lines
    assert "๕.๒\tเรื่องพิจารณาที่สอง" in lines


def test_the_form_of_the_meeting_goes_before_that_of_the_office() -> None:
    lines = shown(meeting(agenda_form="five", office={"agenda_form": "six"}))

    assert "ระเบียบวาระที่ ๕\tเรื่องอื่น ๆ" in lines


def test_all_members_were_present_where_nobody_is_absent() -> None:
    document = meeting()

    assert tables_of(xml_of(made(document))) == [PRESENT]
    assert not {"ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม"} & set(shown(document))


def test_who_did_not_come_stands_apart_with_the_reason() -> None:
    absent = [{"member": "นางสมศรี นามนอก"}, {"person": DEPUTY, "reason": "ติดราชการ"}]
    document = meeting(absent=absent)
    present, missing = tables_of(xml_of(made(document)))

    assert [row[1] for row in present] == ["นายประธาน นามสมมติ", "หัวหน้าหน่วยตัวอย่าง", "นางสาวเลขา นามสมมติ"]
    assert [row[0] for row in present] == ["๑.", "๒.", "๓."]
    assert missing == [
        ["๑.", "นายรอง นามสมมติ", "รองผู้อำนวยการสำนักงานตัวอย่าง", "ติดราชการ"],
        ["๒.", "นางสมศรี นามนอก", "ผู้ทรงคุณวุฒิ", ""],
    ]
    lines = shown(document)
    assert lines.index("ผู้มาประชุม") < lines.index("ผู้ไม่มาประชุม") < lines.index("เริ่มประชุมเวลา ๐๙.๓๐ น.")


def test_a_substitute_stands_in_the_place_of_the_member() -> None:
    absent = [
        {"person": DEPUTY, "substitute": CLERK},
        {"member": "หัวหน้าหน่วยตัวอย่าง", "substitute_name": "นายสมชาย นามตัวอย่าง"},
    ]
    (present,) = tables_of(xml_of(made(meeting(absent=absent))))

    assert present == [
        PRESENT[0],
        [
            "๒.",
            "นายธุรการ นามสมมติ",
            "เจ้าพนักงานธุรการ\nแทน รองผู้อำนวยการสำนักงานตัวอย่าง",
            "รองประธานกรรมการ",
        ],
        ["๓.", "นายสมชาย นามตัวอย่าง", "แทน หัวหน้าหน่วยตัวอย่าง", "กรรมการ"],
        *PRESENT[3:],
    ]


def test_the_reason_of_somebody_with_a_substitute_is_not_lost() -> None:
    absent = [{"person": DEPUTY, "substitute": CLERK, "reason": "ลาป่วย"}]
    present, missing = tables_of(xml_of(made(meeting(absent=absent))))

    assert len(present) == 5
    assert missing == [["๑.", "นายรอง นามสมมติ", "รองผู้อำนวยการสำนักงานตัวอย่าง", "ลาป่วย"]]


def test_others_came_without_being_members() -> None:
    others = [
        {"person": CLERK},
        {"person": CLERK, "position": "ผู้ช่วย"},
        {"name": "นายสมชาย นามตัวอย่าง"},
    ]
    document = meeting(others=others)
    _present, came = tables_of(xml_of(made(document)))

    assert came == [
        ["๑.", "นายธุรการ นามสมมติ", "เจ้าพนักงานธุรการ", ""],
        ["๒.", "นายธุรการ นามสมมติ", "ผู้ช่วย", ""],
        ["๓.", "นายสมชาย นามตัวอย่าง", ""],
    ]
    assert "ผู้เข้าร่วมประชุม" in shown(document)


def test_members_may_stand_in_the_minutes_themselves() -> None:
    members = [{"person": SECRETARY, "role": "หัวหน้าคณะทำงาน"}]
    document = meeting(order=None, members=members, body="คณะทำงานตัวอย่าง")

    assert shown(document)[0] == "รายงานการประชุมคณะทำงานตัวอย่าง"
    assert tables_of(xml_of(made(document))) == [
        [["๑.", "นางสาวเลขา นามสมมติ", "นักวิชาการตัวอย่าง", "หัวหน้าคณะทำงาน"]]
    ]


def test_rows_stay_whole_in_columns_without_borders() -> None:
    root = xml_of(made(meeting()))

    assert len(xpath(root, "//w:tr[w:trPr/w:cantSplit]")) == len(PRESENT)
    assert xpath(root, "//w:tblBorders") == []


def test_a_draft_says_so_and_leaves_room_for_the_end() -> None:
    draft = meeting(ends=None)

    assert lines_of(made(draft), FIRST_HEADER) == ["ร่าง"]
    assert lines_of(made(meeting()), FIRST_HEADER) == [""]
    (line,) = [line for line in shown(draft) if line.startswith("เลิกประชุม")]
    assert line.split() == ["เลิกประชุมเวลา", "น."]
    assert len(line) > len("เลิกประชุมเวลา น.") + 8


def test_without_a_checker_the_recorder_signs_alone() -> None:
    lines = shown(meeting(checker=None))

    assert lines[-3:] == ["เลิกประชุมเวลา ๑๒.๐๐ น.", "(นางสาวเลขา นามสมมติ)", "ผู้จดรายงานการประชุม"]


def test_labels_of_resolutions_are_bold_and_headings_too() -> None:
    data = made(meeting())
    bold = set(xpath(xml_of(data, "word/styles.xml"), "//w:style[w:rPr/w:b and w:rPr/w:bCs]/@w:styleId"))
    labels = xpath(xml_of(data), "//w:r[w:rPr/w:rStyle]")

    assert [(text_of(run), xpath(run, "w:rPr/w:rStyle/@w:val")) for run in labels] == [
        ("มติที่ประชุม", ["ResolutionLabel"])
    ] * 2
    assert {"ResolutionLabel", "AgendaPart", "AttendanceHeading", "IssuedHead"} <= bold
    assert not {"Resolution", "AgendaTopic", "MeetingText"} & bold


@pytest.mark.parametrize(
    ("other", "last"),
    [
        ([], "- ไม่มี -"),
        ([{"title": "ก", "text": ["ข้อความ", "ท้ายเรื่อง"], "resolution": "มติท้าย"}], "มติท้าย"),
        ([{"title": "ก", "text": ["ข้อความ", "ท้ายเรื่อง"]}], "ท้ายเรื่อง"),
        ([{"title": "เรื่องต้น", "resolution": "มติต้น"}, {"title": "เรื่องท้าย"}], "เรื่องท้าย"),
    ],
)
def test_what_is_signed_keeps_the_end_of_the_agenda_above_it(other: list[Any], last: str) -> None:
    informed = [{"title": "ก่อนหน้า", "resolution": "มติก่อนหน้า"}]
    filled = meeting(other=other, informed=informed, approval=informed, considered=informed)
    data = made(filled)
    root = xml_of(data)
    body = xpath(root, "//w:body/w:p")
    end = next(number for number, one in enumerate(body) if text_of(one).startswith("เลิกประชุม"))

    assert text_of(body[end - 1]).endswith(last)
    assert xpath(body[end - 1], "w:pPr/w:keepNext") != []
    sheet = xml_of(data, "word/styles.xml")
    for style in ("MeetingLine", "SignedName", "AgendaPart"):
        assert xpath(sheet, f"//w:style[@w:styleId='{style}']/w:pPr/w:keepNext") != []
    assert kept(root, "ผู้จดรายงานการประชุม")
    assert not kept(root, "ผู้ตรวจรายงานการประชุม")


def test_a_resolution_stays_with_what_was_said_before_it() -> None:
    root = xml_of(made(meeting()))

    assert kept(root, "ที่ประชุมอภิปราย")
    assert not kept(root, "เลขานุการเสนอ")
    assert not kept(root, "มติที่ประชุม\tเห็นชอบ")
    assert kept(root, "เรื่องพิจารณา")


def test_digits_follow_the_office() -> None:
    text = "\n".join(lines_of(made(meeting(office={"numerals": {"minutes": "arabic"}}, number="๒"))))

    assert "ครั้งที่ 2/2569" in text
    assert "ระเบียบวาระที่ 4" in text
    assert [char for char in text if thai.to_arabic_digits(char) != char] == []


def test_only_the_end_of_the_agenda_is_kept_with_what_is_signed() -> None:
    other = [{"title": "เรื่องต้น", "text": ["กล่าวต้น"], "resolution": "มติต้น"}, {"title": "เรื่องท้าย"}]
    root = xml_of(made(meeting(other=other)))

    assert not kept(root, "มติต้น")
    assert kept(root, "เรื่องท้าย")
