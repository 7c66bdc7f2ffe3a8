"""A small project on disk for tests: its office, its roster, and files put beside them."""

from __future__ import annotations

from pathlib import Path

from esa_docs import api
from esa_docs.diagnostics import Diagnostic
from esa_docs.model.project import Project

OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
director: ก
groups:
  - {id: อำนวยการ, name: กลุ่มอำนวยการ}
"""
PEOPLE = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
"""


def put(root: Path, name: str, text: str) -> Path:
    """Write a file of a project and return its path."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_office(root: Path) -> Path:
    """Write the office and its roster, and return the folder."""
    put(root, "office.yaml", OFFICE)
    put(root, "people.yaml", PEOPLE)
    return root


def paths_in(root: Path) -> list[Path]:
    """Return all files and folders of a project, without the program's own."""
    own_folder = root / ".esa-docs"
    return [path for path in sorted(root.rglob("*")) if not path.is_relative_to(own_folder)]


def other_findings(project: Project) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a project but one: that of a paper typed by hand no version is kept (E455).

    The papers of tests have number and date from the start.
    """
    return tuple(diagnostic for diagnostic in api.check(project) if diagnostic.code != "E455")


def diagnostics_of(project: Project) -> list[tuple[str, str, int, int]]:
    """Return code, name of the file without its ending, line and column of each diagnostic of a project."""
    rows: list[tuple[str, str, int, int]] = []
    for diagnostic in other_findings(project):
        location = diagnostic.location
        rows.append((diagnostic.code, Path(location.path).stem, location.line, location.column))
    return rows
