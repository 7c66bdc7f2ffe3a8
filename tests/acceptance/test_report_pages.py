"""The shipped SAR and PMQA report on paper: margins, numbers, tables, what may not stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from built import CM, LEFT, MILLIMETRE, RIGHT, ROOT, build
from report_pages import HEAD, Report, body, head, plain, read_report, squeezed

pytestmark = pytest.mark.office

BOTTOM = 29.7 * CM - 1.5 * CM
HEADINGS = frozenset(
    {
        *("Part Heading", "Section Heading", "Heading 3", "Heading 4"),
        *("Small Heading", "Table Title", "Front Heading"),
    }
)
"""Styles of what may not be the last thing on a page."""
FEWEST = 5
"""Lines that a page holds at least beside the head of a table."""
HEAD_OF_TABLE = re.compile("มาตรฐาน|ตัวบ่งชี้|ประเด็น|รหัส|หลักฐาน|หน้า")


@dataclass(frozen=True)
class Facts:
    """What is known of a shipped report, counted by hand in its content."""

    front: int
    pages: int
    entries: int
    headings: int
    code: str
    codes: int
    page_column_cm: float


FACTS = {
    "sar": Facts(4, 54, 4 + 3 + 5 + 3 + 14, 250, r"E-[0-9.]+-[0-9]{2}", 48, 1.2),
    "pmqa": Facts(3, 39, 1 + 5 + 5 + 7 + 3, 150, r"P-[0-9.]+-[0-9]{2}", 29, 1.6),
}
TABLES = 5 + 33
"""Tables of the SAR: those of the general information, those of the issues."""


@pytest.fixture(scope="module")
def sar(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return read_report(build(ROOT / "content", tmp_path_factory.mktemp("sar"), "sar"), "sar")


@pytest.fixture(scope="module")
def pmqa(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return read_report(build(ROOT / "content", tmp_path_factory.mktemp("pmqa"), "pmqa"), "pmqa")


@pytest.fixture(params=FACTS)
def known(request: pytest.FixtureRequest) -> tuple[Report, Facts]:
    """Give each report with what is known of it."""
    return request.getfixturevalue(request.param), FACTS[request.param]


def test_everything_lies_inside_the_margins(known: tuple[Report, Facts]) -> None:
    report, _facts = known
    lines = [line for page in report.pages for line in page]
    rules = [rule for page in report.rules for rule in page]
    assert len(lines) > 500
    assert len(rules) > 500
    edges = [(one.left, one.right, one.bottom, one.text) for one in lines]
    edges += [(one.left, one.right, one.bottom, "rule") for one in rules]
    for left, right, bottom, what in edges:
        assert left >= LEFT - MILLIMETRE, what
        assert right <= RIGHT + MILLIMETRE, what
        assert bottom <= BOTTOM + MILLIMETRE, what


def test_front_matter_has_no_numbers_and_every_page_of_a_draft_its_word(known: tuple[Report, Facts]) -> None:
    report, facts = known
    assert (report.front, len(report.pages)) == (facts.front, facts.pages)
    heads = [head(page) for page in report.pages]
    numbered = range(report.front, len(report.pages))
    assert heads[: report.front] == [""] * report.front
    assert heads[report.front :] == [f"{report.printed_number(page)} ร่าง" for page in numbered]
    assert body(report.pages[0])[0].text == "ร่าง"


def test_the_numbers_of_the_contents_are_those_of_their_pages(known: tuple[Report, Facts]) -> None:
    report, facts = known
    listed = [text.rsplit("\t", 1) for style, text in report.paragraphs if style.startswith("toc ")]
    contents = report.pages[report.first_page("สารบัญ") : report.front]
    shown = "|".join(squeezed(line.text) for page in contents for line in body(page)) + "|"

    assert len(listed) == facts.entries
    for text, number in listed:
        page = squeezed("".join(line.text for line in report.page_numbered(number)))
        assert squeezed(text) in page, (text, number)
        entry = r"\|?".join(map(re.escape, squeezed(text)))
        assert re.search(rf"\|{entry}\|?\.+{number}\|", shown), (text, number)


def test_the_pages_of_the_index_are_those_that_cite(known: tuple[Report, Facts]) -> None:
    report, facts = known
    code = re.compile(facts.code)
    begin = report.first_page("ภาคผนวก ข")
    cited: dict[str, list[str]] = {}
    for number, page in enumerate(report.words[:begin]):
        for word in page:
            if code.fullmatch(word.text):
                cited.setdefault(word.text, []).append(report.printed_number(number))
    shown = {
        word.text: [
            one.text
            for one in page
            if abs(one.top - word.top) < MILLIMETRE and one.left > RIGHT - facts.page_column_cm * CM
        ]
        for page in report.words[begin:]
        for word in page
        if code.fullmatch(word.text)
    }
    assert len(cited) == facts.codes
    assert shown == cited


def test_no_heading_of_one_line_or_several_is_the_last_thing_on_a_page(known: tuple[Report, Facts]) -> None:
    report, facts = known
    told = {squeezed(text) for style, text in report.paragraphs if style in HEADINGS and text}
    printed = [squeezed(line.text) for page in report.pages for line in body(page)]

    assert sum(line in told for line in printed) > facts.headings
    for page in report.pages[report.front :]:
        lines = [squeezed(line.text) for line in body(page)]
        for last in range(1, 4):
            assert "".join(lines[-last:]) not in told, lines[-last:]


def test_no_page_holds_a_line_alone(known: tuple[Report, Facts]) -> None:
    report, _facts = known
    for page in report.pages[report.front :]:
        assert len([line for line in body(page) if not HEAD_OF_TABLE.match(line.text)]) >= FEWEST, body(page)


def test_tables_of_results_are_numbered_through(sar: Report) -> None:
    titles = [text for style, text in sar.paragraphs if style == "Table Title" and text.startswith("ตารางที่")]
    assert [int(plain(text).split()[1]) for text in titles] == list(range(1, TABLES + 1))


def test_a_short_table_stands_on_the_page_of_its_title(sar: Report) -> None:
    """The beginning of every row is looked for below the title, one after the other."""
    short = [(title, rows) for title, rows in sar.tables if title.startswith("ตารางที่") and len(rows) <= 8]
    texts = ["".join(squeezed(line.text) for line in page) for page in sar.pages]

    assert len(short) == TABLES - 2
    for title, rows in short:
        (page,) = [text for text in texts if squeezed(title) in text]
        place = page.index(squeezed(title))
        for row in rows:
            place = page.index(squeezed(row)[:5], place + 1)


def test_heads_of_tables_are_repeated_and_rows_stay_whole(sar: Report) -> None:
    firsts = [squeezed(body(page)[0].text) for page in sar.pages]
    index = next(number for number, first in enumerate(firsts) if first.startswith("ภาคผนวกข"))

    assert len(sar.pages) - index > 2
    for number in range(index + 1, len(sar.pages)):
        assert firsts[number].startswith("มาตรฐาน"), body(sar.pages[number])[0]
        assert any(squeezed(line.text).startswith("รหัส") for line in body(sar.pages[number])[:6])
    scores = firsts.index("ส่วนที่3สรุปผลการประเมินตนเอง")
    assert firsts[scores + 1].startswith("มาตรฐานและตัวบ่งชี้")


def test_the_summary_stands_on_one_page_with_its_chart(sar: Report) -> None:
    shown = [plain(line.text) for line in sar.pages[sar.front]]

    assert "บทสรุปผู้บริหาร" in shown
    assert "ค่าเฉลี่ยรายมาตรฐาน รอบ 12 เดือน" in shown
    assert [line for line in shown if line.startswith("ยังไม่ครบ")] != []
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
        top = min(word.top for word in page if word.top > HEAD - 3 * MILLIMETRE)
        row = sorted((one for one in page if abs(one.top - top) < MILLIMETRE), key=lambda one: one.left)
        assert squeezed("".join(one.text for one in row)) == heads


def test_the_radar_shows_both_years_with_their_numbers(pmqa: Report) -> None:
    """หมวด 1 by hand: 300, 400, 400, 400 this year, mean 375; 200, 400, 400, 200 last year, mean 300."""
    (chart,) = [page for page in pmqa.pages if "300.00 / 375.00" in [plain(line.text) for line in page]]
    shown = " ".join(plain(line.text) for line in chart)

    assert "ปี 2568" in shown
    assert "ปี 2569" in shown
    assert [f"หมวด {number} " in shown for number in range(1, 8)] == [True] * 7
