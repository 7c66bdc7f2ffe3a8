"""Journals that others wrote, and what stands in their place: nothing outside the project is ever changed."""

from __future__ import annotations

import base64
import datetime as dt
import json
from pathlib import Path

import pytest
from small_office import summaries
from unreadable import make_folder, make_pipe, needs_pipes
from written_project import paths_in, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.changes.project_changes import hold_project

DAY = dt.date(2026, 3, 16)
FOREIGN = [
    "../escaped.txt",
    "2569/../../escaped.txt",
    "/ABSOLUTE/escaped.txt",
    "C:/escaped.txt",
    "C:escaped.txt",
    "//server/share/escaped.txt",
    "\\\\server\\share\\escaped.txt",
    "..\\escaped.txt",
    "2569/.. /escaped.txt",
    ".../escaped.txt",
    "link/escaped.txt",
    ".git/hooks/post-commit",
    "2569/.vscode/tasks.json",
    "2569\\.git\\config",
    ".esa-docs/lock",
    "",
    ".",
    "a\0b",
    "\ud800",
]
BROKEN = [b"", b"\xff", b"[]", b"[" * 100_000, b'{"format": ' + b"9" * 5000 + b"}"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a link that leads to the folder ``outside`` beside it."""
    folder = tmp_path / "office"
    put_office(folder)
    (folder / "2569").mkdir()
    (folder / ".esa-docs").mkdir()
    (tmp_path / "outside").mkdir()
    (folder / "link").symlink_to(tmp_path / "outside")
    return folder


def _journal(root: Path) -> Path:
    return root / ".esa-docs/journal.json"


def _write(root: Path, path: str, folders: list[str], *, undo: bool = False) -> bytes:
    """Write a journal with a change of people.yaml and one of a path; return its bytes."""
    people = base64.b64encode((root / "people.yaml").read_bytes()).decode()
    changes = [
        {"path": "people.yaml", "before": people, "after": ""},
        {"path": path, "before": None, "after": "eA=="},
    ]
    row = {"format": 1, "host": "PC2", "undo": undo, "folders": folders, "changes": changes}
    data = json.dumps(row).encode()
    _journal(root).write_bytes(data)
    return data


def _refused(root: Path) -> None:
    """Both a command that reads and one that writes refuse the journal (E432)."""
    with pytest.raises(ContentError) as caught:
        api.load(root)
    assert summaries(caught.value.diagnostics) == [("E432", "error", "journal.json")]
    with pytest.raises(ContentError) as caught, hold_project(root, DAY):
        pass
    assert summaries(caught.value.diagnostics) == [("E432", "error", "journal.json")]


@pytest.mark.parametrize("path", FOREIGN)
@pytest.mark.parametrize("undo", [False, True])
def test_a_journal_that_leads_elsewhere_is_refused_and_stays(root: Path, path: str, undo: bool) -> None:
    written_path = path.replace("/ABSOLUTE", root.parent.as_posix())
    data = _write(root, written_path, [], undo=undo)
    people, before = (root / "people.yaml").read_bytes(), paths_in(root.parent)
    _refused(root)
    assert _journal(root).read_bytes() == data
    assert (root / "people.yaml").read_bytes() == people
    assert [path for path in paths_in(root.parent) if ".esa-docs" not in path.parts] == [
        path for path in before if ".esa-docs" not in path.parts
    ]


@pytest.mark.parametrize("path", FOREIGN)
def test_folders_that_lie_elsewhere_are_refused(root: Path, path: str) -> None:
    written_path = path.replace("/ABSOLUTE/escaped.txt", (root.parent / "outside").as_posix())
    _write(root, "2569/a.yaml", [written_path], undo=True)
    _refused(root)
    assert (root.parent / "outside").is_dir()


def test_a_journal_of_the_project_is_finished(root: Path) -> None:
    _write(root, "2569/orders/x.txt", ["2569/orders"])
    with hold_project(root, DAY):
        assert (root / "2569/orders/x.txt").read_bytes() == b"x"
    assert (root / "people.yaml").read_bytes() == b""
    assert not _journal(root).exists()


@pytest.mark.parametrize("data", BROKEN)
def test_any_bytes_are_refused_and_stay(root: Path, data: bytes) -> None:
    _journal(root).write_bytes(data)
    _refused(root)
    assert _journal(root).read_bytes() == data


@needs_pipes
@pytest.mark.parametrize("make", [make_pipe, make_folder])
def test_what_is_no_file_is_refused_at_once(root: Path, make: object) -> None:
    assert callable(make)
    make(_journal(root))
    _refused(root)
