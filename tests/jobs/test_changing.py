"""Files of a project are changed under its lock, compared before they are replaced, all of them or none."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from filelock import FileLock
from written_project import put_office

from esa_docs.diagnostics import ContentError, Diagnostic, MachineError
from esa_docs.jobs.changes import file_changes, files, folder_lock, project_changes
from esa_docs.jobs.changes.journal import Journal, write_journal
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, settle_project, write_changes

DAY = dt.date(2026, 10, 1)
HOLDER = {
    "pid": 4711,
    "host": "PC2",
    "user": "วรรณา",
    "command": "esa-docs issue",
    "since": "2026-03-01T10:15:30+07:00",
}
Notices = list[Diagnostic]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_changes, "_WAITING_SECONDS", 0.0)


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> Notices:
    """Return the list into which notices go."""
    diagnostics: Notices = []
    monkeypatch.setattr(project_changes, "notify", diagnostics.append)
    monkeypatch.setattr(folder_lock, "notify", diagnostics.append)
    return diagnostics


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with the files 2569/a.yaml and 2569/b.yaml."""
    folder = tmp_path / "office"
    put_office(folder)
    (folder / "2569").mkdir()
    (folder / "2569/a.yaml").write_bytes(b"old a\n")
    (folder / "2569/b.yaml").write_bytes(b"old b\n")
    return folder


def _change(root: Path, name: str, before: bytes | None = None) -> FileChange:
    if before is None:
        before = f"old {name}\n".encode()
    return FileChange(root / f"2569/{name}.yaml", before, f"new {name}\n".encode())


def _new(root: Path, name: str) -> FileChange:
    return FileChange(root / f"2569/{name}.yaml", None, f"new {name}\n".encode())


def _texts(root: Path) -> dict[str, str]:
    """Return the text of each file below the year's folder."""
    files = sorted(path for path in (root / "2569").rglob("*") if path.is_file())
    return {path.relative_to(root / "2569").as_posix(): path.read_text() for path in files}


def _own_files(root: Path) -> list[str]:
    """Return the names of the program's own files that a finished command leaves."""
    return sorted(path.name for path in (root / ".esa-docs").rglob("*") if path.is_file())


def _codes(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, int, str]]:
    codes: list[tuple[str, str, int, str]] = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        codes.append((diagnostic.code, Path(place.path).name, place.line, str(diagnostic.severity)))
    return codes


OLD = {"a.yaml": "old a\n", "b.yaml": "old b\n"}
NEW = {"a.yaml": "new a\n", "b.yaml": "new b\n"}


def test_one_file_is_changed_and_nothing_else_is_left(root: Path) -> None:
    with hold_project(root, DAY):
        write_changes(root, [_change(root, "a")])
    assert _texts(root) == OLD | {"a.yaml": "new a\n"}
    assert _own_files(root) == [".gitignore", "lock"]
    assert (root / ".esa-docs/.gitignore").read_text() == "*\n"


def test_every_temporary_file_of_a_change_is_known_by_its_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only such files are cleared in a folder that a build may share."""
    names: list[str] = []
    replace = Path.replace

    def move(temporary: Path, target: Path) -> Path:
        names.append(temporary.name)
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", move)
    with hold_project(root, DAY):
        write_changes(root, [_change(root, "a"), _change(root, "b")])
    assert len(names) == 3
    assert [name for name in names if not name.startswith("change-")] == []


def test_several_files_are_changed_and_new_ones_made_with_their_folders(root: Path) -> None:
    changes = [_change(root, "a"), _new(root, "sar/first/x"), _change(root, "b")]
    with hold_project(root, DAY):
        write_changes(root, changes)
    assert _texts(root) == NEW | {"sar/first/x.yaml": "new sar/first/x\n"}
    assert _own_files(root) == [".gitignore", "lock"]


def test_no_changes_change_nothing(root: Path) -> None:
    with hold_project(root, DAY):
        write_changes(root, [])
    assert _texts(root) == OLD


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_who_may_read_and_write_a_file_stays(root: Path) -> None:
    (root / "2569/a.yaml").chmod(0o664)
    with hold_project(root, DAY):
        write_changes(root, [_change(root, "a")])
    assert (root / "2569/a.yaml").stat().st_mode & 0o777 == 0o664


def test_a_link_stays_and_the_file_behind_it_is_changed(root: Path) -> None:
    (root / "2569/a.yaml").rename(root / "real.yaml")
    (root / "2569/a.yaml").symlink_to(root / "real.yaml")
    with hold_project(root, DAY):
        write_changes(root, [_change(root, "a")])
    assert (root / "2569/a.yaml").is_symlink()
    assert (root / "real.yaml").read_text() == "new a\n"


def test_a_file_outside_the_project_is_refused(root: Path) -> None:
    outside = root.parent / "other.yaml"
    with hold_project(root, DAY), pytest.raises(ContentError) as caught:
        write_changes(root, [FileChange(outside, None, b"new")])
    assert _codes(caught.value.diagnostics) == [("E403", "other.yaml", 0, "error")]
    assert not outside.exists()


def test_writing_without_the_lock_is_a_fault_of_the_caller(root: Path) -> None:
    with pytest.raises(RuntimeError, match="hold_project"):
        write_changes(root, [_change(root, "a")])
    assert _texts(root) == OLD


def test_a_folder_that_is_no_project_gets_no_folder_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    with pytest.raises(MachineError) as caught, hold_project(tmp_path, DAY):
        pass
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["E902"]
    assert caught.value.diagnostics[0].hint.endswith("--year 2570'.")
    assert list(tmp_path.iterdir()) == []


# --- what has changed meanwhile


MEANWHILE: dict[str, tuple[bytes | None, bytes | None, int, str]] = {
    "a line is other": (b"first\nold\nthird\n", b"first\nnew\nthird\n", 2, "'old'.*'new'"),
    "a line is added": (b"first\n", b"first\nsecond\n", 2, "''.*'second'"),
    "the file is gone": (b"first\n", None, 0, "ลบไฟล์นี้"),
    "a file appeared": (None, b"first\n", 0, "สร้างไฟล์ชื่อนี้"),
    "no text": (b"\xff\xfe\x00", b"\xff\xfe\x01", 0, "^มีผู้แก้ไฟล์นี้ในระหว่างนั้น$"),
}


@pytest.mark.parametrize("case", MEANWHILE)
def test_a_file_that_changed_meanwhile_is_told_and_no_file_is_written(root: Path, case: str) -> None:
    before, present, line, words = MEANWHILE[case]
    path = root / "2569/c.yaml"
    if present is not None:
        path.write_bytes(present)
    with hold_project(root, DAY), pytest.raises(ContentError) as caught:
        write_changes(root, [_change(root, "a"), FileChange(path, before, b"mine")])
    assert _codes(caught.value.diagnostics) == [("E431", "c.yaml", line, "error")]
    assert re.search(words, caught.value.diagnostics[0].message)
    assert (root / "2569/a.yaml").read_bytes() == b"old a\n"
    assert file_changes.present_bytes(path) == present


def test_every_file_that_changed_meanwhile_is_told(root: Path) -> None:
    changes = [_change(root, "a", b"older a\n"), _change(root, "b", b"older b\n")]
    with hold_project(root, DAY), pytest.raises(ContentError) as caught:
        write_changes(root, changes)
    assert _codes(caught.value.diagnostics) == [
        ("E431", "a.yaml", 1, "error"),
        ("E431", "b.yaml", 1, "error"),
    ]


def test_a_file_that_changes_in_the_midst_of_the_change_undoes_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = files.move_into_place

    def move_and_edit(temporary: Path, path: Path) -> None:
        move(temporary, path)
        (root / "2569/b.yaml").write_bytes(b"of somebody else\n")
        monkeypatch.setattr(file_changes, "move_into_place", move)

    monkeypatch.setattr(file_changes, "move_into_place", move_and_edit)
    with hold_project(root, DAY), pytest.raises(ContentError) as caught:
        write_changes(root, [_new(root, "new/c"), _change(root, "b")])
    assert _codes(caught.value.diagnostics) == [("E431", "b.yaml", 1, "error")]
    assert _texts(root) == {"a.yaml": "old a\n", "b.yaml": "of somebody else\n"}
    assert not (root / "2569/new").exists()
    assert _own_files(root) == [".gitignore", "lock"]


def test_a_file_that_word_opens_in_the_midst_of_the_change_undoes_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuse_b(temporary: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(errno.EACCES, "Denied")
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", refuse_b)
    with hold_project(root, DAY), pytest.raises(MachineError) as caught:
        write_changes(root, [_change(root, "a"), _change(root, "b")])
    assert _codes(caught.value.diagnostics) == [("E401", "b.yaml", 0, "error")]
    assert (_texts(root), _own_files(root)) == (OLD, [".gitignore", "lock"])


def test_a_workbook_that_excel_has_open_is_not_changed(root: Path) -> None:
    (root / "people.xlsx").write_bytes(b"old")
    (root / "~$people.xlsx").write_bytes(b"owner")
    with hold_project(root, DAY), pytest.raises(MachineError) as caught:
        write_changes(root, [FileChange(root / "people.xlsx", b"old", b"new")])
    assert _codes(caught.value.diagnostics) == [("E401", "people.xlsx", 0, "error")]
    assert (root / "people.xlsx").read_bytes() == b"old"


# --- the lock


def test_a_held_project_is_refused_with_its_holder(root: Path) -> None:
    (root / ".esa-docs").mkdir()
    (root / ".esa-docs/holder.json").write_text(json.dumps(HOLDER), encoding="utf-8")
    with FileLock(root / ".esa-docs/lock"):
        with pytest.raises(MachineError) as caught, hold_project(root, DAY):
            pass
        assert _codes(caught.value.diagnostics) == [("E430", "office", 0, "error")]
        words = caught.value.diagnostics[0].message
        for part in ("วรรณา", "PC2", "4711", "esa-docs issue", "10.15", "2569"):
            assert part in words
    with hold_project(root, DAY):
        holder = json.loads((root / ".esa-docs/holder.json").read_text(encoding="utf-8"))
    assert holder["pid"] == os.getpid()


def test_a_holder_is_told_as_far_as_it_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(root)
    (root / ".esa-docs").mkdir()
    holder = HOLDER | {"user": "", "host": ""}
    (root / ".esa-docs/holder.json").write_text(json.dumps(holder), encoding="utf-8")
    with FileLock(root / ".esa-docs/lock"), pytest.raises(MachineError) as caught, hold_project(Path(), DAY):
        pass
    (diagnostic,) = caught.value.diagnostics
    # The place is the folder: a single point names none.
    assert diagnostic.location.path == root.as_posix()
    assert diagnostic.message == (
        "the project is being changed by somebody unknown since 1 มี.ค. 2569 10.15 น. "
        "(with 'esa-docs issue', process 4711)"
    )


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["-", "build"], "esa-docs build"),
        (["/x/esa_docs/cli/__main__.py", "issue", "a"], "esa-docs issue"),
        ([""], "esa-docs"),
        (["/usr/bin/esa-docs", "check"], "esa-docs check"),
    ],
)
def test_the_holder_says_a_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], command: str
) -> None:
    monkeypatch.setattr(sys, "argv", arguments)
    with hold_project(root, DAY):
        holder = json.loads((root / ".esa-docs/holder.json").read_text(encoding="utf-8"))
    assert holder["command"] == command


def test_the_holder_is_named_while_the_project_is_held_and_not_after(root: Path) -> None:
    with hold_project(root, DAY):
        holder = json.loads((root / ".esa-docs/holder.json").read_text(encoding="utf-8"))
        assert holder["pid"] == os.getpid()
        assert set(holder) == {"pid", "host", "user", "command", "since"}
    assert not (root / ".esa-docs/holder.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "\udcff"])
def test_a_holder_file_that_cannot_be_read_is_somebody_unknown(root: Path, text: str) -> None:
    (root / ".esa-docs").mkdir()
    (root / ".esa-docs/holder.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with FileLock(root / ".esa-docs/lock"), pytest.raises(MachineError) as caught, hold_project(root, DAY):
        pass
    assert "ผู้ที่โปรแกรมไม่ทราบชื่อ" in caught.value.diagnostics[0].message


def test_the_lock_is_held_once_inside_itself_and_free_after(root: Path) -> None:
    with hold_project(root, DAY):
        with hold_project(root, DAY):
            write_changes(root, [_change(root, "a")])
        write_changes(root, [_change(root, "b")])
        with pytest.raises(TimeoutError):
            FileLock(root / ".esa-docs/lock").acquire(timeout=0)
    FileLock(root / ".esa-docs/lock").acquire(timeout=0).lock.release()
    assert _texts(root) == NEW


def test_a_fault_frees_the_lock(root: Path) -> None:
    with pytest.raises(KeyError), hold_project(root, DAY):
        raise KeyError
    FileLock(root / ".esa-docs/lock").acquire(timeout=0).lock.release()


def _failing(number: int) -> Callable[..., None]:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_disk_without_locks_is_told_and_the_change_is_made(
    root: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileLock, "acquire", _failing(errno.ENOLCK))
    with hold_project(root, DAY):
        write_changes(root, [_change(root, "a")])
    assert _codes(notices) == [("E434", "office", 0, "warning")]
    assert _texts(root)["a.yaml"] == "new a\n"


def test_without_a_lock_the_temporary_file_of_another_is_left(
    root: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = root / ".esa-docs/tmp/change-1"
    other.parent.mkdir(parents=True)
    other.touch()
    monkeypatch.setattr(FileLock, "acquire", _failing(errno.ENOLCK))
    with hold_project(root, DAY):
        pass
    assert other.exists()


def test_a_folder_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FileLock, "acquire", _failing(errno.EROFS))
    with pytest.raises(MachineError) as caught, hold_project(root, DAY):
        pass
    assert _codes(caught.value.diagnostics) == [("E405", ".esa-docs", 0, "error")]


# --- what killed commands leave


def test_temporary_files_of_killed_commands_are_cleared_at_once(root: Path) -> None:
    left_files = [root / ".esa-docs/tmp/change-1", root / ".esa-docs/tmp/of-a-build"]
    left_files[0].parent.mkdir(parents=True)
    for path in left_files:
        path.touch()
    with hold_project(root, DAY):
        pass
    assert [path.exists() for path in left_files] == [False, True]


def _interrupted(root: Path, names_done: Iterable[str], *, is_undone: bool = False) -> None:
    """Leave the journal of a change of a and b and a new c, and make the change of some of them."""
    changes = (_change(root, "a"), _change(root, "b"), _new(root, "new/c"))
    write_journal(root, Journal(changes, (root / "2569/new",), is_undone))
    for change in changes:
        if change.path.stem in names_done:
            change.path.parent.mkdir(exist_ok=True)
            change.path.write_bytes(change.after)


@pytest.mark.parametrize("names_done", ["", "a", "ab", "abc", "bc"])
def test_an_interrupted_change_is_finished_before_the_project_is_read(root: Path, names_done: str) -> None:
    _interrupted(root, names_done)
    diagnostics = settle_project(root)
    assert _codes(diagnostics) == [("E432", "office", 0, "info")]
    assert _texts(root) == NEW | {"new/c.yaml": "new new/c\n"}
    assert _own_files(root) == [".gitignore", "lock"]
    assert settle_project(root) == ()


@pytest.mark.parametrize("names_done", ["", "a", "abc", "c"])
def test_an_undoing_that_was_interrupted_goes_on(root: Path, names_done: str) -> None:
    _interrupted(root, names_done, is_undone=True)
    assert _codes(settle_project(root)) == [("E432", "office", 0, "warning")]
    assert (_texts(root), (root / "2569/new").exists()) == (OLD, False)


@pytest.mark.parametrize("names_done", ["a", "ac", "abc"])
def test_an_interrupted_change_is_undone_where_somebody_changed_a_file_meanwhile(
    root: Path, notices: Notices, names_done: str
) -> None:
    _interrupted(root, names_done)
    (root / "2569/b.yaml").write_bytes(b"of somebody else\n")
    with hold_project(root, DAY):
        assert _codes(notices) == [("E432", "office", 0, "warning")]
        assert "2569/b.yaml" in notices[0].message
    assert _texts(root) == {"a.yaml": "old a\n", "b.yaml": "of somebody else\n"}
    assert _own_files(root) == [".gitignore", "lock"]


def _name_another_machine(root: Path) -> None:
    """Let the journal be that of another machine."""
    journal_file = root / ".esa-docs/journal.json"
    journal = json.loads(journal_file.read_text(encoding="utf-8"))
    journal_file.write_text(json.dumps(journal | {"host": "PC2"}), encoding="utf-8")


def test_a_change_of_another_machine_is_finished(root: Path) -> None:
    _interrupted(root, "a")
    _name_another_machine(root)
    assert _codes(settle_project(root)) == [("E432", "office", 0, "info")]
    assert _texts(root) == NEW | {"new/c.yaml": "new new/c\n"}


def test_a_change_of_another_machine_is_never_undone(root: Path) -> None:
    """A synchronised folder may bring its journal here late, when the change was made long ago."""
    _interrupted(root, "abc")
    _name_another_machine(root)
    (root / "2569/b.yaml").write_bytes(b"of somebody else\n")
    before = _texts(root)
    with pytest.raises(ContentError) as caught:
        settle_project(root)
    assert _codes(caught.value.diagnostics) == [("E432", "office", 0, "error")]
    assert "PC2" in caught.value.diagnostics[0].message
    assert _texts(root) == before


def test_a_new_folder_in_which_somebody_put_something_stays(root: Path) -> None:
    _interrupted(root, "c", is_undone=True)
    (root / "2569/new/mine.yaml").write_bytes(b"mine\n")
    settle_project(root)
    assert _texts(root) == OLD | {"new/mine.yaml": "mine\n"}


def test_a_project_without_a_journal_is_read_without_a_lock(root: Path) -> None:
    assert settle_project(root) == ()
    assert not (root / ".esa-docs").exists()


def test_a_reader_waits_for_the_one_who_changes_several_files(root: Path) -> None:
    _interrupted(root, "a")
    with FileLock(root / ".esa-docs/lock"), pytest.raises(MachineError) as caught:
        settle_project(root)
    assert _codes(caught.value.diagnostics) == [("E430", "office", 0, "error")]
    assert _texts(root) == OLD | {"a.yaml": "new a\n"}


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "undo": 0, "changes": [1]}']
)
def test_a_journal_that_cannot_be_read_is_an_error(root: Path, text: str) -> None:
    (root / ".esa-docs").mkdir()
    (root / ".esa-docs/journal.json").write_text(text)
    with pytest.raises(ContentError) as caught:
        settle_project(root)
    assert _codes(caught.value.diagnostics) == [("E432", "journal.json", 0, "error")]
    assert _texts(root) == OLD


def test_a_moved_project_is_still_settled(root: Path) -> None:
    _interrupted(root, "a")
    moved = root.rename(root.with_name("moved"))
    settle_project(moved)
    assert _texts(moved) == NEW | {"new/c.yaml": "new new/c\n"}
