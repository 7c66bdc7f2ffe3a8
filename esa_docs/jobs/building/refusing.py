"""Documents that are not made because of their places: files of another project, or closed folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.jobs.building.owners import diagnose_other, is_of_other
from esa_docs.jobs.building.pending import Build
from esa_docs.jobs.building.places import key_of
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.report import Outcome, Result
from esa_docs.jobs.changes.files import unwritable
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import path_label

_NO_NUMBER: Final = 0
"""No number of the system: the reason is in words already."""


def refuse_job(job: Job, build: Build) -> tuple[Result, ...]:
    """Return a failed result for each file of a job that must not be made; none where it may.

    Args:
        job: the job.
        build: the build.
    """
    faults = list(_faults(job, build))
    if not faults:
        return ()
    first_file, *other_files = job.files
    results = [Result(job.document.key, Outcome.FAILED, first_file, tuple(faults))]
    for path in other_files:
        results.append(Result(job.document.key, Outcome.FAILED, path))
    return tuple(results)


def diagnose_closed(path: Path) -> Diagnostic | None:
    """Return why nobody may look whether a file is there (E405); None where one may."""
    entry = look_at(path)
    if entry.sort is not Sort.UNKNOWN:
        return None
    return unwritable(OSError(_NO_NUMBER, entry.reason), path_label(path))


def _faults(job: Job, build: Build) -> Iterator[Diagnostic]:
    for path in job.files:
        closed = diagnose_closed(path)
        if closed is not None:
            yield closed
        record = build.manifest.records.get(key_of(build.out, path))
        if record is not None and is_of_other(build.out, record, build.manifest.project) and not build.force:
            yield diagnose_other(build.out, path, record)
