"""Folders named nearly like a year are told (E461), and a project without any year (E462)."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.source.folders.disk import scan_folder
from esa_docs.source.folders.year_folders import check_year_folders


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def _put_content(root: Path, name: str) -> None:
    folder = root / name / "orders"
    folder.mkdir(parents=True)
    (folder / "o.yaml").write_text("kind: order\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "severity", "hint"),
    [
        ("70", Severity.ERROR, "Rename the folder to 2570."),
        ("๗๐", Severity.ERROR, "Rename the folder to 2570."),
        ("ปี 2570", Severity.ERROR, "Rename the folder to 2570."),
        ("พ.ศ. ๒๕๗๐", Severity.ERROR, "Rename the folder to 2570."),
        ("FY2027", Severity.ERROR, "Rename the folder to 2570."),
        ("2570-งานบุคคล", Severity.ERROR, "Rename the folder to 2570."),
        ("69", Severity.ERROR, "Move its content into the folder 2569, or the folder out of the project."),
        (
            "2569 สำเนา",
            Severity.INFO,
            "Move its content into the folder 2569, or the folder out of the project.",
        ),
        (
            "สำรอง 30 ก.ย. 2569",
            Severity.INFO,
            "Move its content into the folder 2569, or the folder out of the project.",
        ),
        ("สำรอง 30 ก.ย. 2570", Severity.INFO, "Rename the folder to 2570."),
    ],
)
def test_a_folder_that_is_meant_as_a_year_is_told(
    project_dir: Path, name: str, severity: Severity, hint: str
) -> None:
    _put_content(project_dir, name)
    (diagnostic,) = [fault for fault in api.check(api.load(project_dir)) if fault.code == "E461"]
    assert (diagnostic.code, diagnostic.severity, diagnostic.hint) == ("E461", severity, hint)
    assert Path(diagnostic.location.path) == project_dir / name


@pytest.mark.parametrize(
    "name", ["orders", "12345", "2570", ".70", "สำเนา", "lists3", "lists10", "ชุดที่ 12", "30-09-69"]
)
def test_no_other_folder_is_told(project_dir: Path, name: str) -> None:
    _put_content(project_dir, name)
    assert list(check_year_folders(scan_folder(project_dir), {2569, 2570})) == []


def test_a_folder_without_content_may_have_any_name(project_dir: Path) -> None:
    (project_dir / "ภาพ 2560").mkdir()
    (project_dir / "ภาพ 2560" / "a.jpg").write_bytes(b"x")
    assert list(check_year_folders(scan_folder(project_dir), {2569})) == []


def test_a_project_without_years_is_told_the_year_of_the_day(project_dir: Path, tmp_path: Path) -> None:
    shutil.rmtree(project_dir / "2569")
    project = replace(api.load(project_dir), today=dt.date(2028, 1, 5))
    told_by_build = api.build(project, out=tmp_path / "out").diagnostics
    for diagnostics in (api.check_whole(project), told_by_build):
        (diagnostic,) = diagnostics
        assert (diagnostic.code, diagnostic.severity) == ("E462", Severity.INFO)
        assert Path(diagnostic.location.path) == project_dir
        assert diagnostic.hint == "Make the first one, such as 'esa-docs new order orders/first --year 2571'."
