"""Cures that are typed as they stand work, and stand once."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from esa_docs.cli import app

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_inside_the_folder_of_a_year_the_cure_leads_to_a_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "2569" / "orders")
    refused = _run("build", "announcements/service-standards")
    assert (refused.exit_code, "[E446]" in refused.output) == (1, True)
    cure = re.search(r"or add: (.+)", refused.output)
    assert cure
    followed = _run("build", "no-such-name", *shlex.split(cure[1]))
    # the name is looked for: folder and output folder are taken
    assert "[E408]" in followed.output
    assert "[E446]" not in followed.output


@pytest.mark.parametrize(
    ("out", "reason", "cure"),
    [
        (
            "office.yaml",
            "a part of the path is a file, not a folder",
            "Rename the file that stands where a folder is needed",
        ),
        ("x" * 300, "its name or path is too long", "Choose a shorter name, or a folder with a shorter path"),
    ],
)
def test_an_output_folder_that_cannot_be_is_told_with_its_own_cure(
    root: Path, monkeypatch: pytest.MonkeyPatch, out: str, reason: str, cure: str
) -> None:
    monkeypatch.chdir(root)
    result = _run("build", "announcements/service-standards", "--out", out)
    assert (result.exit_code, "[E405]" in result.output) == (3, True)
    assert reason in result.output
    assert cure in result.output
    assert "free space" not in result.output


def test_a_report_is_not_issued_and_nothing_else_is_said(root: Path) -> None:
    for options in ((), ("--anyway",)):
        result = _run("issue", "sar", "-C", str(root), *options)
        codes = re.findall(r"\[([EW]\d+)\]", result.output)
        assert codes == ["E412"]
        assert "'esa-docs sent'" in result.output


def test_the_cure_of_a_draft_stands_once_with_the_count(root: Path) -> None:
    result = _run("sent", "sar", "-C", str(root))
    codes = re.findall(r"\[([EW]\d+)\]", result.output)
    assert set(codes) == {"E445"}
    assert len(codes) > 1
    assert result.output.count("Complete it first.") == 1
    assert f"{len(codes)} things are missing." in result.output


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (b"name: x\n", "Name a file that ends in .docx"),
        (b"\xd0\xcf\x11\xe0", "open a file of an old Word (.doc)"),
        (b"PK\x03\x04broken", "Build the document again"),
    ],
)
def test_a_file_of_another_sort_is_not_to_be_built_again(tmp_path: Path, data: bytes, cure: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    result = _run("verify", str(path))
    assert (result.exit_code, result.output.count("[E701]")) == (1, 1)
    assert cure in result.output
    assert "zip" not in result.output
