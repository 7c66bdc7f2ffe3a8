"""Fetching the faces: by the package client or from the reader's files, and refusing wrong ones."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from font_files import (
    ALL_FACES,
    NEW,
    PSK,
    REAL_FACES,
    REAL_FILES,
    SARABUN_IT9,
    STYLES,
    Machine,
    face_named,
    machine_without_fonts,
    put_faces,
    real_face,
)

from esa_docs.diagnostics import MachineError
from esa_docs.fonts import client, fetching
from esa_docs.fonts.client import ClientError, client_commands, fetch_package
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import SOURCE_WHEEL
from esa_docs.fonts.fetching import fetch_faces
from esa_docs.fonts.installing import keep_faces
from esa_docs.fonts.reading import Face

BOTH = set(ALL_FACES)


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine without our fonts."""
    return machine_without_fonts(tmp_path, monkeypatch)


def answer_with(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """Let Python programs stand for the package clients; each has its folder as ``folder``."""

    def commands(_requirement: str, folder: Path) -> Iterator[Sequence[str]]:
        start = f"import pathlib, sys, time; folder = pathlib.Path({str(folder)!r}); "
        for program in programs:
            yield (sys.executable, "-c", start + program)

    monkeypatch.setattr(client, "client_commands", commands)


def pack(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def names_of(faces: Sequence[Face]) -> set[tuple[str, FaceStyle]]:
    return {(face.family.name, face.style) for face in faces}


def refusal(*sources: Path) -> tuple[str, str, str]:
    """Return place, message and hint of the only diagnostic."""
    with pytest.raises(MachineError) as caught:
        fetch_faces(sources)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.is_error) == ("E907", True)
    return diagnostic.location.path, diagnostic.message, diagnostic.hint


def place_of_refusal(*sources: Path) -> str:
    place, _message, _hint = refusal(*sources)
    return place


def message_of_refusal(*sources: Path) -> str:
    _place, message, _hint = refusal(*sources)
    return message


IT9_FILES = {f"fonts/THSarabunIT9 {style}.ttf": face_named("TH SarabunIT๙", style) for style in STYLES}


def test_faces_of_a_family_without_known_source_are_taken_by_their_names(tmp_path: Path) -> None:
    archive = pack(tmp_path / "แบบอักษร.zip", IT9_FILES)
    assert names_of(fetch_faces([archive])) == {(SARABUN_IT9, style) for style in STYLES}


def test_faces_are_taken_from_a_folder_and_its_folders(tmp_path: Path) -> None:
    paths = put_faces(tmp_path / "a" / "b", SARABUN_IT9)
    faces = fetch_faces([tmp_path])
    assert {face.style for face in faces} == set(STYLES)
    for face in faces:
        assert face.data == paths[face.style].read_bytes()


def test_faces_are_taken_from_single_files(tmp_path: Path) -> None:
    paths = put_faces(tmp_path / "a", SARABUN_IT9)
    assert len(fetch_faces(list(paths.values()))) == 4


def test_other_fonts_and_other_files_beside_them_are_passed_over(tmp_path: Path) -> None:
    other_files = {
        "Sarabun-Regular.ttf": face_named("Sarabun"),
        "Arial.ttf": b"no font",
        "readme.txt": b"read me",
        "THSarabun broken.ttf": b"no font",
    }
    archive = pack(tmp_path / "fonts.zip", IT9_FILES | other_files)
    assert len(fetch_faces([archive])) == 4


@pytest.mark.office
@pytest.mark.parametrize("family", [PSK, NEW])
def test_published_faces_are_taken_under_any_file_name(tmp_path: Path, family: str) -> None:
    files = {f"{style}/SARABUN.TTF": real_face(family, style) for style in STYLES}
    faces = fetch_faces([pack(tmp_path / "a.zip", files)])
    assert names_of(faces) == {(family, style) for style in STYLES}
    assert {face.is_published for face in faces} == {True}


@pytest.mark.parametrize("family", [PSK, NEW])
def test_a_face_that_is_not_the_published_one_is_refused(tmp_path: Path, family: str) -> None:
    put_faces(tmp_path / "a", family)
    place, message, hint = refusal(tmp_path / "a")
    assert place == (tmp_path / "a").as_posix()
    assert family in message
    assert SOURCE_WHEEL in hint


@pytest.mark.office
def test_one_changed_byte_is_refused(tmp_path: Path) -> None:
    files = {name: real_face(PSK, style) for name, style in REAL_FILES[PSK]}
    files["THSarabun-Bold.ttf"] = files["THSarabun-Bold.ttf"][:-1] + b"\1"
    assert "THSarabun-Bold.ttf" in message_of_refusal(pack(tmp_path / "a.zip", files))


def test_three_faces_are_refused_and_the_missing_one_is_named(tmp_path: Path) -> None:
    put_faces(tmp_path / "a", SARABUN_IT9, STYLES[:3])
    _place, message, hint = refusal(tmp_path / "a")
    assert "Bold Italic" in message
    assert "Regular" not in message
    assert SOURCE_WHEEL not in hint  # it has none of this family


@pytest.mark.parametrize("data", [b"", b"no font", b"PK\3\4 no zip", face_named("Sarabun")])
def test_a_file_that_is_no_face_of_ours_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "Sarabun.ttf"
    path.write_bytes(data)
    assert place_of_refusal(path) == path.as_posix()


def test_an_archive_or_folder_without_faces_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    refusal(tmp_path / "empty")
    refusal(pack(tmp_path / "a.zip", {"readme.txt": b"read me"}))


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", IT9_FILES)
    data = bytearray(archive.read_bytes())
    data[200:1200] = bytes(1000)
    archive.write_bytes(data)
    refusal(archive)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gone.zip"
    assert place_of_refusal(path) == path.as_posix()


@pytest.mark.office
def test_the_client_may_give_an_unpacked_package(monkeypatch: pytest.MonkeyPatch) -> None:
    copy = f"import shutil; shutil.copytree({str(REAL_FACES)!r}, folder / 'odoo' / 'fonts')"
    answer_with(monkeypatch, copy)
    assert names_of(fetch_faces()) == BOTH


@pytest.mark.office
def test_what_is_kept_is_not_fetched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_faces(fetch_faces([REAL_FACES]))
    answer_with(monkeypatch, "sys.exit('the network was asked')")
    faces = fetch_faces()
    assert (names_of(faces), len(faces)) == (BOTH, 8)


def test_a_wheel_with_another_hash_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, f"(folder / {SOURCE_WHEEL!r}).write_bytes(b'PK')")
    assert SOURCE_WHEEL in message_of_refusal()


@pytest.mark.office
def test_the_wheel_of_the_known_hash_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = {f"odoo/thai/{path.name}": path.read_bytes() for path in REAL_FACES.glob("*.ttf")}
    wheel = pack(tmp_path / SOURCE_WHEEL, files)
    answer_with(monkeypatch, f"import shutil; shutil.copy({str(wheel)!r}, folder)")
    refusal()
    monkeypatch.setattr(fetching, "_check_wheel", lambda _wheel: None)
    assert names_of(fetch_faces()) == BOTH


def test_the_last_words_of_the_client_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, "print('trying'); sys.exit('ERROR: ไม่มีเครือข่าย')")
    place, message, hint = refusal()
    assert place == "odoo-addon-l10n-th-base-utils"
    assert "ERROR: ไม่มีเครือข่าย" in message
    assert "--from FILE" in hint


def test_the_next_client_is_asked_when_one_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer_with(monkeypatch, "sys.exit('first')", "(folder / 'done').write_text('x')", "sys.exit('third')")
    (tmp_path / "empty").mkdir()
    fetch_package("any==1", tmp_path / "empty")
    assert [path.name for path in (tmp_path / "empty").iterdir()] == ["done"]
    answer_with(monkeypatch, "sys.exit('first')", "sys.exit('second')")
    with pytest.raises(ClientError, match="first; second"):
        fetch_package("any==1", tmp_path / "empty")


def test_a_machine_without_a_client_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch)
    assert "pip" in message_of_refusal()


def test_a_client_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = [str(tmp_path / "no such program")]
    monkeypatch.setattr(client, "client_commands", lambda _requirement, _folder: iter([command]))
    assert "No such file" in message_of_refusal()


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the process as POSIX does")
def test_a_client_that_hangs_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = "import time; time.sleep(20); print('still there')"
    start = f"subprocess.Popen([sys.executable, '-c', {child!r}], stdout=open({str(pipe)!r}, 'w'))"
    answer_with(monkeypatch, f"import subprocess; child = {start}; time.sleep(20)")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(ClientError, match=r"\b2\b"):
        fetch_package("any==1", tmp_path, seconds=2)
    os.set_blocking(reader, True)
    assert os.read(reader, 20) == b""  # the end of the pipe: no process is left that could write
    os.close(reader)


@pytest.mark.parametrize(
    ("has_pip", "on_path", "expected"),
    [
        (True, {"uv", "pip"}, [[sys.executable, "-m", "pip", "download"], ["uv", "pip", "install"]]),
        (True, set(), [[sys.executable, "-m", "pip", "download"]]),
        (False, {"uv", "pip"}, [["uv", "pip", "install"]]),
        (False, {"pip"}, [["pip", "download"]]),
        (False, set(), []),
    ],
)
def test_the_clients_at_hand_are_asked_in_order(
    monkeypatch: pytest.MonkeyPatch, has_pip: bool, on_path: set[str], expected: list[list[str]]
) -> None:
    pip_module = object() if has_pip else None
    programs = {name: name for name in on_path}
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: pip_module)
    monkeypatch.setattr(shutil, "which", programs.get)
    commands = list(client_commands("any==1", Path("folder")))
    assert len(commands) == len(expected)
    for command, expected_start in zip(commands, expected, strict=True):
        assert list(command[: len(expected_start)]) == expected_start
        assert "--no-deps" in command
        assert "folder" in command
        assert command[-1] == "any==1"
