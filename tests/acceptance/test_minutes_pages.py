"""Minutes, agendas and sign-in sheets on paper, measured: margins, columns, what must not stand alone."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from built import BOTTOM, CM, MIDDLE, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT, build
from page_lines import (
    Line,
    all_lines,
    first_starting,
    lines_starting,
    page_with,
    plain_texts,
    read_lines,
    read_words,
    spread,
)

pytestmark = pytest.mark.office

TOP = 2.5 * CM
PAPERS = ("pmqa-1", "pmqa-1/agenda", "pmqa-1/sign-in", "long", "long/agenda", "long/sign-in")
POST = "ครูชำนาญการพิเศษ โรงเรียนตัวอย่างที่ "
MEMBERS = 60
TOPICS = 12
BLANK_ROWS = 3
"""Rows of a sign-in sheet for people who were not expected."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped meeting and one of sixty members with long matters; return the folder."""
    place = tmp_path_factory.mktemp("minutes")
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    (content / "2569/minutes/long.yaml").write_text(long_meeting(), encoding="utf-8")
    return build(content, place / "build", "--kind", "minutes") / "minutes"


def long_meeting() -> str:
    """Return a meeting whose last matter fills a page up to where the signatures stand."""
    lines = [
        "kind: minutes",
        "number: 2",
        "date: 16 มีนาคม 2569",
        "begins: 09.00 น.",
        "ends: 12.00 น.",
        "place: ห้องประชุมตัวอย่าง",
        "body: คณะทำงานพัฒนางาน",
        "members:",
    ]
    for number in range(1, MEMBERS + 1):
        role = "ประธานกรรมการ" if number == 1 else "กรรมการและผู้ช่วยเลขานุการ"
        lines.append(f"  - {{name: นายสมมติ นามที่{number}, position: {POST}{number}, role: {role}}}")
    lines.append("other:")
    for number in range(1, TOPICS + 1):
        lines.append(f"  - title: เรื่องตัวอย่างที่ {number}")
        lines.append(f"    text: [{'ที่ประชุมอภิปรายกันอย่างกว้างขวาง ' * 12}]")
        lines.append("    resolution: เห็นชอบตามที่เสนอ")
    lines += ["recorder: ตัวอย่าง", "checker: พิสมัย", "papers: [agenda, sign-in]"]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, list[list[Line]]]:
    return {name: read_lines(folder / f"{name}.pdf") for name in PAPERS}


@pytest.mark.parametrize("name", PAPERS)
def test_every_line_lies_inside_the_margins(pages: dict[str, list[list[Line]]], name: str) -> None:
    lines = all_lines(pages[name])
    assert len(lines) > 10
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM + MILLIMETRE, line


@pytest.mark.parametrize("name", PAPERS)
def test_the_head_is_centred_below_the_top_margin(pages: dict[str, list[list[Line]]], name: str) -> None:
    head = next(line for line in pages[name][0] if "ประชุม" in line.text)
    assert head.top == pytest.approx(TOP, abs=2 * MILLIMETRE)
    assert head.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)


def test_columns_of_those_present_align_over_all_pages(folder: Path) -> None:
    words = all_lines(read_words(folder / "long.pdf"))
    names = [word for word in words if word.text == "นายสมมติ"]
    roles = lines_starting(words, "กรรมการและผู้ช่วย")

    assert len(names) == MEMBERS
    assert len(roles) == MEMBERS - 1
    assert spread(name.left_edge for name in names) < MILLIMETRE
    assert spread(role.left_edge for role in roles) < MILLIMETRE


def test_matters_begin_in_one_column(pages: dict[str, list[list[Line]]], folder: Path) -> None:
    """The headings, the paragraphs and the resolutions begin 3 cm from the left margin."""
    resolutions = lines_starting(all_lines(read_words(folder / "long.pdf")), "เห็นชอบ")
    indented_lines = [line for line in all_lines(pages["long"]) if line.left_edge > TEXT_LEFT + 2 * CM]
    paragraphs = lines_starting(indented_lines, "ที่ประชุมอภิปราย")

    assert len(resolutions) == TOPICS
    assert len(paragraphs) == TOPICS
    for beginning in (*resolutions, *paragraphs):
        assert beginning.left_edge == pytest.approx(TEXT_LEFT + 3 * CM, abs=MILLIMETRE)


@pytest.mark.parametrize("name", ["pmqa-1", "long"])
def test_signatures_stand_on_one_page_with_the_end_of_the_meeting(
    pages: dict[str, list[list[Line]]], name: str
) -> None:
    page = page_with(pages[name], "เลิกประชุม")
    end = first_starting(page, "เลิกประชุม")
    below = [line for line in page if line.top >= end.bottom - MILLIMETRE]
    above = [line for line in page if line.bottom <= end.top + MILLIMETRE]

    assert plain_texts(below) == [
        "(นางสาวตัวอย่าง นามสมมติ)",
        "ผู้จดรายงานการประชุม",
        "(นางพิสมัย ทองหล้า)",
        "ผู้ตรวจรายงานการประชุม",
    ]
    text_above = [line for line in above if not line.text.startswith("-")]
    assert len(text_above) >= 2


def test_the_head_of_the_sign_in_table_stands_on_every_page(pages: dict[str, list[list[Line]]]) -> None:
    sheet = pages["long/sign-in"]

    assert len(sheet) > 3
    for page in sheet:
        heads = [line for line in page if "ลายมือชื่อ" in line.plain_text]
        assert len(heads) == 1


def test_rows_to_sign_in_are_a_centimetre_apart_at_least(folder: Path) -> None:
    rows = 0
    for page in read_words(folder / "long/sign-in.pdf"):
        tops = sorted(word.top for word in page if is_row_number(word))
        rows += len(tops)
        for above, below in pairwise(tops):
            assert below - above >= CM - MILLIMETRE
    assert rows == MEMBERS + BLANK_ROWS


def is_row_number(word: Line) -> bool:
    """Return whether a word of a sign-in sheet is the number of a row, not the number of the page."""
    is_in_first_column = word.left_edge < TEXT_LEFT + 1.5 * CM
    is_below_head = word.top > TOP + MILLIMETRE
    return word.text.isdigit() and is_in_first_column and is_below_head


def test_pages_are_numbered_from_the_second_in_thai_digits(pages: dict[str, list[list[Line]]]) -> None:
    heads = [page[0].plain_text.replace(" ", "") for page in pages["long"]]

    assert heads[1:4] == ["-๒-", "-๓-", "-๔-"]
    assert not heads[0].startswith("-")
