"""Doing what was planned: the only place where a build changes the disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import FileInUseError, clear_abandoned, lock_file, unwritable, write_whole
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
from esa_docs.jobs.produce import produce
from esa_docs.jobs.report import Outcome, Result
from esa_docs.source.files import shown_path

Watcher = Callable[[Result], None]
"""Told of each document as it is done."""
_UNREADABLE: Final = "unreadable"


@dataclass(frozen=True, slots=True)
class Pending:
    """A job with what is known of its file.

    Attributes:
        job: what to make.
        inputs: fingerprint of the document.
        made: what an earlier build put there.
        there: hash of the file that is there now; empty where there is none.
    """

    job: Job
    inputs: str
    made: Made | None
    there: str

    @property
    def edited(self) -> bool:
        """Tell whether the file there is one that no build made."""
        return bool(self.there) and not (self.made and self.made.has(self.there))

    @property
    def is_current(self) -> bool:
        """Tell whether the file was made from this very document."""
        return self.made is not None and self.made.inputs == self.inputs and bool(self.there)


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
        watch: told of each document as it is done.
    """
    clear_abandoned(state_folder(out))
    manifest = read_manifest(out)
    pending = [_examine(job, manifest) for job in jobs]
    due = [one for one in pending if force or not one.is_current]
    results = [_finished(one) for one in pending if one.is_current and not force]
    for result in results:
        watch(result)
    for one, produced in zip(due, _produce_all(due, today, workers), strict=True):
        results.append(_place(one, produced, manifest, out, force=force))
        watch(results[-1])
    return (*results, *_save(manifest, out))


def find_stale(out: Path, keys: Iterable[str]) -> Iterator[Diagnostic]:
    """Name the files of documents that no longer exist.

    Args:
        out: output folder.
        keys: ``year/name`` of every document of the project.
    """
    known = set(keys)
    for key in sorted(read_manifest(out).made):
        path = out / f"{key}.docx"
        if key not in known and path.exists():
            message = _("the document this file was made from is no longer there")
            hint = _("Delete the file if it is not needed any more.")
            yield Diagnostic("E406", message, Location(shown_path(path)), hint, Severity.INFO)


def _examine(job: Job, manifest: Manifest) -> Pending:
    there = _hash_of(job.output)
    return Pending(job, fingerprint(job.document), manifest.recall(job.document.key, there), there)


def _hash_of(path: Path) -> str:
    """Give the hash of a file: none of one that is not there, no real one of one that may not be read."""
    try:
        return hash_bytes(path.read_bytes())
    except OSError:
        return _UNREADABLE if path.is_file() else ""


def _finished(pending: Pending) -> Result:
    job = pending.job
    if not pending.edited:
        return Result(job.document.key, Outcome.UNCHANGED, job.output)
    return Result(job.document.key, Outcome.KEPT, job.output, (_edited(job.output, None),))


def _produce_all(due: list[Pending], today: dt.date, workers: int) -> Iterator[Checked[bytes]]:
    jobs = [one.job for one in due]
    work = partial(produce, today=today)
    if workers <= 1 or len(jobs) <= 1:
        yield from map(work, jobs)
        return
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, jobs)


def _place(
    pending: Pending, produced: Checked[bytes], manifest: Manifest, out: Path, *, force: bool
) -> Result:
    output, key = pending.job.output, pending.job.document.key
    if produced.value is None:
        return Result(key, Outcome.FAILED, output, produced.diagnostics)
    digest = hash_bytes(produced.value)
    if digest == pending.there:
        manifest.made[key] = Made(pending.inputs, digest)
        return Result(key, Outcome.UNCHANGED, output, produced.diagnostics)
    beside = pending.edited and not force
    made = _record(pending, digest, beside=beside)
    target = _place_beside(pending, digest) if beside else output
    fault = _write(target, produced.value, out, (key, made), force=force)
    if fault:
        return Result(key, Outcome.FAILED, output, (*produced.diagnostics, fault))
    manifest.made[key] = made
    if not beside:
        return Result(key, Outcome.WRITTEN, target, produced.diagnostics)
    return Result(key, Outcome.BESIDE, target, (*produced.diagnostics, _edited(output, target)))


def _place_beside(pending: Pending, digest: str) -> Path:
    """Give the place for a new file beside an edited one: what was put there before may be edited too."""
    ours = {"", digest, pending.made.beside if pending.made else ""}
    stem = pending.job.output.stem
    names = (f"{stem}.new{'' if number == 1 else f'-{number}'}.docx" for number in count(1))
    places = (pending.job.output.with_name(name) for name in names)
    return next(place for place in places if _hash_of(place) in ours)


def _record(pending: Pending, written: str, *, beside: bool) -> Made:
    if not beside:
        return Made(pending.inputs, written)
    before = pending.made or Made(pending.inputs, "")
    return replace(before, inputs=pending.inputs, beside=written)


def _write(
    target: Path, data: bytes, out: Path, noted: tuple[str, Made], *, force: bool
) -> Diagnostic | None:
    lock = None if force else lock_file(target)
    if lock:
        return _locked(
            target, _("Close it there. If it is not open anywhere, delete {lock}.").format(lock=lock)
        )
    try:
        note(out, *noted)
        write_whole(target, data, state_folder(out))
    except FileInUseError:
        return _locked(target, _("Close it in Word, then build again."))
    except OSError as fault:
        return unwritable(fault, shown_path(target))
    return None


def _locked(target: Path, hint: str) -> Diagnostic:
    message = _("the file is open in another program and was not overwritten")
    return Diagnostic("E401", message, Location(shown_path(target)), hint)


def _edited(output: Path, beside: Path | None) -> Diagnostic:
    place = Location(shown_path(output))
    if beside is None:
        message = _("the file was edited by hand since the last build and is left as it is")
        return Diagnostic("E402", message, place, _("Use --force to overwrite it."), Severity.WARNING)
    message = _("the file was edited by hand and is kept; the new one is {beside}").format(beside=beside.name)
    hint = _("Take over what was edited, then delete one of the two. --force overwrites.")
    return Diagnostic("E402", message, place, hint, Severity.WARNING)


def _save(manifest: Manifest, out: Path) -> tuple[Result, ...]:
    try:
        if manifest != read_manifest(out):
            write_manifest(out, manifest)
    except OSError as fault:
        found = unwritable(fault, shown_path(state_folder(out)))
        return (Result("manifest", Outcome.FAILED, out, (found,)),)
    clear_notes(out)
    return ()
