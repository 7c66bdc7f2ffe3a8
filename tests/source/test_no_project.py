"""A folder that is no project (E902): the hint says what to do in this very folder. A missing roster too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.source.folders.no_project import no_project


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def test_an_empty_folder_is_told_how_to_begin(tmp_path: Path) -> None:
    hint = no_project(tmp_path).hint
    for word in ("office.yaml", "people.yaml", "short_name:", "first_name:", "esa-docs new order"):
        assert word in hint


def test_a_folder_of_years_is_told_that_office_yaml_alone_is_missing(project_dir: Path) -> None:
    (project_dir / "office.yaml").unlink()
    diagnostic = no_project(project_dir)
    assert diagnostic.message == "office.yaml is missing; the years 2569 are here"
    assert "recycle bin" in diagnostic.hint
    assert "short_name:" in diagnostic.hint


@pytest.mark.parametrize("name", ["office.yml", "office.yaml.txt", "Office.YAML"])
def test_office_yaml_under_another_name_is_to_be_renamed(project_dir: Path, name: str) -> None:
    (project_dir / "office.yaml").rename(project_dir / name)
    assert no_project(project_dir).hint == f"Rename '{name}' to office.yaml."


def test_a_folder_inside_a_project_is_told_which_one(project_dir: Path) -> None:
    assert no_project(project_dir / "2569").hint.endswith(f"add -C {project_dir.as_posix()}.")


def test_a_folder_above_a_project_is_told_which_one(project_dir: Path) -> None:
    assert no_project(project_dir.parent).hint.endswith(f"add -C {project_dir.as_posix()}.")


def test_a_folder_that_is_not_there_is_to_be_corrected(tmp_path: Path) -> None:
    assert no_project(tmp_path / "contnet").message.endswith("there is no such folder")


def _faults(root: Path) -> list[Diagnostic]:
    try:
        return list(api.check(api.load(root)))
    except EsaDocsError as error:
        return list(error.diagnostics)


def test_a_missing_roster_is_told_once_with_what_to_make(tmp_path: Path) -> None:
    """Documents that refer to others were told too, each to mend the other first (E641)."""
    root = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[2] / "content", root)
    (root / "people.yaml").unlink()
    (diagnostic,) = _faults(root)
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E110", "people.yaml")
    assert "No such file" not in diagnostic.message
    for word in ("people.yaml", "first_name:", "people.xlsx"):
        assert word in diagnostic.hint


def test_a_unit_that_is_gone_is_told_once(project_dir: Path) -> None:
    people = project_dir / "people.yaml"
    lines = ["people:"]
    for number in range(23):
        lines.append(
            f"  - {{id: p{number}, prefix: นาย, first_name: ก{number}, last_name: ข, position: ค, group: x}}"
        )
    text = people.read_text(encoding="utf-8").partition("people:\n")[2]
    people.write_text("\n".join([*lines, text]), encoding="utf-8")
    unit_faults = [diagnostic for diagnostic in _faults(project_dir) if diagnostic.code == "E627"]
    assert len(unit_faults) == 1
    assert "22 further places" in unit_faults[0].message


def test_a_person_who_is_nobody_is_told_with_the_file_of_the_roster(project_dir: Path) -> None:
    manual = project_dir / "2569" / "manual.yaml"
    text = manual.read_text(encoding="utf-8")
    manual.write_text(text.replace("author: พิสมัย", "author: zzzz"), encoding="utf-8")
    (diagnostic,) = _faults(project_dir)
    assert (diagnostic.code, "people.yaml" in diagnostic.message) == ("E601", True)
    assert "people list" in diagnostic.hint
    assert "พิสมัย" not in diagnostic.hint
