"""``check`` looks at the project's own templates: their names (W518) and what is wrong in them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from written_project import put_office

from esa_docs.cli import app

SHIPPED = Path(__file__).parents[2] / "templates_docx"


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def findings(root: Path, *names: str) -> list[dict[str, str]]:
    """Return what the check of a project says of its templates, after files of these names were put there."""
    folder = root / "templates_docx"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes((SHIPPED / "order.docx").read_bytes())
    return rows_of_templates(root)


def rows_of_templates(root: Path) -> list[dict[str, str]]:
    result = CliRunner().invoke(app, ["check", "-C", str(root), "--format", "json"])
    rows = json.loads(result.stdout)
    return [row for row in rows if "templates_docx" in row["path"]]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("order.dotx", "order.docx"),
        ("คำสั่ง.docx", "order.docx"),
        ("orders.docx", "order.docx"),
        ("Memo.docx", "memo.docx"),
        ("order - สำเนา.docx", "order.docx"),
        ("order - Copy.docx", "order.docx"),
        ("order (2).docx", "order.docx"),
        ("ordr.docx", "order.docx"),
        ("บันทึกข้อความ.doc", "memo.docx"),
        ("sign_in.docx", "sign-in.docx"),
    ],
)
def test_a_template_of_a_wrong_name_is_told(tmp_path: Path, name: str, meant: str) -> None:
    put_office(tmp_path)
    (warning,) = findings(tmp_path, name)
    assert (warning["code"], warning["severity"]) == ("W518", "warning")
    assert warning["path"].endswith(f"templates_docx/{name}")
    assert warning["hint"].startswith(f"Did you mean '{meant}'?")


def test_a_copy_beside_its_template_is_told_once(tmp_path: Path) -> None:
    put_office(tmp_path)
    (finding,) = findings(tmp_path, "order.docx", "order - สำเนา.docx")
    assert (finding["code"], finding["severity"]) == ("E433", "error")
    assert finding["path"].endswith("templates_docx/order - สำเนา.docx")


def test_a_name_like_no_other_has_the_names_listed(tmp_path: Path) -> None:
    put_office(tmp_path)
    (warning,) = findings(tmp_path, "xyz.docx")
    assert "order.docx" in warning["hint"]
    assert "number-register.docx" in warning["hint"]


def test_names_that_are_right_and_other_files_are_let_pass(tmp_path: Path) -> None:
    put_office(tmp_path)
    assert findings(tmp_path, "order.docx", "~$order.docx", "อ่านก่อน.txt", "logo.png") == []


def test_what_is_wrong_in_a_template_is_told_by_the_check_of_the_project(tmp_path: Path) -> None:
    put_office(tmp_path)
    folder = tmp_path / "templates_docx"
    folder.mkdir()
    with (
        zipfile.ZipFile(SHIPPED / "order.docx") as source,
        zipfile.ZipFile(folder / "order.docx", "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name).replace(b"{{ order.subject }}", b"{{ order.subjct }}")
            target.writestr(name, data)
    (error,) = rows_of_templates(tmp_path)
    assert (error["code"], error["severity"]) == ("E327", "error")
    assert "esa-docs template check" in error["hint"]


def test_a_template_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    put_office(tmp_path)
    folder = tmp_path / "templates_docx"
    folder.mkdir()
    (folder / "committee-list.docx").write_bytes(b"x")
    assert [row["code"] for row in rows_of_templates(tmp_path)] == ["E302"]
