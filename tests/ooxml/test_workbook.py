"""The tiny workbook: what openpyxl reads in it is what was put in."""

from __future__ import annotations

import io
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from esa_docs.ooxml.workbook import Cell, cell_range, make_workbook, number_text


def read(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Sheet1"]
    return [list(row) for row in book["Sheet1"].iter_rows(values_only=True)]


def test_openpyxl_reads_the_rows() -> None:
    rows: list[list[Cell]] = [
        [None, "ปี 2569", "A & B <x>"],
        ["มาตรฐานที่ ๑ ", Decimal("4.50"), Fraction(1, 3)],
        ["  น้ำ", None, Decimal(5)],
    ]
    assert read(make_workbook(rows)) == [
        [None, "ปี 2569", "A & B <x>"],
        ["มาตรฐานที่ ๑ ", 4.5, 1 / 3],
        ["  น้ำ", None, 5],
    ]


def test_columns_go_on_after_z() -> None:
    names: list[Cell] = [f"c{number}" for number in range(53)]
    assert read(make_workbook([names])) == [names]
    assert cell_range(0, 2, 4) == "Sheet1!$A$2:$A$4"
    assert cell_range(25, 2, 4) == "Sheet1!$Z$2:$Z$4"
    assert cell_range(26, 2, 4) == "Sheet1!$AA$2:$AA$4"
    assert cell_range(52, 2, 4) == "Sheet1!$BA$2:$BA$4"
    assert cell_range(1, 1, 1) == "Sheet1!$B$1"


def test_equal_rows_give_equal_bytes_and_others_others() -> None:
    assert make_workbook([["ก", Decimal(1)]]) == make_workbook([["ก", Decimal("1.0")]])
    assert make_workbook([["ก", Decimal(1)]]) != make_workbook([["ก", Decimal(2)]])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("4.50"), "4.5"),
        (Decimal("1E+2"), "100"),
        (Fraction(1, 4), "0.25"),
        (Decimal(-3), "-3"),
        (Decimal("0.1"), "0.1"),
    ],
)
def test_numbers_are_written_short(number: Decimal | Fraction, text: str) -> None:
    assert number_text(number) == text
