"""``esa-docs fonts``: its report, what it fetches, and its exit codes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from esa_docs.cli import app
from esa_docs.fonts import fetching, installing, lookup
from esa_docs.fonts.client import ClientError
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.made_faces import FaceName, make_face_of_numbers
from esa_docs.fonts.metrics import load_metrics

PSK, NEW, SARABUN_IT9 = "TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the font folder of the user, on a machine that has none of our fonts."""
    folder = tmp_path / "fonts of mine"
    monkeypatch.setenv("ESA_DOCS_FONTS", str(tmp_path / "kept"))
    monkeypatch.setattr(lookup, "installed_folders", lambda: (folder,))
    monkeypatch.setattr(installing, "user_folder", lambda: folder)
    monkeypatch.setattr(installing, "_announce", lambda _files, _folder: None)
    return folder


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["fonts", *map(str, arguments)])


def _rows(*arguments: str | Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(_run(*arguments, "--format", "json").stdout)
    return rows


def _face(family: str, style: FaceStyle) -> bytes:
    metrics = load_metrics(PSK, style)
    assert metrics is not None
    return make_face_of_numbers(metrics, FaceName(family, style))


def _zip(path: Path, family: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for style in FaceStyle:
            archive.writestr(f"Sarabun {style}.ttf", _face(family, style))
    return path


def _choose(project: Path, family: str) -> None:
    """Let the office of a project choose another font family."""
    office = project / "office.yaml"
    text = office.read_text(encoding="utf-8")
    assert f"font: {PSK}" in text
    office.write_text(text.replace(f"font: {PSK}", f"font: {family}"), encoding="utf-8")


def test_a_missing_family_is_an_error_of_this_machine(content: Path) -> None:
    result = _run("-C", content)
    assert result.exit_code == 3
    assert result.stdout.splitlines()[0].startswith(f"{PSK}: ")
    assert "2569/manual\tmanual" in result.stdout
    assert "[E906]" in result.stdout


def test_the_report_for_programs_says_who_needs_what(content: Path) -> None:
    (row,) = _rows("-C", content)
    assert (row["family"], row["availability"], row["can_be_drawn"]) == (PSK, "numbers", False)
    assert row["needed_by"] == [{"name": "manual", "year": 2569, "kind": "manual"}]
    assert [diagnostic["code"] for diagnostic in row["diagnostics"]] == ["E906"]
    assert (row["installed"], row["kept"]) == ({}, {})


def test_a_family_without_numbers_is_not_there_at_all(project_dir: Path) -> None:
    _choose(project_dir, SARABUN_IT9)
    (row,) = _rows("-C", project_dir)
    assert (row["family"], row["availability"]) == (SARABUN_IT9, "nothing")
    assert _run("-C", project_dir).exit_code == 3


def test_faces_given_by_hand_are_installed(project_dir: Path, tmp_path: Path, user_folder: Path) -> None:
    _choose(project_dir, SARABUN_IT9)
    result = _run("install", "--from", _zip(tmp_path / "a.zip", SARABUN_IT9))
    assert result.exit_code == 0
    assert user_folder.as_posix() in result.stdout
    assert len(list(user_folder.glob("*.ttf"))) == 4
    assert len(list((tmp_path / "kept").glob("*.ttf"))) == 4
    (row,) = _rows("-C", project_dir)
    assert (row["availability"], row["diagnostics"]) == ("installed", [])
    assert row["installed"]["bold-italic"] == (user_folder / "THSarabunIT9-BoldItalic.ttf").as_posix()
    assert _run("-C", project_dir).exit_code == 0


def test_for_layout_only_word_does_not_get_them(project_dir: Path, tmp_path: Path, user_folder: Path) -> None:
    _choose(project_dir, SARABUN_IT9)
    archive = _zip(tmp_path / "a.zip", SARABUN_IT9)
    assert _run("install", "--layout-only", "--from", archive).exit_code == 0
    assert not user_folder.exists()
    (row,) = _rows("-C", project_dir)
    assert (row["availability"], row["can_be_drawn"]) == ("kept", True)
    (diagnostic,) = row["diagnostics"]
    assert (diagnostic["code"], diagnostic["severity"]) == ("E906", "warning")
    assert _run("-C", project_dir).exit_code == 0


def test_faces_that_measure_otherwise_are_a_warning(content: Path, user_folder: Path) -> None:
    user_folder.mkdir()
    for style in FaceStyle:
        (user_folder / f"sarabun {style}.ttf").write_bytes(_face(PSK, style))
    regular = load_metrics(NEW, FaceStyle.REGULAR)
    assert regular is not None
    face_of_other_widths = make_face_of_numbers(regular, FaceName(PSK, FaceStyle.REGULAR))
    (user_folder / "sarabun regular.ttf").write_bytes(face_of_other_widths)
    result = _run("-C", content)
    assert result.exit_code == 0
    assert "[E908]" in result.stdout


def test_a_refused_face_is_told_and_nothing_is_put_in_place(tmp_path: Path, user_folder: Path) -> None:
    result = _run("install", "--from", _zip(tmp_path / "a.zip", PSK))
    assert result.exit_code == 3
    assert "[E907]" in result.stdout
    assert not user_folder.exists()
    assert not (tmp_path / "kept").exists()


def test_without_a_network_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ClientError("Network is unreachable")

    monkeypatch.setattr(fetching, "fetch_package", fail)
    result = _run("install")
    assert result.exit_code == 3
    assert "Network is unreachable" in result.stdout
    assert "[E907]" in result.stdout
    assert "--from FILE" in result.stdout


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    result = _run("install", "--from", _zip(tmp_path / "a.zip", SARABUN_IT9))
    assert result.exit_code == 3
    assert "[E909]" in result.stdout


def test_a_faulty_office_is_a_fault_of_content(project_dir: Path) -> None:
    _choose(project_dir, "Arial")
    result = _run("-C", project_dir)
    assert result.exit_code == 1
    assert "[E210]" in result.stdout


def test_a_folder_without_project_is_told(tmp_path: Path) -> None:
    result = _run("-C", tmp_path)
    assert result.exit_code == 3
    assert "[E902]" in result.stdout


def test_a_source_that_is_not_there_is_a_fault_of_usage(tmp_path: Path) -> None:
    assert _run("install", "--from", tmp_path / "gone.zip").exit_code == 2
