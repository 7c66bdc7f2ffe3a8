"""What lies in registers/ and is not read, and lines that say no number: no number is given meanwhile."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from numbered_office import issue_paper, write_order, write_project, write_register
from written_project import put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.jobs.numbers.cancelling import Cancellation, cancel_number
from esa_docs.jobs.numbers.number_import import import_numbers
from esa_docs.jobs.numbers.reserving import Wish, reserve_numbers
from esa_docs.kinds import KINDS

MARCH_2 = dt.date(2026, 3, 2)
HEAD = "เลขที่,ลงวันที่,เรื่อง\n"
ROWS = f"{HEAD}41,1 มี.ค. 2569,ก\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with an order that waits for its number."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_project(tmp_path / "office")
    write_order(root, "2569/orders/b")
    return root


def refusals(root: Path) -> list[list[Diagnostic]]:
    """Return with what issuing, reserving and cancelling are refused; nothing is written."""
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    diagnostics: list[list[Diagnostic]] = []
    with pytest.raises(ContentError) as issue_info:
        issue_paper(root, "orders/b", "1", MARCH_2)
    diagnostics.append(list(issue_info.value.diagnostics))
    with pytest.raises(ContentError) as reserve_info:
        reserve_numbers(root, KINDS, Wish(1, MARCH_2, "order", purpose="ก"), today=MARCH_2)
    diagnostics.append(list(reserve_info.value.diagnostics))
    with pytest.raises(ContentError) as cancel_info:
        cancel_number(root, KINDS, Cancellation("1", "order", "ก"), today=MARCH_2)
    diagnostics.append(list(cancel_info.value.diagnostics))
    after = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    assert {path: data for path, data in after.items() if ".esa-docs" not in path.parts} == before
    return diagnostics


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "-C", str(root)])


def next_free(root: Path) -> object:
    result = run(root, "numbers", "orders", "--format", "json")
    (table,) = json.loads(result.stdout)["registers"]
    return table["next_free"]


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("order.csv", "orders.csv"),
        ("คำสั่ง.csv", "orders.csv"),
        ("orders-2569.csv", "orders.csv"),
        ("orders-PC2.csv", "orders.csv"),
        ("orders.xls", "orders.csv"),
        ("orders.xlsx", "orders.csv"),
        ("orders.csv.txt", "orders.csv"),
        ("orders.txt", "orders.csv"),
        ("2568/orders.csv", "registers/"),
    ],
)
def test_what_is_no_register_by_its_name_is_an_error(name: str, cure: str, root: Path) -> None:
    put(root, f"registers/{name}", ROWS)
    place = f"registers/{name.split('/', maxsplit=1)[0]}"
    for diagnostics in refusals(root):
        (diagnostic,) = diagnostics
        assert (diagnostic.code, diagnostic.is_error) == ("E439", True)
        assert diagnostic.location.path.endswith(place)
        assert cure in diagnostic.hint
    assert next_free(root) is None
    assert run(root, "check").exit_code == 1


@pytest.mark.parametrize("name", [".orders.csv", "~$orders.csv", "~$orders.xlsx", "อ่านก่อน.txt", "readme.md"])
def test_notes_and_files_of_programs_may_lie_there(name: str, root: Path) -> None:
    put(root, f"registers/{name}", ROWS)
    assert api.load(root).unread == ()
    assert next_free(root) == 1


def test_a_name_in_capitals_is_that_of_the_register(root: Path) -> None:
    put(root, "registers/ORDERS.CSV", ROWS)
    assert api.load(root).unread == ()
    assert next_free(root) == 42
    reserve_numbers(root, KINDS, Wish(1, MARCH_2, "order", purpose="ก"), today=MARCH_2)
    assert [path.name for path in (root / "registers").iterdir()] == ["ORDERS.CSV"]
    assert "42," in (root / "registers/ORDERS.CSV").read_text(encoding="utf-8-sig")


def test_two_names_that_differ_in_capitals_are_an_error(root: Path) -> None:
    put(root, "registers/ORDERS.CSV", ROWS)
    put(root, "registers/Orders.csv", ROWS)
    if len(list((root / "registers").iterdir())) == 1:
        pytest.skip("this disk takes both names for one file")
    for diagnostics in refusals(root):
        assert [diagnostic.code for diagnostic in diagnostics] == ["E439", "E439"]


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("registers/orders.csv", "registers/orders (1).csv"),
        ("2569/orders/b.yaml", "2569/orders/b (1).yaml"),
        ("office.yaml", "office (1).yaml"),
        ("people.yaml", "people (1).yaml"),
    ],
)
def test_no_number_is_given_while_a_conflict_copy_lies_there(original: str, name: str, root: Path) -> None:
    write_register(root, ROWS)
    put(root, name, (root / original).read_text(encoding="utf-8"))
    for diagnostics in refusals(root):
        (diagnostic,) = diagnostics
        assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E433", Path(name).name)
    assert next_free(root) is None


def test_a_file_that_only_looks_like_a_copy_stops_nobody(root: Path) -> None:
    put(root, "2569/orders/b-PC2.yaml", (root / "2569/orders/b.yaml").read_text(encoding="utf-8"))
    (finding,) = [diagnostic for diagnostic in api.load(root).diagnostics if diagnostic.code == "E433"]
    assert not finding.is_error
    assert issue_paper(root, "orders/b", "1", MARCH_2).is_written


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("เลขที่;ลงวันที่;เรื่อง\n5;5 ม.ค. 2569;ก\n", 1),
        (f"{HEAD}5,,ก\n", 2),
        (f"{HEAD}5/2568,5 ม.ค. 2569,ก\n", 2),
        (f"{HEAD}5-9,5 ม.ค. 2569,ก\n", 2),
        (f"{HEAD}5 ถึง 9,5 ม.ค. 2569,ก\n", 2),
    ],
)
def test_no_next_number_is_named_while_a_line_cannot_be_known(text: str, line: int, root: Path) -> None:
    write_register(root, text)
    assert next_free(root) is None
    assert "The next free number is not known" in run(root, "numbers", "orders").stdout
    for diagnostics in refusals(root):
        assert [diagnostic.location.line for diagnostic in diagnostics] == [line]


@pytest.mark.parametrize("words", [("numbers",), ("people", "list")])
def test_a_broken_office_is_said(words: tuple[str, ...], root: Path) -> None:
    office = (root / "office.yaml").read_text(encoding="utf-8")
    put(root, "office.yaml", f"{office}\nunknown_key: 1\n")
    result = run(root, *words)
    assert result.exit_code == 1
    assert "office.yaml" in result.output
    assert "unknown_key" in result.output


def test_a_number_that_is_cancelled_is_not_cancelled_otherwise(root: Path) -> None:
    write_order(root, "2569/highest", "'5'", "20 ม.ค. 2569")
    cancel_number(root, KINDS, Cancellation("3", "order", "ก"), today=MARCH_2)
    register = root / "registers/orders.csv"
    before = register.read_bytes()
    with pytest.raises(ContentError) as error_info:
        cancel_number(root, KINDS, Cancellation("3", "order", "ข", is_free=True), today=MARCH_2)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.line) == ("E698", 2)
    assert "ก" in diagnostic.message
    assert register.read_bytes() == before
    assert not cancel_number(root, KINDS, Cancellation("3", "order", "ก"), today=MARCH_2).is_written


def test_a_formula_without_a_value_is_no_empty_number(root: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["เลขที่", "ลงวันที่", "เรื่อง"])
    sheet.append([1, "5 ม.ค. 2569", "ก"])
    sheet.append(["=A2+1", "6 ม.ค. 2569", "ข"])
    file = root.parent / "o.xlsx"
    book.save(file)
    with pytest.raises(ContentError) as error_info:
        import_numbers(root, KINDS, file, "order", today=MARCH_2)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path.rpartition("!")[2]) == ("E625", "A3")
    assert not (root / "registers").exists()


def test_the_cure_of_a_paper_that_is_not_issued_can_be_typed(root: Path) -> None:
    write_register(root, ROWS)
    write_order(root, "2569/orders/ค ง")
    with pytest.raises(ContentError) as error_info:
        api.send(root, "orders/ค ง", year=2569)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E452"
    today = api.this_day()
    number = 42 if today.year == 2026 else 1
    day = f"{today.day}/{today.month}/{today.year + 543}"
    command = f'esa-docs issue "orders/ค ง" --year 2569 --number {number} --date {day}'
    assert diagnostic.hint.endswith(command)


def test_a_name_with_blanks_is_quoted_in_the_cure_of_a_paper_typed_by_hand(root: Path) -> None:
    write_order(root, "2569/orders/ค ง", "7", "2 มีนาคม 2569")
    (finding,) = [diagnostic for diagnostic in api.load(root).diagnostics if diagnostic.code == "E455"]
    assert finding.hint.endswith('esa-docs issue "orders/ค ง" --year 2569')


def test_a_project_that_cannot_be_written_names_the_project_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("esa_docs.jobs.changes.folder_lock.make_state_folder", refuse)
    result = run(root, "issue", "orders/b", "--number", "1", "--date", "2/3/2569")
    assert "E405" in result.output
    assert "project folder" in result.output
    assert "output folder" not in result.output


# Of which series a fault may hide a number

UNITS = "  - {id: แผน, name: กลุ่มแผน, code: นว 52007.4}\nnumbering: {memo: group, announcement: office}\n"
MEMOS = frozenset({"memo", "memo-อำนวยการ", "memo-แผน"})
CIRCULARS = frozenset({"circular", "circular-อำนวยการ", "circular-แผน"})
ALL_SERIES = MEMOS | CIRCULARS | {"order", "announcement", "letter"}


def stopped_series(root: Path) -> frozenset[str]:
    """Return the series that get no number."""
    project = api.load(root)
    assert project.unread
    return frozenset(name for name in ALL_SERIES if project.unread_of(name))


@pytest.fixture
def office(root: Path) -> Path:
    """Make a project whose units count their memos and circulars, and whose announcements have numbers."""
    put(root, "office.yaml", (root / "office.yaml").read_text(encoding="utf-8") + UNITS)
    return root


@pytest.mark.parametrize(
    ("name", "text", "stopped"),
    [
        ("orders.csv", f"{HEAD}x,y\n", {"order"}),
        ("orders.csv", f"{HEAD}5,,ก\n", {"order"}),
        ("orders.csv", f"{HEAD}5/2568,5 ม.ค. 2569,ก\n", {"order"}),
        ("orders.csv", f'{HEAD}"5,5 ม.ค. 2569,ก\n', {"order"}),
        ("orders.csv", "ก;ข\n", {"order"}),
        ("letters.csv", f"{HEAD}5,,ก\n", {"letter"}),
        ("circulars.csv", f"{HEAD}5,,ก\n", {"circular"}),
        ("memos-แผน.csv", f"{HEAD}5,,ก\n", {"memo-แผน"}),
        ("memos.csv", f"{HEAD}5,,ก\n", {"memo"}),
        # The number of a circular, and one with the code of a unit: they were counted in another series.
        ("letters.csv", f"{HEAD}ว 5,5 ม.ค. 2569,ก\n", MEMOS | CIRCULARS | {"letter"}),
        ("orders.csv", f"{HEAD}นว 52007.4/5,5 ม.ค. 2569,ก\n", MEMOS | CIRCULARS | {"letter", "order"}),
        # No register by its name: what it may hold is known by the words in it.
        ("orders.xlsx", ROWS, {"order"}),
        ("orders-2569.csv", ROWS, {"order"}),
        ("คำสั่ง.csv", ROWS, {"order"}),
        ("orders (1).csv", ROWS, {"order"}),
        ("letters.txt", ROWS, CIRCULARS | {"letter"}),
        ("circulars.txt", ROWS, CIRCULARS),
        ("memos-แผน.txt", ROWS, MEMOS | CIRCULARS),
        ("ทะเบียน.csv", ROWS, ALL_SERIES),
        ("2568/orders.csv", ROWS, ALL_SERIES),
    ],
)
def test_a_fault_stops_the_series_of_which_it_may_hide_a_number(
    name: str, text: str, stopped: frozenset[str], office: Path
) -> None:
    # Beside it, a conflict copy is known for sure.
    put(office, "registers/orders.csv", ROWS)
    put(office, f"registers/{name}", text)
    assert stopped_series(office) == stopped


@pytest.mark.parametrize("name", ["registers/orders.csv", "registers/memos-แผน.csv"])
def test_a_register_in_an_encoding_that_cannot_be_read_stops_its_own_series(name: str, office: Path) -> None:
    put(office, name, "").write_bytes(ROWS.encode("cp874"))
    expected = {"registers/orders.csv": {"order"}, "registers/memos-แผน.csv": {"memo-แผน"}}
    assert stopped_series(office) == expected[name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2569/x.yaml", "kind: order\nnumber: 60\nsubject: [ก\n"),
        ("office.yaml", "unknown_key: 1\n"),
        ("issued/log.jsonl", "{\n"),
        ("2569/orders/b (1).yaml", "kind: order\n"),
    ],
)
def test_what_may_hold_any_number_stops_every_series(name: str, text: str, office: Path) -> None:
    put(office, name, text)
    assert stopped_series(office) == ALL_SERIES


def test_a_bad_line_of_letters_stops_no_order(root: Path) -> None:
    put(root, "registers/letters.csv", f"{HEAD}5,,ก\n")
    write_register(root, ROWS)
    assert next_free(root) == 42
    assert reserve_numbers(root, KINDS, Wish(1, MARCH_2, "order", purpose="ก"), today=MARCH_2).numbers == (
        "42",
    )
    assert cancel_number(root, KINDS, Cancellation("40", "order", "ก"), today=MARCH_2).is_written
    assert issue_paper(root, "orders/b", "43", MARCH_2).is_written
    assert run(root, "numbers", "letters", "--format", "json").stdout.count('"next_free": null') == 1
    with pytest.raises(ContentError) as error_info:
        reserve_numbers(root, KINDS, Wish(1, MARCH_2, "letter", purpose="ก"), today=MARCH_2)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.location.path.endswith("registers/letters.csv")
    assert diagnostic.location.line == 2


def test_an_import_is_stopped_by_the_registers_that_it_writes(root: Path) -> None:
    put(root, "registers/letters.csv", f"{HEAD}5,,ก\n")
    file = put(root.parent, "list.csv", ROWS)
    assert import_numbers(root, KINDS, file, "order", today=MARCH_2).added == 1
    before = (root / "registers/letters.csv").read_bytes()
    with pytest.raises(ContentError) as error_info:
        import_numbers(root, KINDS, file, "letter", today=MARCH_2)
    assert [diagnostic.location.line for diagnostic in error_info.value.diagnostics] == [2]
    assert (root / "registers/letters.csv").read_bytes() == before


def test_a_paper_without_a_number_is_issued_beside_a_bad_register(root: Path) -> None:
    put(root, "registers/letters.csv", f"{HEAD}5,,ก\n")
    put(root, "2569/notice.yaml", "kind: announcement\nsubject: เรื่อง\ntext: [ข้อความ]\n")
    assert issue_paper(root, "notice", None, MARCH_2).is_written


def test_the_next_number_is_named_beside_a_doubled_one_where_it_is_known(root: Path) -> None:
    write_order(root, "2569/c", "'5'", "1 มี.ค. 2569")
    write_order(root, "2569/d", "'5'", "2 มี.ค. 2569")
    for register, is_named in (("letters", True), ("orders", False)):
        put(root, f"registers/{register}.csv", f"{HEAD}9,,ก\n")
        (finding,) = [diagnostic for diagnostic in api.load(root).diagnostics if diagnostic.code == "E605"]
        assert ("The next free number is 6." in finding.hint) is is_named
