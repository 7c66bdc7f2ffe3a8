"""Letters on paper: head, indents, hanging lines, and what may not stand alone, measured in their PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import CM, LEFT, MILLIMETRE, RIGHT, build, project_with_emblem, put
from page_lines import Line, read_lines, read_words
from PIL import Image, ImageDraw

pytestmark = pytest.mark.office

PAGE_MIDDLE = 10.5 * CM
"""The centre line of the page."""
DOTS = 4
"""Dots a point in pictures of pages."""
SUBJECT = " ".join(["ขอความอนุเคราะห์ข้อมูลประกอบการจัดทำรายงานการประเมินตนเองของสำนักงาน"] * 4)
SENTENCE = "ด้วยสำนักงานตัวอย่างมีความประสงค์จะขอความอนุเคราะห์ข้อมูลประกอบการจัดทำรายงาน "
ISSUED: dict[str, Any] = {"kind": "letter", "number": "12", "date": "12 มกราคม 2569", "owner": "อำนวยการ"}
PLAIN = {**ISSUED, "subject": "แจ้งเพื่อทราบ", "to": "ผู้รับตัวอย่าง", "text": [SENTENCE * 3]}
FULL = {
    **ISSUED,
    "circular": "true",
    "speed": "ด่วนที่สุด",
    "secrecy": "ลับ",
    "subject": SUBJECT,
    "recipients": [{"to": f"ผู้รับที่ {number}"} for number in (1, 2)],
    "refers": [
        {"text": f"หนังสือสำนักงานตัวอย่าง{name}", "number": "ศธ 00000/ว 1", "date": "5 มกราคม 2569"}
        for name in ("ที่หนึ่ง", "ที่สอง")
    ],
    "attachments": [
        {"text": "แบบสรุปผลการประเมินตนเองรายมาตรฐานพร้อมเอกสารหลักฐานประกอบการประเมินทุกรายการ", "count": 1},
        {"text": "แบบตอบรับ", "count": 245, "unit": "ชุด"},
    ],
    "text": [SENTENCE * 8] * 2,
    "copies": ["ผู้รับสำเนาที่หนึ่ง", "ผู้รับสำเนาที่สอง"],
}
GROWING = {f"growing-{lines:02}": {**PLAIN, "text": [SENTENCE * lines]} for lines in range(4, 24, 3)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build letters of the shipped office with a picture as its emblem: a wedge that stands on its tip."""
    place = tmp_path_factory.mktemp("letters")
    wedge = Image.new("RGB", (270, 300), "white")
    ImageDraw.Draw(wedge).polygon([(0, 0), (269, 0), (135, 299)], fill="black")
    content = project_with_emblem(place, wedge)
    for number, (name, letter) in enumerate({"plain": PLAIN, "full": FULL, **GROWING}.items(), 20):
        text = yaml.safe_dump({**letter, "number": str(number)}, allow_unicode=True)
        put(content, f"letters/{name}", text)
    return build(content, place / "build") / "letters"


@pytest.fixture(scope="module")
def plain(folder: Path) -> list[list[Line]]:
    return read_lines(folder / "plain.pdf")


@pytest.fixture(scope="module")
def full(folder: Path) -> list[list[Line]]:
    return read_lines(folder / "full.pdf")


@pytest.fixture(scope="module")
def picture(folder: Path) -> Image.Image:
    """Draw the first page of the plain letter in shades of grey."""
    subprocess.run(
        ["pdftoppm", "-r", str(72 * DOTS), "-f", "1", "-l", "1", "-singlefile", "-gray", "plain.pdf", "page"],
        cwd=folder,
        check=True,
    )
    return Image.open(folder / "page.pgm")


def ink(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> list[float]:
    """Give the sides of what is black inside a box, in points: left, top, right, bottom."""
    corner = (round(left * DOTS), round(top * DOTS))
    box = picture.crop((*corner, round(right * DOTS), round(bottom * DOTS)))
    found = box.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert found is not None
    return [(side + corner[number % 2]) / DOTS for number, side in enumerate(found)]


def starting(lines: list[Line], text: str) -> Line:
    return next(line for line in lines if line.text.replace("\u00a0", " ").startswith(text))


def has(lines: list[Line], text: str) -> bool:
    return any(text in line.text.replace("\u00a0", " ") for line in lines)


def test_every_line_lies_inside_the_margins(plain: list[list[Line]], full: list[list[Line]]) -> None:
    lines = [line for page in (*plain, *full) for line in page]
    assert len(lines) > 60
    for line in lines:
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line


def test_emblem_is_three_centimetres_tall_in_the_middle_of_the_page(picture: Image.Image) -> None:
    left, top, right, bottom = ink(picture, 8.5 * CM, 1 * CM, 11.9 * CM, 5 * CM)

    assert top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert bottom - top == pytest.approx(3 * CM, abs=MILLIMETRE)
    assert (left + right) / 2 == pytest.approx(PAGE_MIDDLE, abs=MILLIMETRE)


def test_number_and_agency_are_level_with_the_feet_of_the_emblem(
    folder: Path, picture: Image.Image, plain: list[list[Line]]
) -> None:
    emblem = ink(picture, 8.5 * CM, 1 * CM, 11.9 * CM, 5 * CM)
    code = next(word for word in read_words(folder / "plain.pdf")[0] if word.text.startswith("ศธ"))
    _left, _top, _right, base = ink(picture, code.left, code.top, code.right, code.bottom)

    assert base == pytest.approx(emblem[3], abs=MILLIMETRE)
    number, agency = starting(plain[0], "ที่ ศธ"), starting(plain[0], "สำนักงานเขตพื้นที่")
    assert number.left == pytest.approx(LEFT, abs=MILLIMETRE)
    assert agency.top == pytest.approx(number.top, abs=MILLIMETRE)
    address = starting(plain[0], "จังหวัดเลย")
    assert address.left == pytest.approx(agency.left, abs=MILLIMETRE)


def test_date_begins_at_the_centre_line_of_the_page(plain: list[list[Line]], full: list[list[Line]]) -> None:
    for pages in (plain, full):
        date = starting(pages[0], "๑๒ มกราคม")
        assert date.left == pytest.approx(PAGE_MIDDLE, abs=MILLIMETRE)


def test_mark_of_speed_stands_above_the_number(full: list[list[Line]]) -> None:
    speed, number = starting(full[0], "ด่วนที่สุด"), starting(full[0], "ที่ ศธ")
    assert speed.left == pytest.approx(number.left, abs=MILLIMETRE)
    assert 0 <= number.top - speed.bottom < CM


def test_a_subject_of_four_lines_hangs(full: list[list[Line]]) -> None:
    subject, salutation = starting(full[0], "เรื่อง"), starting(full[0], "เรียน")
    below = [line for line in full[0] if subject.top < line.top < salutation.top]

    assert subject.left == pytest.approx(LEFT, abs=MILLIMETRE)
    assert len(below) == 3
    for line in below:
        assert line.left == pytest.approx(LEFT + 1.1 * CM, abs=MILLIMETRE)


def test_attachments_and_their_counts_stand_in_columns(folder: Path) -> None:
    words = read_words(folder / "full.pdf")[0]
    counts = [word for word in words if word.text.startswith("จำนวน")]
    (second,) = [word for word in words if word.text == "แบบตอบรับ"]

    assert len(counts) == 2
    assert counts[0].left == pytest.approx(counts[1].left, abs=MILLIMETRE)
    assert counts[0].left == pytest.approx(LEFT + 13.1 * CM, abs=MILLIMETRE)
    assert counts[1].top == pytest.approx(second.top, abs=MILLIMETRE)
    assert second.left == pytest.approx(LEFT + 3.1 * CM, abs=MILLIMETRE)


def test_paragraphs_begin_two_and_a_half_centimetres_in(plain: list[list[Line]]) -> None:
    above, below = starting(plain[0], "เรียน").bottom, starting(plain[0], "ขอแสดง").top
    first = [line for line in plain[0] if above < line.top < below and line.left > LEFT + MILLIMETRE]
    assert len(first) == 2
    for line in first:
        assert line.left == pytest.approx(LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_respects_name_and_post_stand_on_one_axis_from_near_the_middle(plain: list[list[Line]]) -> None:
    respects = starting(plain[0], "ขอแสดงความนับถือ")
    signed = [respects, starting(plain[0], "(นายสมมติ"), starting(plain[0], "ผู้อำนวยการ")]
    axes = [(line.left + line.right) / 2 for line in signed]

    assert axes == pytest.approx([axes[0]] * 3, abs=MILLIMETRE)
    assert respects.left == pytest.approx(PAGE_MIDDLE, abs=1.5 * CM)
    assert signed[1].top - respects.bottom > 2 * CM


def pages_of_all(folder: Path) -> Iterator[list[list[Line]]]:
    for name in ("plain", *GROWING):
        yield read_lines(folder / f"{name}.pdf")


def test_signature_and_unit_never_stand_alone_on_a_page(folder: Path) -> None:
    lengths = []
    for pages in pages_of_all(folder):
        lengths.append(len(pages))
        last = pages[-1]
        closing = starting(last, "จึงเรียนมาเพื่อโปรดทราบ")
        for text in ("ขอแสดงความนับถือ", "(นายสมมติ", "กลุ่มอำนวยการ", "โทร.", "ไปรษณีย์อิเล็กทรอนิกส์"):
            assert starting(last, text).top > closing.top, text
        assert starting(last, "กลุ่มอำนวยการ").left == pytest.approx(LEFT, abs=MILLIMETRE)
    assert lengths == sorted(lengths)
    assert set(lengths) == {1, 2}


def test_letters_of_one_file_begin_anew_with_emblem_and_number(full: list[list[Line]]) -> None:
    assert len(full) == 4
    assert [has(page, "ที่ ศธ ๐๔๐๐๐/ว ๒๑") for page in full] == [True, False, True, False]
    assert [has(page, "ผู้รับที่ ๑") for page in full] == [True, False, False, False]
    assert [has(page, "ผู้รับที่ ๒") for page in full] == [False, False, True, False]
    assert [has(page, "- ๒ -") for page in full] == [False, True, False, True]
    assert [has(page, "- ๑ -") or has(page, "- ๓ -") for page in full] == [False] * 4


def test_mark_of_secrecy_stands_at_top_and_bottom_of_every_page(full: list[list[Line]]) -> None:
    for page in full:
        marks = [line for line in page if line.text == "ลับ"]
        assert len(marks) == 2
        assert marks[0] == page[0]
        assert marks[1] == page[-1]
        for mark in marks:
            assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=MILLIMETRE)
