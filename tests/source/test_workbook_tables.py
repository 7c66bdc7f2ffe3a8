"""Tables of Excel as the clerk sees them: formats, escapes, formulas, hidden cells, other files."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from esa_docs.diagnostics import Diagnostic
from esa_docs.source.tables.table_file import Cell, Sheet, cell_problems, read_sheets
from esa_docs.source.tables.workbook_cells import decode_text, encode_text

SHEET_PART = "xl/worksheets/sheet1.xml"
Change = Callable[[bytes], bytes]


def write_book(folder: Path, rows: list[list[Any]], formats: dict[str, str] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for name, code in (formats or {}).items():
        sheet[name].number_format = code
    path = folder / "t.xlsx"
    book.save(path)
    return path


def change_part(path: Path, part: str, change: Change | None) -> Path:
    """Change a part of a workbook; None takes it away."""
    file = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name != part:
                after.writestr(name, data)
            elif change:
                after.writestr(name, change(data))
    path.write_bytes(file.getvalue())
    return path


def read(path: Path) -> Sheet:
    sheets = read_sheets(path, "t.xlsx").value
    assert sheets is not None
    return sheets[0]


def texts(sheet: Sheet) -> list[list[str]]:
    return [texts_of(row) for row in sheet.rows]


def texts_of(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]


def faults(path: Path) -> list[tuple[str, str]]:
    diagnostics = read_sheets(path, "t.xlsx").diagnostics
    return [(diagnostic.code, str(diagnostic.location)) for diagnostic in diagnostics]


def problems(sheet: Sheet) -> list[Diagnostic]:
    found_problems: list[Diagnostic] = []
    for row in sheet.rows:
        for cell in row:
            found_problems += cell_problems(cell)
    return found_problems


def test_cells_come_in_as_they_are_shown(tmp_path: Path) -> None:
    formats = {"A1": "0.0%", "B1": "[$-41E]d mmm bb", "C1": "#,##0", "D1": "@"}
    path = write_book(tmp_path, [[0.955, dt.date(2026, 3, 31), 12345, "=1+1"]], formats)
    sheet: Any = openpyxl.load_workbook(path)
    sheet.worksheets[0]["D1"].data_type = "s"
    sheet.save(path)

    assert texts(read(path)) == [["95.5%", "31 มี.ค. 69", "12,345", "=1+1"]]
    assert [cell.typed for cell in read(path).rows[0]] == ["95.5%", "2569-3-31", "12345", "=1+1"]


def test_a_format_that_is_not_read_is_told_at_its_cell(tmp_path: Path) -> None:
    sheet = read(write_book(tmp_path, [["ก", 0.5]], {"B1": "# ?/?"}))

    assert texts(sheet) == [["ก", "0.5"]]
    (problem,) = problems(sheet)
    assert (problem.code, problem.location.path) == ("E470", "t.xlsx!Sheet!B1")
    assert "# ?/?" in problem.message


def test_a_formula_without_a_value_and_one_that_fails_are_told(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก", "=1+1", "=1/0"]])
    change_part(path, SHEET_PART, lambda part: part.replace(b"<f>1/0</f><v />", b"<f>1/0</f><v>#DIV/0!</v>"))

    assert [(problem.code, problem.location.path[-2:]) for problem in problems(read(path))] == [
        ("E625", "B1"),
        ("E625", "C1"),
    ]


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        (b'<c r="B1" t="str"><f>IF(1,"","")</f><v></v></c>', None),
        (b'<c r="B1" t="str"><f>IF(1,"","")</f><v/></c>', None),
        (b'<c r="B1" t="str"><f>IF(1,"","")</f></c>', "E625"),
        (b'<c r="B1"><f>A1</f><v></v></c>', "E625"),
        (b'<c t="str"><f>IF(1,"","")</f></c>', "E625"),
        (b'<c r="B1"><f>1+1</f><v>2</v></c>', None),
    ],
)
def test_a_formula_whose_value_is_empty_is_saved(tmp_path: Path, saved: bytes, code: str | None) -> None:
    path = write_book(tmp_path, [["ก", "=1+1", "ข"]])
    change_part(path, SHEET_PART, lambda part: re.sub(rb'<c r="B1".*?</c>', saved, part))
    places = [(problem.code, problem.location.path) for problem in problems(read(path))]
    expected = [(code, "t.xlsx!Sheet!B1")] if code else []
    assert places == expected


def test_a_number_that_is_no_date_is_told_as_that(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก", 3_000_000]], {"B1": "d/m/yyyy"})
    (problem,) = problems(read(path))
    assert (problem.code, problem.location.path) == ("E625", "t.xlsx!Sheet!B1")
    assert "VALUE" not in problem.message
    assert problem.hint.endswith("General")


def test_a_strict_workbook_is_named_with_its_cure(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก"]])
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    change_part(path, "xl/workbook.xml", lambda part: part.replace(usual, strict))
    (diagnostic,) = read_sheets(path, "t.xlsx").diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E621", "t.xlsx")
    assert "Strict" in diagnostic.message
    assert "Excel Workbook (.xlsx)" in diagnostic.hint


def test_a_cell_of_csv_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"ก,ข\nค,{'ย' * 200_000}\n", encoding="utf-8")
    (diagnostic,) = read_sheets(path, "t.csv").diagnostics
    assert (diagnostic.code, diagnostic.location.path, diagnostic.location.line) == ("E621", "t.csv", 2)
    assert "131072" in diagnostic.message


def test_booleans_are_shown_as_excel_shows_them(tmp_path: Path) -> None:
    assert texts(read(write_book(tmp_path, [[True, False]]))) == [["TRUE", "FALSE"]]


def test_dates_may_count_from_1904(tmp_path: Path) -> None:
    path = write_book(tmp_path, [[44650]], {"A1": "yyyy-mm-dd"})
    book = openpyxl.load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0]["A1"] = 44650
    book.save(path)

    assert texts(read(path)) == [["2026-03-31"]]


def test_rich_texts_are_read_without_their_phonetics(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก"]])
    rich = "<is><r><t>ก</t></r><r><t xml:space='preserve'> ข</t></r><rPh sb='0' eb='1'><t>ค</t></rPh></is>"
    cell = f'<c r="A1" t="inlineStr">{rich}</c>'.encode()
    change_part(path, SHEET_PART, lambda part: re.sub(rb"<c r=.*?</c>", cell, part))

    assert texts(read(path)) == [["ก ข"]]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("_x0041_", "A"),
        ("_x005F_x0041_", "_x0041_"),
        ("ก_x000D_\nข", "ก\nข"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_", "\ufffd"),
        ("a_x1_b", "a_x1_b"),
    ],
)
def test_escapes_are_read_as_excel_reads_them(tmp_path: Path, written: str, text: str) -> None:
    assert texts(read(write_book(tmp_path, [[written]]))) == [[text]]


@given(st.text("_x05Fก4 \U0001f600", max_size=20))
def test_a_text_comes_back_from_its_escapes(text: str) -> None:
    assert decode_text(encode_text(text)) == text


def test_two_sheets_of_one_name_are_told(tmp_path: Path) -> None:
    book: Any = openpyxl.Workbook()
    book.create_sheet("Other")
    path = tmp_path / "t.xlsx"
    book.save(path)
    change_part(path, "xl/workbook.xml", lambda part: part.replace(b'name="Other"', b'name="sheet"'))

    assert faults(path) == [("E472", "t.xlsx!Sheet")]


def test_a_sheet_without_its_part_is_told(tmp_path: Path) -> None:
    path = change_part(write_book(tmp_path, [["ก"]]), SHEET_PART, None)

    assert faults(path) == [("E472", "t.xlsx!Sheet")]


def test_a_workbook_without_styles_is_read_where_no_cell_names_one(tmp_path: Path) -> None:
    path = change_part(write_book(tmp_path, [["ก", 1234.5]]), "xl/styles.xml", None)

    assert texts(read(path)) == [["ก", "1234.5"]]


def test_a_workbook_without_styles_is_told_where_a_cell_names_one(tmp_path: Path) -> None:
    path = write_book(tmp_path, [[dt.date(2026, 3, 31)]])
    change_part(path, "xl/styles.xml", None)
    (diagnostic,) = read_sheets(path, "t.xlsx").diagnostics

    assert (diagnostic.code, "styles.xml" in diagnostic.message) == ("E621", True)


def test_hidden_rows_and_columns_and_merged_rows_are_told(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก", "ข", "ค"], ["1", "2", "3"], ["4", "5", None]])
    book: Any = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.merge_cells("C2:C3")
    book.save(path)
    notes = read(path).notes

    assert [(note.code, note.severity.value, str(note.location)) for note in notes] == [
        ("E471", "warning", "t.xlsx!Sheet"),
        ("E471", "warning", "t.xlsx!Sheet"),
        ("E471", "info", "t.xlsx!Sheet"),
    ]
    assert [note.message.rpartition(": ")[2] for note in notes] == ["2", "B", "C2:C3"]
    assert texts(read(path))[:3] == [["ก", "ข", "ค"], ["1", "2", "3"], ["4", "5"]]


def old_file(text: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + text.encode("utf-16-le")


def zip_of(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        for name in names:
            book.writestr(name, b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "word", "cure"),
    [
        (old_file("Workbook"), ".xls", ".xlsx"),
        (old_file("EncryptedPackage"), "password", "Protect Workbook"),
        (zip_of("mimetype", "content.xml"), ".ods", ".xlsx"),
        (zip_of("xl/workbook.bin"), ".xlsb", ".xlsx"),
        (zip_of("a.txt"), "cannot be read", ".xlsx"),
        (b"a,b\n1,2\n", "cannot be read", ".xlsx"),
        (b"", "cannot be read", ".xlsx"),
    ],
)
def test_another_file_is_named_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, word: str, cure: str
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    path = tmp_path / "t.xlsx"
    path.write_bytes(data)
    (diagnostic,) = read_sheets(path, "t.xlsx").diagnostics

    assert (diagnostic.code, str(diagnostic.location)) == ("E621", "t.xlsx")
    assert (word in diagnostic.message, cure in diagnostic.hint) == (True, True)


def test_a_workbook_that_unpacks_to_too_much_is_told(tmp_path: Path) -> None:
    path = write_book(tmp_path, [["ก"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/large.bin", bytes(401 * 1024 * 1024))

    assert faults(path) == [("E621", "t.xlsx")]
