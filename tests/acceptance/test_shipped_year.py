"""The shipped year is true in itself: figures agree, owners are those of the order, evidence can be found.

Expected figures are counted by hand in the content, or reckoned here by plain arithmetic.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
YEAR = CONTENT / "2569"
SCHEME = ROOT / "esa_docs" / "kinds" / "pmqa" / "schemes" / "pmqa-4.0.yaml"

PRIMARY_PUPILS = 340 + 335 + 338 + 352 + 349 + 361
"""Pupils of ประถมศึกษาปีที่ 1 to 6 in tables/students.csv."""
MEASURES = {
    "ตัวชี้วัดของสำนักงานที่บรรลุเป้าหมาย": (22, 24),
    "นักเรียนที่อ่านออกเขียนได้ตามเกณฑ์": (PRIMARY_PUPILS - 58, PRIMARY_PUPILS),
    "ความพึงพอใจของผู้รับบริการ": (437, 500),
    "ข้อร้องเรียนที่ตอบภายในกำหนด": (14, 14),
    "ความผูกพันของบุคลากรต่อองค์การ": (421, 500),
    "บุคลากรที่พัฒนาตามแผนรายบุคคล": (64, 68),
    "แนวปฏิบัติที่ดีที่ผ่านเกณฑ์": (8, 10),
    "ผลงานที่หน่วยงานอื่นศึกษาดูงาน": (3, 3),
    "นักเรียนที่เรียนต่อเนื่องไม่ออกกลางคัน": (3200 - 2, 3200),
    "จุดเสี่ยงในสถานศึกษาที่แก้ไขแล้ว": (54, 61),
    "งานบริการที่เสร็จตามเวลามาตรฐาน": (1842, 1905),
    "แบบรายงานซ้ำซ้อนที่ยกเลิก": (22, 27),
}
"""Each measure of หมวด 7: what was reached, of what."""

SHARED_FIGURES = {
    "14 เรื่อง": ("sar/1-1", "sar/2-3", "pmqa/1-2", "pmqa/3-4", "pmqa/7-2"),
    "7 วันทำการ": ("sar/1-1", "pmqa/3-4", "announcements/service-standards"),
    "5 ช่องทาง": ("sar/3-6", "pmqa/3-4", "orders/service", "manual"),
    "4.37": ("sar/3-6", "pmqa/3-2", "pmqa/7-2"),
    "1,024 คน": ("sar/3-6", "pmqa/3-2"),
    "22 แบบ": ("sar/1-1", "pmqa/6-2", "pmqa/7-6"),
    "22 ตัวจาก 24 ตัว": ("sar/1-1", "pmqa/2-2", "pmqa/7-1"),
    "91.67": ("sar/1-1", "pmqa/2-2", "pmqa/7-1"),
    "96.69": ("sar/1-1", "pmqa/6-1", "pmqa/7-6"),
    "97.85": ("sar/2-2", "pmqa/2-3"),
    "18,000,000": ("sar", "sar/2-2"),
    "72.90": ("sar/2-1", "pmqa/1-3"),
    "23 หน่วยงาน": ("sar/1-3", "pmqa/1-3"),
    "90.48": ("sar/2-3", "pmqa/5-1"),
    "94.12": ("sar/1-2", "pmqa/5-4", "pmqa/7-3"),
    "4.21": ("sar/2-3", "pmqa/5-3", "pmqa/7-3"),
    "0.06": ("sar/3-4", "pmqa/4-2", "pmqa/7-5"),
    "54 จุด": ("sar/2-4", "pmqa/7-5"),
    "16 ครั้ง": ("sar/2-4", "pmqa/7-5"),
    "13 คน": ("sar/2-3", "pmqa/7-4"),
    "68 คน": ("sar", "sar/1-2", "pmqa", "pmqa/5-1", "pmqa/5-4", "pmqa/7-3"),
    "8.20": ("pmqa/1-4", "pmqa/6-3", "pmqa/7-5"),
}
"""Figures that several papers of the year give, and these papers."""

ROUNDS = ["รายการ", "เป้าหมาย", "รอบ 6 เดือน", "รอบ 12 เดือน"]
"""Columns of a table that gives both rounds of a year."""
FALLING_ROWS = {"เด็กวัยเรียนที่ยังไม่เข้าเรียน (คน)"}
"""Rows that tell how many are left, not how many there were so far."""
SHARE_OF_A_WHOLE = re.compile(r"([\d,]+) ?(\S+?)จาก ([\d,]+) ?\2 คิดเป็นร้อยละ ([\d.]+)")
"""Such as: 64 คนจาก 68 คน คิดเป็นร้อยละ 94.12."""

MADE_UP = re.compile("สมมติ|เป็นตัวอย่าง")
"""Words that tell the reader of a file, not of a paper, that something is made up."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def texts_in(value: object) -> Iterator[str]:
    """Generate every text of a tree of YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner_value in value.values():
            yield from texts_in(inner_value)
    elif isinstance(value, list):
        for inner_value in value:
            yield from texts_in(inner_value)


def text_of(name: str) -> str:
    return "\n".join(texts_in(read(YEAR / f"{name}.yaml")))


def items() -> list[dict[str, Any]]:
    return [read(path) for path in sorted((YEAR / "pmqa").glob("*.yaml"))]


def issues() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((YEAR / "sar").glob("*.yaml")):
        for issue in read(path)["issues"]:
            yield f"{path.stem} {issue['number']}", issue


@pytest.mark.parametrize("figure", SHARED_FIGURES)
def test_a_figure_of_several_papers_is_the_same_in_each(figure: str) -> None:
    for name in SHARED_FIGURES[figure]:
        assert figure in text_of(name), name


def test_measures_follow_from_the_figures_of_the_sar() -> None:
    percents: dict[str, Decimal] = {}
    for item in items():
        for measure in item.get("measures", ()):
            percents[measure["name"]] = Decimal(str(measure["percent"]))
            number = f"{measure['percent']:.2f}".removesuffix(".00")
            assert measure["actual"] == f"ร้อยละ {number}"
    expected: dict[str, Decimal] = {}
    for name, (reached, whole) in MEASURES.items():
        percent = Decimal(100 * reached) / whole
        expected[name] = percent.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert percents == expected


def test_last_year_has_the_same_measures() -> None:
    names: set[str] = set()
    for item in read(CONTENT / "2568" / "pmqa.yaml")["items"]:
        names.update(measure["name"] for measure in item.get("measures", ()))
    # duplicate forms were counted this year for the first time
    assert names == set(MEASURES) - {"แบบรายงานซ้ำซ้อนที่ยกเลิก"}


def test_owners_of_items_are_those_of_the_order() -> None:
    (committee,) = read(YEAR / "orders" / "pmqa-development.yaml")["committees"]
    owners: dict[str, str] = {}
    for member in committee["members"]:
        match = re.match(r"(?:เจ้าภาพ|ผู้ประสานงาน)หมวด (\d) ", member.get("note", ""))
        if match:
            owners[match[1]] = member["person"]
    assert sorted(owners) == ["1", "2", "3", "4", "5", "6", "7"]
    assert len(items()) == 24 + 6
    for item in items():
        assert item["owner"] == owners[item["item"][0]], item["item"]


def test_a_category_has_one_name_in_the_papers_of_the_year() -> None:
    names = {category["number"]: category["name"] for category in read(SCHEME)["categories"]}
    order = text_of("orders/pmqa-development")
    works = read(YEAR / "manual.yaml")["works"]
    in_manual: list[str] = []
    for work in works:
        for step in work["steps"]:
            in_manual += [category["name"] for category in step.get("categories", ())]
    assert in_manual == [names[number] for number in range(1, 8)]
    assert "ร่วมกันรับผิดชอบหมวด 7 " + names[7] in order
    for number, name in names.items():
        assert re.findall(rf"^(?:เจ้าภาพ|ผู้ประสานงาน)หมวด {number} (.+)$", order, re.MULTILINE) == [name]


def test_what_is_scored_has_evidence_that_can_be_found() -> None:
    for place, issue in issues():
        if any("level" in issue.get(key, {}) for key in ("six_months", "twelve_months")):
            assert_found(place, issue.get("evidence", ()))
    for item in items():
        assert_found(item["item"], item.get("evidence", ()))


def assert_found(place: str, evidence: Iterable[dict[str, str]]) -> None:
    pieces = list(evidence)
    assert pieces, place
    for piece in pieces:
        assert piece["link"] == f"https://example.go.th/evidence/{piece['code']}"


def test_no_paper_of_the_year_says_that_it_is_made_up() -> None:
    paths = [*YEAR.rglob("*.yaml"), *(CONTENT / "2568").rglob("*.yaml")]
    assert len(paths) > 50
    for path in paths:
        for text in texts_in(read(path)):
            # สมมติ alone is the id of a made-up person in people.yaml
            assert text == "สมมติ" or not MADE_UP.search(text), (path, text)


def test_issues_are_named() -> None:
    """The edition gives the names of three issues; the office names the others."""
    named_by_the_edition = {"1-1 1", "1-1 4", "2-1 6"}
    nameless = {place for place, issue in issues() if "name" not in issue}
    assert nameless == named_by_the_edition


def tables_of_the_year() -> Iterator[tuple[str, list[list[str]]]]:
    """Generate the place and the rows of each table of the year, with its columns as first row."""
    for path in sorted(YEAR.rglob("*.yaml")):
        for table in tables_in(read(path)):
            if "rows" in table:
                yield f"{path.stem}: {table['title']}", [table["columns"], *table["rows"]]
    for path in sorted((CONTENT / "tables").glob("*.csv")):
        yield path.stem, list(csv.reader(path.read_text(encoding="utf-8").splitlines()))


def tables_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from value.get("tables", ())
        for inner_value in value.values():
            yield from tables_in(inner_value)
    elif isinstance(value, list):
        for inner_value in value:
            yield from tables_in(inner_value)


def number_of(cell: str) -> Decimal | None:
    text = cell.replace(",", "")
    return Decimal(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def test_last_rows_are_the_sums_and_means_of_their_tables() -> None:
    tables: dict[str, int] = {"รวม": 0, "เฉลี่ย": 0}
    for place, rows in tables_of_the_year():
        last_row = rows[-1]
        if last_row[0] not in tables:
            continue
        tables[last_row[0]] += 1
        for column in range(1, len(last_row)):
            total = number_of(last_row[column])
            values = [number_of(row[column]) for row in rows[1:-1]]
            numbers = [value for value in values if value is not None]
            if total is None or len(numbers) < len(values) or rows[0][column] == "ร้อยละ":
                continue
            expected = sum(numbers, Decimal(0))
            if last_row[0] == "เฉลี่ย":
                expected = (expected / len(numbers)).quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert total == expected, (place, rows[0][column])
    assert tables == {"รวม": 13, "เฉลี่ย": 2}


def rows_of_rounds() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Generate place, issue and row of each row of the SAR that has a figure of each round."""
    for place, issue in issues():
        for table in issue.get("tables", ()):
            if table.get("columns") == ROUNDS:
                for row in table["rows"]:
                    yield place, issue, row


def test_what_is_counted_through_the_year_does_not_fall_between_its_rounds() -> None:
    falling: set[str] = set()
    counted = 0
    for _place, _issue, row in rows_of_rounds():
        at_six_months, at_twelve_months = number_of(row[2]), number_of(row[3])
        is_count = "ร้อยละ" not in row[0] and "เต็ม 5" not in row[0]
        if is_count and at_six_months is not None and at_twelve_months is not None:
            counted += 1
            if at_six_months > at_twelve_months:
                falling.add(row[0])
    assert counted > 30
    assert falling == FALLING_ROWS


def test_the_text_of_six_months_does_not_give_the_figure_of_twelve_months() -> None:
    compared = 0
    for place, issue, row in rows_of_rounds():
        unit = re.search(r"\((คน|ครั้ง|เรื่อง|แห่ง|ข้อ|จุด)\)$", row[0])
        if unit and row[2] != row[3]:
            compared += 1
            text = " ".join(issue["six_months"]["results"])
            # 9 แห่งจาก 18 แห่ง and ครบทั้ง 22 แห่ง give the whole, not a figure of the round
            assert not re.search(rf"(?<!จาก )(?<!ครบทั้ง )(?<![\d.,]){row[3]} {unit[1]}", text), (place, row)
    assert compared > 20


FIGURES_OF_BOTH_ROUNDS = {
    "2-1 5": ("84 คน", "126 คน"),
    "2-3 2": ("18 คน", "26 คน"),
    "3-4 1": ("430 คน", "612 คน"),
    "3-5 2": ("96 เรื่อง", "187 คน"),
    "3-1 2": ("6 กลุ่ม", "10 กลุ่ม"),
    "2-4 2": ("15 แห่ง", "54 จุด"),
}
"""Figures of a table that the texts of its rounds repeat: place, at 6 months, at 12 months."""


@pytest.mark.parametrize("place", FIGURES_OF_BOTH_ROUNDS)
def test_texts_of_the_rounds_repeat_the_figures_of_their_table(place: str) -> None:
    issue = dict(issues())[place]
    six_months, twelve_months = FIGURES_OF_BOTH_ROUNDS[place]
    assert six_months in " ".join(issue["six_months"]["results"])
    assert twelve_months in " ".join(issue["twelve_months"]["results"])
    assert {six_months.split()[0], twelve_months.split()[0]} <= set(texts_in(issue["tables"]))


def test_shares_in_texts_are_reckoned_right() -> None:
    shares = 0
    for path in sorted(YEAR.rglob("*.yaml")):
        for text in texts_in(read(path)):
            for part, _unit, whole, percent in SHARE_OF_A_WHOLE.findall(text):
                shares += 1
                expected = 100 * Decimal(part.replace(",", "")) / Decimal(whole.replace(",", ""))
                assert Decimal(percent) == expected.quantize(Decimal(percent), ROUND_HALF_UP), (
                    path.name,
                    text,
                )
    assert shares == 10


def test_in_time_is_another_figure_than_filled() -> None:
    """21 posts were free and 19 are filled (SAR 2.3); of these 19, 17 were filled within the 30 days."""
    (table,) = read(YEAR / "pmqa" / "6-1.yaml")["tables"]
    in_time = {row[0]: row[3] for row in table["rows"]}
    assert Decimal(in_time["บรรจุแทนตำแหน่งว่าง"]) == (Decimal(1700) / 19).quantize(Decimal("0.01"))


def test_the_knowledge_base_never_shrinks() -> None:
    """38 things now, so many more than last year: there were fewer then than at 6 months."""
    text = text_of("sar/1-2")
    growth = re.search(r"มีเรื่องเผยแพร่ (\d+) เรื่อง เพิ่มขึ้นจากปีก่อน (\d+) เรื่อง", text)
    assert growth
    assert int(growth[1]) - int(growth[2]) <= 19


def test_a_paper_that_sends_an_unfinished_report_is_a_draft() -> None:
    unfinished = {"sar" for _place, issue in issues() if "twelve_months" not in issue}
    assert unfinished == {"sar"}
    sent: set[str] = set()
    for path in sorted(YEAR.rglob("*.yaml")):
        content = read(path)
        for attachment in content.get("attachments", ()):
            if attachment.get("document") in unfinished:
                sent.add(attachment["document"])
                assert content.get("draft") is True, path.name
    assert sent == unfinished
