"""The file of an issue, and the page before its evidence, as Word files."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table
from small_sar import files_of_issues, load_sar, with_tables, write_sar

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.jobs.dividers import divider_of
from esa_docs.kinds import KINDS
from esa_docs.model.document import AnnexFile, Document
from esa_docs.word.render import render_checked

TODAY = dt.date(2026, 9, 16)


def shown(document: Document[Any]) -> list[str]:
    """Give the paragraphs in order, rows of tables with a bar between their cells; no break is left out."""
    made = render_checked(document, "a.docx", today=TODAY)
    assert made.value is not None
    assert made.diagnostics == ()
    lines = []
    for one in docx.Document(io.BytesIO(made.value)).iter_inner_content():
        if isinstance(one, Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in one.rows]
        else:
            lines.append(one.text)
    return [line.replace("\u00a0", " ") for line in lines]


def evidence_of(document: Document[Any], code: str) -> AnnexFile:
    """Give evidence as loading a report gives it: it knows where it is cited."""
    use = KINDS.of(document).evidence
    assert use is not None
    cited = tuple(use.citations(document.content, code))
    return AnnexFile(code, "รายงานตัวอย่าง", Path("a.pdf"), Location("sar.yaml"), "", cited)


def papers(root: Path, **changes: str) -> list[Document[Any]]:
    return list(files_of_issues(load_sar(write_sar(root, **changes))))


def test_the_file_of_an_issue_says_which_it_is_and_what_was_reached(tmp_path: Path) -> None:
    first, _second = papers(tmp_path)
    assert shown(first) == [
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
        "หลักฐาน",
        "ที่ | รหัส | รายการหลักฐาน",
        "1 | E-1 | รายงานฉบับที่ 1",
        "2 | E-2 | ภาพกิจกรรม\nhttps://example.go.th/2569",
    ]


def test_what_is_not_known_is_said_or_left_to_the_pen(tmp_path: Path) -> None:
    _first, second = papers(tmp_path)
    indicator = second.content.indicators[0]
    nameless = indicator.issues[0].model_copy(update={"name": None})
    without = indicator.model_copy(update={"issues": (nameless,)})
    content = second.content.model_copy(update={"indicators": (without,)})
    assert shown(replace(second, content=content))[3:] == [
        "มาตรฐานที่ 2\tมาตรฐานหลัง",
        "ตัวบ่งชี้ที่ 1\tตัวบ่งชี้หลัง",
        "ประเด็นการพิจารณาที่ 1\t\t",
        "ผู้รับผิดชอบ\t\t",
        "ผลการดำเนินงาน",
        "ผลที่สาม",
        "ระดับคุณภาพ",
        "ยังไม่มีข้อมูล",
        "หลักฐาน",
        "ยังไม่มีข้อมูล",
    ]


def test_the_round_of_six_months_prints_its_results(tmp_path: Path) -> None:
    (first,) = papers(tmp_path, head="round: six_months\n")
    lines = shown(first)
    assert lines[0] == "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 6 เดือน"
    assert lines[8:11] == ["ผลครึ่งปี", "ระดับคุณภาพ", "ระดับ 1 พอใช้"]


def test_the_note_of_the_edition_stands_below_the_level(tmp_path: Path) -> None:
    write_sar(tmp_path)
    path = tmp_path / "schemes" / "sar-small.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"note: ค่าตั้งต้นที่ยังไม่ได้ตรวจ\n{text}", encoding="utf-8")
    first, _second = files_of_issues(load_sar(tmp_path))
    assert shown(first)[10:13] == ["ระดับคุณภาพ", "ระดับ 2 ดี", "หมายเหตุ: ค่าตั้งต้นที่ยังไม่ได้ตรวจ"]


def test_tables_of_the_issue_stand_below_its_results(tmp_path: Path) -> None:
    tables = "tables: [{title: ผล, columns: [ปี, ร้อยละ], rows: [['2568', '80'], ['2569', '85']]}]"
    first, _second = files_of_issues(load_sar(with_tables(tmp_path, tables)))
    assert shown(first)[9:15] == [
        "ย่อหน้าที่สอง",
        "ตารางที่ 1 ผล",
        "ปี | ร้อยละ",
        "2568 | 80",
        "2569 | 85",
        "ระดับคุณภาพ",
    ]


def test_digits_are_those_of_the_office_and_codes_stay(tmp_path: Path) -> None:
    first, _second = papers(tmp_path, office="numerals: {sar: thai}\n")
    lines = shown(first)
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
    assert shown(divider_of(report, evidence_of(report, code))) == [
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
    item = next(one for one in report.content.items if one.evidence)
    file = evidence_of(report, item.evidence[0].code)
    citing = [one.item for one in report.content.items if file.code in {each.code for each in one.evidence}]
    assert item.item in citing
    lines = shown(divider_of(report, file))
    assert lines[2 : 3 + len(citing)] == [*(f"หัวข้อ {number}" for number in citing), report.title]
