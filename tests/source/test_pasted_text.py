"""Pasted text at every door: mended, told once a file at the first sign, and the file stays as it was."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.kinds.order.content import Order
from esa_docs.model.base import check_text
from esa_docs.source.tables.table_file import read_sheets
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import to_plain
from esa_docs.source.yaml_files.yaml_changing import change_to, fill_in, replace_texts

AM_IN_PIECES = "\u0e4d\u0e32"
ORDER = f"""\
kind: order
# a comment with\ttab
subject: แต่งตั้งคณะท{AM_IN_PIECES}งานที\uf70a\u00a0
number: 7\u200b
date: 3\u3000พฤศจิกายน\u00a02568
cause:
  - "ด้วยจะ\\tด{AM_IN_PIECES}เนินงาน\u00a0พ.ศ. 2569"
clauses\ufeff:
  - |
    \u0e40\u0e40ละ
committees:
  - name: คณะทำงาน
    kind: คณะทำงาน
    members:
      - {{person: ก\u200b, role: หัวหน้าคณะท{AM_IN_PIECES}งาน}}
      - {{position: ครู, role: คณะทำงานและเลขานุการ}}
"""


def findings(root: Path) -> list[Diagnostic]:
    """Return the diagnostics of a project but that of a paper of which no version is kept (E455)."""
    return [diagnostic for diagnostic in api.check(api.load(root)) if diagnostic.code != "E455"]


def test_values_keys_numbers_dates_and_references_of_yaml(tmp_path: Path) -> None:
    put_office(tmp_path)
    path = put(tmp_path, "2569/orders/x.yaml", ORDER)

    project = api.load(tmp_path)

    (document,) = project.documents
    order = document.content
    assert isinstance(order, Order)
    assert order.subject == "แต่งตั้งคณะทำงานที่"
    assert order.number == "7"
    assert str(order.date) == "2025-11-03"
    assert order.cause == ("ด้วยจะ ดำเนินงาน\u00a0พ.ศ. 2569",)
    assert order.clauses == ("และ",)
    assert order.committees[0].members[0].role == "หัวหน้าคณะทำงาน"
    (mended,) = [diagnostic for diagnostic in project.diagnostics if diagnostic.code == "W502"]
    # Line 3 has ``subject: แต่งตั้งคณะท`` before the first sign, which is counted in characters as typed.
    assert (mended.location.line, mended.location.column) == (3, 10 + len("แต่งตั้งคณะท"))
    assert mended.severity is Severity.INFO
    assert path.read_text(encoding="utf-8") == ORDER


def test_other_diagnostics_keep_the_place_in_the_file_as_typed(tmp_path: Path) -> None:
    put_office(tmp_path)
    put(tmp_path, "2569/orders/x.yaml", ORDER.replace("role: หัวหน้า", "role\u200b: \u202eหัวหน้า"))
    lines = ORDER.splitlines()
    line_number = next(number for number, line in enumerate(lines, 1) if "role: หัวหน้า" in line)
    column = lines[line_number - 1].index("หัวหน้า") + 2

    (refused,) = [diagnostic for diagnostic in findings(tmp_path) if diagnostic.is_error]

    assert (refused.code, refused.location.line, refused.location.column) == ("E209", line_number, column)
    assert "U+202E" in refused.message
    assert "[U+202E]หัวหน้าคณะ" in refused.message


@pytest.mark.parametrize(
    ("typed", "code", "neighbours"),
    [
        ("ผู้อำ\u202eนวย", "U+202E", "ผู้อำ[U+202E]นวย"),
        ("งาน\U000e0041ดี", "U+E0041", "งาน[U+E0041]ดี"),
        ("ข้อ \ufffd ดี", "U+FFFD", "ข้อ[U+FFFD]ดี"),
        ("\uf0b7 ข้อหนึ่ง", "U+F0B7", "[U+F0B7]ข้อหนึ่ง"),
    ],
)
def test_a_refused_character_is_named_with_its_neighbours(
    tmp_path: Path, typed: str, code: str, neighbours: str
) -> None:
    put_office(tmp_path)
    put(tmp_path, "2569/orders/x.yaml", f"kind: order\nsubject: {typed}\ncause: [ก]\nclauses: [ข]\n")
    (refused,) = [diagnostic for diagnostic in findings(tmp_path) if diagnostic.is_error]
    column = 10 + [f"U+{ord(char):04X}" for char in typed].index(code)
    place = (refused.code, refused.location.line, refused.location.column, refused.field)
    assert place == ("E209", 2, column, "subject")
    assert code in refused.message
    assert neighbours in refused.message


@pytest.mark.parametrize(("sign", "code"), [("\u0e49", "W516"), ("\u202e", "E209")])
def test_texts_that_aliases_repeat_by_turns_are_told_once_each(sign: str, code: str) -> None:
    text = f"a: &a x{sign}1\nb: &b x{sign}2\nc: [*a, *b, *a, *b]\n"
    rows = [(d.code, d.location.line, d.location.column) for d in parse_yaml(text, "t.yaml").diagnostics]
    columns = {"W516": 4, "E209": 8}
    assert rows == [(code, 1, columns[code]), (code, 2, columns[code])]


def test_a_key_that_an_odd_blank_indents_stays_refused(tmp_path: Path) -> None:
    put_office(tmp_path)
    text = "kind: order\nsubject: ก\ncause: [ก]\nclauses: [ข]\nsignature:\n\u00a0\u00a0number: 5\n"
    put(tmp_path, "2569/orders/x.yaml", text)
    (refused,) = [diagnostic for diagnostic in findings(tmp_path) if diagnostic.is_error]
    assert (refused.code, refused.location.line, refused.location.column) == ("E201", 6, 1)


def test_cells_of_tables(tmp_path: Path) -> None:
    rows = [["เรื่อง\u200b", "ผล"], [f"ท{AM_IN_PIECES}\u3000งาน", "\u00a095\t"]]
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")

    for name, place in (("a.csv", "a.csv:1:1"), ("a.xlsx", "a.xlsx!Sheet!A1")):
        sheets = read_sheets(tmp_path / name, name)
        assert sheets.value is not None
        head, cells, *_rows = sheets.value[0].rows
        assert [cell.text for cell in head] == ["เรื่อง", "ผล"]
        assert [cell.text for cell in cells] == ["ทำ งาน", "95"]
        assert [(d.code, str(d.location)) for d in sheets.diagnostics] == [("W502", place)]


def test_a_roster_in_a_table_and_a_reference_to_it(tmp_path: Path) -> None:
    put_office(tmp_path)
    (tmp_path / "people.yaml").unlink()
    put(
        tmp_path,
        "people.csv",
        f"รหัส,คำนำหน้า,ชื่อ,นามสกุล,ตำแหน่ง\nก\u200b,นาย,จ{AM_IN_PIECES}ลอง,ใจดี,ผู้อ{AM_IN_PIECES}นวยการ\n",
    )
    order = "kind: order\nsubject: ก\ncause: [ก]\nclauses: [ข]\nsignature: {by: จำลอง ใจดี}\n"
    put(tmp_path, "2569/orders/x.yaml", order)
    assert [(d.code, d.location.line) for d in findings(tmp_path)] == [("W502", 2)]


def test_a_register_is_read_mended(tmp_path: Path) -> None:
    put_office(tmp_path)
    put(
        tmp_path,
        "registers/orders.csv",
        f"เลขที่,ลงวันที่,เรื่อง\u200b\n5\u200b,3\u3000พ.ย.\u00a02568,ประชุมท{AM_IN_PIECES}งาน\n",
    )
    project = api.load(tmp_path)
    assert [(d.code, d.location.line) for d in api.check(project)] == [("W502", 2)]
    assert [(entry.number, entry.subject) for entry in project.register] == [("5", "ประชุมทำงาน")]


def test_a_document_built_in_python_goes_through_the_same_door() -> None:
    assert check_text(f"\tท{AM_IN_PIECES}\u2003งาน\u00a0") == "ทำ งาน"


RAW = f"""\
kind: sar
name\u200b: ท{AM_IN_PIECES}  # a comment
items: [\u0e40\u0e40ละ, ค]
plan: {{text: "ก\\u00a0 ข", owner\u200b: ค}}
more: old
"""


def values_of(data: bytes) -> dict[str, Any]:
    tree = parse_yaml(data.decode(), "").value
    assert tree is not None
    values = to_plain(tree)
    assert isinstance(values, dict)
    return values


def test_what_was_only_mended_is_not_rewritten() -> None:
    data = RAW.encode()
    values = values_of(data)
    assert values["name"] == "ทำ"
    assert change_to(data, values) == data
    # Where something between brackets changes, what stands beside it stays as typed.
    new = {"items": ["\u0e41ละ", "ง"], "plan": {"text": "ก ข", "owner": "ง"}}
    changed = change_to(data, values | new)
    expected = RAW.replace("ละ, ค]", "ละ, ง]").replace("owner\u200b: ค", "owner: ง")
    assert changed == expected.encode()


def test_a_pasted_text_can_be_written_into_a_file() -> None:
    data = RAW.encode()
    changed = replace_texts(data, {("more",): "ก\tข"})
    assert changed is not None
    assert values_of(changed)["more"] == "ก ข"
    filled = fill_in(data, {"number": "7\u200b"}, "kind")
    assert filled is not None
    assert values_of(filled)["number"] == "7"
