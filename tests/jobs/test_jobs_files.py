"""Files put in place whole or not at all, and files that another program has open."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import NoReturn

import pytest

from esa_docs.jobs.changes.files import FileInUseError, clear_abandoned, lock_file, write_whole


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """Write a file as an earlier build did; return its path."""
    path = tmp_path / "2569" / "a.docx"
    write_whole(path, b"old", tmp_path / "state")
    return path


def test_a_file_is_written_with_its_folders_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "2569/orders/a.docx", b"new", tmp_path / "state")
    assert _names(tmp_path) == ["2569/orders/a.docx"]
    assert (tmp_path / "2569/orders/a.docx").read_bytes() == b"new"


def test_an_old_file_is_replaced(old_file: Path, tmp_path: Path) -> None:
    write_whole(old_file, b"new", tmp_path / "state")
    assert (old_file.read_bytes(), _names(tmp_path)) == (b"new", ["2569/a.docx"])


FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    "fault", [FULL, OSError(errno.EROFS, "Read-only"), PermissionError(errno.EACCES, "Denied")]
)
@pytest.mark.parametrize("owner_and_name", ["os.fsync", "pathlib.Path.replace"])
def test_the_old_file_is_whole_when_writing_fails_midway(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner_and_name: str, fault: OSError
) -> None:
    def fail(*_: object) -> NoReturn:
        raise fault

    monkeypatch.setattr(owner_and_name, fail)
    with pytest.raises(OSError, match=r".") as caught:
        write_whole(old_file, b"new", tmp_path / "state")
    assert caught.value.errno == fault.errno
    assert (old_file.read_bytes(), _names(tmp_path)) == (b"old", ["2569/a.docx"])


def test_the_old_file_is_never_opened_for_writing(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents_at_fsync: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _number: contents_at_fsync.append(old_file.read_bytes()))
    write_whole(old_file, b"new", tmp_path / "state")
    assert (contents_at_fsync, old_file.read_bytes()) == ([b"old"], b"new")


def test_the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    replace = Path.replace

    def move(source: Path, target: Path) -> Path:
        order.append("replace")
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", lambda _number: order.append("fsync"))
    monkeypatch.setattr(Path, "replace", move)
    write_whole(old_file, b"new", tmp_path / "state")
    assert order == ["fsync", "replace"]


def _deny(*_: object) -> NoReturn:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_a_file_that_may_not_be_replaced_where_others_may_is_in_use(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", _deny)
    with pytest.raises(FileInUseError):
        write_whole(old_file, b"new", tmp_path / "state")


def test_a_folder_that_may_not_be_written_is_not_a_file_in_use(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", _deny)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != old_file.parent)
    with pytest.raises(PermissionError):
        write_whole(old_file, b"new", tmp_path / "state")


def test_a_place_without_a_file_is_not_a_file_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", _deny)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "b.docx", b"new", tmp_path / "state")
    assert _names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.docx" / "inner").mkdir(parents=True)
    with pytest.raises(OSError, match=r"."):
        write_whole(tmp_path / "a.docx", b"new", tmp_path / "state")
    assert (tmp_path / "a.docx" / "inner").is_dir()
    assert _names(tmp_path) == []


def test_the_longest_name_a_disk_takes_is_written(tmp_path: Path) -> None:
    name = "ก" * 83 + "a.docx"  # 255 bytes in UTF-8
    write_whole(tmp_path / name, b"new", tmp_path / "state")
    assert _names(tmp_path) == [name]


def test_temporary_files_are_cleared_after_an_hour_and_not_before(tmp_path: Path) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    for name, age in (("fresh", 0), ("young", 3500), ("abandoned", 3700), ("ancient", 10**8)):
        (folder / name).write_bytes(b"half")
        changed_at = time.time() - age
        os.utime(folder / name, (changed_at, changed_at))
    clear_abandoned(tmp_path)
    assert _names(folder) == ["fresh", "young"]


def test_a_temporary_file_beside_another_file_is_cleared_once_it_is_old(tmp_path: Path) -> None:
    for name in (".esa-docs-1", ".esa-docs-2", "old.txt"):
        (tmp_path / name).write_bytes(b"half")
    for name in (".esa-docs-1", "old.txt"):
        os.utime(tmp_path / name, (1, 1))
    write_whole(tmp_path / "a.csv", b"new")
    assert _names(tmp_path) == [".esa-docs-2", "a.csv", "old.txt"]


def test_clearing_leaves_everything_outside_the_folder_of_temporaries(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "manifest.json").write_bytes(b"{}")
    os.utime(tmp_path / "manifest.json", (1, 1))
    clear_abandoned(tmp_path)
    clear_abandoned(tmp_path / "nowhere")
    assert _names(tmp_path) == ["manifest.json"]


# Word's owner file keeps to the length of an 8.3 name: "~$" stands before a name of up to six letters, in
# place of the first letter of seven, of the first two of eight and more. LibreOffice: .~lock.NAME#
LOCKS = [
    ("kpi.docx", "~$kpi.docx"),
    ("manual.docx", "~$manual.docx"),
    ("manuals.docx", "~$anuals.docx"),
    ("standard.docx", "~$andard.docx"),
    ("standards-2569.docx", "~$andards-2569.docx"),
    ("คู่มือ.docx", "~$คู่มือ.docx"),
    ("คู่มืองาน.docx", "~$่มืองาน.docx"),
    ("manual.docx", ".~lock.manual.docx#"),
    ("คู่มือปฏิบัติงาน.docx", ".~lock.คู่มือปฏิบัติงาน.docx#"),
]


@pytest.mark.parametrize(("name", "lock"), LOCKS)
def test_the_lock_of_word_and_libreoffice_is_found(tmp_path: Path, name: str, lock: str) -> None:
    (tmp_path / lock).write_bytes(b"")
    assert lock_file(tmp_path / name) == tmp_path / lock


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("manual.docx", "~$nual.docx"),
        ("manuals.docx", "~$manuals.docx"),
        ("standard.docx", "~$standard.docx"),
        ("standard.docx", "~$tandard.docx"),
        ("manual.docx", ".~lock.manual.odt#"),
        ("manual.docx", "manual.docx"),
    ],
)
def test_the_lock_of_another_file_is_none(tmp_path: Path, name: str, other: str) -> None:
    (tmp_path / other).write_bytes(b"")
    assert lock_file(tmp_path / name) is None


def test_a_name_too_long_for_a_lock_has_none(tmp_path: Path) -> None:
    assert lock_file(tmp_path / ("ก" * 83 + "a.docx")) is None
