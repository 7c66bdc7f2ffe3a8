"""Recipients of a letter in the office's own table, Excel or CSV: faults at their cells."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.kinds.letter.content import Letter

CORPUS = Path(__file__).parents[1] / "corpus"
LETTER = "kind: letter\nsubject: แจ้งเพื่อทราบ\nrecipients_from: {table}\ntext:\n  - ด้วยเหตุ\n"
TABLE = "ที่,เรียน,ชื่อย่อ\n1,ผู้อำนวยการโรงเรียนตัวอย่าง,รร.ตัวอย่าง\n2,นายกเทศมนตรีตัวอย่าง,-\n"
EXPECTED = [("ผู้อำนวยการโรงเรียนตัวอย่าง", "รร.ตัวอย่าง"), ("นายกเทศมนตรีตัวอย่าง", None)]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with one letter whose recipients stand in lists/a.csv, and go there."""
    for name in ("office", "people"):
        shutil.copyfile(CORPUS / name / "good.yaml", tmp_path / f"{name}.yaml")
    (tmp_path / "lists").mkdir()
    put_letter(tmp_path, "lists/a.csv")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_letter(root: Path, table: str, more_lines: str = "") -> None:
    path = root / "2569" / "letters" / "a.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LETTER.format(table=table) + more_lines, encoding="utf-8")


def put_csv(root: Path, text: str) -> None:
    (root / "lists" / "a.csv").write_text(text, encoding="utf-8")


def put_excel(root: Path, *rows: Sequence[object]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "รายชื่อ"
    for row in rows:
        sheet.append(list(row))
    book.save(root / "lists" / "a.xlsx")
    put_letter(root, "lists/a.xlsx")


def recipients(root: Path) -> list[tuple[str, str | None]]:
    project = api.load(root)
    assert api.check(project) == ()
    (document,) = project.documents
    assert isinstance(document.content, Letter)
    return [(addressee.to, addressee.short) for addressee in document.content.addressees]


def only_diagnostic(root: Path) -> Diagnostic:
    """Return the only diagnostic of a letter that cannot be made."""
    project = api.load(root)
    assert project.documents == ()
    assert project.faulty == ("2569/letters/a",)
    (diagnostic,) = api.check(project)
    return diagnostic


def test_a_csv_file_is_read(root: Path) -> None:
    put_csv(root, TABLE)
    assert recipients(root) == EXPECTED


def test_a_workbook_is_read_below_its_title_rows(root: Path) -> None:
    rows = [("รายชื่อผู้รับ",), (), ("ชื่อย่อ", "ผู้รับ"), ("รร.ตัวอย่าง", "ผู้อำนวยการ\nโรงเรียนตัวอย่าง"), (None, None)]
    put_excel(root, *rows, (None, "นายกเทศมนตรีตัวอย่าง"))
    assert recipients(root) == [("ผู้อำนวยการ โรงเรียนตัวอย่าง", "รร.ตัวอย่าง"), EXPECTED[1]]


def test_every_sheet_of_a_workbook_is_read(root: Path) -> None:
    put_excel(root, ("เรียน",), ("ผู้รับหนึ่ง",))
    path = root / "lists" / "a.xlsx"
    book = load_workbook(path)
    book.create_sheet("คำชี้แจง").append(["กรอกรายชื่อในแผ่นงานอื่น"])
    second = book.create_sheet("เพิ่มเติม")
    second.append(["เรียน", "ชื่อย่อ"])
    second.append(["ผู้รับสอง", "สอง"])
    book.save(path)
    project = api.load(root)
    (document,) = project.documents
    assert isinstance(document.content, Letter)
    texts = [(addressee.to, addressee.short) for addressee in document.content.addressees]
    assert texts == [("ผู้รับหนึ่ง", None), ("ผู้รับสอง", "สอง")]
    findings = [(d.code, str(d.location), d.severity) for d in api.check(project)]
    assert findings == [("E624", "lists/a.xlsx!คำชี้แจง", Severity.INFO)]


@pytest.mark.parametrize("head", ["เรียน", "ผู้รับ", "to", " To ", "เรียน (ตำแหน่ง)"])
def test_a_column_is_known_by_its_head(root: Path, head: str) -> None:
    put_csv(root, f"{head}\nผู้รับตัวอย่าง\n")
    assert recipients(root) == [("ผู้รับตัวอย่าง", None)]


def test_a_path_may_be_typed_as_on_windows(root: Path) -> None:
    put_csv(root, TABLE)
    put_letter(root, "lists\\a.csv")
    assert recipients(root) == EXPECTED


def test_the_table_is_a_source_of_the_document(root: Path) -> None:
    put_csv(root, TABLE)
    (document,) = api.load(root).documents
    assert [path.relative_to(root).as_posix() for path in document.sources] == [
        "2569/letters/a.yaml",
        "lists/a.csv",
    ]


def test_a_changed_table_makes_the_letter_anew(root: Path, tmp_path: Path) -> None:
    put_csv(root, TABLE)
    outcomes = []
    for text in (TABLE, TABLE, f"{TABLE}3,ผู้รับใหม่,\n"):
        put_csv(root, text)
        report = api.build(api.load(root), out=tmp_path / "build")
        outcomes.append([str(result.outcome) for result in report.results])
    assert outcomes == [["written"], ["unchanged"], ["written"]]


def test_a_recipient_less_leaves_a_stale_file_which_is_told(root: Path, tmp_path: Path) -> None:
    put_letter(root, "lists/a.csv", "separate_files: true\n")
    put_csv(root, TABLE)
    api.build(api.load(root), out=tmp_path / "build")
    put_csv(root, TABLE.rpartition("2,")[0])
    report = api.build(api.load(root), out=tmp_path / "build")
    stale_files = [Path(d.location.path).name for d in report.diagnostics if d.code == "E406"]
    assert stale_files == ["นายกเทศมนตรีตัวอย่าง.docx"]


KEYS = "รหัส,เรียน,ชื่อย่อ\n570301,ผู้อำนวยการโรงเรียนตัวอย่าง,รร.ตัวอย่าง\n"


@pytest.mark.parametrize("head", ["รหัส", "id", "ID", "key"])
def test_a_recipient_has_the_key_of_its_column(root: Path, tmp_path: Path, head: str) -> None:
    put_letter(root, "lists/a.csv", "separate_files: true\n")
    put_csv(root, KEYS.replace("รหัส", head))
    api.build(api.load(root), out=tmp_path / "build")
    assert [path.name for path in (tmp_path / "build").rglob("*.docx")] == ["570301.docx"]


def test_a_key_that_excel_holds_as_a_number_is_read_as_it_is_seen(root: Path) -> None:
    put_excel(root, ("รหัส", "เรียน"), (57030101, "ก"), ("0012", "ข"))
    (document,) = api.load(root).documents
    assert isinstance(document.content, Letter)
    assert [addressee.key for addressee in document.content.addressees] == ["57030101", "0012"]


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("570301,ข,\n", ["lists/a.csv:3:1"]),
        ("570302,ข,570301\n", []),
        (",ข,570301\n", ["lists/a.csv:3:4"]),
        ("-,570301,-\n", ["lists/a.csv:3:3"]),
        ("a/b,ข,\n", ["lists/a.csv:3:1"]),
    ],
)
def test_a_key_that_names_no_file_of_its_own_is_told_at_its_cell(
    root: Path, row: str, places: list[str]
) -> None:
    put_letter(root, "lists/a.csv", "separate_files: true\n")
    put_csv(root, KEYS + row)
    findings = [(d.code, str(d.location)) for d in api.check(api.load(root))]
    assert findings == [("E440", place) for place in places]


# Faults


@pytest.mark.parametrize("table", ["lists/none.csv", "lists", "../outside.csv"])
def test_a_table_that_is_not_in_the_project_is_told_at_its_path(root: Path, table: str) -> None:
    (root.parent / "outside.csv").write_text(TABLE, encoding="utf-8")
    put_letter(root, table)
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location), diagnostic.field) == (
        "E648",
        "2569/letters/a.yaml:3:18",
        "recipients_from",
    )
    assert table in diagnostic.message


@pytest.mark.parametrize("text", [",\n", "ที่,ชื่อ\n1,ผู้ใด\n", "เรียน,ชื่อย่อ\n", "เรียน\n-\n"])
def test_a_table_without_the_column_or_without_rows_is_told(root: Path, text: str) -> None:
    put_csv(root, text)
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location)) == ("E649", "lists/a.csv:1:1")


def test_a_row_without_a_recipient_is_told_at_its_cell(root: Path) -> None:
    put_csv(root, "ที่,เรียน,ชื่อย่อ\n1,ก,\n2,,ข\n")
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location)) == ("E649", "lists/a.csv:3:4")


def test_a_formula_without_a_value_is_told_at_its_cell(root: Path) -> None:
    put_excel(root, ("เรียน",), ("ก",), ("#N/A",))
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location)) == ("E625", "lists/a.xlsx!รายชื่อ!A3")


def test_a_fault_of_a_recipient_stands_at_its_cell(root: Path) -> None:
    put_csv(root, "ที่,เรียน\n1,ก\n2,{{ ข }}\n")
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location), diagnostic.field) == (
        "E208",
        "lists/a.csv:3:3",
        "[1].to",
    )


def test_a_file_that_is_no_table_is_told(root: Path) -> None:
    (root / "lists" / "a.xlsx").write_bytes(b"no workbook")
    put_letter(root, "lists/a.xlsx")
    diagnostic = only_diagnostic(root)
    assert (diagnostic.code, str(diagnostic.location)) == ("E621", "lists/a.xlsx")


def test_faults_of_the_letter_are_told_beside_those_of_its_table(root: Path) -> None:
    put_csv(root, "ที่\n1\n")
    put_letter(root, "lists/a.csv", "speed: เร็ว\n")
    assert sorted(d.code for d in api.check(api.load(root))) == ["E210", "E649"]


@pytest.mark.parametrize("other", ["to: ผู้รับ\n", "recipients:\n  - {to: ผู้รับ}\n"])
def test_recipients_are_given_in_one_way(root: Path, other: str) -> None:
    put_csv(root, TABLE)
    put_letter(root, "lists/a.csv", other)
    assert only_diagnostic(root).code == "E215"


def test_a_recipient_who_stands_twice_is_a_warning_at_the_second_cell(root: Path) -> None:
    put_csv(root, f"{TABLE}3,ผู้อำนวยการโรงเรียนตัวอย่าง,\n")
    project = api.load(root)
    (diagnostic,) = api.check(project)
    assert (diagnostic.code, diagnostic.severity, str(diagnostic.location)) == (
        "E657",
        Severity.WARNING,
        "lists/a.csv:4:3",
    )
    assert [document.key for document in project.documents] == ["2569/letters/a"]


def test_a_recipient_who_stands_twice_in_the_letter_itself_is_told_there(root: Path) -> None:
    path = root / "2569" / "letters" / "a.yaml"
    listed = "recipients:\n  - {to: ก}\n  - {to: ก}\n"
    path.write_text(LETTER.replace("recipients_from: {table}\n", listed), encoding="utf-8")
    (diagnostic,) = api.check(api.load(root))
    assert (diagnostic.code, str(diagnostic.location)) == ("E657", "2569/letters/a.yaml:5:10")


@pytest.mark.parametrize("name", ["a\\0b.csv", "a\\x01.csv"])
def test_a_table_whose_name_no_file_can_have_is_told(root: Path, name: str) -> None:
    put_letter(root, f'"{name}"')
    rows: list[tuple[str, int, int]] = []
    for diagnostic in api.check(api.load(root)):
        rows.append((diagnostic.code, diagnostic.location.line, diagnostic.location.column))
    assert rows == [("E209", 3, 18), ("E648", 3, 18)]
