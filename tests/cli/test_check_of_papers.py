"""``check FILE`` tells what keeps the paper of that file from being built, wherever it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from written_project import OFFICE, PEOPLE, put

from esa_docs.cli import app

PAPER = "kind: announcement\nsubject: ก\ntext:\n  - {}\nsignature: {{by: ก}}\n"
OTHER = PAPER.format("ข")


def put_book(root: Path, name: str) -> None:
    """Write a table whose head is merged with its first row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("ก", "ข"))
    sheet.append((1, 2))
    sheet.merge_cells("A1:A2")
    (root / "tables").mkdir(exist_ok=True)
    book.save(root / "tables" / name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    put_book(tmp_path, "ตาราง.xlsx")
    put(tmp_path, "2569/a.yaml", PAPER.format("table: {file: tables/ตาราง.xlsx}"))
    put(tmp_path, "2569/b.yaml", OTHER)
    return tmp_path


def findings(root: Path, path: str) -> tuple[int, list[tuple[str, str]]]:
    """Return the exit code, and the code and place of each error that is told of a path."""
    result = CliRunner().invoke(app, ["check", str(root / path), "--format", "json"])
    rows = [row for row in json.loads(result.stdout) if row["severity"] == "error"]
    return result.exit_code, [(row["code"], row["path"].removeprefix(f"{root.as_posix()}/")) for row in rows]


@pytest.mark.parametrize("path", ["2569/a.yaml", "2569", "tables/ตาราง.xlsx"])
def test_a_fault_in_the_table_of_a_paper_is_told(root: Path, path: str) -> None:
    assert findings(root, path) == (1, [("E224", "tables/ตาราง.xlsx!Sheet!A2")])


def test_a_fault_in_the_table_of_another_paper_is_not_told(root: Path) -> None:
    assert findings(root, "2569/b.yaml") == (0, [])


def test_a_warning_in_the_table_of_a_paper_is_told(root: Path) -> None:
    put(root, "tables/c.csv", "ก,ข\n1,TRUE\n")
    put(root, "2569/a.yaml", PAPER.format("table: {file: tables/c.csv}"))
    result = CliRunner().invoke(app, ["check", str(root / "2569/a.yaml"), "--format", "json"])
    assert ("E470", 2) in [(row["code"], row["line"]) for row in json.loads(result.stdout)]


def test_a_fault_of_the_office_is_told_with_each_paper(root: Path) -> None:
    put(root, "office.yaml", f"content: 2\nextra: 1\n{OFFICE}")
    assert ("E201", "office.yaml") in findings(root, "2569/b.yaml")[1]


def test_a_fault_of_the_own_template_is_told_with_its_papers(root: Path) -> None:
    (root / "templates_docx").mkdir()
    (root / "templates_docx" / "announcement.docx").write_bytes(b"none")
    put(root, "2569/c.yaml", "kind: memo\nsubject: ก\nto: ข\ncause: [ค]\nsignature: {by: ก}\n")
    code, rows = findings(root, "2569/b.yaml")
    assert (code, [path for _code, path in rows]) == (1, ["templates_docx/announcement.docx"])
    assert {path for _code, path in findings(root, "2569/c.yaml")[1]} == {"2569/c.yaml"}
