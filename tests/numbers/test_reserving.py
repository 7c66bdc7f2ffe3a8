"""Reserving and cancelling: which numbers, which lines of a register, what is refused without a change."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register
from written_project import OFFICE, diagnostics_of, put

from esa_docs import api
from esa_docs.api import clock
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.numbers import cancelling
from esa_docs.jobs.numbers.cancelling import Cancellation, cancel_number
from esa_docs.jobs.numbers.reserving import RegisterChange, Wish, reserve_numbers
from esa_docs.kinds import KINDS
from esa_docs.model.history import History, SentMark, Version
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.loading.project import load_project

MARCH_2 = dt.date(2026, 3, 2)
MARCH_31 = dt.date(2026, 3, 31)
HEAD = "เลขที่,ลงวันที่,เรื่อง\n"
UNITS = "  - {id: แผน, name: กลุ่มแผน, code: นว 52007.4}\nnumbering: {memo: group}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def reserve(root: Path, count: int = 1, **wish: Any) -> RegisterChange:
    values: dict[str, Any] = {"until": MARCH_31, "series": "order", "purpose": "คำสั่งย้าย", **wish}
    return reserve_numbers(root, KINDS, Wish(count, **values), today=MARCH_2)


def cancel(root: Path, number: str, why: str = "พิมพ์ผิด", *, is_free: bool = False) -> RegisterChange:
    return cancel_number(root, KINDS, Cancellation(number, "order", why, is_free), today=MARCH_2)


def rows(root: Path, name: str = "orders") -> list[dict[str, str]]:
    """Return the lines of a register, without empty cells."""
    text = (root / f"registers/{name}.csv").read_text(encoding="utf-8-sig")
    lines = csv.DictReader(text.splitlines())
    return [without_empty(line) for line in lines]


def without_empty(line: dict[str, str]) -> dict[str, str]:
    return {head: cell for head, cell in line.items() if cell}


def codes_of_refusal(root: Path, number_of_rows: int, **wish: Any) -> list[str]:
    with pytest.raises(ContentError) as error_info:
        reserve(root, **wish)
    file = root / "registers/orders.csv"
    rows_there = rows(root) if file.exists() else []
    assert len(rows_there) == number_of_rows
    return [diagnostic.code for diagnostic in error_info.value.diagnostics]


def test_the_next_numbers_are_reserved(root: Path) -> None:
    write_order(root, "2569/a", "'12/2569'", "20 ม.ค. 2569")
    change = reserve(root, 3, who="สมมติ")
    assert change.numbers == ("13", "14", "15")
    row = {
        "ลงวันที่": "2 มีนาคม 2569",
        "สถานะ": "จอง",
        "ผู้จอง": "สมมติ",
        "เพื่อ": "คำสั่งย้าย",
        "ถึงวันที่": "31 มีนาคม 2569",
    }
    assert rows(root) == [row | {"เลขที่": number} for number in ("13", "14", "15")]
    assert reserve(root, 1).numbers == ("16",)
    assert [d for d in api.load(root).diagnostics if d.code != "E455"] == []


def test_numbers_from_a_first_one_of_another_calendar_year(root: Path) -> None:
    write_order(root, "2569/a", "'12'", "20 ม.ค. 2569")
    assert reserve(root, 2, first="12/2570", date=dt.date(2027, 1, 5)).numbers == ("12", "13")
    assert [row["ลงวันที่"] for row in rows(root)] == ["5 มกราคม 2570"] * 2
    # The day on which they were reserved is another thing than the year in which they are counted.
    assert [row["จองเมื่อ"] for row in rows(root)] == ["2 มีนาคม 2569"] * 2
    lines = CliRunner().invoke(app, ["numbers", "orders", "--calendar-year", "2570"]).stdout.splitlines()
    assert [line.split("\t")[4][:26] for line in lines[2:4]] == ["reserved on 2 มีนาคม 2569:"] * 2
    cancel_number(root, KINDS, Cancellation("12", "order", "ผิด", year=2570), today=MARCH_2)
    assert [row["จองเมื่อ"] for row in rows(root)] == ["2 มีนาคม 2569"] * 2


def test_a_day_of_this_year_is_not_the_day_of_reserving(root: Path) -> None:
    reserve(root, date=dt.date(2026, 1, 5))
    assert rows(root)[0]["ลงวันที่"] == "2 มีนาคม 2569"
    assert "จองเมื่อ" not in rows(root)[0]


def test_a_document_reserves_for_its_series_and_its_title(root: Path) -> None:
    write_order(root, "2569/orders/a", subject="แต่งตั้งคณะทำงาน")
    change = reserve(root, series="", document="orders/a", purpose="")
    assert (change.path.name, rows(root)[0]["เพื่อ"]) == ("orders.csv", "แต่งตั้งคณะทำงาน")


def test_the_series_of_a_unit_and_of_circulars(root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}{UNITS}")
    assert reserve(root, series="memos-แผน", first="นว 52007.4/7").numbers == ("7",)
    assert rows(root, "memos-แผน")[0]["เลขที่"] == "7"
    reserve(root, series="circular-แผน", first="ว 3")
    assert rows(root, "circulars-แผน")[0]["เลขที่"] == "3"
    with pytest.raises(ContentError) as error_info:
        reserve(root, series="memo")
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, "memos-แผน" in diagnostic.hint) == ("E698", True)


@pytest.mark.parametrize(
    ("wish", "codes"),
    [
        ({"first": "12"}, ["E605"]),
        ({"first": "11", "count": 2}, ["E605"]),
        ({"first": "13/2568"}, ["E639"]),
        ({"first": "ว 13"}, ["E639"]),
        ({"first": "45/1"}, ["E698"]),
        ({"until": dt.date(2026, 3, 1)}, ["E698"]),
        ({"series": "ทะเบียน"}, ["E698"]),
        ({"series": "announcement"}, ["E698"]),
        ({"series": "", "document": "minutes"}, ["E698"]),
    ],
)
def test_what_cannot_be_reserved_is_refused(root: Path, wish: dict[str, object], codes: list[str]) -> None:
    write_order(root, "2569/a", "'12'", "20 ม.ค. 2569")
    minutes = "kind: minutes\nnumber: 1\ndate: 20 ม.ค. 2569\nbegins: 09.00 น.\nplace: ก\nbody: ข\n"
    put(root, "2569/minutes.yaml", f"{minutes}members: [{{name: นายก ข, role: กรรมการ}}]\nrecorder: ก\n")
    assert codes_of_refusal(root, 0, **wish) == codes


def test_the_day_of_today_may_be_the_last(root: Path) -> None:
    assert reserve(root, until=MARCH_2).numbers == ("1",)


def test_reserved_and_retired_numbers_are_not_reserved_and_others_are_anew(root: Path) -> None:
    write_register(
        root,
        "เลขที่,ลงวันที่,เรื่อง,สถานะ,เพื่อ,ถึงวันที่,เหตุผล,ใช้ซ้ำได้\n"
        "1,1 ก.พ. 2569,,จอง,ก,2 มี.ค. 2569,,\n"
        "2,1 ก.พ. 2569,,จอง,ก,1 มี.ค. 2569,,\n"
        "3,1 ก.พ. 2569,,ยกเลิก,,,ผิด,ไม่ได้\n"
        "4,1 ก.พ. 2569,,ยกเลิก,,,ผิด,ได้\n",
    )
    assert codes_of_refusal(root, 4, first="1") == ["E698"]
    assert codes_of_refusal(root, 4, first="3") == ["E697"]
    reserve(root, first="2")
    reserve(root, first="4")
    assert [(row["เลขที่"], row["สถานะ"]) for row in rows(root)] == [
        *(("1", "จอง"), ("3", "ยกเลิก"), ("2", "จอง"), ("4", "จอง")),
    ]


def test_a_register_with_errors_is_left_alone(root: Path) -> None:
    write_register(root, f"{HEAD}1,เมื่อวาน,ก\n")
    assert codes_of_refusal(root, 1) == ["E206"]


def test_a_number_that_nobody_has_is_cancelled_for_good(root: Path) -> None:
    write_order(root, "2569/a", "'9'", "20 ม.ค. 2569")
    change = cancel(root, "7/2569")
    assert change.numbers == ("7",)
    row = {"เลขที่": "7", "ลงวันที่": "2 มีนาคม 2569", "สถานะ": "ยกเลิก", "เหตุผล": "พิมพ์ผิด", "ใช้ซ้ำได้": "ไม่ได้"}
    assert rows(root) == [row]
    assert not cancel(root, "7").is_written


@pytest.mark.parametrize("number", ["34", "55", "55/2569"])
def test_a_number_above_the_highest_that_nobody_has_is_not_cancelled(root: Path, number: str) -> None:
    write_order(root, "2569/a", "'33'", "20 ม.ค. 2569")
    with pytest.raises(ContentError) as error_info:
        cancel(root, number)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E698", "orders.csv")
    assert "highest number is 33, the next free one 34" in (diagnostic.hint or "")
    assert not (root / "registers").exists()
    cancel(root, "32")
    assert [row["เลขที่"] for row in rows(root)] == ["32"]


def test_the_number_of_a_paper_that_waits_for_its_date_is_cancelled(root: Path) -> None:
    write_order(root, "2569/a", "'34'")
    assert cancel(root, "34").numbers == ("34",)


@pytest.mark.parametrize(("who", "noted"), [("", "เจ้าหน้าที่"), ("สมมติ", "สมมติ")])
def test_without_a_name_the_user_of_the_machine_reserves(
    root: Path, monkeypatch: pytest.MonkeyPatch, who: str, noted: str
) -> None:
    monkeypatch.setattr(clock, "_user", lambda: "เจ้าหน้าที่")
    api.reserve_numbers(root, Wish(1, dt.date(2999, 12, 31), "order", purpose="ก", who=who))
    assert [row["ผู้จอง"] for row in rows(root)] == [noted]


def test_where_the_machine_knows_no_user_nobody_is_noted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_user", str)
    api.reserve_numbers(root, Wish(1, dt.date(2999, 12, 31), "order", purpose="ก"))
    assert "ผู้จอง" not in rows(root)[0]


def test_the_line_of_a_paper_made_elsewhere_keeps_its_day_and_subject(root: Path) -> None:
    write_register(root, f"{HEAD}6,1 ก.พ. 2569,ก\n๗,2 ก.พ. 2569,ข\n8,3 ก.พ. 2569,ค\n")
    cancel(root, "7")
    lines = (root / "registers/orders.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["6,1 ก.พ. 2569,ก", "7,2 กุมภาพันธ์ 2569,ข,ยกเลิก,พิมพ์ผิด,ไม่ได้", "8,3 ก.พ. 2569,ค"]


def test_a_reservation_that_is_cancelled_stays_on_record(root: Path) -> None:
    reserve(root, who="สมมติ")
    cancel(root, "1", "ไม่ใช้แล้ว", is_free=True)
    (row,) = rows(root)
    assert (row["สถานะ"], row["ผู้จอง"], row["เพื่อ"], row["ใช้ซ้ำได้"]) == ("ยกเลิก", "สมมติ", "คำสั่งย้าย", "ได้")
    assert "เรื่อง" not in row


def test_the_paper_that_bears_a_cancelled_number_is_told(root: Path) -> None:
    write_order(root, "2569/a", "'7'", "20 ม.ค. 2569", "เรื่องหนึ่ง")
    (diagnostic,) = cancel(root, "7").diagnostics
    assert (diagnostic.code, str(diagnostic.severity), diagnostic.location.line) == ("E697", "warning", 4)
    assert (rows(root)[0]["ลงวันที่"], rows(root)[0]["เรื่อง"]) == ("20 มกราคม 2569", "เรื่องหนึ่ง")
    assert diagnostics_of(api.load(root)) == [("E697", "a", 4, 9)]


def test_a_line_that_notes_a_paper_of_ours_too_is_cancelled_with_it(root: Path) -> None:
    write_order(root, "2569/a", "'7'", "20 ม.ค. 2569", "เรื่องหนึ่ง")
    write_register(root, f"{HEAD}7,20 ม.ค. 2569,เรื่องหนึ่ง\n")
    cancel(root, "7")
    assert [row["สถานะ"] for row in rows(root)] == ["ยกเลิก"]


def test_the_number_of_a_sent_paper_is_not_cancelled(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_order(root, "2569/a", "'7'", "20 ม.ค. 2569")

    def load_sent(root: Path, kinds: Kinds, *, today: dt.date) -> Project:
        sent_version = Version(1, Path("1.zip"), sent=SentMark(MARCH_2, "", ""))
        project = load_project(root, kinds, today=today)
        return replace(project, histories={"2569/a": History((sent_version,))})

    monkeypatch.setattr(cancelling, "load_project", load_sent)
    with pytest.raises(ContentError) as error_info:
        cancel(root, "7")
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E698", "a.yaml")
    assert not (root / "registers").exists()


def test_a_number_of_an_earlier_year_needs_a_day_of_it(root: Path) -> None:
    cancellation = Cancellation("7", "order", "ผิด", year=2568)
    with pytest.raises(ContentError, match="E698"):
        cancel_number(root, KINDS, cancellation, today=MARCH_2)
    write_order(root, "2569/a", "'7'", "20 ธ.ค. 2568")
    cancel_number(root, KINDS, cancellation, today=MARCH_2)
    assert [row["ลงวันที่"] for row in rows(root)] == ["20 ธันวาคม 2568"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["issue", *arguments])


def test_the_command_prints_the_numbers_alone(root: Path) -> None:
    words = ("--kind", "คำสั่ง", "--for", "คำสั่งย้าย", "--until", "31/12/2999", "--date", "2/3/2569")
    result = run("--reserve", "2", *words)
    assert (result.exit_code, result.stdout) == (0, "1\n2\n")
    assert "content/registers/orders.csv" in result.stderr
    result = run(
        "--cancel", "2", "--kind", "order", "--why", "ผิด", "--free", "--year", "2569", "--date", "2/3/2569"
    )
    assert (result.exit_code, result.stdout) == (0, "content/registers/orders.csv\n")
    assert "may be given to another paper" in result.stderr
    write_order(root, "2569/a")
    assert run("a", "--reserve", "1", "--until", "31/12/2999").exit_code == 0
    assert rows(root)[-1]["เพื่อ"] == "เรื่องของ 2569/a"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--reserve", "1"],
        ["--reserve", "1", "--kind", "order", "--for", "ก"],
        ["--reserve", "1", "--kind", "order", "--until", "31/12/2999"],
        ["a", "--reserve", "1", "--kind", "order", "--until", "31/12/2999"],
        ["--reserve", "0", "--kind", "order", "--for", "ก", "--until", "31/12/2999"],
        ["--cancel", "1", "--kind", "order"],
        ["--cancel", "1", "--why", "ก"],
        ["a", "--cancel", "1", "--kind", "order", "--why", "ก"],
        ["a", "--number", "1", "--date", "1/1/2569", "--free"],
        ["a", "--number", "1", "--date", "1/1/2569", "--for", "ก"],
        ["--number", "1", "--date", "1/1/2569"],
    ],
)
def test_words_that_do_not_go_together_are_a_fault_of_usage(root: Path, arguments: list[str]) -> None:
    write_order(root, "2569/a")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (root / "registers").exists()
