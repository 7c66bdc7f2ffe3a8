"""``issue``, ``sent``, ``attach`` and ``copy`` on the command line; git ignores nothing that is kept."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_office import bytes_below, pdf_of, replace_text, version_path, write_papers

from esa_docs.cli import app

GITIGNORE = Path(__file__).parents[2] / ".gitignore"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return write_papers(tmp_path / "content")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def issue(root: Path) -> None:
    result = run("issue", "orders/x", "--number", "12", "--date", "16/3/2569")
    assert result.exit_code == 0
    assert version_path(root).is_file()


def test_a_further_version_without_reason_is_a_mistake_of_usage(root: Path) -> None:
    issue(root)
    before = bytes_below(root)
    for arguments in (("--again",), ("--again", "--why", " "), ("--why", "x")):
        result = run("issue", "orders/x", *arguments)
        assert result.exit_code == 2
        assert "--why" in result.stderr
    assert bytes_below(root) == before


def test_a_life_of_a_paper(root: Path) -> None:
    issue(root)
    assert "Nothing has changed in print" in run("issue", "orders/x", "--again", "--why", "x").stderr
    sent = run("sent", "orders/x", "--date", "17/3/2569")
    assert (sent.exit_code, sent.stdout) == (0, "content/2569/orders/x.yaml\n")
    assert "noted before" in run("sent", "orders/x").stderr

    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    checked = run("check")
    assert (checked.exit_code, "[E456]" in checked.stdout) == (0, True)
    assert run("check", "--strict").exit_code == 1
    again = run("issue", "orders/x", "--again", "--why", "แก้คำ")
    assert (again.exit_code, "[E458]" in again.stdout) == (0, True)
    assert again.stderr == "Version 2 of the paper is kept.\n"


def test_a_scan_is_attached_once(root: Path) -> None:
    issue(root)
    Path("scan.pdf").write_bytes(pdf_of())
    attached = run("attach", "orders/x", "scan.pdf", "--note", "แก้ปากกา")
    assert (attached.exit_code, attached.stdout) == (0, "content/issued/2569/orders/x/scan-1.pdf\n")
    assert "attached already" in run("attach", "orders/x", "scan.pdf").stderr
    assert run("attach", "orders/x", "scan.jpg").exit_code == 2


def test_copies_are_written_and_written_again_but_not_over_what_somebody_edited(root: Path) -> None:
    issue(root)
    certified = run("copy", "orders/x", "--certified", "--by", "ก")
    assert (certified.exit_code, certified.stdout) == (0, "build/2569/orders/x-certified.docx\n")
    assert run("copy", "orders/x", "--certified").exit_code == 0
    assert run("copy", "orders/x").stdout == "build/2569/orders/x-file-copy.docx\n"
    assert run("copy", "orders/x", "--by", "ก").exit_code == 2
    Path("build/2569/orders/x-certified.docx").write_bytes(b"of somebody else")
    assert "[E418]" in run("copy", "orders/x", "--certified").stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_ignores_nothing_that_is_kept(root: Path) -> None:
    issue(root)
    Path("scan.pdf").write_bytes(pdf_of())
    run("sent", "orders/x")
    run("attach", "orders/x", "scan.pdf")
    shutil.copy(GITIGNORE, ".gitignore")
    subprocess.run(["git", "init", "--quiet"], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "content/issued"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = sorted(Path(line).name for line in listed.stdout.splitlines())
    assert names == ["1.sent.json", "1.zip", "scan-1.json", "scan-1.pdf"]
