"""Putting the files of a build in place: the only module in which a build changes the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import FileInUseError, in_use, lock_file, unwritable, write_whole
from esa_docs.jobs.fingerprint import hash_bytes
from esa_docs.jobs.manifest import FileRecord, Manifest, add_note, state_folder
from esa_docs.jobs.plan import Job
from esa_docs.jobs.produce import ProducedDocument
from esa_docs.jobs.report import Outcome, Result
from esa_docs.jobs.target import Target
from esa_docs.source.files import path_label
from esa_docs.timing import Phase, measure

if TYPE_CHECKING:
    from esa_docs.pages.expected_engine import ExpectedEngine


@dataclass(frozen=True, slots=True)
class PendingJob:
    """A job and the state of its files."""

    job: Job
    targets: tuple[Target, ...]

    @property
    def is_current(self) -> bool:
        """Whether every file was made from this very document."""
        return all(target.is_current for target in self.targets)


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


def place_all(pending: PendingJob, produced: ProducedDocument, build: Build) -> Iterator[Result]:
    """Put every file of a job in place. The result of the first has the diagnostics of the document."""
    diagnostics = produced.diagnostics
    for target, data in zip(pending.targets, produced.files(pending.job), strict=True):
        with measure(Phase.WRITE, pending.job.document.content_key):
            result = _place(pending.job, target, data, build, diagnostics)
        yield result
        diagnostics = ()


def _place(
    job: Job, target: Target, data: bytes | None, build: Build, diagnostics: tuple[Diagnostic, ...]
) -> Result:
    """Put a file in place, or beside the file that is there if somebody edited that.

    Args:
        job: the job of the file.
        target: the place of the file.
        data: its bytes; None where it could not be made.
        build: the build.
        diagnostics: findings about the document that the result is to have.
    """
    key = job.document.key
    if data is None:
        return Result(key, Outcome.FAILED, target.path, diagnostics)
    keeps_edited_file = target.is_edited and not build.force
    if keeps_edited_file and target.is_current:
        return Result(key, Outcome.EDITED, target.path, (*diagnostics, target.diagnose_edit()))
    digest = hash_bytes(data)
    if digest == target.present_hash:
        # The manifest may be lost, or know an older file: it learns this one.
        build.manifest.records[target.key] = FileRecord(target.inputs, digest)
        return Result(key, Outcome.UNCHANGED, target.path, diagnostics)
    place = target.place_beside(digest) if keeps_edited_file else target.path
    record = target.new_record(digest, beside=keeps_edited_file)
    fault = _write(place, data, target.key, record, build)
    if fault is not None:
        return Result(key, Outcome.FAILED, target.path, (*diagnostics, fault))
    build.manifest.records[target.key] = record
    if keeps_edited_file:
        return Result(key, Outcome.BESIDE, place, (*diagnostics, target.diagnose_edit(place)))
    return Result(key, Outcome.WRITTEN, place, diagnostics)


def _write(place: Path, data: bytes, key: str, record: FileRecord, build: Build) -> Diagnostic | None:
    """Note a file, then write it. Return the reason if it cannot be written, else None."""
    lock = None if build.force else lock_file(place)
    if lock is not None:
        hint = _("Close it there. If it is not open anywhere, delete {lock}.").format(lock=lock)
        return in_use(place, hint)
    try:
        add_note(build.out, key, record)
        write_whole(place, data, state_folder(build.out))
    except FileInUseError:
        return in_use(place)
    except OSError as fault:
        return unwritable(fault, path_label(place))
    return None
