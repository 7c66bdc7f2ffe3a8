"""One build at a time writes into an output folder; the records of both stay in its manifest."""

from __future__ import annotations

import errno
import json
import os
import threading
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock
from small_office import build, outcomes, summaries, write_manual, write_office

from esa_docs.diagnostics import Diagnostic, MachineError
from esa_docs.jobs.building import output_lock
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import Manifest, merge_manifest, read_manifest, write_manifest
from esa_docs.jobs.building.output_lock import hold_output, hold_present_output
from esa_docs.jobs.building.plan import Choice
from esa_docs.jobs.changes import folder_lock

OLD, NEW, OTHER = FileRecord("in", "old"), FileRecord("in", "new"), FileRecord("in", "other")


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """Return the list into which notices go; the first of them comes at once."""
    diagnostics: list[Diagnostic] = []
    monkeypatch.setattr(folder_lock, "notify", diagnostics.append)
    monkeypatch.setattr(folder_lock, "_SILENT_SECONDS", 0.0)
    return diagnostics


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output folder whose lock has been made, with a holder."""
    folder = tmp_path / "build"
    (folder / ".esa-docs").mkdir(parents=True)
    holder = {"pid": 4711, "host": "PC2", "user": "วรรณา", "command": "esa-docs build"}
    text = json.dumps(holder | {"since": "2026-03-01T10:15:30+07:00"})
    (folder / ".esa-docs/build-holder.json").write_text(text, encoding="utf-8")
    return folder


def test_another_build_is_refused_with_its_holder(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_lock, "_WAITING_SECONDS", 0.0)
    with FileLock(out / ".esa-docs/build-lock"), pytest.raises(MachineError) as caught:
        build(root, out)
    assert summaries(caught.value.diagnostics) == [("E430", "error", "build")]
    words = caught.value.diagnostics[0].message
    assert "วรรณา" in words
    assert "PC2" in words
    assert not (out / "2569").exists()


def test_a_build_waits_for_another_and_tells_it(root: Path, out: Path, notices: list[Diagnostic]) -> None:
    other_lock = FileLock(out / ".esa-docs/build-lock", thread_local=False)
    other_lock.acquire(timeout=0)
    threading.Timer(0.2, other_lock.release).start()
    report = build(root, out)
    assert summaries(notices) == [("E430", "info", "build")]
    assert outcomes(report) == {"2569/a": "written", "2569/b": "written"}


def test_where_the_disk_gives_no_locks_the_build_goes_on_and_it_is_told(
    root: Path, out: Path, notices: list[Diagnostic], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(FileLock, "acquire", fail)
    report = build(root, out)
    assert summaries(notices) == [("E434", "warning", "build")]
    assert outcomes(report) == {"2569/a": "written", "2569/b": "written"}


def test_the_lock_of_a_folder_without_builds_makes_no_folder(tmp_path: Path) -> None:
    with hold_present_output(tmp_path / "build"):
        assert not (tmp_path / "build").exists()


def test_the_lock_is_held_once_inside_itself(out: Path) -> None:
    with hold_present_output(out), hold_output(out), pytest.raises(TimeoutError):
        FileLock(out / ".esa-docs/build-lock").acquire(timeout=0)


def test_two_builds_at_once_lose_nothing_also_without_locks(root: Path, out: Path) -> None:
    """One build reads the manifest before another one writes it."""
    early_manifest = read_manifest(out)
    build(root, out, choice=Choice(("b",)))
    early_manifest.records["2569/x.docx"] = NEW
    merge_manifest(out, early_manifest)
    assert sorted(read_manifest(out).records) == ["2569/b.docx", "2569/x.docx"]
    write_manual(root, "b", "อีกครั้ง")
    report = build(root, out, choice=Choice(("b",)))
    assert outcomes(report) == {"2569/b": "written"}
    assert "E402" not in [diagnostic.code for diagnostic in report.diagnostics]


def _merged(out: Path, read: dict[str, FileRecord], changed: dict[str, FileRecord]) -> dict[str, FileRecord]:
    """Return the records after a build that read some and changed them, beside what is there meanwhile."""
    merge_manifest(out, Manifest(changed, records_read=read))
    return read_manifest(out).records


def test_a_build_changes_its_own_records_only(out: Path) -> None:
    write_manifest(out, Manifest({"a": OTHER, "b": OTHER, "c": OLD, "d": OLD}))
    read = {"a": OLD, "b": OLD, "c": OLD}
    changed = {"a": NEW, "b": OLD, "e": NEW}
    assert _merged(out, read, changed) == {"a": NEW, "b": OTHER, "d": OLD, "e": NEW}


def test_a_manifest_that_was_lost_meanwhile_is_written_whole(out: Path) -> None:
    assert _merged(out, {"a": OLD}, {"a": OLD, "b": NEW}) == {"a": OLD, "b": NEW}


def test_a_build_that_changed_nothing_leaves_the_manifest(out: Path) -> None:
    write_manifest(out, Manifest({"a": OTHER}))
    path = out / ".esa-docs/manifest.json"
    os.utime(path, (1, 1))
    assert _merged(out, {"a": OLD}, {"a": OLD}) == {"a": OTHER}
    assert path.stat().st_mtime == 1
