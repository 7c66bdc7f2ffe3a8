"""Emblem, head, page number and type of orders and announcements, measured in their PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from built import CM, MIDDLE, MILLIMETRE, TEXT_LEFT, TEXT_RIGHT, build, project_with_emblem, put
from page_lines import Line, all_lines, first_starting, plain_texts, read_lines
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
"""How far each clause of the order of numbers stretches its text before the number."""


def order_of_numbers() -> str:
    """Return an order in which a number, tied to the words before it, comes to all places near line ends."""
    lines = ["kind: order", "subject: ก", "cause: [ด้วย]", "clauses:"]
    for stretch in STRETCHES:
        filling = "มา" * (stretch // 2) + "ก็" * (stretch % 2)
        beginning = f"ให้โรงเรียนในสังกัดสำนักงานเขตพื้นที่การศึกษาดำเนินการตามหนังสือที่อ้างถึง{filling}"
        lines.append(f"  - {beginning}ตั้งแต่วันที่ 1234567 มีนาคม 2569 และอื่น ๆ")
    return "\n".join(lines) + "\n"


def ring() -> Image.Image:
    """Return a picture of a ring that touches all four sides: no emblem, but as tall as its file says."""
    picture = Image.new("RGB", (440, 480), "white")
    ImageDraw.Draw(picture).ellipse((0, 0, 439, 479), outline="black", width=12)
    return picture


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build an order and an announcement of two pages, with a subject of four lines and an emblem.

    Returns:
        The PDF of each document, and that of the order of numbers.
    """
    place = tmp_path_factory.mktemp("issued")
    content = project_with_emblem(place, ring())
    lines = "".join(f"  - {WHOLE_TEXT} {number}\n" for number in range(1, 31))
    put(content, "numbers", order_of_numbers())
    for name, text in zip(NAMES, (ORDER, ANNOUNCEMENT), strict=True):
        put(content, name, text + lines)
    folder = build(content, place / "build")
    return {name: folder / f"{name}.pdf" for name in (*NAMES, "numbers")}


@pytest.fixture(params=NAMES)
def pdf(request: pytest.FixtureRequest, pdfs: dict[str, Path]) -> Path:
    return pdfs[request.param]


def head_of(lines: list[Line]) -> list[Line]:
    """Return the lines above the first paragraph."""
    first_paragraph = first_starting(lines, "ด้วยเหตุ")
    return lines[: lines.index(first_paragraph)]


def test_the_emblem_is_three_centimetres_tall_and_stands_one_and_a_half_from_the_edge(pdf: Path) -> None:
    first_page, second_page = read_pictures(pdf)
    (emblem,) = first_page
    assert second_page == []
    assert emblem.bottom - emblem.top == pytest.approx(3 * CM, abs=MILLIMETRE)
    assert emblem.right_edge - emblem.left_edge == pytest.approx(3 * CM * 440 / 480, abs=MILLIMETRE)
    assert emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert (emblem.left_edge + emblem.right_edge) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)


def without_spaces(text: str) -> str:
    return text.replace("\u00a0", "").replace(" ", "")


def test_a_subject_of_four_lines_keeps_the_head_in_the_middle(pdf: Path) -> None:
    head = head_of(read_lines(pdf)[0])
    texts = plain_texts(head)
    assert texts[0].startswith(("คำสั่งสำนักงาน", "ประกาศสำนักงาน"))
    # Only an order has a line with its number above the subject.
    lines_above_subject = 2 if texts[0].startswith("คำสั่ง") else 1
    begins_subject = [text.startswith("เรื่อง ") for text in texts]
    assert begins_subject.index(True) == lines_above_subject
    subject = texts[lines_above_subject:]
    assert len(subject) == 4
    assert without_spaces("".join(subject)) == without_spaces(f"เรื่อง{SUBJECT}")
    for line in head:
        assert line.middle == pytest.approx(MIDDLE, abs=MILLIMETRE), line
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line
    below_emblem = (1.5 + 3) * CM
    assert head[0].top >= below_emblem - MILLIMETRE


def test_the_second_page_has_its_number_at_the_top_and_the_first_none(pdf: Path) -> None:
    first_page, second_page = read_lines(pdf)
    number = second_page[0]
    assert without_spaces(number.text) == "-๒-"
    assert number.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
    assert number.bottom < 3 * CM
    assert [line for line in first_page if "-๑-" in without_spaces(line.text)] == []


def test_all_text_is_sixteen_points_of_the_family_of_the_office(pdf: Path) -> None:
    assert read_sizes(pdf) == [{16}, {16}]
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    rows = fonts.stdout.splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    assert {"ESASarabunPSKLayout-Regular", "ESASarabunPSKLayout-Bold"} <= names
    assert {name for name in names if not name.startswith("ESASarabunPSK")} == set()


def test_a_number_is_not_broken_at_the_end_of_a_line(pdfs: dict[str, Path]) -> None:
    lines = plain_texts(all_lines(read_lines(pdfs["numbers"])))
    page_numbers = {"๒", "๓"}
    numbers: list[str] = []
    for line in lines:
        numbers += [number for number in re.findall("[๐-๙]+", line) if number not in page_numbers]
    assert numbers.count("๑๒๓๔๕๖๗") == len(STRETCHES)
    assert set(numbers) == {"๑๒๓๔๕๖๗", "๒๕๖๙"}
    assert any(line.startswith("๑๒๓๔๕๖๗") for line in lines)
    process = subprocess.run(["pdftotext", str(pdfs["numbers"]), "-"], check=True, capture_output=True)
    assert "\N{WORD JOINER}" not in process.stdout.decode()
