"""Letters on paper, measured in their PDF: head, indents, hanging lines, and what must not stand alone."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import CM, MIDDLE, MILLIMETRE, TEXT_LEFT, TEXT_RIGHT, build, project_with_emblem, put
from page_lines import Line, all_lines, first_starting, lines_starting, read_lines, read_words
from page_objects import Place
from PIL import Image, ImageDraw

pytestmark = pytest.mark.office

PAGE_MIDDLE = 10.5 * CM
"""The centre line of the page."""
ROOM_OF_EMBLEM = Place(8.5 * CM, 1 * CM, 11.9 * CM, 5 * CM)
"""A box on the page in which there is nothing but the emblem."""
DOTS = 4
"""Dots in a point, in pictures of pages."""
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
    "recipients": [{"to": "ผู้รับที่ 1"}, {"to": "ผู้รับที่ 2"}],
    "refers": [
        {"text": "หนังสือสำนักงานตัวอย่างที่หนึ่ง", "number": "ศธ 00000/ว 1", "date": "5 มกราคม 2569"},
        {"text": "หนังสือสำนักงานตัวอย่างที่สอง", "number": "ศธ 00000/ว 1", "date": "5 มกราคม 2569"},
    ],
    "attachments": [
        {"text": "แบบสรุปผลการประเมินตนเองรายมาตรฐานพร้อมเอกสารหลักฐานประกอบการประเมินทุกรายการ", "count": 1},
        {"text": "แบบตอบรับ", "count": 245, "unit": "ชุด"},
    ],
    "text": [SENTENCE * 8] * 2,
    "copies": ["ผู้รับสำเนาที่หนึ่ง", "ผู้รับสำเนาที่สอง"],
}
GROWING = {f"growing-{times:02}": {**PLAIN, "text": [SENTENCE * times]} for times in range(4, 24, 3)}
"""Letters each longer than the one before, so that their last lines come to every place on a page."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build letters of the shipped office, with a wedge on its tip as the emblem; return their folder."""
    place = tmp_path_factory.mktemp("letters")
    wedge = Image.new("RGB", (270, 300), "white")
    ImageDraw.Draw(wedge).polygon([(0, 0), (269, 0), (135, 299)], fill="black")
    content = project_with_emblem(place, wedge)
    letters = {"plain": PLAIN, "full": FULL, **GROWING}
    # A number may stand in one letter only: the letters are numbered from 20, "plain" first.
    for number, (name, letter) in enumerate(letters.items(), 20):
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
    """Return the first page of the plain letter as a picture in shades of grey."""
    subprocess.run(
        ["pdftoppm", "-r", str(72 * DOTS), "-f", "1", "-l", "1", "-singlefile", "-gray", "plain.pdf", "page"],
        cwd=folder,
        check=True,
    )
    return Image.open(folder / "page.pgm")


def ink(picture: Image.Image, box: Place) -> Place:
    """Return where the ink of a page stands inside a box."""
    x = round(box.left_edge * DOTS)
    y = round(box.top * DOTS)
    piece = picture.crop((x, y, round(box.right_edge * DOTS), round(box.bottom * DOTS)))
    # The box of a picture is that of its pixels that are not 0, so dark and light change places.
    ink_only = piece.point([255] * 128 + [0] * 128)
    sides = ink_only.getbbox()
    assert sides is not None
    x_min, y_min, x_max, y_max = sides
    return Place((x + x_min) / DOTS, (y + y_min) / DOTS, (x + x_max) / DOTS, (y + y_max) / DOTS)


def has(lines: list[Line], text: str) -> bool:
    return any(text in line.plain_text for line in lines)


def test_every_line_lies_inside_the_margins(plain: list[list[Line]], full: list[list[Line]]) -> None:
    lines = all_lines([*plain, *full])
    assert len(lines) > 60
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line


def test_emblem_is_three_centimetres_tall_in_the_middle_of_the_page(picture: Image.Image) -> None:
    emblem = ink(picture, ROOM_OF_EMBLEM)

    assert emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert emblem.bottom - emblem.top == pytest.approx(3 * CM, abs=MILLIMETRE)
    assert (emblem.left_edge + emblem.right_edge) / 2 == pytest.approx(PAGE_MIDDLE, abs=MILLIMETRE)


def test_number_and_agency_are_level_with_the_feet_of_the_emblem(
    folder: Path, picture: Image.Image, plain: list[list[Line]]
) -> None:
    emblem = ink(picture, ROOM_OF_EMBLEM)
    code = first_starting(read_words(folder / "plain.pdf")[0], "ศธ")
    box = Place(code.left_edge, code.top, code.right_edge, code.bottom)
    letters = ink(picture, box)

    assert letters.bottom == pytest.approx(emblem.bottom, abs=MILLIMETRE)
    number = first_starting(plain[0], "ที่ ศธ")
    agency = first_starting(plain[0], "สำนักงานเขตพื้นที่")
    assert number.left_edge == pytest.approx(TEXT_LEFT, abs=MILLIMETRE)
    assert agency.top == pytest.approx(number.top, abs=MILLIMETRE)
    address = first_starting(plain[0], "จังหวัดเลย")
    assert address.left_edge == pytest.approx(agency.left_edge, abs=MILLIMETRE)


def test_date_begins_at_the_centre_line_of_the_page(plain: list[list[Line]], full: list[list[Line]]) -> None:
    for pages in (plain, full):
        date = first_starting(pages[0], "๑๒ มกราคม")
        assert date.left_edge == pytest.approx(PAGE_MIDDLE, abs=MILLIMETRE)


def test_mark_of_speed_stands_above_the_number(full: list[list[Line]]) -> None:
    speed = first_starting(full[0], "ด่วนที่สุด")
    number = first_starting(full[0], "ที่ ศธ")
    assert speed.left_edge == pytest.approx(number.left_edge, abs=MILLIMETRE)
    assert 0 <= number.top - speed.bottom < CM


def test_a_subject_of_four_lines_hangs(full: list[list[Line]]) -> None:
    subject = first_starting(full[0], "เรื่อง")
    salutation = first_starting(full[0], "เรียน")
    below = [line for line in full[0] if subject.top < line.top < salutation.top]

    assert subject.left_edge == pytest.approx(TEXT_LEFT, abs=MILLIMETRE)
    assert len(below) == 3
    for line in below:
        assert line.left_edge == pytest.approx(TEXT_LEFT + 1.1 * CM, abs=MILLIMETRE)


def test_attachments_and_their_counts_stand_in_columns(folder: Path) -> None:
    words = read_words(folder / "full.pdf")[0]
    first_count, second_count = lines_starting(words, "จำนวน")
    (second_attachment,) = [word for word in words if word.text == "แบบตอบรับ"]

    assert first_count.left_edge == pytest.approx(second_count.left_edge, abs=MILLIMETRE)
    assert first_count.left_edge == pytest.approx(TEXT_LEFT + 13.1 * CM, abs=MILLIMETRE)
    assert second_count.top == pytest.approx(second_attachment.top, abs=MILLIMETRE)
    assert second_attachment.left_edge == pytest.approx(TEXT_LEFT + 3.1 * CM, abs=MILLIMETRE)


def test_paragraphs_begin_two_and_a_half_centimetres_in(plain: list[list[Line]]) -> None:
    salutation = first_starting(plain[0], "เรียน")
    respects = first_starting(plain[0], "ขอแสดง")
    text = [line for line in plain[0] if salutation.bottom < line.top < respects.top]
    first_lines = [line for line in text if line.left_edge > TEXT_LEFT + MILLIMETRE]
    assert len(first_lines) == 2
    for line in first_lines:
        assert line.left_edge == pytest.approx(TEXT_LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_respects_name_and_post_stand_on_one_axis_from_near_the_middle(plain: list[list[Line]]) -> None:
    respects = first_starting(plain[0], "ขอแสดงความนับถือ")
    name = first_starting(plain[0], "(นายสมมติ")
    post = first_starting(plain[0], "ผู้อำนวยการ")

    assert name.middle == pytest.approx(respects.middle, abs=MILLIMETRE)
    assert post.middle == pytest.approx(respects.middle, abs=MILLIMETRE)
    assert respects.left_edge == pytest.approx(PAGE_MIDDLE, abs=1.5 * CM)
    assert name.top - respects.bottom > 2 * CM


def test_signature_and_unit_never_stand_alone_on_a_page(folder: Path) -> None:
    lengths: list[int] = []
    for letter in ("plain", *GROWING):
        pages = read_lines(folder / f"{letter}.pdf")
        lengths.append(len(pages))
        last_page = pages[-1]
        closing = first_starting(last_page, "จึงเรียนมาเพื่อโปรดทราบ")
        for text in ("ขอแสดงความนับถือ", "(นายสมมติ", "กลุ่มอำนวยการ", "โทร.", "ไปรษณีย์อิเล็กทรอนิกส์"):
            assert first_starting(last_page, text).top > closing.top, text
        unit = first_starting(last_page, "กลุ่มอำนวยการ")
        assert unit.left_edge == pytest.approx(TEXT_LEFT, abs=MILLIMETRE)
    assert lengths == sorted(lengths)
    assert set(lengths) == {1, 2}


def test_letters_of_one_file_begin_anew_with_emblem_and_number(full: list[list[Line]]) -> None:
    assert len(full) == 4
    assert [has(page, "ที่ ศธ ๐๔๐๐๐/ว ๒๑") for page in full] == [True, False, True, False]
    assert [has(page, "ผู้รับที่ ๑") for page in full] == [True, False, False, False]
    assert [has(page, "ผู้รับที่ ๒") for page in full] == [False, False, True, False]
    assert [has(page, "- ๒ -") for page in full] == [False, True, False, True]
    for page in full:
        assert not has(page, "- ๑ -")
        assert not has(page, "- ๓ -")


def test_mark_of_secrecy_stands_at_top_and_bottom_of_every_page(full: list[list[Line]]) -> None:
    for page in full:
        top_mark, bottom_mark = [line for line in page if line.text == "ลับ"]
        assert top_mark == page[0]
        assert bottom_mark == page[-1]
        for mark in (top_mark, bottom_mark):
            assert mark.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
