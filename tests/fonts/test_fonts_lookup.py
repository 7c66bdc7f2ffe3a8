"""Finding faces by the names in their files, in the folders of each system."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import NoReturn

import pytest
from font_files import (
    NEW,
    PSK,
    SARABUN_IT9,
    STYLES,
    Machine,
    face_named,
    machine_without_fonts,
    put_faces,
    real_face,
)
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from esa_docs.fonts import lookup
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.folders import installed_folders, kept_folder, user_folder
from esa_docs.fonts.lookup import find_faces, installed_faces, kept_faces
from esa_docs.fonts.reading import read_face, read_metrics

NAMES = [
    ("TH SarabunPSK", PSK),
    ("THSarabunPSK", PSK),
    ("TH Sarabun PSK", PSK),
    ("TH Sarabun New", NEW),
    ("THSarabunNew", NEW),
    ("TH SarabunIT๙", SARABUN_IT9),
    ("TH SarabunIT9", SARABUN_IT9),
    ("THSarabunIT๙", SARABUN_IT9),
]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine without our fonts."""
    return machine_without_fonts(tmp_path, monkeypatch)


@pytest.mark.parametrize(("name", "family"), NAMES)
def test_a_family_is_known_by_each_spelling_of_its_name(machine: Machine, name: str, family: str) -> None:
    paths = put_faces(machine.system_folder / "thai", name)
    assert find_faces(family) == paths
    for other_family in {PSK, NEW, SARABUN_IT9} - {family}:
        assert find_faces(other_family) is None


@pytest.mark.parametrize("name", ["Sarabun", "TH Sarabun", "TH SarabunPSK Layout", "Laksaman", ""])
def test_another_family_is_none_of_ours(machine: Machine, name: str) -> None:
    put_faces(machine.system_folder, name)
    for family in (PSK, NEW, SARABUN_IT9):
        assert find_faces(family) is None


def test_nothing_is_found_on_a_machine_without_fonts() -> None:
    assert find_faces(PSK) is None
    assert find_faces("no such family") is None
    assert (dict(installed_faces(PSK)), dict(kept_faces(PSK))) == ({}, {})


@pytest.mark.parametrize("missing", STYLES)
def test_three_faces_are_no_family_but_are_told(machine: Machine, missing: FaceStyle) -> None:
    three = [style for style in STYLES if style is not missing]
    paths = put_faces(machine.user_folder, PSK, three)
    assert find_faces(PSK) is None
    assert installed_faces(PSK) == paths


def test_faces_are_not_gathered_from_kept_and_installed_ones(machine: Machine) -> None:
    put_faces(machine.layout_folder, PSK, STYLES[:2])
    put_faces(machine.system_folder, PSK, STYLES[2:])
    assert find_faces(PSK) is None


def test_kept_faces_come_before_installed_and_mine_before_those_of_the_system(machine: Machine) -> None:
    system_faces = put_faces(machine.system_folder, PSK)
    assert find_faces(PSK) == system_faces
    user_faces = put_faces(machine.user_folder, PSK, [FaceStyle.BOLD])
    assert find_faces(PSK) == system_faces | user_faces
    layout_faces = put_faces(machine.layout_folder, PSK)
    assert find_faces(PSK) == layout_faces


def test_broken_files_are_passed_over(machine: Machine) -> None:
    machine.user_folder.mkdir()
    whole = face_named(PSK)
    for number, data in enumerate((b"", b"no font", whole[:200], whole[: len(whole) // 2], whole[:-300])):
        (machine.user_folder / f"Sarabun {number}.ttf").write_bytes(data)
    (machine.user_folder / "sarabun folder.ttf").mkdir()
    paths = put_faces(machine.system_folder, PSK)
    assert find_faces(PSK) == paths


@pytest.mark.parametrize("table", ["cmap", "hmtx", "OS/2", "head"])
def test_a_face_of_a_good_name_without_sound_numbers_is_passed_over(machine: Machine, table: str) -> None:
    paths = put_faces(machine.user_folder, PSK)
    font = TTFont(paths[FaceStyle.BOLD])
    broken_table = DefaultTable(table)
    broken_table.data = b"\xff\xff"
    font[table] = broken_table
    font.save(machine.user_folder / "sarabun broken.ttf")
    paths.pop(FaceStyle.BOLD).unlink()
    assert installed_faces(PSK) == paths


def test_a_file_changed_meanwhile_is_read_again(machine: Machine) -> None:
    paths = put_faces(machine.user_folder, PSK)
    assert find_faces(PSK) == paths
    paths[FaceStyle.BOLD].write_bytes(b"no font")
    assert find_faces(PSK) is None


def test_no_other_font_is_opened(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.system_folder.mkdir()
    for name in ("arial.ttf", "TH Niramit AS.ttf", "sarabun.txt", "sarabun.otf"):
        (machine.system_folder / name).write_bytes(face_named(PSK))

    def refuse(_data: bytes) -> NoReturn:
        raise AssertionError("a font was opened")

    monkeypatch.setattr(lookup, "read_face", refuse)
    assert find_faces(PSK) is None
    put_faces(machine.system_folder, PSK, [FaceStyle.BOLD])
    with pytest.raises(AssertionError, match="opened"):
        find_faces(PSK)


def test_a_file_that_may_not_be_read_is_passed_over(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = put_faces(machine.user_folder, PSK)
    locked_path = paths.pop(FaceStyle.BOLD)
    read = Path.read_bytes

    def read_unless_locked(path: Path) -> bytes:
        if path == locked_path:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_unless_locked)
    assert installed_faces(PSK) == paths


@pytest.mark.office
@pytest.mark.parametrize("family", [PSK, NEW])
@pytest.mark.parametrize("style", STYLES)
def test_a_real_face_is_known_by_its_bytes_and_by_its_names(family: str, style: FaceStyle) -> None:
    data = real_face(family, style)
    published = read_face(data)
    changed = read_face(data + b"\0")
    assert published is not None
    assert changed is not None
    assert (published.family.name, published.style, published.is_published) == (family, style, True)
    assert (changed.family.name, changed.style, changed.is_published) == (family, style, False)


def test_what_is_no_font_has_no_numbers() -> None:
    with pytest.raises(ValueError, match=r"."):
        read_metrics(b"no font")


def test_the_folder_for_layout_can_be_chosen(tmp_path: Path) -> None:
    assert kept_folder({"ESA_DOCS_FONTS": str(tmp_path)}) == tmp_path
    assert kept_folder({}).parts[-2:] == ("esa-docs", "fonts")


def _posix_paths(paths: tuple[PurePath, ...]) -> list[str]:
    return [path.as_posix() for path in paths]


def test_the_font_folders_of_each_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somchai")
    windows = {"LOCALAPPDATA": "C:/Users/somchai/AppData/Local", "WINDIR": "C:/Windows"}
    fonts_of_user = "C:/Users/somchai/AppData/Local/Microsoft/Windows/Fonts"
    assert _posix_paths(installed_folders("win32", windows)) == [fonts_of_user, "C:/Windows/Fonts"]
    assert _posix_paths(installed_folders("linux", {})) == [
        "/home/somchai/.local/share/fonts",
        "/home/somchai/.fonts",
        "/usr/local/share/fonts",
        "/usr/share/fonts",
    ]
    mac_folders = _posix_paths(installed_folders("darwin", {}))
    assert mac_folders[:2] == ["/home/somchai/Library/Fonts", "/Library/Fonts"]


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_faces_are_installed_where_they_are_looked_for(platform: str) -> None:
    folders = installed_folders(platform, {})
    target = user_folder(platform, {})
    assert folders[0] in (target, *target.parents)
