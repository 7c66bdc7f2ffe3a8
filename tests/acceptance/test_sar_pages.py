"""The shipped SAR on paper: margins, numbers of contents and evidence, tables, what may not stand alone."""

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
FEWEST = 5
"""Lines that a page holds at least beside the head of a table."""
HEAD_OF_TABLE = re.compile("มาตรฐาน|ตัวบ่งชี้|ประเด็น|รหัส|หลักฐาน|หน้า")
CODE = re.compile(r"E-[0-9.]+-[0-9]{2}")
HEADING = re.compile(
    r"ผลการดำเนินงาน รอบ .*|หลักฐาน|จุดเด่น|จุดที่ควรพัฒนา|ข้อเสนอแนะ|แนวทางการพัฒนา|ผลการประเมินของตัวบ่งชี้"
    r"|ประเด็นที่ [0-9]+ .*|ส่วนที่ [0-9] .*|ภาคผนวก.*|(มาตรฐานที่ [0-9] )?ตัวบ่งชี้ที่ [0-9] .*"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT / "content", tmp_path_factory.mktemp("sar"), "sar")


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[list[Line]]:
    return read_lines(folder / "sar.pdf")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def squeezed(text: str) -> str:
    return "".join(text.split())


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if (line.top + line.bottom) / 2 >= HEAD]


def printed_number(page: int) -> str:
    """Give the number printed on a page, which are counted from 0."""
    return str(page - FRONT + 1)


def test_every_line_lies_inside_the_margins(pages: list[list[Line]]) -> None:
    lines = [line for page in pages for line in page]
    assert len(lines) > 500
    for line in lines:
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM + MILLIMETRE, line


def test_tables_and_the_chart_lie_inside_the_margins(folder: Path) -> None:
    rules = [rule for page in read_rules(folder / "sar.pdf") for rule in page]
    assert len(rules) > 100
    for rule in rules:
        assert rule.left >= LEFT - MILLIMETRE, rule
        assert rule.right <= RIGHT + MILLIMETRE, rule
        assert rule.bottom <= BOTTOM + MILLIMETRE, rule


def test_front_matter_has_no_numbers_and_every_page_of_a_draft_its_word(pages: list[list[Line]]) -> None:
    heads = [" ".join(line.text for line in page if line not in body(page)) for page in pages]

    assert heads[:FRONT] == ["", "", ""]
    assert heads[FRONT:] == [f"{printed_number(page)} ร่าง" for page in range(FRONT, len(pages))]
    assert body(pages[0])[0].text == "ร่าง"


def test_the_numbers_of_the_contents_are_those_of_their_pages(folder: Path, pages: list[list[Line]]) -> None:
    listed = [
        one.text.rsplit("\t", 1)
        for one in docx.Document(str(folder / "sar.docx")).paragraphs
        if one.style is not None and str(one.style.name).startswith("toc ")
    ]
    assert len(listed) == 4 + 3 + 2 + 3 + 14
    texts = [squeezed("".join(line.text for line in body(page))) for page in pages]
    shown = "|".join(squeezed(line.text) for line in pages[FRONT - 1]) + "|"
    for text, number in listed:
        page = FRONT - 1 + int(number)
        assert squeezed(text) in texts[page], (text, number)
        entry = r"\|?".join(map(re.escape, squeezed(text)))
        assert re.search(rf"\|{entry}\|?\.+{number}\|", shown), (text, number)


def test_the_pages_of_the_index_are_those_that_cite(folder: Path, pages: list[list[Line]]) -> None:
    words = read_words(folder / "sar.pdf")
    index = next(number for number, page in enumerate(pages) if body(page)[0].text.startswith("ภาคผนวก ข"))
    cited = {
        line.text.split()[0]: printed_number(number)
        for number, page in enumerate(pages[:index])
        for line in page
        if CODE.fullmatch(line.text.split()[0])
    }
    shown = {
        word.text: numbers_beside(word, page)
        for page in words[index:]
        for word in page
        if CODE.fullmatch(word.text)
    }
    assert len(shown) > 40
    assert shown == {code: [number] for code, number in cited.items()}


def numbers_beside(word: Line, page: list[Line]) -> list[str]:
    """Give what stands in the last column in the line of a word."""
    return [one.text for one in page if abs(one.top - word.top) < MILLIMETRE and one.left > RIGHT - 1.2 * CM]


def test_heads_of_tables_are_repeated_and_rows_stay_whole(pages: list[list[Line]]) -> None:
    firsts = [squeezed(body(page)[0].text) for page in pages]
    index = next(number for number, first in enumerate(firsts) if first.startswith("ภาคผนวกข"))

    assert len(pages) - index > 2
    for number in range(index + 1, len(pages)):
        assert firsts[number].startswith("มาตรฐาน"), body(pages[number])[0]
        assert any(squeezed(line.text).startswith("รหัส") for line in body(pages[number])[:6])
    scores = next(number for number, first in enumerate(firsts) if first.startswith("ส่วนที่3"))
    assert firsts[scores + 1].startswith("มาตรฐานและตัวบ่งชี้")


def test_no_heading_is_left_at_the_foot_and_no_page_holds_a_line_alone(pages: list[list[Line]]) -> None:
    numbered = pages[FRONT:]
    headings = sum(bool(HEADING.fullmatch(plain(line.text))) for page in numbered for line in page)

    assert headings > 200
    for page in numbered:
        assert len([line for line in body(page) if not HEAD_OF_TABLE.match(line.text)]) >= FEWEST, body(page)
        assert not HEADING.fullmatch(plain(body(page)[-1].text)), body(page)[-1]


def test_the_summary_stands_on_one_page_with_its_chart(pages: list[list[Line]]) -> None:
    shown = [plain(line.text) for line in pages[FRONT]]

    assert "บทสรุปผู้บริหาร" in shown
    assert "ค่าเฉลี่ยรายมาตรฐาน รอบ 12 เดือน" in shown
    assert [line for line in shown if line.startswith("ยังไม่ครบ")] != []
    assert body(pages[FRONT + 1])[0].text == "ส่วนที่ 1 ข้อมูลทั่วไป"
