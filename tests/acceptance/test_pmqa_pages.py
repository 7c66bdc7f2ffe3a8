"""The shipped PMQA report on paper: margins, true page numbers, tables, what may not stand alone."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from built import CM, LEFT, MILLIMETRE, RIGHT, ROOT, build
from page_lines import Line, read_lines, read_words
from page_objects import read_rules

pytestmark = pytest.mark.office

FRONT = 3
"""Pages without numbers: cover, foreword, contents."""
HEAD = 2 * CM
"""The text begins here; above it stands the page number."""
BOTTOM = 29.7 * CM - 1.5 * CM
CODE = re.compile(r"P-[0-9.]+-[0-9]{2}")
HEADING = re.compile(
    r"หัวข้อ [0-9][.][0-9] .*|หมวด [0-9] .*|ส่วนที่ [0-9] .*|ภาคผนวก.*|ผลการดำเนินการ รอบ .*|ผลการประเมิน|หลักฐาน"
    r"|จุดแข็งและโอกาสในการปรับปรุง .*|จุดแข็ง|โอกาสในการปรับปรุง|ข้อเสนอแนะ|ผู้รับผิดชอบ : .*"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT / "content", tmp_path_factory.mktemp("pmqa"), "pmqa")


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[list[Line]]:
    return read_lines(folder / "pmqa.pdf")


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if (line.top + line.bottom) / 2 >= HEAD]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed_number(page: int) -> str:
    """Give the number printed on a page; pages are counted from 0."""
    return str(page - FRONT + 1)


def first_page(pages: list[list[Line]], heading: str) -> int:
    """Give the page that a heading begins."""
    return next(number for number, page in enumerate(pages) if plain(body(page)[0].text).startswith(heading))


def test_every_line_and_every_rule_lies_inside_the_margins(folder: Path, pages: list[list[Line]]) -> None:
    lines = [line for page in pages for line in page]
    rules = [rule for page in read_rules(folder / "pmqa.pdf") for rule in page]

    assert len(lines) > 500
    assert len(rules) > 500
    edges = [(one.left, one.right, one.bottom) for one in lines]
    edges += [(one.left, one.right, one.bottom) for one in rules]
    assert min(left for left, _right, _bottom in edges) >= LEFT - MILLIMETRE
    assert max(right for _left, right, _bottom in edges) <= RIGHT + MILLIMETRE
    assert max(bottom for _left, _right, bottom in edges) <= BOTTOM + MILLIMETRE


def test_pages_are_numbered_after_the_contents_and_bear_the_word_of_a_draft(
    pages: list[list[Line]],
) -> None:
    heads = [" ".join(line.text for line in page if line not in body(page)) for page in pages]

    assert len(pages) == 37
    assert heads == [*[""] * FRONT, *(f"{printed_number(page)} ร่าง" for page in range(FRONT, 37))]
    assert body(pages[0])[0].text == "ร่าง"


def test_the_numbers_of_the_contents_are_those_of_their_pages(folder: Path, pages: list[list[Line]]) -> None:
    listed = [
        one.text.rsplit("\t", 1)
        for one in docx.Document(str(folder / "pmqa.docx")).paragraphs
        if one.style is not None and str(one.style.name).startswith("toc ")
    ]
    shown = squeezed("".join(line.text for line in pages[FRONT - 1]))

    assert len(listed) == 1 + 5 + 5 + 7 + 3
    for text, number in listed:
        lines = [squeezed(line.text) for line in body(pages[FRONT - 1 + int(number)])]
        assert squeezed(text) in lines, (text, number)
        assert f"{squeezed(text)}{'.' * 10}" in shown
        assert re.search(rf"{re.escape(squeezed(text))}\.+{number}(?![0-9])", shown), (text, number)


def test_the_pages_of_the_index_are_those_that_cite(folder: Path, pages: list[list[Line]]) -> None:
    words = read_words(folder / "pmqa.pdf")
    index = first_page(pages, "ภาคผนวก ข")
    cited = {
        word.text: [printed_number(number)]
        for number, page in enumerate(words[:index])
        for word in page
        if CODE.fullmatch(word.text)
    }
    shown = {
        word.text: numbers_beside(word, page)
        for page in words[index:]
        for word in page
        if CODE.fullmatch(word.text)
    }

    assert len(cited) == 29
    assert shown == cited


def numbers_beside(word: Line, page: list[Line]) -> list[str]:
    """Give what stands in the last column in the line of a word."""
    return [one.text for one in page if abs(one.top - word.top) < MILLIMETRE and one.left > RIGHT - 1.6 * CM]


@pytest.mark.parametrize(
    ("part", "heads"),
    [
        ("ส่วนที่ 3", "ที่หัวข้อแนวทางปรับปรุงผู้รับผิดชอบระยะเวลา"),
        ("ส่วนที่ 4", "หัวข้อรอบ6เดือนรอบ12เดือนสถานะ"),
    ],
)
def test_a_long_table_repeats_its_head_on_every_page(
    folder: Path, pages: list[list[Line]], part: str, heads: str
) -> None:
    words = read_words(folder / "pmqa.pdf")
    first = first_page(pages, part)
    end = first_page(pages, f"ส่วนที่ {int(part[-1]) + 1}")

    assert end - first >= 2
    for page in words[first + 1 : end]:
        top = min(word.top for word in page if word.top > HEAD - 3 * MILLIMETRE)
        row = sorted((one for one in page if abs(one.top - top) < MILLIMETRE), key=lambda one: one.left)
        assert squeezed("".join(one.text for one in row)) == heads


def test_no_heading_is_left_at_the_foot_and_no_page_holds_a_line_alone(pages: list[list[Line]]) -> None:
    numbered = pages[FRONT:]
    headings = sum(bool(HEADING.fullmatch(plain(line.text))) for page in numbered for line in page)

    assert headings > 150
    for page in numbered:
        assert len(body(page)) >= 5
        assert not HEADING.fullmatch(plain(body(page)[-1].text)), body(page)[-1]


def test_the_radar_shows_both_years_with_their_numbers(pages: list[list[Line]]) -> None:
    """หมวด 1 by hand: 300, 400, 400, 400 this year, mean 375; 200, 400, 400, 200 last year, mean 300."""
    (chart,) = [page for page in pages if "300.00 / 375.00" in [plain(line.text) for line in page]]
    shown = " ".join(plain(line.text) for line in chart)

    assert "ปี 2568" in shown
    assert "ปี 2569" in shown
    assert [f"หมวด {number} " in shown for number in range(1, 8)] == [True] * 7
