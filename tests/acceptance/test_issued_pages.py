"""Emblem, head, page number and type of orders and announcements, measured in their PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from built import CM, LEFT, MIDDLE, MILLIMETRE, RIGHT, build, project_with_emblem, put
from page_lines import Line, read_lines
from page_objects import read_pictures, read_sizes
from PIL import Image, ImageDraw

pytestmark = pytest.mark.office

NAMES = ("orders/long", "announcements/long")
SUBJECT = " ".join(["การดำเนินงานตามโครงการพัฒนาคุณภาพการศึกษาของสำนักงานเขตพื้นที่การศึกษา"] * 4)
WHOLE_TEXT = "ให้ดำเนินการตามที่กำหนดไว้ในเรื่องนี้ทุกประการ และรายงานผลให้ทราบ"
ORDER = f"""\
kind: order
number: '12'
date: 16 มีนาคม 2569
subject: {SUBJECT}
cause: [ด้วยเหตุตัวอย่าง]
clauses:
"""
ANNOUNCEMENT = f"""\
kind: announcement
date: 16 มีนาคม 2569
subject: {SUBJECT}
text: [ด้วยเหตุตัวอย่าง]
items:
"""


STRETCHES = range(24)
NUMBERS = "kind: order\nsubject: ก\ncause: [ด้วย]\nclauses:\n" + "".join(
    f"  - ให้โรงเรียนในสังกัดสำนักงานเขตพื้นที่การศึกษาดำเนินการตามหนังสือที่อ้างถึง{'มา' * (number // 2)}"
    f"{'ก็' * (number % 2)}ตั้งแต่วันที่ 1234567 มีนาคม 2569 และอื่น ๆ\n"
    for number in STRETCHES
)
"""A number, tied to the words before it, that comes to every place at the end of a line."""


def ring() -> Image.Image:
    """Draw a ring that touches all four sides: no emblem, but as tall as its file says."""
    picture = Image.new("RGB", (440, 480), "white")
    ImageDraw.Draw(picture).ellipse((0, 0, 439, 479), outline="black", width=12)
    return picture


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build an order and an announcement of two pages, with a subject of four lines and an emblem."""
    place = tmp_path_factory.mktemp("issued")
    content = project_with_emblem(place, ring())
    lines = "".join(f"  - {WHOLE_TEXT} {number}\n" for number in range(1, 31))
    put(content, "numbers", NUMBERS)
    for name, text in zip(NAMES, (ORDER, ANNOUNCEMENT), strict=True):
        put(content, name, text + lines)
    folder = build(content, place / "build")
    return {name: folder / f"{name}.pdf" for name in (*NAMES, "numbers")}


@pytest.fixture(params=NAMES)
def pdf(request: pytest.FixtureRequest, pdfs: dict[str, Path]) -> Path:
    return pdfs[request.param]


def head_of(lines: list[Line]) -> list[Line]:
    """Give the lines above the first paragraph, without what the emblem may hold."""
    end = next(number for number, line in enumerate(lines) if line.text.startswith("ด้วยเหตุ"))
    return lines[:end]


def test_the_emblem_is_three_centimetres_tall_and_stands_one_and_a_half_from_the_edge(pdf: Path) -> None:
    first, *others = read_pictures(pdf)
    (emblem,) = first
    assert others == [[]]
    assert emblem.bottom - emblem.top == pytest.approx(3 * CM, abs=MILLIMETRE)
    assert emblem.right - emblem.left == pytest.approx(3 * CM * 440 / 480, abs=MILLIMETRE)
    assert emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert (emblem.left + emblem.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)


def test_a_subject_of_four_lines_keeps_the_head_in_the_middle(pdf: Path) -> None:
    head = head_of(read_lines(pdf)[0])
    texts = [line.text.replace("\u00a0", " ") for line in head]
    assert texts[0].startswith(("คำสั่งสำนักงาน", "ประกาศสำนักงาน"))
    first = next(number for number, text in enumerate(texts) if text.startswith("เรื่อง "))
    assert len(texts) - first == 4
    assert "".join(texts[first:]).replace(" ", "") == f"เรื่อง{SUBJECT}".replace(" ", "")
    assert first == (2 if texts[0].startswith("คำสั่ง") else 1)
    for line in head:
        assert (line.left + line.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE), line
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line
    below_emblem = (1.5 + 3) * CM
    assert head[0].top >= below_emblem - MILLIMETRE


def test_the_second_page_has_its_number_at_the_top_and_the_first_none(pdf: Path) -> None:
    pages = read_lines(pdf)
    assert len(pages) == 2
    number = pages[1][0]
    assert number.text.replace("\u00a0", "").replace(" ", "") == "-๒-"
    assert (number.left + number.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)
    assert number.bottom < 3 * CM
    assert [line for line in pages[0] if "-๑-" in line.text.replace("\u00a0", "").replace(" ", "")] == []


def test_all_text_is_sixteen_points_of_the_family_of_the_office(pdf: Path) -> None:
    assert read_sizes(pdf) == [{16}, {16}]
    listed = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    names = {line.split()[0].partition("+")[2] for line in listed.stdout.splitlines()[2:]}
    assert {"ESASarabunPSKLayout-Regular", "ESASarabunPSKLayout-Bold"} <= names
    assert {name for name in names if not name.startswith("ESASarabunPSK")} == set()


def test_a_number_is_not_broken_at_the_end_of_a_line(pdfs: dict[str, Path]) -> None:
    lines = [line.text.replace("\u00a0", " ") for page in read_lines(pdfs["numbers"]) for line in page]
    numbers = [text for line in lines for text in re.findall("[๐-๙]+", line) if text not in {"๒", "๓"}]
    assert numbers.count("๑๒๓๔๕๖๗") == len(STRETCHES)
    assert set(numbers) == {"๑๒๓๔๕๖๗", "๒๕๖๙"}
    assert len([line for line in lines if line.startswith("๑๒๓๔๕๖๗")]) > 0
    text = subprocess.run(["pdftotext", str(pdfs["numbers"]), "-"], check=True, capture_output=True).stdout
    assert "\u2060" not in text.decode()
