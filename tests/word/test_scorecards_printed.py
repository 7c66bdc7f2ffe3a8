"""Three scorecards of each shipped edition, reckoned by hand, as the report prints them."""

from __future__ import annotations

from typing import Any

import pytest
from finished import make_word_file
from invented_office import DIRECTOR, OFFICE, document_of
from word_files import row_texts, xml_of, xpath

from esa_docs.kinds import KINDS
from esa_docs.source.assets.schemes import shipped_schemes

INDICATORS_OF_STANDARD_1 = ("1.1", "1.2", "1.3")
INDICATORS_OF_STANDARD_2 = ("2.1", "2.2", "2.3", "2.4", "2.5")
INDICATORS_OF_STANDARD_3 = ("3.1", "3.2", "3.3", "3.4", "3.5", "3.6")
INDICATORS = (*INDICATORS_OF_STANDARD_1, *INDICATORS_OF_STANDARD_2, *INDICATORS_OF_STANDARD_3)
MIXED = [1, 2, 3, 1, 2, 3, 4, 5, 5, 5, 4, 4, 3, 3]
"""Standards (1 + 2 + 3) / 3, (1 + 2 + 3 + 4 + 5) / 5, (5 + 5 + 4 + 4 + 3 + 3) / 6: 2, 3, 4; together 3."""
ALL_BOXES = {"basic": [1, 2, 3], "advance": [1, 2], "significance": [1, 2]}
GATED = {"basic": [1, 2, 3], "advance": [1], "significance": [1, 2]}
"""Advance is not complete: 300."""
SHORT = {"basic": [1, 2], "advance": [1, 2], "significance": [1, 2]}
"""Basic is not complete: two of three boxes, 200."""
ADLI = ("approach", "deployment", "learning", "integration")
LETCI = ("level", "trend", "comparison", "integration")


def total_row(kind: str, content: dict[str, Any], name: str) -> list[str]:
    """Return the texts of the first row of a report whose first cell is this name."""
    data = make_word_file(document_of(kind, content, {**OFFICE, "director": DIRECTOR}))
    rows = [row_texts(row) for row in xpath(xml_of(data), "//w:tr")]
    rows_of_name = [row for row in rows if row[0] == name]
    return rows_of_name[0]


@pytest.mark.parametrize(
    ("levels", "total", "word"),
    [([1] * 14, "1.00", "ปรับปรุง"), (MIXED, "3.00", "ดี"), ([5] * 14, "5.00", "ดีเยี่ยม")],
)
def test_the_total_of_a_sar(levels: list[int], total: str, word: str) -> None:
    indicators = []
    for code, level in zip(INDICATORS, levels, strict=True):
        issue = {"number": 1, "twelve_months": {"level": level}}
        indicators.append({"indicator": code, "issues": [issue]})
    content = {"scheme": shipped_schemes(KINDS)["sar-2560"], "indicators": indicators}
    row = total_row("sar", content, "รวมทุกมาตรฐาน")
    assert total in row
    assert word in row


@pytest.mark.parametrize(
    ("boxes_of_first", "boxes_of_next", "total"),
    [
        ({}, {}, "0.00"),
        (ALL_BOXES, ALL_BOXES, "500.00"),
        (ALL_BOXES, GATED, "307.14"),
        (GATED, SHORT, "203.57"),
    ],
)
def test_the_total_of_pmqa_by_boxes(
    boxes_of_first: dict[str, Any], boxes_of_next: dict[str, Any], total: str
) -> None:
    """Item 1.1 has other boxes than all the next ones; หมวด 1 has four items.

    All boxes, then gated: หมวด 1 (500 + 3 · 300) / 4 = 350, together (350 + 6 · 300) / 7 = 307.14.
    Gated, then short: หมวด 1 (300 + 3 · 200) / 4 = 225, together (225 + 6 · 200) / 7 = 203.57.
    """
    scheme: Any = shipped_schemes(KINDS)["pmqa-4.0"]
    items = []
    for code, _category, _item in scheme.items():
        boxes = boxes_of_first if code == "1.1" else boxes_of_next
        items.append({"item": code, "boxes": boxes})
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
    adli = dict(zip(ADLI, map(str, process), strict=True))
    letci = dict(zip(LETCI, map(str, result), strict=True))
    items: list[dict[str, Any]] = []
    for code, category, _item in scheme.items():
        if category.results:
            items.append({"item": code, "letci": letci})
        else:
            items.append({"item": code, "adli": adli})
    row = total_row("pmqa", {"scheme": scheme, "items": items}, "คะแนนเฉลี่ยทุกหมวด")
    assert total in row
