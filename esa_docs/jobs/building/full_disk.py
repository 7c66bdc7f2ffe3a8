"""The end of a build whose disk takes nothing more: it is told once, and no circular is left in part."""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.pending import Build, PendingJob
from esa_docs.jobs.building.report import Outcome, Result

_OF_THE_WHOLE_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class FullDiskError(Exception):
    """The disk of the output folder is full, or takes nothing: no further file can be written.

    Attributes:
        key: how the manifest names the file that could not be written.
        path: the file.
        diagnostic: why (E405).
    """

    def __init__(self, key: str, path: Path, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.key = key
        self.path = path
        self.diagnostic = diagnostic


def is_of_whole_disk(fault: BaseException | None) -> bool:
    """Return whether a fault meets every file of a disk, and not one alone."""
    return isinstance(fault, OSError) and fault.errno in _OF_THE_WHOLE_DISK


def end_build(
    fault: FullDiskError, results: Iterable[Result], due_jobs: Sequence[PendingJob], build: Build
) -> Iterator[Result]:
    """Generate the results of a build that ends before its last job.

    Copies of the same paper that this build has put where none were are taken away again: a circular is there
    whole, or not at all.

    Args:
        fault: why it ends.
        results: the results so far.
        due_jobs: all jobs of the build.
        build: the build.
    """
    written_paths = {result.output for result in results if result.outcome is Outcome.WRITTEN}
    number = _number_of_job(fault.key, due_jobs)
    document = due_jobs[number].job.document
    copies = [pending for pending in due_jobs if pending.job.document.content_key == document.content_key]
    for pending in copies:
        yield from _take_away(pending, written_paths, build)
    count_of_others = len(due_jobs) - number - 1
    diagnostic = fault.diagnostic
    if count_of_others:
        message = _("{fault}; {count} further documents were not made")
        text = message.format(fault=diagnostic.message, count=count_of_others)
        diagnostic = replace(diagnostic, message=text)
    diagnostic = _with_two_versions(diagnostic, copies, written_paths)
    yield Result(document.key, Outcome.FAILED, fault.path, (diagnostic,))


def _with_two_versions(
    diagnostic: Diagnostic, copies: Sequence[PendingJob], written_paths: Collection[Path]
) -> Diagnostic:
    """Return a diagnostic that also says how many copies of a circular are new, and how many are old.

    Args:
        diagnostic: why no further file is written.
        copies: the jobs of the copies of one paper.
        written_paths: files that this build wrote.
    """
    old_copies = [copy.targets[0] for copy in copies if copy.targets[0].present_hash]
    count_of_new = len([target for target in old_copies if target.path in written_paths])
    count_of_old = len(old_copies) - count_of_new
    if not count_of_new or not count_of_old:
        return diagnostic
    message = _(
        "{fault}; of the copies of this paper {new} are new and {old} are of an earlier build:"
        " do not send them yet"
    )
    text = message.format(fault=diagnostic.message, new=count_of_new, old=count_of_old)
    return replace(diagnostic, message=text)


def _number_of_job(key: str, due_jobs: Sequence[PendingJob]) -> int:
    """Return which job a file is of, from 0 on."""
    for number, pending in enumerate(due_jobs):
        if any(target.key == key for target in pending.targets):
            return number
    raise LookupError(key)


def _take_away(pending: PendingJob, written_paths: Collection[Path], build: Build) -> Iterator[Result]:
    """Remove the files of a job that this build wrote where there were none, and generate their results."""
    for target in pending.targets:
        was_there = bool(target.present_hash)
        if was_there or target.path not in written_paths:
            continue
        with suppress(OSError):
            target.path.unlink()
            build.manifest.records.pop(target.key, None)
            yield Result(pending.job.document.key, Outcome.REMOVED, target.path)
