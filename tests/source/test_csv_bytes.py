"""The bytes of a CSV file: what Excel and other programs of an office save."""

from __future__ import annotations

import codecs
from operator import attrgetter
from pathlib import Path

import openpyxl
import pytest

from esa_docs.source.tables.table_file import read_sheets

TEXT = "ชื่อ,ราคา\r\nโรงเรียน “ตัวอย่าง” – ก…,€5\r\n"
QUOTES_ABOVE_ALL = "a,b\r\n“‘’”…€–—•,x\r\nก,ข\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding", "codes"),
    [
        (b"", "utf-8", []),
        (codecs.BOM_UTF8, "utf-8", []),
        (codecs.BOM_UTF16_LE, "utf-16-le", ["E102"]),
        (codecs.BOM_UTF16_BE, "utf-16-be", ["E102"]),
        (b"", "cp874", ["E103"]),
    ],
)
@pytest.mark.parametrize("text", [TEXT, QUOTES_ABOVE_ALL])
def test_what_programs_save_is_read_and_told_once(
    tmp_path: Path, text: str, mark: bytes, encoding: str, codes: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(mark + text.encode(encoding))
    sheets = read_sheets(path, "t.csv")
    assert sheets.value is not None
    lines = [",".join(map(attrgetter("text"), row)) for row in sheets.value[0].rows]
    assert [line for line in lines if line] == text.strip().split("\r\n")
    assert [diagnostic.code for diagnostic in sheets.diagnostics] == codes
    assert [str(diagnostic.severity) for diagnostic in sheets.diagnostics] == ["info"] * len(codes)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("ก,ข\nค,ง\n".encode()[:-2] + b"\n", "E101"),
        ("กก,ขข\nคคคค\n".encode("cp874") + b"\xff\n", "E103"),
        (codecs.BOM_UTF16_LE + "ก,ข\n".encode("utf-16-le") + b"x", "E102"),
    ],
)
def test_damaged_bytes_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    sheets = read_sheets(path, "t.csv")
    assert sheets.value is None
    assert [(diagnostic.code, str(diagnostic.severity)) for diagnostic in sheets.diagnostics] == [
        (code, "error")
    ]


@pytest.mark.parametrize(("name", "place"), [("t.csv", "t.csv:2:2"), ("t.xlsx", "t.xlsx!Sheet!A2")])
def test_a_line_separator_is_refused_in_every_table(tmp_path: Path, name: str, place: str) -> None:
    path = tmp_path / name
    if path.suffix == ".csv":
        path.write_text("ก\nข\u2028ค\n", encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        book.worksheets[0].append(["ก"])
        book.worksheets[0].append(["ข\u2028ค"])
        book.save(path)
    (diagnostic,) = read_sheets(path, name).diagnostics
    assert (diagnostic.code, str(diagnostic.location)) == ("E105", place)
    assert "ข[U+2028]ค" in diagnostic.message
