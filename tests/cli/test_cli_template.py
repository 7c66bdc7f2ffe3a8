"""``esa-docs template``: check, vars and copy."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.oxml.ns import qn
from written_project import put_office

from esa_docs.cli import app

SHIPPED = Path(__file__).parents[2] / "templates_docx"


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["template", *map(str, words)])


def broken_order(folder: Path) -> Path:
    """Write the shipped template of orders with a slip in a name, and return its path."""
    path = folder / "order.docx"
    with zipfile.ZipFile(SHIPPED / "order.docx") as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"{{ order.subject }}", b"{{ order.subjct }}"))
    return path


def test_a_sound_template_is_let_pass() -> None:
    result = run("check", SHIPPED / "order.docx", "--kind", "คำสั่ง")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 errors, 0 warnings" in result.stderr


def test_a_fault_is_told_before_anything_is_made(tmp_path: Path) -> None:
    result = run("check", broken_order(tmp_path), "--format", "json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    errors = [row for row in rows if row["severity"] == "error"]
    assert [row["code"] for row in errors] == ["E327"]
    assert errors[0]["hint"] == "Did you mean 'subject'?"
    assert errors[0]["field"].startswith("paragraph ")


def test_warnings_count_where_that_is_asked_for(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ office.name }}")
    # The file that python-docx begins with lacks what the standard asks for.
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    path = tmp_path / "paper.docx"
    document.save(str(path))
    assert run("check", path, "--kind", "order").exit_code == 0
    assert run("check", path, "--kind", "order", "--strict").exit_code == 1


def test_the_kind_is_asked_for_where_the_name_says_nothing(tmp_path: Path) -> None:
    path = Path(shutil.copy(SHIPPED / "order.docx", tmp_path / "own.docx"))
    result = run("check", path)
    assert result.exit_code == 2
    assert "--kind" in result.stderr


def test_a_template_that_is_no_word_file_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(b"x")
    assert "[E302]" in run("check", path).stdout
    assert run("check", path).exit_code == 1
    missing = run("check", tmp_path / "memo.docx")
    assert missing.exit_code == 1
    assert "Traceback" not in missing.output


def test_variables_as_json() -> None:
    result = run("vars", "คำสั่ง", "--format", "json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    row_of_name = {row["name"]: row for row in rows}
    assert row_of_name["order.committees[].members[].name"] == {
        "name": "order.committees[].members[].name",
        "type": "text",
        "tag": "{{ member.name }}",
        "meaning": "Name of the member, or the post where it is a member by post.",
        "example": "นายสมมติ นามตัวอย่าง",
    }
    assert row_of_name["order.cause"]["tag"] == "{%p for item in order.cause %}\n{{ item }}\n{%p endfor %}"


def test_meanings_are_thai_for_a_reader_of_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    lines = run("vars", "order").stdout.splitlines()
    (line,) = [line for line in lines if line.startswith("{{ order.subject }} ")]
    assert line.split() == ["{{", "order.subject", "}}", "เรื่อง", "แต่งตั้งคณะทำงาน", "order.subject"]


@pytest.mark.parametrize("name", ["agenda", "sign-in", "sar-issue", "number-register", "committee-list"])
def test_further_papers_have_variables_too(name: str) -> None:
    assert len(run("vars", name).stdout.splitlines()) > 5


def test_an_unknown_kind_is_refused() -> None:
    result = run("vars", "ordr")
    assert result.exit_code == 2
    assert "'order'" in result.stderr


def test_variables_as_a_word_page(tmp_path: Path) -> None:
    path = tmp_path / "ค่า.docx"
    result = run("vars", "order", "-o", path)
    assert (result.exit_code, result.stdout.strip()) == (0, path.as_posix())
    document = docx.Document(io.BytesIO(path.read_bytes()))
    heads, _group, _name, short_name = document.tables[0].rows[:4]
    assert [cell.text for cell in heads.cells] == ["What is typed", "Meaning", "Example"]
    tag, meaning, _example = [cell.text for cell in short_name.cells]
    assert (tag, meaning) == ("{{ office.short_name }}", "Short name of the office.")
    assert run("vars", "order", "-o", path).exit_code == 0


def test_a_word_page_is_not_written_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    shutil.copy(SHIPPED / "order.docx", path)
    data = path.read_bytes()
    result = run("vars", "order", "-o", path)
    assert (result.exit_code, "[E418]" in result.stdout) == (1, True)
    assert path.read_bytes() == data


def test_a_template_is_copied_once_and_never_written_over(tmp_path: Path) -> None:
    put_office(tmp_path)
    result = run("copy", "ประกาศ", "-C", tmp_path)
    path = tmp_path / "templates_docx" / "announcement.docx"
    assert (result.exit_code, result.stdout.strip()) == (0, path.as_posix())
    assert path.read_bytes() == (SHIPPED / "announcement.docx").read_bytes()
    path.write_bytes(b"own")
    again = run("copy", "announcement", "-C", tmp_path)
    assert (again.exit_code, "[E418]" in again.stdout) == (1, True)
    assert path.read_bytes() == b"own"
    assert run("check", path).exit_code == 1


def test_a_template_is_copied_into_projects_only(tmp_path: Path) -> None:
    result = run("copy", "order", "-C", tmp_path)
    assert (result.exit_code, "[E902]" in result.stdout) == (3, True)
    assert list(tmp_path.iterdir()) == []


def test_a_loop_is_listed_as_it_can_be_pasted() -> None:
    """On one line Word would have its tags in one paragraph, which is refused."""
    head, *lines = run("vars", "order").stdout.splitlines()
    assert head.split() == ["What", "is", "typed", "Meaning", "Example", "Name"]
    (place,) = [number for number, line in enumerate(lines) if "for item in order.cause" in line]
    assert lines[place].startswith("{%p for item in order.cause %}  ")
    assert lines[place + 1 : place + 3] == ["{{ item }}", "{%p endfor %}"]
    columns = {line.index("Number and calendar year") for line in lines if "Number and calendar year" in line}
    assert columns == {head.index("Meaning")}


def test_several_templates_and_a_folder_are_checked_each_as_its_form(tmp_path: Path) -> None:
    broken_order(tmp_path)
    shutil.copy(SHIPPED / "memo.docx", tmp_path / "บันทึกข้อความ.docx")
    (tmp_path / "agenda.docx").write_bytes(b"x")
    (tmp_path / "~$order.docx").write_bytes(b"x")
    result = run("check", tmp_path, SHIPPED / "sign-in.docx", "--format", "json")
    rows = json.loads(result.stdout)
    errors = {(Path(row["path"]).name, row["code"]) for row in rows if row["severity"] == "error"}
    assert errors == {("order.docx", "E327"), ("agenda.docx", "E302")}
    assert result.exit_code == 1


def test_a_file_without_the_name_of_a_form_does_not_stop_the_check_of_a_folder(tmp_path: Path) -> None:
    broken_order(tmp_path)
    for name in ("order - สำเนา.docx", "a.docx"):
        shutil.copy(SHIPPED / "order.docx", tmp_path / name)
    result = run("check", tmp_path, "--format", "json")
    findings = sorted((Path(row["path"]).name, row["code"]) for row in json.loads(result.stdout))
    assert findings == [("a.docx", "W518"), ("order - สำเนา.docx", "E433"), ("order.docx", "E327")]
    assert result.exit_code == 1


def test_a_folder_without_a_template_is_told(tmp_path: Path) -> None:
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "no Word file" in result.stderr


def test_a_kind_holds_for_all_files(tmp_path: Path) -> None:
    first = shutil.copy(SHIPPED / "order.docx", tmp_path / "a.docx")
    second = shutil.copy(SHIPPED / "memo.docx", tmp_path / "b.docx")
    rows = json.loads(run("check", first, second, "--kind", "คำสั่ง", "--format", "json").stdout)
    assert {Path(row["path"]).name for row in rows if row["severity"] == "error"} == {"b.docx"}


def test_a_template_in_the_place_of_a_paper_is_told_once() -> None:
    path = SHIPPED / "order.docx"
    result = CliRunner().invoke(app, ["verify", str(path), "--format", "json"])
    (row,) = json.loads(result.stdout)
    assert (row["code"], result.exit_code) == ("E703", 1)
    assert f"esa-docs template check {path.as_posix()}" in row["hint"]


def test_a_paper_in_the_place_of_a_template_is_told_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("คำสั่งที่พิมพ์แล้ว")
    path = tmp_path / "order.docx"
    document.save(str(path))
    rows = json.loads(run("check", path, "--format", "json").stdout)
    assert "E334" not in [row["code"] for row in rows]
    (row,) = [row for row in rows if row["code"] == "E341"]
    assert "esa-docs verify" in row["hint"]


def test_all_forms_are_named_where_a_word_is_like_none() -> None:
    result = run("vars", "xyzzy")
    names = ("memo (บันทึกข้อความ)", "agenda", "sign-in", "sar-issue", "committee-list")
    assert [name in result.stderr for name in names] == [True] * len(names)
    assert "…" not in result.stderr
