"""Memos on paper, measured in their PDF: head, dotted lines, indents, what may not stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import BOTTOM, CM, LEFT, MIDDLE, MILLIMETRE, RIGHT, ROOT, build, project_with_emblem, put
from page_lines import Line, read_lines
from page_objects import read_pictures, read_sizes

pytestmark = pytest.mark.office

MEMOS = ("kpi", "pmqa-development", "pmqa-steering", "service", "standards")
PARAGRAPH = "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตามโครงการสมมติเพื่อการทดสอบความยาวของหน้า " * 4
SUBJECT = "ขออนุมัติดำเนินโครงการสมมติเพื่อทดสอบความยาวของเรื่อง " * 5
HARD = f"""kind: memo
subject: {SUBJECT.strip()}
number: 123
date: 16 มีนาคม 2569
owner: อำนวยการ
speed: ด่วนที่สุด
secrecy: ลับมาก
text:
{f"  - {PARAGRAPH.strip()}{chr(10)}" * 7}
signature: {{by: พิสมัย}}
opinions: [ความเห็นของรองผู้อำนวยการ, คำสั่งของผู้อำนวยการ]
"""


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    folder = build(ROOT / "content", tmp_path_factory.mktemp("memos"), *(f"memos/{name}" for name in MEMOS))
    return {name: read_lines(folder / f"memos/{name}.pdf") for name in MEMOS}


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


def beginning(page: list[Line], words: str) -> Line:
    """Give the first line from the top that begins with the words."""
    return next(line for line in page if line.text.startswith(words))


def test_every_line_lies_inside_the_margins(
    memos: dict[str, list[list[Line]]], hard: list[list[Line]]
) -> None:
    lines = [line for pages in (*memos.values(), hard) for page in pages for line in page]
    assert len(lines) > 100
    for line in lines:
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM + MILLIMETRE or line.text == "ลับมาก", line


def test_the_title_is_centred_and_29_points_tall(hard: list[list[Line]], hard_pdf: Path) -> None:
    title = beginning(hard[0], "บันทึกข้อความ")
    assert (title.left + title.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)
    assert sorted(set(read_sizes(hard_pdf)[0]), reverse=True) == [32, 29, 20, 16]


def test_the_emblem_is_one_and_a_half_centimetres_tall_in_the_upper_left_corner(hard_pdf: Path) -> None:
    first, *others = read_pictures(hard_pdf)
    (emblem,) = first
    assert [page for page in others if page] == []
    assert emblem.bottom - emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert emblem.top == pytest.approx(1.5 * CM, abs=MILLIMETRE)
    assert emblem.left == pytest.approx(LEFT, abs=MILLIMETRE)


def test_speed_stands_between_emblem_and_title(hard: list[list[Line]], hard_pdf: Path) -> None:
    (emblem,) = read_pictures(hard_pdf)[0]
    speed, title = beginning(hard[0], "ด่วนที่สุด"), beginning(hard[0], "บันทึกข้อความ")
    assert emblem.right < speed.left
    assert speed.right < title.left
    assert abs((speed.top + speed.bottom) / 2 - (emblem.top + emblem.bottom) / 2) < 5 * MILLIMETRE


def test_secrecy_stands_in_the_middle_of_head_and_foot_of_every_page(hard: list[list[Line]]) -> None:
    assert len(hard) > 1
    for page in hard:
        marks = [line for line in page if line.text == "ลับมาก"]
        assert len(marks) == 2
        for mark in marks:
            assert (mark.left + mark.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)
        assert marks[0] == page[0]
        assert marks[1] == page[-1]


def test_dotted_lines_reach_the_right_margin(memos: dict[str, list[list[Line]]]) -> None:
    for pages in memos.values():
        dotted = [line for line in pages[0] if line.text.endswith("....")]
        assert len(dotted) >= 3
        for line in dotted:
            assert line.right == pytest.approx(RIGHT, abs=2 * MILLIMETRE)
        labels = [beginning(pages[0], label).left for label in ("ส่วนราชการ", "ที่", "เรื่อง", "เรียน")]
        assert labels == pytest.approx([LEFT] * 4, abs=MILLIMETRE)


def test_the_date_stands_at_the_middle_of_the_text(hard: list[list[Line]]) -> None:
    page = hard[0]
    line = beginning(page, "ที่ ศธ")
    date = next(one for one in page if "วันที่" in one.text)
    assert "๑๖ มีนาคม ๒๕๖๙" in date.text.replace("\u00a0", " ")
    assert date.bottom == pytest.approx(line.bottom, abs=MILLIMETRE)


def test_a_subject_of_four_lines_hangs_beside_its_label(hard: list[list[Line]]) -> None:
    page = hard[0]
    subject, address = beginning(page, "เรื่อง"), beginning(page, "เรียน")
    below = [line for line in page if subject.bottom - MILLIMETRE < line.top < address.top - MILLIMETRE]
    assert len(below) >= 3
    assert [line.left for line in below] == pytest.approx([LEFT + 1.25 * CM] * len(below), abs=MILLIMETRE)


def test_paragraphs_begin_two_and_a_half_centimetres_in(memos: dict[str, list[list[Line]]]) -> None:
    for pages in memos.values():
        begun = [line for page in pages for line in page if line.text.startswith(("ด้วย", "จึงเรียน", "พร้อมนี้"))]
        assert len(begun) >= 2
        for line in begun:
            assert line.left == pytest.approx(LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_a_signature_has_text_above_it_on_its_page(
    memos: dict[str, list[list[Line]]], hard: list[list[Line]]
) -> None:
    for pages in (*memos.values(), hard):
        (page,) = (one for one in pages if [line for line in one if line.text.startswith("(นางพิสมัย")])
        name = beginning(page, "(นางพิสมัย")
        above = [line for line in page if line.bottom < name.top and not line.text.startswith(("-", "ลับ"))]
        assert above[-1].text.startswith("จึงเรียน") or len(above) > 1
        below = [line.text for line in page if line.top > name.top]
        assert below[0] == "ผู้อำนวยการกลุ่มอำนวยการ"


def test_an_opinion_stays_on_one_page(hard: list[list[Line]]) -> None:
    for heading in ("ความเห็นของรองผู้อำนวยการ", "คำสั่งของผู้อำนวยการ"):
        (page,) = (one for one in hard if [line for line in one if line.text.startswith(heading)])
        start = beginning(page, heading)
        following = [line.text for line in page if line.top > start.top][:3]
        assert following[0].startswith("....")
        assert following[1].startswith("....")
        assert following[2].startswith("(ลงชื่อ)")
