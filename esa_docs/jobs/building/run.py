"""Running the jobs of a build: those that are due are made, put in place and written into the manifest."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import MachineError
from esa_docs.jobs.building.full_disk import FullDiskError, end_build, is_of_whole_disk
from esa_docs.jobs.building.manifest import clear_notes, merge_manifest, read_manifest, state_folder
from esa_docs.jobs.building.old_pdfs import can_be_remade, diagnose_edited_pdf, find_old_pdf
from esa_docs.jobs.building.pending import Build, PendingJob
from esa_docs.jobs.building.placing import place_all, recall_notes
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import ProducedDocument, inputs_of, produce
from esa_docs.jobs.building.pruning import Pruning, prune
from esa_docs.jobs.building.refusing import refuse_job
from esa_docs.jobs.building.report import Outcome, Result
from esa_docs.jobs.building.target import Target, examine_target
from esa_docs.jobs.building.working_processes import working_processes
from esa_docs.jobs.changes.files import clear_abandoned, unwritable
from esa_docs.source.folders.files import path_label
from esa_docs.timing import Phase, measure, run_measured, tell_spans

Watcher = Callable[[Result], None]
"""Is called with the result of each file as soon as it is done."""
_BATCH_SIZE: Final = 12
"""Documents laid out in one call of an engine. With more, the reader would wait too long for a result."""


def _watch_nothing(_result: Result) -> None:
    pass


def run_jobs(  # noqa: PLR0913 one keyword for each choice of a build
    jobs: Iterable[Job],
    out: Path,
    project: str = "",
    *,
    today: dt.date,
    workers: int = 1,
    force: bool = False,
    pruning: Pruning | None = None,
    watch: Watcher = _watch_nothing,
) -> tuple[Result, ...]:
    """Make the documents whose files are missing, or were made from something else.

    Args:
        jobs: the documents to make.
        out: output folder.
        project: folder of the project, as records name it; empty leaves records without one.
        today: the day of the build.
        workers: processes to make files with.
        force: make every file anew, and overwrite those edited by hand or open elsewhere.
        pruning: what is removed at the end; None for nothing.
        watch: is called with the result of each file as soon as it is done.

    Returns:
        A result for each file: those that stay as they are first. If the manifest cannot be written, a failed
        result for it comes last, unless the disk is full and a file tells it.

    Raises:
        MachineError: the manifest cannot be read, or a newer program wrote it (E467); nothing is written.
    """
    from esa_docs.pages.expected_engine import expected_engine  # noqa: PLC0415 loads what reads fonts

    clear_abandoned(state_folder(out))
    build = Build(out, read_manifest(out, project), force, cache(expected_engine))
    recall_notes(build)
    due_jobs, results = _sort_jobs(jobs, build)
    for result in results:
        watch(result)
    pruned_results = prune(build, pruning) if pruning else ()
    making = _Making(due_jobs, build, today, workers)
    for result in chain(making.results(), pruned_results):
        results.append(result)
        watch(result)
    results += _save(build, is_full_disk_told=making.is_ended)
    return tuple(results)


@dataclass(slots=True)
class _Making:
    """The making of the files of a build, which ends early where the disk has no room.

    Attributes:
        due_jobs: the jobs.
        build: the build.
        today: the day of the build.
        workers: processes to make files with.
        is_ended: whether it ended early; the last result then tells why.
    """

    due_jobs: Sequence[PendingJob]
    build: Build
    today: dt.date
    workers: int
    is_ended: bool = False

    def results(self) -> Iterator[Result]:
        """Generate the result of each file that is made, up to the one for which the disk has no room."""
        results: list[Result] = []
        try:
            for result in _make_all(self.due_jobs, self.build, self.today, self.workers):
                results.append(result)
                yield result
        except FullDiskError as fault:
            self.is_ended = True
            yield from end_build(fault, results, self.due_jobs, self.build)


def _sort_jobs(jobs: Iterable[Job], build: Build) -> tuple[list[PendingJob], list[Result]]:
    """Return the jobs that are due, and the results of files that stay as they are or must not be made."""
    due_jobs: list[PendingJob] = []
    results: list[Result] = []
    for job in jobs:
        refused = refuse_job(job, build)
        if refused:
            results += refused
            continue
        pending = _examine_job(job, build)
        if pending.is_current and not build.force:
            results += _results_of_current(pending)
        else:
            due_jobs.append(pending)
    return due_jobs, results


def _examine_job(job: Job, build: Build) -> PendingJob:
    document = job.document
    with measure(Phase.DECIDE, document.content_key):
        engine = build.expected_engine(document.office.font)
        inputs = inputs_of(job, engine.identity)
        targets: list[Target] = []
        for path in job.files:
            target = examine_target(path, document, inputs, build.out, build.manifest)
            is_pdf_of_edited = bool(targets) and targets[0].is_edited
            targets.append(replace(target, follows_edit=is_pdf_of_edited))
        old_pdf = None if job.with_pdf else find_old_pdf(job, targets[0], build)
    if old_pdf is not None and can_be_remade(old_pdf, build, engine_makes_pdf=engine.makes_pdf):
        return PendingJob(replace(job, with_pdf=True), (*targets, old_pdf))
    return PendingJob(job, tuple(targets), old_pdf)


def _results_of_current(pending: PendingJob) -> Iterator[Result]:
    """Generate the result of each file of a job whose files stay as they are."""
    key, is_draft = pending.job.document.key, pending.job.document.is_draft
    for target in pending.targets:
        is_pdf_beside = target.follows_edit and target.newer_file is not None
        if target.is_edited or is_pdf_beside:
            yield Result(key, Outcome.EDITED, target.path, (target.diagnose_edit(),), is_draft=is_draft)
        else:
            yield Result(key, Outcome.UNCHANGED, target.path, is_draft=is_draft)
    if pending.old_pdf is not None:
        yield Result(key, Outcome.EDITED, pending.old_pdf.path, (diagnose_edited_pdf(pending.old_pdf),))


def _make_all(due_jobs: Sequence[PendingJob], build: Build, today: dt.date, workers: int) -> Iterator[Result]:
    """Make the documents and put their files in place. Generate the result of each file as it is done."""
    produced_documents = _produce_all(due_jobs, today, workers)
    for pending, produced in zip(due_jobs, produced_documents, strict=True):
        yield from place_all(pending, produced, build)


def _produce_all(due_jobs: Sequence[PendingJob], today: dt.date, workers: int) -> Iterator[ProducedDocument]:
    work = partial(produce, today=today)
    batches = _batches([pending.job for pending in due_jobs], workers)
    if workers <= 1 or len(batches) <= 1:
        for batch in batches:
            yield from work(batch)
        return
    with working_processes(min(workers, len(batches))) as pool:
        for measured in pool.map(partial(run_measured, work), batches):
            tell_spans(measured.spans)
            yield from measured.value


def _batches(jobs: Sequence[Job], workers: int) -> list[Sequence[Job]]:
    """Return the jobs in batches: some for every worker, each small enough for one call of an engine."""
    jobs_for_a_worker = math.ceil(len(jobs) / workers)
    size = max(1, min(_BATCH_SIZE, jobs_for_a_worker))
    return [jobs[start : start + size] for start in range(0, len(jobs), size)]


def _save(build: Build, *, is_full_disk_told: bool) -> tuple[Result, ...]:
    """Write the manifest if it has changed. Return a failed result if that is impossible, else none.

    Args:
        build: the build.
        is_full_disk_told: whether a file tells that the disk is full. That is not told again: the next build
            makes the manifest up from its notes.
    """
    try:
        with measure(Phase.WRITE):
            merge_manifest(build.out, build.manifest)
    except MachineError as fault:
        if is_full_disk_told and is_of_whole_disk(fault.__cause__):
            return ()
        return (Result("manifest", Outcome.FAILED, build.out, fault.diagnostics),)
    except OSError as fault:
        if is_full_disk_told and is_of_whole_disk(fault):
            return ()
        diagnostic = unwritable(fault, path_label(state_folder(build.out)))
        return (Result("manifest", Outcome.FAILED, build.out, (diagnostic,)),)
    clear_notes(build.out)
    return ()
