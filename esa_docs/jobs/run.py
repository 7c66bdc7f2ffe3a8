"""Doing what was planned: the only place where a build changes the disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import FileInUseError, clear_abandoned, in_use, lock_file, unwritable, write_whole
from esa_docs.jobs.fingerprint import fingerprint, hash_bytes
from esa_docs.jobs.manifest import (
    Made,
    Manifest,
    clear_notes,
    note,
    read_manifest,
    state_folder,
    write_manifest,
)
from esa_docs.jobs.plan import Job
from esa_docs.jobs.produce import Produced, produce
from esa_docs.jobs.report import Outcome, Result
from esa_docs.jobs.target import Target, examine
from esa_docs.source.files import path_label
from esa_docs.timing import Phase, measure, run_measured, tell_spans

if TYPE_CHECKING:
    from esa_docs.pages.expected_engine import ExpectedEngine

Watcher = Callable[[Result], None]
"""Told of each file as it is done."""
_BATCH: Final = 12
"""Documents laid out in one call of an engine: more tell the reader nothing for too long."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A job with what is known of its files."""

    job: Job
    targets: tuple[Target, ...]

    @property
    def is_current(self) -> bool:
        """Tell whether every file was made from this very document."""
        return all(target.is_current for target in self.targets)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build: its output folder, what is known of the files there, whether edited ones are overwritten.

    Attributes:
        expected_engine: tells what will lay out a font family.
    """

    out: Path
    manifest: Manifest
    force: bool
    expected_engine: Callable[[str], ExpectedEngine]


def run_jobs(
    jobs: Iterable[Job],
    out: Path,
    *,
    today: dt.date,
    workers: int = 1,
    force: bool = False,
    watch: Watcher = lambda _result: None,
) -> tuple[Result, ...]:
    """Make the files that are not as they should be.

    Args:
        jobs: what to make.
        out: output folder.
        today: the day of the build.
        workers: processes to make files with.
        force: make every file anew, and overwrite those edited by hand or open elsewhere.
        watch: told of each file as it is done.
    """
    from esa_docs.pages.expected_engine import expected_engine  # noqa: PLC0415 loads what reads fonts

    clear_abandoned(state_folder(out))
    build = _Build(out, read_manifest(out), force, cache(expected_engine))
    pending = [_examine(job, build) for job in jobs]
    due = [one for one in pending if force or not one.is_current]
    current = [] if force else [one for one in pending if one.is_current]
    results = [_left(one.job, target) for one in current for target in one.targets]
    for result in results:
        watch(result)
    for one, produced in zip(due, _produce_all(due, today, workers), strict=True):
        for result in _place_all(one, produced, build):
            results.append(result)
            watch(result)
    return (*results, *_save(build))


def _examine(job: Job, build: _Build) -> Pending:
    key = job.document.key
    with measure(Phase.DECIDE, job.document.content_key):
        inputs = fingerprint(job.document, build.expected_engine(job.document.office.font).identity)
        targets = [examine(path, f"{key}{path.suffix}", inputs, build.manifest) for path in job.files]
    return Pending(job, tuple(targets))


def _left(job: Job, target: Target) -> Result:
    """Report a file that stays as it is."""
    if not target.edited:
        return Result(job.document.key, Outcome.UNCHANGED, target.path)
    return Result(job.document.key, Outcome.KEPT, target.path, (target.told_as_edited(None),))


def _produce_all(due: list[Pending], today: dt.date, workers: int) -> Iterator[Produced]:
    work = partial(produce, today=today)
    batches = _batches([one.job for one in due], workers)
    if workers <= 1 or len(batches) <= 1:
        for batch in batches:
            yield from work(batch)
        return
    with ProcessPoolExecutor(min(workers, len(batches)), mp_context=get_context("spawn")) as pool:
        for made in pool.map(partial(run_measured, work), batches):
            tell_spans(made.spans)
            yield from made.value


def _batches(jobs: Sequence[Job], workers: int) -> list[Sequence[Job]]:
    """Share jobs out so that every worker has some and each batch is laid out in one call."""
    size = max(1, min(_BATCH, -(-len(jobs) // workers)))
    return [jobs[place : place + size] for place in range(0, len(jobs), size)]


def _place_all(pending: Pending, produced: Produced, build: _Build) -> Iterator[Result]:
    """Put every file of a job in its place; what was noticed is told with the first."""
    told = produced.diagnostics
    for target, data in zip(pending.targets, produced.files(pending.job), strict=True):
        with measure(Phase.WRITE, pending.job.document.content_key):
            result = _place(pending.job, target, data, build, told)
        yield result
        told = ()


def _place(
    job: Job, target: Target, data: bytes | None, build: _Build, told: tuple[Diagnostic, ...]
) -> Result:
    key = job.document.key
    if data is None:
        return Result(key, Outcome.FAILED, target.path, told)
    if target.is_current and target.edited and not build.force:
        return Result(key, Outcome.KEPT, target.path, (*told, target.told_as_edited(None)))
    digest = hash_bytes(data)
    if digest == target.there:
        build.manifest.made[target.key] = Made(target.inputs, digest)
        return Result(key, Outcome.UNCHANGED, target.path, told)
    beside = target.edited and not build.force
    made = target.record(digest, beside=beside)
    place = target.place_beside(digest) if beside else target.path
    fault = _write(place, data, (target.key, made), build)
    if fault:
        return Result(key, Outcome.FAILED, target.path, (*told, fault))
    build.manifest.made[target.key] = made
    if not beside:
        return Result(key, Outcome.WRITTEN, place, told)
    return Result(key, Outcome.BESIDE, place, (*told, target.told_as_edited(place)))


def _write(place: Path, data: bytes, noted: tuple[str, Made], build: _Build) -> Diagnostic | None:
    lock = None if build.force else lock_file(place)
    if lock:
        hint = _("Close it there. If it is not open anywhere, delete {lock}.").format(lock=lock)
        return in_use(place, hint)
    try:
        note(build.out, *noted)
        write_whole(place, data, state_folder(build.out))
    except FileInUseError:
        return in_use(place)
    except OSError as fault:
        return unwritable(fault, path_label(place))
    return None


def _save(build: _Build) -> tuple[Result, ...]:
    try:
        with measure(Phase.WRITE):
            _save_manifest(build)
    except OSError as fault:
        found = unwritable(fault, path_label(state_folder(build.out)))
        return (Result("manifest", Outcome.FAILED, build.out, (found,)),)
    clear_notes(build.out)
    return ()


def _save_manifest(build: _Build) -> None:
    if build.manifest != read_manifest(build.out):
        write_manifest(build.out, build.manifest)
