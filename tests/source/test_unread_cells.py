"""A filled cell that nobody reads is told: of tables of facts, recipients, rosters and lists of numbers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.kinds import KINDS
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.people.roster_table import read_roster_table
from esa_docs.source.registers.number_columns import lines_of
from esa_docs.source.tables.fact_tables import with_tables
from esa_docs.source.tables.recipients import with_recipients
from esa_docs.source.tables.table_file import read_sheets, separator_of
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import Mapping, Sequence

DAY = dt.datetime(2026, 3, 31)  # noqa: DTZ001 as of Excel
Finding = tuple[str, str, Severity]
INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)


def findings(diagnostics: tuple[Diagnostic, ...]) -> list[Finding]:
    return [(item.code, str(item.location), item.severity) for item in diagnostics]


def tree_of(text: str) -> Mapping:
    tree = parse_yaml(text, "a.yaml").value
    assert tree is not None
    return tree


def put(folder: Path, text: str) -> Path:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def put_book(folder: Path, **sheets: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / "t.xlsx")


def put_format(folder: Path, code: str, *cells: str) -> None:
    """Write a number format to cells of the first sheet."""
    book = openpyxl.load_workbook(folder / "t.xlsx")
    for cell in cells:
        book.worksheets[0][cell].number_format = code
    book.save(folder / "t.xlsx")


# Tables of facts


def facts(folder: Path, name: str = "t.csv") -> tuple[Diagnostic, ...]:
    tree = tree_of(f"tables:\n  - file: {name}\n")
    return with_tables(tree, [("tables",)], ProjectFiles(folder)).diagnostics


@pytest.mark.parametrize(
    ("text", "place", "cure"),
    [
        ("ปี,ผล\n2568,90,TOKENA\n", "t.csv:2:9", "Put a text that contains ',' in quotation marks"),
        ("ปี;ผล\n2568;90;TOKENA\n", "t.csv:2:9", "Put a text that contains ';' in quotation marks"),
        ("ปี\tผล\n2568\t90\tTOKENA\n", "t.csv:2:9", "Put a text that contains 'TAB' in quotation marks"),
        ("จำนวน,เครื่องหมาย\n12,345,X\n", "t.csv:2:8", '"12,345"'),
        ("จำนวน,เครื่องหมาย\nก,๑๒,๓๔๕.๕๐\n", "t.csv:2:6", '"12,345"'),
        ("ตารางผลงาน\nปี,ผล\n2568,90\n", "t.csv:1:1", "put it into 'title:'"),
        ("ตารางผลงาน,\nปี,ผล\n2568,90\n", "t.csv:1:1", "put it into 'title:'"),
    ],
)
def test_a_row_of_csv_wider_than_its_head_is_refused(
    tmp_path: Path, text: str, place: str, cure: str
) -> None:
    put(tmp_path, text)
    (diagnostic,) = facts(tmp_path)
    assert findings((diagnostic,)) == [("E677", place, ERROR)]
    assert cure in diagnostic.hint


def test_each_wide_row_is_told(tmp_path: Path) -> None:
    put(tmp_path, "ปี,ผล\n2567,1,ก\n2568,2\n2569,3,,ข\n")
    assert findings(facts(tmp_path)) == [("E677", "t.csv:2:8", ERROR), ("E677", "t.csv:4:9", ERROR)]


def test_a_cell_of_excel_beyond_the_head_is_refused(tmp_path: Path) -> None:
    put_book(tmp_path, ก=[["ปี", "ผล"], [2568, 90, "TOKENA"]])
    (diagnostic,) = facts(tmp_path, "t.xlsx")
    assert findings((diagnostic,)) == [("E677", "t.xlsx!ก!C2", ERROR)]
    assert "quotation" not in diagnostic.hint


def test_further_sheets_with_texts_are_told(tmp_path: Path) -> None:
    table: list[list[object]] = [["ปี", "ผล"], [2568, 90]]
    put_book(tmp_path, ว่าง=[], ก=table, ว่างอีก=[[None]], ข=[["TOKENB"]])
    assert findings(facts(tmp_path, "t.xlsx")) == [("E624", "t.xlsx!ข", INFO)]


def test_narrow_rows_and_full_tables_are_right(tmp_path: Path) -> None:
    put(tmp_path, 'ปี,ผล,หมายเหตุ\n2567,"12,345"\n2568,,\n')
    included = with_tables(tree_of("tables:\n  - file: t.csv\n"), [("tables",)], ProjectFiles(tmp_path))
    assert included.diagnostics == ()


# Recipients


def recipients(folder: Path, name: str = "t.csv") -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return the addressees of a table, and its diagnostics."""
    declared = KINDS.by_name["letter"].recipients
    assert declared is not None
    included = with_recipients(tree_of(f"recipients_from: {name}\n"), declared, ProjectFiles(folder))
    listed = included.tree.get(declared.list_key)
    names: list[str] = []
    if listed is not None and isinstance(listed.value, Sequence):
        for item in listed.value.items:
            assert isinstance(item, Mapping)
            names.append(item.text("to") or "")
    return names, included.diagnostics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เรียน,ชื่อย่อ\n ผู้ใด, TOK,ก1\n", [("E117", "t.csv:2:13", ERROR)]),
        ("เรียน\nผู้ใด, TOK\n", [("E117", "t.csv:2:7", ERROR)]),
        ("เรียน\nผู้ใด,-\n", []),
        ("-,–\nเรียน,\nผู้ใด,—\n", []),
        ("เรียน,ที่อยู่\nก,ข\n-,TOK\n", [("E624", "t.csv:3:3", WARNING), ("E624", "t.csv:1:7", INFO)]),
        ("เรียน,ผู้รับ\nก,ข\n", [("E623", "t.csv:1:7", ERROR)]),
        ("เรียน,ที่อยู่\nก,ข\n", [("E624", "t.csv:1:7", INFO)]),
        ("ที่,เรียน\n1,ก\n2,\n", []),
        ("ที่,เรียน,ที่อยู่\n1,ก,ข\n2,,TOK\n", [("E624", "t.csv:3:4", WARNING), ("E624", "t.csv:1:11", INFO)]),
        ("TOK\nเรียน\nก\n", [("E624", "t.csv:1:1", INFO)]),
        ("ที่,เรียน\n1,TOK\nที่,เรียน\n", []),
        ("บัญชีผู้รับ,\nที่,เรียน\n1,ก\n", []),
        ("เรียน,\nก,TOK\nข,TOK\n", [("E624", "t.csv:2:3", WARNING)]),
    ],
)
def test_what_is_not_read_of_a_table_of_recipients_is_told(
    tmp_path: Path, text: str, expected: list[Finding]
) -> None:
    put(tmp_path, text)
    _names, diagnostics = recipients(tmp_path)
    assert findings(diagnostics) == expected


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("ก,12,345", 'as in "12,345"'),
        ("ก,ข,ค", "Put a text that contains ',' in quotation marks"),
    ],
)
def test_the_cure_of_a_line_too_wide_depends_on_what_its_comma_parts(
    tmp_path: Path, line: str, cure: str
) -> None:
    put(tmp_path, f"เรียน,ชื่อย่อ\n{line}\n")
    _names, (diagnostic,) = recipients(tmp_path)
    assert diagnostic.code == "E117"
    assert cure in diagnostic.hint


def test_a_sign_in_one_name_parts_no_columns(tmp_path: Path) -> None:
    put(tmp_path, "เรียน\nผู้อำนวยการ; ครู\nนายก\n")
    assert recipients(tmp_path) == (["ผู้อำนวยการ; ครู", "นายก"], ())


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("เรียน\nก; ข\n", ","),
        ("เรียน,ชื่อย่อ\nก; ข; ค,ง\n", ","),
        ('เรียน,ชื่อย่อ\n"ก; ข; ค",ง\n', ","),
        ("ปี;ผล\n2568;1,234,567\n", ";"),
        ("ตาราง\n\nปี;ผล\n2568;90\n", ";"),
        ("ปี\tผล\n2568\t1,234\n", "\t"),
        ("ก\n", ","),
        ("", ","),
    ],
)
def test_the_sign_between_columns_is_that_of_most_lines(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_sheets_without_recipients_are_told(tmp_path: Path) -> None:
    put_book(tmp_path, ก=[["เรียน"], ["ก"]], ข=[["TOKENB"]])
    names, diagnostics = recipients(tmp_path, "t.xlsx")
    assert (names, findings(diagnostics)) == (["ก"], [("E624", "t.xlsx!ข", INFO)])


def test_formulas_without_a_value_fill_a_column_and_no_row(tmp_path: Path) -> None:
    put_book(tmp_path, ก=[["เรียน"], ["ก", "=1+1"], ["-", "=1+1"]])
    _names, (diagnostic,) = recipients(tmp_path, "t.xlsx")
    assert findings((diagnostic,)) == [("E624", "t.xlsx!ก!B2", WARNING)]
    assert diagnostic.message.endswith("'a formula without a value'")


# Rosters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ชื่อ-สกุล,ตำแหน่ง\nนายก ข,ครู,TOK\n", [("E117", "t.csv:2:12", ERROR)]),
        ("ชื่อ-สกุล,ตำแหน่ง\nนายก ข,ครู,-\n", []),
        ("ชื่อ-สกุล,ตำแหน่ง,\nนายก ข,ครู,-\n", []),
        ("ชื่อ-สกุล,ตำแหน่ง,\nนายก ข,ครู,-\nนายค ง,ครู,TOK\n", [("E624", "t.csv:3:12", WARNING)]),
        ("นายก ข,ครู\nชื่อ-สกุล,ตำแหน่ง\nนายค ง,ครู\n", [("E624", "t.csv:1:1", INFO)]),
        ("ทำเนียบ,,\nที่,ชื่อ-สกุล,ตำแหน่ง\n1,นายค ง,ครู\n", []),
        ("ที่,ชื่อ-สกุล,ตำแหน่ง\n1,นายค ง,ครู\n2,,\n", []),
        ("ที่,ชื่อ-สกุล,ตำแหน่ง\n1,นายค ง,ครู\nTOK,,\n", [("E624", "t.csv:3:1", WARNING)]),
    ],
)
def test_what_is_not_read_of_a_roster_is_told(tmp_path: Path, text: str, expected: list[Finding]) -> None:
    path = put(tmp_path, text)
    assert findings(read_roster_table(path, "t.csv").diagnostics) == expected


# Lists of numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เลขที่,ลงวันที่,เรื่อง\n271,9 มกราคม 2569,มี, จุลภาค TOK\n", [("E117", "t.csv:2:22", ERROR)]),
        ("เลขที่,ลงวันที่,เรื่อง,ถึง\n1,9 มกราคม 2569,ก,TOK\n", [("E624", "t.csv:1:24", INFO)]),
        ("เลขที่,วันที่,ลงวันที่,เรื่อง\n1,TOK,9 มกราคม 2569,ก\n", [("E624", "t.csv:1:8", INFO)]),
        ("1,TOK,ก\nเลขที่,ลงวันที่,เรื่อง\n", [("E624", "t.csv:1:1", INFO)]),
    ],
)
def test_what_is_not_read_of_a_list_of_numbers_is_told(
    tmp_path: Path, text: str, expected: list[Finding]
) -> None:
    (sheet,) = read_sheets(put(tmp_path, text), "t.csv").value or ()
    lines = lines_of(sheet)
    assert lines is not None
    assert findings(lines.diagnostics) == expected


# Dates of the Christian era


@pytest.mark.parametrize("code", ["[$-41E]d mmm yy", "dd/mm/yyyy"])
def test_dates_with_a_year_of_the_christian_era_are_told_once_a_file(tmp_path: Path, code: str) -> None:
    put_book(tmp_path, ก=[["วันที่", "ผล"], [DAY, "ก"], [DAY, "ข"]])
    put_format(tmp_path, code, "A2", "A3")
    assert findings(facts(tmp_path, "t.xlsx")) == [("W503", "t.xlsx!ก!A2", INFO)]


@pytest.mark.parametrize("code", ["[$-107041E]d mmm yy", "d mmm bbbb", "d mmm", "h:mm"])
def test_dates_without_such_a_year_are_not_told(tmp_path: Path, code: str) -> None:
    put_book(tmp_path, ก=[["วันที่", "ผล"], [DAY, "ก"]])
    put_format(tmp_path, code, "A2")
    assert facts(tmp_path, "t.xlsx") == ()


def test_a_date_that_was_typed_in_the_buddhist_era_is_not_told(tmp_path: Path) -> None:
    put_book(tmp_path, ก=[["วันที่", "ผล"], [dt.datetime(2569, 3, 31), "ก"]])  # noqa: DTZ001 as of Excel
    put_format(tmp_path, "dd/mm/yyyy", "A2")
    assert facts(tmp_path, "t.xlsx") == ()


def test_days_in_office_are_read_whatever_their_format(tmp_path: Path) -> None:
    put_book(tmp_path, ก=[["ชื่อ-สกุล", "ตำแหน่ง", "ตั้งแต่"], ["นายก ข", "ครู", DAY]])
    put_format(tmp_path, "dd/mm/yyyy", "C2")
    assert read_roster_table(tmp_path / "t.xlsx", "t.xlsx").diagnostics == ()
