"""``esa-docs build --prune`` at the command line: what it says, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from written_project import put, put_office

from esa_docs.cli import app

LETTER = """\
kind: letter
subject: แจ้งเพื่อทราบ
text: [ด้วยเหตุ]
separate_files: true
recipients:
  - {to: โรงเรียนหนึ่ง, key: r1}
"""
SECOND = "  - {to: โรงเรียนสอง, key: r2}\n"
THIRD = "  - {to: โรงเรียนสาม, key: r3}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a circular to three schools, edit the file of the third, and take two off; return the project."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    root = put_office(tmp_path / "office")
    put(root, "2569/c.yaml", LETTER + SECOND + THIRD)
    assert _build(root).exit_code == 0
    (tmp_path / "build/2569/c/r3.docx").write_bytes(b"mine")
    put(root, "2569/c.yaml", LETTER)
    return root


def _build(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["build", "-C", str(root), *arguments])


def test_each_file_that_goes_or_stays_is_told(root: Path) -> None:
    result = _build(root, "--prune", "--format", "json")

    lines = result.stderr.splitlines()
    assert lines[:3] == [
        "unchanged: build/2569/c/r1.docx",
        "removed: build/2569/c/r2.docx",
        "kept as edited: build/2569/c/r3.docx",
    ]
    assert lines[-1].startswith("old files removed: 1 (")
    rows = [(row["code"], row["path"]) for row in json.loads(result.stdout)]
    assert rows == [("E443", "build/2569/c/r3.docx"), ("E501", "office/office.yaml")]
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("build/2569/c").iterdir()) == ["r1.docx", "r3.docx"]


def test_an_edited_file_that_stays_is_a_warning(root: Path) -> None:
    assert _build(root, "--prune", "--strict").exit_code == 1


def test_names_that_are_not_there_are_refused_and_nothing_goes(root: Path) -> None:
    assert _build(root, "--prune", "d").exit_code == 1
    assert len(list(Path("build/2569/c").iterdir())) == 3


def test_without_old_files_nothing_is_said_of_them(root: Path) -> None:
    put(root, "2569/c.yaml", LETTER + SECOND + THIRD)
    result = _build(root, "--prune")
    assert "old files" not in result.stderr
    assert "removed" not in result.stderr
