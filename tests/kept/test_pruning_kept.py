"""``build --prune`` removes no file of a kept paper whose versions are damaged and whose content is gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_office import MARCH_16, issue, version_path, write_papers

from esa_docs import api
from esa_docs.jobs.building.report import BuildReport


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with an issued order and an issued circular, and build it."""
    folder = write_papers(tmp_path / "office")
    issue(folder)
    issue(folder, "circular", "5")
    prune(folder)
    return folder


def prune(root: Path) -> BuildReport:
    return api.build(api.load(root), out=root.parent / "build", today=MARCH_16, prune=True)


def places_kept(root: Path, report: BuildReport) -> list[str]:
    """Return the place of each warning that nothing was removed, below the project."""
    places = [finding.location.path for finding in report.diagnostics if finding.code == "E444"]
    return [Path(place).absolute().relative_to(root.absolute()).as_posix() for place in places]


def word_files(root: Path) -> list[str]:
    year = root.parent / "build" / "2569"
    return sorted(path.relative_to(year).as_posix() for path in year.rglob("*.docx"))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [cut_short, empty, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", ["orders/x", "circular"])
def test_files_of_a_damaged_paper_without_content_stay(
    damage: Callable[[Path], None], name: str, root: Path
) -> None:
    files = word_files(root)
    damage(version_path(root, name))
    (root / f"2569/{name}.yaml").unlink()
    report = prune(root)
    assert places_kept(root, report) == [f"issued/2569/{name}/1.zip"]
    assert word_files(root) == files


def test_files_stay_where_the_log_of_kept_papers_is_lost(root: Path) -> None:
    files = word_files(root)
    (root / "issued/log.jsonl").unlink()
    shutil.rmtree(root / "issued/2569/orders")
    (root / "2569/orders/x.yaml").unlink()
    assert places_kept(root, prune(root)) == ["issued/log.jsonl"]
    assert word_files(root) == files


def test_a_damaged_paper_with_content_hinders_nothing_else(root: Path) -> None:
    files = word_files(root)
    cut_short(version_path(root))
    (root / "2569/notice.yaml").unlink()
    assert places_kept(root, prune(root)) == []
    assert word_files(root) == [name for name in files if name != "notice.docx"]


def test_a_sound_paper_without_content_hinders_nothing(root: Path) -> None:
    files = word_files(root)
    (root / "2569/orders/x.yaml").unlink()
    (root / "2569/notice.yaml").unlink()
    assert places_kept(root, prune(root)) == []
    assert word_files(root) == [name for name in files if name != "notice.docx"]
