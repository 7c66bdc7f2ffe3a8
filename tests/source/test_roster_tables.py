"""The office's own list of people, Excel or CSV: columns by their heads, faults at their cells."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from growth import is_linear
from openpyxl import Workbook, load_workbook

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity, has_errors
from esa_docs.model.people import Person

CORPUS = Path(__file__).parents[1] / "corpus"
HEAD = ("ที่", "ชื่อ-สกุล", "ตำแหน่ง")
SOMCHAI = (1, "นายสมชาย ใจดี", "ผู้อำนวยการ")
Table = Sequence[Sequence[object]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with an office whose director is สมชาย, and no roster yet; go there."""
    text = (CORPUS / "office" / "good.yaml").read_text(encoding="utf-8")
    # The rosters of these tests have no ids: a person is named by the full name.
    by_full_name = text.replace("director: สมชาย\n", "director: สมชาย ใจดี\n")
    (tmp_path / "office.yaml").write_text(by_full_name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_excel(root: Path, *tables: Table, titles: Sequence[str] = ("บุคลากร", "แผ่นที่สอง")) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in zip(titles, tables, strict=False):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(root / "people.xlsx")


def put_csv(root: Path, text: str, encoding: str = "utf-8") -> None:
    (root / "people.csv").write_bytes(text.encode(encoding))


def people(root: Path) -> tuple[Person, ...]:
    """Return the people of a project without errors."""
    project = api.load(root)
    assert not has_errors(api.check(project))
    return project.people


def findings_of(root: Path) -> list[tuple[str, str]]:
    """Return place and code of each diagnostic."""
    return [(str(diagnostic.location), diagnostic.code) for diagnostic in api.check(api.load(root))]


def only_diagnostic(root: Path) -> Diagnostic:
    (diagnostic,) = api.check(api.load(root))
    return diagnostic


def names(root: Path) -> list[tuple[str, str, str, str]]:
    return [(person.id, person.prefix, person.first_name, person.last_name) for person in people(root)]


# What is read


def test_a_list_as_offices_keep_it_is_read(root: Path) -> None:
    put_excel(
        root,
        [
            ("รายชื่อบุคลากร",),
            ("ข้อมูล ณ วันที่ 1 ตุลาคม 2568",),
            (),
            ("ที่", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "ตำแหน่ง", "ระดับ", "วันที่เริ่ม", "วันที่สิ้นสุด"),
            (1, "นาย", "สมชาย", "ใจดี", "นักวิชาการศึกษา", "ชำนาญการ", dt.date(2024, 10, 1), "-"),
            (2, "ว่าที่ร้อยตรี", "สมหมาย", "ใจดี ณ อยุธยา", "ครู", None, "๑ ต.ค. ๒๕๖๗", "30/9/2569"),
            (3,),
        ],
    )

    first, second = people(root)

    assert (first.id, first.full_name, first.post) == (
        "สมชาย ใจดี",
        "นายสมชาย\u00a0ใจดี",
        "นักวิชาการศึกษาชำนาญการ",
    )
    assert (first.level, first.since, first.until) == ("ชำนาญการ", dt.date(2024, 10, 1), None)
    assert (second.prefix, second.last_name, second.level) == ("ว่าที่ร้อยตรี", "ใจดี ณ อยุธยา", None)
    assert (second.since, second.until) == (dt.date(2024, 10, 1), dt.date(2026, 9, 30))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("ชื่อ-สกุล", "ตำแหน่ง"), ("นายสมชาย ใจดี", "ก")),
        (("ชื่อ - สกุล", "ตำแหน่ง"), ("นาย สมชาย  ใจดี", "ก")),
        (("ชื่อ–นามสกุล", "ตำแหน่ง"), ("นายสมชาย ใจดี", "ก")),
        (("ชื่อ / สกุล", "ตำแหน่ง"), ("นายสมชาย ใจดี", "ก")),
        (("ชื่อ\nสกุล", "ตำแหน่ง (ปัจจุบัน)"), ("นายสมชาย ใจดี", "ก")),
        (("ชื่อ-สกุล", None, "ตำแหน่ง"), ("นายสมชาย", "ใจดี", "ก")),
        (("ชื่อ-สกุล", None, None, "ตำแหน่ง"), ("นาย", "สมชาย", "ใจดี", "ก")),
        (("ชื่อ", "สกุล", "ตำแหน่ง"), ("นายสมชาย", "ใจดี", "ก")),
        (("ชื่อ", "ตำแหน่ง"), ("นายสมชาย ใจดี", "ก")),
        (("ชื่อสกุล", "ตำแหน่ง"), ("นายสมชาย ใจดี", "ก")),
        (("คำนำหน้า", "ชื่อ", "ชื่อสกุล", "ตำแหน่ง"), ("นาย", "สมชาย", "ใจดี", "ก")),
        (("คำนำหน้า", "ชื่อ-สกุล", "ตำแหน่ง"), ("นาย", "สมชาย ใจดี", "ก")),
        (("คำนำหน้า", "ชื่อ-สกุล", "ตำแหน่ง"), ("นาย", "นายสมชาย ใจดี", "ก")),
        (("prefix", "first_name", "Last Name", "Position"), ("นาย", "สมชาย", "ใจดี", "ก")),
    ],
)
def test_a_name_may_stand_in_one_column_or_several(
    root: Path, head: Sequence[object], row: Sequence[object]
) -> None:
    put_excel(root, [head, row])

    assert names(root) == [("สมชาย ใจดี", "นาย", "สมชาย", "ใจดี")]


def test_the_id_of_a_person_without_one_is_the_full_name_whoever_else_is_there(root: Path) -> None:
    rows = [("นายสมชาย  ใจดี", "ก"), ("นายสมหมาย ใจดี", "ก"), ("นางสมหมาย ดีใจ", "ก")]
    put_excel(root, [("ชื่อ-สกุล", "ตำแหน่ง"), *rows])

    assert [person.id for person in people(root)] == ["สมชาย ใจดี", "สมหมาย ใจดี", "สมหมาย ดีใจ"]
    assert findings_of(root) == []


def test_a_blank_cell_beside_ids_is_told_with_the_id_to_write(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    rows = [("นายสมชาย ใจดี", "ก", "ชาย"), ("นางสมหมาย ดีใจ", "ก", "-"), ("นายสมคิด ใจดี", "ก", "คิด")]
    put_excel(root, [("ชื่อ-สกุล", "ตำแหน่ง", "รหัส"), *rows])

    assert [person.id for person in people(root)] == ["ชาย", "สมหมาย ดีใจ", "คิด"]
    assert findings_of(root) == [("people.xlsx!บุคลากร!A3", "E609")]
    assert only_diagnostic(root).severity is Severity.WARNING
    assert "'สมหมาย ดีใจ'" in only_diagnostic(root).hint


def test_two_people_of_one_name_need_ids(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    put_excel(root, [HEAD, SOMCHAI, (2, "นายสมคิด ใจดี", "ก"), (3, "นายสมคิด ใจดี", "ข")])

    assert findings_of(root) == [("people.xlsx!บุคลากร!B4", "E604")]
    assert "person 2 of the roster" in only_diagnostic(root).message


def test_an_id_that_stands_twice_is_told_with_its_first_place(root: Path) -> None:
    namesakes = [(2, "นายสมคิด ดีใจ", "ก", "คิด"), (3, "นางสมหมาย ใจดี", "ข", "คิด")]
    put_excel(root, [(*HEAD, "รหัส"), (*SOMCHAI, "ชาย"), *namesakes])

    assert findings_of(root) == [("people.xlsx!บุคลากร!D4", "E604")]
    assert "people.xlsx!บุคลากร!D3" in only_diagnostic(root).message


@pytest.mark.parametrize("written_id", ["คิด", "สมคิด ใจดี"])
def test_a_person_without_an_id_needs_one_beside_a_namesake_with_one(root: Path, written_id: str) -> None:
    namesakes = [(2, "นายสมคิด ใจดี", "ก", None), (3, "นางสมคิด  ใจดี", "ข", written_id)]
    put_excel(root, [(*HEAD, "รหัส"), (*SOMCHAI, "ชาย"), *namesakes])

    assert findings_of(root) == [("people.xlsx!บุคลากร!B3", "E604")]


def test_every_sheet_with_a_head_is_read_and_another_is_told(root: Path) -> None:
    put_excel(
        root,
        [HEAD, SOMCHAI],
        [HEAD, (1, "นายสมคิด ใจดี", "ก")],
        [("รวม", 2)],
        titles=("ก", "ข", "สรุป"),
    )

    assert [person.id for person in people(root)] == ["สมชาย ใจดี", "สมคิด ใจดี"]
    assert findings_of(root) == [("people.xlsx!สรุป", "E624")]
    assert only_diagnostic(root).severity is Severity.INFO


def test_numbers_are_text(root: Path) -> None:
    put_excel(root, [(*HEAD, "id"), (1, "นายสมชาย ใจดี", "ก", "สมชาย"), (2, "นายสมคิด ใจดี", 12.0, 34)])

    assert [(person.id, person.position) for person in people(root)] == [("สมชาย", "ก"), ("34", "12")]


def test_a_formula_gives_the_value_it_had_when_saved(root: Path) -> None:
    put_excel(root, [HEAD, (1, "นายสมชาย ใจดี", '="ผู้"&"อำนวยการ"')])
    save_value_of_formula(root / "people.xlsx", "C2", "ผอ.")

    assert people(root)[0].position == "ผอ."


def save_value_of_formula(path: Path, cell: str, value: str) -> None:
    """Write the value of a formula into the first sheet, as Excel does when it saves; openpyxl does not."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    saved_sheet = re.sub(
        rf'<c r="{cell}"><f>(.*?)</f>(?:<v ?/>|<v></v>)</c>',
        rf'<c r="{cell}" t="str"><f>\1</f><v>{value}</v></c>',
        sheet,
    )
    assert saved_sheet != sheet
    parts["xl/worksheets/sheet1.xml"] = saved_sheet.encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)


def test_hidden_sheets_are_not_read(root: Path) -> None:
    put_excel(root, [HEAD, SOMCHAI], [HEAD, (1, "นายสมคิด ใจดี", "ก")])
    book = load_workbook(root / "people.xlsx")
    book.worksheets[1].sheet_state = "hidden"
    book.save(root / "people.xlsx")

    assert [person.id for person in people(root)] == ["สมชาย ใจดี"]


@pytest.mark.parametrize("year", [2024, 2567])
def test_a_date_of_excel_may_be_typed_in_either_era(root: Path, year: int) -> None:
    put_excel(root, [(*HEAD, "วันที่เริ่ม"), (*SOMCHAI, dt.date(year, 3, 31))])

    assert people(root)[0].since == dt.date(2024, 3, 31)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_with_any_separator(root: Path, encoding: str, separator: str) -> None:
    rows = [("ที่", "ชื่อ-สกุล", "ตำแหน่ง"), ("1", "นายสมชาย ใจดี", '"ผู้อำนวยการ"'), ("", "", "")]
    put_csv(root, "\r\n".join(separator.join(row) for row in rows), encoding)

    (person,) = people(root)
    assert (person.full_name, person.position) == ("นายสมชาย\u00a0ใจดี", "ผู้อำนวยการ")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_first_line_that_names_the_separator_is_no_row(root: Path, separator: str) -> None:
    head = separator.join(('"ชื่อ-สกุล"', '"ตำแหน่ง"'))
    row = separator.join(('"นายสมชาย ใจดี"', '"ครู, พิเศษ; ก"'))
    lines = (f"sep={separator}", head, row)
    put_csv(root, "\r\n".join(lines), "utf-8-sig")

    (person,) = people(root)
    assert (person.full_name, person.position) == ("นายสมชาย\u00a0ใจดี", "ครู, พิเศษ; ก")


def test_rows_of_excel_are_read_in_linear_time(root: Path) -> None:
    def read(size: int) -> None:
        rows = [(number, f"นายสมชาย{number} ใจดี", "ครู", "ชำนาญการ") for number in range(size)]
        put_excel(root, [(*HEAD, "ระดับ"), *rows, SOMCHAI])
        assert len(people(root)) == size + 1

    assert is_linear(read, 50, times=16)


# What is told


def test_two_rosters_are_a_fault(root: Path) -> None:
    put_excel(root, [HEAD, SOMCHAI])
    put_csv(root, "ชื่อ-สกุล,ตำแหน่ง\nนายสมชาย ใจดี,ก\n")
    shutil.copyfile(CORPUS / "people" / "good.yaml", root / "people.yaml")

    assert findings_of(root) == [("people.csv", "E608"), ("people.xlsx", "E608")]
    assert "people.yaml" in api.check(api.load(root))[0].message


def test_faults_stand_at_their_cells(root: Path) -> None:
    put_excel(
        root,
        [
            ("รายชื่อ",),
            (*HEAD, "วันที่เริ่ม", "กลุ่ม"),
            SOMCHAI,
            (2, "นายสมคิด ใจดี", "ก", "31 กันยายน 2569"),
            (3, "นายสมหมาย ใจดี", "ก", "เมื่อวาน"),
            (4, "นายสม{{ศรี ใจดี", "ก"),
            (5, "นายสมศักดิ์ ใจดี", "#REF!"),
        ],
        titles=("Sheet1",),
    )

    assert findings_of(root) == [
        ("people.xlsx!Sheet1!D4", "E204"),
        ("people.xlsx!Sheet1!D5", "E206"),
        ("people.xlsx!Sheet1!B6", "E208"),
        ("people.xlsx!Sheet1!C7", "E625"),
    ]


def test_an_unknown_unit_stands_at_its_cell(root: Path) -> None:
    put_excel(root, [(*HEAD, "กลุ่ม"), (*SOMCHAI, "กลุ่มที่ไม่มี")], titles=("Sheet1",))

    assert findings_of(root) == [("people.xlsx!Sheet1!D2", "E627")]


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        (("สมคิด ใจดี", "ก"), "คำนำหน้าชื่อ"),
        (("นายสมคิด", "ก"), "นามสกุล"),
        (("นายสมคิด ใจดี", None), "ตำแหน่ง"),
        ((None, "ก"), "คำนำหน้าชื่อ, ชื่อ, นามสกุล"),
    ],
)
def test_what_a_person_lacks_is_named(
    root: Path, row: Sequence[object], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    put_excel(root, [HEAD, SOMCHAI, (2, *row)])

    diagnostic = only_diagnostic(root)

    assert (diagnostic.code, diagnostic.location.path[-1]) == ("E626", "3")
    assert diagnostic.message.endswith(f"missing: {missing}")


def test_every_person_without_a_name_is_told_once(root: Path) -> None:
    put_excel(root, [HEAD, SOMCHAI, (2, None, "ก"), (3, None, "ข")])

    assert findings_of(root) == [("people.xlsx!บุคลากร!C3", "E626"), ("people.xlsx!บุคลากร!C4", "E626")]


def test_columns_that_are_missing_twice_or_unknown_are_told(root: Path) -> None:
    put_excel(root, [("ที่", "ชื่อ-สกุล", "ตำแหน่งงาน", "เบอร์โทร"), SOMCHAI])
    missing_column, unknown_columns = api.check(api.load(root))
    assert (missing_column.code, unknown_columns.code) == ("E622", "E624")
    assert "ชื่อ-สกุล, ตำแหน่งงาน, เบอร์โทร" in missing_column.message

    put_excel(root, [("ชื่อ-สกุล", "ตำแหน่ง", "ระดับ", "วิทยฐานะ"), ("นายสมชาย ใจดี", "ก")])
    assert findings_of(root) == [("people.xlsx!บุคลากร!D1", "E623")]

    put_excel(root, [(*HEAD, "เบอร์โทร"), (*SOMCHAI, "081")])
    assert (only_diagnostic(root).code, only_diagnostic(root).severity) == ("E624", Severity.INFO)
    assert "เบอร์โทร" in only_diagnostic(root).message

    put_excel(root, [HEAD, (*SOMCHAI, "ข้อมูลที่ไม่มีหัว")])
    assert (only_diagnostic(root).code, only_diagnostic(root).severity) == ("E624", Severity.WARNING)
    assert str(only_diagnostic(root).location) == "people.xlsx!บุคลากร!D2"


@pytest.mark.parametrize("table", [[("ก", "ข"), (1, 2)], []])
def test_a_table_without_a_head_is_told_with_what_was_found(root: Path, table: Table) -> None:
    put_excel(root, table)

    assert only_diagnostic(root).code == "E622"
    assert ("ก, ข" in only_diagnostic(root).message) is bool(table)


@pytest.mark.parametrize("data", [b"", b"not a zip file", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_workbook_is_told(root: Path, data: bytes) -> None:
    (root / "people.xlsx").write_bytes(data)

    assert findings_of(root) == [("people.xlsx", "E621")]


def test_a_damaged_workbook_is_told(root: Path) -> None:
    put_excel(root, [HEAD, *([SOMCHAI] * 300)])
    data = (root / "people.xlsx").read_bytes()
    (root / "people.xlsx").write_bytes(data[:300] + bytes(400) + data[700:])

    assert findings_of(root) == [("people.xlsx", "E621")]


def test_excel_needs_its_package_and_csv_does_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_excel(root, [HEAD, SOMCHAI])
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    assert only_diagnostic(root).code == "E911"
    hint = only_diagnostic(root).hint
    assert 'pip install ".[excel]"' in hint
    assert "people.csv" in hint

    (root / "people.xlsx").unlink()
    put_csv(root, "ชื่อ-สกุล,ตำแหน่ง\nนายสมชาย ใจดี,ก\n")
    assert names(root) == [("สมชาย ใจดี", "นาย", "สมชาย", "ใจดี")]


def test_faults_of_csv_stand_at_line_and_column(root: Path) -> None:
    put_csv(
        root,
        'ชื่อ-สกุล,ตำแหน่ง,วันที่เริ่ม\nนายสมชาย ใจดี,"ก, ""ข""",31/9/2569\n"นายสมคิด\nใจดี",ก,เมื่อวาน\n',
    )

    assert findings_of(root) == [("people.csv:2:26", "E204"), ("people.csv:4:9", "E206")]


def test_csv_in_another_encoding_or_with_an_open_quote_is_told(root: Path) -> None:
    text = "ชื่อ-สกุล,ตำแหน่ง\nนายสมชาย ใจดี,ผู้อำนวยการ\n"
    put_csv(root, text, "cp874")
    assert findings_of(root) == [("people.csv:1:1", "E103")]
    assert names(root) == [("สมชาย ใจดี", "นาย", "สมชาย", "ใจดี")]

    put_csv(root, text + '"นายสมคิด ใจดี,ก\nนายสมหมาย ใจดี,ก\n')
    assert findings_of(root) == [("people.csv:3:1", "E621")]


def test_documents_wait_for_a_faulty_roster(root: Path) -> None:
    (root / "2569").mkdir()
    shutil.copyfile(CORPUS / "manual" / "good.yaml", root / "2569" / "manual.yaml")
    put_excel(root, [HEAD, (*SOMCHAI[:2], None)])

    project = api.load(root)

    assert (project.documents, project.faulty) == ((), ("2569/manual",))
    put_excel(root, [HEAD, SOMCHAI])
    assert api.find(api.load(root), "manual").content.author.position == "ผู้อำนวยการ"


@pytest.mark.parametrize("name", ["people.xls", "people.ods"])
def test_a_list_in_another_format_is_told_with_its_cure(root: Path, name: str) -> None:
    (root / name).write_bytes(b"x")
    diagnostics = [diagnostic for diagnostic in api.check(api.load(root)) if diagnostic.code == "E621"]

    assert [str(diagnostic.location).rpartition("/")[2] for diagnostic in diagnostics] == [name]
    assert ".xlsx" in diagnostics[0].hint
