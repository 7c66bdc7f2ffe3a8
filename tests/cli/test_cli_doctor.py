"""``esa-docs doctor``: what it finds on a machine, and its exit codes."""

from __future__ import annotations

import errno
import importlib.metadata
import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from esa_docs import doctor
from esa_docs.cli import app
from esa_docs.pages import office_suite
from esa_docs.word.templates.reading import template_file

TEMPLATES = Path(__file__).parents[2] / "templates_docx"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["doctor", *map(str, arguments)])


def _faults(result: Result) -> list[tuple[str, str, str]]:
    """Return code, severity and name of each diagnostic that is more than information."""
    faults: list[tuple[str, str, str]] = []
    for row in json.loads(result.stdout):
        if row["severity"] != "info":
            faults.append((row["code"], row["severity"], Path(row["path"]).name))
    return faults


def test_this_machine_is_well(content: Path, tmp_path: Path) -> None:
    result = _run("-C", content, "--out", tmp_path / "build")
    assert result.exit_code == 0
    assert ": error: " not in result.stdout
    assert ": warning: " not in result.stdout


def test_it_tells_what_it_looked_at(content: Path, tmp_path: Path) -> None:
    result = _run("-C", content, "--out", tmp_path / "build", "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["code"] for row in rows} == {"E900"}
    paths = {row["path"] for row in rows}
    assert {"jinja2", "lxml", "pydantic", "nlpo3", Path(sys.executable).as_posix()} <= paths
    assert "manual.docx" in {Path(path).name for path in paths}


def test_it_leaves_nothing_behind(project_dir: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert _run("-C", project_dir, "--out", tmp_path / "a/b/c").exit_code == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_a_missing_template_exits_3(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_file, "_FOLDERS", (tmp_path / "none",))
    result = _run("-C", content, "--out", tmp_path, "--format", "json")
    shipped = sorted(path.name for path in TEMPLATES.glob("*.docx"))
    assert result.exit_code == 3
    assert len(shipped) >= 14
    assert _faults(result) == [("E301", "error", name) for name in shipped]


def test_a_missing_package_exits_3(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "lxml":
            raise importlib.metadata.PackageNotFoundError(name)
        return importlib.metadata.version(name)

    monkeypatch.setattr(doctor, "version", version)
    result = _run("-C", content, "--out", tmp_path, "--format", "json")
    assert (result.exit_code, _faults(result)) == (3, [("E903", "error", "lxml")])


def test_a_folder_that_is_no_project_is_a_warning(tmp_path: Path) -> None:
    result = _run("-C", tmp_path, "--out", tmp_path, "--format", "json")
    assert (result.exit_code, _faults(result)) == (0, [("E902", "warning", tmp_path.name)])


@pytest.mark.parametrize("out", ["build", "build/below"])
def test_an_output_folder_that_cannot_be_made_exits_3(content: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "build").write_bytes(b"a file")
    result = _run("-C", content, "--out", tmp_path / out, "--format", "json")
    assert (result.exit_code, _faults(result)) == (3, [("E904", "error", Path(out).name)])


def test_a_folder_without_locks_is_a_warning(
    project_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(FileLock, "acquire", fail)
    result = _run("-C", project_dir, "--out", tmp_path / "build", "--format", "json")
    expected_faults = [("E434", "warning", "build"), ("E434", "warning", project_dir.name)]
    assert (result.exit_code, _faults(result)) == (0, expected_faults)


def test_a_very_long_path_is_a_warning_on_windows(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / ("x" * 180)
    assert _faults(_run("-C", content, "--out", out, "--format", "json")) == []
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(doctor, "find_office_suite", lambda: None)  # looking for programs asks Windows itself
    result = _run("-C", content, "--out", out, "--format", "json")
    assert (result.exit_code, _faults(result)) == (0, [("E905", "warning", out.name)])


def test_an_office_suite_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def which(name: str) -> str | None:
        return "/bin/libreoffice" if name == "libreoffice" else None

    monkeypatch.setattr(shutil, "which", which)
    assert office_suite.find_office_suite() == Path("/bin/libreoffice")


def test_an_office_suite_is_found_where_windows_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "LibreOffice/program/soffice.exe"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert office_suite.find_office_suite() == program


def test_documents_are_made_without_an_office_suite(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "find_office_suite", lambda: None)
    result = _run("-C", content, "--out", tmp_path, "--format", "json")
    assert (result.exit_code, _faults(result)) == (0, [])
    assert ("E900", "soffice") in {(row["code"], row["path"]) for row in json.loads(result.stdout)}


def test_what_to_do_comes_first(tmp_path: Path) -> None:
    lines = _run("-C", tmp_path, "--out", tmp_path).stdout.splitlines()
    first_fact = next(number for number, line in enumerate(lines) if "[E900]" in line)
    warning = next(number for number, line in enumerate(lines) if "[E902]" in line)
    assert warning < first_fact
    assert lines[0] == "เครื่องนี้พร้อมสร้างเอกสาร"
    assert len([line for line in lines[first_fact:] if "[E900]" not in line]) == 0


@pytest.mark.parametrize("remains", ["2569", "people.yaml", "office.yaml.txt", None])
def test_a_project_that_lost_its_office_file_is_an_error(tmp_path: Path, remains: str | None) -> None:
    root = tmp_path / "nope"
    if remains == "2569":
        (root / remains).mkdir(parents=True)
    elif remains is not None:
        root.mkdir()
        (root / remains).write_text("people: []\n", encoding="utf-8")
    result = _run("-C", root, "--out", tmp_path / "build")
    lines = result.stdout.splitlines()
    assert result.exit_code == 3
    assert lines[0] == "สิ่งที่ต้องทำ:"
    assert "[E902]" in lines[1]
    assert "พร้อม" not in result.stdout
    checked = CliRunner().invoke(app, ["check", "-C", str(root)])
    assert checked.exit_code == 3
