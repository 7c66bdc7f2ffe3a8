"""`people ids`: ids go into the roster, and nothing else in its file changes, whatever kind of file it is."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from growth import is_linear
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, EsaDocsError, MachineError

OFFICE = "name: สำนักงานทดสอบ\nshort_name: สพป.ทดสอบ\nparent: สพฐ.\n"
PEOPLE = [
    ("นายสมศักดิ์ ใจกระบี่", "ผู้อำนวยการ"),
    ("นางวรรณา ใหม่มา", "ครู"),
    ("นางสาววรรณา ดีใจ", "ครู"),
    ("ว่าที่ร้อยตรี สมชาย กล้าหาญ", "พนักงาน"),
]
IDS = ["สมศักดิ์", "วรรณา ใหม่มา", "วรรณา ดีใจ", "สมชาย"]
"""First names, and full names where two have one first name."""
MAIN: dict[str, str] = {"main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project without a roster, with messages in English; go there."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "office.yaml", OFFICE)
    return tmp_path


def ids_of(root: Path) -> list[str]:
    """Return the ids of a roster in which everybody has one."""
    people = api.roster_of(root)
    assert all(person.has_written_id for person in people)
    return [person.id for person in people]


def refusal_of(root: Path) -> Diagnostic:
    """Return the only diagnostic with which ids are refused."""
    with pytest.raises(EsaDocsError) as error_info:
        api.write_ids(root)
    (diagnostic,) = error_info.value.diagnostics
    return diagnostic


def assert_second_run_changes_nothing(root: Path, name: str) -> None:
    before = (root / name).read_bytes()
    time_before = (root / name).stat().st_mtime_ns
    assert api.write_ids(root).people == ()
    assert (root / name).read_bytes() == before
    assert (root / name).stat().st_mtime_ns == time_before


# CSV


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_gets_a_column_and_keeps_all_else(
    root: Path, mark: str, line_end: str, separator: str
) -> None:
    lines = [separator.join(("ชื่อ - สกุล", "ตำแหน่ง")), *map(separator.join, PEOPLE)]
    (root / "people.csv").write_bytes((mark + line_end.join(lines) + line_end).encode())

    written_ids = api.write_ids(root)

    expected = [separator.join((line, cell)) for line, cell in zip(lines, ["รหัส", *IDS], strict=True)]
    assert (root / "people.csv").read_bytes() == (mark + line_end.join(expected) + line_end).encode()
    assert [person_id for person_id, _person in written_ids.people] == IDS
    assert ids_of(root) == IDS
    assert_second_run_changes_nothing(root, "people.csv")


def test_quoted_cells_title_rows_and_short_rows_of_csv_stay(root: Path) -> None:
    text = (
        'รายชื่อ,,\n"ที่","ชื่อ - สกุล",ตำแหน่ง,"หมายเหตุ\n(ถ้ามี)"\n'
        '1,"นายสมศักดิ์ ใจกระบี่","ผอ., ""รักษาการ""","ก\r\nข"\n,,,\n2,นางวรรณา ใหม่มา,ครู'
    )
    (root / "people.csv").write_bytes(text.encode())

    api.write_ids(root)

    assert (root / "people.csv").read_bytes().decode() == (
        'รายชื่อ,,\n"ที่","ชื่อ - สกุล",ตำแหน่ง,"หมายเหตุ\n(ถ้ามี)",รหัส\n'
        '1,"นายสมศักดิ์ ใจกระบี่","ผอ., ""รักษาการ""","ก\r\nข",สมศักดิ์\n,,,\n2,นางวรรณา ใหม่มา,ครู,,วรรณา'
    )


def test_empty_columns_at_the_end_of_csv_are_used(root: Path) -> None:
    put(root, "people.csv", "ชื่อ - สกุล,ตำแหน่ง,,\nนางวรรณา ใหม่มา,ครู,,\n")

    api.write_ids(root)

    assert (root / "people.csv").read_text(encoding="utf-8") == (
        "ชื่อ - สกุล,ตำแหน่ง,รหัส,\nนางวรรณา ใหม่มา,ครู,วรรณา,\n"
    )


def test_only_blank_cells_are_filled_and_a_newcomer_gets_the_full_name(root: Path) -> None:
    put(
        root,
        "people.csv",
        "รหัส,ชื่อ - สกุล,ตำแหน่ง\nผอ,นายสมศักดิ์ ใจกระบี่,ผอ.\n,นางวรรณา ใหม่มา,ครู\n-,นางสมใจ ดีงาม,ครู\n",
    )

    api.write_ids(root)

    assert (root / "people.csv").read_text(encoding="utf-8") == (
        "รหัส,ชื่อ - สกุล,ตำแหน่ง\nผอ,นายสมศักดิ์ ใจกระบี่,ผอ.\n"
        "วรรณา ใหม่มา,นางวรรณา ใหม่มา,ครู\nสมใจ ดีงาม,นางสมใจ ดีงาม,ครู\n"
    )


TEXTS = st.text("กข ,;\"'\n\t1-", max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_every_other_cell_of_csv_says_what_it_said(
    root: Path, notes: list[tuple[str, str]], separator: str, line_end: str, quoting: Any
) -> None:
    head = ["ที่", "ชื่อ - สกุล", "ก", "ข", "ตำแหน่ง"]
    rows = [[str(n), f"นายสม{'กขคงจ'[n]} ใจดี", *note, "ครู"] for n, note in enumerate(notes)]
    file = io.StringIO()
    # Separators beside each other, so that none of the texts decides which sign parts the columns.
    table = [[separator * 9, "", "", "", ""], head, *rows]
    csv.writer(file, delimiter=separator, lineterminator=line_end, quoting=quoting).writerows(table)
    (root / "people.csv").write_bytes(file.getvalue().encode())

    api.write_ids(root)

    text = (root / "people.csv").read_bytes().decode()
    rows_after = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    rows_before = list(csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=separator))
    assert [row[:5] for row in rows_after] == rows_before
    assert [row[5:] for row in rows_after[1:]] == [["รหัส"], *[[f"สม{'กขคงจ'[n]}"] for n in range(len(rows))]]
    assert_second_run_changes_nothing(root, "people.csv")


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"", "cp874"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_a_csv_file_keeps_its_encoding(root: Path, mark: bytes, encoding: str) -> None:
    text = "ชื่อ - สกุล,ตำแหน่ง\r\nนางวรรณา ใหม่มา,ครู “ก”\r\n"
    (root / "people.csv").write_bytes(mark + text.encode(encoding))

    api.write_ids(root)

    data = (root / "people.csv").read_bytes()
    assert data.removeprefix(mark).decode(encoding).splitlines() == [
        "ชื่อ - สกุล,ตำแหน่ง,รหัส",
        "นางวรรณา ใหม่มา,ครู “ก”,วรรณา",
    ]


# YAML


def test_people_yaml_gets_ids_and_keeps_comments_and_layout(root: Path) -> None:
    text = (
        "# ทำเนียบ\npeople:\n  - prefix: นาย   # ผอ.\n    first_name: สมศักดิ์\n    last_name: 'ใจกระบี่'\n"
        "    position: ผู้อำนวยการ\n\n"
        "  # ครู\n  - {prefix: นาง, first_name: วรรณา, last_name: ใหม่มา, position: ครู}\n"
        "  - id:   # ว่าง\n    prefix: นางสาว\n    first_name: วรรณา\n    last_name: ดีใจ\n    position: ครู\n"
    )
    (root / "people.yaml").write_bytes(text.replace("\n", "\r\n").encode())

    api.write_ids(root)

    expected = (
        "# ทำเนียบ\npeople:\n  - prefix: นาย   # ผอ.\n    id: สมศักดิ์\n    first_name: สมศักดิ์\n"
        "    last_name: 'ใจกระบี่'\n    position: ผู้อำนวยการ\n\n"
        "  # ครู\n  - {id: วรรณา ใหม่มา, prefix: นาง, first_name: วรรณา, last_name: ใหม่มา, position: ครู}\n"
        "  - id: วรรณา ดีใจ   # ว่าง\n    prefix: นางสาว\n    first_name: วรรณา\n    last_name: ดีใจ\n"
        "    position: ครู\n"
    )
    assert (root / "people.yaml").read_bytes() == expected.replace("\n", "\r\n").encode()
    assert ids_of(root) == IDS[:3]
    assert_second_run_changes_nothing(root, "people.yaml")


def test_a_large_people_yaml_gets_ids_in_linear_time(root: Path) -> None:
    person = "  - prefix: นาย\n    first_name: สม{n}\n    last_name: ใจดี\n    position: ครู\n"

    def write_ids_of(size: int) -> None:
        put(root, "people.yaml", "people:\n" + "".join(person.format(n=number) for number in range(size)))
        api.write_ids(root)

    assert is_linear(write_ids_of, 100)
    assert ids_of(root) == [f"สม{number}" for number in range(400)]


# Excel


def put_excel(root: Path, *rows: Sequence[Any], first_row: int = 1) -> Worksheet:
    """Write people.xlsx with the rows and return its sheet; save the workbook again after changing it."""
    book = Workbook()
    (sheet,) = book.worksheets
    sheet.title = "บุคลากร"
    for number, row in enumerate(rows, first_row):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    save(root, sheet)
    return sheet


def save(root: Path, sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.save(root / "people.xlsx")


def parts_of(path: Path) -> list[tuple[str, str]]:
    """Return name and SHA-256 of each part of a zip file, in their order."""
    with zipfile.ZipFile(path) as book:
        return [(name, hashlib.sha256(book.read(name)).hexdigest()) for name in book.namelist()]


def values_of(root: Path) -> list[tuple[object, ...]]:
    (sheet,) = load_workbook(root / "people.xlsx").worksheets
    return list(sheet.iter_rows(values_only=True))


def sheet_xml(root: Path) -> etree._Element:
    with zipfile.ZipFile(root / "people.xlsx") as book:
        return etree.fromstring(book.read("xl/worksheets/sheet1.xml"))


HEAD = ("ที่", "ชื่อ - สกุล", "ตำแหน่ง")
ROWS = [(number, *person) for number, person in enumerate(PEOPLE, 1)]


def test_a_workbook_gets_a_column_and_every_other_part_stays(root: Path) -> None:
    put_excel(root, HEAD, *ROWS)
    parts_before = parts_of(root / "people.xlsx")

    api.write_ids(root)

    parts_after = parts_of(root / "people.xlsx")
    assert [name for name, _hash in parts_after] == [name for name, _hash in parts_before]
    changed = [
        name
        for (name, after), (_name, before) in zip(parts_after, parts_before, strict=True)
        if after != before
    ]
    assert changed == ["xl/worksheets/sheet1.xml"]
    expected = [(*row, person_id) for row, person_id in zip([HEAD, *ROWS], ["รหัส", *IDS], strict=True)]
    assert values_of(root) == expected
    assert ids_of(root) == IDS
    assert_second_run_changes_nothing(root, "people.xlsx")


def test_the_new_cells_look_like_their_neighbours_and_belong_to_the_sheet(root: Path) -> None:
    sheet = put_excel(root, HEAD, *ROWS)
    sheet["C1"].font = Font(name="TH SarabunPSK", bold=True)
    sheet["C3"].font = Font(name="TH SarabunPSK", size=16)
    save(root, sheet)

    api.write_ids(root)

    (sheet,) = load_workbook(root / "people.xlsx").worksheets
    assert (sheet["D1"].font.name, sheet["D1"].font.bold) == ("TH SarabunPSK", True)
    assert (sheet["D3"].font.name, sheet["D3"].font.size) == ("TH SarabunPSK", 16)
    sizes = [dimension.get("ref") for dimension in sheet_xml(root).iterfind("main:dimension", MAIN)]
    assert sizes == ["A1:D5"]
    cells = [cell.get("r") for cell in sheet_xml(root).iterfind("main:sheetData/main:row/main:c", MAIN)]
    assert cells[:8] == ["A1", "B1", "C1", "D1", "A2", "B2", "C2", "D2"]


def test_titles_merged_cells_and_formulas_stay(root: Path) -> None:
    head = ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "โทร")
    sheet = put_excel(root, head, *[(*row, "=A1+1") for row in ROWS], first_row=3)
    sheet["A1"] = "รายชื่อบุคลากร"
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("D3:E3")
    save(root, sheet)

    api.write_ids(root)

    (sheet,) = load_workbook(root / "people.xlsx").worksheets
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A1:H1", "D3:E3"]
    assert [sheet.cell(row, 6).value for row in range(2, 8)] == [None, "รหัส", *IDS]
    assert [sheet.cell(row, 4).value for row in range(4, 8)] == ["=A1+1"] * 4
    assert sheet["A1"].value == "รายชื่อบุคลากร"


def test_a_table_of_excel_stays_as_it_is(root: Path) -> None:
    sheet = put_excel(root, HEAD, *ROWS)
    sheet.add_table(Table(displayName="people", ref="A1:C5"))
    save(root, sheet)
    parts_before = dict(parts_of(root / "people.xlsx"))

    api.write_ids(root)

    assert (
        dict(parts_of(root / "people.xlsx"))["xl/tables/table1.xml"] == parts_before["xl/tables/table1.xml"]
    )
    (sheet,) = load_workbook(root / "people.xlsx").worksheets
    assert [table.ref for table in sheet.tables.values()] == ["A1:C5"]
    assert [sheet.cell(row, 4).value for row in range(1, 6)] == ["รหัส", *IDS]


def test_blank_cells_of_a_column_are_filled_in_place(root: Path) -> None:
    rows = [("ผอ", *PEOPLE[0]), (None, *PEOPLE[1]), ("-", *PEOPLE[3])]
    put_excel(root, ("รหัส", "ชื่อ - สกุล", "ตำแหน่ง"), *rows)

    api.write_ids(root)

    assert [row[0] for row in values_of(root)] == ["รหัส", "ผอ", "วรรณา ใหม่มา", "สมชาย กล้าหาญ"]
    assert ids_of(root) == ["ผอ", "วรรณา ใหม่มา", "สมชาย กล้าหาญ"]


def test_every_sheet_with_people_gets_ids(root: Path) -> None:
    sheet = put_excel(root, HEAD, *ROWS[:2])
    assert sheet.parent is not None
    second_sheet = sheet.parent.create_sheet("แผ่นที่สอง")
    third_sheet = sheet.parent.create_sheet("สรุป")
    third_sheet["A1"] = "รวม"
    for row in (HEAD, *ROWS[2:]):
        second_sheet.append(list(row))
    save(root, sheet)
    parts_before = dict(parts_of(root / "people.xlsx"))

    api.write_ids(root)

    parts_after = dict(parts_of(root / "people.xlsx"))
    changed = {name for name, digest in parts_after.items() if digest != parts_before[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert ids_of(root) == IDS


def test_rows_and_cells_without_names_are_counted(root: Path) -> None:
    """Some programs leave out what Excel writes at each row and cell, and may."""
    put_excel(root, HEAD, *ROWS)
    with zipfile.ZipFile(root / "people.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = etree.fromstring(parts["xl/worksheets/sheet1.xml"])
    for element in sheet.iterfind("main:sheetData//*[@r]", MAIN):
        del element.attrib["r"]
    parts["xl/worksheets/sheet1.xml"] = etree.tostring(sheet)
    with zipfile.ZipFile(root / "people.xlsx", "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)

    api.write_ids(root)

    assert [row[3] for row in values_of(root)] == ["รหัส", *IDS]


def test_a_formula_without_a_value_is_refused_and_stays(root: Path) -> None:
    put_excel(root, ("รหัส", "ชื่อ - สกุล", "ตำแหน่ง"), ("=B2", *PEOPLE[0]), (None, *PEOPLE[1]))
    before = (root / "people.xlsx").read_bytes()

    assert (str(refusal_of(root).location), refusal_of(root).code) == ("people.xlsx!บุคลากร!A2", "E625")
    assert (root / "people.xlsx").read_bytes() == before


@pytest.mark.parametrize("lock", ["~$people.xlsx", ".~lock.people.xlsx#"])
def test_a_workbook_that_is_open_is_refused_and_stays(root: Path, lock: str) -> None:
    put_excel(root, HEAD, *ROWS)
    before = (root / "people.xlsx").read_bytes()
    (root / lock).write_bytes(b"")

    with pytest.raises(MachineError) as error_info:
        api.write_ids(root)

    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, str(diagnostic.location)) == ("E401", "people.xlsx")
    assert "run the command again" in diagnostic.hint
    assert (root / "people.xlsx").read_bytes() == before


def test_thousands_of_rows_of_excel_get_ids_in_linear_time(root: Path) -> None:
    def write_ids_of(size: int) -> None:
        put_excel(root, HEAD, *[(number, f"นายสม{number} ใจดี", "ครู") for number in range(size)])
        api.write_ids(root)

    assert is_linear(write_ids_of, 200)


# What is refused of every roster


def test_two_of_one_name_are_told_and_nothing_is_written(root: Path) -> None:
    text = "ชื่อ - สกุล,ตำแหน่ง\nนางวรรณา ใหม่มา,ครู\nนางสมใจ ดีงาม,ครู\nนางวรรณา ใหม่มา,ผอ.\n"
    put(root, "people.csv", text)

    assert (str(refusal_of(root).location), refusal_of(root).code) == ("people.csv:4:1", "E604")
    assert (root / "people.csv").read_text(encoding="utf-8") == text


def test_a_faulty_roster_one_that_is_missing_and_another_folder_are_told(root: Path, tmp_path: Path) -> None:
    assert refusal_of(root).code == "E110"
    put(root, "people.csv", "ชื่อ - สกุล,ตำแหน่ง\nนางวรรณา,ครู\n")
    assert (str(refusal_of(root).location), refusal_of(root).code) == ("people.csv:2:1", "E626")
    with pytest.raises(MachineError) as error_info:
        api.write_ids(tmp_path / "2569")
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E902"]


def test_content_by_first_name_means_the_same_people_after_it(root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}director: สมศักดิ์\n")
    rows = [",".join(person) for person in PEOPLE]
    put(root, "people.csv", "\n".join(["ชื่อ - สกุล,ตำแหน่ง", *rows]))
    project = api.load(root)
    assert [diagnostic.code for diagnostic in api.check(project)] == ["E602"]
    assert project.office is not None
    director_before = project.office.director

    api.write_ids(root)

    project = api.load(root)
    assert api.check(project) == ()
    assert project.office is not None
    assert director_before is not None
    assert project.office.director is not None
    assert project.office.director.full_name == director_before.full_name


def test_people_yaml_in_a_layout_that_cannot_be_changed_is_refused_and_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "people:\n  - {prefix: นาง, first_name: วรรณา, last_name: ใหม่มา, position: ครู}\n"
    put(root, "people.yaml", text)
    monkeypatch.setattr("esa_docs.source.people.roster_ids.change_to", lambda _data, _values: None)

    assert (str(refusal_of(root).location), refusal_of(root).code) == ("people.yaml", "E687")
    assert (root / "people.yaml").read_text(encoding="utf-8") == text
