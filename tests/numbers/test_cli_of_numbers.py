"""``issue``, ``numbers`` and ``new`` on the command line."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register

from esa_docs import api
from esa_docs.cli import app
from esa_docs.kinds import KINDS
from esa_docs.source.loading.project import load_project


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def run(command: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [command, *arguments])


@pytest.mark.parametrize("date", ["2569-03-16", "16/3/2569", "๑๖ มี.ค. ๒๕๖๙", "วันจันทร์ที่ 16 มีนาคม พ.ศ. 2569"])
@pytest.mark.parametrize("number", ["12", "๑๒"])
def test_issue_reads_every_form_and_names_the_file(root: Path, number: str, date: str) -> None:
    path = write_order(root, "2569/orders/a")
    result = run("issue", "orders/a", "--number", number, "--date", date)
    # The office of the test has no emblem, which is told (E501).
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "content/2569/orders/a.yaml")
    assert result.stderr.splitlines() == [
        "คำสั่ง number 12/2569 of 16 มีนาคม 2569",
        "Version 1 of the paper is kept.",
        "Next: esa-docs build orders/a",
    ]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[3:5] == ["number: '12'", "date: 16 มีนาคม 2569"]
    second_result = run("issue", "orders/a", "--number", number, "--date", date)
    assert (second_result.exit_code, second_result.stdout) == (0, "content/2569/orders/a.yaml\n")
    assert "stood there already" in second_result.stderr


@pytest.mark.parametrize(
    ("number", "date", "words"),
    [
        ("12", "2026-03-16", "2569"),
        ("12", "31/9/2569", "31/9/2569"),
        ("12", "เมื่อวาน", "เมื่อวาน"),
        ("", "16/3/2569", "--number"),
        ("สิบสอง", "16/3/2569", "สิบสอง"),
        ("{{ 1 }}", "16/3/2569", "{{ 1 }}"),
    ],
)
def test_issue_refuses_numbers_and_dates_that_are_none(
    root: Path, number: str, date: str, words: str
) -> None:
    path = write_order(root, "2569/a")
    before = path.read_bytes()
    result = run("issue", "a", "--number", number, "--date", date)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert path.read_bytes() == before


def test_issue_needs_a_date(root: Path) -> None:
    write_order(root, "2569/a")
    result = run("issue", "a", "--number", "1")
    assert (result.exit_code, "Add --date." in result.stdout) == (1, True)
    assert "content/2569/a.yaml:2:1: error: a date is expected for 'a' [E412]" in result.stdout


def test_issue_tells_a_taken_number_and_the_next_free_one(root: Path) -> None:
    write_order(root, "2570/a", "'12'", "1 ตุลาคม 2569", "เรื่องแรก")
    write_order(root, "2569/b")
    result = run("issue", "b", "--year", "2569", "--number", "12", "--date", "30/9/2569")
    assert result.exit_code == 1
    assert "content/2569/b.yaml:2:1: error: " in result.stdout
    assert "2570/a [E605]" in result.stdout
    assert "'เรื่องแรก' has this number. The next free number is 13." in result.stdout


def test_issue_warns_of_the_wrong_folder_and_forces_another_number(root: Path) -> None:
    write_order(root, "2569/a", "'1'", "1/1/2569")
    arguments = ("a", "--number", "2", "--date", "1/10/2569")
    assert "[E413]" in run("issue", *arguments).stdout
    result = run("issue", *arguments, "--force")
    assert result.exit_code == 0
    assert "warning: " in result.stdout
    assert "[E606]" in result.stdout


def test_numbers_prints_a_table_of_the_newest_year(root: Path) -> None:
    write_order(root, "2569/a", "'2'", "5 มกราคม 2569", "ข")
    write_order(root, "2569/draft", subject="ค")
    write_order(root, "2569/old", "'900'", "5 ธันวาคม 2568", "ง")
    write_register(root, "เลขที่,ลงวันที่,เรื่อง\n1,4 มกราคม 2569,ก\n")
    result = run("numbers", "orders")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "ทะเบียนคำสั่ง พ.ศ. 2569",
        "number\tdate\tdocument\tsubject",
        "1\t4 มกราคม 2569\tregisters/orders.csv\tก",
        "2\t5 มกราคม 2569\t2569/a\tข",
        "-\t-\t2569/draft\tค",
        "The next free number: 3",
        "Numbers of other years: 2568 (--calendar-year)",
    ]
    result_of_2568 = run("numbers", "orders", "--calendar-year", "๒๕๖๘", "--format", "json")
    (table,) = json.loads(result_of_2568.stdout)["registers"]
    assert (table["kind"], table["calendar_year"], table["next_free"]) == ("order", 2568, 901)
    assert table["other_years"] == [2569]
    note = {
        "who": "",
        "for": "",
        "until": None,
        "why": "",
        "free": False,
        "noted_on": None,
        "noted_before": "",
    }
    row = {"number": "900", "date": "5 ธันวาคม 2568", "document": "2569/old", "subject": "ง", "state": "used"}
    draft = {"number": None, "date": None, "document": "2569/draft", "subject": "ค", "state": None}
    assert table["entries"] == [row | note, draft | note]


def test_numbers_shows_this_year_beside_numbers_of_the_next(root: Path) -> None:
    """Numbers reserved for January do not hide the register that is in use."""
    write_order(root, "2569/a", "'2'", "5 มกราคม 2569", "ข")
    register = "เลขที่,ลงวันที่,เรื่อง,สถานะ,เพื่อ,ถึงวันที่\n1,5 ม.ค. 2570,,จอง,ก,5 ม.ค. 2570\n"
    write_register(root, register)
    project = load_project(root, KINDS, today=dt.date(2026, 12, 30))
    table = api.register(project, "order")
    assert (table.series.year, table.next_free, table.other_years) == (2569, 3, (2570,))
    project = load_project(root, KINDS, today=dt.date(2027, 1, 3))
    assert api.register(project, "order").series.year == 2570
    project = load_project(root, KINDS, today=dt.date(2028, 1, 3))
    assert api.register(project, "order").series.year == 2570


def test_numbers_of_all_registers_names_each_and_leaves_out_the_empty(root: Path) -> None:
    result_without_documents = run("numbers")
    assert (result_without_documents.stdout, result_without_documents.stderr) == (
        "",
        "No document has a number, or waits for one.\n",
    )
    write_order(root, "2569/a", "'2'", "5 มกราคม 2569", "ข")
    memo = "kind: memo\nsubject: เวียน\ntext: [ก]\nsignature: {by: ก}\ncircular: true\n"
    (root / "2569/memo.yaml").write_text(f"{memo}number: 4\ndate: 6 มกราคม 2569\n", encoding="utf-8")
    lines = run("numbers").stdout.splitlines()
    assert lines == [
        "ทะเบียนคำสั่ง พ.ศ. 2569",
        "number\tdate\tdocument\tsubject",
        "2\t5 มกราคม 2569\t2569/a\tข",
        "The next free number: 3",
        "ทะเบียนหนังสือเวียน พ.ศ. 2569",
        "number\tdate\tdocument\tsubject",
        "4\t6 มกราคม 2569\t2569/memo\tเวียน",
        "The next free number: 5",
    ]


def test_numbers_tells_what_is_wrong_with_the_register(root: Path) -> None:
    write_order(root, "2569/a", "'2'", "5 มกราคม 2569")
    write_order(root, "2569/b", "'2'", "6 มกราคม 2569")
    write_register(root, "number,date,subject\n3,เมื่อวาน,ก\n")
    result = run("numbers", "--format", "json")
    codes = [diagnostic["code"] for diagnostic in json.loads(result.stdout)["diagnostics"]]
    assert (result.exit_code, codes) == (1, ["E605", "E206"])


@pytest.mark.parametrize("arguments", [["ordres"], ["orders", "--calendar-year", "2026"]])
def test_numbers_refuses_what_is_no_register_or_year(root: Path, arguments: list[str]) -> None:
    result = run("numbers", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert arguments[-1] in result.stderr


@pytest.mark.parametrize("name", ["orders/a", "orders\\a", "orders/a.yaml", "orders\\a.YML"])
def test_new_writes_a_file_and_names_it(root: Path, name: str) -> None:
    result = run("new", "order", name, "--year", "2569")
    assert (result.exit_code, result.stdout) == (0, "content/2569/orders/a.yaml\n")
    second_result = run("new", "order", name)
    assert second_result.exit_code == 1
    assert "content/2569/orders/a.yaml: error: " in second_result.stdout
    assert "[E415]" in second_result.stdout


def test_new_says_which_kind_was_meant(root: Path) -> None:
    result = run("new", "ordr", "a", "--year", "2569")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'order'" in result.stderr
    assert not (root / "2569").exists()


def test_outside_a_project_the_machine_is_told(tmp_path: Path) -> None:
    commands = (("issue", "a", "--date", "1/1/2569"), ("numbers",), ("new", "order", "a"))
    for command in commands:
        result = run(*command, "-C", str(tmp_path))
        assert result.exit_code == 3
        assert "[E902]" in result.stdout


@pytest.mark.parametrize("words", [("check", "nope"), ("numbers", "nope"), ("list", "--kind", "nope")])
def test_a_wrong_command_line_writes_no_json(words: tuple[str, ...], root: Path) -> None:
    result = run(*words, "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nope" in result.stderr
