"""The file of an issue, and the page before its evidence, as Word files."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table, _Row
from small_sar import files_of_issues, load_sar, write_sar, write_sar_with_tables

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.jobs.building.dividers import divider_of
from esa_docs.kinds import KINDS
from esa_docs.model.document import AnnexFile, Document
from esa_docs.word.render import render_checked

TODAY = dt.date(2026, 9, 16)
SCALE_OF_THE_OFFICE = "ระดับ ช่วงคะแนน และน้ำหนักเป็นไปตามที่สำนักงานใช้ในการประเมินตนเองครั้งนี้"


def printed_lines(document: Document[Any]) -> list[str]:
    """Return the paragraphs and the rows of tables in order, with a bar between the cells of a row.

    Breaks stay in the lines; a no-break space becomes a space.
    """
    word = render_checked(document, "a.docx", today=TODAY)
    assert word.value is not None
    assert word.diagnostics == ()
    lines: list[str] = []
    for block in docx.Document(io.BytesIO(word.value)).iter_inner_content():
        if isinstance(block, Table):
            lines += [row_line(row) for row in block.rows]
        else:
            lines.append(block.text)
    return [line.replace("\u00a0", " ") for line in lines]


def row_line(row: _Row) -> str:
    return " | ".join(cell.text for cell in row.cells)


def evidence_of(document: Document[Any], code: str) -> AnnexFile:
    """Return a piece of evidence with the places that cite it, as loading a report returns it."""
    evidence_use = KINDS.of(document).evidence
    assert evidence_use is not None
    cited = tuple(evidence_use.citations(document.content, code))
    return AnnexFile(code, "รายงานตัวอย่าง", Path("a.pdf"), Location("sar.yaml"), "", cited)


def papers(root: Path, **changes: str) -> list[Document[Any]]:
    return list(files_of_issues(load_sar(write_sar(root, **changes))))


def test_the_file_of_an_issue_says_which_it_is_and_what_was_reached(tmp_path: Path) -> None:
    first, _second = papers(tmp_path)
    assert printed_lines(first) == [
        "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 12 เดือน",
        "ตามมาตรฐานสมมติ พ.ศ. 2500 ปีงบประมาณ พ.ศ. 2569",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1",
        "มาตรฐานที่ 1\tมาตรฐานแรก",
        "ตัวบ่งชี้ที่ 1\tตัวบ่งชี้แรก",
        "ประเด็นการพิจารณาที่ 1\tประเด็นแรก",
        "ผู้รับผิดชอบ\tนายสมมติ นามตัวอย่าง ผู้อำนวยการ",
        "ผลการดำเนินงาน",
        "ผลที่ 1 ปี 2569",
        "ย่อหน้าที่สอง",
        "ระดับคุณภาพ",
        "ระดับ 2 ดี",
        f"หมายเหตุ: {SCALE_OF_THE_OFFICE}",
        "หลักฐาน",
        "ที่ | รหัส | รายการหลักฐาน",
        "1 | E-1 | รายงานฉบับที่ 1",
        "2 | E-2 | ภาพกิจกรรม\nhttps://example.go.th/2569",
    ]


def test_what_is_not_known_is_said_or_left_to_the_pen(tmp_path: Path) -> None:
    _first, second = papers(tmp_path)
    indicator = second.content.indicators[0]
    nameless_issue = indicator.issues[0].model_copy(update={"name": None})
    changed_indicator = indicator.model_copy(update={"issues": (nameless_issue,)})
    content = second.content.model_copy(update={"indicators": (changed_indicator,)})
    lines = printed_lines(replace(second, content=content))
    assert lines[3:] == [
        "มาตรฐานที่ 2\tมาตรฐานหลัง",
        "ตัวบ่งชี้ที่ 1\tตัวบ่งชี้หลัง",
        "ประเด็นการพิจารณาที่ 1\t\t",
        "ผู้รับผิดชอบ\t\t",
        "ผลการดำเนินงาน",
        "ผลที่สาม",
        "ระดับคุณภาพ",
        "ยังไม่มีข้อมูล",
        "หมายเหตุ: การให้คะแนนยังไม่ได้ตรวจกับเอกสารของทางราชการ",
        "หลักฐาน",
        "ยังไม่มีข้อมูล",
    ]


def test_the_round_of_six_months_prints_its_results(tmp_path: Path) -> None:
    (first,) = papers(tmp_path, last_lines="round: six_months\n")
    lines = printed_lines(first)
    assert lines[0] == "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 6 เดือน"
    assert lines[8:11] == ["ผลครึ่งปี", "ระดับคุณภาพ", "ระดับ 1 พอใช้"]


def test_the_note_of_the_edition_stands_below_the_level_until_there_is_one(tmp_path: Path) -> None:
    write_sar(tmp_path)
    path = tmp_path / "schemes" / "sar-small.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"note: ค่าตั้งต้นที่ยังไม่ได้ตรวจ\n{text}", encoding="utf-8")
    first, second = files_of_issues(load_sar(tmp_path))
    assert printed_lines(first)[10:13] == ["ระดับคุณภาพ", "ระดับ 2 ดี", f"หมายเหตุ: {SCALE_OF_THE_OFFICE}"]
    assert printed_lines(second)[9:12] == ["ระดับคุณภาพ", "ยังไม่มีข้อมูล", "หมายเหตุ: ค่าตั้งต้นที่ยังไม่ได้ตรวจ"]


def test_tables_of_the_issue_stand_below_its_results(tmp_path: Path) -> None:
    tables = "tables: [{title: ผล, columns: [ปี, ร้อยละ], rows: [['2568', '80'], ['2569', '85']]}]"
    first, _second = files_of_issues(load_sar(write_sar_with_tables(tmp_path, tables)))
    assert printed_lines(first)[9:15] == [
        "ย่อหน้าที่สอง",
        "ตารางที่ 1 ผล",
        "ปี | ร้อยละ",
        "2568 | 80",
        "2569 | 85",
        "ระดับคุณภาพ",
    ]


def test_digits_are_those_of_the_office_and_codes_stay(tmp_path: Path) -> None:
    first, _second = papers(tmp_path, office_lines="numerals: {sar: thai}\n")
    lines = printed_lines(first)
    assert lines[0] == "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ ๑๒ เดือน"
    assert lines[-1] == "๒ | E-2 | ภาพกิจกรรม\nhttps://example.go.th/2569"


def test_the_title_in_the_properties_names_the_issue(tmp_path: Path) -> None:
    first, _second = papers(tmp_path)
    assert first.form.title(first) == "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ประเด็นการพิจารณาที่ 1"


@pytest.mark.parametrize(
    ("code", "cited"),
    [("E-1", ["มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ประเด็นการพิจารณาที่ 1"]), ("E-9", [])],
)
def test_a_divider_names_the_evidence_and_where_it_is_cited(
    tmp_path: Path, code: str, cited: list[str]
) -> None:
    report = load_sar(write_sar(tmp_path))
    assert printed_lines(divider_of(report, evidence_of(report, code))) == [
        f"หลักฐาน {code}",
        "รายงานตัวอย่าง",
        *cited,
        "รายงานการประเมินตนเอง (SAR) ตามมาตรฐานสมมติ พ.ศ. 2500",
        "ปีงบประมาณ พ.ศ. 2569",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1",
    ]


def test_a_divider_of_pmqa_names_the_items_that_cite_it() -> None:
    root = Path(__file__).parents[2] / "content"
    report = api.find(api.load(root), "pmqa")
    items_with_evidence = [item for item in report.content.items if item.evidence]
    first_item = items_with_evidence[0]
    file = evidence_of(report, first_item.evidence[0].code)
    citing_items: list[str] = []
    for item in items_with_evidence:
        codes = [evidence.code for evidence in item.evidence]
        if file.code in codes:
            citing_items.append(item.item)
    assert first_item.item in citing_items
    _code, _name, *lines = printed_lines(divider_of(report, file))
    citations = [f"หัวข้อ {number}" for number in citing_items]
    title_line = len(citations)
    assert lines[:title_line] == citations
    assert lines[title_line] == report.title
