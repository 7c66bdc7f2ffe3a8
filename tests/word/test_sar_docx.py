"""รายงานการประเมินตนเอง as a Word file: its parts in order, scores by hand, gaps, blanks, digits, evidence."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from finished import made
from invented_office import DIRECTOR
from sar_content import evidence, indicators, issue, order, report, scheme
from word_files import HEADER, Element, lines_of, parts_of, text_of, the, xml_of, xpath

from esa_docs import thai
from esa_docs.kinds.assessment.table_rules import MOST_COLUMNS
from esa_docs.model.document import Document
from esa_docs.model.office import Contact, Group

TODAY = dt.date(2026, 9, 16)
NO_DATA = "ยังไม่มีข้อมูล"
HEADINGS = ["FrontHeading", "PartHeading", "SectionHeading", "Heading3", "Heading4"]


def lines(document: Document[Any]) -> list[str]:
    return [line for line in lines_of(made(document)) if line]


def headings(root: Element, *styles: str) -> list[str]:
    wanted = styles or HEADINGS
    return [
        text_of(one).replace("\t", " ")
        for one in xpath(root, "//w:p")
        if xpath(one, "w:pPr/w:pStyle/@w:val")[0] in wanted
    ]


def table_below(root: Element, title: str) -> list[list[str]]:
    """Give the rows of the table that comes next after a line."""
    (line,) = [one for one in xpath(root, "//w:p") if text_of(one) == title]
    table = xpath(line, "following::w:tbl")[0]
    rows = xpath(table, "w:tr")
    assert len(xpath(table, "w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(xpath(table, "w:tr/w:trPr/w:cantSplit")) == len(rows)
    return [["\n".join(map(text_of, xpath(cell, "w:p"))) for cell in xpath(row, "w:tc")] for row in rows]


def by_standard(document: Document[Any], which: str = "รอบ 12 เดือน") -> list[list[str]]:
    return table_below(xml_of(made(document)), f"ผลการประเมินตนเองรายมาตรฐาน {which}")[1:]


def test_parts_stand_in_the_order_of_the_form() -> None:
    section = {"heading": "สภาพทั่วไป", "text": ["มีหน้าที่"]}
    root = xml_of(made(report(general=[section], order=order())))

    assert headings(root) == [
        "คำนำ",
        "สารบัญ",
        "บทสรุปผู้บริหาร",
        "ส่วนที่ 1 ข้อมูลทั่วไป",
        "1. สภาพทั่วไป",
        "ส่วนที่ 2 ผลการประเมินตนเอง",
        "มาตรฐานที่ 1 มาตรฐานหนึ่ง",
        "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้แรก",
        "ประเด็นที่ 1 ประเด็นแรก",
        "ประเด็นที่ 2 " + "." * 60,
        "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 2 ตัวบ่งชี้ที่เปิดเอง",
        "ประเด็นที่ 1 ประเด็นของสำนักงาน",
        "มาตรฐานที่ 2 มาตรฐานสอง",
        "มาตรฐานที่ 2 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง",
        *(f"ประเด็นที่ {number} " + "." * 60 for number in (1, 2, 3)),
        "ส่วนที่ 3 สรุปผลการประเมินตนเอง",
        "จุดเด่น",
        "จุดที่ควรพัฒนา",
        "ข้อเสนอแนะ",
        "ภาคผนวก",
        "ภาคผนวก ก คณะทำงาน",
        "ภาคผนวก ข ดัชนีหลักฐานตามตัวบ่งชี้",
        "ภาคผนวก ค ตัวบ่งชี้และประเด็นที่ไม่มีหลักฐาน",
    ]


def test_the_contents_name_parts_standards_and_indicators() -> None:
    root = xml_of(made(report(general=[{"heading": "สภาพทั่วไป", "text": ["มี"]}])))

    assert headings(root, "TOC1") == [
        "บทสรุปผู้บริหาร ",
        "ส่วนที่ 1 ข้อมูลทั่วไป ",
        "ส่วนที่ 2 ผลการประเมินตนเอง ",
        "ส่วนที่ 3 สรุปผลการประเมินตนเอง ",
        "ภาคผนวก ก คณะทำงาน ",
        "ภาคผนวก ข ดัชนีหลักฐานตามตัวบ่งชี้ ",
        "ภาคผนวก ค ตัวบ่งชี้และประเด็นที่ไม่มีหลักฐาน ",
    ]
    assert headings(root, "TOC2") == ["1. สภาพทั่วไป ", "มาตรฐานที่ 1 มาตรฐานหนึ่ง ", "มาตรฐานที่ 2 มาตรฐานสอง "]
    assert headings(root, "TOC3") == [
        "ตัวบ่งชี้ที่ 1 ตัวบ่งชี้แรก ",
        "ตัวบ่งชี้ที่ 2 ตัวบ่งชี้ที่เปิดเอง ",
        "ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง ",
    ]


def test_the_cover_says_what_and_whose_it_is() -> None:
    shown = lines(report(date="15 กันยายน 2569"))

    assert shown[:7] == [
        "รายงานการประเมินตนเอง",
        "(Self Assessment Report : SAR)",
        "ตามมาตรฐานตัวอย่าง พ.ศ. 2599",
        "ปีงบประมาณ พ.ศ. 2569",
        "รอบ 12 เดือน",
        "สำนักงานตัวอย่าง เขต 1",
        "ต้นสังกัดตัวอย่าง",
    ]
    assert lines(report(date="15 กันยายน 2569", title="ชื่ออื่น"))[:2] == ["ชื่ออื่น", "ตามมาตรฐานตัวอย่าง พ.ศ. 2599"]


def test_the_director_signs_the_foreword() -> None:
    shown = lines(report(date="15 กันยายน 2569", foreword=["คำนำของรายงาน"]))
    start = shown.index("คำนำของรายงาน")

    assert shown[start : start + 4] == [
        "คำนำของรายงาน",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
        "วันที่ 15 กันยายน พ.ศ. 2569",
    ]


def test_a_signer_acts_for_the_director() -> None:
    deputy = DIRECTOR.model_copy(update={"first_name": "รอง", "position": "รองผู้อำนวยการ"})
    shown = lines(report(signature={"by": deputy, "acting": "รักษาราชการแทน"}))
    start = shown.index("(นายรอง นามตัวอย่าง)")

    assert shown[start + 1 : start + 3] == ["รองผู้อำนวยการ รักษาราชการแทน", "ผู้อำนวยการสำนักงานตัวอย่าง"]


# Scores. By hand: 1.1 (5 + 4) / 2 = 4.5 · 1.2 4 · standard 1 (4.5 + 4) / 2 = 4.25 · 2.1 and standard 2
# (3 + 3 + 4) / 3 = 3.33… · the whole (4.25 + 3.33…) / 2 = 3.7916…, by weights 40 and 60: 1.70 + 2.00 = 3.70.


def test_scores_by_standard_are_those_reckoned_by_hand() -> None:
    assert by_standard(report()) == [
        ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "4.25", "4", "ดีมาก", "3 จาก 3"],
        ["มาตรฐานที่ 2 มาตรฐานสอง", "3.33", "3", "ดี", "3 จาก 3"],
        ["รวมทุกมาตรฐาน", "3.79", "4", "ดีมาก", "6 จาก 6"],
    ]


def test_weights_of_the_edition_count() -> None:
    weighted = report(scheme=scheme("40", "60"))

    assert by_standard(weighted)[-1] == ["รวมทุกมาตรฐาน", "3.70", "4", "ดีมาก", "6 จาก 6"]
    assert [line for line in lines(weighted) if "ถ่วงน้ำหนักตามเกณฑ์" in line] != []
    assert [line for line in lines(report()) if "ทุกส่วนมีน้ำหนักเท่ากัน" in line] != []


def test_scores_by_indicator_stand_below_their_standard() -> None:
    rows = table_below(xml_of(made(report())), "ผลการประเมินตนเองรายตัวบ่งชี้ รอบ 12 เดือน")

    assert rows == [
        ["มาตรฐานและตัวบ่งชี้", "ค่าเฉลี่ย", "ระดับ", "คุณภาพ", "ประเด็นที่ประเมินแล้ว"],
        ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "4.25", "4", "ดีมาก", "3 จาก 3"],
        ["ตัวบ่งชี้ที่ 1 ตัวบ่งชี้แรก", "4.50", "5", "ดีเยี่ยม", "2 จาก 2"],
        ["ตัวบ่งชี้ที่ 2 ตัวบ่งชี้ที่เปิดเอง", "4.00", "4", "ดีมาก", "1 จาก 1"],
        ["มาตรฐานที่ 2 มาตรฐานสอง", "3.33", "3", "ดี", "3 จาก 3"],
        ["ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง", "3.33", "3", "ดี", "3 จาก 3"],
        ["รวมทุกมาตรฐาน", "3.79", "4", "ดีมาก", "6 จาก 6"],
    ]


def test_a_half_goes_up_and_the_report_says_so() -> None:
    """Seven threes and a four: 25 / 8 = 3.125, which is 3.13; rounded to even it were 3.12."""
    issues = [issue(number, 4 if number == 8 else 3) for number in range(1, 9)]
    document = report(indicators=[{"indicator": "2.1", "issues": issues}])

    assert by_standard(document)[1][1] == "3.13"
    assert [line for line in lines(document) if "ปัดเศษครึ่งขึ้นเป็นทศนิยม 2 ตำแหน่ง" in line] != []


def test_the_edition_with_source_and_note_stands_where_scores_are() -> None:
    shown = lines(report())

    assert "เกณฑ์ที่ใช้\tมาตรฐานตัวอย่าง พ.ศ. 2599" in shown
    assert "ที่มา\tเอกสารสมมติ" in shown
    assert "หมายเหตุ\tช่วงคะแนนเป็นค่าสมมติ" in shown


def test_an_edition_that_was_not_verified_says_so_without_a_note() -> None:
    unverified, verified = (
        lines(report(scheme=scheme(note=None, certainty=certainty)))
        for certainty in ("not_verified", "verified")
    )

    assert "หมายเหตุ\tการให้คะแนนยังไม่ได้ตรวจกับเอกสารของทางราชการ" in unverified
    assert [line for line in verified if "ยังไม่ได้ตรวจ" in line] == []


def test_the_chart_holds_the_numbers_of_the_table() -> None:
    data = made(report())
    (book,) = [name for name in parts_of(data) if name.endswith(".xlsx")]
    sheet = openpyxl.load_workbook(io.BytesIO(parts_of(data)[book])).worksheets[0]
    rows = [
        (str(name).replace("\u00a0", " "), value)
        for name, value in sheet.iter_rows(values_only=True, min_row=2)
    ]

    assert rows == [("มาตรฐานที่ 1 มาตรฐานหนึ่ง", 4.25), ("มาตรฐานที่ 2 มาตรฐานสอง", 3.33)]
    assert "4.25" in the(xml_of(data), "//wp:docPr/@descr")


def test_without_any_level_there_is_no_chart_and_every_score_is_a_dash() -> None:
    document = report(indicators=[])

    assert xpath(xml_of(made(document)), "//w:drawing") == []
    assert by_standard(document) == [
        ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "-", "-", "-", "0 จาก 2"],
        ["มาตรฐานที่ 2 มาตรฐานสอง", "-", "-", "-", "-"],
        ["รวมทุกมาตรฐาน", "-", "-", "-", "0 จาก 2"],
    ]


def test_scores_of_what_is_known_say_how_much_that_is() -> None:
    """Issue 2 of 1.1 is not known: 1.1 is 5, standard 1 (5 + 4) / 2 = 4.5."""
    answers = [{"indicator": "1.1", "issues": [issue(1, 5)]}, *indicators()[1:]]
    document = report(indicators=answers)

    assert by_standard(document)[0] == ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "4.50", "5", "ดีเยี่ยม", "2 จาก 3"]
    notes = [line for line in lines(document) if line.startswith("ยังไม่ครบ\t")]
    assert notes == ["ยังไม่ครบ\tประเมินแล้ว 5 จาก 6 ประเด็น คะแนนคิดจากประเด็นที่ประเมินแล้วเท่านั้น"]
    assert [line for line in lines(report()) if line.startswith("ยังไม่ครบ")] == []


def between(shown: list[str], first: str, last: str) -> list[str]:
    start = shown.index(first)
    return shown[start : shown.index(last, start)]


def test_an_issue_shows_both_rounds_levels_and_evidence() -> None:
    six = {"results": ["ผลหกเดือน"], "level": 3}
    answers = indicators()
    answers[0]["issues"][0]["six_months"] = six
    shown = lines(report(indicators=answers))

    assert between(shown, "ประเด็นที่ 1\tประเด็นแรก", "ประเด็นที่ 2\t" + "." * 60) == [
        "ประเด็นที่ 1\tประเด็นแรก",
        "ผลการดำเนินงาน รอบ 6 เดือน",
        "ผลหกเดือน",
        "ระดับคุณภาพ : 3 (ดี)",
        "ผลการดำเนินงาน รอบ 12 เดือน",
        "ผลสิบสองเดือน 1",
        "ระดับคุณภาพ : 5 (ดีเยี่ยม)",
        "หลักฐาน",
        "E-1.1-01\tหลักฐาน E-1.1-01",
        "E-1.1-02\tหลักฐาน E-1.1-02",
    ]


def test_at_six_months_there_is_one_round_and_its_scores() -> None:
    answers = [
        {"indicator": "2.1", "issues": [{"number": 1, "six_months": {"results": ["ผล"], "level": 2}}]},
    ]
    document = report(round="six_months", indicators=answers)

    assert [line for line in lines(document) if "12 เดือน" in line] == []
    assert by_standard(document, "รอบ 6 เดือน")[1] == ["มาตรฐานที่ 2 มาตรฐานสอง", "2.00", "2", "พอใช้", "1 จาก 1"]


def test_an_indicator_ends_with_its_score_strengths_and_plan() -> None:
    root = xml_of(made(report()))
    shown = [text_of(one) for one in xpath(root, "//w:p")]
    start = shown.index("ผลการประเมินของตัวบ่งชี้")

    assert shown[start : start + 14] == [
        "ผลการประเมินของตัวบ่งชี้",
        "ค่าเฉลี่ย 4.50 ระดับ 5 (ดีเยี่ยม) ประเมินแล้ว 2 จาก 2 ประเด็น",
        "จุดเด่น",
        "1. เด่นหนึ่ง",
        "2. เด่นสอง",
        "จุดที่ควรพัฒนา",
        "ควรพัฒนา",
        "แนวทางการพัฒนา",
        "แนวทาง",
        "ผู้รับผิดชอบ",
        "ระยะเวลา",
        "จะทำ",
        "กลุ่มตัวอย่าง",
        "ไตรมาส 1",
    ]
    assert "ผู้รับผิดชอบ : นางสมศรี นามสมมติ ผู้อำนวยการกลุ่มตัวอย่าง" in shown


def test_what_nobody_wrote_is_said() -> None:
    shown = lines(report(indicators=[]))
    start = shown.index("มาตรฐานที่ 2 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง")

    assert shown[start + 1 : shown.index("ส่วนที่ 3 สรุปผลการประเมินตนเอง", start)] == [
        f"ผู้รับผิดชอบ : {NO_DATA}",
        f"ประเด็นการพิจารณา : {NO_DATA}",
        "ผลการประเมินของตัวบ่งชี้",
        NO_DATA,
        "จุดเด่น",
        NO_DATA,
        "จุดที่ควรพัฒนา",
        NO_DATA,
        "แนวทางการพัฒนา",
        NO_DATA,
    ]
    assert f"คำสั่งแต่งตั้ง : {NO_DATA}" in shown


def test_issues_of_the_edition_that_nobody_answered_stand_there_with_their_gaps() -> None:
    shown = lines(report(indicators=[]))

    assert between(shown, "ประเด็นที่ 1\tประเด็นแรก", "ประเด็นที่ 2\t" + "." * 60) == [
        "ประเด็นที่ 1\tประเด็นแรก",
        "ผลการดำเนินงาน รอบ 6 เดือน",
        NO_DATA,
        f"ระดับคุณภาพ : {NO_DATA}",
        "ผลการดำเนินงาน รอบ 12 เดือน",
        NO_DATA,
        f"ระดับคุณภาพ : {NO_DATA}",
        "หลักฐาน",
        NO_DATA,
    ]


def test_blanks_are_explained_with_the_note_of_the_edition() -> None:
    named = {"number": 1, "name": "ก", "indicators": [{"number": 1, "name": "ข"}]}
    whole = report(scheme=scheme(standards=[named]), indicators=[])
    explained = "หมายเหตุ\tชื่อประเด็นที่เว้นไว้ไม่ปรากฏในที่มาของเกณฑ์ ให้สำนักงานเติมตามเกณฑ์ฉบับที่ใช้"

    assert between(lines(report()), explained, "มาตรฐานที่ 1 มาตรฐานหนึ่ง") == [
        explained,
        "หมายเหตุ\tช่วงคะแนนเป็นค่าสมมติ",
    ]
    assert explained not in lines(whole)


def test_a_draft_is_marked_on_its_cover_and_every_page_until_it_has_its_date() -> None:
    draft, finished = made(report()), made(report(date="15 กันยายน 2569"))

    assert next(line for line in lines_of(draft) if line) == "ร่าง"
    assert lines_of(draft, HEADER) == ["\t\tร่าง"]
    assert "ร่าง" not in lines_of(finished)
    assert lines_of(finished, HEADER) == ["\t\t"]
    dates = [" ".join(line.split()) for line in lines_of(draft) if line.startswith("วันที่")]
    assert dates == ["วันที่ เดือน พ.ศ."]
    assert [line for line in lines_of(finished) if "ยังไม่" in line] == []
    assert [line for line in lines_of(finished) if "ไม่มีข้อมูล" in line] != []


def test_digits_follow_the_office_and_codes_keep_theirs() -> None:
    shown = lines(report(numerals="thai", date="15 กันยายน 2569"))

    assert "มาตรฐานที่ ๑ ตัวบ่งชี้ที่ ๒ ตัวบ่งชี้ที่เปิดเอง" in shown
    assert "๓.๗๙" in shown
    assert "E-1.1-01\tหลักฐาน E-1.1-01" in shown
    arabic = {word for line in shown for word in line.split() if thai.to_thai_digits(word) != word}
    assert arabic == {"E-1.1-01", "E-1.1-02", "E-1.2-01"}


# Annexes.


def test_the_working_group_is_that_of_its_order() -> None:
    root = xml_of(made(report(order=order(number="12", date="16 มีนาคม 2569"))))
    shown = [text_of(one) for one in xpath(root, "//w:p")]

    cited = "คำสั่งสำนักงานตัวอย่าง เขต 1 ที่ 12/2569 ลงวันที่ 16 มีนาคม 2569 เรื่อง แต่งตั้งคณะทำงาน"
    assert shown.count(cited) == 1
    members = [
        [text_of(cell) for cell in xpath(row, "w:tc")]
        for row in xpath(root, "//w:tr[w:tc/w:p/w:pPr/w:pStyle[@w:val='MemberText']]")
    ]
    assert members == [
        ["1.", "นายสมมติ นามตัวอย่าง", "ผู้อำนวยการสำนักงานตัวอย่าง", "หัวหน้าคณะทำงาน"],
        ["2.", "ผู้แทนกลุ่มทุกกลุ่ม", "คณะทำงาน"],
    ]


def index_rows(root: Element) -> list[Element]:
    (heading,) = [
        one
        for one in xpath(root, "//w:p[w:pPr/w:pStyle[@w:val='SectionHeading']]")
        if text_of(one) == "ภาคผนวก ข ดัชนีหลักฐานตามตัวบ่งชี้"
    ]
    rows: list[Element] = xpath(heading, "following-sibling::w:tbl[1]/w:tr")[1:]
    return rows


def test_the_index_lists_evidence_by_indicator_and_code() -> None:
    rows = index_rows(xml_of(made(report())))
    cells = [["\n".join(map(text_of, xpath(cell, "w:p"))) for cell in xpath(row, "w:tc")] for row in rows]

    assert cells == [
        ["1", "1", "1", "E-1.1-01", "หลักฐาน E-1.1-01\na/b.pdf", ""],
        ["1", "1", "1", "E-1.1-02", f"หลักฐาน E-1.1-02\nที่เก็บ : {NO_DATA}", ""],
        ["1", "2", "1", "E-1.2-01", f"หลักฐาน E-1.2-01\nที่เก็บ : {NO_DATA}", ""],
    ]


def test_each_row_of_the_index_refers_to_the_page_of_its_own_citation() -> None:
    """The same evidence cited by two issues has a row, and a place, for each."""
    answers = indicators()
    answers[1]["issues"].append(issue(2, 4, name="อีกประเด็น", evidence=[evidence("E-1.2-01")]))
    root = xml_of(made(report(indicators=answers)))
    cited = []
    for row in index_rows(root):
        name = the(row, ".//w:instrText").text.split()[1]
        place = the(root, f"//w:p[w:bookmarkStart[@w:name='{name}']]")
        cited.append((text_of(xpath(row, "w:tc")[3]), text_of(place).split("\t")[0], name))

    assert [code for code, _place, _name in cited] == ["E-1.1-01", "E-1.1-02", "E-1.2-01", "E-1.2-01"]
    assert [place for _code, place, _name in cited] == [code for code, _place, _name in cited]
    assert len({name for _code, _place, name in cited}) == 4


def test_indicators_and_issues_without_evidence_are_listed() -> None:
    shown = lines(report())
    start = len(shown) - shown[::-1].index("ภาคผนวก ค ตัวบ่งชี้และประเด็นที่ไม่มีหลักฐาน")

    assert shown[start:] == [
        "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้แรก : ประเด็นที่ 2",
        "มาตรฐานที่ 2 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง : ทั้งตัวบ่งชี้",
    ]


def test_without_gaps_the_list_says_so() -> None:
    named = {"number": 1, "name": "ก", "indicators": [{"number": 1, "name": "ข"}]}
    answers = [{"indicator": "1.1", "issues": [issue(1, 5, name="ค", evidence=[evidence("E-1")])]}]

    assert lines(report(scheme=scheme(standards=[named]), indicators=answers))[-1] == "ทุกประเด็นมีหลักฐานแล้ว"


# ข้อมูลทั่วไป.


@pytest.mark.parametrize("count", range(1, MOST_COLUMNS + 1))
def test_a_table_of_facts_has_as_many_columns_as_it_was_given(count: int) -> None:
    heads = [f"หัว{number}" for number in range(count)]
    table: dict[str, Any] = {"title": "จำนวน", "columns": heads, "rows": [["1,200"] * count, ["ก"] * count]}
    document = report(general=[{"heading": "สภาพ", "tables": [table]}])
    root = xml_of(made(document))

    assert table_below(root, "ตารางที่ 1 จำนวน") == [heads, ["1,200"] * count, ["ก"] * count]
    (line,) = [one for one in xpath(root, "//w:p") if text_of(one) == "ตารางที่ 1 จำนวน"]
    widths = xpath(line, "following::w:tbl[1]/w:tblGrid/w:gridCol/@w:w")
    assert (len(widths), sum(map(int, widths))) == (count, 9071)
    styles = xpath(line, "following::w:tbl[1]/w:tr/w:tc[1]/w:p/w:pPr/w:pStyle/@w:val")
    narrow = ["TableSmallHeading", "TableSmallCentred", "TableSmall"]
    assert styles == (narrow if count > 5 else ["TableHeading", "TableNumber", "TableText"])


def test_tables_are_numbered_through_all_sections() -> None:
    table = {"columns": ["ก"], "rows": [["ข"]]}
    sections = [{"heading": "แรก", "tables": [table, table]}, {"heading": "สอง", "tables": [table]}]
    root = xml_of(made(report(general=sections)))

    assert [one for one in headings(root, "TableTitle") if one.startswith("ตารางที่")] == [
        "ตารางที่ 1",
        "ตารางที่ 2",
        "ตารางที่ 3",
    ]


def test_tables_of_an_issue_stand_between_its_results_and_its_evidence() -> None:
    first, second = ({"title": one, "columns": ["ก", "ข"], "rows": [[one, "2"]]} for one in ("หนึ่ง", "สอง"))
    answer = {
        "indicator": "1.1",
        "issues": [issue(2, 4), issue(1, 5, tables=[second], evidence=[evidence("E-1")])],
    }
    section = {"heading": "สภาพ", "tables": [first]}
    later = {"indicator": "2.1", "issues": [issue(1, 3, tables=[first, {"columns": ["ก"], "rows": [["ข"]]}])]}
    document = report(general=[section], indicators=[later, answer])

    shown = lines(document)
    assert [one for one in shown if one.startswith("ตารางที่")] == [
        "ตารางที่ 1 หนึ่ง",
        "ตารางที่ 2 สอง",
        "ตารางที่ 3 หนึ่ง",
        "ตารางที่ 4",
    ]
    place = shown.index("ตารางที่ 2 สอง")
    assert shown[place - 1] == "ระดับคุณภาพ : 5 (ดีเยี่ยม)"
    assert shown[place + 1 : place + 6] == ["ก", "ข", "สอง", "2", "หลักฐาน"]
    assert table_below(xml_of(made(document)), "ตารางที่ 2 สอง") == [["ก", "ข"], ["สอง", "2"]]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [(1, []), (2, [0]), (8, [0, 1, 2, 3, 4, 5, 6]), (9, [0, 7]), (30, [0, 28])],
)
def test_a_short_table_stays_whole_and_a_long_one_leaves_no_row_alone(rows: int, kept: list[int]) -> None:
    table = {"title": "ยาว", "columns": ["ก", "ข"], "rows": [[f"แถว {n}", "1"] for n in range(rows)]}
    root = xml_of(made(report(general=[{"heading": "สภาพ", "tables": [table]}])))
    (line,) = [one for one in xpath(root, "//w:p") if text_of(one) == "ตารางที่ 1 ยาว"]
    head, *body = xpath(xpath(line, "following::w:tbl")[0], "w:tr")

    with_next = [len(xpath(row, "w:tc/w:p/w:pPr/w:keepNext")) for row in (head, *body)]
    assert with_next == [2, *(2 if number in kept else 0 for number in range(rows))]


def test_the_office_stands_before_the_sections_with_what_is_known_of_it() -> None:
    document = report(numerals="thai")
    office = document.office.model_copy(
        update={
            "address": ("ตำบลตัวอย่าง", "จังหวัดตัวอย่าง 42000"),
            "contact": Contact(phone="0 0000 0000"),
            "groups": (Group(id="ก", name="กลุ่มหนึ่ง"), Group(id="ข", name="กลุ่มสอง")),
        }
    )
    rows = table_below(xml_of(made(replace(document, office=office))), "ข้อมูลสำนักงาน")

    assert rows == [
        ["รายการ", "ข้อมูล"],
        ["ชื่อ", "สำนักงานตัวอย่าง เขต ๑"],
        ["ชื่อย่อ", "สพป.ตัวอย่าง เขต ๑"],
        ["หน่วยงานต้นสังกัด", "ต้นสังกัดตัวอย่าง"],
        ["ที่อยู่", "ตำบลตัวอย่าง จังหวัดตัวอย่าง ๔๒๐๐๐"],
        ["โทรศัพท์", "๐ ๐๐๐๐ ๐๐๐๐"],
        ["ผู้อำนวยการ", "นายสมมติ นามตัวอย่าง"],
        ["กลุ่มและหน่วย", "กลุ่มหนึ่ง"],
        ["", "กลุ่มสอง"],
    ]
