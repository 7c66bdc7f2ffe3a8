"""Of a manual: sections with nothing in them, and what rows say to a flow chart that is not printed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from word_files import xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.ooxml.names import w

TODAY = dt.date(2026, 9, 16)
OLD_TEMPLATE = Path(__file__).parent / "manual_without_sections.docx"
HEAD = "kind: manual\ntitle: งานแผน\nauthor: ก\nforeword: [คำนำ]\n"
WORK = """\
  - name: งานหนึ่ง
    objectives: [เพื่อทดสอบ]
    scope: [{text: ขอบเขต}]
    steps: [{text: ขั้นแรก}]
"""
TABLE = """\
    table:
      - {step: ศึกษา, detail: ศึกษาข้อมูล, owner: เจ้าหน้าที่}
      - {step: พิจารณา, detail: เสนอ, owner: ผอ., shape: decision, back_to: 1}
      - {step: จัดทำ, detail: จัดทำ, owner: เจ้าหน้าที่, shape: document}
"""
WITHOUT_CHART = "sections: [objectives, scope, steps, table]\n"
WARNING, INFO, ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR


def project_of(root: Path, text: str) -> Any:
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/manual.yaml", text)
    return api.load(root)


def findings(root: Path, text: str, *codes: str) -> list[tuple[str, Severity, str, int, int]]:
    """Return code, severity, field, line and column of each finding of some codes."""
    diagnostics = [each for each in api.check(project_of(root, text)) if each.code in codes]
    assert all(each.hint for each in diagnostics)
    return [
        (each.code, each.severity, each.field, each.location.line, each.location.column)
        for each in diagnostics
    ]


def place(text: str, words: str) -> tuple[int, int]:
    """Return line and column of the first place of some words in a file."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def printed_below(root: Path, text: str, heading: str) -> list[str]:
    """Return the paragraphs between a heading and the next."""
    checked = api.render_checked(api.find(project_of(root, text), "manual"), today=TODAY)
    assert checked.value is not None, checked.diagnostics
    lines: list[str] = []
    is_below = False
    for paragraph in xpath(xml_of(checked.value), "//w:body/w:p"):
        line = "".join(node.text or "" for node in paragraph.iter(w("t")))
        style = xpath(paragraph, "./w:pPr/w:pStyle/@w:val")
        if "Heading2" in style or "Heading1" in style:
            is_below = line.endswith(heading)
        elif is_below:
            lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("definitions", "คำจำกัดความ"),
        ("forms", "แบบฟอร์มที่ใช้"),
        ("references", "เอกสาร / หลักฐานอ้างอิง"),
    ],
)
@pytest.mark.parametrize("order_of", ["manual", "work"])
def test_an_empty_section_of_an_order_prints_a_dash_and_is_told(
    tmp_path: Path, name: str, heading: str, order_of: str
) -> None:
    order = f"sections: [objectives, scope, steps, {name}, flow, table]\n"
    text = f"{HEAD}{order}works:\n{WORK}{TABLE}"
    finding = [("E235", WARNING, "sections[3]", 5, 38)]
    if order_of == "work":
        text = f"{HEAD}works:\n{WORK}    {order}{TABLE}"
        finding = [("E235", WARNING, "works[0].sections[3]", 10, 42)]
    assert printed_below(tmp_path, text, heading) == ["-"]
    assert findings(tmp_path, text, "E235") == finding


def test_the_usual_order_prints_dashes_and_tells_nothing(tmp_path: Path) -> None:
    text = f"{HEAD}works:\n{WORK}{TABLE}"
    printed = [printed_below(tmp_path, text, name) for name in ("คำจำกัดความ", "แบบฟอร์มที่ใช้", "อ้างอิง")]
    assert printed == [["-"], ["-"], ["-"]]
    assert findings(tmp_path, text, "E235") == []


def test_a_work_without_what_other_works_have_is_an_information(tmp_path: Path) -> None:
    order = "sections: [objectives, scope, steps, flow, table, forms]\n"
    second = f"{WORK.replace('งานหนึ่ง', 'งานสอง')}{TABLE}    forms: [แบบหนึ่ง]\n"
    text = f"{HEAD}{order}works:\n{WORK}{TABLE}{second}"
    assert findings(tmp_path, text, "E235") == [("E235", INFO, "works[0]", 7, 5)]


def test_a_section_with_paragraphs_of_the_office_has_no_dash_below_them(tmp_path: Path) -> None:
    sections = ("definitions", "forms", "references")
    entries = [f"{{section: {name}, paragraphs: [ดูภาคผนวก]}}" for name in sections]
    order = f"sections: [objectives, scope, steps, flow, table, {', '.join(entries)}]\n"
    text = f"{HEAD}{order}works:\n{WORK}{TABLE}"
    printed = [printed_below(tmp_path, text, name) for name in ("คำจำกัดความ", "แบบฟอร์มที่ใช้", "อ้างอิง")]
    assert printed == [["ดูภาคผนวก"]] * 3
    assert findings(tmp_path, text, "E235") == []


def test_a_page_break_alone_is_nothing_in_a_section(tmp_path: Path) -> None:
    pages = "paragraphs: [{page_break: true}]"
    entries = f"{{title: อื่น, {pages}}}, {{section: forms, {pages}}}"
    text = f"{HEAD}sections: [objectives, scope, steps, flow, table, {entries}]\nworks:\n{WORK}{TABLE}"
    assert findings(tmp_path, text, "E235") == [
        ("E235", ERROR, "sections[5]", *place(text, "{title")),
        ("E235", WARNING, "sections[6]", *place(text, "{section")),
    ]


def test_an_own_copy_of_the_template_before_takes_a_manual_without_definitions(tmp_path: Path) -> None:
    path = tmp_path / "templates_docx" / "manual.docx"
    path.parent.mkdir()
    path.write_bytes(OLD_TEMPLATE.read_bytes())
    text = f"{HEAD}works:\n{WORK}{TABLE}"
    assert printed_below(tmp_path, text, "แบบฟอร์มที่ใช้") == ["-"]


# What rows say to a flow chart.


def test_shapes_and_ways_back_without_a_chart_are_told(tmp_path: Path) -> None:
    text = f"{HEAD}{WITHOUT_CHART}works:\n{WORK}{TABLE}"
    assert findings(tmp_path, text, "E222") == [
        ("E222", WARNING, "works[0].table[1].shape", *place(text, "decision")),
        ("E222", WARNING, "works[0].table[1].back_to", *place(text, "1}")),
        ("E222", WARNING, "works[0].table[2].shape", *place(text, "document")),
    ]


@pytest.mark.parametrize(
    ("head", "flow"),
    [
        ("", ""),
        (f"{WITHOUT_CHART}columns: [chart, detail, owner]\n", ""),
        ("", "    flow: {edges: [{from: 2, to: 3, label: ใช่}, {from: 2, to: 1, label: ไม่}]}\n"),
    ],
    ids=["section", "column", "own-arrows-to-the-same-step"],
)
def test_where_a_chart_prints_them_nothing_is_told(tmp_path: Path, head: str, flow: str) -> None:
    assert findings(tmp_path, f"{HEAD}{head}works:\n{WORK}{TABLE}{flow}", "E222", "E235") == []


def test_rows_that_the_chart_leaves_out_are_told(tmp_path: Path) -> None:
    flow = "    flow: {from_table: false, nodes: [{id: ก, text: ทำ}]}\n"
    assert [each[2] for each in findings(tmp_path, f"{HEAD}works:\n{WORK}{TABLE}{flow}", "E222")] == [
        "works[0].table[1].shape",
        "works[0].table[1].back_to",
        "works[0].table[2].shape",
    ]


def test_a_way_back_that_own_arrows_replace_is_told(tmp_path: Path) -> None:
    arrows = "[{from: 2, to: 3, label: ใช่}, {from: 2, to: end, label: ไม่}]"
    flow = f"    flow: {{edges: {arrows}}}\n"
    text = f"{HEAD}works:\n{WORK}{TABLE}{flow}"
    back_to = ("E222", WARNING, "works[0].table[1].back_to", *place(text, "1}"))
    assert findings(tmp_path, text, "E222") == [back_to]


def test_a_chart_in_the_table_whose_rows_it_leaves_out_is_refused(tmp_path: Path) -> None:
    flow = "    flow: {nodes: [{id: ก, text: ทำ}], from_table: false}\n"
    text = f"{HEAD}columns: [chart, detail, owner]\nworks:\n{WORK}{TABLE}{flow}"
    refused = ("E236", ERROR, "works[0].flow.from_table", *place(text, "false"))
    assert findings(tmp_path, text, "E222", "E235", "E236") == [refused]


# Words of the office's own.


@pytest.mark.parametrize(
    ("head", "field", "column", "example"),
    [
        ("sections: [ปัจจัย]\n", "sections[0].section", 12, "{title: ปัจจัย, paragraphs: […]}"),
        ("sections: [{section: ปัจจัย}]\n", "sections[0].section", 22, "{title: ปัจจัย, paragraphs: […]}"),
        ("sections: ['ก, ข']\n", "sections[0].section", 12, "{title: 'ก, ข', paragraphs: […]}"),
        ("columns: [{column: หมายเหตุ}]\n", "columns[0].column", 20, "{head: หมายเหตุ}"),
        ("columns: [{column: 'ก: ข', width: 2}]\n", "columns[0].column", 20, "{head: 'ก: ข'}"),
    ],
)
def test_a_word_of_the_office_is_told_with_the_key_for_it(
    tmp_path: Path, head: str, field: str, column: int, example: str
) -> None:
    project = project_of(tmp_path, f"{HEAD}{head}works:\n{WORK}{TABLE}")
    (fault,) = [each for each in api.check(project) if each.code == "E210"]
    assert (fault.field, fault.location.line, fault.location.column) == (field, 5, column)
    assert example in fault.hint


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("sections: [objectivs]\n", "objectives"),
        ("sections: [วัตถุประสงคื]\n", "objectives"),
        ("columns: [{column: รายละเอยดงาน}]\n", "detail"),
    ],
)
def test_a_misspelt_word_is_told_with_the_choice_as_well(tmp_path: Path, head: str, meant: str) -> None:
    project = project_of(tmp_path, f"{HEAD}{head}works:\n{WORK}{TABLE}")
    (fault,) = [each for each in api.check(project) if each.code == "E210"]
    assert f"'{meant}'" in fault.hint


@pytest.mark.parametrize(
    ("head", "field"),
    [("sections: [{paragraphs: [ก]}]\n", "sections[0]"), ("columns: [{width: 2}]\n", "columns[0]")],
)
def test_neither_a_choice_nor_a_word_of_the_office_is_told(tmp_path: Path, head: str, field: str) -> None:
    project = project_of(tmp_path, f"{HEAD}{head}works:\n{WORK}{TABLE}")
    (fault,) = [each for each in api.check(project) if each.code == "E215"]
    assert (fault.field, fault.location.line) == (field, 5)
    assert "อย่างน้อยหนึ่งอย่าง" in fault.message
