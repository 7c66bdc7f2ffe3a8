"""What commands say when somebody else changes the project, and after a command that was killed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from written_project import put, put_office

from esa_docs.cli import app
from esa_docs.jobs.changes import project_changes
from esa_docs.jobs.changes.journal import FileChange, Journal, write_journal

ORDER = "kind: order\nsubject: เรื่อง\ncause: [เหตุ]\nclauses: [ให้ปฏิบัติตามนี้]\n"
ISSUE = ("issue", "a", "--number", "7", "--date", "5 มกราคม 2569")


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "-C", str(root)])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with two orders."""
    folder = put_office(tmp_path / "office")
    for name in ("a", "b"):
        put(folder, f"2569/{name}.yaml", ORDER)
    return folder


def _interrupt(root: Path) -> None:
    """Leave the journal of a change of both orders, of which one is changed."""
    new_data = ORDER.replace("เรื่อง", "เรื่องใหม่").encode()
    names = ("a", "b")
    changes = tuple(FileChange(root / f"2569/{name}.yaml", ORDER.encode(), new_data) for name in names)
    write_journal(root, Journal(changes))
    changes[0].path.write_bytes(new_data)


def test_a_held_project_exits_3_and_nothing_is_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_changes, "_WAITING_SECONDS", 0.0)
    (root / ".esa-docs").mkdir()
    with FileLock(root / ".esa-docs/lock"):
        result = _run(root, *ISSUE)
        assert (result.exit_code, "[E430]" in result.stdout) == (3, True)
        assert _run(root, "check").exit_code == 0
    assert (root / "2569/a.yaml").read_text(encoding="utf-8") == ORDER


def test_a_command_that_changes_the_project_says_on_standard_error_what_it_finished(root: Path) -> None:
    _interrupt(root)
    result = _run(root, *ISSUE)
    assert (result.exit_code, "2569/a.yaml\n" in result.stdout) == (0, True)
    assert "info: " in result.stderr
    assert "[E432]" in result.stderr
    assert "เรื่องใหม่" in (root / "2569/b.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "list", "status", "numbers"])
def test_a_command_that_reads_the_project_finishes_the_change_first(root: Path, command: str) -> None:
    _interrupt(root)
    assert _run(root, command).exit_code == 0
    assert "เรื่องใหม่" in (root / "2569/b.yaml").read_text(encoding="utf-8")
    assert not (root / ".esa-docs/journal.json").exists()


def test_check_reports_a_change_that_was_undone(root: Path) -> None:
    _interrupt(root)
    put(root, "2569/b.yaml", ORDER.replace("เหตุ", "เหตุของผู้อื่น"))
    result = _run(root, "check", "--format", "json", "--strict")
    rows = [(row["code"], row["severity"]) for row in json.loads(result.stdout)]
    assert ("E432", "warning") in rows
    assert result.exit_code == 1
    assert (root / "2569/a.yaml").read_text(encoding="utf-8") == ORDER


def test_commands_that_read_need_no_lock_and_leave_no_folder(root: Path) -> None:
    for command in ("check", "list", "status", "numbers"):
        assert _run(root, command).exit_code == 0
    assert not (root / ".esa-docs").exists()
