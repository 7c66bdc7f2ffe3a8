"""The text of each field of an issue, and the command that shows or writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_sar import load_sar, write_sar, write_sar_with_tables

from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.field_texts import field_texts
from esa_docs.kinds import KINDS


def fields(root: Path, code: str) -> dict[str, str]:
    """Return the texts of the first issue by the names of their fields."""
    (form,) = field_texts(load_sar(root), KINDS, code)
    assert form.code == "1.1.1"
    return {field.name: field.text for field in form.fields}


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["fields", *arguments, "-C", str(root)])


@pytest.mark.parametrize("code", ["1.1.1", "๑.๑.๑"])
def test_every_field_is_plain_text_a_line_for_each_paragraph(tmp_path: Path, code: str) -> None:
    assert fields(write_sar(tmp_path), code) == {
        "standard": "มาตรฐานแรก",
        "indicator": "ตัวบ่งชี้แรก",
        "issue": "ประเด็นแรก",
        "owner": "นายสมมติ นามตัวอย่าง ผู้อำนวยการ",
        "results": "ผลที่ 1 ปี 2569\nย่อหน้าที่สอง",
        "level": "2 ดี",
        "evidence": "E-1 รายงานฉบับที่ 1\nE-2 ภาพกิจกรรม https://example.go.th/2569",
        "strengths": "จุดเด่นที่ 1\nจุดเด่นที่ 2",
        "improve": "",
        "plan": "ทำต่อ (กลุ่มอำนวยการ, ปี 2570)\nทำใหม่",
    }


def test_digits_are_those_of_the_document(tmp_path: Path) -> None:
    texts = fields(write_sar(tmp_path, office_lines="numerals: {sar: thai}\n"), "1.1.1")
    assert (texts["results"], texts["level"]) == ("ผลที่ ๑ ปี ๒๕๖๙\nย่อหน้าที่สอง", "๒ ดี")
    assert texts["evidence"] == "E-1 รายงานฉบับที่ ๑\nE-2 ภาพกิจกรรม https://example.go.th/2569"


def test_what_nobody_knows_is_left_empty(tmp_path: Path) -> None:
    (form,) = field_texts(load_sar(write_sar(tmp_path)), KINDS, "2.1.1")
    texts = {field.name: field.text for field in form.fields if field.text}
    assert texts == {
        "standard": "มาตรฐานหลัง",
        "indicator": "ตัวบ่งชี้หลัง",
        "issue": "ประเด็นของสำนักงาน",
        "results": "ผลที่สาม",
    }


def test_tables_follow_the_results_with_tabs_between_their_cells(tmp_path: Path) -> None:
    rows = "tables: [{title: ผล, columns: [ปี, ร้อย  ละ], rows: [['2568', '80']]}, {columns: [ก], rows: [[ข]]}]"
    texts = fields(write_sar_with_tables(tmp_path, rows), "1.1.1")
    assert texts["results"].splitlines() == [
        "ผลที่ 1 ปี 2569",
        "ย่อหน้าที่สอง",
        "ผล",
        "ปี\tร้อย ละ",
        "2568\t80",
        "ก",
        "ข",
    ]


@pytest.mark.parametrize("code", ["1.1.2", "1.1", "9.9.9", ""])
def test_an_issue_without_results_is_told(tmp_path: Path, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        field_texts(load_sar(write_sar(tmp_path)), KINDS, code)
    (diagnostic,) = caught.value.diagnostics
    file_name = diagnostic.location.path.rpartition("/")[2]
    assert (diagnostic.code, file_name) == ("E693", "sar.yaml")


def test_a_document_of_another_kind_is_told(project_dir: Path) -> None:
    result = run(project_dir, "manual")
    assert (result.exit_code, "[E692]" in result.stdout) == (1, True)


def test_the_command_shows_text(tmp_path: Path) -> None:
    result = run(write_sar(tmp_path), "sar", "1.1.1")
    lines = result.stdout.splitlines()
    assert (result.exit_code, lines[0]) == (0, "== 1.1.1 มฐ1_ตบช1_ข้อ1_12เดือน")
    place = lines.index("[ผลการดำเนินงาน]")
    assert lines[place + 1 : place + 4] == ["ผลที่ 1 ปี 2569", "ย่อหน้าที่สอง", ""]


def test_the_command_shows_json(tmp_path: Path) -> None:
    forms = json.loads(run(write_sar(tmp_path), "sar", "--format", "json").stdout)
    assert [(form["issue"], form["file_name"]) for form in forms] == [
        ("1.1.1", "มฐ1_ตบช1_ข้อ1_12เดือน"),
        ("2.1.1", "มฐ2_ตบช1_ข้อ1_12เดือน"),
    ]
    level = {"name": "level", "label": "ระดับคุณภาพ", "text": "2 ดี"}
    assert level in forms[0]["fields"]


def test_files_are_written_for_windows(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(write_sar(tmp_path / "office"), "sar", "-o", str(out))
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "มฐ1_ตบช1_ข้อ1_12เดือน.txt",
        "มฐ2_ตบช1_ข้อ1_12เดือน.txt",
    ]
    data = (out / "มฐ1_ตบช1_ข้อ1_12เดือน.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert "[ผลการดำเนินงาน]\r\nผลที่ 1 ปี 2569\r\nย่อหน้าที่สอง\r\n\r\n[ระดับคุณภาพ]\r\n2 ดี\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_another_file_is_overwritten_only_by_force(tmp_path: Path) -> None:
    root, out = write_sar(tmp_path / "office"), tmp_path / "out"
    for _time in range(2):
        assert run(root, "sar", "-o", str(out)).exit_code == 0
    first, second = sorted(out.iterdir())
    before = second.read_bytes()
    first.write_bytes(b"own")
    second.unlink()
    refused = run(root, "sar", "-o", str(out))
    assert (refused.exit_code, "[E418]" in refused.stdout) == (1, True)
    assert (first.read_bytes(), second.exists()) == (b"own", False)
    assert run(root, "sar", "-o", str(out), "--force").exit_code == 0
    assert first.read_bytes() != b"own"
    assert second.read_bytes() == before


@pytest.mark.parametrize("name", ["f.csv", "f.docx", "f.HTML"])
def test_a_file_is_no_folder_for_the_texts(tmp_path: Path, name: str) -> None:
    root = write_sar(tmp_path / "content")
    folder = tmp_path / name
    result = run(root, "sar", "-o", str(folder))
    assert (result.exit_code, folder.exists()) == (2, False)
    assert f"'{name}'" in result.stderr
    folder.mkdir()
    assert run(root, "sar", "-o", str(folder)).exit_code == 0
