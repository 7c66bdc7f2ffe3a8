"""หนังสือภายนอก as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 11: parts, pairs of words, recipients."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from finished import make_without_emblem
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from word_files import (
    FIRST_HEADER,
    HEADER,
    STYLES,
    lines_of,
    lines_that_start,
    lines_with,
    style_keeps_next,
    tables_of,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs.kinds.minutes.content import Minutes
from esa_docs.model.document import Document, Emblem
from esa_docs.model.linked import Linked
from esa_docs.model.people import Person
from esa_docs.word.render import render_checked

TODAY = dt.date(2026, 9, 16)
FOOTER = "word/footer1.xml"
DEPUTY = Person(
    id="รอง",
    prefix="นางสาว",
    first_name="สมศรี",
    last_name="นามสมมติ",
    position="รองผู้อำนวยการสำนักงานตัวอย่าง",
)
OFFICE: dict[str, Any] = {
    **AREA_OFFICE,
    "groups": [{"id": "อำนวยการ", "name": "กลุ่มอำนวยการ", "contact": {"phone": "0 1111 1111"}}],
    "letter_code": "ศธ 04000",
    "address": ["อำเภอตัวอย่าง", "จังหวัดตัวอย่าง 99999"],
    "contact": {"phone": "0 0000 0000", "fax": "0 0000 0001", "email": "saraban@example.go.th"},
}
ISSUED: dict[str, Any] = {"number": "12", "date": "16 มีนาคม 2569"}


def letter(office: dict[str, Any] | None = None, **changes: Any) -> Document[Any]:
    """Return a letter.

    Args:
        office: facts of the office beside those of ``OFFICE``.
        changes: keys of the content that replace or extend those of the letter.
    """
    content = {"subject": "ส่งรายงาน", "to": "เลขาธิการตัวอย่าง", "text": ["ด้วยเหตุ"], **changes}
    more_facts = office or {}
    return document_of("letter", content, {**OFFICE, **more_facts}, name="letters/a")


def printed_lines(document: Document[Any]) -> list[str]:
    """Return the lines that are not empty, without those of the frame of the emblem."""
    lines = lines_of(make_without_emblem(document))
    return [line for line in lines if line.strip() and line != "ตราครุฑ"]


def header_texts(document: Document[Any]) -> list[str]:
    """Return the lines of the header of the first page."""
    return [line.strip() for line in lines_of(make_without_emblem(document), FIRST_HEADER)]


def test_a_letter_with_every_part_has_them_in_the_order_of_the_form() -> None:
    document = letter(
        **ISSUED,
        speed="ด่วนที่สุด",
        refers=[{"text": "หนังสือสำนักงานตัวอย่าง", "number": "ศธ 04009/ว 1", "date": "5 มกราคม 2569"}],
        attachments=[{"text": "รายงาน", "count": 12, "unit": "เล่ม"}],
        closing="จึงเรียนมาเพื่อโปรดพิจารณา",
        owner="อำนวยการ",
        copies=["ผู้รับสำเนาที่หนึ่ง", "ผู้รับสำเนาที่สอง"],
    )

    assert printed_lines(document) == [
        "ด่วนที่สุด",
        "ที่ ศธ ๐๔๐๐๐/๑๒",
        "สำนักงานตัวอย่าง เขต ๑",
        "อำเภอตัวอย่าง",
        "จังหวัดตัวอย่าง ๙๙๙๙๙",
        "๑๖ มีนาคม ๒๕๖๙",
        "เรื่อง\tส่งรายงาน",
        "เรียน\tเลขาธิการตัวอย่าง",
        "อ้างถึง\tหนังสือสำนักงานตัวอย่าง ที่ ศธ ๐๔๐๐๙/ว ๑ ลงวันที่ ๕ มกราคม ๒๕๖๙",
        "สิ่งที่ส่งมาด้วย",
        "รายงาน",
        "จำนวน ๑๒ เล่ม",
        "ด้วยเหตุ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "ขอแสดงความนับถือ",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
        "กลุ่มอำนวยการ",
        "โทร. ๐ ๑๑๑๑ ๑๑๑๑",
        "โทรสาร ๐ ๐๐๐๐ ๐๐๐๑",
        "ไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th",
        "สำเนาส่ง\tผู้รับสำเนาที่หนึ่ง",
        "\tผู้รับสำเนาที่สอง",
    ]


def test_a_letter_with_no_part_that_may_be_left_out() -> None:
    office: dict[str, Any] = {"letter_code": None, "address": [], "contact": None}

    assert printed_lines(letter(office, **ISSUED)) == [
        "ที่ ๑๒",
        "สำนักงานตัวอย่าง เขต ๑",
        "๑๖ มีนาคม ๒๕๖๙",
        "เรื่อง\tส่งรายงาน",
        "เรียน\tเลขาธิการตัวอย่าง",
        "ด้วยเหตุ",
        "จึงเรียนมาเพื่อโปรดทราบ",
        "ขอแสดงความนับถือ",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_without_number_and_date_it_has_blanks_and_no_mark() -> None:
    lines = lines_of(make_without_emblem(letter()))

    (number,) = lines_that_start(lines, "ที่ ")
    assert number.rstrip(" ") == "ที่ ศธ ๐๔๐๐๐/"
    assert len(number) - len(number.rstrip(" ")) >= 8
    date = lines[lines.index("เรื่อง\tส่งรายงาน") - 1]
    assert date.strip() == ""
    assert date != ""
    assert header_texts(letter()) == [""]
    assert header_texts(letter(draft=True)) == ["ร่าง"]


def test_a_month_leaves_the_day_for_the_pen() -> None:
    lines = lines_of(make_without_emblem(letter(date="มีนาคม 2569")))

    date = lines[lines.index("เรื่อง\tส่งรายงาน") - 1]
    assert date.strip() == "มีนาคม ๒๕๖๙"
    assert date.startswith("      ")


def test_marks_of_secrecy_stand_at_the_head_and_foot_of_every_page() -> None:
    data = make_without_emblem(letter(secrecy="ลับมาก", draft=True))

    assert lines_of(data, FIRST_HEADER) == ["\tลับมาก\tร่าง"]
    assert lines_of(data, HEADER)[0] == "\tลับมาก"
    assert lines_of(data, FOOTER) == ["\tลับมาก"]
    kinds = xpath(xml_of(data), "//w:sectPr/w:footerReference/@w:type")
    assert sorted(kinds) == ["default", "first"]
    colour = xpath(xml_of(data, STYLES), "//w:style[@w:styleId='SecrecyMark']/w:rPr/w:color/@w:val")
    assert colour == ["FF0000"]
    open_letter = make_without_emblem(letter())
    assert "ลับ" not in "".join(lines_of(open_letter, HEADER))
    assert "ลับ" not in "".join(lines_of(open_letter, FOOTER))


@pytest.mark.parametrize(
    ("to", "salutation", "respects"),
    [
        ("ผู้อำนวยการโรงเรียนตัวอย่าง", "เรียน", "ขอแสดงความนับถือ"),
        ("นายกรัฐมนตรี", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
        ("พระครูตัวอย่าง", "นมัสการ", "ขอนมัสการด้วยความเคารพ"),
    ],
)
def test_words_at_beginning_and_end_befit_the_addressee(to: str, salutation: str, respects: str) -> None:
    lines = printed_lines(letter(to=to))

    assert f"{salutation}\t{to}" in lines
    assert lines[lines.index("(นายสมมติ นามตัวอย่าง)") - 1] == respects


def test_an_office_has_a_pair_of_its_own() -> None:
    pair = {"to": "ท่านตัวอย่าง", "salutation": "คำขึ้นต้นตัวอย่าง", "respects": "คำลงท้ายตัวอย่าง"}
    lines = printed_lines(letter({"salutations": [pair]}, to="ท่านตัวอย่าง สมมติ"))

    assert "คำขึ้นต้นตัวอย่าง\tท่านตัวอย่าง สมมติ" in lines
    assert "คำลงท้ายตัวอย่าง" in lines


def test_a_letter_says_its_own_pair() -> None:
    lines = printed_lines(letter(to="นายกรัฐมนตรี", salutation="เรียน"))
    assert "เรียน\tนายกรัฐมนตรี" in lines
    assert "ขอแสดงความนับถือ" in lines

    lines = printed_lines(letter(respects="ด้วยความเคารพตัวอย่าง"))
    assert "เรียน\tเลขาธิการตัวอย่าง" in lines
    assert "ด้วยความเคารพตัวอย่าง" in lines


def test_the_number_of_a_circular_bears_its_mark() -> None:
    assert "ที่ ศธ ๐๔๐๐๐/ว ๑๒" in printed_lines(letter(**ISSUED, circular=True))


def test_several_references_and_attachments_are_numbered() -> None:
    refers = [
        {"text": "หนังสือก", "number": "1", "date": "5 มกราคม 2569"},
        {"text": "หนังสือข", "number": "1", "date": "5 มกราคม 2569"},
    ]
    document = letter(refers=refers, attachments=[{"text": "รายงาน"}, {"text": "แบบสรุป", "unit": "ชุด"}])

    assert lines_with(printed_lines(document), "หนังสือ") == [
        "อ้างถึง\t๑. หนังสือก ที่ ๑ ลงวันที่ ๕ มกราคม ๒๕๖๙",
        "\t๒. หนังสือข ที่ ๑ ลงวันที่ ๕ มกราคม ๒๕๖๙",
    ]
    _head, attachments = tables_of(xml_of(make_without_emblem(document)))
    assert attachments == [
        ["สิ่งที่ส่งมาด้วย", "๑.\tรายงาน", "จำนวน ๑ ฉบับ"],
        ["", "๒.\tแบบสรุป", "จำนวน ๑ ชุด"],
    ]


def test_a_letter_invites_to_a_meeting() -> None:
    meeting = Minutes.model_validate(
        {
            "number": "1",
            "date": "16 กันยายน 2569",
            "begins": "09.30 น.",
            "place": "ห้องประชุมตัวอย่าง",
            "body": "คณะทำงานตัวอย่าง",
            "members": [{"person": DIRECTOR, "role": "ประธานกรรมการ"}],
            "recorder": DEPUTY,
        }
    )
    document = letter(subject=None, text=["ทั้งนี้ โปรดศึกษาเอกสาร"], invites=Linked("minutes/a", meeting))
    lines = printed_lines(document)

    start = lines.index("เรื่อง\tขอเชิญประชุมคณะทำงานตัวอย่าง ครั้งที่ ๑/๒๕๖๙")
    meeting_words = "กำหนดประชุมคณะทำงานตัวอย่าง ครั้งที่ ๑/๒๕๖๙"
    time_words = "ในวันพุธที่ ๑๖ กันยายน ๒๕๖๙ เวลา ๐๙.๓๐ น. ณ ห้องประชุมตัวอย่าง"
    assert lines[start + 2 : start + 5] == [
        f"ด้วยสำนักงานตัวอย่าง เขต ๑ {meeting_words} {time_words}",
        "ทั้งนี้ โปรดศึกษาเอกสาร",
        "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว",
    ]


def test_a_deputy_signs_for_the_director() -> None:
    lines = printed_lines(letter(signature={"by": DEPUTY, "acting": "ปฏิบัติราชการแทน"}))

    start = lines.index("(นางสาวสมศรี นามสมมติ)")
    assert lines[start + 1 : start + 3] == [
        "รองผู้อำนวยการสำนักงานตัวอย่าง ปฏิบัติราชการแทน",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_everything_from_the_closing_to_the_unit_stays_together() -> None:
    """Styles keep most of it together; the closing and the signer's post are kept by their paragraphs."""
    data = make_without_emblem(letter(copies=["ผู้รับสำเนา"]))
    root = xml_of(data)
    style_names = xpath(root, "//w:body/w:p/w:pPr/w:pStyle/@w:val")
    from_respects = style_names[style_names.index("LetterRespects") :]

    assert from_respects == ["LetterRespects", "SignedName", "SignedPost", *["LetterFoot"] * 4]
    styles = xml_of(data, STYLES)
    for name in ("LetterRespects", "SignedName", "LetterFoot"):
        assert style_keeps_next(styles, name)
    texts_with_next = texts_of_all(xpath(root, "//w:p[w:pPr/w:keepNext]"))
    assert lines_that_start(texts_with_next, "จึงเรียน") == ["จึงเรียนมาเพื่อโปรดทราบ"]
    assert lines_that_start(texts_with_next, "ผู้อำนวยการ") == ["ผู้อำนวยการสำนักงานตัวอย่าง"]


RECIPIENTS = [{"to": f"ผู้รับที่ {number}"} for number in range(1, 4)]
PICTURE = Emblem(b"\x89PNG", "image/png", 9, 10)


def test_recipients_of_one_file_have_a_letter_and_a_section_each() -> None:
    document = letter(to=None, recipients=[*RECIPIENTS, {"to": "นายกรัฐมนตรี"}])
    data = make_without_emblem(replace(document, emblem=PICTURE))
    root = xml_of(data)

    assert lines_with(lines_of(data), "เรียน\t") == [
        "เรียน\tผู้รับที่ ๑",
        "เรียน\tผู้รับที่ ๒",
        "เรียน\tผู้รับที่ ๓",
        "กราบเรียน\tนายกรัฐมนตรี",
    ]
    assert lines_of(data).count("ขอแสดงความนับถืออย่างยิ่ง") == 1
    sections = xpath(root, "//w:sectPr")
    assert len(sections) == 4
    assert len(xpath(root, "//w:p/w:pPr/w:sectPr")) == 3
    for section in sections:
        assert xpath(section, "w:pgNumType/@w:start") == ["1"]
        assert len(xpath(section, "w:titlePg")) == 1


def test_each_letter_of_a_file_has_an_emblem_with_an_id_of_its_own() -> None:
    document = letter(to=None, recipients=RECIPIENTS)
    root_with_pictures = xml_of(make_without_emblem(replace(document, emblem=PICTURE)))
    root_with_frames = xml_of(make_without_emblem(document))

    for root in (root_with_pictures, root_with_frames):
        ids = xpath(root, "//wp:docPr/@id")
        assert len(set(ids)) == len(ids) == 3
        assert xpath(root, "//wp:extent/@cy") == ["1080000"] * 3
    assert len(xpath(root_with_pictures, "//a:blip")) == 3


def test_a_missing_emblem_is_told_once_for_all_letters_of_a_file() -> None:
    checked = render_checked(letter(to=None, recipients=RECIPIENTS), "a.docx", today=TODAY)
    (diagnostic,) = checked.diagnostics
    assert diagnostic.code == "E501"


def test_digits_follow_the_office() -> None:
    assert "ที่ ศธ 04000/12" in printed_lines(letter({"numerals": {"letter": "arabic"}}, **ISSUED))


def test_the_mark_of_speed_is_as_large_as_the_office_says() -> None:
    """Word counts sizes in half points."""
    size = "//w:style[@w:styleId='SpeedMark']/w:rPr/w:szCs/@w:val"
    usual_letter = make_without_emblem(letter(speed="ด่วน"))
    large_mark_letter = make_without_emblem(letter({"sizes": {"speed_mark": 36}}, speed="ด่วน"))

    assert xpath(xml_of(usual_letter, STYLES), size) == ["64"]
    assert xpath(xml_of(large_mark_letter, STYLES), size) == ["72"]
