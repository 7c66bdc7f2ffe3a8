"""Memos on paper, measured in their PDF: head, dotted lines, indents, what must not stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import BOTTOM, CM, MIDDLE, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT, build, project_with_emblem, put
from page_lines import Line, all_lines, first_starting, lines_starting, page_with, read_lines
from page_objects import read_pictures, read_sizes

pytestmark = pytest.mark.office

MEMOS = ("kpi", "pmqa-development", "pmqa-steering", "service", "standards")
PARAGRAPH = "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตามโครงการสมมติเพื่อการทดสอบความยาวของหน้า " * 4
SUBJECT = "ขออนุมัติดำเนินโครงการสมมติเพื่อทดสอบความยาวของเรื่อง " * 5
TEXT = "\n".join([f"  - {PARAGRAPH.strip()}"] * 7)
HARD = f"""kind: memo
subject: {SUBJECT.strip()}
number: 123
date: 16 มีนาคม 2569
owner: อำนวยการ
speed: ด่วนที่สุด
secrecy: ลับมาก
text:
{TEXT}

signature: {{by: พิสมัย}}
opinions: [ความเห็นของรองผู้อำนวยการ, คำสั่งของผู้อำนวยการ]
"""


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    names = [f"memos/{memo}" for memo in MEMOS]
    folder = build(ROOT / "content", tmp_path_factory.mktemp("memos"), *names)
    return {memo: read_lines(folder / f"memos/{memo}.pdf") for memo in MEMOS}


@pytest.fixture(scope="module")
def hard_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a memo of two pages with every mark, a subject of four lines and an emblem."""
    place = tmp_path_factory.mktemp("hard")
    content = project_with_emblem(place)
    put(content, "memos/hard", HARD)
    return build(content, place / "build") / "memos" / "hard.pdf"


@pytest.fixture(scope="module")
def hard(hard_pdf: Path) -> list[list[Line]]:
    return read_lines(hard_pdf)


def test_every_line_lies_inside_the_margins(
    memos: dict[str, list[list[Line]]], hard: list[list[Line]]
) -> None:
    lines = all_lines(hard)
    for pages in memos.values():
        lines += all_lines(pages)
    assert len(lines) > 100
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line
        is_mark_in_foot = line.text == "ลับมาก"
        assert line.bottom <= BOTTOM + MILLIMETRE or is_mark_in_foot, line


def test_the_title_is_centred_and_29_points_tall(hard: list[list[Line]], hard_pdf: Path) -> None:
    title = first_starting(hard[0], "บันทึกข้อความ")
    assert title.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
    # 29 is the title; the others are the marks of speed and secrecy, the labels and the text.
    assert read_sizes(hard_pdf)[0] == {32, 29, 20, 16}


def test_the_emblem_is_one_and_a_half_centimetres_tall_in_the_upper_left_corner(hard_pdf: Path) -> None:
    first_page, *other_pages = read_pictures(hard_pdf)
    (emblem,) = first_page
    assert [page for page in other_pages if page] == []
    assert emblem.bottom - emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert emblem.left_edge == pytest.approx(TEXT_LEFT, abs=MILLIMETRE)


def test_speed_stands_between_emblem_and_title(hard: list[list[Line]], hard_pdf: Path) -> None:
    (emblem,) = read_pictures(hard_pdf)[0]
    speed = first_starting(hard[0], "ด่วนที่สุด")
    title = first_starting(hard[0], "บันทึกข้อความ")
    assert emblem.right_edge < speed.left_edge
    assert speed.right_edge < title.left_edge
    height_of_speed = (speed.top + speed.bottom) / 2
    height_of_emblem = (emblem.top + emblem.bottom) / 2
    assert abs(height_of_speed - height_of_emblem) < 5 * MILLIMETRE


def test_a_note_moves_no_line_above_it(tmp_path: Path) -> None:
    content = project_with_emblem(tmp_path)
    office = content / "office.yaml"
    office.write_text(f"{office.read_text(encoding='utf-8')}\ncontent: 2\n", encoding="utf-8")
    memo = "kind: memo\nsubject: แจ้ง\nto: ผู้รับ\nsignature: {by: พิสมัย}\n"
    put(content, "a", f"{memo}text: [ข้อความ]\n")
    put(content, "b", f"{memo}text: ['ข้อความ^[เชิงอรรถ]']\n")
    folder = build(content, tmp_path / "build")
    tops = []
    for name in ("a", "b"):
        first_page = read_lines(folder / f"{name}.pdf")[0]
        tops.append([first_starting(first_page, words).top for words in ("บันทึกข้อความ", "ส่วนราชการ", "เรื่อง")])
    assert tops[0] == pytest.approx(tops[1], abs=0.5)


def test_secrecy_stands_in_the_middle_of_head_and_foot_of_every_page(hard: list[list[Line]]) -> None:
    assert len(hard) > 1
    for page in hard:
        top_mark, bottom_mark = [line for line in page if line.text == "ลับมาก"]
        for mark in (top_mark, bottom_mark):
            assert mark.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
        assert top_mark == page[0]
        assert bottom_mark == page[-1]


def test_dotted_lines_reach_the_right_margin(memos: dict[str, list[list[Line]]]) -> None:
    for pages in memos.values():
        dotted_lines = [line for line in pages[0] if line.text.endswith("....")]
        assert len(dotted_lines) >= 3
        for line in dotted_lines:
            assert line.right_edge == pytest.approx(TEXT_RIGHT, abs=2 * MILLIMETRE)
        for label in ("ส่วนราชการ", "ที่", "เรื่อง", "เรียน"):
            labelled_line = first_starting(pages[0], label)
            assert labelled_line.left_edge == pytest.approx(TEXT_LEFT, abs=MILLIMETRE), label


def test_the_date_stands_at_the_middle_of_the_text(hard: list[list[Line]]) -> None:
    number = first_starting(hard[0], "ที่ ศธ")
    date = next(line for line in hard[0] if "วันที่" in line.text)
    assert "๑๖ มีนาคม ๒๕๖๙" in date.plain_text
    assert date.bottom == pytest.approx(number.bottom, abs=MILLIMETRE)


def test_a_subject_of_four_lines_hangs_beside_its_label(hard: list[list[Line]]) -> None:
    page = hard[0]
    subject = first_starting(page, "เรื่อง")
    address = first_starting(page, "เรียน")
    hanging_lines = [
        line for line in page if subject.bottom - MILLIMETRE < line.top < address.top - MILLIMETRE
    ]
    assert len(hanging_lines) >= 3
    for line in hanging_lines:
        assert line.left_edge == pytest.approx(TEXT_LEFT + 1.25 * CM, abs=MILLIMETRE)


def test_paragraphs_begin_two_and_a_half_centimetres_in(memos: dict[str, list[list[Line]]]) -> None:
    for pages in memos.values():
        first_lines = lines_starting(all_lines(pages), "ด้วย", "จึงเรียน", "พร้อมนี้")
        assert len(first_lines) >= 2
        for line in first_lines:
            assert line.left_edge == pytest.approx(TEXT_LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_a_signature_has_text_above_it_on_its_page(
    memos: dict[str, list[list[Line]]], hard: list[list[Line]]
) -> None:
    for pages in (*memos.values(), hard):
        page = page_with(pages, "(นางพิสมัย")
        name = first_starting(page, "(นางพิสมัย")
        # The number of the page and the mark of secrecy are no text.
        text = [line for line in page if not line.text.startswith(("-", "ลับ"))]
        above = [line for line in text if line.bottom < name.top]
        assert above[-1].text.startswith("จึงเรียน") or len(above) > 1
        below = [line.text for line in page if line.top > name.top]
        assert below[0] == "ผู้อำนวยการกลุ่มอำนวยการ"


def test_an_opinion_stays_on_one_page(hard: list[list[Line]]) -> None:
    for heading in ("ความเห็นของรองผู้อำนวยการ", "คำสั่งของผู้อำนวยการ"):
        page = page_with(hard, heading)
        start = first_starting(page, heading)
        first_dots, second_dots, name = [line.text for line in page if line.top > start.top][:3]
        assert first_dots.startswith("....")
        assert second_dots.startswith("....")
        assert name.startswith("(ลงชื่อ)")
