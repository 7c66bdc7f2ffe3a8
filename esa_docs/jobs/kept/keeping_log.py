"""Every file that is kept is named in the log of kept versions, in the same change that writes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from esa_docs.diagnostics import ContentError, Location
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.source.folders.disk import Sort, look_at, read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_log import log_line, log_path
from esa_docs.source.yaml_files.text import unreadable


def log_change(root: Path, key: str, file_changes: Iterable[FileChange], stamp: str) -> FileChange:
    """Return the change of the log that names further files.

    Args:
        root: project folder.
        key: ``year/name`` of the paper.
        file_changes: the files that are kept of it.
        stamp: when, as in records.

    Raises:
        ContentError: the log cannot be read (E110).
    """
    path = log_path(root)
    before = _present_bytes(path)
    after = before or b""
    for change in file_changes:
        after += log_line(stamp, key, change.path.name, change.after)
    return FileChange(path, before, after)


def _present_bytes(path: Path) -> bytes | None:
    """Return what the log holds; None where there is none."""
    if look_at(path).sort is Sort.MISSING:
        return None
    try:
        return read_bytes(path)
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(path)))]) from fault
