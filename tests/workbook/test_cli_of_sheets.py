"""``sheet export`` and ``sheet import`` on the command line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from office_with_sar import FIRST, edit, part, text_of, write_project

from esa_docs.cli import app


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_project(tmp_path / "content")


def put_long_text(root: Path) -> None:
    """Write a text that no cell of Excel has room for."""
    path = part(root, "1-2")
    path.write_text(f"{text_of(path)}  - {'ก' * 33000}\n", encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["sheet", *arguments])


def test_out_and_back_names_the_files(root: Path) -> None:
    out = run("export", "sar", "a.xlsx", "--year", "2569")
    assert (out.exit_code, out.stdout.splitlines()[-1]) == (0, "a.xlsx")
    assert out.stdout.count("content/2569/sar.yaml: warning: ") == 12
    edit(Path("a.xlsx"), {"K9": "ส่งทัน"})
    back = run("import", "sar", "a.xlsx")
    assert (back.exit_code, back.stdout) == (0, "content/2569/sar/1-2.yaml\n")
    assert "cells taken over: 1" in back.stderr
    assert text_of(part(root, "1-2")).endswith("- ส่งทัน\n")


def test_the_same_workbook_again_has_nothing_to_do(root: Path) -> None:
    run("export", "sar", "a.xlsx")
    edit(Path("a.xlsx"), {"K9": " ส่งทัน\n\n"})
    run("import", "sar", "a.xlsx")
    again = run("import", "sar", "a.xlsx")

    assert (again.exit_code, again.stdout) == (0, "")
    assert "nothing to do: the content files say what the workbook says" in again.stderr


def test_faults_are_told_with_position_code_and_hint(root: Path) -> None:
    run("export", "sar", "a.xlsx")
    edit(Path("a.xlsx"), {"F4": 7})
    back = run("import", "sar", "a.xlsx")
    assert back.exit_code == 1
    assert back.stdout == (
        f"a.xlsx!{FIRST}!F4: error: a level of the scale is expected, found 7 [E663]\n"
        "  hint: The scale has: 1, 2, 3, 4, 5.\n"
    )


def test_what_is_there_is_overwritten_only_by_force(root: Path) -> None:
    Path("a.xlsx").write_bytes(b"mine")
    refused = run("export", "sar", "a.xlsx")
    assert (refused.exit_code, Path("a.xlsx").read_bytes()) == (1, b"mine")
    assert "[E418]" in refused.stdout
    assert run("export", "sar", "a.xlsx", "--force").exit_code == 0
    assert Path("a.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments", [["export", "sar", "a.csv"], ["import", "sar", "a.xls"], ["export", "sar"]]
)
def test_a_file_of_another_kind_is_wrong_usage(root: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_name_that_no_document_has_is_told(root: Path) -> None:
    result = run("import", "sra", "a.xlsx")
    assert (result.exit_code, "[E408]" in result.stdout) == (1, True)


@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.XLSM"])
def test_a_workbook_of_another_format_is_told_with_its_cure(root: Path, name: str) -> None:
    result = run("import", "sar", name)

    assert result.exit_code == 2
    assert "save it as .xlsx" in " ".join(result.stderr.split())


def test_the_last_line_says_that_no_workbook_was_written_and_why(root: Path) -> None:
    put_long_text(root)
    refused = run("export", "sar", "a.xlsx")
    assert (refused.exit_code, Path("a.xlsx").exists()) == (1, False)
    severities = [line.split(": ")[1] for line in refused.stdout.splitlines() if not line.startswith(" ")]
    assert severities == ["error", *["warning"] * 12]
    assert refused.stderr.splitlines()[-1] == "a.xlsx was not written, because there are errors: 1"


def test_the_last_line_says_that_nothing_was_taken_over(root: Path) -> None:
    run("export", "sar", "a.xlsx")
    edit(Path("a.xlsx"), {"F4": 7})
    back = run("import", "sar", "a.xlsx")
    assert back.stderr.splitlines()[-1] == "nothing was written, because there are errors: 1"


def test_a_sheet_that_was_added_is_told(root: Path) -> None:
    run("export", "sar", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    book.create_sheet("ร่าง")["B2"] = "TOK"
    book.save("a.xlsx")
    back = run("import", "sar", "a.xlsx")
    assert back.exit_code == 0
    assert "a.xlsx!ร่าง!B2: info: " in back.stdout
    assert "[E624]" in back.stdout
