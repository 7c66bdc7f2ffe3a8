"""``build --prune`` removes nothing that a document may make which is not read because of its name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_office import build, summaries, write_office
from written_project import put

from esa_docs.jobs.building.report import BuildReport


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b"])


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Build once; return the output folder."""
    build(root, tmp_path / "build")
    return tmp_path / "build"


def word_files(out: Path) -> list[str]:
    return sorted(path.name for path in out.rglob("*.docx"))


def kept_findings(report: BuildReport) -> list[tuple[str, str, str]]:
    return [row for row in summaries(report.diagnostics) if row[0] in {"E443", "E444"}]


@pytest.mark.parametrize("name", ["b.yaml.txt", "b.ymal", "b.yaml.bak", "b.txt"])
def test_a_document_under_a_name_that_is_not_read_keeps_its_file(name: str, root: Path, out: Path) -> None:
    (root / "2569/b.yaml").rename(root / "2569" / name)
    report = build(root, out, prune=True)
    assert kept_findings(report) == [("E444", "warning", name)]
    assert word_files(out) == ["a.docx", "b.docx"]


def test_a_note_or_a_backup_keeps_nothing(root: Path, out: Path) -> None:
    (root / "2569/b.yaml").unlink()
    put(root, "2569/notes.txt", "จดไว้")
    shutil.copy(root / "2569/a.yaml", root / "2569/a.yaml.bak")
    report = build(root, out, prune=True)
    assert kept_findings(report) == []
    assert word_files(out) == ["a.docx"]


def test_what_lies_in_registers_keeps_nothing(root: Path, out: Path) -> None:
    (root / "2569/b.yaml").unlink()
    put(root, "registers/orders.xlsx", "")
    report = build(root, out, prune=True)
    assert [row for row in summaries(report.diagnostics) if row[0] == "E439"] != []
    assert kept_findings(report) == []
    assert word_files(out) == ["a.docx"]


def test_a_link_to_a_document_is_no_document(root: Path, out: Path) -> None:
    (root / "2569/b.yaml").unlink()
    (root / "2569/b.yaml").symlink_to("a.yaml")
    report = build(root, out, prune=True)
    assert ("E436", "warning", "b.yaml") in summaries(report.diagnostics)
    assert word_files(out) == ["a.docx"]
