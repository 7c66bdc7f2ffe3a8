"""Faces put in place: each whole, all or none, where programs look for them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest
from font_files import PSK, SARABUN_IT9, STYLES, Machine, machine_without_fonts, put_faces

from esa_docs.diagnostics import MachineError
from esa_docs.fonts import folders, installing, lookup
from esa_docs.fonts.fetching import fetch_faces
from esa_docs.fonts.installing import install_faces, keep_faces
from esa_docs.fonts.lookup import find_faces, installed_faces
from esa_docs.fonts.reading import Face
from esa_docs.fonts.writing import write_all

FILES = {"THSarabunIT9-Regular.ttf", "THSarabunIT9-Bold.ttf", "THSarabunIT9-Italic.ttf"}
FILES |= {"THSarabunIT9-BoldItalic.ttf"}


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine without our fonts."""
    return machine_without_fonts(tmp_path, monkeypatch)


@pytest.fixture
def faces(tmp_path: Path) -> tuple[Face, ...]:
    """Return the faces of a family."""
    put_faces(tmp_path / "given", SARABUN_IT9)
    return fetch_faces([tmp_path / "given"])


def _names(folder: Path) -> set[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix() for path in files}


def test_kept_faces_are_found_and_nothing_else_is_left(machine: Machine, faces: tuple[Face, ...]) -> None:
    assert keep_faces(faces) == machine.layout_folder
    assert _names(machine.layout_folder) == FILES
    paths = find_faces(SARABUN_IT9)
    assert paths is not None
    assert set(paths) == {face.style for face in faces}
    for face in faces:
        assert paths[face.style].read_bytes() == face.data
    assert dict(installed_faces(SARABUN_IT9)) == {}


@pytest.mark.skipif(os.name == "nt", reason="notes fonts in the registry of this user")
def test_installed_faces_are_found_where_programs_look(
    tmp_path: Path, faces: tuple[Face, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(lookup, "installed_folders", folders.installed_folders)
    commands: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: commands.append(command))
    folder = install_faces(faces)
    assert folder == folders.user_folder()
    assert _names(folder) == FILES
    assert list(installed_faces(SARABUN_IT9)) == list(STYLES)
    assert commands == [["/bin/fc-cache", str(folder)]]


def test_faces_already_there_are_left_alone(
    faces: tuple[Face, ...], machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_faces(faces)
    monkeypatch.setattr(Path, "replace", _deny)
    assert keep_faces(faces) == machine.layout_folder


def _deny(*_: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


def test_a_folder_that_cannot_be_made_is_told(machine: Machine, faces: tuple[Face, ...]) -> None:
    machine.layout_folder.write_text("a file", encoding="utf-8")
    with pytest.raises(MachineError) as caught:
        keep_faces(faces)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E909", machine.layout_folder.as_posix())
    assert machine.layout_folder.read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize("allowed", [0, 1, 3])
def test_all_faces_are_put_in_place_or_none(
    machine: Machine, faces: tuple[Face, ...], monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    replace = Path.replace
    calls = 0

    def move(source: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > allowed:
            _deny()
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", move)
    with pytest.raises(MachineError) as caught:
        keep_faces(faces)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["E909"]
    assert _names(machine.layout_folder) == set()


def test_the_old_file_stays_whole_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "a.ttf", tmp_path / "b.ttf"
    write_all({old: b"old"})

    def full(_number: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_all({old: b"newer", new: b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.ttf")} == {"a.ttf": b"old"}
    assert _names(tmp_path) == {"a.ttf"}


def test_a_changed_file_is_replaced(tmp_path: Path) -> None:
    write_all({tmp_path / "a.ttf": b"old"})
    write_all({tmp_path / "a.ttf": b"new", tmp_path / "ก" / "b.ttf": b"more"})
    assert (tmp_path / "a.ttf").read_bytes() == b"new"
    assert _names(tmp_path) == {"a.ttf", "ก/b.ttf"}


def test_fc_cache_that_fails_is_no_fault(
    tmp_path: Path, faces: tuple[Face, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(installing, "user_folder", lambda: tmp_path / "mine")
    monkeypatch.setattr(shutil, "which", lambda _name: str(tmp_path / "no such program"))
    assert install_faces(faces) == tmp_path / "mine"


def test_no_family_is_there_when_nothing_was_put_in_place() -> None:
    assert find_faces(PSK) is None
