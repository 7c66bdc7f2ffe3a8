"""The PMQA report as a Word file: order of its parts, scores reckoned by hand, comparison, gaps, digits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from finished import make_word_file
from pmqa_reports import (
    ANSWERS,
    BOXES,
    ITEMS,
    appointing_order,
    complete_items,
    last_year,
    percent_scheme,
    report,
)
from word_files import (
    HEADER,
    Element,
    lines_of,
    lines_that_start,
    only_match,
    tables_of,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs.model.document import Document

PARTS = [
    "คำนำ",
    "สารบัญ",
    "บทสรุปผู้บริหาร",
    "ส่วนที่ 1 ลักษณะสำคัญขององค์การ",
    "ส่วนที่ 2 ผลการประเมินรายหมวด",
    "ส่วนที่ 3 แผนปรับปรุงองค์การ",
    "ส่วนที่ 4 การติดตามรอบ 6 เดือน และรอบ 12 เดือน",
    "ส่วนที่ 5 สรุปผลการประเมิน",
    "ภาคผนวก",
]
NUMBER_BLANK, BLANK = "." * 12, "." * 60


def root_of(document: Document[Any]) -> Element:
    return xml_of(make_word_file(document))


def table_headed(root: Element, *heads: str) -> list[list[str]]:
    """Return the rows below the head of the first table with these heads."""
    tables = [table for table in tables_of(root) if table[0] == list(heads)]
    return tables[0][1:]


def texts_in_styles(root: Element, *styles: str) -> list[str]:
    """Return the text of each paragraph in one of the styles."""
    condition = " or ".join(f"@w:val='{style}'" for style in styles)
    return texts_of_all(xpath(root, f"//w:p[w:pPr/w:pStyle[{condition}]]"))


def lines_after(lines: list[str], line: str, count: int) -> list[str]:
    """Return as many lines as ``count`` says behind the first one that is ``line``."""
    start = lines.index(line) + 1
    return lines[start : start + count]


def test_the_parts_stand_in_their_order_and_in_the_contents() -> None:
    root = root_of(report())

    assert texts_in_styles(root, "FrontHeading", "PartHeading") == PARTS
    entries = [text.rstrip("\t") for text in texts_in_styles(root, "TOC1", "TOC2")]
    assert entries == [
        *PARTS[2:4],
        "ลักษณะองค์การ",
        PARTS[4],
        "หมวด 1 การนำ",
        "หมวด 2 การวางแผน",
        "หมวด 7 ผลลัพธ์",
        *PARTS[5:],
        "ภาคผนวก ก คณะกรรมการ",
        "ภาคผนวก ข ดัชนีหลักฐาน",
    ]


# Points of boxes, reckoned by hand:
# 1.1 has 2 of 3 boxes of Basic: 300 x 2/3 = 200; Advance does not count before Basic is complete.
# 1.2 has Basic and Advance: 300 + 100. หมวด 1 is the mean of both, 300.
# 2.1 has 1 of its own 4 boxes: 300 x 1/4 = 75.
# Measures of 7.1 between 75 and 95: 80 gives 100 + 5 x 400/20 = 200, 97 gives 500, 70 gives 0; mean 700/3.
# All: (300 + 75 + 700/3) / 3 = 1825/9 = 202.78.


def test_boxes_and_measures_give_the_scores_reckoned_by_hand() -> None:
    assert table_headed(root_of(report()), "หมวด", "ปี 2569") == [
        ["หมวด 1 การนำ", "300.00"],
        ["หมวด 2 การวางแผน", "75.00"],
        ["หมวด 7 ผลลัพธ์", "233.33"],
        ["คะแนนเฉลี่ยทุกหมวด", "202.78"],
    ]


def test_levels_say_how_many_boxes_are_ticked_and_what_they_are_worth() -> None:
    tables_of_levels = []
    for head, *rows in tables_of(root_of(report())):
        if head[0] == "ระดับ":
            tables_of_levels.append(rows)

    assert tables_of_levels == [
        [
            ["Basic", "ผ่าน 2 จาก 3 ช่อง", "1, 2", "200.00"],
            ["Advance", "ผ่าน 2 จาก 2 ช่อง", "1, 2", "ไม่นับ เพราะระดับก่อนหน้าไม่ครบ"],
            ["Significance", "ผ่าน 0 จาก 2 ช่อง", "-", "-"],
        ],
        [
            ["Basic", "ผ่าน 3 จาก 3 ช่อง", "1, 2, 3", "300.00"],
            ["Advance", "ผ่าน 2 จาก 2 ช่อง", "1, 2", "100.00"],
            ["Significance", "ผ่าน 1 จาก 2 ช่อง", "1", "0.00"],
        ],
        [
            ["Basic", "ผ่าน 1 จาก 4 ช่อง", "4", "75.00"],
            ["Advance", "ผ่าน 0 จาก 2 ช่อง", "-", "-"],
            ["Significance", "ผ่าน 0 จาก 2 ช่อง", "-", "-"],
        ],
    ]


def test_measures_are_scored_by_their_range() -> None:
    root = root_of(report())

    assert table_headed(root, "ที่", "ตัววัด", "เป้าหมาย", "ผล", "ร้อยละ", "คะแนน") == [
        ["1", "ก้าวหน้า", "ร้อยละ 90", "ร้อยละ 80", "80", "200.00"],
        ["2", "พอใจ", "-", "ยังไม่ทราบ", "97", "500.00"],
        ["3", "ต้นทุน", "-", "ยังไม่ทราบ", "70", "0.00"],
        ["4", "ยังไม่วัด", "-", "ยังไม่ทราบ", "ยังไม่ทราบ", "-"],
    ]
    lines = lines_of(make_word_file(report()))
    assert lines_after(lines, "คะแนนของหัวข้อ 233.33 (เต็ม 500)", 1) == ["ค่าเฉลี่ยของตัววัดที่ทราบผล 3 จาก 4 ตัว"]
    assert lines_that_start(lines, "คะแนนของหัวข้อ") == [
        "คะแนนของหัวข้อ 200.00 (เต็ม 500)",
        "คะแนนของหัวข้อ 400.00 (เต็ม 500)",
        "คะแนนของหัวข้อ 75.00 (เต็ม 500)",
        "คะแนนของหัวข้อ 233.33 (เต็ม 500)",
    ]


def test_last_year_stands_beside_this_year_with_differences_reckoned_before_rounding() -> None:
    """Last year has (300 + 100) / 2, 300 and 500, mean 1000/3. 1825/9 - 3000/9 = -1175/9 = -130.56."""
    assert table_headed(root_of(report(last=last_year())), "หมวด", "ปี 2568", "ปี 2569", "ผลต่าง") == [
        ["หมวด 1 การนำ", "200.00", "300.00", "+100.00"],
        ["หมวด 2 การวางแผน", "300.00", "75.00", "-225.00"],
        ["หมวด 7 ผลลัพธ์", "500.00", "233.33", "-266.67"],
        ["คะแนนเฉลี่ยทุกหมวด", "333.33", "202.78", "-130.56"],
    ]


def test_an_equal_score_differs_by_nothing_and_an_unknown_one_by_a_dash() -> None:
    last = last_year(items=[{"item": "1.1", "boxes": {"basic": [1, 2, 3]}}])

    rows = table_headed(root_of(report(last=last)), "หมวด", "ปี 2568", "ปี 2569", "ผลต่าง")
    assert rows[0] == ["หมวด 1 การนำ", "300.00", "300.00", "0.00"]
    assert rows[1] == ["หมวด 2 การวางแผน", "-", "75.00", "-"]


def test_last_year_by_another_edition_is_not_compared_and_the_report_says_so() -> None:
    lines = lines_of(make_word_file(report(last=last_year(percent_scheme(1, 2, 3), []))))

    assert "หมวด" in lines
    assert "ปี 2568" not in lines
    assert "ปี 2568\tประเมินตามเกณฑ์อื่น (ฉบับทดสอบ) จึงไม่นำคะแนนมาเปรียบเทียบ" in lines


PERCENT_ITEMS: list[dict[str, Any]] = [
    {"item": "1.1", "adli": {"approach": 40, "deployment": 50, "learning": 60, "integration": 55}},
    {"item": "2.1", "adli": {"approach": 10, "deployment": 10, "learning": 10, "integration": 15}},
    {"item": "7.1", "letci": {"level": 90, "trend": 90, "comparison": 90, "integration": "95"}},
]
"""Means, reckoned by hand: 51.25, 11.25 and 91.25; of 100, 60 and 40 points that is 51.25, 6.75 and 36.50."""


def test_percentages_give_bands_and_points() -> None:
    root = root_of(report(percent_scheme(100, 60, 40), items=PERCENT_ITEMS))

    assert table_headed(root, "หมวด", "ปี 2569", "คะแนน", "คะแนนเต็ม") == [
        ["หมวด 1 การนำ", "51.25", "51.25", "100"],
        ["หมวด 2 การวางแผน", "11.25", "6.75", "60"],
        ["หมวด 7 ผลลัพธ์", "91.25", "36.50", "40"],
        ["คะแนนเฉลี่ยทุกหมวด", "51.25", "94.50", "200"],
    ]
    assert texts_in_styles(root, "FactLine")[1:3] == [
        "ร้อยละเฉลี่ยของหัวข้อ 51.25 อยู่ในระดับ 3 (ร้อยละ 50 - 65)",
        "คะแนนของหัวข้อ 51.25 จากคะแนนเต็ม 100",
    ]
    first, second, results = [table for table in tables_of(root) if table[0] == ["ปัจจัย", "ร้อยละ"]]
    assert [row[1] for row in first] == ["ร้อยละ", "40", "50", "60", "55"]
    assert [row[1] for row in second] == ["ร้อยละ", "10", "10", "10", "15"]
    assert results == [
        ["ปัจจัย", "ร้อยละ"],
        ["ระดับ (Level)", "90"],
        ["แนวโน้ม (Trend)", "90"],
        ["การเปรียบเทียบ (Comparison)", "90"],
        ["การบูรณาการ (Integration)", "95"],
    ]


def test_points_that_the_edition_does_not_give_are_blanks() -> None:
    root = root_of(report(percent_scheme(100, None, 40), items=PERCENT_ITEMS))

    rows = table_headed(root, "หมวด", "ปี 2569", "คะแนน", "คะแนนเต็ม")
    assert [row[2:] for row in rows] == [
        ["51.25", "100"],
        [NUMBER_BLANK, NUMBER_BLANK],
        ["36.50", "40"],
        [NUMBER_BLANK, NUMBER_BLANK],
    ]
    assert f"คะแนนของหัวข้อ {NUMBER_BLANK} จากคะแนนเต็ม {NUMBER_BLANK}" in texts_in_styles(root, "FactLine")


def test_percentages_are_compared_with_their_points_beside_them() -> None:
    scheme = percent_scheme(100, 60, 40)
    last = last_year(scheme, [{"item": "1.1", "adli": dict.fromkeys(PERCENT_ITEMS[0]["adli"], 50)}])
    root = root_of(report(scheme, items=PERCENT_ITEMS, last=last))

    rows = table_headed(root, "หมวด", "ปี 2568", "ปี 2569", "ผลต่าง", "คะแนน", "คะแนนเต็ม")
    assert rows[0] == ["หมวด 1 การนำ", "50.00", "51.25", "+1.25", "51.25", "100"]
    assert rows[1] == ["หมวด 2 การวางแผน", "-", "11.25", "-", "6.75", "60"]


def test_the_summary_says_what_scores_rest_on_and_which_are_unknown() -> None:
    notes = texts_in_styles(root_of(report(items=ITEMS[:2])), "NoteText")

    assert notes[0].startswith("เกณฑ์ที่ใช้\tเกณฑ์ตัวอย่าง")
    assert notes[1:3] == ["ที่มา\tที่มาตัวอย่าง", "หมายเหตุ\tข้อสังเกตตัวอย่าง"]
    assert "ปัดครึ่งขึ้นเป็นทศนิยม 2 ตำแหน่ง" in notes[3]
    assert notes[4] == "ยังไม่ครบ\tทราบผลแล้ว 2 จาก 4 หัวข้อ ยังไม่ทราบผลของหัวข้อ 2.1, 7.1"


def test_a_report_that_is_whole_names_nothing_unknown() -> None:
    notes = texts_in_styles(root_of(report()), "NoteText")
    assert lines_that_start(notes, "ยังไม่ครบ") == []


def test_the_radar_holds_the_numbers_of_both_years() -> None:
    root = root_of(report(last=last_year()))

    description = only_match(root, "//wp:docPr/@descr")
    assert "ปี 2568 หมวด 1 200.00 หมวด 2 300.00 หมวด 7 500.00" in description
    assert "ปี 2569 หมวด 1 300.00 หมวด 2 75.00 หมวด 7 233.33" in description


def test_without_any_score_there_is_no_radar() -> None:
    root = root_of(report(items=[]))

    assert xpath(root, "//wp:docPr") == []
    assert table_headed(root, "หมวด", "ปี 2569")[-1] == ["คะแนนเฉลี่ยทุกหมวด", "-"]


def test_questions_are_numbered_and_those_without_an_answer_are_told() -> None:
    lines = lines_of(make_word_file(report(profile=[{"question": 1, "text": ["คำตอบ", "อีกย่อหน้า"]}])))

    assert lines_after(lines, "1. พันธกิจ", 3) == ["คำตอบ", "อีกย่อหน้า", f"2. คำถามที่ 2 {BLANK}"]
    assert lines_after(lines, f"2. คำถามที่ 2 {BLANK}", 1) == ["ยังไม่มีข้อมูล"]


def test_an_item_shows_owner_rounds_score_and_evidence() -> None:
    lines = lines_of(make_word_file(report()))

    heading = f"หัวข้อ 1.1 {BLANK}"
    assert lines_after(lines, heading, 7) == [
        "ผู้รับผิดชอบ : นายสมมติ นามตัวอย่าง ผู้อำนวยการสำนักงานตัวอย่าง",
        "ผลการดำเนินการ รอบ 6 เดือน",
        "ทำแล้วครึ่งหนึ่ง",
        "ผลการดำเนินการ รอบ 12 เดือน",
        "ทำครบแล้ว",
        "ทบทวนแล้ว",
        "ผลการประเมิน",
    ]
    assert lines_after(lines, "คะแนนของหัวข้อ 200.00 (เต็ม 500)", 3) == ["หลักฐาน", "P-1\tแผน", "P-2\tบันทึก"]


def test_gaps_of_a_draft_are_told_where_they_are() -> None:
    lines = lines_of(make_word_file(report(items=[])))

    assert lines_after(lines, "หัวข้อ 1.2 ความโปร่งใส", 9) == [
        "ผู้รับผิดชอบ : ยังไม่มีข้อมูล",
        "ผลการดำเนินการ รอบ 6 เดือน",
        "ยังไม่มีข้อมูล",
        "ผลการดำเนินการ รอบ 12 เดือน",
        "ยังไม่มีข้อมูล",
        "ผลการประเมิน",
        "คะแนนของหัวข้อ ยังไม่ทราบ (เต็ม 500)",
        "หลักฐาน",
        "ยังไม่มีข้อมูล",
    ]
    assert lines_after(lines, "ส่วนที่ 3 แผนปรับปรุงองค์การ", 1) == ["ยังไม่มีแผนปรับปรุง"]
    assert "หมายเหตุ\tหัวข้อที่ยังไม่มีหลักฐาน ได้แก่ 1.1, 1.2, 2.1, 7.1" in lines


def test_a_report_of_six_months_asks_nothing_of_the_later_round() -> None:
    root = root_of(report(round="six_months", items=[ITEMS[3]]))

    assert "ผลการดำเนินการ รอบ 12 เดือน" not in texts_in_styles(root, "SmallHeading")
    rows = table_headed(root, "หัวข้อ", "รอบ 6 เดือน", "รอบ 12 เดือน", "สถานะ")
    assert [row[-1] for row in rows] == ["ยังไม่รายงาน", "ยังไม่รายงาน", "ยังไม่รายงาน", "รายงานครบ"]


def test_general_information_stands_before_the_profile() -> None:
    table = {"title": "บุคลากร", "columns": ["กลุ่ม", "คน"], "rows": [["อำนวยการ", "7"]]}
    root = root_of(report(general=[{"heading": "สภาพทั่วไป", "text": ["มีหน้าที่"], "tables": [table]}]))

    headings = texts_in_styles(root, "PartHeading", "SectionHeading")
    assert lines_after(headings, PARTS[3], 2) == ["1. สภาพทั่วไป", "ลักษณะองค์การ"]
    assert table_headed(root, "กลุ่ม", "คน") == [["อำนวยการ", "7"]]


def test_tables_of_an_item_stand_before_its_score_and_are_numbered_on() -> None:
    table = {"title": "แนวโน้ม", "columns": ["ปี", "ผล"], "rows": [["2568", "80"], ["2569", "85"]]}
    section = {"heading": "สภาพทั่วไป", "tables": [{"columns": ["กลุ่ม"], "rows": [["อำนวยการ"]]}]}
    root = root_of(report(general=[section], items=[{**ITEMS[0], "tables": [table]}, *ITEMS[1:]]))

    titles = texts_in_styles(root, "TableTitle", "SmallHeading")
    assert lines_that_start(titles, "ตารางที่") == ["ตารางที่ 1", "ตารางที่ 2 แนวโน้ม"]
    assert lines_after(titles, "ตารางที่ 2 แนวโน้ม", 1) == ["ผลการประเมิน"]
    assert table_headed(root, "ปี", "ผล") == [["2568", "80"], ["2569", "85"]]


def test_a_year_without_a_report_leaves_its_chart_gaps() -> None:
    """Only หมวด 1 was rated last year; the description of the radar has a dash for each other หมวด."""
    last = last_year(items=[{"item": "1.1", "boxes": {"basic": [1, 2, 3]}}])

    description = only_match(root_of(report(last=last)), "//wp:docPr/@descr")
    assert "ปี 2568 หมวด 1 300.00 หมวด 2 - หมวด 7 -" in description


def test_strengths_opportunities_and_steps_stand_in_one_row_of_their_item() -> None:
    rows = table_headed(
        root_of(report()),
        *("หัวข้อ", "จุดแข็ง", "โอกาสในการปรับปรุง", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา"),
    )

    assert rows == [
        [
            "1.1",
            "มีระบบ",
            "1) ยังไม่ทั่วถึง\n2) ยังไม่ทบทวน",
            "1) ประชุม\n2) อบรม",
            "1) นายสมมติ\nนามตัวอย่าง\n2) กลุ่มพัฒนา",
            "1) ไตรมาส 1\n2) ยังไม่ได้กำหนด",
        ],
        ["1.2", "-", "-", "-", "-", "-"],
    ]


def test_the_plan_lists_every_step_and_monitoring_every_item() -> None:
    root = root_of(report())

    assert table_headed(root, "ที่", "หัวข้อ", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา") == [
        ["1", "1.1", "ประชุม", "นายสมมติ\nนามตัวอย่าง", "ไตรมาส 1"],
        ["2", "1.1", "อบรม", "กลุ่มพัฒนา", "ยังไม่ได้กำหนด"],
    ]
    assert table_headed(root, "หัวข้อ", "รอบ 6 เดือน", "รอบ 12 เดือน", "สถานะ") == [
        ["1.1", "ทำแล้วครึ่งหนึ่ง", "ทำครบแล้ว\nรายละเอียดหน้า ", "รายงานครบ"],
        ["1.2", "-", "-", "ยังไม่รายงาน"],
        ["2.1", "-", "มีแผน", "ขาดรอบ 6 เดือน"],
        ["7.1", "เก็บข้อมูล", "-", "ขาดรอบ 12 เดือน"],
    ]


def test_monitoring_names_the_page_where_a_result_of_several_paragraphs_goes_on() -> None:
    root = root_of(report())

    references = xpath(root, "//w:tc[contains(., 'รายละเอียดหน้า')]//w:instrText/text()")
    heading = xpath(root, "//w:p[w:pPr/w:pStyle/@w:val='Heading3'][contains(., '1.1')]")[0]
    (reference,) = references
    assert reference.split()[:2] == ["PAGEREF", only_match(heading, "w:bookmarkStart/@w:name")]


@pytest.mark.parametrize(("letters", "is_printed"), [(400, True), (401, False)])
def test_monitoring_leaves_a_long_paragraph_to_the_page_of_its_item(letters: int, is_printed: bool) -> None:
    result = "ก" * letters
    data = make_word_file(report(items=[{"item": "1.1", "six_months": [result]}]))

    row = table_headed(xml_of(data), "หัวข้อ", "รอบ 6 เดือน", "รอบ 12 เดือน", "สถานะ")[0]
    expected_text = result if is_printed else "รายละเอียดหน้า "
    assert row == ["1.1", expected_text, "-", "ขาดรอบ 12 เดือน"]
    assert result in lines_of(data)


def test_the_index_has_each_code_once_with_a_page_for_each_citation() -> None:
    root = root_of(report())

    rows = table_headed(root, "รหัส", "หลักฐาน", "ที่เก็บ", "หัวข้อ", "หน้า")
    assert [row[:4] for row in rows] == [
        ["P-1", "แผน", "evidence/a.pdf", "1.1\n2.1"],
        ["P-2", "บันทึก", "ยังไม่มีข้อมูล", "1.1"],
    ]
    citations = xpath(root, "//w:p[w:pPr/w:pStyle/@w:val='CodedItem']")
    assert texts_of_all(citations) == ["P-1\tแผน", "P-2\tบันทึก", "P-1\tแผน"]
    plan, note, plan_again = [only_match(citation, "w:bookmarkStart/@w:name") for citation in citations]
    cell_of_plan, cell_of_note = xpath(root, "//w:tc[.//w:instrText[contains(., 'PAGEREF Cited')]]")
    assert bookmarks_in(cell_of_plan) == [plan, plan_again]
    assert bookmarks_in(cell_of_note) == [note]
    assert "หมายเหตุ\tหัวข้อที่ยังไม่มีหลักฐาน ได้แก่ 1.2, 7.1" in texts_in_styles(root, "NoteText")


def bookmarks_in(cell: Element) -> list[str]:
    """Return the bookmarks to which the page references in a cell refer."""
    return [instruction.split()[1] for instruction in xpath(cell, ".//w:instrText/text()")]


def test_the_committee_is_that_of_the_order() -> None:
    data = make_word_file(report(order=appointing_order()))
    lines = lines_of(data)

    assert lines_after(lines, "ภาคผนวก ก คณะกรรมการ", 2) == [
        "คำสั่งสำนักงานตัวอย่าง ที่ 12/2569 ลงวันที่ 16 มีนาคม 2569 เรื่อง แต่งตั้งคณะกรรมการ PMQA",
        "คณะกรรมการตัวอย่าง",
    ]
    members = tables_of(xml_of(data))[-2]
    assert ["2.", "ครู", "กรรมการ"] in members


def test_without_a_director_nobody_signs() -> None:
    document = report(date="30 กันยายน 2569")
    office = document.office.model_copy(update={"director": None})
    lines = lines_of(make_word_file(replace(document, office=office)))

    assert lines_after(lines, "คำนำ", 3) == ["ไม่มีข้อมูล", "วันที่ 30 กันยายน พ.ศ. 2569", "สารบัญ"]


def test_only_a_draft_bears_the_word() -> None:
    """A date does not end a draft: results, scores and answers are missing in the small report."""
    draft_report = make_word_file(report(date="30 กันยายน 2569"))
    issued_report = make_word_file(report(items=complete_items(), profile=ANSWERS, date="30 กันยายน 2569"))

    assert lines_of(draft_report, HEADER) == ["\t\tร่าง"]
    assert lines_of(issued_report, HEADER) == ["\t\t"]
    assert "ร่าง" in lines_of(draft_report)
    assert "ร่าง" not in lines_of(issued_report)


@pytest.mark.parametrize(("numerals", "score"), [("thai", "๒๐๒.๗๘"), ("arabic", "202.78")])
def test_digits_are_those_of_the_office(numerals: str, score: str) -> None:
    lines = lines_of(make_word_file(report(BOXES, numerals)))

    assert score in lines
    assert ("หมวด ๗ ผลลัพธ์" in lines) is (numerals == "thai")
