"""What a spreadsheet would run is written as a text, and every text comes back as it was."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.ooxml.workbook import make_workbook
from esa_docs.source.registers.register_text import changed_register, parse_records
from esa_docs.source.tables.csv_changing import fill_csv_column
from esa_docs.source.tables.csv_texts import guard_text, unguard_text
from esa_docs.source.tables.table_column import ColumnToFill
from esa_docs.source.tables.table_file import read_sheets

RUN = [
    '=HYPERLINK("http://example.com","x")',
    "@SUM(1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "\t=1",
    "\r=1",
    "\n=1",
]
PLAIN = ["-", "+", "=", "-5", "+12.5", "-1,234", "ก=1", "ขอเชิญ", "'", "'ก'", "", "12/2569"]


@pytest.mark.parametrize("text", RUN)
def test_what_would_be_run_gets_an_apostrophe(text: str) -> None:
    assert guard_text(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_all_else_stays(text: str) -> None:
    assert guard_text(text) == text


@given(st.one_of(st.text(), st.text("'=+-@\t ก1", max_size=6)))
def test_every_text_comes_back(text: str) -> None:
    written = guard_text(text)

    assert unguard_text(written) == text
    assert (
        written[:1] not in tuple("=+-@\t\r\n") or written in PLAIN or len(written) == 1 or is_number(written)
    )


def is_number(text: str) -> bool:
    digits = text[1:].replace(",", "").replace(".", "")
    return text[0] in "+-" and digits.isdigit() and text[1].isdigit()


@given(st.lists(st.text("'=+-@ก1\" ,\n", min_size=1, max_size=6), min_size=1, max_size=4))
def test_a_register_comes_back(texts: list[str]) -> None:
    rows = [{"number": "1", "date": "1", "subject": text} for text in texts]
    data = changed_register(None, {}, rows)
    _head, *records = parse_records(data.decode("utf-8-sig").replace("\r\n", "\n"))

    assert [record.cells[2] for record in records] == [text.replace("\r\n", "\n") for text in texts]


def test_a_roster_with_ids_has_no_formula(tmp_path: Path) -> None:
    column = ColumnToFill("", 1, "รหัส", None, {2: "=1+1"})
    data = fill_csv_column("ชื่อ,ตำแหน่ง\nก,ข\n".encode(), column)
    path = tmp_path / "people.csv"
    path.write_bytes(data)

    assert list(csv.reader(io.StringIO(data.decode())))[1] == ["ก", "ข", "'=1+1"]
    sheets = read_sheets(path, "people.csv").value
    assert sheets is not None
    assert [cell.text for cell in sheets[0].rows[1]] == ["ก", "ข", "=1+1"]


def test_texts_of_a_workbook_are_no_formulas() -> None:
    data = make_workbook([["=1+1", "_x0041_"]])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert sheet.count('t="inlineStr"') == 2
    assert "<f>" not in sheet
    assert ">_x005F_x0041_<" in sheet
