"""Warnings that say the same of many cells of a column of a table file are told once."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic

LETTER = "kind: letter\nsubject: เชิญประชุม\ntext: ['ด้วย {field:หมายเหตุ}']\nsignature: {by: ก}\n"
HEAD = ["เรียน", "หมายเหตุ", "อื่น"]


def put_letter(root: Path, keys: str) -> Path:
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/letter.yaml", LETTER + keys)
    return root


def put_letter_with_table(root: Path, file: str) -> Path:
    """Write a project with a letter that prints a table file."""
    put_letter(root, "")
    text = LETTER.replace("['ด้วย {field:หมายเหตุ}']", f"[{{table: {{file: {file}}}}}]")
    put(root, "2569/letter.yaml", f"{text}to: โรงเรียน\n")
    return root


def put_recipients(root: Path, rows: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    for row in [HEAD, *rows]:
        book.worksheets[0].append(row)
    (root / "lists").mkdir(exist_ok=True)
    book.save(root / "lists/a.xlsx")


def marks(root: Path) -> list[tuple[str, str]]:
    """Return the place of each mark of an unfinished text, and what the message says behind it."""
    warnings: list[Diagnostic] = [each for each in api.check(api.load(root)) if each.code == "W506"]
    rows = []
    for warning in warnings:
        _name, _mark, cell = warning.location.path.rpartition("!")
        place = (
            f"{Path(warning.location.path).name}:{warning.location.line}" if warning.location.line else cell
        )
        rows.append((place, warning.message.partition("'xxx'")[2].strip()))
    return rows


def test_thirty_cells_of_a_workbook_are_one_warning(tmp_path: Path) -> None:
    root = put_letter_with_table(tmp_path, "lists/a.xlsx")
    put_recipients(root, [[f"โรงเรียน{number}", "xxx", "ครบ"] for number in range(30)])
    ((place, count),) = marks(root)
    assert place == "B2"
    assert "30" in count
    assert "B2, B3, B4 …" in count


def test_other_columns_and_other_words_are_told_apart(tmp_path: Path) -> None:
    root = put_letter_with_table(tmp_path, "lists/a.xlsx")
    put_recipients(
        root, [["โรงเรียน1", "xxx", "xxx"], ["โรงเรียน2", "xxx", "ครบ"], ["โรงเรียน3", "TODO", "ครบ"]]
    )
    places = dict(marks(root))
    assert list(places) == ["B2", "C2", "B4"]
    assert "B2, B3)" in places["B2"]
    assert places["C2"] == ""


def test_rows_of_a_csv_file_are_named_by_their_lines(tmp_path: Path) -> None:
    root = put_letter_with_table(tmp_path, "t.csv")
    put(root, "t.csv", "ที่,รายการ,ผู้ทำ\n1,xxx,ก\n22,xxx,xxx\n333,xxx ข,ก\n")
    places = dict(marks(root))
    assert list(places) == ["t.csv:2", "t.csv:3"]
    assert places["t.csv:2"].count(",") == 2
    assert places["t.csv:3"] == ""


def test_each_line_of_a_content_file_keeps_its_warning(tmp_path: Path) -> None:
    root = put_letter(tmp_path, "to: โรงเรียน\n")
    put(root, "2569/letter.yaml", LETTER.replace("['ด้วย {field:หมายเหตุ}']", "\n- xxx\n- xxx") + "to: ก\n")
    assert marks(root) == [("letter.yaml:4", ""), ("letter.yaml:5", "")]


def test_a_list_that_needs_the_package_of_excel_names_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = put_letter(tmp_path, "recipients_from: lists/a.xlsx\n")
    put_recipients(root, [["โรงเรียน1", "ครบ", "ครบ"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (fault,) = [each for each in api.check(api.load(root)) if each.code == "E911"]
    assert 'pip install ".[excel]"' in fault.hint
    assert "a.csv" in fault.hint
    assert "people.csv" not in fault.hint
