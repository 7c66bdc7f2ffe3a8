"""Minutes, agendas and sign-in sheets on paper: margins, columns, and what may not stand alone, measured."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from built import BOTTOM, CM, LEFT, MILLIMETRE, RIGHT, ROOT, build
from page_lines import Line, read_lines, read_words

pytestmark = pytest.mark.office

TOP = 2.5 * CM
PAPERS = ("pmqa-1", "pmqa-1/agenda", "pmqa-1/sign-in", "long", "long/agenda", "long/sign-in")
POST = "ครูชำนาญการพิเศษ โรงเรียนตัวอย่างที่ "
MEMBERS = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped meeting and one of sixty members with long matters."""
    place = tmp_path_factory.mktemp("minutes")
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    (content / "2569/minutes/long.yaml").write_text(long_meeting(), encoding="utf-8")
    return build(content, place / "build", "--kind", "minutes") / "minutes"


def long_meeting() -> str:
    """Write a meeting whose last matter fills a page up to where the signatures stand."""
    members = "".join(
        f"  - {{name: นายสมมติ นามที่{number}, position: {POST}{number},"
        f" role: {'ประธานกรรมการ' if number == 1 else 'กรรมการและผู้ช่วยเลขานุการ'}}}\n"
        for number in range(1, MEMBERS + 1)
    )
    topics = "".join(
        f"  - title: เรื่องตัวอย่างที่ {number}\n    text: [{'ที่ประชุมอภิปรายกันอย่างกว้างขวาง ' * 12}]\n"
        f"    resolution: เห็นชอบตามที่เสนอ\n"
        for number in range(1, 13)
    )
    return (
        "kind: minutes\nnumber: 2\ndate: 16 มีนาคม 2569\nbegins: 09.00 น.\nends: 12.00 น.\n"
        f"place: ห้องประชุมตัวอย่าง\nbody: คณะทำงานตัวอย่าง\nmembers:\n{members}"
        f"other:\n{topics}recorder: ตัวอย่าง\nchecker: พิสมัย\npapers: [agenda, sign-in]\n"
    )


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, list[list[Line]]]:
    return {name: read_lines(folder / f"{name}.pdf") for name in PAPERS}


def texts(lines: list[Line]) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize("name", PAPERS)
def test_every_line_lies_inside_the_margins(pages: dict[str, list[list[Line]]], name: str) -> None:
    lines = [line for page in pages[name] for line in page]
    assert len(lines) > 10
    for line in lines:
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM + MILLIMETRE, line


@pytest.mark.parametrize("name", PAPERS)
def test_the_head_is_centred_below_the_top_margin(pages: dict[str, list[list[Line]]], name: str) -> None:
    head = next(line for line in pages[name][0] if "ประชุม" in line.text)
    assert head.top == pytest.approx(TOP, abs=2 * MILLIMETRE)
    assert (head.left + head.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=MILLIMETRE)


def test_columns_of_those_present_align_over_all_pages(folder: Path) -> None:
    words = [word for page in read_words(folder / "long.pdf") for word in page]
    names = [word for word in words if word.text == "นายสมมติ"]
    roles = [word for word in words if word.text.startswith("กรรมการและผู้ช่วย")]

    assert len(names) == MEMBERS
    assert len(roles) == MEMBERS - 1
    for column in (names, roles):
        assert max(word.left for word in column) - min(word.left for word in column) < MILLIMETRE


def test_matters_begin_in_one_column(pages: dict[str, list[list[Line]]], folder: Path) -> None:
    """The headings, what was said and the resolutions begin 3 cm from the left margin."""
    words = [word for page in read_words(folder / "long.pdf") for word in page]
    resolutions = [word for word in words if word.text.startswith("เห็นชอบ")]
    said = [line for page in pages["long"] for line in page if line.left > LEFT + 2 * CM]
    paragraphs = [line for line in said if line.text.startswith("ที่ประชุมอภิปราย")]

    assert len(resolutions) == 12
    assert len(paragraphs) == 12
    for one in (*resolutions, *paragraphs):
        assert one.left == pytest.approx(LEFT + 3 * CM, abs=MILLIMETRE)


@pytest.mark.parametrize("name", ["pmqa-1", "long"])
def test_signatures_stand_on_one_page_with_the_end_of_the_meeting(
    pages: dict[str, list[list[Line]]], name: str
) -> None:
    (page,) = [one for one in pages[name] if any(text.startswith("เลิกประชุม") for text in texts(one))]
    end = next(line for line in page if line.text.startswith("เลิกประชุม"))
    above = [line for line in page if line.bottom <= end.top + MILLIMETRE and not line.text.startswith("-")]

    assert texts([line for line in page if line.top >= end.bottom - MILLIMETRE]) == [
        "(นางสาวตัวอย่าง นามสมมติ)",
        "ผู้จดรายงานการประชุม",
        "(นางพิสมัย ทองหล้า)",
        "ผู้ตรวจรายงานการประชุม",
    ]
    assert len(above) >= 2


def test_the_head_of_the_sign_in_table_stands_on_every_page(pages: dict[str, list[list[Line]]]) -> None:
    sheet = pages["long/sign-in"]

    assert len(sheet) > 3
    for page in sheet:
        heads = [text for text in texts(page) if "ลายมือชื่อ" in text]
        assert len(heads) == 1


def test_rows_to_sign_in_are_a_centimetre_apart_at_least(folder: Path) -> None:
    words = read_words(folder / "long/sign-in.pdf")
    rows = 0
    for page in words:
        numbers = [
            word
            for word in page
            if word.text.isdigit() and word.left < LEFT + 1.5 * CM and word.top > TOP + MILLIMETRE
        ]
        tops = sorted(word.top for word in numbers)
        rows += len(tops)
        gaps = [below - above for above, below in pairwise(tops)]
        assert [gap for gap in gaps if gap < CM - MILLIMETRE] == []
    assert rows == MEMBERS + 3


def test_pages_are_numbered_from_the_second_in_thai_digits(pages: dict[str, list[list[Line]]]) -> None:
    heads = [texts(page)[0].replace(" ", "") for page in pages["long"]]

    assert heads[1:4] == ["-๒-", "-๓-", "-๔-"]
    assert not heads[0].startswith("-")
