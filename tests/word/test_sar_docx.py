"""รายงานการประเมินตนเอง as a Word file: its parts in order, scores by hand, gaps, blanks, digits, evidence."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from finished import make_word_file
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from sar_content import complete_indicators, evidence, indicators, issue, order, report, scheme
from word_files import (
    HEADER,
    Element,
    lines_of,
    lines_that_start,
    lines_with,
    only_match,
    paragraph_texts,
    paragraph_with_text,
    parts_of,
    row_texts,
    table_texts,
    text_of,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.jobs.progress import work_status
from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.progress import secretary_of
from esa_docs.kinds.assessment.table_rules import MOST_COLUMNS
from esa_docs.model.document import Document
from esa_docs.model.office import Contact, Group

TODAY = dt.date(2026, 9, 16)
NO_DATA = "ยังไม่มีข้อมูล"
HEADINGS = ("FrontHeading", "PartHeading", "SectionHeading", "Heading3", "Heading4")


def printed_lines(document: Document[Any]) -> list[str]:
    return [line for line in lines_of(make_word_file(document)) if line]


def headings(root: Element, *styles: str) -> list[str]:
    """Return the text of each paragraph in one of the styles, by default in one of ``HEADINGS``."""
    if not styles:
        styles = HEADINGS
    texts = []
    for paragraph in xpath(root, "//w:p"):
        style = xpath(paragraph, "w:pPr/w:pStyle/@w:val")[0]
        if style in styles:
            texts.append(text_of(paragraph).replace("\t", " "))
    return texts


def table_below(root: Element, title: str) -> list[list[str]]:
    """Return the texts of the table that comes next after a line; its head repeats, its rows stay whole."""
    table = xpath(paragraph_with_text(root, title), "following::w:tbl")[0]
    rows = xpath(table, "w:tr")
    assert len(xpath(table, "w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(xpath(table, "w:tr/w:trPr/w:cantSplit")) == len(rows)
    return table_texts(table)


def scores_by_standard(document: Document[Any], which_round: str = "รอบ 12 เดือน") -> list[list[str]]:
    """Return the rows of the table of scores by standard, without its head."""
    root = xml_of(make_word_file(document))
    return table_below(root, f"ผลการประเมินตนเองรายมาตรฐาน {which_round}")[1:]


def test_parts_stand_in_the_order_of_the_form() -> None:
    section = {"heading": "สภาพทั่วไป", "text": ["มีหน้าที่"]}
    root = xml_of(make_word_file(report(general=[section], order=order())))

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
        "ประเด็นที่ 1 " + "." * 60,
        "ประเด็นที่ 2 " + "." * 60,
        "ประเด็นที่ 3 " + "." * 60,
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
    root = xml_of(make_word_file(report(general=[{"heading": "สภาพทั่วไป", "text": ["มี"]}])))

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
    complete = complete_indicators()
    lines = printed_lines(report(indicators=complete))

    assert lines[:7] == [
        "รายงานการประเมินตนเอง",
        "(Self Assessment Report : SAR)",
        "ตามมาตรฐานตัวอย่าง พ.ศ. 2599",
        "ปีงบประมาณ พ.ศ. 2569",
        "รอบ 12 เดือน",
        "สำนักงานตัวอย่าง เขต 1",
        "ต้นสังกัดตัวอย่าง",
    ]
    assert printed_lines(report(indicators=complete, title="ชื่ออื่น"))[:2] == [
        "ชื่ออื่น",
        "ตามมาตรฐานตัวอย่าง พ.ศ. 2599",
    ]


def test_the_director_signs_the_foreword() -> None:
    lines = printed_lines(report(date="15 กันยายน 2569", foreword=["คำนำของรายงาน"]))
    start = lines.index("คำนำของรายงาน")

    assert lines[start : start + 4] == [
        "คำนำของรายงาน",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
        "วันที่ 15 กันยายน พ.ศ. 2569",
    ]


def test_a_signer_acts_for_the_director() -> None:
    deputy = DIRECTOR.model_copy(update={"first_name": "รอง", "position": "รองผู้อำนวยการ"})
    lines = printed_lines(report(signature={"by": deputy, "acting": "รักษาราชการแทน"}))
    start = lines.index("(นายรอง นามตัวอย่าง)")

    assert lines[start + 1 : start + 3] == ["รองผู้อำนวยการ รักษาราชการแทน", "ผู้อำนวยการสำนักงานตัวอย่าง"]


# Scores, reckoned by hand:
# indicator 1.1 (5 + 4) / 2 = 4.5, 1.2 4, standard 1 (4.5 + 4) / 2 = 4.25
# indicator 2.1 and standard 2 (3 + 3 + 4) / 3 = 3.33…
# all (4.25 + 3.33…) / 2 = 3.7916…, by weights 40 and 60 1.70 + 2.00 = 3.70


def test_scores_by_standard_are_those_reckoned_by_hand() -> None:
    assert scores_by_standard(report()) == [
        ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "4.25", "4", "ดีมาก", "3 จาก 3"],
        ["มาตรฐานที่ 2 มาตรฐานสอง", "3.33", "3", "ดี", "3 จาก 3"],
        ["รวมทุกมาตรฐาน", "3.79", "4", "ดีมาก", "6 จาก 6"],
    ]


def test_weights_of_the_edition_count() -> None:
    weighted_report = report(scheme=scheme("40", "60"))

    assert scores_by_standard(weighted_report)[-1] == ["รวมทุกมาตรฐาน", "3.70", "4", "ดีมาก", "6 จาก 6"]
    assert lines_with(printed_lines(weighted_report), "ถ่วงน้ำหนักตามเกณฑ์") != []
    assert lines_with(printed_lines(report()), "ทุกส่วนมีน้ำหนักเท่ากัน") != []


def test_scores_by_indicator_stand_below_their_standard() -> None:
    rows = table_below(xml_of(make_word_file(report())), "ผลการประเมินตนเองรายตัวบ่งชี้ รอบ 12 เดือน")

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
    """The mean of seven threes and a four is 25 / 8 = 3.125, which goes up to 3.13.

    Python's own rounding goes to the even neighbour, 3.12.
    """
    threes = [issue(number, 3) for number in range(1, 8)]
    document = report(indicators=[{"indicator": "2.1", "issues": [*threes, issue(8, 4)]}])

    _first_standard, second_standard, *_further_rows = scores_by_standard(document)
    assert second_standard[1] == "3.13"
    assert lines_with(printed_lines(document), "ปัดเศษครึ่งขึ้นเป็นทศนิยม 2 ตำแหน่ง") != []


def test_the_edition_with_source_and_note_stands_where_scores_are() -> None:
    lines = printed_lines(report())

    assert "เกณฑ์ที่ใช้\tมาตรฐานตัวอย่าง พ.ศ. 2599" in lines
    assert "ที่มา\tเอกสารสมมติ" in lines
    assert "หมายเหตุ\tช่วงคะแนนเป็นค่าสมมติ" in lines


def test_an_edition_that_was_not_verified_says_so_without_a_note() -> None:
    unverified_report = report(scheme=scheme(note=None, certainty="not_verified"))
    verified_report = report(scheme=scheme(note=None, certainty="verified"))

    assert "หมายเหตุ\tการให้คะแนนยังไม่ได้ตรวจกับเอกสารของทางราชการ" in printed_lines(unverified_report)
    assert lines_with(printed_lines(verified_report), "ยังไม่ได้ตรวจ") == []


def test_the_chart_holds_the_numbers_of_the_table() -> None:
    data = make_word_file(report())
    (book,) = [name for name in parts_of(data) if name.endswith(".xlsx")]
    sheet = openpyxl.load_workbook(io.BytesIO(parts_of(data)[book])).worksheets[0]
    rows = []
    for name, value in sheet.iter_rows(values_only=True, min_row=2):
        rows.append((str(name).replace("\u00a0", " "), value))

    assert rows == [("มาตรฐานที่ 1 มาตรฐานหนึ่ง", 4.25), ("มาตรฐานที่ 2 มาตรฐานสอง", 3.33)]
    assert "4.25" in only_match(xml_of(data), "//wp:docPr/@descr")


def test_without_any_level_there_is_no_chart_and_every_score_is_a_dash() -> None:
    document = report(indicators=[])

    assert xpath(xml_of(make_word_file(document)), "//w:drawing") == []
    assert scores_by_standard(document) == [
        ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "-", "-", "-", "0 จาก 2"],
        ["มาตรฐานที่ 2 มาตรฐานสอง", "-", "-", "-", "-"],
        ["รวมทุกมาตรฐาน", "-", "-", "-", "0 จาก 2"],
    ]


def test_scores_of_what_is_known_say_how_much_that_is() -> None:
    """Issue 2 of 1.1 is not known: 1.1 is 5, standard 1 (5 + 4) / 2 = 4.5."""
    answers = [{"indicator": "1.1", "issues": [issue(1, 5)]}, *indicators()[1:]]
    document = report(indicators=answers)

    assert scores_by_standard(document)[0] == ["มาตรฐานที่ 1 มาตรฐานหนึ่ง", "4.50", "5", "ดีเยี่ยม", "2 จาก 3"]
    notes = lines_that_start(printed_lines(document), "ยังไม่ครบ\t")
    assert notes == ["ยังไม่ครบ\tประเมินแล้ว 5 จาก 6 ประเด็น คะแนนคิดจากประเด็นที่ประเมินแล้วเท่านั้น"]
    assert lines_that_start(printed_lines(report()), "ยังไม่ครบ") == []


def between(lines: list[str], first: str, next_line: str) -> list[str]:
    """Return the lines from the first one to that before the next one."""
    start = lines.index(first)
    return lines[start : lines.index(next_line, start)]


def test_an_issue_shows_both_rounds_levels_and_evidence() -> None:
    answers = indicators()
    answers[0]["issues"][0]["six_months"] = {"results": ["ผลหกเดือน"], "level": 3}
    lines = printed_lines(report(indicators=answers))

    assert between(lines, "ประเด็นที่ 1\tประเด็นแรก", "ประเด็นที่ 2\t" + "." * 60) == [
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
    answer = {"number": 1, "six_months": {"results": ["ผล"], "level": 2}}
    document = report(round="six_months", indicators=[{"indicator": "2.1", "issues": [answer]}])

    assert lines_with(printed_lines(document), "12 เดือน") == []
    scores = scores_by_standard(document, "รอบ 6 เดือน")
    assert scores[1] == [
        "มาตรฐานที่ 2 มาตรฐานสอง",
        "2.00",
        "2",
        "พอใช้",
        "1 จาก 1",
    ]


def test_an_indicator_ends_with_its_score_strengths_and_plan() -> None:
    root = xml_of(make_word_file(report()))
    lines = paragraph_texts(root)
    start = lines.index("ผลการประเมินของตัวบ่งชี้")

    assert lines[start : start + 14] == [
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
    assert "ผู้รับผิดชอบ : นางสมศรี นามสมมติ ผู้อำนวยการกลุ่มตัวอย่าง" in lines


def test_what_nobody_wrote_is_said() -> None:
    lines = printed_lines(report(indicators=[]))
    start = lines.index("มาตรฐานที่ 2 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง")

    assert lines[start + 1 : lines.index("ส่วนที่ 3 สรุปผลการประเมินตนเอง", start)] == [
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
    assert f"คำสั่งแต่งตั้ง : {NO_DATA}" in lines


def test_issues_of_the_edition_that_nobody_answered_stand_there_with_their_gaps() -> None:
    lines = printed_lines(report(indicators=[]))

    assert between(lines, "ประเด็นที่ 1\tประเด็นแรก", "ประเด็นที่ 2\t" + "." * 60) == [
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
    standard = {"number": 1, "name": "ก", "indicators": [{"number": 1, "name": "ข"}]}
    without_blanks = report(scheme=scheme(standards=[standard]), indicators=[])
    explanation = "หมายเหตุ\tชื่อประเด็นที่เว้นไว้ไม่ปรากฏในที่มาของเกณฑ์ ให้สำนักงานเติมตามเกณฑ์ฉบับที่ใช้"

    assert between(printed_lines(report()), explanation, "มาตรฐานที่ 1 มาตรฐานหนึ่ง") == [
        explanation,
        "หมายเหตุ\tช่วงคะแนนเป็นค่าสมมติ",
    ]
    assert explanation not in printed_lines(without_blanks)


def test_a_draft_is_marked_on_its_cover_and_every_page_until_nothing_is_missing() -> None:
    """A date does not end a draft: the results of 6 months are missing in the answers of ``indicators``."""
    draft_report = make_word_file(report(date="15 กันยายน 2569"))
    finished_report = make_word_file(report(indicators=complete_indicators()))

    assert lines_of(draft_report)[0] == "ร่าง"
    assert lines_of(draft_report, HEADER) == ["\t\tร่าง"]
    assert "ร่าง" not in lines_of(finished_report)
    assert lines_of(finished_report, HEADER) == ["\t\t"]
    (date,) = lines_that_start(lines_of(finished_report), "วันที่")
    assert date.split() == ["วันที่", "เดือน", "พ.ศ."]


def test_gaps_are_no_longer_to_come_once_it_has_its_date() -> None:
    lines = printed_lines(report(date="15 กันยายน 2569"))

    assert lines_with(lines, "ยังไม่") == []
    assert lines_with(lines, "ไม่มีข้อมูล") != []


def test_digits_follow_the_office_and_codes_keep_theirs() -> None:
    lines = printed_lines(report(numerals="thai", date="15 กันยายน 2569"))

    assert "มาตรฐานที่ ๑ ตัวบ่งชี้ที่ ๒ ตัวบ่งชี้ที่เปิดเอง" in lines
    assert "๓.๗๙" in lines
    assert "E-1.1-01\tหลักฐาน E-1.1-01" in lines
    words = "\n".join(lines).split()
    words_with_arabic_digits = {word for word in words if thai.to_thai_digits(word) != word}
    assert words_with_arabic_digits == {"E-1.1-01", "E-1.1-02", "E-1.2-01"}


# Annexes.


def test_the_working_group_is_that_of_its_order() -> None:
    root = xml_of(make_word_file(report(order=order(number="12", date="16 มีนาคม 2569"))))
    lines = paragraph_texts(root)

    citation = "คำสั่งสำนักงานตัวอย่าง เขต 1 ที่ 12/2569 ลงวันที่ 16 มีนาคม 2569 เรื่อง แต่งตั้งคณะทำงาน"
    assert lines.count(citation) == 1
    rows = xpath(root, "//w:tr[w:tc/w:p/w:pPr/w:pStyle[@w:val='MemberText']]")
    assert [row_texts(row) for row in rows] == [
        ["1.", "นายสมมติ นามตัวอย่าง", "ผู้อำนวยการสำนักงานตัวอย่าง", "หัวหน้าคณะทำงาน"],
        ["2.", "ผู้แทนกลุ่มทุกกลุ่ม", "คณะทำงาน"],
    ]


def index_rows(root: Element) -> list[Element]:
    """Return the rows of the index of evidence, without its head."""
    headings = xpath(root, "//w:p[w:pPr/w:pStyle[@w:val='SectionHeading']]")
    place = texts_of_all(headings).index("ภาคผนวก ข ดัชนีหลักฐานตามตัวบ่งชี้")
    rows: list[Element] = xpath(headings[place], "following-sibling::w:tbl[1]/w:tr")
    return rows[1:]


def test_the_index_lists_evidence_by_indicator_and_code() -> None:
    rows = index_rows(xml_of(make_word_file(report())))

    assert [row_texts(row) for row in rows] == [
        ["1", "1", "1", "E-1.1-01", "หลักฐาน E-1.1-01\na/b.pdf", ""],
        ["1", "1", "1", "E-1.1-02", f"หลักฐาน E-1.1-02\nที่เก็บ : {NO_DATA}", ""],
        ["1", "2", "1", "E-1.2-01", f"หลักฐาน E-1.2-01\nที่เก็บ : {NO_DATA}", ""],
    ]


def test_each_row_of_the_index_refers_to_the_page_of_its_own_citation() -> None:
    """The same evidence cited by two issues has a row, and a place, for each."""
    answers = indicators()
    answers[1]["issues"].append(issue(2, 4, name="อีกประเด็น", evidence=[evidence("E-1.2-01")]))
    root = xml_of(make_word_file(report(indicators=answers)))
    codes, codes_at_bookmarks, bookmarks = [], [], set()
    for row in index_rows(root):
        bookmark = only_match(row, ".//w:instrText").text.split()[1]
        citation = only_match(root, f"//w:p[w:bookmarkStart[@w:name='{bookmark}']]")
        codes.append(row_texts(row)[3])
        codes_at_bookmarks.append(text_of(citation).split("\t")[0])
        bookmarks.add(bookmark)

    assert codes == ["E-1.1-01", "E-1.1-02", "E-1.2-01", "E-1.2-01"]
    assert codes_at_bookmarks == codes
    assert len(bookmarks) == 4


def test_indicators_and_issues_without_evidence_are_listed() -> None:
    lines = printed_lines(report())
    # The heading stands in the table of contents too; the list is below the last one.
    lines_from_the_end = lines[::-1]
    start = len(lines) - lines_from_the_end.index("ภาคผนวก ค ตัวบ่งชี้และประเด็นที่ไม่มีหลักฐาน")

    assert lines[start:] == [
        "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้แรก : ประเด็นที่ 2",
        "มาตรฐานที่ 2 ตัวบ่งชี้ที่ 1 ตัวบ่งชี้ของสอง : ทั้งตัวบ่งชี้",
    ]


def test_without_gaps_the_list_says_so() -> None:
    standard = {"number": 1, "name": "ก", "indicators": [{"number": 1, "name": "ข"}]}
    answers = [{"indicator": "1.1", "issues": [issue(1, 5, name="ค", evidence=[evidence("E-1")])]}]
    lines = printed_lines(report(scheme=scheme(standards=[standard]), indicators=answers))

    assert lines[-1] == "ทุกประเด็นมีหลักฐานแล้ว"


# ข้อมูลทั่วไป.


@pytest.mark.parametrize("count", range(1, MOST_COLUMNS + 1))
def test_a_table_of_facts_has_as_many_columns_as_it_was_given(count: int) -> None:
    heads = [f"หัว{number}" for number in range(count)]
    rows = [["1,200"] * count, ["ก"] * count]
    table: dict[str, Any] = {"title": "จำนวน", "columns": heads, "rows": rows}
    document = report(general=[{"heading": "สภาพ", "tables": [table]}])
    root = xml_of(make_word_file(document))

    assert table_below(root, "ตารางที่ 1 จำนวน") == [heads, *rows]
    title = paragraph_with_text(root, "ตารางที่ 1 จำนวน")
    widths = xpath(title, "following::w:tbl[1]/w:tblGrid/w:gridCol/@w:w")
    assert (len(widths), sum(map(int, widths))) == (count, 9071)
    styles = xpath(title, "following::w:tbl[1]/w:tr/w:tc[1]/w:p/w:pPr/w:pStyle/@w:val")
    if count > 5:
        assert styles == ["TableSmallHeading", "TableSmallCentred", "TableSmall"]
    else:
        assert styles == ["TableHeading", "TableNumber", "TableText"]


def test_tables_are_numbered_through_all_sections() -> None:
    table = {"columns": ["ก"], "rows": [["ข"]]}
    sections = [{"heading": "แรก", "tables": [table, table]}, {"heading": "สอง", "tables": [table]}]
    root = xml_of(make_word_file(report(general=sections)))

    assert lines_that_start(headings(root, "TableTitle"), "ตารางที่") == [
        "ตารางที่ 1",
        "ตารางที่ 2",
        "ตารางที่ 3",
    ]


def test_tables_of_an_issue_stand_between_its_results_and_its_evidence() -> None:
    table_one = {"title": "หนึ่ง", "columns": ["ก", "ข"], "rows": [["หนึ่ง", "2"]]}
    table_two = {"title": "สอง", "columns": ["ก", "ข"], "rows": [["สอง", "2"]]}
    untitled_table = {"columns": ["ก"], "rows": [["ข"]]}
    section = {"heading": "สภาพ", "tables": [table_one]}
    issue_of_first = issue(1, 5, tables=[table_two], evidence=[evidence("E-1")])
    first_indicator = {"indicator": "1.1", "issues": [issue(2, 4), issue_of_first]}
    issue_of_last = issue(1, 3, tables=[table_one, untitled_table])
    last_indicator = {"indicator": "2.1", "issues": [issue_of_last]}
    document = report(general=[section], indicators=[last_indicator, first_indicator])

    lines = printed_lines(document)
    assert lines_that_start(lines, "ตารางที่") == [
        "ตารางที่ 1 หนึ่ง",
        "ตารางที่ 2 สอง",
        "ตารางที่ 3 หนึ่ง",
        "ตารางที่ 4",
    ]
    place = lines.index("ตารางที่ 2 สอง")
    assert lines[place - 1] == "ระดับคุณภาพ : 5 (ดีเยี่ยม)"
    assert lines[place + 1 : place + 6] == ["ก", "ข", "สอง", "2", "หลักฐาน"]
    assert table_below(xml_of(make_word_file(document)), "ตารางที่ 2 สอง") == [["ก", "ข"], ["สอง", "2"]]


@pytest.mark.parametrize(
    ("row_count", "rows_with_next"),
    [(1, []), (2, [0]), (8, [0, 1, 2, 3, 4, 5, 6]), (9, [0, 7]), (30, [0, 28])],
)
def test_a_short_table_stays_whole_and_a_long_one_leaves_no_row_alone(
    row_count: int, rows_with_next: list[int]
) -> None:
    """Both cells of the head, and of each row that is kept with the next one, have ``keepNext``."""
    rows = [[f"แถว {number}", "1"] for number in range(row_count)]
    table = {"title": "ยาว", "columns": ["ก", "ข"], "rows": rows}
    root = xml_of(make_word_file(report(general=[{"heading": "สภาพ", "tables": [table]}])))
    table_element = xpath(paragraph_with_text(root, "ตารางที่ 1 ยาว"), "following::w:tbl")[0]
    head, *body = [len(xpath(row, "w:tc/w:p/w:pPr/w:keepNext")) for row in xpath(table_element, "w:tr")]

    expected = [0] * row_count
    for number in rows_with_next:
        expected[number] = 2
    assert head == 2
    assert body == expected


def test_the_office_stands_before_the_sections_with_what_is_known_of_it() -> None:
    document = report(numerals="thai")
    facts = {
        "address": ("ตำบลตัวอย่าง", "จังหวัดตัวอย่าง 42000"),
        "contact": Contact(phone="0 0000 0000"),
        "groups": (Group(id="ก", name="กลุ่มหนึ่ง"), Group(id="ข", name="กลุ่มสอง")),
    }
    office = document.office.model_copy(update=facts)
    root = xml_of(make_word_file(replace(document, office=office)))
    rows = table_below(root, "ข้อมูลสำนักงาน")

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


def test_a_section_without_text_and_tables_has_the_words_of_a_gap() -> None:
    document = report(general=[{"heading": "สภาพทั่วไป"}])
    text_lines = printed_lines(document)
    heading = text_lines.index("1. สภาพทั่วไป")
    assert text_lines[heading + 1] == NO_DATA


def test_an_order_without_a_secretary_of_the_roster_names_none() -> None:
    members = [
        {"person": DIRECTOR, "role": "หัวหน้าคณะทำงาน"},
        {"name": "นางสมศรี นามนอก", "role": "คณะทำงานและเลขานุการ"},
    ]
    committee = {"name": "คณะทำงานตัวอย่าง", "kind": "คณะทำงาน", "members": members, "duties": ["ประเมิน"]}
    assert secretary_of(report(order=order(committees=[committee])).content) is None
    assert secretary_of(report().content) is None


def test_a_kind_without_progress_has_no_status() -> None:
    announcement = document_of("announcement", {"subject": "แจ้ง", "text": ["แจ้ง"]}, AREA_OFFICE)
    with pytest.raises(ValueError, match="the kind announcement has no progress"):
        work_status(announcement, KINDS, TODAY)
