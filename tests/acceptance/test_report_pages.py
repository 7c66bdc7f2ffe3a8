"""The shipped SAR and PMQA report on paper: margins, numbers, tables, what must not stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from built import CM, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT, build
from page_lines import Line, all_lines, plain_texts
from page_objects import Place
from report_pages import HEAD, Report, body, head, read_report, squeezed

pytestmark = pytest.mark.office

BOTTOM = 29.7 * CM - 1.5 * CM
HEADINGS = frozenset(
    {
        *("Part Heading", "Section Heading", "Heading 3", "Heading 4"),
        *("Small Heading", "Table Title", "Front Heading"),
    }
)
"""Styles of paragraphs that must not be the last on a page."""
FEWEST = 5
"""Lines that a page has at least, beside the head of a table."""
HEAD_OF_TABLE = re.compile("มาตรฐาน|ตัวบ่งชี้|ประเด็น|รหัส|หลักฐาน|หน้า")


@dataclass(frozen=True)
class Facts:
    """Figures of a shipped report, counted by hand in its content.

    Attributes:
        front: pages without a number.
        pages: all pages.
        entries: entries of its contents.
        headings: headings that it has at least.
        code: pattern of the codes of its evidence.
        codes: pieces of evidence that are cited.
        page_column_cm: width of the column of page numbers in the index of evidence.
    """

    front: int
    pages: int
    entries: int
    headings: int
    code: str
    codes: int
    page_column_cm: float


# Entries of the SAR: summary and parts, appendices, sections of part 1, standards, indicators. Entries of
# PMQA: summary, parts, sections of part 1, categories, the heading of the appendices and the two of them.
FACTS = {
    "sar": Facts(4, 53, 4 + 3 + 5 + 3 + 14, 250, r"E-[0-9.]+-[0-9]{2}", 49, 1.2),
    "pmqa": Facts(3, 38, 1 + 5 + 5 + 7 + 3, 150, r"P-[0-9.]+-[0-9]{2}", 30, 1.6),
}
TABLES = 5 + 33
"""Tables of the SAR: five in the general information, the others of the issues."""


@pytest.fixture(scope="module")
def sar(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return read_report(build(ROOT / "content", tmp_path_factory.mktemp("sar"), "sar"), "sar")


@pytest.fixture(scope="module")
def pmqa(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return read_report(build(ROOT / "content", tmp_path_factory.mktemp("pmqa"), "pmqa"), "pmqa")


@pytest.fixture(params=FACTS)
def report_and_facts(request: pytest.FixtureRequest) -> tuple[Report, Facts]:
    """Return a report with the figures of it."""
    return request.getfixturevalue(request.param), FACTS[request.param]


def test_everything_lies_inside_the_margins(report_and_facts: tuple[Report, Facts]) -> None:
    report, _facts = report_and_facts
    lines = all_lines(report.pages)
    rules: list[Place] = []
    for rules_of_page in report.rules:
        rules += rules_of_page
    assert len(lines) > 500
    assert len(rules) > 500
    places: list[Line | Place] = [*lines, *rules]
    for place in places:
        assert place.left_edge >= TEXT_LEFT - MILLIMETRE, place
        assert place.right_edge <= TEXT_RIGHT + MILLIMETRE, place
        assert place.bottom <= BOTTOM + MILLIMETRE, place


def test_front_matter_has_no_numbers_and_every_page_of_a_draft_its_word(
    report_and_facts: tuple[Report, Facts],
) -> None:
    report, facts = report_and_facts
    assert (report.front, len(report.pages)) == (facts.front, facts.pages)
    heads = [head(page) for page in report.pages]
    numbers = [report.printed_number(page) for page in range(report.front, len(report.pages))]
    assert heads[: report.front] == [""] * report.front
    assert heads[report.front :] == [f"{number} ร่าง" for number in numbers]
    assert body(report.pages[0])[0].text == "ร่าง"


def test_the_numbers_of_the_contents_are_those_of_their_pages(report_and_facts: tuple[Report, Facts]) -> None:
    report, facts = report_and_facts
    entries = [text for style, text in report.paragraphs if style.startswith("toc ")]
    contents: list[str] = []
    for page in report.pages[report.first_page("สารบัญ") : report.front]:
        contents += squeezed_lines(body(page))
    printed_contents = "|".join(contents) + "|"

    assert len(entries) == facts.entries
    for entry in entries:
        text, _tab, number = entry.rpartition("\t")
        letters = squeezed(text)
        assert letters in "".join(squeezed_lines(report.page_numbered(number))), entry
        # An entry may be broken at any letter, and its dots may begin a line.
        pattern = r"\|?".join(re.escape(letter) for letter in letters)
        assert re.search(rf"\|{pattern}\|?\.+{number}\|", printed_contents), entry


def squeezed_lines(lines: Iterable[Line]) -> list[str]:
    return [squeezed(line.text) for line in lines]


def test_the_pages_of_the_index_are_those_that_cite(report_and_facts: tuple[Report, Facts]) -> None:
    report, facts = report_and_facts
    index = report.first_page("ภาคผนวก ข")
    citing_pages: dict[str, list[str]] = {}
    for number, page in enumerate(report.words[:index]):
        for code in codes_on(page, facts):
            citing_pages.setdefault(code.text, []).append(report.printed_number(number))
    pages_in_index: dict[str, list[str]] = {}
    for page in report.words[index:]:
        page_column = [word for word in page if word.left_edge > TEXT_RIGHT - facts.page_column_cm * CM]
        for code in codes_on(page, facts):
            pages_in_index[code.text] = [word.text for word in page_column if is_level(word, code)]
    assert len(citing_pages) == facts.codes
    assert pages_in_index == citing_pages


def codes_on(page: Iterable[Line], facts: Facts) -> list[Line]:
    """Return the words of a page that are codes of evidence."""
    return [word for word in page if re.fullmatch(facts.code, word.text)]


def is_level(word: Line, other_word: Line) -> bool:
    return abs(word.top - other_word.top) < MILLIMETRE


def test_no_heading_of_one_line_or_several_is_the_last_thing_on_a_page(
    report_and_facts: tuple[Report, Facts],
) -> None:
    report, facts = report_and_facts
    heading_texts = [text for style, text in report.paragraphs if style in HEADINGS]
    headings = {squeezed(text) for text in heading_texts if text}
    printed_headings = 0
    for page in report.pages:
        printed_headings += len([line for line in squeezed_lines(body(page)) if line in headings])
    assert printed_headings > facts.headings
    for page in report.pages[report.front :]:
        lines = squeezed_lines(body(page))
        for count in (1, 2, 3):
            last_lines = "".join(lines[-count:])
            assert last_lines not in headings


def test_no_page_holds_a_line_alone(report_and_facts: tuple[Report, Facts]) -> None:
    report, _facts = report_and_facts
    for page in report.pages[report.front :]:
        lines = [line for line in body(page) if not HEAD_OF_TABLE.match(line.text)]
        assert len(lines) >= FEWEST, body(page)


def test_tables_of_results_are_numbered_through(sar: Report) -> None:
    titles = [text for style, text in sar.paragraphs if style == "Table Title"]
    numbers = [int(title.split()[1]) for title in titles if title.startswith("ตารางที่")]
    assert numbers == list(range(1, TABLES + 1))


def test_a_short_table_stands_on_the_page_of_its_title(sar: Report) -> None:
    """The beginnings of the rows must follow below the title, one after the other."""
    numbered_tables = [(title, rows) for title, rows in sar.tables if title.startswith("ตารางที่")]
    short_tables = [(title, rows) for title, rows in numbered_tables if len(rows) <= 8]
    texts = ["".join(squeezed_lines(page)) for page in sar.pages]

    assert len(short_tables) == TABLES - 2
    for title, rows in short_tables:
        (text,) = [text for text in texts if squeezed(title) in text]
        place = text.index(squeezed(title))
        for row in rows:
            place = text.index(squeezed(row)[:5], place + 1)


def test_heads_of_tables_are_repeated_and_rows_stay_whole(sar: Report) -> None:
    lines_of_pages = [squeezed_lines(body(page)) for page in sar.pages]
    index = sar.first_page("ภาคผนวก ข")

    assert len(sar.pages) - index > 2
    for lines in lines_of_pages[index + 1 :]:
        assert lines[0].startswith("มาตรฐาน"), lines
        assert any(line.startswith("รหัส") for line in lines[:6]), lines
    first_lines = [lines[0] for lines in lines_of_pages]
    scores = first_lines.index("ส่วนที่3สรุปผลการประเมินตนเอง")
    assert first_lines[scores + 1].startswith("มาตรฐานและตัวบ่งชี้")


def test_the_summary_stands_on_one_page_with_its_chart(sar: Report) -> None:
    texts = plain_texts(sar.pages[sar.front])

    assert "บทสรุปผู้บริหาร" in texts
    assert "ค่าเฉลี่ยรายมาตรฐาน รอบ 12 เดือน" in texts
    assert any(text.startswith("ยังไม่ครบ") for text in texts)
    assert body(sar.pages[sar.front + 1])[0].text == "ส่วนที่ 1 ข้อมูลทั่วไป"


@pytest.mark.parametrize(
    ("part", "heads"),
    [
        ("ส่วนที่ 3", "ที่หัวข้อแนวทางปรับปรุงผู้รับผิดชอบระยะเวลา"),
        ("ส่วนที่ 4", "หัวข้อรอบ6เดือนรอบ12เดือนสถานะ"),
    ],
)
def test_a_long_table_repeats_its_head_on_every_page(pmqa: Report, part: str, heads: str) -> None:
    first = pmqa.first_page(part)
    end = pmqa.first_page(f"ส่วนที่ {int(part[-1]) + 1}")

    assert end - first >= 2
    for page in pmqa.words[first + 1 : end]:
        words = [word for word in page if word.top > HEAD - 3 * MILLIMETRE]
        highest_word = min(words, key=lambda word: word.top)
        row = [word for word in page if is_level(word, highest_word)]
        row.sort(key=lambda word: word.left_edge)
        assert "".join(squeezed_lines(row)) == heads


def test_the_radar_shows_both_years_with_their_numbers(pmqa: Report) -> None:
    """หมวด 1 by hand: 300, 400, 400, 400 this year, mean 375; 200, 400, 400, 200 last year, mean 300."""
    texts = [plain_texts(page) for page in pmqa.pages]
    (texts_of_chart,) = [page for page in texts if "300.00 / 375.00" in page]
    chart = " ".join(texts_of_chart)

    assert "ปี 2568" in chart
    assert "ปี 2569" in chart
    for number in range(1, 8):
        assert f"หมวด {number} " in chart
