"""``issue``, ``sent``, ``attach`` and ``copy`` on the command line; git ignores nothing that is kept."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from kept_office import OCCASION, bytes_below, pdf_of, replace_text, sha256, version_path, write_papers

from esa_docs.cli import app

GITIGNORE = Path(__file__).parents[2] / ".gitignore"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    day_after = OCCASION.at + dt.timedelta(days=1)
    monkeypatch.setattr("esa_docs.api.clock._now", lambda: day_after)
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
    assert sent.stderr == "It is noted that the paper was sent on 17 มีนาคม 2569.\n"
    noted_before = "It was noted before that the paper was sent on 17 มีนาคม 2569.\n"
    assert run("sent", "orders/x").stderr == noted_before
    other_day = run("sent", "orders/x", "--date", "16/3/2569")
    assert (other_day.exit_code, "[E452]" in other_day.stdout) == (1, True)

    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    checked = run("check")
    assert (checked.exit_code, "[E456]" in checked.stdout) == (0, True)
    assert run("check", "--strict").exit_code == 1
    again = run("issue", "orders/x", "--again", "--why", "แก้คำ")
    assert (again.exit_code, "[E458]" in again.stdout) == (0, True)
    assert again.stderr.splitlines() == [
        "คำสั่ง number 12/2569 of 16 มีนาคม 2569",
        "Version 2 of the paper is kept.",
        "Next: esa-docs build orders/x",
    ]


def test_text_of_the_command_line_is_mended_or_refused(root: Path) -> None:
    issued = run("issue", "orders/x", "--number", "12\u200b", "--date", "16\u3000มีนาคม\t2569")
    assert issued.exit_code == 0
    assert "number: '12'\n" in (root / "2569/orders/x.yaml").read_text(encoding="utf-8")
    Path("scan.pdf").write_bytes(pdf_of())
    refused = run("attach", "orders/x", "scan.pdf", "--note", "แก้\u202eปากกา")
    assert (refused.exit_code, "U+202E" in refused.stderr) == (2, True)
    assert run("attach", "orders/x", "scan.pdf", "--note", "\tแก้ปากกา\u2003ด\u0e4d\u0e32").exit_code == 0
    (row,) = [row for row in rows_of("list") if row["name"] == "orders/x"]
    assert [scan["note"] for scan in row["scans"]] == ["แก้ปากกา ดำ"]


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
    refused = run("copy", "orders/x", "--certified")
    assert (refused.exit_code, "[E418]" in refused.stdout, "--out" in refused.stdout) == (1, True, True)
    assert "--force" not in refused.stdout
    assert run("copy", "orders/x", "--certified", "--out", "other").exit_code == 0


def test_a_copy_of_the_version_before_a_corrected_subject_is_replaced(root: Path) -> None:
    issue(root)
    copied_file = Path("build/2569/orders/x-file-copy.docx")
    assert run("copy", "orders/x").exit_code == 0
    old_copy = copied_file.read_bytes()
    replace_text(root / "2569/orders/x.yaml", "เรื่องของคำสั่ง", "เรื่องที่แก้แล้ว")
    assert run("issue", "orders/x", "--again", "--why", "แก้เรื่อง").exit_code == 0
    again = run("copy", "orders/x")
    assert (again.exit_code, again.stdout) == (0, f"{copied_file.as_posix()}\n")
    assert copied_file.read_bytes() != old_copy


def rows_of(command: str, *arguments: str) -> list[dict[str, Any]]:
    """Return the rows of a command in JSON."""
    rows: list[dict[str, Any]] = json.loads(run(command, *arguments, "--format", "json").stdout)
    return rows


@pytest.mark.parametrize("is_content_gone", [False, True])
def test_list_and_status_show_what_is_kept(root: Path, *, is_content_gone: bool) -> None:
    issue(root)
    scan = pdf_of()
    Path("scan.pdf").write_bytes(scan)
    run("attach", "orders/x", "scan.pdf", "--note", "แก้ปากกา")
    run("sent", "orders/x", "--date", "17/3/2569")
    if is_content_gone:
        (root / "2569/orders/x.yaml").unlink()

    for command in ("list", "status"):
        (row,) = [row for row in rows_of(command) if row["name"] == "orders/x"]
        assert (row["state"], row["title"], row["files"]) == ("sent", "เรื่องของคำสั่ง", ["2569/orders/x.docx"])
        assert (row["version"], row["sent"]) == (1, "2026-03-17")
        (scan_row,) = row["scans"]
        assert (scan_row["note"], scan_row["sha256"]) == ("แก้ปากกา", sha256(scan))
        assert scan_row["file"].endswith("issued/2569/orders/x/scan-1.pdf")

    paper_line = "2569/orders/x\torder\tเรื่องของคำสั่ง\tsent\n"
    kept_lines = (
        "  version 1 is kept, sent on 17 มีนาคม 2569\n"
        f"  signed scan {scan_row['file']} (SHA-256 {sha256(scan)}): แก้ปากกา\n"
    )
    assert f"{paper_line}{kept_lines}" in run("list").stdout
    assert run("status", "orders/x").stdout == f"sent\t2569/orders/x\tเรื่องของคำสั่ง\n{kept_lines}"
    assert "sent 1" in run("status").stdout


def test_a_version_that_is_kept_after_sending_does_not_hide_the_day_of_sending(root: Path) -> None:
    issue(root)
    run("sent", "orders/x", "--date", "17/3/2569")
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    run("issue", "orders/x", "--again", "--why", "แก้คำ")
    lines = "  version 2 is kept, not sent\n  version 1 was sent on 17 มีนาคม 2569\n"
    assert lines in run("list").stdout
    assert lines in run("status", "orders/x").stdout


def test_a_kept_paper_with_errors_is_shown_with_kind_title_and_state(root: Path) -> None:
    issue(root)
    with (root / "2569/orders/x.yaml").open("a", encoding="utf-8") as file:
        file.write("signature: {by: ไม่อยู่แล้ว}\n")
    line = "2569/orders/x\torder\tเรื่องของคำสั่ง (has errors)\tissued\n  version 1 is kept, not sent\n"
    assert line in run("list").stdout
    assert "issued\t2569/orders/x\tเรื่องของคำสั่ง (has errors)\n" in run("status").stdout


def test_issue_without_again_says_that_a_correction_was_not_kept(root: Path) -> None:
    issue(root)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    result = run("issue", "orders/x")
    assert (result.exit_code, "[E456]" in result.stdout) == (0, True)
    command = 'esa-docs issue orders/x --again --why "…"'
    assert ("version 1" in result.stderr, command in result.stderr) == (True, True)
    assert "stood there already" not in result.stderr


def test_status_of_a_draft_names_its_reasons(root: Path) -> None:
    replace_text(root / "2569/meeting.yaml", "ends: 12.00 น.\n", "")
    result = run("status", "meeting")
    first_line, reason = result.stdout.splitlines()
    assert (result.exit_code, first_line.split("\t")[:2]) == (0, ["draft", "2569/meeting"])
    assert "'ends' is missing" in reason


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
    assert names == ["1.sent.json", "1.zip", "log.jsonl", "scan-1.json", "scan-1.pdf"]
