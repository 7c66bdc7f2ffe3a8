"""Dates of Excel in the columns of recipients: printed as they are seen, in the Buddhist era, and told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from circulars import lines_with, printed_letters
from openpyxl import Workbook
from qr_papers import put_letter

from esa_docs import api

MORNING = dt.datetime(2026, 9, 16, 9, 30)  # noqa: DTZ001 cells of Excel have no zone


def put_dates(root: Path, number_format: str, *days: dt.datetime) -> Path:
    """Write a circular whose recipients have dates in a format."""
    put_letter(root, "recipients_from: a.xlsx\ntext: ['ค่า {field:วัน} จบ']\n")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เรียน", "วัน"])
    for number, day in enumerate(days, 1):
        sheet.append([f"ผู้รับ {number}", day])
        sheet.cell(number + 1, 2).number_format = number_format
    book.save(root / "a.xlsx")
    return root


@pytest.mark.parametrize(
    ("number_format", "excel_text", "printed"),
    [
        ("d/m/yyyy", "16/9/2026", "๑๖ กันยายน ๒๕๖๙"),
        ("dd mmmm yyyy", "16 กันยายน 2026", "๑๖ กันยายน ๒๕๖๙"),
        ("d mmm yy", "16 ก.ย. 26", "๑๖ กันยายน ๒๕๖๙"),
        ("yyyy-mm-dd", "2026-09-16", "๑๖ กันยายน ๒๕๖๙"),
        ("mmmm yyyy", "กันยายน 2026", "กันยายน ๒๕๖๙"),
        ("mmm yy", "ก.ย. 26", "ก.ย. ๖๙"),
        ("mm/yyyy", "09/2026", "๐๙/๒๕๖๙"),
        ("yyyy", "2026", "๒๕๖๙"),
        ("d/m/yyyy h:mm", "16/9/2026 9:30", "๑๖/๙/๒๕๖๙ ๙:๓๐"),
        ("d mmmm yyyy h:mm", "16 กันยายน 2026 9:30", "๑๖ กันยายน ๒๕๖๙ ๙:๓๐"),
    ],
)
def test_a_date_with_a_christian_year_is_printed_as_seen_and_told_at_its_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number_format: str, excel_text: str, printed: str
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = put_dates(tmp_path, number_format, MORNING, MORNING)
    (letters,) = printed_letters(root)
    assert lines_with(letters, "ค่า") == [f"ค่า {printed} จบ"] * 2
    (diagnostic,) = [each for each in api.check(api.load(root)) if each.code == "W503"]
    assert (str(diagnostic.location).endswith("a.xlsx!Sheet!B2"), diagnostic.severity) == (True, "info")
    assert excel_text in diagnostic.message
    thai_digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    assert diagnostic.message.translate(thai_digits).endswith(f"letters print it as {printed}")


@pytest.mark.parametrize("number_format", ["[$-107041E]d mmm yyyy", "[$-107041E]d mmm yy", "dd/mm"])
def test_a_date_without_a_christian_year_is_not_told(tmp_path: Path, number_format: str) -> None:
    root = put_dates(tmp_path, number_format, MORNING)
    assert "W503" not in {each.code for each in api.check(api.load(root))}
