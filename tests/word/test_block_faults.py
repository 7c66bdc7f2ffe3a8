"""Blocks that do not fit are told, each at its place, and all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocked_papers import FIRST_LINE, faults_of, project_of
from written_project import OFFICE, diagnostics_of, put, put_office

from esa_docs import api

SEVENTEEN = ", ".join("ก" * 17)
DEEP = "{text: ก, items: [" * 5 + "ก" + "]}" * 5
TWICE = "".join(
    f"- table: {{columns: [ก], rows: [[1]]}}\n  id: ก\n  caption: {caption}\n" for caption in "ขค"
)


@pytest.mark.parametrize(
    ("clauses", "faults"),
    [
        # widths: 30 and 80 are 110 per cent, and no page has 110 centimetres; the third row lacks a cell
        (
            "- table:\n    columns: [ก, ข]\n    rows:\n      - [1, 2]\n      - [3]\n    widths: [30, 80]\n",
            [("E677", 5, 9), ("E224", 6, 13)],
        ),
        ("- table: {columns: [ก, ข], rows: [[1, 2, 3]]}\n", [("E677", 1, 35)]),
        ("- table: {columns: [ก, ข], rows: [[1, 2]], widths: [5]}\n", [("E224", 1, 52)]),
        ("- table: {columns: [ก, ข], rows: [[1, 2]], widths: [8, 9]}\n", [("E224", 1, 52)]),
        ("- table: {columns: [ก, ข], rows: [[1, 2]], align: [left]}\n", [("E224", 1, 51)]),
        ("- table: {columns: [ก, ข], rows: [[1, 2]], align: [left, rigth]}\n", [("E210", 1, 58)]),
        ("- table: {columns: [ก, ข], rows: [[1, 2]], head_rows: 2}\n", [("E224", 1, 55)]),
        ("- table: {columns: [ก, ข]}\n", [("E669", 1, 20)]),
        ("- table: {rows: [[1, 2]]}\n", [("E215", 1, 10)]),
        ("- table: {columns: [<, ข], rows: [[1, 2]]}\n", [("E224", 1, 21)]),
        ("- table: {columns: [ก, ข], rows: [[1, ^]]}\n", [("E224", 1, 39)]),
        # the first cell would have three cells of a rectangle of four
        ("- table: {columns: [ก, ข], rows: [[1, <], [^, 2]]}\n", [("E224", 1, 36)]),
        (
            f"- table: {{columns: [{', '.join('ก' * 17)}], rows: [[{', '.join('1' * 17)}]]}}\n",
            [("E676", 1, 20)],
        ),
        ("- {quote: ก, page_break: true}\n", [("E215", 1, 3)]),
        ("- {}\n", [("E215", 1, 3)]),
        ("- page_break: false\n", [("E126", 1, 15)]),
        (
            "- table: {columns: [ก, ข], rows: [[1, 2]], widths: [0.1, 1e400]}\n",
            [("E212", 1, 53), ("E203", 1, 58)],
        ),
        ("- table: {columns: [ก], rows: [[1]]}\n  caption: ข\n  id: 'x}y'\n", [("E127", 3, 7)]),
        ("- table: {columns: [ก], rows: [[1]]}\n  caption: ข\n  id: a b\n", [("E127", 3, 7)]),
        ("- table: {columns: [ก], rows: [[1]]}\n  caption: ข\n  id: ที่-1.ก_b\n- '{ref:ที่-1.ก_b}'\n", []),
        ("- tabel: {columns: [ก]}\n", [("E201", 1, 3)]),
        # texts without quotes that YAML takes for keys
        ("- หมายเหตุ: ดูข้อ ๒\n", [("E125", 1, 3)]),
        ("- PMQA 4.0: ก\n", [("E125", 1, 3)]),
        ("- ดังนี้:\n", [("E125", 1, 3)]),
        ("- ตาม {ref: ก} นี้\n", [("E125", 1, 3)]),
        ("- {ref: ก}\n", [("E125", 1, 3)]),
        ("- steps: [{text: ก, paragraphs: [ข: ค]}]\n", [("E125", 1, 34)]),
        ("- list: {items: [ก, ข: ค]}\n", [("E125", 1, 21)]),
        # a mark without quotes is no block
        ("- {ref:ก}\n", [("E203", 1, 3)]),
        ("- quote: ก\n  caption: ข\n", [("E123", 2, 12)]),
        ("- table: {columns: [ก], rows: [[1]]}\n  id: ก\n", [("E123", 2, 7)]),
        (
            f"- list: {{items: [{DEEP}]}}\n",
            [("E226", 1, 108)],
        ),
        ("- list: {style: bulet, items: [ก]}\n", [("E210", 1, 17)]),
        ("- list: {items: []}\n", [("E211", 1, 17)]),
        ("- steps: []\n", [("E211", 1, 10)]),
        ("- quote: []\n", [("E211", 1, 10)]),
        ("- landscape: []\n", [("E211", 1, 14)]),
        ("- picture: {files: []}\n", [("E211", 1, 20)]),
        ("- steps: [ก, {text: ข, paragraphs: [{quote: ก, list: {items: [ข]}}]}]\n", [("E215", 1, 37)]),
        ("- ตามตารางที่ {ref:ก}\n", [("E121", 1, 15)]),
        (
            "- 'ตาม {ref:ก} และ^[ดู {ref: ข}] กับ {ref:ก}'\n",
            [("E121", 1, 8), ("E121", 1, 24), ("E121", 1, 38)],
        ),
        (
            TWICE,
            [("E122", 5, 7)],
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    clauses: str, faults: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    indented = "".join(f"  {line}\n" for line in clauses.splitlines())

    assert faults_of(tmp_path, indented) == [(code, line, column + 2) for code, line, column in faults]


def test_a_comment_behind_a_text_in_a_block_is_told(tmp_path: Path) -> None:
    clauses = "  - table:\n      columns:\n        - ก\n      rows:\n        - - ห้อง # ๑\n"

    places = [
        (diagnostic.code, diagnostic.location.line - FIRST_LINE + 1)
        for diagnostic in api.check(project_of(tmp_path, clauses))
    ]
    assert ("E112", 5) in places


def test_a_block_in_content_of_version_1_is_refused(tmp_path: Path) -> None:
    assert faults_of(tmp_path, "  - quote: ก\n", content=1) == [("E238", 1, 5)]


def test_a_table_file_is_read_at_its_place(tmp_path: Path) -> None:
    clauses = "  - table: {file: tables/a.csv, columns: [ก, ค]}\n  - table: {file: tables/b.csv}\n"
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a.csv").write_text("ก,ข\n1,2\n", encoding="utf-8")

    # the column that the file lacks at its name; the file that is not there at its path
    assert faults_of(tmp_path, clauses) == [("E224", 1, 46), ("E648", 2, 19)]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (
            "table: {columns: [ก, ข], rows: [[1, 2]], widths: [0.1, 5]}",
            "a number from 0.5 up is expected, found '0.1'",
        ),
        (
            "table: {columns: [ก], rows: [[1]], widths: [1e400]}",
            "a number is expected, found '1e400'",
        ),
        ("table: {columns: [ก], rows: [[1]], widths: [NaN]}", "a number is expected, found 'NaN'"),
        ("table: {columns: [], rows: [[1]]}", "at least one item is expected, the list is empty"),
        ("{page_break: false, quote: ก}", "page_break is expected, found 2"),
    ],
)
def test_a_fault_says_what_stands_there(
    block: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    faults_of(tmp_path, f"  - {block}\n")
    messages = [fault.message for fault in api.load(tmp_path).diagnostics]
    assert [words in message for message in messages] == [True]


def test_a_page_break_behind_another_one_is_told(tmp_path: Path) -> None:
    breaks = "  - {page_break: true}\n  - ก\n  - {page_break: true}\n  - {page_break: true}\n"
    steps = "  - steps: [{text: ก, paragraphs: [{page_break: true}, {page_break: true}]}]\n"
    faults_of(tmp_path, breaks + steps)
    faults = [fault for fault in api.check(api.load(tmp_path)) if fault.code == "W523"]
    assert [fault.field for fault in faults] == ["clauses[3]", "clauses[4].steps[0].paragraphs[1]"]


ORDER_WITH_TABLES = """\
kind: order
subject: ก
cause:
  - "ตาม {ref:t1} และ {ref:t2} ข^[ดู {ref:t1}]"
  - table: {columns: [ก], rows: [[1]]}
    caption: ข
    id: t2
clauses:
  - table: {columns: [ก], rows: [[1]]}
    caption: ค
    id: t1
signature: {by: ก}
"""


@pytest.mark.parametrize(
    ("own_text", "count"),
    [("", 1), ("facts: [ก]\n", 1), ("text: [ก]\n", 0), ("facts: [ก]\nbackground: [ข]\n", 0)],
)
def test_causes_of_an_order_that_refer_to_its_clauses_are_told_in_the_memo(
    own_text: str, count: int, tmp_path: Path
) -> None:
    put(put_office(tmp_path), "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "2569/o.yaml", ORDER_WITH_TABLES)
    memo = f"kind: memo\nproposes: o\nowner: อำนวยการ\nsignature: {{by: ก}}\n{own_text}"
    put(tmp_path, "2569/m.yaml", memo)
    rows = [row for row in diagnostics_of(api.load(tmp_path)) if row[0].startswith("E12")]
    assert rows == [("E121", "m", 2, 11)] * count


@pytest.mark.parametrize(
    ("clause", "code", "cure"),
    [
        ("list: [ก, ข]", "E203", "{items: [ก, ข]}"),
        ("list: [{text: ก}, ข]", "E203", "{items: […]}"),
        ("picture: [ก.png, ข.png]", "E203", "{files: [ก.png, ข.png]}"),
        ("table: {columns: [ก, ข], rows: [[1, 2]], widths: [30%, 70]}", "E203", "100"),
        ("chart: {type: bar, of: งบ}", "E229", "id: งบ"),
    ],
)
def test_the_hint_at_a_block_names_the_cure(clause: str, code: str, cure: str, tmp_path: Path) -> None:
    (fault,) = [
        diagnostic
        for diagnostic in api.check(project_of(tmp_path, f"  - {clause}\n"))
        if diagnostic.severity == "error"
    ]

    assert fault.code == code
    assert cure in fault.hint


def hint_of(root: Path, clauses: str) -> str:
    """Return the hint at the only choice of an order that is none."""
    (diagnostic,) = [each for each in api.check(project_of(root, clauses)) if each.code == "E210"]
    return diagnostic.hint


@pytest.mark.parametrize(
    ("clauses", "choices"),
    [
        ("- ก\nannexes:\n  - {title: ก, paragraphs: [ก], headers: ของไฟล์}\n", ["'own'"]),
        ("- ก\nannexes:\n  - {title: ก, paragraphs: [ก], headers: ไฟล์}\n", ["'own'"]),
        (
            "- ก\nannexes:\n  - {title: ก, paragraphs: [ก], headers: ฮ}\n",
            ["own (ของไฟล์)", "paper (ของเอกสาร)"],
        ),
        ("- chart: {type: ฮ, columns: [ก, ข], rows: [[ก, 1]]}\n", ["bar (แท่ง)", "pie (วงกลม)"]),
        (
            "- table: {columns: [ก], rows: [[1]], align: [ฮ]}\n",
            ["left (ซ้าย)", "center (กลาง)", "right (ขวา)"],
        ),
    ],
)
def test_the_hint_at_a_wrong_choice_names_what_may_be_written(
    clauses: str, choices: list[str], tmp_path: Path
) -> None:
    hint = hint_of(tmp_path, clauses)
    assert [choice for choice in choices if choice in hint] == choices
