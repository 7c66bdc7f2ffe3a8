"""The program writes no line of a register that it then refuses; places in a register are those of cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from numbered_office import write_project, write_register
from written_project import diagnostics_of, put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.numbers.cancelling import Cancellation, cancel_number
from esa_docs.jobs.numbers.number_import import NumberImport, import_numbers
from esa_docs.jobs.numbers.reserving import Wish, reserve_numbers
from esa_docs.kinds import KINDS
from esa_docs.source.registers import register_cells
from esa_docs.source.tables.csv_texts import places_of_fields

MARCH_2 = dt.date(2026, 3, 2)
MARCH_31 = dt.date(2026, 3, 31)
HEAD = "เลขที่,ลงวันที่,เรื่อง\n"
UNSOUND = {"ก\u202eข": "E209", "แผน {{ x }}": "E208", "ก {% x": "E208", "ก\nข": "E213"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def take(root: Path, text: str) -> NumberImport:
    return import_numbers(root, KINDS, put(root.parent, "list.csv", text), "order", today=MARCH_2)


def codes_and_places(error: ContentError) -> list[tuple[str, str]]:
    return [(item.code, str(item.location)) for item in error.diagnostics]


@pytest.mark.parametrize(("text", "code"), UNSOUND.items())
@pytest.mark.parametrize("field", ["purpose", "who"])
def test_a_text_that_no_register_may_hold_is_not_reserved_for(
    root: Path, text: str, code: str, field: str
) -> None:
    texts: dict[str, Any] = {"purpose": "คำสั่ง", field: text}
    with pytest.raises(ContentError) as error_info:
        reserve_numbers(root, KINDS, Wish(80, MARCH_31, "order", **texts), today=MARCH_2)
    assert codes_and_places(error_info.value) == [(code, "content/registers/orders.csv")]
    assert not (root / "registers").exists()


@pytest.mark.parametrize(("text", "code"), UNSOUND.items())
def test_a_text_that_no_register_may_hold_is_no_reason(root: Path, text: str, code: str) -> None:
    path = write_register(root, f"{HEAD}6,9 มกราคม 2569,ก\n")
    before = path.read_bytes()
    with pytest.raises(ContentError) as error_info:
        cancel_number(root, KINDS, Cancellation("6", "order", text), today=MARCH_2)
    assert codes_and_places(error_info.value) == [(code, "content/registers/orders.csv")]
    assert path.read_bytes() == before


@pytest.mark.parametrize(("text", "code"), [("ก\u202eข", "E209"), ("ก {{ x }}", "E208")])
def test_a_text_that_no_register_may_hold_is_not_imported(root: Path, text: str, code: str) -> None:
    with pytest.raises(ContentError) as error_info:
        take(root, f"{HEAD}1,9 มกราคม 2569,ดี\n2,9 มกราคม 2569,{text}\n")
    assert codes_and_places(error_info.value) == [(code, "list.csv:3:17")]
    assert not (root / "registers").exists()


def test_a_reason_that_no_register_may_hold_is_told_at_its_cell(root: Path) -> None:
    head = "เลขที่,ลงวันที่,เรื่อง,สถานะ"
    with pytest.raises(ContentError) as error_info:
        take(root, f"{head}\n1,9 มกราคม 2569,ดี,ยกเลิก {{{{ x }}}}\n")
    assert codes_and_places(error_info.value) == [("E208", "list.csv:2:20")]


@pytest.mark.parametrize("option", ["--for", "--who"])
@pytest.mark.parametrize("text", UNSOUND)
def test_the_command_line_refuses_such_a_text_to_reserve_for(root: Path, option: str, text: str) -> None:
    words = [
        "issue",
        "--reserve",
        "3",
        "--kind",
        "order",
        "--until",
        "31/12/2599",
        "--for",
        "ก",
        option,
        text,
    ]
    result = CliRunner().invoke(app, [*words, "-C", str(root)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Invalid value for '{option}'" in result.stderr
    assert not (root / "registers").exists()


@pytest.mark.parametrize("text", UNSOUND)
def test_the_command_line_refuses_such_a_reason(root: Path, text: str) -> None:
    path = write_register(root, f"{HEAD}6,9 มกราคม 2569,ก\n")
    before = path.read_bytes()
    words = ["issue", "--cancel", "6", "--kind", "order", "--why", text]
    result = CliRunner().invoke(app, [*words, "-C", str(root)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Invalid value for '--why'" in result.stderr
    assert path.read_bytes() == before


def test_remarks_on_numbers_in_use_are_told_once(root: Path) -> None:
    head = "เลขที่,ลงวันที่,เรื่อง,หมายเหตุ\n"
    lines = "1,9 มกราคม 2569,ก,\n2,9 มกราคม 2569,ข,TOK\n3,9 มกราคม 2569,ค,TOK2\n"
    result = take(root, head + lines)
    (diagnostic,) = result.diagnostics
    assert (diagnostic.code, str(diagnostic.location), result.added) == ("E624", "list.csv:3:19", 3)
    assert "2 in this list" in diagnostic.message
    assert "TOK" in diagnostic.message


@pytest.mark.parametrize(
    ("lines", "code", "line", "column"),
    [
        ("1,31 กุมภาพันธ์ 2569,ก\n", "E204", 2, 3),
        ("1,9 มกราคม 2569,ก {{ x\n", "E208", 2, 17),
        ('1,9 มกราคม 2569,"ก\nข"\n', "E213", 2, 17),
        ("1,9 มกราคม 2569,ก,ข\n", "E607", 2, 19),
        (',9 มกราคม 2569,"ก"\n', "E211", 2, 1),
        ("ก,9 มกราคม 2569,ข\n", "E639", 2, 1),
    ],
)
def test_a_fault_of_a_register_stands_at_its_cell(
    root: Path, lines: str, code: str, line: int, column: int
) -> None:
    write_register(root, HEAD + lines)
    assert diagnostics_of(api.load(root)) == [(code, "orders", line, column)]


def test_the_place_of_a_number_is_its_column(root: Path) -> None:
    write_register(root, "เรื่อง,ลงวันที่,เลขที่\nก,9 มกราคม 2569,5\nข,9 มกราคม 2569,5\n")
    assert diagnostics_of(api.load(root)) == [("E605", "orders", 3, 17)]


@pytest.mark.parametrize("sign", ["", "\u00a0"])
def test_places_are_looked_for_once_a_line(root: Path, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []

    def places_of_record(record: str, field_count: int, separator: str) -> Iterator[tuple[int, int]]:
        looked_for.append(record)
        return places_of_fields(record, field_count, separator)

    monkeypatch.setattr(register_cells, "places_of_fields", places_of_record)
    lines = [f"{number},9 มกราคม 2569,ก{sign}ข{sign},ค,ง,จ\n" for number in range(1, 4)]
    write_register(root, HEAD.replace("\n", ",ก,ข,ค\n") + "".join(lines))
    api.load(root)
    assert len(looked_for) == len(set(looked_for)) == 3
