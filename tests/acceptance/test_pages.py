"""The pages of the shipped manual as LibreOffice lays them out with the real TH Sarabun fonts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from built import CM, ROOT, TEXT_LEFT, TEXT_RIGHT
from page_lines import Line, all_lines, lines_starting, read_lines

from esa_docs.flow.chart import ChartPage
from esa_docs.model.document import Document
from esa_docs.word.render import charts_of

pytestmark = pytest.mark.office

FRONT_PAGES = 3
"""Pages before the first work. They have no number."""
PAGE_NUMBER_BAND = 2 * CM
SLACK = 1.5
"""Points by which the box of a letter may pass its margin: it includes the room at the letter's sides."""
HEADING = re.compile(r"[1-9]\. ?(ชื่องาน|วัตถุประสงค์|ขอบเขต|คำจำกัดความ|ขั้นตอนการ|Flow|สรุปมาตรฐาน|แบบฟอร์ม|เอกสาร)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped manual with its PDF as a clerk does; return the folder of the year."""
    out = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "esa_docs.cli", "build", "manual", "--pdf", "-C", str(ROOT / "content")]
    environment = {**os.environ, "ESA_DOCS_FONTS": str(ROOT / ".fonts"), "ESA_DOCS_LANG": "en"}
    process = subprocess.run(
        [*command, "--out", str(out)], env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    assert (process.returncode, process.stdout) == (0, ""), process.stderr
    assert "2 written" in process.stderr
    assert "LibreOffice" in process.stderr
    return out / "2569"


@pytest.fixture(scope="module")
def pdf(built: Path) -> Path:
    return built / "manual.pdf"


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[list[Line]]:
    return read_lines(pdf)


def is_in_head(line: Line) -> bool:
    """Return whether a line stands above the text, where the page number is."""
    # The box of a line is as high as its font, and may reach into the text.
    return (line.top + line.bottom) / 2 < PAGE_NUMBER_BAND


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if not is_in_head(line)]


def head(page: list[Line]) -> list[str]:
    return [line.text for line in page if is_in_head(line)]


def test_the_fonts_are_those_of_the_layout_and_embedded(pdf: Path) -> None:
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    rows = fonts.stdout.splitlines()[2:]

    names = {row.split()[0].partition("+")[2] for row in rows}
    assert names == {"ESASarabunPSKLayout-Regular", "ESASarabunPSKLayout-Bold"}
    for row in rows:
        # The columns emb, sub and uni: embedded, a subset, with a map to Unicode.
        assert re.search(r"\byes\s+yes\s+yes\b", row), row


def test_every_line_lies_inside_the_margins(pages: list[list[Line]]) -> None:
    lines = all_lines(pages)
    assert len(lines) > 500
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - SLACK, line
        assert line.right_edge <= TEXT_RIGHT + SLACK, line


def test_no_lines_overlap(pages: list[list[Line]]) -> None:
    for page in pages:
        for upper, lower in combinations(page, 2):
            assert not overlap(upper, lower), (upper, lower)


def overlap(upper: Line, lower: Line) -> bool:
    """Return whether two lines of one column share more than the room that tone marks take."""
    if lower.left_edge >= upper.right_edge or upper.left_edge >= lower.right_edge:
        return False
    room_of_tone_marks = 0.35 * (lower.bottom - lower.top)
    return upper.bottom - lower.top > room_of_tone_marks


def test_no_heading_is_left_at_the_foot_of_a_page(pages: list[list[Line]]) -> None:
    headings = 0
    for page in pages:
        lines = body(page)
        headings += len([line for line in lines if HEADING.match(line.text)])
        assert not HEADING.match(lines[-1].text), lines[-1]
    assert headings >= 4 * 9


def test_no_page_holds_a_single_line(pages: list[list[Line]]) -> None:
    for page in pages:
        assert len(body(page)) >= 2, page


def test_front_matter_has_no_page_numbers_and_the_first_work_begins_at_one(pages: list[list[Line]]) -> None:
    heads = [head(page) for page in pages]

    assert heads[:FRONT_PAGES] == [[], [], []]
    for number, head_of_page in enumerate(heads[FRONT_PAGES:], 1):
        assert head_of_page == [str(number)]
    assert any("งานมาตรฐานสำนักงานเขตพื้นที่การศึกษา" in line.text for line in pages[FRONT_PAGES])


def test_the_text_of_every_symbol_breaks_where_it_was_measured_to(
    manual: Document[Any], pages: list[list[Line]]
) -> None:
    """No line of a chart is broken in two, so nothing is taller or wider than its symbol."""
    charts: list[ChartPage] = []
    for _title, drawn_pages in charts_of(manual):
        charts += drawn_pages
    pages_with_chart = [page for page in pages if lines_starting(page, "6. Flow Chart")]
    assert len(charts) == len(pages_with_chart) == 4
    for chart, page in zip(charts, pages_with_chart, strict=True):
        printed_lines = {" ".join(line.text.split()) for line in page}
        measured_lines: list[str] = []
        for box in chart.boxes:
            measured_lines += [" ".join(line.split()) for line in box.lines]
        assert len(measured_lines) >= 11
        assert [line for line in measured_lines if line not in printed_lines] == []
