"""An output folder that several projects share, and links in it that lead elsewhere."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from small_office import build, outcomes, paragraphs, summaries, write_manual, write_office
from unreadable import needs_pipes

from esa_docs.diagnostics import ContentError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b"])


@pytest.fixture
def other_root(tmp_path: Path) -> Path:
    folder = write_office(tmp_path / "other", ["c"])
    write_manual(folder, "a", "ของอีกโครงการ")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def _bytes_below(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and ".esa-docs" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_another_project_overwrites_nothing_and_the_rest_of_it_is_made(
    root: Path, other_root: Path, out: Path
) -> None:
    build(root, out)
    before = _bytes_below(out)
    report = build(other_root, out, prune=True)
    assert outcomes(report) == {"2569/a": "failed", "2569/c": "written"}
    assert summaries(report.diagnostics) == [("E468", "error", "a.docx")]
    assert str(root) in report.diagnostics[0].message
    after = _bytes_below(out)
    assert {name: after.pop(name) for name in before} == before
    assert set(after) == {"2569/c.docx"}


def test_each_of_two_projects_prunes_its_own_files(root: Path, other_root: Path, out: Path) -> None:
    build(root, out)
    build(other_root, out)
    (root / "2569/b.yaml").unlink()
    (other_root / "2569/c.yaml").unlink()
    assert summaries(build(root, out).diagnostics) == [("E406", "info", "b.docx")]
    assert outcomes(build(root, out, prune=True)) == {"2569/a": "unchanged", "2569/b": "removed"}
    assert list(_bytes_below(out)) == ["2569/a.docx", "2569/c.docx"]
    assert outcomes(build(other_root, out, prune=True)) == {"2569/a": "failed", "2569/c": "removed"}
    assert list(_bytes_below(out)) == ["2569/a.docx"]


def test_force_takes_a_file_over(root: Path, other_root: Path, out: Path) -> None:
    build(root, out)
    assert outcomes(build(other_root, out, force=True)) == {"2569/a": "written", "2569/c": "written"}
    assert any("ของอีกโครงการ" in text for text in paragraphs(out / "2569/a.docx"))
    assert outcomes(build(root, out)) == {"2569/a": "failed", "2569/b": "unchanged"}


def test_a_project_that_was_moved_goes_on(root: Path, other_root: Path, out: Path, tmp_path: Path) -> None:
    build(root, out)
    moved_root = tmp_path / "moved/office"
    moved_root.parent.mkdir()
    root.rename(moved_root)
    write_manual(moved_root, "a", "เรื่องใหม่")
    (moved_root / "2569/b.yaml").unlink()
    report = build(moved_root, out, prune=True)
    assert outcomes(report) == {"2569/a": "written", "2569/b": "removed"}
    assert report.diagnostics == ()
    assert outcomes(build(other_root, out)) == {"2569/a": "failed", "2569/c": "written"}


def test_a_project_reached_by_a_link_is_the_same(root: Path, out: Path, tmp_path: Path) -> None:
    build(root, out)
    link = tmp_path / "link"
    link.symlink_to(root)
    write_manual(root, "a", "เรื่องใหม่")
    assert outcomes(build(link, out)) == {"2569/a": "written", "2569/b": "unchanged"}


def test_records_of_an_older_version_belong_to_who_builds(root: Path, other_root: Path, out: Path) -> None:
    build(root, out)
    path = out / ".esa-docs/manifest.json"
    data = json.loads(path.read_bytes())
    for row in data["files"].values():
        assert row.pop("project") == os.path.relpath(root.resolve(), out.resolve())
    path.write_text(json.dumps(data), encoding="utf-8")
    write_manual(root, "a", "เรื่องใหม่")
    assert outcomes(build(root, out)) == {"2569/a": "written", "2569/b": "unchanged"}
    assert outcomes(build(other_root, out))["2569/a"] == "failed"


@needs_pipes
@pytest.mark.parametrize("place", ["2569", "2569/orders", ".esa-docs", ".esa-docs/tmp"])
def test_a_link_into_a_project_is_refused_and_nothing_is_written(root: Path, out: Path, place: str) -> None:
    write_manual(root, "orders/x")
    (root / "2569/empty").mkdir()
    before = _bytes_below(root)
    (out / place).parent.mkdir(parents=True)
    (out / place).symlink_to(root / "2569/empty")
    with pytest.raises(ContentError) as caught:
        build(root, out)
    assert summaries(caught.value.diagnostics) == [("E446", "error", place.rpartition("/")[2])]
    assert _bytes_below(root) == before
    assert list((root / "2569/empty").iterdir()) == []


@needs_pipes
def test_a_link_out_of_the_output_folder_is_told_and_nothing_is_removed_there(
    root: Path, out: Path, tmp_path: Path
) -> None:
    write_manual(root, "orders/x")
    write_manual(root, "orders/y")
    build(root, out)
    shared = tmp_path / "shared"
    shutil.move(out / "2569/orders", shared)
    (out / "2569/orders").symlink_to(shared)
    (root / "2569/orders/x.yaml").unlink()
    report = build(root, out, prune=True)
    assert summaries(report.diagnostics) == [("E469", "info", "orders"), ("E469", "warning", "x.docx")]
    assert shared.resolve().as_posix() in report.diagnostics[0].message
    assert sorted(path.name for path in shared.iterdir()) == ["x.docx", "y.docx"]
    # Its record stays: without the link the file is still known.
    (out / "2569/orders").unlink()
    shutil.move(shared, out / "2569/orders")
    assert outcomes(build(root, out, prune=True))["2569/orders/x"] == "removed"
