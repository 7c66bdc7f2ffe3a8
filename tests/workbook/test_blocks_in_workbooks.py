"""A block among paragraphs goes out to Excel as a line that stands for it, and comes back as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_with_sar import FIRST, FIRST_PART, PROOF, edit, export, faults, part, take_back, write_project
from written_project import OFFICE, put

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.model.cell_forms import Paragraphs
from esa_docs.model.cell_lines import BlockLineError, HiddenValuesError, LineError, RepeatedBlockError
from esa_docs.model.cell_records import Records

TABLE: dict[str, Any] = {"table": {"columns": ["ก", "ข"], "rows": [["1", "2"]]}, "caption": "จำนวน"}
BLOCK = """\
        - table:
            columns: [ก, ข]
            rows: [['1', '2']]
          caption: จำนวน
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "content")
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    blocked_part = FIRST_PART.replace("0f", PROOF).replace("          ทำต่อ\n", f"          ทำต่อ\n{BLOCK}")
    put(root, "2569/sar/1-1.yaml", blocked_part)
    return root


def cell_with(workbook: Path, text: str) -> str:
    """Return the name of the cell of the first sheet in which a text stands."""
    for row in openpyxl.load_workbook(workbook)[FIRST].iter_rows():
        for cell in row:
            if text in str(cell.value):
                return str(cell.coordinate)
    raise AssertionError(text)


def test_a_block_survives_a_change_of_the_paragraphs_beside_it(root: Path) -> None:
    workbook = export(root)
    name = cell_with(workbook, "[[ตาราง 1: จำนวน]]")

    take_back(root, edit(workbook, {name: "ก่อนแล้ว\n[[ตาราง 1: จำนวน]]\nเพิ่ม"}))

    (document,) = api.load(root).documents
    content: Any = document.content
    before, block, behind = content.indicators[0].issues[0].six_months.results
    assert (before, behind) == ("ก่อนแล้ว", "เพิ่ม")
    assert block.caption == "จำนวน"
    assert block.table.cells == (("ก", "ข"), ("1", "2"))


def test_a_round_trip_changes_nothing(root: Path) -> None:
    before = part(root, "1-1").read_bytes()
    imported = take_back(root, edit(export(root), {}))

    assert (imported.paths, part(root, "1-1").read_bytes()) == ((), before)


def test_a_line_that_stands_for_no_block_is_refused() -> None:
    form = Paragraphs()

    assert form.show(["ก", TABLE]) == "ก\n[[ตาราง 1: จำนวน]]"
    assert form.read("[[ตาราง 1: จำนวน]]\nข", ["ก", TABLE]) == [TABLE, "ข"]
    with pytest.raises(BlockLineError):
        form.read("[[ตาราง 2: จำนวน]]", ["ก", TABLE])


BLOCKS = """\
        - table:
            columns: [ก, ข]
            rows:
              - ['1', '2']  # ปีก่อน
              - [3, '**4**']
          caption: จำนวน ^[ที่มา]
          id: t1
        - list:
            style: dash
            items: [ก, {text: ข, items: [ค]}]
        - steps:
            - รับ
            - text: ส่ง
              paragraphs:
                - ตาม {ref:t1}
                - quote: ว่า
        - quote:
            - คำ
            - ความ
        - page_break: true
        - 'ดู **ตาราง** {ref:t1}: *ดี*'
        - |
          ย่อหน้าของตน
"""
LINES = (
    "[[ตาราง 1: จำนวน ^[ที่มา]]]",
    "[[รายการ 2]]",
    "[[ขั้นตอน 3]]",
    "[[ข้อความที่ยกมา 4]]",
    "[[ขึ้นหน้าใหม่ 5]]",
    "ดู **ตาราง** {ref:t1}: *ดี*",
    "ย่อหน้าของตน",
)
"""What stands in the cell below the two paragraphs of the part."""


@pytest.fixture
def blocked(root: Path) -> Path:
    """Return a project whose first part has each block among its results."""
    text = FIRST_PART.replace("0f", PROOF).replace("          ทำต่อ\n", f"          ทำต่อ\n{BLOCKS}")
    put(root, "2569/sar/1-1.yaml", text)
    return root


def lines_in(workbook: Path, name: str) -> list[str]:
    return str(openpyxl.load_workbook(workbook)[FIRST][name].value).split("\n")


def test_every_block_and_mark_reads_well_in_its_cell_and_comes_back_unchanged(blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    before = part(blocked, "1-1").read_bytes()

    assert tuple(lines_in(workbook, name)[2:]) == LINES
    assert take_back(blocked, edit(workbook, {})).paths == ()
    assert part(blocked, "1-1").read_bytes() == before


@pytest.mark.parametrize("left_out", range(len(LINES)))
def test_any_line_can_be_deleted_and_no_other_changes(left_out: int, blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    lines = lines_in(workbook, name)
    before = part(blocked, "1-1").read_text(encoding="utf-8")
    del lines[2 + left_out]
    # two texts refer to the table: without it they would refer to nothing
    if left_out == 0:
        lines = [line for line in lines if "ref" not in line and "ขั้นตอน" not in line]

    take_back(blocked, edit(workbook, {name: "\n".join(lines)}))

    after = part(blocked, "1-1").read_text(encoding="utf-8")
    kept_lines = iter(before.splitlines())
    assert [line for line in after.splitlines() if line not in kept_lines] == []
    assert lines_in(export(blocked), name) == renumbered(lines)


def renumbered(lines: list[str]) -> list[str]:
    """Return the lines of a cell with the numbers that its blocks have one after another."""
    numbered = []
    count = 0
    for line in lines:
        is_block = line.startswith("[[")
        count += is_block
        numbered_line = re.sub(r"(?<=\D )\d", str(count), line, count=1)
        if is_block:
            numbered.append(numbered_line)
        else:
            numbered.append(line)
    return numbered


def test_all_lines_can_be_deleted_and_turned_round(blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    lines = lines_in(workbook, name)

    take_back(blocked, edit(workbook, {name: "\n".join(reversed(lines))}))
    assert lines_in(export(blocked), name) == renumbered(lines[::-1])

    take_back(blocked, edit(export(blocked), {name: "ใหม่: **หนา**"}))
    assert lines_in(export(blocked), name) == ["ใหม่: **หนา**"]
    assert "        - 'ใหม่: **หนา**'\n" in part(blocked, "1-1").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", ["[[ตาราง 1: จำนวนคน]]", "[[ตาราง 9]]", "[[รายการ 2]", "[รายการ 2]]", "[[รายการ 2]] และ"]
)
def test_a_line_of_a_block_that_was_changed_is_told_at_its_cell(line: str, blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    text = "\n".join(lines_in(workbook, name)).replace("[[รายการ 2]]", line)
    before = part(blocked, "1-1").read_bytes()

    edited = edit(workbook, {name: text})

    assert faults(blocked, edited) == [("E685", f"sar.xlsx!{FIRST}!{name}")]
    assert part(blocked, "1-1").read_bytes() == before


def test_a_line_that_stands_twice_is_told_as_the_clerk_wrote_it(blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    lines = lines_in(workbook, name)
    before = part(blocked, "1-1").read_bytes()

    edited = edit(workbook, {name: "\n".join([*lines, LINES[0]])})

    with pytest.raises(ContentError) as refusal:
        take_back(blocked, edited)
    (diagnostic,) = [each for each in refusal.value.diagnostics if each.is_error]
    assert (diagnostic.code, diagnostic.location.path.rpartition("/")[2]) == (
        "E685",
        f"sar.xlsx!{FIRST}!{name}",
    )
    assert LINES[0] in diagnostic.message
    assert " id" not in diagnostic.message + diagnostic.hint
    assert part(blocked, "1-1").read_bytes() == before


@pytest.mark.parametrize("outer", ["landscape", "steps"])
def test_a_line_that_stands_twice_for_a_block_within_is_refused(outer: str) -> None:
    inner: dict[str, Any] = {**TABLE, "id": "ต"}
    blocks: dict[str, Any] = {"landscape": [inner], "steps": [{"text": "ก", "paragraphs": [inner]}]}
    block = {outer: blocks[outer]}
    line = Paragraphs().show([block])
    with pytest.raises(RepeatedBlockError) as refusal:
        Paragraphs().read(f"{line}\nก\n{line}", [block])
    assert refusal.value.line == line


def test_a_line_of_what_nothing_refers_to_may_stand_twice() -> None:
    page_break: dict[str, Any] = {"page_break": True}
    read = Paragraphs().read("ก\n[[ขึ้นหน้าใหม่ 1]]\nก\n[[ขึ้นหน้าใหม่ 1]]", ["ก", page_break])
    assert read == ["ก", page_break, "ก", page_break]


def test_every_line_that_stands_for_no_block_is_told(blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    edited = edit(workbook, {name: "[[ตาราง 9]]\nก\n[[อะไรก็ได้]]\n[[รายการ 2]]"})
    assert faults(blocked, edited) == [("E685", f"sar.xlsx!{FIRST}!{name}")] * 2


def test_every_line_without_the_parts_of_a_record_is_told() -> None:
    with pytest.raises(LineError) as error_info:
        STEPS.read("ก | ข | ค | ง\nก\n | ข", [])
    errors = (error_info.value, *error_info.value.further)
    assert [error.line for error in errors] == ["ก | ข | ค | ง", "| ข"]


def test_a_mark_that_is_typed_wrong_in_excel_is_told_at_its_cell(blocked: Path) -> None:
    workbook = export(blocked)
    name = cell_with(workbook, "[[รายการ 2]]")
    edited = edit(workbook, {name: "ตาม {ref:t9}\n[[ตาราง 1: จำนวน ^[ที่มา]]]\n[ก](ftp://a.th)"})

    place = f"sar.xlsx!{FIRST}!{name}"
    assert sorted(faults(blocked, edited)) == [("E119", place), ("E121", place)]


PLAN = """\
plan:
  - text: 'แผน **ก**'
    paragraphs:
      - table: {columns: [ก], rows: [['1']]}
    owner: ก
    time: '2570'
  - {text: แผน ข, time: '2571'}
"""


def test_the_table_of_a_plan_stays_where_its_text_is_changed(root: Path) -> None:
    before = part(root, "1-1").read_text(encoding="utf-8")
    before = before[: before.index("plan:")] + PLAN
    put(root, "2569/sar/1-1.yaml", before)
    workbook = export(root)
    name = cell_with(workbook, "แผน **ก** | ก | 2570")

    take_back(root, edit(workbook, {name: "ใหม่ | ก | 2571\nแผน ข |  | 2571\nแผน ค"}))

    (document,) = api.load(root).documents
    content: Any = document.content
    first, second, third = content.indicators[0].plan
    assert (first.text, first.owner, first.time, second.text, third.text) == (
        *("ใหม่", "ก", "2571"),
        *("แผน ข", "แผน ค"),
    )
    assert [len(step.paragraphs) for step in (first, second, third)] == [1, 0, 0]
    assert first.paragraphs[0].table.cells == (("ก",), ("1",))


def test_a_plan_whose_table_goes_nowhere_is_told_at_its_cell(root: Path) -> None:
    before = part(root, "1-1").read_text(encoding="utf-8")
    put(root, "2569/sar/1-1.yaml", before[: before.index("plan:")] + PLAN)
    workbook = export(root)
    name = cell_with(workbook, "แผน **ก** | ก | 2570")

    assert faults(root, edit(workbook, {name: "แรก\nใหม่\nแผน ข |  | 2571"})) == [
        ("E685", f"sar.xlsx!{FIRST}!{name}")
    ]


STEPS = Records(("text", "owner", "time"), "", of_last=("sum",))
FIRST_STEP: dict[str, Any] = {"text": "ก", "time": "1", "paragraphs": ["x"], "sum": "9"}
SECOND_STEP: dict[str, Any] = {"text": "ข", "time": "2"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ข |  | 2", [SECOND_STEP]),
        ("ข |  | 2\nก |  | 1", [SECOND_STEP, FIRST_STEP]),
        ("ก |  | 1\nก |  | 1\nข |  | 2", [FIRST_STEP, FIRST_STEP, SECOND_STEP]),
        ("ก |  | 3\nข |  | 2", [{"text": "ก", "time": "3", "paragraphs": ["x"]}, SECOND_STEP]),
        ("ค |  | 1\nง", [{**FIRST_STEP, "text": "ค"}, {"text": "ง"}]),
        ("ค\nข |  | 2\nก | ง | 1", [{"text": "ค"}, SECOND_STEP, {**FIRST_STEP, "owner": "ง"}]),
    ],
)
def test_a_changed_line_keeps_what_its_cell_does_not_show(lines: str, expected: list[Any]) -> None:
    assert STEPS.read(lines, [FIRST_STEP, SECOND_STEP]) == expected


@pytest.mark.parametrize("lines", ["ค\nง\nข |  | 2", "ข |  | 2\nค", "ค"])
def test_a_line_that_may_stand_for_several_records_is_refused(lines: str) -> None:
    with pytest.raises(HiddenValuesError) as refusal:
        STEPS.read(lines, [FIRST_STEP, SECOND_STEP])
    assert refusal.value.line == "ก |  | 1"


def test_a_text_of_several_lines_stands_on_the_line_of_its_record() -> None:
    record: dict[str, Any] = {"text": "ก\nข\n", "time": "1"}

    assert STEPS.show([record]) == "ก ข |  | 1"
    assert STEPS.read("ก ข |  | 1", [record]) == [record]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[ตาราง 1: จำนวน]]", r"\[[ตาราง 1: จำนวน]]"),
        (r"\[[ตาราง 1: จำนวน]]", r"\\[[ตาราง 1: จำนวน]]"),
        ("[[ก", r"\[[ก"),
        (r"\[ก]", r"\[ก]"),
    ],
)
def test_a_typed_text_that_looks_as_the_line_of_a_block_stays_a_text(text: str, line: str) -> None:
    form = Paragraphs()

    assert form.show([text, TABLE]) == f"{line}\n[[ตาราง 1: จำนวน]]"
    assert form.read(f"{line}\nเพิ่ม\n[[ตาราง 1: จำนวน]]", [text, TABLE]) == [text, "เพิ่ม", TABLE]
    assert form.read(line, [TABLE]) == [text]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_soft_line_break_in_a_cell_begins_a_paragraph_and_stays_one(line_end: str, root: Path) -> None:
    workbook = export(root)
    name = cell_with(workbook, "[[ตาราง 1: จำนวน]]")

    take_back(root, edit(workbook, {name: f"ก{line_end}ข\n[[ตาราง 1: จำนวน]]"}))

    assert lines_in(export(root), name) == ["ก", "ข", "[[ตาราง 1: จำนวน]]"]


TYPED_BLOCKS = """\
        - page_break: true
        - table:
            columns: [ก, ข]
            rows: [[a, 1], ['2', 3]]
            total: true
            head_rows: 1
            widths: [2.5, 3]
        - table:
            columns: [ก]
            rows:
              - ['2569']
"""


def test_what_moves_keeps_its_quotes_and_gets_no_others(root: Path) -> None:
    text = FIRST_PART.replace("0f", PROOF).replace("          ทำต่อ\n", f"          ทำต่อ\n{TYPED_BLOCKS}")
    put(root, "2569/sar/1-1.yaml", text)
    workbook = export(root)
    name = cell_with(workbook, "[[ขึ้นหน้าใหม่ 1]]")
    lines = lines_in(workbook, name)

    take_back(root, edit(workbook, {name: "\n".join(reversed(lines))}))

    after = part(root, "1-1").read_text(encoding="utf-8")
    assert [line.strip() for line in after[after.index("- table:") :].splitlines()[:16]] == [
        *("- table:", "columns:", "- ก", "rows:", "- ['2569']"),
        *("- table:", "columns:", "- ก", "- ข", "rows:", "- [a, 1]", "- ['2', 3]"),
        *("total: true", "head_rows: 1", "widths:", "- 2.5"),
    ]
    assert "        - {page_break: true}\n" in after
