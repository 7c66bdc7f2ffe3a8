"""Putting the files of a build in place: the only module in which a build changes the output folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.fingerprint import hash_bytes
from esa_docs.jobs.building.full_disk import FullDiskError, is_of_whole_disk
from esa_docs.jobs.building.manifest import add_note, state_folder
from esa_docs.jobs.building.old_pdfs import settle_old_pdf
from esa_docs.jobs.building.pending import Build, PendingJob
from esa_docs.jobs.building.places import find_beside, hash_of, key_of
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import ProducedDocument
from esa_docs.jobs.building.report import Outcome, Result
from esa_docs.jobs.building.target import Target, release_newer
from esa_docs.jobs.changes.files import FileInUseError, in_use, lock_file, unwritable, write_whole
from esa_docs.source.folders.files import path_label
from esa_docs.timing import Phase, measure

_REFUSED_BY_ENGINE: Final = frozenset({"E721", "E722"})
"""Codes of documents that an engine could not lay out."""


def recall_notes(build: Build) -> None:
    """Let the manifest know the files that a build which was killed put in place, by its notes."""
    for key, notes in build.manifest.notes.items():
        path = build.out / key
        present_hash = hash_of(path)
        for note in notes:
            if note.covers(present_hash) or find_beside(path, note.beside):
                build.manifest.records[key] = note


def place_all(pending: PendingJob, produced: ProducedDocument, build: Build) -> Iterator[Result]:
    """Put every file of a job in place. The result of the first has the diagnostics of the document.

    Raises:
        FullDiskError: no further file can be written.
    """
    job = pending.job
    word, *pdfs = pending.targets
    word_data, *pdf_data = produced.files(job)
    word_result = _place(job, word, word_data, build, produced.diagnostics)
    yield replace(word_result, is_draft=job.document.is_draft)
    if word_result.outcome is Outcome.FAILED:
        # The old Word file stays, and with it the old PDF.
        for pdf in pdfs:
            yield Result(job.document.key, Outcome.FAILED, pdf.path)
        return
    is_refused = any(diagnostic.code in _REFUSED_BY_ENGINE for diagnostic in produced.diagnostics)
    is_word_edited = word_result.outcome in {Outcome.BESIDE, Outcome.EDITED}
    for pdf_target, data in zip(pdfs, pdf_data, strict=True):
        pdf = replace(pdf_target, follows_edit=is_word_edited)
        pdf_result = _place(job, pdf, data, build)
        yield replace(pdf_result, is_draft=job.document.is_draft)
        if data is None:
            yield from settle_old_pdf(pending, pdf, build, word_result.outcome, is_refused=is_refused)
    if pending.old_pdf is not None:
        yield from settle_old_pdf(pending, pending.old_pdf, build, word_result.outcome, is_refused=is_refused)


def _place(
    job: Job, target: Target, data: bytes | None, build: Build, diagnostics: tuple[Diagnostic, ...] = ()
) -> Result:
    """Put a file in place, or beside the file that is there if somebody edited that or its Word file.

    Args:
        job: the job of the file.
        target: the place of the file.
        data: its bytes; None where it could not be made.
        build: the build.
        diagnostics: findings about the document that the result is to have.
    """
    if data is None:
        return Result(job.document.key, Outcome.FAILED, target.path, diagnostics)
    with measure(Phase.WRITE, job.document.content_key):
        if target.goes_beside and not build.force:
            return _place_beside(job, target, data, build, diagnostics)
        return _place_over(job, target, data, build, diagnostics)


def _place_beside(
    job: Job, target: Target, data: bytes, build: Build, diagnostics: tuple[Diagnostic, ...]
) -> Result:
    """Put a new file beside one that somebody edited, unless it is there already."""
    key = job.document.key
    digest = hash_bytes(data)
    if target.is_current:
        return Result(key, Outcome.EDITED, target.path, (*diagnostics, target.diagnose_edit()))
    if digest == target.present_hash:
        # The manifest may be lost, or know an older file: it learns this one.
        return _learn(job, target, digest, build, diagnostics)
    output = target.record.output if target.record else ""
    record = _record(job, target, build, output, beside=digest)
    place = target.place_beside(digest, build.manifest)
    fault = _write(place, data, target.key, record, build)
    if fault is not None:
        return Result(key, Outcome.FAILED, target.path, (*diagnostics, fault))
    build.manifest.records[target.key] = record
    # The manifest may know the file by itself, from a build that could not finish.
    build.manifest.records.pop(key_of(build.out, place), None)
    return Result(key, Outcome.BESIDE, place, (*diagnostics, target.diagnose_edit(place)))


def _place_over(
    job: Job, target: Target, data: bytes, build: Build, diagnostics: tuple[Diagnostic, ...]
) -> Result:
    """Put a new file in its place, over the one of an earlier build."""
    key = job.document.key
    digest = hash_bytes(data)
    if digest == target.present_hash:
        return _learn(job, target, digest, build, diagnostics)
    record = _record(job, target, build, digest)
    _release_newer(target, build)
    fault = _write(target.path, data, target.key, record, build)
    if fault is not None:
        return Result(key, Outcome.FAILED, target.path, (*diagnostics, fault))
    build.manifest.records[target.key] = record
    return Result(key, Outcome.WRITTEN, target.path, diagnostics)


def _learn(
    job: Job, target: Target, digest: str, build: Build, diagnostics: tuple[Diagnostic, ...]
) -> Result:
    """Let the manifest know that the file in its place is the one that was made."""
    _release_newer(target, build)
    build.manifest.records[target.key] = _record(job, target, build, digest)
    return Result(job.document.key, Outcome.UNCHANGED, target.path, diagnostics)


def _write(place: Path, data: bytes, key: str, record: FileRecord, build: Build) -> Diagnostic | None:
    """Note a file, then write it. Return the reason if it cannot be written, else None.

    Raises:
        FullDiskError: no further file can be written either.
    """
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
        diagnostic = unwritable(fault, path_label(place))
        if is_of_whole_disk(fault):
            raise FullDiskError(key, place, diagnostic) from fault
        return diagnostic
    return None


def _record(job: Job, target: Target, build: Build, output: str, beside: str = "") -> FileRecord:
    """Return the record that the manifest gets once a file is in its place, or beside it."""
    document = job.document
    project = build.manifest.project
    return FileRecord(target.inputs, output, beside, document.content_key, document.kind, project)


def _release_newer(target: Target, build: Build) -> None:
    """Let the newer file beside an edited one be known by itself: the edited one is about to be replaced."""
    if target.record is None or target.newer_file is None:
        return
    key = release_newer(target.record, target.newer_file, build.out, build.manifest)
    add_note(build.out, key, build.manifest.records[key])
