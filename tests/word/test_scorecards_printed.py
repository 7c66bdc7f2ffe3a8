"""Three scorecards of each shipped edition, reckoned by hand, as the report prints them."""

from __future__ import annotations

from typing import Any

import pytest
from finished import made
from invented_office import DIRECTOR, OFFICE, document_of
from word_files import text_of, xml_of, xpath

from esa_docs.kinds import KINDS
from esa_docs.source.schemes import shipped_schemes

CODES = ["1.1", "1.2", "1.3", *(f"2.{n}" for n in range(1, 6)), *(f"3.{n}" for n in range(1, 7))]
MIXED = [1, 2, 3, 1, 2, 3, 4, 5, 5, 5, 4, 4, 3, 3]
"""Standards (1 + 2 + 3) / 3, (1 + 2 + 3 + 4 + 5) / 5, (5 + 5 + 4 + 4 + 3 + 3) / 6: 2, 3, 4; the whole 3."""
ALL_BOXES = {"basic": [1, 2, 3], "advance": [1, 2], "significance": [1, 2]}
GATED = {"basic": [1, 2, 3], "advance": [1], "significance": [1, 2]}
"""Advance is not whole: 300."""
SHORT = {"basic": [1, 2], "advance": [1, 2], "significance": [1, 2]}
"""Basic is not whole: two of three boxes, 200."""
ADLI = ("approach", "deployment", "learning", "integration")
LETCI = ("level", "trend", "comparison", "integration")


def total_row(kind: str, content: dict[str, Any], name: str) -> list[str]:
    """Give the first row of the report that sums up, cell by cell."""
    data = made(document_of(kind, content, {**OFFICE, "director": DIRECTOR}))
    rows = xpath(xml_of(data), "//w:tr")
    cells = [[text_of(cell) for cell in xpath(row, "w:tc")] for row in rows]
    return next(row for row in cells if row[0] == name)


@pytest.mark.parametrize(
    ("levels", "total", "word"),
    [([1] * 14, "1.00", "ปรับปรุง"), (MIXED, "3.00", "ดี"), ([5] * 14, "5.00", "ดีเยี่ยม")],
)
def test_the_total_of_a_sar(levels: list[int], total: str, word: str) -> None:
    indicators = [
        {"indicator": code, "issues": [{"number": 1, "twelve_months": {"level": level}}]}
        for code, level in zip(CODES, levels, strict=True)
    ]
    content = {"scheme": shipped_schemes(KINDS)["sar-2560"], "indicators": indicators}
    row = total_row("sar", content, "รวมทุกมาตรฐาน")
    assert total in row
    assert word in row


@pytest.mark.parametrize(
    ("first", "others", "total"),
    [
        ({}, {}, "0.00"),
        (ALL_BOXES, ALL_BOXES, "500.00"),
        (ALL_BOXES, GATED, "307.14"),
        (GATED, SHORT, "203.57"),
    ],
)
def test_the_total_of_pmqa_by_boxes(first: dict[str, Any], others: dict[str, Any], total: str) -> None:
    """One item of 24 + 6 apart: หมวด 1 (500 + 3 · 300) / 4 = 350, whole (350 + 6 · 300) / 7 = 307.14.

    Gated first, short ones after it: (300 + 3 · 200) / 4 = 225, (225 + 6 · 200) / 7 = 203.57.
    """
    scheme: Any = shipped_schemes(KINDS)["pmqa-4.0"]
    items = [{"item": code, "boxes": first if code == "1.1" else others} for code, _c, _i in scheme.items()]
    row = total_row("pmqa", {"scheme": scheme, "items": items}, "คะแนนเฉลี่ยทุกหมวด")
    assert total in row


@pytest.mark.parametrize(
    ("edition", "process", "result", "total"),
    [
        ("pmqa-2558", [0] * 4, [0] * 4, "0.00"),
        ("pmqa-2558", [100] * 4, [100] * 4, "100.00"),
        ("pmqa-2558", [50, 40, 30, 30], [90, 90, 85, 100], "45.18"),
        ("pmqa-2550", [0] * 4, [0] * 4, "0.00"),
        ("pmqa-2550", [100] * 4, [100] * 4, "100.00"),
        ("pmqa-2550", [20, 10, 0, 0], [30, 45, 0, 5], "9.29"),
    ],
)
def test_the_total_of_pmqa_by_percentages(
    edition: str, process: list[int], result: list[int], total: str
) -> None:
    """(6 · 37.5 + 91.25) / 7 = 45.18; (6 · 7.5 + 20) / 7 = 9.29."""
    scheme: Any = shipped_schemes(KINDS)[edition]
    items = [
        {"item": code, "letci": dict(zip(LETCI, map(str, result), strict=True))}
        if category.results
        else {"item": code, "adli": dict(zip(ADLI, map(str, process), strict=True))}
        for code, category, _item in scheme.items()
    ]
    row = total_row("pmqa", {"scheme": scheme, "items": items}, "คะแนนเฉลี่ยทุกหมวด")
    assert total in row
