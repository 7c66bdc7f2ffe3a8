"""The jobs of a build before they are made, and what all steps of the build share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.jobs.building.manifest import Manifest
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.target import Target

if TYPE_CHECKING:
    from esa_docs.pages.expected_engine import ExpectedEngine


@dataclass(frozen=True, slots=True)
class Build:
    """The values that all steps of a build share.

    Attributes:
        out: output folder.
        manifest: what is known of the files there; each file that is made changes it.
        force: whether files edited by hand are overwritten.
        expected_engine: returns the engine that will lay out a font family.
    """

    out: Path
    manifest: Manifest
    force: bool
    expected_engine: Callable[[str], ExpectedEngine]


@dataclass(frozen=True, slots=True)
class PendingJob:
    """A job and the state of its files.

    Attributes:
        job: the job.
        targets: its files: the Word file, then the PDF where the job makes one.
        old_pdf: the PDF beside the Word file that the job does not make, and that may show something else.
            None where there is none.
    """

    job: Job
    targets: tuple[Target, ...]
    old_pdf: Target | None = None

    @property
    def is_current(self) -> bool:
        """Whether every file was made from this very document, and no older file of ours lies beside."""
        if self.old_pdf is not None and self.old_pdf.has_file_of_ours:
            return False
        return all(target.is_current for target in self.targets)
