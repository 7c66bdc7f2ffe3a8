"""Files larger than any that a person writes are refused with their size, and not read into memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from small_office import summaries, write_office
from unreadable import make_pipe, needs_pipes

from esa_docs import api
from esa_docs.source.folders.disk import MOST_BYTES, MOST_BYTES_OF_PDF, read_bytes

EIGHT_GIGABYTES = 8 * 1024**3


def _make_large(path: Path, size: int = EIGHT_GIGABYTES) -> Path:
    """Make a file of zeros that takes no room on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, size)
    return path


def test_the_largest_file_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(OSError, match="0 MB"):
        read_bytes(path, 4)


@pytest.mark.parametrize("name", ["2569/big.yaml", "people.yaml", "registers/orders.csv"])
def test_a_large_file_of_a_project_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    root = write_office(tmp_path / "office")
    _make_large(root / name)
    rows = summaries(api.check(api.load(root)))
    assert ("E110", "error", name.rpartition("/")[2]) in rows


def test_a_large_template_is_told_and_nothing_is_printed_by_another(tmp_path: Path) -> None:
    root = write_office(tmp_path / "office")
    _make_large(root / "templates_docx/manual.docx")
    project = api.load(root)
    assert ("E435", "error", "manual.docx") in summaries(api.check(project))
    assert project.faulty == ("2569/a",)


def test_a_large_conflict_copy_is_no_fault_of_the_program(tmp_path: Path) -> None:
    root = write_office(tmp_path / "office")
    _make_large(root / "2569/a-PC2.yaml")
    assert ("E110", "error", "a-PC2.yaml") in summaries(api.check(api.load(root)))


@pytest.mark.parametrize("size", [EIGHT_GIGABYTES, MOST_BYTES_OF_PDF + 1])
def test_verify_refuses_a_large_file(tmp_path: Path, size: int) -> None:
    path = _make_large(tmp_path / "a.docx", size)
    assert summaries(api.verify_file(path)) == [("E110", "error", "a.docx")]


@needs_pipes
def test_verify_waits_for_no_pipe_and_no_device(tmp_path: Path) -> None:
    make_pipe(tmp_path / "a.docx")
    for path in (tmp_path / "a.docx", Path("/dev/zero")):
        assert summaries(api.verify_file(path)) == [("E110", "error", path.name)]


def test_the_limits_leave_room_for_what_offices_have() -> None:
    """A register of 100 000 rows of 200 bytes; a scan of 200 pages of 0.5 MB."""
    assert MOST_BYTES > 100_000 * 200
    assert MOST_BYTES_OF_PDF > 200 * 500_000
