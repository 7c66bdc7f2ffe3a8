"""Lines of a register that are reserved or cancelled: how they are read, told, and kept from papers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shlex
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from numbered_office import issue_paper, write_order, write_project, write_register
from written_project import diagnostics_of, other_findings

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.kept.issuing import Issuance
from esa_docs.jobs.numbers.number_use import run_out_reservations
from esa_docs.model.number_register import YearSeries, freed_numbers, next_free

HEAD = "เลขที่,ลงวันที่,เรื่อง,สถานะ,ผู้จอง,เพื่อ,ถึงวันที่,เหตุผล,ใช้ซ้ำได้\n"
RESERVED = "7,1 ก.พ. 2569,,จอง,สมมติ,คำสั่งย้าย,28 ก.พ. 2999,,\n"
RUN_OUT = "7,1 ก.พ. 2569,,จอง,,คำสั่งย้าย,28 ก.พ. 2569,,\n"
RETIRED = "8,2 ก.พ. 2569,เรื่องเดิม,ยกเลิก,,,,พิมพ์ผิด,\n"
FREE = "5,2 ก.พ. 2569,,ยกเลิก,,,,พิมพ์ผิด,ได้\n"
OF_2569 = YearSeries("order", 2569)
MARCH_2 = dt.date(2026, 3, 2)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def codes_of(issuance: Issuance) -> list[tuple[str, str]]:
    """Return code and severity of what is told of a number; the office of the test has no emblem (E501)."""
    rows = [(diagnostic.code, str(diagnostic.severity)) for diagnostic in issuance.diagnostics]
    return [row for row in rows if row != ("E501", "warning")]


def lines_of_register(root: Path) -> list[str]:
    return (root / "registers/orders.csv").read_text(encoding="utf-8").splitlines()


def test_a_file_of_three_columns_is_of_numbers_in_use(root: Path) -> None:
    write_register(root, "เลขที่,ลงวันที่,เรื่อง\n7,1 ก.พ. 2569,ก\n")
    (entry,) = api.load(root).register
    assert (str(entry.note.state), entry.note.is_free) == ("used", False)


def test_the_next_number_skips_what_is_reserved_or_cancelled_and_freed_ones_stand_beside_it(
    root: Path,
) -> None:
    write_register(root, HEAD + RESERVED + RETIRED + FREE)
    register = api.load(root).register
    assert (next_free(register, OF_2569), freed_numbers(register, OF_2569)) == (9, ("5",))


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ("7,1 ก.พ. 2569,ก,จองไว้,,,,,", "E695", "state"),
        ("7,1 ก.พ. 2569,ก,ยกเลิก,,,,ผิด,อาจจะ", "E695", "is_free"),
        ("7,1 ก.พ. 2569,,จอง,ก,ข,,,", "E211", "until"),
        ("7,1 ก.พ. 2569,,จอง,ก,,1 มี.ค. 2569,,", "E211", "purpose"),
        ("7,1 ก.พ. 2569,,จอง,ก,ข,31 ก.พ. 2569,,", "E204", "until"),
        ("7,1 ก.พ. 2569,ก,ยกเลิก,,,,,", "E211", "why"),
        ("7,1 ก.พ. 2569,,ใช้,,,,,", "E211", "subject"),
        ("7/2568,1 ก.พ. 2569,ก,,,,,,", "E639", "number"),
        ("ว 7,1 ก.พ. 2569,ก,,,,,,", "E639", "number"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_at_the_line(root: Path, line: str, code: str, field: str) -> None:
    write_register(root, f"{HEAD}1,1 ก.พ. 2569,ก,,,,,,\n{line}\n")
    (diagnostic,) = other_findings(api.load(root))
    assert (diagnostic.code, diagnostic.location.line, diagnostic.field) == (code, 3, field)


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("7,1 ก.พ. 2569,,จอง,,,,,", "เพื่อ"),
        ("7,1 ก.พ. 2569,,จอง,ก,ข,,,", "ถึงวันที่"),
        ("7,1 ก.พ. 2569,ก,ยกเลิก,,,,,", "เหตุผล"),
        ("7,1 ก.พ. 2569,,ใช้,,,,,", "เรื่อง"),
        ("7,,ก,ใช้,,,,,", "ลงวันที่"),
        (",1 ก.พ. 2569,ก,ใช้,,,,,", "เลขที่"),
        ("7,เมื่อวาน,ก,ใช้,,,,,", "ลงวันที่"),
        ("7,1 ก.พ. 2569,,จอง,ก,ข,31 ก.พ. 2569,,", "ถึงวันที่"),
        ("7,1 ก.พ. 2569,ก,ยกเลิก,,,,ผิด,อาจจะ", "ใช้ซ้ำได้"),
    ],
)
def test_a_fault_of_a_line_names_its_column(root: Path, line: str, head: str) -> None:
    write_register(root, f"{HEAD}{line}\n")
    (diagnostic,) = other_findings(api.load(root))
    assert diagnostic.location.line == 2
    assert diagnostic.message.startswith(f"below '{head}': ")
    assert "key" not in (diagnostic.hint or "")


@pytest.mark.parametrize("word", ["ใช้", "used", ""])
def test_words_for_a_number_in_use(root: Path, word: str) -> None:
    write_register(root, f"{HEAD}7/2569,1 ก.พ. 2569,ก,{word}\n")
    (entry,) = api.load(root).register
    assert (entry.number, str(entry.note.state)) == ("7", "used")


def test_a_paper_that_bears_a_cancelled_number_is_not_made(root: Path) -> None:
    write_order(root, "2569/a", "'8'", "2 ก.พ. 2569")
    write_register(root, HEAD + RETIRED)
    project = api.load(root)
    assert diagnostics_of(project) == [("E697", "a", 4, 9)]
    (diagnostic,) = [item for item in project.diagnostics if item.code == "E697"]
    assert "esa-docs issue a --year 2569 --number 9 --force" in (diagnostic.hint or "")
    assert project.documents == ()
    assert issue_paper(root, "a", "9", MARCH_2, force=True).is_written
    assert diagnostics_of(api.load(root)) == []


def test_a_paper_that_bears_a_reserved_number_is_warned(root: Path) -> None:
    write_order(root, "2569/a", "'7'", "2 ก.พ. 2569")
    write_register(root, HEAD + RESERVED)
    project = api.load(root)
    assert diagnostics_of(project) == [("E696", "a", 4, 9)]
    assert len(project.documents) == 1
    assert issue_paper(root, "a", "7", dt.date(2026, 2, 2)).version == 1
    assert lines_of_register(root) == [HEAD.strip()]
    assert diagnostics_of(api.load(root)) == []


@pytest.mark.parametrize("line", [RESERVED, FREE, RETIRED])
def test_a_number_is_noted_once(root: Path, line: str) -> None:
    write_register(root, HEAD + line + line)
    (diagnostic,) = other_findings(api.load(root))
    assert (diagnostic.code, diagnostic.location.line) == ("E605", 3)


@pytest.mark.parametrize(
    ("day", "lines"),
    [(dt.date(2026, 2, 27), []), (dt.date(2026, 2, 28), []), (dt.date(2026, 3, 1), [2])],
)
def test_the_last_day_of_a_reservation_counts(root: Path, day: dt.date, lines: list[int]) -> None:
    write_register(root, HEAD + RUN_OUT)
    found_lines = [diagnostic.location.line for diagnostic in run_out_reservations(api.load(root), day)]
    assert found_lines == lines


def test_a_reservation_that_has_run_out_is_a_warning_of_the_check(root: Path) -> None:
    write_register(root, HEAD + RUN_OUT)
    (diagnostic,) = other_findings(api.load(root))
    assert (diagnostic.code, str(diagnostic.severity), diagnostic.location.line) == ("E696", "warning", 2)
    assert "--cancel 7" in diagnostic.hint


def test_a_reserved_number_is_used_up_by_the_paper_that_gets_it(root: Path) -> None:
    path = write_order(root, "2569/a")
    write_register(root, HEAD + RESERVED + RETIRED)
    issuance = issue_paper(root, "a", "7/2569", MARCH_2)
    assert codes_of(issuance) == [("E696", "warning")]
    assert "คำสั่งย้าย, by สมมติ, until 28 กุมภาพันธ์ 2999" in issuance.diagnostics[0].message
    assert "number: '7'" in path.read_text(encoding="utf-8")
    assert lines_of_register(root) == [HEAD.strip(), RETIRED.strip()]


def test_a_number_reserved_for_the_very_paper_is_used_up_without_a_warning(root: Path) -> None:
    write_order(root, "2569/a", subject="คำสั่งย้าย")
    write_register(root, HEAD + RESERVED)
    assert codes_of(issue_paper(root, "a", "7", MARCH_2)) == [("E696", "info")]


def test_rows_stand_in_the_order_of_their_numbers(root: Path) -> None:
    write_register(
        root,
        "เลขที่,ลงวันที่,เรื่อง\n46,1 ก.พ. 2569,ก\n45/2,9 ก.พ. 2569,ก\n45,5 ก.พ. 2569,ก\n45/1,1 มี.ค. 2569,ก\n"
        "พิเศษ 3,1 ม.ค. 2569,ก\n9,1 เม.ย. 2569,ก\n45/10,9 ก.พ. 2569,ก\n",
    )
    numbers = [entry.number for entry in api.register(api.load(root), "order", 2569).entries]
    assert numbers == ["9", "45", "45/1", "45/2", "45/10", "46", "พิเศษ 3"]


@pytest.mark.parametrize(("number", "lines"), [("1003", []), ("1004", [5]), ("99999999999", [5])])
def test_a_number_far_above_the_others_is_warned(root: Path, number: str, lines: list[int]) -> None:
    """A leap of 1000 is none yet; the first number of a series is none at all."""
    write_register(
        root,
        f"เลขที่,ลงวันที่,เรื่อง\n3,1 ก.พ. 2569,ก\n1,1 ก.พ. 2569,ก\n2,1 ก.พ. 2569,ก\n{number},1 ก.พ. 2569,ก\n",
    )
    findings = other_findings(api.load(root))
    assert [(finding.code, finding.location.line) for finding in findings] == [
        ("E700", line) for line in lines
    ]
    register = "เลขที่,ลงวันที่,เรื่อง\n3500,1 ก.พ. 2569,ก\n"
    write_register(root, register)
    assert other_findings(api.load(root)) == ()


def test_who_issues_with_a_number_far_above_the_others_is_warned(root: Path) -> None:
    write_order(root, "2569/a", "'3'", "20 ม.ค. 2569")
    write_order(root, "2569/b")
    issuance = issue_paper(root, "b", "99999999999", MARCH_2)
    (diagnostic,) = [item for item in issuance.diagnostics if item.code == "E700"]
    assert (diagnostic.location.path[-6:], str(diagnostic.severity)) == ("b.yaml", "warning")
    assert "99999999999" in diagnostic.message
    assert diagnostic.message.endswith(", 3")


def test_a_freed_number_is_given_again_and_told(root: Path) -> None:
    write_order(root, "2569/a")
    write_register(root, HEAD + FREE)
    issuance = issue_paper(root, "a", "5", MARCH_2)
    assert codes_of(issuance) == [("E697", "info")]
    assert lines_of_register(root) == [HEAD.strip()]
    assert diagnostics_of(api.load(root)) == []


@pytest.mark.parametrize(("line", "number", "code"), [(RUN_OUT, "7", "E696"), (RETIRED, "8", "E697")])
def test_a_number_that_has_run_out_or_is_retired_is_refused(
    root: Path, line: str, number: str, code: str
) -> None:
    path = write_order(root, "2569/a")
    register = write_register(root, HEAD + line)
    before = (path.read_bytes(), register.read_bytes())
    with pytest.raises(ContentError) as error_info:
        issue_paper(root, "a", number, MARCH_2)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == [code]
    assert (path.read_bytes(), register.read_bytes()) == before


def test_who_asks_for_a_number_is_offered_the_freed_ones(root: Path) -> None:
    write_order(root, "2569/a")
    write_register(root, HEAD + FREE + RETIRED)
    with pytest.raises(ContentError) as error_info:
        issue_paper(root, "a", None, MARCH_2)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.hint == (
        "Add --number; the next free number is 9. Cancelled and free for another paper: 5."
    )


def test_states_are_shown_in_every_form(root: Path) -> None:
    write_order(root, "2569/a", "'3'", "20 ม.ค. 2569", "ก")
    write_register(root, HEAD + RESERVED + RETIRED + FREE)
    lines = run("numbers", "orders").stdout.splitlines()
    reserved_words = "reserved on 1 กุมภาพันธ์ 2569: คำสั่งย้าย, until 28 กุมภาพันธ์ 2999 (สมมติ)"
    assert lines[1:] == [
        "number\tdate\tdocument\tsubject\tstate",
        "3\t20 มกราคม 2569\t2569/a\tก\t",
        "5\t-\tregisters/orders.csv\t\tcancelled, free for another paper: พิมพ์ผิด (noted on 2 กุมภาพันธ์ 2569)",
        f"7\t-\tregisters/orders.csv\tคำสั่งย้าย\t{reserved_words}",
        "8\t2 กุมภาพันธ์ 2569\tregisters/orders.csv\tเรื่องเดิม\tcancelled: พิมพ์ผิด",
        "The next free number: 9",
        "Cancelled and free for another paper: 5",
    ]
    (table,) = json.loads(run("numbers", "orders", "--format", "json").stdout)["registers"]
    rows = {row["number"]: row for row in table["entries"]}
    assert (table["next_free"], table["freed"]) == (9, ["5"])
    states = {number: (row["state"], row["free"], row["why"]) for number, row in rows.items()}
    assert states == {
        "3": ("used", False, ""),
        "7": ("reserved", False, ""),
        "5": ("cancelled", True, "พิมพ์ผิด"),
        "8": ("cancelled", False, "พิมพ์ผิด"),
    }
    reserved = rows["7"]
    assert (reserved["who"], reserved["for"], reserved["until"]) == (
        "สมมติ",
        "คำสั่งย้าย",
        "28 กุมภาพันธ์ 2999",
    )


def test_an_exported_register_says_the_same_when_it_is_read(root: Path, tmp_path: Path) -> None:
    write_order(root, "2569/a", "'3'", "20 ม.ค. 2569", "ก")
    write_register(root, HEAD + RESERVED + RETIRED + FREE)
    assert run("numbers", "orders", "-o", "r.csv").exit_code == 0
    data = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [(row["เลขที่"], row["สถานะ"], row["ใช้ซ้ำได้"]) for row in rows] == [
        ("3", "ใช้", ""),
        ("5", "ยกเลิก", "ได้"),
        ("7", "จอง", ""),
        ("8", "ยกเลิก", "ไม่ได้"),
    ]
    other_root = write_project(tmp_path / "other")
    write_register(other_root, data)
    notes = {entry.number: entry.note for entry in api.load(root).register}
    other_notes = {entry.number: entry.note for entry in api.load(other_root).register}
    assert other_notes == notes
    assert run("numbers", "orders", "-o", "r.docx").exit_code == 0
    (table,) = docx.Document(str(tmp_path / "r.docx")).tables
    lines = []
    for row in table.rows:
        cells = [cell.text.replace("\u00a0", " ") for cell in row.cells]
        lines.append((cells[1], cells[3], cells[4]))
    assert lines == [
        ("ลงวันที่", "สถานะ", "หมายเหตุ"),
        ("๒๐ ม.ค. ๒๕๖๙", "ใช้", "a"),
        # The day of a reservation is that of no paper; a cancelled paper keeps its own.
        ("", "ยกเลิก", "ยกเลิกเมื่อ ๒ ก.พ. ๒๕๖๙ พิมพ์ผิด"),
        ("", "จอง", "จองเมื่อ ๑ ก.พ. ๒๕๖๙ สมมติ ถึง ๒๘ ก.พ. ๒๙๙๙"),
        ("๒ ก.พ. ๒๕๖๙", "ยกเลิก", "พิมพ์ผิด"),
    ]


def test_who_issues_with_a_cancelled_number_is_told_the_next_free_ones(root: Path) -> None:
    write_order(root, "2569/a")
    write_register(root, HEAD + RETIRED + FREE)
    with pytest.raises(ContentError) as error_info:
        issue_paper(root, "a", "8", MARCH_2)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.hint) == (
        "E697",
        "Give another number: the next free one is 9. Cancelled and free for another paper: 5.",
    )


def test_the_cure_of_a_reservation_that_has_run_out_can_be_copied(root: Path) -> None:
    write_register(root, HEAD + RUN_OUT)
    (diagnostic,) = run_out_reservations(api.load(root), MARCH_2)
    _before, command, _after = diagnostic.hint.split("'")
    assert command.startswith("esa-docs issue --cancel 7 --kind order --year 2569 --free --why ")
    assert run(*shlex.split(command)[1:]).exit_code == 0
    assert freed_numbers(api.load(root).register, OF_2569) == ("7",)


def test_a_register_that_is_not_written_because_of_errors_is_told(root: Path) -> None:
    write_register(root, HEAD + "7,เมื่อวาน,ก,,,,,,\n")
    result = run("numbers", "orders", "-o", "r.csv")
    assert (result.exit_code, Path("r.csv").exists()) == (1, False)
    assert "Nothing was written" in result.stderr


# What was noted of a number stays with the paper that bears it

WAS_RESERVED = "จองไว้เพื่อ คำสั่งย้าย ผู้จอง สมมติ ถึง 28 ก.พ. 2999"
WAS_CANCELLED = "เคยยกเลิก: พิมพ์ผิด"


def number_note_of(root: Path, name: str, version: int) -> str:
    """Return the note in the record of a version, read by the standard library alone."""
    with zipfile.ZipFile(root / f"issued/2569/{name}/{version}.zip") as archive:
        record = json.loads(archive.read("record.json"))
    note = record.get("number_note", "-")
    assert isinstance(note, str)
    return note


@pytest.mark.parametrize(
    ("line", "number", "note"), [(RESERVED, "7", WAS_RESERVED), (FREE, "5", WAS_CANCELLED), ("", "7", "-")]
)
def test_the_words_of_a_number_that_is_used_up_are_kept_with_the_paper(
    line: str, number: str, note: str, root: Path
) -> None:
    write_register(root, HEAD + line)
    write_order(root, "2569/a")
    issue_paper(root, "a", number, MARCH_2)
    assert lines_of_register(root) == [HEAD.strip()]
    assert number_note_of(root, "a", 1) == note
    write_order(root, "2569/a", number, "2 มีนาคม 2569", subject="เรื่องที่แก้คำผิด")
    api.issue(root, "a", again=True, why="พิมพ์ผิด")
    assert number_note_of(root, "a", 2) == note


@pytest.mark.parametrize("is_content_there", [True, False])
def test_registers_show_what_was_noted_of_a_number_before(is_content_there: bool, root: Path) -> None:
    write_register(root, HEAD + RESERVED + FREE)
    for name, number in (("a", "7"), ("b", "5"), ("c", "8")):
        write_order(root, f"2569/{name}")
        issue_paper(root, name, number, MARCH_2)
    if not is_content_there:
        (root / "2569/a.yaml").unlink()
        (root / "2569/b.yaml").unlink()
    result = run("numbers", "orders", "--format", "json", "-C", str(root))
    (table,) = json.loads(result.stdout)["registers"]
    notes = {row["number"]: row["noted_before"] for row in table["entries"]}
    assert notes == {"7": WAS_RESERVED, "5": WAS_CANCELLED, "8": ""}
    lines = run("numbers", "orders", "-C", str(root)).stdout.splitlines()
    (line,) = [line for line in lines if line.startswith("7\t")]
    assert line.endswith(f"\t{WAS_RESERVED}")
    files = printed_register(root, "r.docx") | printed_register(root, "r.csv")
    assert len(list(api.write_files(files))) == 2
    table_rows = docx.Document("r.docx").tables[0].rows
    remarks = {row.cells[0].text: row.cells[-1].text for row in table_rows[1:]}
    assert remarks == {"๗": f"a {to_thai(WAS_RESERVED)}", "๕": f"b {WAS_CANCELLED}", "๘": "c"}
    with Path("r.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = {row["เลขที่"]: row["หมายเหตุ"] for row in csv.DictReader(file)}
    assert cells == {"7": f"2569/a; {WAS_RESERVED}", "5": f"2569/b; {WAS_CANCELLED}", "8": "2569/c"}


def to_thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def printed_register(root: Path, name: str) -> dict[Path, bytes]:
    project = api.load(root)
    table = api.register(project, "order", 2569)
    return api.make_registers(project, [table], Path(name), today=MARCH_2).value or {}


def test_the_words_of_a_used_reservation_stay_when_its_number_is_cancelled(root: Path) -> None:
    write_register(root, HEAD + RESERVED)
    write_order(root, "2569/a")
    issue_paper(root, "a", "7", MARCH_2)
    cancelling = ("issue", "--cancel", "7", "--year", "2569", "--why", "เลขผิด", "--kind", "order")
    for _time in range(2):
        assert run(*cancelling, "--free", "-C", str(root)).exit_code == 0
    api.issue(root, "a", "9", MARCH_2, year=2569, again=True, force=True, why="เลขผิด")
    with (root / "registers/orders.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file))
    assert (row["เลขที่"], row["สถานะ"]) == ("7", "ยกเลิก")
    assert row["เหตุผล"] == f"เลขผิด; ก่อนหน้า: {WAS_RESERVED}"
    write_order(root, "2569/b")
    issue_paper(root, "b", "7", MARCH_2)
    assert number_note_of(root, "b", 1) == f"เคยยกเลิก: เลขผิด; ก่อนหน้า: {WAS_RESERVED}"


def test_words_stay_through_every_change_of_a_number(root: Path) -> None:
    """It is cancelled, reserved, cancelled again with its reservation, and given to a paper."""
    write_register(root, HEAD + FREE)
    order = ("--kind", "order", "-C", str(root))
    reserving = ("issue", "--reserve", "1", "--number", "5", "--for", "คำสั่งจ้าง", "--who", "ข")
    assert run(*reserving, "--until", "31/12/2599", "--date", "2/2/2569", *order).exit_code == 0
    (entry,) = api.load(root).register
    assert (entry.note.purpose, entry.note.why) == ("คำสั่งจ้าง", WAS_CANCELLED)
    cancelling = ("issue", "--cancel", "5", "--year", "2569", "--why", "เลิกจ้าง", "--free", *order)
    for _time in range(2):
        assert run(*cancelling).exit_code == 0
    assert len(lines_of_register(root)) == 2
    write_order(root, "2569/a")
    issue_paper(root, "a", "5", MARCH_2)
    assert lines_of_register(root) == [HEAD.strip()]
    assert number_note_of(root, "a", 1) == (
        "จองไว้เพื่อ คำสั่งจ้าง ผู้จอง ข ถึง 31 ธ.ค. 2599; เคยยกเลิก: เลิกจ้าง; ก่อนหน้า: เคยยกเลิก: พิมพ์ผิด"
    )
