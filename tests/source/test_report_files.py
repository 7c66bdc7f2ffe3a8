"""What a report takes from files beside it: tables of facts, and evidence with its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.kinds.assessment.content import Table
from esa_docs.model.project import Project
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.prose import Prose

TABLE = """\
kind: sar
scheme: sar-2560
general:
  - heading: ข้อมูล
    tables:
      - {title: ตาราง, file: FILE}
"""
ISSUE_TABLE = """\
part_of: sar
indicator: '1.2'
issues:
  - number: 1
  - number: 2
    tables:
      - file: tables/b.csv
      - {columns: [ขนาด, จำนวน], rows: [[เล็ก, ก]]}
"""
ITEM_TABLE = """\
kind: pmqa
scheme: pmqa-4.0
items:
  - item: '1.2'
    tables: [{file: tables/c.csv}]
"""
EVIDENCE = """\
kind: sar
scheme: sar-2560
indicators:
  - indicator: '1.2'
    issues:
      - number: 1
        evidence:
          - code: E-1
            name: รายงาน
            file: evidence/a.pdf
            sha256: SUM
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_office(tmp_path)
    (tmp_path / "tables").mkdir()
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/a.pdf").write_bytes(b"%PDF evidence")
    return tmp_path


def report(root: Path, text: str) -> Project:
    put(root, "2569/sar.yaml", text)
    return api.load(root)


def findings_of(project: Project) -> list[tuple[str, str, int]]:
    """Return code, file and line of each diagnostic."""
    return [(d.code, Path(d.location.path).name, d.location.line) for d in api.check(project)]


def rows_of(tables: Sequence[Table]) -> list[tuple[tuple[Prose | Paragraphs, ...], ...]]:
    return [table.rows for table in tables]


def test_a_table_comes_from_csv(root: Path) -> None:
    path = root / "tables/a.csv"
    path.write_text("ขนาด,จำนวน\nเล็ก,10\n,\nใหญ่,\n", encoding="utf-8-sig")
    project = report(root, TABLE.replace("FILE", "tables/a.csv"))
    assert findings_of(project) == []
    document = api.find(project, "sar")
    (table,) = document.content.general[0].tables
    assert (table.columns, table.rows) == (("ขนาด", "จำนวน"), (("เล็ก", "10"), ("ใหญ่", "-")))
    assert path in document.sources


def test_a_table_comes_from_a_workbook(root: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["ขนาด", "จำนวน"], ["เล็ก", 10], ["กลาง", 2.5]):
        sheet.append(row)
    book.save(root / "tables/a.xlsx")
    project = report(root, TABLE.replace("FILE", "tables\\a.xlsx"))
    (table,) = api.find(project, "sar").content.general[0].tables
    assert table.rows == (("เล็ก", "10"), ("กลาง", "2.5"))


def test_cells_that_a_row_lacks_are_dashes(root: Path) -> None:
    (root / "tables/a.csv").write_text("ขนาด,จำนวน\nเล็ก\n", encoding="utf-8")
    project = report(root, TABLE.replace("FILE", "tables/a.csv"))
    (table,) = api.find(project, "sar").content.general[0].tables
    assert table.rows == (("เล็ก", "-"),)


def test_an_empty_first_sheet_is_passed_over(root: Path) -> None:
    book = openpyxl.Workbook()
    second_sheet = book.create_sheet()
    for row in (["ขนาด", "จำนวน"], ["เล็ก", 10]):
        second_sheet.append(row)
    book.save(root / "tables/a.xlsx")
    project = report(root, TABLE.replace("FILE", "tables/a.xlsx"))
    (table,) = api.find(project, "sar").content.general[0].tables
    assert table.rows == (("เล็ก", "10"),)


def test_a_workbook_without_any_row_is_told(root: Path) -> None:
    openpyxl.Workbook().save(root / "tables/a.xlsx")
    project = report(root, TABLE.replace("FILE", "tables/a.xlsx"))
    assert [(d.code, Path(d.location.path).name) for d in api.check(project)] == [("E669", "a.xlsx")]


def test_parts_beside_a_value_that_is_no_list_leave_its_fault_alone(root: Path) -> None:
    put(root, "2569/sar/1-2.yaml", "part_of: sar\nindicator: '1.2'\n")
    project = report(root, "kind: sar\nscheme: sar-2560\nindicators: ตัวบ่งชี้\n")
    assert findings_of(project) == [("E203", "sar.yaml", 3)]


def test_tables_of_issues_and_items_come_from_files_of_their_own(root: Path) -> None:
    for name, cell in (("a", "10"), ("b", "20"), ("c", "30")):
        put(root, f"tables/{name}.csv", f"ขนาด,จำนวน\nเล็ก,{cell}\n")
    put(root, "2569/sar/1-2.yaml", ISSUE_TABLE)
    put(root, "2569/pmqa.yaml", ITEM_TABLE)
    project = report(root, TABLE.replace("FILE", "tables/a.csv"))

    assert findings_of(project) == []
    sar, pmqa = api.find(project, "sar"), api.find(project, "pmqa")
    (section,) = sar.content.general
    assert rows_of(section.tables) == [(("เล็ก", "10"),)]
    assert rows_of(sar.content.indicators[0].issues[1].tables) == [(("เล็ก", "20"),), (("เล็ก", "ก"),)]
    assert rows_of(pmqa.content.items[0].tables) == [(("เล็ก", "30"),)]
    assert {root / "tables/a.csv", root / "tables/b.csv"} <= set(sar.sources)
    assert root / "tables/c.csv" in pmqa.sources


def test_a_missing_table_of_an_issue_is_told_in_its_own_file(root: Path) -> None:
    put(root, "2569/sar/1-2.yaml", ISSUE_TABLE)
    assert findings_of(report(root, "kind: sar\nscheme: sar-2560\n")) == [("E648", "1-2.yaml", 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ขนาด,จำนวน\n", ("E669", "a.csv", 0)),
        ("", ("E104", "a.csv", 0)),
        ("ขนาด,จำนวน\nเล็ก,#REF!\n", ("E625", "a.csv", 2)),
    ],
)
def test_a_table_that_cannot_be_used_is_told(root: Path, text: str, expected: tuple[str, str, int]) -> None:
    (root / "tables/a.csv").write_text(text, encoding="utf-8")
    project = report(root, TABLE.replace("FILE", "tables/a.csv"))
    code, file, _line = expected
    assert [(d.code, Path(d.location.path).name) for d in api.check(project)] == [(code, file)]
    assert project.documents == ()


def test_evidence_that_is_unchanged_is_no_fault(root: Path) -> None:
    checksum = hashlib.sha256(b"%PDF evidence").hexdigest()
    assert findings_of(report(root, EVIDENCE.replace("SUM", checksum))) == []
    assert findings_of(report(root, EVIDENCE.replace("SUM", checksum.upper()))) == []


def test_evidence_that_has_changed_is_told_with_its_new_checksum(root: Path) -> None:
    project = report(root, EVIDENCE.replace("SUM", "0" * 64))
    assert findings_of(project) == [("E671", "sar.yaml", 11)]
    assert hashlib.sha256(b"%PDF evidence").hexdigest() in project.diagnostics[0].hint
