"""Numbers of exported lists: heads, dates and numbers in every form join the registers, clashes do not."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from numbered_office import write_order, write_project, write_register
from written_project import OFFICE, diagnostics_of, put

from esa_docs import api, thai
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.numbers.number_import import NumberImport, import_numbers
from esa_docs.kinds import KINDS
from esa_docs.source.loading.project import load_project
from esa_docs.source.tables.exported_dates import parse_exported_date

MARCH_2 = dt.date(2026, 3, 2)
CODED = f"{OFFICE}  - {{id: แผน, name: กลุ่มแผน, code: นว 52007.4}}\nletter_code: ศธ 04007\n"
LETTER_HEAD = ("ลำดับ", "เลขที่หนังสือ", "ลงวันที่", "ถึง", "เรื่อง", "หมายเหตุ")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_project(tmp_path / "content")
    put(root, "office.yaml", CODED)
    return root


def write_workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def take(root: Path, file: Path, word: str = "letter") -> NumberImport:
    return import_numbers(root, KINDS, file, word, today=MARCH_2)


def refusals(root: Path, file: Path, word: str = "letter") -> list[tuple[str, str]]:
    """Return code and place of each diagnostic of a list that is refused; nothing is written."""
    before = {path: path.read_bytes() for path in root.rglob("*.csv")}
    with pytest.raises(ContentError) as error_info:
        take(root, file, word)
    assert {path: path.read_bytes() for path in root.rglob("*.csv")} == before
    places = []
    for diagnostic in error_info.value.diagnostics:
        place = str(diagnostic.location).rpartition("/")[2]
        places.append((diagnostic.code, place))
    return places


def rows(root: Path, name: str) -> list[tuple[str, ...]]:
    text = (root / f"registers/{name}.csv").read_text(encoding="utf-8-sig")
    _head, *lines = csv.reader(text.splitlines())
    return [tuple(line) for line in lines]


def test_a_workbook_with_titles_dates_codes_and_circulars(root: Path, tmp_path: Path) -> None:
    file = write_workbook(
        tmp_path / "ส่ง.xlsx",
        [
            ("ทะเบียนหนังสือส่ง ประจำปี 2569",),
            (),
            LETTER_HEAD,
            (1, "ศธ 04007/12", dt.date(2026, 1, 20), "โรงเรียน", "ขอเชิญ  ประชุม", None),
            (2, "ศธ ๐๔๐๐๗/ว ๓", "๒๑ ม.ค. ๖๙", "โรงเรียน", "แจ้งเวียน", None),
            LETTER_HEAD,
            (3, "นว 52007.4/13/2569", "22/01/2569 10:30:00", "อำเภอ", "ขอข้อมูล", None),
            ("รวม", None, None, None, "3 เรื่อง", None),
        ],
    )
    result = take(root, file)
    assert (result.added, result.already_there, result.left_out) == (3, 0, 1)
    assert [path.name for path in result.paths] == ["letters.csv", "circulars.csv"]
    assert rows(root, "letters") == [
        ("12", "20 มกราคม 2569", "ขอเชิญ ประชุม"),
        ("13", "22 มกราคม 2569", "ขอข้อมูล"),
    ]
    assert rows(root, "circulars") == [("3", "21 มกราคม 2569", "แจ้งเวียน")]
    project = api.load(root)
    assert diagnostics_of(project) == []
    assert api.register(project, "letter", 2569).next_free == 14
    second_result = take(root, file)
    assert (second_result.added, second_result.already_there, second_result.paths) == (0, 3, ())


def test_a_csv_file_of_an_old_program(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    text = "ที่;คำสั่งที่;วัน เดือน ปี;เรื่อง\n1;๑๒/๒๕๖๙;20 มกราคม 2569;แต่งตั้งคณะกรรมการ\n"
    file.write_bytes(text.encode("cp874"))
    assert take(root, file, "คำสั่ง").added == 1
    assert rows(root, "orders") == [("12", "20 มกราคม 2569", "แต่งตั้งคณะกรรมการ")]


def test_a_cancelled_number_of_a_list_is_cancelled_here(root: Path, tmp_path: Path) -> None:
    file = write_workbook(
        tmp_path / "a.xlsx",
        [
            ("เลขที่", "วันที่", "เรื่อง", "สถานะ", "หมายเหตุ"),
            ("12", "20/1/2569", "ก", "ส่งแล้ว", ""),
            ("13", "20/1/2569", "ข", "ยกเลิก", "ออกเลขซ้ำ"),
        ],
    )
    assert take(root, file, "orders").added == 2
    assert rows(root, "orders") == [
        ("12", "20 มกราคม 2569", "ก", "", ""),
        ("13", "20 มกราคม 2569", "ข", "ยกเลิก", "ออกเลขซ้ำ"),
    ]
    assert take(root, file, "orders").already_there == 2


def test_clashes_are_told_with_both_places(root: Path, tmp_path: Path) -> None:
    write_order(root, "2569/a", "'12'", "20 ม.ค. 2569", "เรื่องของเรา")
    write_register(root, "เลขที่,ลงวันที่,เรื่อง\n13,21 ม.ค. 2569,ที่จดไว้\n")
    file = write_workbook(
        tmp_path / "a.xlsx",
        [
            ("เลขที่", "ลงวันที่", "เรื่อง"),
            ("12", "20/1/2569", "เรื่องของเรา"),
            ("13", "22/1/2569", "ที่จดไว้"),
            ("12", "20/1/2569", "เรื่องอื่น"),
            ("14", "20/1/2569", "ก"),
            ("14/2569", "20/1/2569", "ข"),
        ],
    )
    assert refusals(root, file, "order") == [
        ("E699", "a.xlsx!Sheet!A3"),
        ("E699", "a.xlsx!Sheet!A4"),
        ("E699", "a.xlsx!Sheet!A6"),
    ]
    with pytest.raises(ContentError) as error_info:
        take(root, file, "order")
    messages = [diagnostic.message for diagnostic in error_info.value.diagnostics]
    assert "registers/orders.csv:2:1" in messages[0]
    assert "2569/a.yaml:4:9" in messages[1]
    assert "a.xlsx!Sheet!A5" in messages[2]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("ศธ 04008/1", "20/1/2569", "ก"), "E639", "A2"),
        (("1/2568", "20/1/2569", "ก"), "E639", "A2"),
        (("สิบสอง", "20/1/2569", "ก"), "E639", "A2"),
        (("1", "เมื่อวาน", "ก"), "E699", "B2"),
        (("1", "31/9/2569", "ก"), "E699", "B2"),
        (("1", "20/1/26", "ก"), "E699", "B2"),
        (("1", None, "ก"), "E699", "A2"),
        (("1", "20/1/2569", None), "E699", "A2"),
    ],
)
def test_a_faulty_line_is_told_at_its_cell(
    root: Path, tmp_path: Path, row: tuple[object, ...], code: str, cell: str
) -> None:
    file = write_workbook(tmp_path / "a.xlsx", [("เลขที่", "ลงวันที่", "เรื่อง"), row])
    assert refusals(root, file) == [(code, f"a.xlsx!Sheet!{cell}")]


def test_faults_come_in_the_order_of_the_rows(root: Path, tmp_path: Path) -> None:
    faulty_rows = [(str(number), "เมื่อวาน", "ก") for number in range(1, 11)]
    write_workbook(tmp_path / "a.xlsx", [("เลขที่", "ลงวันที่", "เรื่อง"), *faulty_rows])
    result = CliRunner().invoke(app, ["numbers", "import", "a.xlsx", "--kind", "order"])
    cells = re.findall(r"a\.xlsx!Sheet!(\w+):? ", result.stdout)
    assert cells == ["B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11"]


def test_a_list_without_its_columns_is_refused(root: Path, tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "a.xlsx", [("เลขที่", "เรื่อง"), ("1", "ก")])
    assert refusals(root, file) == [("E607", "a.xlsx!Sheet")]


def test_a_paper_without_a_number_is_told_and_left_out(root: Path, tmp_path: Path) -> None:
    rows_of_list = [("เลขที่", "ลงวันที่", "เรื่อง"), (None, "20/1/2569", "ก"), ("1", "20/1/2569", "ข")]
    result = take(root, write_workbook(tmp_path / "a.xlsx", rows_of_list))
    assert [(diagnostic.code, str(diagnostic.severity)) for diagnostic in result.diagnostics] == [
        ("E699", "warning")
    ]
    assert (result.added, result.left_out) == (1, 1)


def test_numbers_of_units_go_to_the_unit_of_their_code(root: Path, tmp_path: Path) -> None:
    put(root, "office.yaml", f"{CODED}numbering: {{memo: group}}\n")
    head = ("ที่", "ลงวันที่", "เรื่อง")
    file = write_workbook(
        tmp_path / "a.xlsx",
        [head, ("นว ๕๒๐๐๗.๔/๗", "20/1/2569", "ก"), ("นว 52007.4/ว 1", "20/1/2569", "ข")],
    )
    take(root, file, "memo")
    assert rows(root, "memos-แผน") == [("7", "20 มกราคม 2569", "ก")]
    assert rows(root, "circulars-แผน") == [("1", "20 มกราคม 2569", "ข")]
    other_file = write_workbook(tmp_path / "b.xlsx", [head, ("ศธ 04007/8", "20/1/2569", "ค")])
    assert refusals(root, other_file, "memo") == [("E699", "b.xlsx!Sheet!A2")]
    with pytest.raises(ContentError) as error_info:
        take(root, other_file, "memo")
    # The unit อำนวยการ has no code of its own: the code of the office is that of its memos alone.
    assert [diagnostic.hint[-17:] for diagnostic in error_info.value.diagnostics] == [": memos-อำนวยการ."]
    assert refusals(root, other_file, "memos-แผน") == [("E639", "b.xlsx!Sheet!A2")]
    assert take(root, other_file, "memos-อำนวยการ").added == 1


def test_the_word_of_the_kind_is_taken_off_and_that_of_another_told(root: Path, tmp_path: Path) -> None:
    head = ("ที่", "ลงวันที่", "เรื่อง")
    rows_of_list = [head, ("คำสั่งที่ 7/2569", "20/1/2569", "ก"), ("คำสั่งที่ ๘", "20/1/2569", "ข")]
    take(root, write_workbook(tmp_path / "a.xlsx", rows_of_list), "order")
    assert [row[0] for row in rows(root, "orders")] == ["7", "8"]
    other_file = write_workbook(tmp_path / "b.xlsx", [head, ("ประกาศที่ 9", "20/1/2569", "ค")])
    assert refusals(root, other_file, "order") == [("E639", "b.xlsx!Sheet!A2")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20 มกราคม 2569", dt.date(2026, 1, 20)),
        ("๒๐ ม.ค. ๖๙", dt.date(2026, 1, 20)),
        ("20-01-2569", dt.date(2026, 1, 20)),
        ("20.1.69", dt.date(2026, 1, 20)),
        ("20/01/2026", dt.date(2026, 1, 20)),
        ("2026-01-20T08:15:00", dt.date(2026, 1, 20)),
        ("2569-01-20", dt.date(2026, 1, 20)),
        ("20/1/2569 เวลา 10.30 น.", dt.date(2026, 1, 20)),
        ("วันอังคารที่ 20 มกราคม พ.ศ. 2569", dt.date(2026, 1, 20)),
        ("20 ม.ค.69", dt.date(2026, 1, 20)),
    ],
)
def test_exported_dates_are_read_in_every_form(text: str, date: dt.date) -> None:
    assert parse_exported_date(text, MARCH_2) == date


@pytest.mark.parametrize(
    "text", ["", "มกราคม 2569", "20/1/26", "20/1/2500", "31/2/2569", "20/13/2569", "45678"]
)
def test_what_is_no_exported_date_is_refused(text: str) -> None:
    with pytest.raises(thai.DateError):
        parse_exported_date(text, MARCH_2)


def test_the_command_reports_as_text_and_json(root: Path, tmp_path: Path) -> None:
    year = thai.buddhist_year(api.this_day())
    file = tmp_path / "a.csv"
    file.write_text(f"เลขที่,ลงวันที่,เรื่อง\n1,1/1/{year},ก\n", encoding="utf-8")
    arguments = ["numbers", "import", str(file), "--kind", "order"]
    result = CliRunner().invoke(app, arguments)
    assert (result.exit_code, result.stdout) == (0, "content/registers/orders.csv\n")
    assert "numbers added: 1" in result.stderr
    report = json.loads(CliRunner().invoke(app, [*arguments, "--format", "json"]).stdout)
    counts = (report["files"], report["added"], report["already_there"], report["left_out"])
    assert counts == ([], 0, 1, 0)
    assert CliRunner().invoke(app, ["numbers", "import", "none.csv", "--kind", "order"]).exit_code == 2
    assert CliRunner().invoke(app, ["numbers", "import", str(file)]).exit_code == 2


HEAD_OF_STATES = ("เลขที่", "ลงวันที่", "เรื่อง", "สถานะ", "ผู้จอง", "เพื่อ", "ถึงวันที่", "เหตุผล", "ใช้ซ้ำได้")


def test_a_reserved_number_of_a_list_is_reserved_here(root: Path, tmp_path: Path) -> None:
    file = write_workbook(
        tmp_path / "a.xlsx",
        [
            HEAD_OF_STATES,
            ("12", "20/1/2569", None, "จอง", "สมใจ", "คำสั่งอบรม", dt.date(2026, 3, 31), None, None),
            ("13", "20/1/2569", "คำสั่งเวร", "จองแล้ว", None, None, "31 มี.ค. 69", "เดิมเสีย", None),
            ("14", "21/1/2569", None, "ยกเลิก", None, None, None, "ออกซ้ำ", "ได้"),
        ],
    )
    assert take(root, file, "orders").added == 3
    project = load_project(root, KINDS, today=MARCH_2)
    # The clock of the machine says whether they have run out.
    assert {code for code, *_place in diagnostics_of(project)} <= {"E696"}
    noted = [
        (e.number, str(e.note.state), e.note.who, e.note.purpose, e.note.until, e.note.why, e.note.is_free)
        for e in project.register
    ]
    march_31 = dt.date(2026, 3, 31)
    assert noted == [
        ("12", "reserved", "สมใจ", "คำสั่งอบรม", march_31, "", False),
        ("13", "reserved", "", "คำสั่งเวร", march_31, "เดิมเสีย", False),
        ("14", "cancelled", "", "", None, "ออกซ้ำ", True),
    ]
    assert take(root, file, "orders").already_there == 3


def test_a_register_of_the_program_comes_in_as_it_was(root: Path, tmp_path: Path) -> None:
    text = (
        f"{','.join(HEAD_OF_STATES)},จองเมื่อ\n"
        "1,20 มกราคม 2569,ก,,,,,,,\n"
        "2,31 ธันวาคม 2568,,จอง,สมใจ,คำสั่งเวร,31 มีนาคม 2569,,,2 มีนาคม 2569\n"
        "3,20 มกราคม 2569,ค,ยกเลิก,,,,ออกซ้ำ,ได้,\n"
    )
    file = tmp_path / "orders.csv"
    file.write_bytes(text.encode("utf-8-sig"))
    result = take(root, file, "orders")
    assert (result.added, result.diagnostics) == (3, ())
    written = (root / "registers/orders.csv").read_text(encoding="utf-8-sig")
    before, after = csv.DictReader(text.splitlines()), csv.DictReader(written.splitlines())
    assert list(before) == list(after)


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("1", None, None, "จอง", "ก", "ข", "31/3/2569"), "E699", "A2"),
        (("1", None, None, "จอง"), "E699", "A2"),
        (("1", "20/1/2569", None, "จอง", "ก", "ข", None), "E211", "A2"),
        (("1", "20/1/2569", None, "จอง", "ก", None, "31/3/2569"), "E211", "A2"),
        (("1", "20/1/2569", None, "จอง", "ก", "ข", "สิ้นเดือน"), "E699", "G2"),
    ],
)
def test_a_reservation_that_lacks_something_is_told(
    root: Path, tmp_path: Path, row: tuple[object, ...], code: str, cell: str
) -> None:
    file = write_workbook(tmp_path / "a.xlsx", [HEAD_OF_STATES, row])
    assert refusals(root, file, "orders") == [(code, f"a.xlsx!Sheet!{cell}")]


def test_diagnostics_of_a_list_come_in_the_order_of_places(root: Path, tmp_path: Path) -> None:
    rows_of_list: list[tuple[object, ...]] = [
        ("เลขที่", "ลงวันที่", "เรื่อง", "สถานะ", "ห้อง"),
        (None, "20/1/2569", "ก", "", "1"),
        ("1", "20/1/2569", "ข", "ด่วน", "1"),
        (None, "20/1/2569", "ค", "", "1"),
    ]
    result = take(root, write_workbook(tmp_path / "a.xlsx", rows_of_list), "orders")
    cells = [diagnostic.location.path.rpartition("!")[2] for diagnostic in result.diagnostics]
    assert cells == ["E1", "A2", "D3", "A4"]
