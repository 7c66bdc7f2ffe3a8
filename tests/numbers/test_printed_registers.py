"""Registers as files: a table to print in Word, columns for Excel that can be read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register
from written_project import OFFICE

from esa_docs import api
from esa_docs.cli import app
from esa_docs.kinds import KINDS

HEAD = ("เลขที่", "ลงวันที่", "เรื่อง", "หมายเหตุ")
TITLES = {
    "order": "ทะเบียนคำสั่ง",
    "memo": "ทะเบียนบันทึกข้อความ",
    "letter": "ทะเบียนหนังสือส่ง",
    "circular": "ทะเบียนหนังสือเวียน",
}
"""What people call the registers that are long there, by the name of their series."""
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


def write(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["numbers", *arguments])


def rows_of(path: Path) -> list[tuple[str, ...]]:
    (table,) = docx.Document(str(path)).tables
    return [tuple(cell.text.replace("\u00a0", " ") for cell in row.cells) for row in table.rows]


def taken(root: Path, year: int) -> list[tuple[str | None, str]]:
    """Give number, date and subject of what is taken, as programs see it."""
    table = api.register(api.load(root), "order", year)
    return [(one.key, f"{one.date} {one.subject}") for one in table.entries if one.series]


def codes(result: Result) -> Sequence[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in result.stdout.splitlines() if "error: " in line]


def test_the_register_is_a_table_in_the_order_and_the_digits_of_its_kind(root: Path) -> None:
    result = write("orders", "-o", "ทะเบียน.docx")
    assert (result.exit_code, result.stdout) == (0, "ทะเบียน.docx\n")
    path = root.parent / "ทะเบียน.docx"
    heads = [one.text.replace("\u00a0", " ") for one in docx.Document(str(path)).paragraphs]
    assert heads == ["ทะเบียนคำสั่ง พ.ศ. ๒๕๖๙", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๑"]
    assert rows_of(path) == [
        HEAD,
        ("๘", "๔ ม.ค. ๒๕๖๙", "ทำที่อื่น, สอง", ""),
        ("๙", "๕ ม.ค. ๒๕๖๙", "เรื่องแรก & อื่น ๆ", "orders/a"),
        ("๑๐", "๗ ก.พ. ๒๕๖๙", "เรื่องหลัง", "orders/b"),
        ("", "", "เรื่องร่าง", "ร่าง orders/draft"),
    ]


def test_its_head_is_repeated_and_its_rows_stay_whole(root: Path) -> None:
    assert write("orders", "-o", "a.docx").exit_code == 0
    (table,) = docx.Document(str(root.parent / "a.docx")).tables
    marks = [sorted(one.tag.rpartition("}")[2] for one in row._tr.trPr) for row in table.rows]
    assert marks == [["cantSplit", "tblHeader"], *[["cantSplit"]] * 4]


def test_an_earlier_year_and_arabic_digits(root: Path) -> None:
    (root / "office.yaml").write_text(f"{OFFICE}numerals: {{order: arabic}}\n", encoding="utf-8")
    assert write("orders", "--calendar-year", "2568", "-o", "a.docx").exit_code == 0
    assert rows_of(root.parent / "a.docx") == [
        HEAD,
        ("900", "5 ธ.ค. 2568", "ปีก่อน", "old"),
        ("", "", "เรื่องร่าง", "ร่าง orders/draft"),
    ]


def test_circulars_have_the_digits_of_letters(root: Path) -> None:
    (root / "office.yaml").write_text(f"{OFFICE}numerals: {{letter: arabic}}\n", encoding="utf-8")
    for name, circular in (("one", "true"), ("two", "false")):
        text = LETTER.format(circular=circular, number=7)
        (root / f"2569/{name}.yaml").write_text(text, encoding="utf-8")
    assert write("circulars", "-o", "a.docx").exit_code == 0
    assert rows_of(root.parent / "a.docx") == [HEAD, ("7", "5 ม.ค. 2569", "เชิญประชุม", "one")]


def test_without_a_name_every_register_with_lines_is_written(root: Path) -> None:
    (root / "2569/one.yaml").write_text(LETTER.format(circular="false", number=7), encoding="utf-8")
    result = write("-o", "ทะเบียน.docx")
    assert result.stdout.splitlines() == ["ทะเบียน-orders.docx", "ทะเบียน-letters.docx"]
    assert len(rows_of(root.parent / "ทะเบียน-letters.docx")) == 2


def test_every_register_has_a_title_of_its_own() -> None:
    titles = {name: numbers.title for name, numbers in KINDS.series().items()}
    assert {name: titles.get(name) for name in TITLES} == TITLES
    assert [name for name, title in titles.items() if not re.search("[ก-ฮ]", title)] == []
    assert len(set(titles.values())) == len(titles)


def test_what_excel_opens_can_be_read_back(root: Path, tmp_path: Path) -> None:
    result = write("orders", "-o", "orders.csv")
    assert (result.exit_code, result.stdout) == (0, "orders.csv\n")
    data = (tmp_path / "orders.csv").read_bytes()
    assert data.startswith("\ufeffเลขที่,ลงวันที่,เรื่อง,หมายเหตุ\r\n".encode())
    other = write_project(tmp_path / "other")
    write_register(other, data.decode())
    assert taken(other, 2569) == taken(root, 2569)
    assert [number for number, _rest in taken(other, 2569)] == ["8", "9", "10"]
    assert api.check(api.load(other)) == ()


def saved_by_word(path: Path) -> bytes:
    """Give the file as another program would have saved it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b">esa-docs</A", b">Microsoft Office Word</A"))
    return buffer.getvalue()


def test_our_own_file_is_written_again(root: Path) -> None:
    assert write("orders", "-o", "a.docx").exit_code == 0
    write_order(root, "2569/orders/c", "'11'", "8 กุมภาพันธ์ 2569", "ใหม่")
    assert write("orders", "-o", "a.docx").exit_code == 0
    assert len(rows_of(root.parent / "a.docx")) == 6


@pytest.mark.parametrize("name", ["a.docx", "a.csv"])
def test_another_file_is_kept_unless_forced(root: Path, name: str) -> None:
    path = root.parent / name
    path.write_text("ของคนอื่น", encoding="utf-8")
    result = write("orders", "-o", name)
    assert (result.exit_code, codes(result)) == (1, ["E418"])
    assert path.read_text(encoding="utf-8") == "ของคนอื่น"
    assert write("orders", "-o", name, "--force").exit_code == 0
    assert path.read_bytes() != "ของคนอื่น".encode()


def test_a_register_edited_in_word_and_another_register_are_kept(root: Path) -> None:
    path = root.parent / "a.docx"
    assert write("orders", "-o", "a.docx").exit_code == 0
    assert codes(write("memos", "-o", "a.docx")) == ["E418"]
    edited = saved_by_word(path)
    path.write_bytes(edited)
    assert codes(write("orders", "-o", "a.docx")) == ["E418"]
    assert path.read_bytes() == edited


def test_a_register_with_errors_is_not_written(root: Path) -> None:
    write_order(root, "2569/orders/c", "'9'", "6 มกราคม 2569")
    result = write("orders", "-o", "a.docx")
    assert (result.exit_code, codes(result)) == (1, ["E605"])
    assert not (root.parent / "a.docx").exists()


def test_a_faulty_office_is_told(root: Path) -> None:
    (root / "office.yaml").write_text("name: ก\n", encoding="utf-8")
    result = write("orders", "-o", "a.docx")
    assert (result.exit_code, set(codes(result))) == (1, {"E202"})
    assert not (root.parent / "a.docx").exists()


def test_other_endings_are_refused(root: Path) -> None:
    result = write("orders", "-o", "a.xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.xlsx" in result.stderr
    assert root.is_dir()


def test_without_any_line_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    write_project(tmp_path / "content")
    result = write("-o", "a.docx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No document has a number" in result.stderr
    assert not (tmp_path / "a.docx").exists()
