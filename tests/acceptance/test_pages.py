"""The pages of the shipped manual as LibreOffice lays them out with the real TH Sarabun fonts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from page_lines import Line, read_lines

from esa_docs.model.document import Document
from esa_docs.word.render import charts_of

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[2]
POINTS_PER_CM = 72 / 2.54
LEFT, RIGHT = 3 * POINTS_PER_CM, (21 - 2) * POINTS_PER_CM
PAGE_NUMBER_BAND = 2 * POINTS_PER_CM
SLACK = 1.5
"""Points by which a glyph's box may pass its margin: side bearings."""
HEADING = re.compile(r"[1-9]\. ?(ชื่องาน|วัตถุประสงค์|ขอบเขต|คำจำกัดความ|ขั้นตอนการ|Flow|สรุปมาตรฐาน|แบบฟอร์ม|เอกสาร)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped manual with its PDF as a clerk does; give the folder of the year."""
    out = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "esa_docs.cli", "build", "manual", "--pdf", "-C", str(ROOT / "content")]
    environment = {**os.environ, "ESA_DOCS_FONTS": str(ROOT / ".fonts"), "ESA_DOCS_LANG": "en"}
    done = subprocess.run(
        [*command, "--out", str(out)], env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 written" in done.stderr
    assert "LibreOffice" in done.stderr
    return out / "2569"


@pytest.fixture(scope="module")
def pdf(built: Path) -> Path:
    return built / "manual.pdf"


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[list[Line]]:
    return read_lines(pdf)


def is_in_head(line: Line) -> bool:
    """Tell whether a line stands above the text, where the page number is; a box is as high as its font."""
    return (line.top + line.bottom) / 2 < PAGE_NUMBER_BAND


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if not is_in_head(line)]


def test_the_fonts_are_those_of_the_layout_and_embedded(pdf: Path) -> None:
    printed = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    rows = printed.stdout.splitlines()[2:]

    names = {row.split()[0].partition("+")[2] for row in rows}
    assert names == {"ESASarabunPSKLayout-Regular", "ESASarabunPSKLayout-Bold"}
    assert all(re.search(r"\byes\s+yes\s+yes\b", row) for row in rows)


def test_every_line_lies_inside_the_margins(pages: list[list[Line]]) -> None:
    lines = [line for page in pages for line in page]
    assert len(lines) > 500
    for line in lines:
        assert line.left >= LEFT - SLACK, line
        assert line.right <= RIGHT + SLACK, line


def test_no_lines_overlap(pages: list[list[Line]]) -> None:
    """Two lines of one column share no more than the room tone marks take."""
    shared_most = 0.35
    for page in pages:
        for number, upper in enumerate(page):
            for lower in page[number + 1 :]:
                apart = lower.left >= upper.right or upper.left >= lower.right
                shared = upper.bottom - lower.top
                assert apart or shared <= shared_most * (lower.bottom - lower.top), (upper, lower)


def test_no_heading_is_left_at_the_foot_of_a_page(pages: list[list[Line]]) -> None:
    headings = 0
    for page in pages:
        lines = body(page)
        headings += sum(bool(HEADING.match(line.text)) for line in lines)
        assert not HEADING.match(lines[-1].text), lines[-1]
    assert headings >= 4 * 9


def test_no_page_holds_a_single_line(pages: list[list[Line]]) -> None:
    assert [number for number, page in enumerate(pages, 1) if len(body(page)) < 2] == []


def test_front_matter_has_no_page_numbers_and_the_first_work_begins_at_one(pages: list[list[Line]]) -> None:
    numbers = [[line.text for line in page if is_in_head(line)] for page in pages]

    assert numbers[:3] == [[], [], []]
    assert numbers[3:] == [[str(number)] for number in range(1, len(pages) - 2)]
    assert any("งานมาตรฐานสำนักงานเขตพื้นที่การศึกษา" in line.text for line in pages[3])


def test_the_text_of_every_symbol_breaks_where_it_was_measured_to(
    manual: Document[Any], pages: list[list[Line]]
) -> None:
    """No line of a chart is set in two, so nothing is taller than its symbol or wider."""
    charts = [page for _title, drawn in charts_of(manual) for page in drawn]
    shown = [page for page in pages if any(line.text.startswith("6. Flow Chart") for line in page)]
    assert len(charts) == len(shown) == 4
    for chart, page in zip(charts, shown, strict=True):
        found = {" ".join(line.text.split()) for line in page}
        lines = [" ".join(line.split()) for box in chart.boxes for line in box.lines]
        assert len(lines) >= 11
        assert [line for line in lines if line not in found] == []
