"""A manual in the order and with the columns of its office: sections, summary table, chart in its cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from word_files import xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.diagnostics import Checked, ContentError, Diagnostic
from esa_docs.ooxml.names import w

TODAY = dt.date(2026, 9, 16)
OLD_TEMPLATE = Path(__file__).parent / "manual_without_sections.docx"
"""The template as it was shipped before works had an order of sections: offices have copies of it."""
HEAD = "kind: manual\ntitle: งานแผน\nauthor: ก\nforeword: [คำนำ]\n"
ROWS = """\
    table:
      - {step: ศึกษา, detail: ศึกษาข้อมูล, time: 2 วัน, owner: เจ้าหน้าที่, more: {หมายเหตุ: '**ปีก่อน**'}}
      - {step: พิจารณา, detail: เสนอพิจารณา, owner: ผอ., shape: decision, back_to: 1}
      - step: เผยแพร่
        detail: [แจ้งทุกกลุ่ม, {list: {style: dash, items: [เว็บไซต์, หนังสือ]}}]
        owner: เจ้าหน้าที่
"""
WORK = """\
works:
  - name: งานหนึ่ง
    objectives: [ข้อแรก, ข้อสอง]
    scope: [{text: ขอบเขต}]
    steps: [{text: ขั้นแรก}]
"""
COLUMNS = (
    "columns: [ลำดับที่, chart, {column: detail, head: รายละเอียด}, {head: หมายเหตุ, width: 2.5}, ผู้รับผิดชอบ]\n"
)


def project_of(root: Path, text: str) -> Any:
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/manual.yaml", text)
    return api.load(root)


def rendered(root: Path, text: str) -> Checked[bytes]:
    return api.render_checked(api.find(project_of(root, text), "manual"), today=TODAY)


def document_of(root: Path, text: str) -> Any:
    """Return the root of the document of a manual that no rule faults."""
    checked = rendered(root, text)
    assert [each.as_line() for each in checked.diagnostics if each.is_error] == []
    assert checked.value is not None
    return xml_of(checked.value)


def faults_of(root: Path, text: str) -> list[tuple[str, str, int]]:
    """Return code, field and line of each fault of a manual but for what else it may lack."""
    codes = {"E226", "E235", "E236", "E210", "E201", "E216"}
    diagnostics: tuple[Diagnostic, ...] = api.check(project_of(root, text))
    return [(each.code, each.field, each.location.line) for each in diagnostics if each.code in codes]


def text_of(element: Any) -> str:
    pieces = []
    for node in element.iter(w("t"), w("tab"), w("br")):
        sign = {w("tab"): "→", w("br"): "/"}.get(node.tag, "")
        pieces.append(sign or node.text or "")
    return "".join(pieces).replace("\u00a0", " ")


def texts_with_style(root: Any, style: str) -> list[str]:
    return [text_of(each) for each in xpath(root, f"//w:body/w:p[w:pPr/w:pStyle/@w:val='{style}']")]


# Sections.


ORDER = """\
sections:
  - วัตถุประสงค์
  - {title: ปัจจัยความสำเร็จ, paragraphs: [ผู้บริหารให้ความสำคัญ, {list: {style: dash, items: [มีคน]}}]}
  - steps
  - แบบฟอร์มที่ใช้
  - references
  - {section: table, title: แบบฟอร์มสรุปมาตรฐานงาน}
"""
WORK_WITHOUT_SCOPE = WORK.replace("    scope: [{text: ขอบเขต}]\n", "")


def test_the_order_of_the_office_numbers_headings_and_clauses(tmp_path: Path) -> None:
    work = WORK_WITHOUT_SCOPE + "    forms: [แบบหนึ่ง, แบบสอง]\n    references: [ระเบียบ]\n"
    root = document_of(tmp_path, HEAD + ORDER + work + ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", ""))
    assert texts_with_style(root, "Heading2") == [
        "1. ชื่องาน : งานหนึ่ง",
        "2. วัตถุประสงค์",
        "3. ปัจจัยความสำเร็จ",
        "4. ขั้นตอนการปฏิบัติงาน",
        "5. แบบฟอร์มที่ใช้",
        "6. เอกสาร / หลักฐานอ้างอิง",
        "7. แบบฟอร์มสรุปมาตรฐานงาน",
    ]
    assert texts_with_style(root, "Item1") == [
        "2.1 ข้อแรก",
        "2.2 ข้อสอง",
        "ผู้บริหารให้ความสำคัญ",
        "-→มีคน",
        "1. ขั้นแรก",
        "5.1 แบบหนึ่ง",
        "5.2 แบบสอง",
        "6.1 ระเบียบ",
    ]
    assert texts_with_style(root, "TOC2") == [
        "วัตถุประสงค์→",
        "ปัจจัยความสำเร็จ→",
        "ขั้นตอนการปฏิบัติงาน→",
        "แบบฟอร์มสรุปมาตรฐานงาน→",
    ]


def test_the_order_of_a_work_goes_before_that_of_the_manual(tmp_path: Path) -> None:
    work = WORK_WITHOUT_SCOPE.replace("    steps: [{text: ขั้นแรก}]\n", "    sections: [table, objectives]\n")
    rows = ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", "")
    other_work = "  - name: งานสอง\n    objectives: [ข้อเดียว]\n"
    root = document_of(tmp_path, f"{HEAD}sections: [objectives]\n{work}{rows}{other_work}")
    assert texts_with_style(root, "Heading2") == [
        "1. ชื่องาน : งานหนึ่ง",
        "2. สรุปมาตรฐาน งานหนึ่ง",
        "3. วัตถุประสงค์",
        "1. ชื่องาน : งานสอง",
        "2. วัตถุประสงค์",
    ]
    assert texts_with_style(root, "Item1") == ["3.1 ข้อแรก", "3.2 ข้อสอง", "ข้อเดียว"]


def test_an_order_that_no_work_has_is_told(tmp_path: Path) -> None:
    order = "sections: [objectives, scope, steps]\n"
    text = f"{HEAD}{order}{WORK}    {order}"
    assert faults_of(tmp_path, text) == [("E235", "sections", 5)]


def test_the_words_of_a_reference_follow_the_numbers_of_captions(tmp_path: Path) -> None:
    step = (
        "    steps:\n      - text: ขั้นแรก ดูตารางที่ {ref:ข}\n        paragraphs:\n"
        "          - {table: {columns: [ก], rows: [[1]]}, caption: แรก}\n"
        "          - {table: {columns: [ก], rows: [[1]]}, caption: สอง, id: ข}\n"
    )
    work = WORK.replace("    steps: [{text: ขั้นแรก}]\n", step)
    root = document_of(tmp_path, HEAD + work + ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", ""))
    assert "1. ขั้นแรก ดูตารางที่ 2" in texts_with_style(root, "Item1")


@pytest.mark.parametrize(
    ("order", "work", "faults"),
    [
        (
            "sections: [objectives, steps, steps]\n",
            "",
            [("E235", "sections[2]", 5), ("E235", "works[0].scope", 9)],
        ),
        ("sections: [objectives, scope, step]\n", "", [("E210", "sections[2].section", 5)]),
        ("sections: [objectives, scope]\n", "", [("E235", "works[0].steps", 10)]),
        (
            "sections: [objectives, scope, steps, table]\n",
            "",
            [("E235", "works[0]", 7)],
        ),
        ("sections: [objectives, scope, steps, {title: อื่น}]\n", "", [("E235", "sections[3]", 5)]),
        ("sections: [objectives, scope, steps]\n", "    forms: [ก]\n", [("E235", "works[0].forms", 11)]),
        ("sections: [objectives, scope, steps]\n", "    flow: {start: ก}\n", [("E235", "works[0].flow", 11)]),
    ],
    ids=["twice-and-left-out", "unknown", "left-out", "empty", "own-empty", "forms", "flow"],
)
def test_an_order_that_does_not_fit_is_told(
    tmp_path: Path, order: str, work: str, faults: list[tuple[str, str, int]]
) -> None:
    assert faults_of(tmp_path, HEAD + order + WORK + work) == faults


def test_an_unknown_section_is_told_with_the_nearest(tmp_path: Path) -> None:
    project = project_of(tmp_path, HEAD + "sections: [objectivs]\n" + WORK)
    (fault,) = [each for each in api.check(project) if each.code == "E210"]
    assert "objectives" in fault.hint
    assert (fault.location.line, fault.location.column) == (5, 12)


# The summary table.


def rows_of_table(table: Any) -> Iterator[list[str]]:
    for row in xpath(table, "./w:tr"):
        yield list(map(text_of_cell, xpath(row, "./w:tc")))


def text_of_cell(cell: Any) -> str:
    return "|".join(map(text_of, xpath(cell, "./w:p")))


def test_the_columns_of_the_office(tmp_path: Path) -> None:
    work = WORK + "    form_head: {code: ผป 01, indicators: [ร้อยละ]}\n"
    root = document_of(tmp_path, HEAD + COLUMNS + work + ROWS)
    head, table = xpath(root, "//w:body/w:tbl")
    assert list(rows_of_table(head)) == [
        ["ชื่องาน (กระบวนงาน) : งานหนึ่ง", "สพท./กลุ่ม : สพป.ตัวอย่าง เขต 1", "รหัสเอกสาร : ผป 01"],
        ["ตัวชี้วัดที่สำคัญของกระบวนงาน : ร้อยละ"],
        ["วัตถุประสงค์ :|1. ข้อแรก|2. ข้อสอง"],
    ]
    heads, first, second, third = rows_of_table(table)
    assert heads == ["ลำดับที่", "ผังขั้นตอนการดำเนินงาน", "รายละเอียด", "หมายเหตุ", "ผู้รับผิดชอบ"]
    assert [first[0], *first[2:]] == ["1.", "ศึกษาข้อมูล", "ปีก่อน", "เจ้าหน้าที่"]
    assert [second[0], *second[2:]] == ["2.", "เสนอพิจารณา", "", "ผอ."]
    assert third[2] == "แจ้งทุกกลุ่ม|-→เว็บไซต์|-→หนังสือ"
    widths = [int(each) for each in xpath(table, "./w:tblGrid/w:gridCol/@w:w")]
    assert widths[3] == round(2.5 * 567)
    assert 9060 <= sum(widths) <= 9072  # 16 cm are 9071 twips
    assert xpath(table, ".//w:r[w:rPr/w:b and w:rPr/w:bCs]/w:t/text()") == ["ปีก่อน"]
    assert len(xpath(table, "./w:tr[1]/w:trPr/w:tblHeader")) == 1


def shapes_of(cell: Any) -> list[str]:
    """Return the presets of the shapes in a cell, from the first to the last."""
    presets: list[str] = [each.get("prst") for each in cell.iter() if each.tag.endswith("}prstGeom")]
    return presets


def test_the_chart_stands_in_the_cells_of_the_table(tmp_path: Path) -> None:
    root = document_of(tmp_path, HEAD + COLUMNS + WORK + ROWS)
    cells = xpath(root, "//w:body/w:tbl/w:tr[position() > 1]/w:tc[2]")
    line, box = "straightConnector1", "flowChartProcess"
    assert [shapes_of(cell) for cell in cells] == [
        # An empty box parts the start, and the end, from the border of its cell.
        ["rect", "flowChartTerminator", line, box, line],
        [line, "flowChartDecision", "rect", "rect", line],
        [line, box, line, "flowChartTerminator", "rect"],
    ]
    assert [list(texts_of_shapes(cell)) for cell in cells] == [
        ["เริ่มต้น", "ศึกษา"],
        ["พิจารณา", "ไม่เห็นชอบ ไปลำดับที่ 1", "เห็นชอบ"],
        ["เผยแพร่", "สิ้นสุด"],
    ]
    ids = [each.get("id") for each in root.iter() if each.tag.endswith(("}docPr", "}cNvPr"))]
    assert len(ids) == len(set(ids)) > 15


def texts_of_shapes(cell: Any) -> Iterator[str]:
    """Generate the texts of the shapes in a cell; their lines end in breaks."""
    for content in cell.iter(w("txbxContent")):
        text = text_of(content).replace("/", "")
        if text:
            yield text


@pytest.mark.parametrize(
    ("columns", "faults"),
    [
        ("columns: [ลำดับที่, ขั้นตอน, detail, หมายเหตุ, owner, time, number]\n", [("E236", "columns[6]", 5)]),
        (
            "columns: [number, step, detail, owner, time]\n",
            [("E236", "works[0].table[0].more.หมายเหตุ", 12)],
        ),
        (
            "columns: [number, step, หมายเหตุ, owner, time]\n",
            [
                ("E236", f"works[0].table[{index}].detail", line)
                for index, line in ((0, 12), (1, 13), (2, 15))
            ],
        ),
        (
            "columns: [number, step, detail, หมายเหตุ, owner, time, มาตรฐานคุณภาพงาาน]\n",
            [("E236", "columns[6]", 5)],
        ),
        (
            "columns: [number, step, {column: detail, width: 14}, หมายเหตุ, owner, time]\n",
            [("E236", "columns", 5)],
        ),
        (
            "columns: [number, {column: chart, width: 2}, detail, หมายเหตุ, owner]\n",
            [("E236", "columns[1]", 5)],
        ),
        ("columns: [{column: colour}, step, detail, หมายเหตุ]\n", [("E210", "columns[0].column", 5)]),
    ],
    ids=["twice", "no-column", "unprinted", "misspelt", "too-wide", "narrow-chart", "unknown"],
)
def test_columns_that_do_not_fit_are_told(
    tmp_path: Path, columns: str, faults: list[tuple[str, str, int]]
) -> None:
    assert faults_of(tmp_path, HEAD + columns + WORK + ROWS) == faults


def test_a_row_without_detail_is_told(tmp_path: Path) -> None:
    row = "    table: [{step: ศึกษา, owner: เจ้าหน้าที่}]\n"
    assert faults_of(tmp_path, HEAD + WORK + row) == [("E236", "works[0].table[0]", 10)]


def test_a_step_that_the_chart_in_the_table_does_not_draw_is_told(tmp_path: Path) -> None:
    order = "sections: [objectives, scope, steps, table]\n"
    flow = "    flow: {nodes: [{id: ลงนาม, after: 1, text: ลงนาม}]}\n"
    columns = "columns: [number, chart, detail, time, หมายเหตุ, owner]\n"
    faults = faults_of(tmp_path, HEAD + order + columns + WORK + ROWS + flow)
    assert faults == [("E235", "works[0].flow.nodes[0]", 18)]


# Steps, levels, blocks.


STEPS = """\
    steps:
      - text: ขั้นแรก
      - text: ขั้นสอง
        paragraphs: [ย่อหน้าใต้ขั้น]
        substeps:
          - text: ส่วนแรก
            paragraphs: [{list: {style: dash, items: [ย่อย]}}]
            substeps:
              - text: ระดับสอง
                substeps: [{text: ระดับสาม}, {text: ระดับสามอีก}]
          - text: ส่วนสอง
            bullets: [จุดหนึ่ง, {list: {items: [ในจุด]}}, จุดสอง]
"""


def test_four_levels_of_steps_with_blocks(tmp_path: Path) -> None:
    work = WORK.replace("    steps: [{text: ขั้นแรก}]\n", STEPS)
    rows = ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", "")
    root = document_of(tmp_path, HEAD + work + rows)
    styles = ("Item1", "Item2", "Item3")
    condition = " or ".join(f"@w:val='{style}'" for style in styles)
    paragraphs = xpath(root, f"//w:body/w:p[w:pPr/w:pStyle[{condition}]]")
    texts = [text_of(paragraph) for paragraph in paragraphs]
    assert texts[texts.index("1. ขั้นแรก") : texts.index("-จุดสอง") + 1] == [
        "1. ขั้นแรก",
        "2. ขั้นสอง",
        "ย่อหน้าใต้ขั้น",
        "2.1 ส่วนแรก",
        "-→ย่อย",
        "2.1.1 ระดับสอง",
        "(1) ระดับสาม",
        "(2) ระดับสามอีก",
        "2.2 ส่วนสอง",
        "-จุดหนึ่ง",
        "1.→ในจุด",
        "-จุดสอง",
    ]


def test_a_fifth_level_is_told(tmp_path: Path) -> None:
    deep = STEPS.replace("[{text: ระดับสาม}, ", "[{text: ระดับสาม, substeps: [{text: ลึก}]}, ")
    work = WORK.replace("    steps: [{text: ขั้นแรก}]\n", deep)
    rows = ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", "")
    field = "works[0].steps[1].substeps[0].substeps[0].substeps[0].substeps[0]"
    assert faults_of(tmp_path, HEAD + work + rows) == [("E226", field, 18)]


# Titles, and own copies of the template before.


def test_the_cover_breaks_the_title_and_the_contents_do_not(tmp_path: Path) -> None:
    head = HEAD.replace("title: งานแผน\n", "title: งานแผน ของกลุ่ม\ntitle_lines: [งานแผน, ของกลุ่ม]\n")
    rows = ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", "")
    root = document_of(tmp_path, head + WORK + rows)
    assert texts_with_style(root, "Subtitle") == ["งานแผน/ของกลุ่ม"]
    assert texts_with_style(root, "ContentsRow") == ["คู่มือการปฏิบัติงาน งานแผน ของกลุ่ม→หน้า"]


def put_old_template(root: Path) -> None:
    path = root / "templates_docx" / "manual.docx"
    path.parent.mkdir()
    path.write_bytes(OLD_TEMPLATE.read_bytes())


def test_an_own_copy_of_the_template_before_prints_blocks_and_levels(tmp_path: Path) -> None:
    put_old_template(tmp_path)
    work = WORK.replace("    steps: [{text: ขั้นแรก}]\n", STEPS)
    head = HEAD.replace("title: งานแผน\n", "title: งานแผนของกลุ่ม\ntitle_lines: [งานแผน, ของกลุ่ม]\n")
    root = document_of(tmp_path, head + work + ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", ""))
    assert "2. ขั้นสอง" in texts_with_style(root, "Item1")
    assert texts_with_style(root, "Item2")[-2:] == ["(2) ระดับสามอีก", "2.2 ส่วนสอง"]
    assert texts_with_style(root, "Subtitle") == ["งานแผน/ของกลุ่ม"]


def test_an_own_copy_of_the_template_before_tells_an_order_that_it_does_not_print(tmp_path: Path) -> None:
    put_old_template(tmp_path)
    rows = ROWS.replace(", more: {หมายเหตุ: '**ปีก่อน**'}", "")
    checked = rendered(tmp_path, HEAD + "sections: [scope, objectives, steps, table]\n" + WORK + rows)
    assert checked.value is None
    assert {each.code for each in checked.diagnostics if each.is_error} == {"E704"}


def test_a_page_break_in_a_cell_is_told(tmp_path: Path) -> None:
    row = "    table: [{step: ก, detail: [{page_break: true}], owner: ข}]\n"
    with pytest.raises(ContentError) as error:
        rendered(tmp_path, f"{HEAD}columns: [number, step, detail, owner]\n{WORK}{row}")
    assert [(each.code, each.field) for each in error.value.diagnostics] == [
        ("E230", "works[0].table[0].detail[0].page_break")
    ]
