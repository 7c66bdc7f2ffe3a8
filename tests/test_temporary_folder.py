"""Folders for working files: deleted at the end, and by the next run where their owner was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from esa_docs.temporary_folder import TemporaryFolder, clear_abandoned_folders

OWNER = """\
import sys
from esa_docs.temporary_folder import TemporaryFolder
folder = TemporaryFolder()
(folder.path / "user").mkdir()
(folder.path / "user" / "profile.xcu").write_text("x")
print(folder.path.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that stands for the system's folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_ours_and_gone_at_the_end(place: Path) -> None:
    with TemporaryFolder() as folder:
        assert folder.path.parent == place
        (folder.path / "x").write_bytes(b"x")
        assert _names(place) == [folder.path.name, f"{folder.path.name}.lock"]
    assert _names(place) == []


def test_the_folder_of_a_living_owner_stays_also_where_it_is_old(place: Path) -> None:
    with TemporaryFolder() as folder, TemporaryFolder() as other_folder:
        os.utime(folder.path, (1, 1))
        clear_abandoned_folders()
        assert (folder.path.is_dir(), other_folder.path.is_dir()) == (True, True)
    assert _names(place) == []


@pytest.mark.acceptance
def test_the_folder_of_a_killed_owner_is_deleted_by_the_next_run_and_not_before(place: Path) -> None:
    command = [sys.executable, "-c", OWNER]
    environment = {**os.environ, "TMPDIR": str(place), "TEMP": str(place)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as owner:
        assert owner.stdout
        name = owner.stdout.readline().strip()
        clear_abandoned_folders()
        assert _names(place) == [name, f"{name}.lock"]
        owner.kill()
    assert _names(place) == [name, f"{name}.lock"]
    with TemporaryFolder() as folder:
        assert _names(place) == [folder.path.name, f"{folder.path.name}.lock"]


def test_folders_of_other_programs_stay(place: Path) -> None:
    (place / "esa-docs-notes").mkdir()
    (place / "other.lock").touch()
    clear_abandoned_folders()
    assert _names(place) == ["esa-docs-notes", "other.lock"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_place_of_a_folder_leads_nowhere(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    linked_folder = tmp_path_factory.mktemp("linked")
    (linked_folder / "x").write_bytes(b"x")
    (place / "esa-docs-1").symlink_to(linked_folder)
    (place / "esa-docs-1.lock").touch()
    clear_abandoned_folders()
    assert _names(linked_folder) == ["x"]
