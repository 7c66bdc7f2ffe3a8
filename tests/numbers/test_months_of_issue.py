"""Papers whose day is left for the pen: their numbers, folder and people, and how they are issued."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register
from written_project import diagnostics_of, other_findings, put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.model.number_register import NumberEntry
from esa_docs.thai import ThaiMonth


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def only_entry(root: Path) -> NumberEntry:
    (entry,) = api.load(root).register
    return entry


def test_a_month_has_a_year_and_no_date(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569")
    entry = only_entry(root)

    assert (entry.number, entry.date, entry.month) == ("12", None, ThaiMonth(2569, 3))
    assert entry.series is not None
    assert (entry.series.name, entry.series.year) == ("order", 2569)


def test_the_year_of_a_number_is_the_calendar_year_of_the_month(root: Path) -> None:
    write_order(root, "2569/a", "12", "ธันวาคม 2568")

    assert api.register(api.load(root), "order", 2568).next_free == 13
    assert api.register(api.load(root), "order", 2569).next_free == 1


def test_a_number_with_a_month_is_taken(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569")
    write_order(root, "2569/b", "12", "1 เมษายน 2569")

    assert diagnostics_of(api.load(root)) == [("E605", "b", 4, 9)]


def test_of_two_in_one_month_the_one_with_its_day_has_the_number(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569")
    write_order(root, "2569/b", "12", "16 มีนาคม 2569")

    assert [(code, name) for code, name, _line, _column in diagnostics_of(api.load(root))] == [("E605", "a")]


@pytest.mark.parametrize(
    ("month", "codes"),
    [("ตุลาคม 2568", []), ("กันยายน 2569", []), ("กันยายน 2568", ["E606"]), ("ตุลาคม 2569", ["E606"])],
)
def test_a_month_outside_the_fiscal_year_is_told(root: Path, month: str, codes: list[str]) -> None:
    write_order(root, "2569/a", "12", month)
    diagnostics = other_findings(api.load(root))

    assert [(diagnostic.code, diagnostic.location.line) for diagnostic in diagnostics] == [
        (code, 5) for code in codes
    ]
    assert all(month in diagnostic.message for diagnostic in diagnostics)


def test_the_register_shows_the_month(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569", "เรื่อง ก")
    write_order(root, "2569/b", "11", "16 มีนาคม 2569", "เรื่อง ข")

    lines = run("numbers", "orders").stdout.splitlines()
    assert lines[2:4] == ["11\t16 มีนาคม 2569\t2569/b\tเรื่อง ข", "12\tมีนาคม 2569\t2569/a\tเรื่อง ก"]
    assert run("numbers", "orders", "-o", "a.docx").exit_code == 0
    (table,) = docx.Document("a.docx").tables
    (date,) = [row.cells[1].text.strip() for row in table.rows if row.cells[4].text == "a"]
    assert date.replace("\u00a0", " ") == "มี.ค. ๒๕๖๙"


def test_a_month_in_the_csv_is_read_again(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569", "เรื่อง ก")
    assert run("numbers", "orders", "-o", "a.csv").exit_code == 0
    text = Path("a.csv").read_text(encoding="utf-8-sig")

    rows = list(csv.reader(text.splitlines()))
    assert rows[1] == ["12", "มีนาคม 2569", "เรื่อง ก", "2569/a"]
    (root / "2569/a.yaml").unlink()
    write_register(root, text)
    assert api.register(api.load(root), "order", 2569).next_free == 13


def test_a_document_and_the_line_that_notes_it_are_one(root: Path) -> None:
    write_order(root, "2569/a", "12", "มีนาคม 2569", "เรื่อง ก")
    write_register(root, "เลขที่,ลงวันที่,เรื่อง\n12,มี.ค. 2569,เรื่อง ก\n")
    project = api.load(root)

    assert (len(project.register), other_findings(project)) == (1, ())


def test_issue_replaces_the_month_by_the_date(root: Path) -> None:
    path = write_order(root, "2569/a", "12", "มีนาคม 2569")
    result = run("issue", "a", "--number", "12", "--date", "2569-03-16")

    assert result.exit_code == 0, result.output
    assert "date: 16 มีนาคม 2569\n" in path.read_text(encoding="utf-8")
    assert only_entry(root).date == dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ("until: 31 มีนาคม 2569", []),
        ("until: 1 มีนาคม 2569", []),
        ("until: 28 กุมภาพันธ์ 2569", ["E620"]),
        ("since: 31 มีนาคม 2569", []),
        ("since: 1 เมษายน 2569", ["E620"]),
        ("since: 10 มีนาคม 2569, until: 12 มีนาคม 2569", []),
    ],
)
def test_people_serve_on_a_day_of_the_month_at_least(root: Path, days: str, codes: list[str]) -> None:
    """Both as the signer that content names and as the director who signs otherwise."""
    person = "{id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ, DAYS}"
    put(root, "people.yaml", f"people:\n  - {person.replace('DAYS', days)}\n")
    path = write_order(root, "2569/a", "12", "มีนาคม 2569")

    assert [code for code, *_place in diagnostics_of(api.load(root))] == codes
    path.write_text(path.read_text(encoding="utf-8") + "signature: {by: ก}\n", encoding="utf-8")
    diagnostics = other_findings(api.load(root))
    assert [(diagnostic.code, diagnostic.field) for diagnostic in diagnostics] == [
        (code, "signature.by") for code in codes
    ]
    assert all("มีนาคม 2569" in diagnostic.message for diagnostic in diagnostics)
