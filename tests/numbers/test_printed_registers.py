"""Registers as files: a table to print in Word, columns for Excel that can be read back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.table import _Row
from numbered_office import write_order, write_project, write_register
from written_project import OFFICE

from esa_docs import api
from esa_docs.cli import app
from esa_docs.kinds import KINDS

HEAD = ("เลขที่", "ลงวันที่", "เรื่อง", "สถานะ", "หมายเหตุ")
TITLES = {
    "order": "ทะเบียนคำสั่ง",
    "memo": "ทะเบียนบันทึกข้อความ",
    "letter": "ทะเบียนหนังสือส่ง",
    "circular": "ทะเบียนหนังสือเวียน",
}
"""What people call four of the registers, by the name of their series."""
LETTER = """\
kind: letter
subject: เชิญประชุม
circular: {circular}
number: '{number}'
date: 5 มกราคม 2569
to: ผู้อำนวยการโรงเรียนตัวอย่าง
text: [ด้วยเหตุตัวอย่าง]
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_project(tmp_path / "content")
    write_order(root, "2569/orders/b", "'10'", "7 กุมภาพันธ์ 2569", "เรื่องหลัง")
    write_order(root, "2569/orders/a", "'9'", "5 มกราคม 2569", "เรื่องแรก & อื่น ๆ")
    write_order(root, "2569/orders/draft", subject="เรื่องร่าง")
    write_order(root, "2569/old", "'900'", "5 ธันวาคม 2568", "ปีก่อน")
    write_register(root, 'เลขที่,ลงวันที่,เรื่อง\n๘,4 มกราคม 2569,"ทำที่อื่น, สอง"\n')
    return root


def run_numbers(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["numbers", *arguments])


def rows_of(path: Path) -> list[tuple[str, ...]]:
    """Return the texts of the cells of a register, by rows."""
    (table,) = docx.Document(str(path)).tables
    rows = []
    for row in table.rows:
        cells = [cell.text.replace("\u00a0", " ") for cell in row.cells]
        rows.append(tuple(cells))
    return rows


def numbers_in_use(root: Path, year: int) -> list[tuple[str | None, str]]:
    """Return each number that is in use in a year, as programs compare numbers, with its date and subject."""
    entries = api.register(api.load(root), "order", year).entries
    return [(entry.key, f"{entry.date} {entry.subject}") for entry in entries if entry.series]


def error_codes(result: Result) -> list[str]:
    """Return the codes of the errors that a command printed."""
    lines = [line for line in result.stdout.splitlines() if "error: " in line]
    return [line.rpartition("[")[2].rstrip("]") for line in lines]


def test_the_register_is_a_table_in_the_order_and_the_digits_of_its_kind(root: Path) -> None:
    result = run_numbers("orders", "-o", "ทะเบียน.docx")
    assert (result.exit_code, result.stdout) == (0, "ทะเบียน.docx\n")
    path = root.parent / "ทะเบียน.docx"
    paragraphs = docx.Document(str(path)).paragraphs
    headings = [paragraph.text.replace("\u00a0", " ") for paragraph in paragraphs]
    assert headings == ["ทะเบียนคำสั่ง พ.ศ. ๒๕๖๙", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๑"]
    assert rows_of(path) == [
        HEAD,
        ("๘", "๔ ม.ค. ๒๕๖๙", "ทำที่อื่น, สอง", "ใช้", ""),
        ("๙", "๕ ม.ค. ๒๕๖๙", "เรื่องแรก & อื่น ๆ", "ใช้", "orders/a"),
        ("๑๐", "๗ ก.พ. ๒๕๖๙", "เรื่องหลัง", "ใช้", "orders/b"),
        ("", "", "เรื่องร่าง", "", "ยังไม่ออกเลข orders/draft"),
    ]


def test_its_head_is_repeated_and_its_rows_stay_whole(root: Path) -> None:
    assert run_numbers("orders", "-o", "a.docx").exit_code == 0
    (table,) = docx.Document(str(root.parent / "a.docx")).tables
    head, *rows = [row_properties(row) for row in table.rows]
    assert head == ["cantSplit", "tblHeader"]
    assert rows == [["cantSplit"]] * 4


def row_properties(row: _Row) -> list[str]:
    """Return the names of the properties of a row, in the order of the alphabet."""
    properties = row._tr.trPr
    assert properties is not None
    return sorted(child.tag.rpartition("}")[2] for child in properties)


def test_an_earlier_year_and_arabic_digits(root: Path) -> None:
    (root / "office.yaml").write_text(f"{OFFICE}numerals: {{order: arabic}}\n", encoding="utf-8")
    assert run_numbers("orders", "--calendar-year", "2568", "-o", "a.docx").exit_code == 0
    assert rows_of(root.parent / "a.docx") == [
        HEAD,
        ("900", "5 ธ.ค. 2568", "ปีก่อน", "ใช้", "old"),
        ("", "", "เรื่องร่าง", "", "ยังไม่ออกเลข orders/draft"),
    ]


def test_circulars_have_the_digits_of_letters(root: Path) -> None:
    (root / "office.yaml").write_text(f"{OFFICE}numerals: {{letter: arabic}}\n", encoding="utf-8")
    for name, circular in (("one", "true"), ("two", "false")):
        text = LETTER.format(circular=circular, number=7)
        (root / f"2569/{name}.yaml").write_text(text, encoding="utf-8")
    assert run_numbers("circulars", "-o", "a.docx").exit_code == 0
    assert rows_of(root.parent / "a.docx") == [HEAD, ("7", "5 ม.ค. 2569", "เชิญประชุม", "ใช้", "one")]


def test_without_a_name_every_register_with_lines_is_written(root: Path) -> None:
    (root / "2569/one.yaml").write_text(LETTER.format(circular="false", number=7), encoding="utf-8")
    result = run_numbers("-o", "ทะเบียน.docx")
    assert result.stdout.splitlines() == ["ทะเบียน-orders.docx", "ทะเบียน-letters.docx"]
    assert len(rows_of(root.parent / "ทะเบียน-letters.docx")) == 2


def test_every_register_has_a_title_of_its_own() -> None:
    titles = {name: numbers.title for name, numbers in KINDS.series().items()}
    for name, title in TITLES.items():
        assert titles[name] == title
    for title in titles.values():
        assert re.search("[ก-ฮ]", title), "in Thai"
    assert len(set(titles.values())) == len(titles)


def test_what_excel_opens_can_be_read_back(root: Path, tmp_path: Path) -> None:
    result = run_numbers("orders", "-o", "orders.csv")
    assert (result.exit_code, result.stdout) == (0, "orders.csv\n")
    data = (tmp_path / "orders.csv").read_bytes()
    assert data.startswith("\ufeffเลขที่,ลงวันที่,เรื่อง,หมายเหตุ\r\n".encode())
    other_root = write_project(tmp_path / "other")
    write_register(other_root, data.decode())
    assert numbers_in_use(other_root, 2569) == numbers_in_use(root, 2569)
    numbers = [number for number, _date_and_subject in numbers_in_use(other_root, 2569)]
    assert numbers == ["8", "9", "10"]
    assert api.check(api.load(other_root)) == ()


def test_what_a_spreadsheet_would_run_is_a_text_and_comes_back(root: Path, tmp_path: Path) -> None:
    subjects = ['=HYPERLINK("http://a.th","ก")', "@SUM(1)", "+1+1"]
    lines = [f"{number},4 มกราคม 2569,{quoted(text)}\n" for number, text in enumerate(subjects, 101)]
    write_register(root, "".join(["number,date,subject\n", *lines]))
    run_numbers("orders", "-o", "orders.csv")
    data = (tmp_path / "orders.csv").read_bytes().decode("utf-8-sig")

    _head, *rows = csv.reader(io.StringIO(data, newline=""))
    assert [row[2] for row in rows if len(row[0]) == 3] == [f"'{text}" for text in subjects]
    other_root = write_project(tmp_path / "other")
    write_register(other_root, data)
    entries = api.load(other_root).register
    assert [entry.subject for entry in entries if len(entry.number or "") == 3] == subjects


def quoted(text: str) -> str:
    """Return a text as a field of a CSV file."""
    inner = text.replace('"', '""')
    return f'"{inner}"'


def as_saved_by_word(path: Path) -> bytes:
    """Return a file as Word would have saved it: under its own name, where ours stood."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as our_file, zipfile.ZipFile(buffer, "w") as saved_file:
        for name in our_file.namelist():
            part = our_file.read(name).replace(b">esa-docs</A", b">Microsoft Office Word</A")
            saved_file.writestr(name, part)
    return buffer.getvalue()


def test_our_own_file_is_written_again(root: Path) -> None:
    assert run_numbers("orders", "-o", "a.docx").exit_code == 0
    write_order(root, "2569/orders/c", "'11'", "8 กุมภาพันธ์ 2569", "ใหม่")
    assert run_numbers("orders", "-o", "a.docx").exit_code == 0
    assert len(rows_of(root.parent / "a.docx")) == 6


@pytest.mark.parametrize("name", ["a.docx", "a.csv"])
def test_another_file_is_kept_unless_forced(root: Path, name: str) -> None:
    path = root.parent / name
    path.write_text("ของคนอื่น", encoding="utf-8")
    result = run_numbers("orders", "-o", name)
    assert (result.exit_code, error_codes(result)) == (1, ["E418"])
    assert path.read_text(encoding="utf-8") == "ของคนอื่น"
    assert run_numbers("orders", "-o", name, "--force").exit_code == 0
    assert path.read_bytes() != "ของคนอื่น".encode()


def test_a_register_edited_in_word_and_another_register_are_kept(root: Path) -> None:
    path = root.parent / "a.docx"
    assert run_numbers("orders", "-o", "a.docx").exit_code == 0
    assert error_codes(run_numbers("memos", "-o", "a.docx")) == ["E418"]
    saved_data = as_saved_by_word(path)
    path.write_bytes(saved_data)
    assert error_codes(run_numbers("orders", "-o", "a.docx")) == ["E418"]
    assert path.read_bytes() == saved_data


def test_a_register_with_errors_is_not_written(root: Path) -> None:
    write_order(root, "2569/orders/c", "'9'", "6 มกราคม 2569")
    result = run_numbers("orders", "-o", "a.docx")
    assert (result.exit_code, error_codes(result)) == (1, ["E605"])
    assert not (root.parent / "a.docx").exists()


def test_a_faulty_office_is_told(root: Path) -> None:
    (root / "office.yaml").write_text("name: ก\n", encoding="utf-8")
    result = run_numbers("orders", "-o", "a.docx")
    assert (result.exit_code, set(error_codes(result))) == (1, {"E202"})
    assert not (root.parent / "a.docx").exists()


def test_other_endings_are_refused(root: Path) -> None:
    result = run_numbers("orders", "-o", "a.xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.xlsx" in result.stderr
    assert root.is_dir()


def test_without_any_line_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    write_project(tmp_path / "content")
    result = run_numbers("-o", "a.docx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No document has a number" in result.stderr
    assert not (tmp_path / "a.docx").exists()
