"""PDFs of earlier builds beside Word files that are made anew: never does an old one pass for the new one.

E441 (warning) a PDF was moved aside · E442 (warning) a PDF that no build made may show something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import add_note
from esa_docs.jobs.building.pending import Build, PendingJob
from esa_docs.jobs.building.places import OLDER, key_of, places_beside
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.report import Outcome, Result
from esa_docs.jobs.building.taking_away import take_away
from esa_docs.jobs.building.target import Target, examine_target, release_newer
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import path_label


def find_old_pdf(job: Job, word: Target, build: Build) -> Target | None:
    """Return the PDF beside the Word file of a job without PDF that may show something else.

    Args:
        job: the job.
        word: its Word file.
        build: the build.

    Returns:
        The PDF; None where none is there, or it was made from the document as it is now.
    """
    record = build.manifest.records.get(f"{job.document.key}.pdf")
    if record is None and (word.record is None or word.is_current):
        # The Word file is new, or it stays: then a PDF that somebody put here is the office's own matter.
        return None
    is_up_to_date = record is not None and record.inputs == word.inputs and record.beside == ""
    if is_up_to_date and not build.force:
        return None
    path = word.path.with_suffix(".pdf")
    pdf = examine_target(path, job.document, word.inputs, build.out, build.manifest)
    pdf = replace(pdf, follows_edit=word.is_edited)
    is_there = pdf.present_hash != "" or pdf.newer_file is not None
    if not is_there:
        return None
    if pdf.is_current and not build.force:
        return None
    return pdf


def can_be_remade(pdf: Target, build: Build, *, engine_makes_pdf: bool) -> bool:
    """Return whether a PDF that nobody asks for is made anew: it is ours, and nothing edited is overwritten.

    Args:
        pdf: the PDF.
        build: the build.
        engine_makes_pdf: whether the engine of its document makes PDFs.
    """
    overwrites_edited = pdf.is_edited and build.force
    return pdf.has_file_of_ours and engine_makes_pdf and not overwrites_edited


def settle_old_pdf(
    pending: PendingJob, pdf: Target, build: Build, word_outcome: Outcome, *, is_refused: bool
) -> Iterator[Result]:
    """Move a PDF aside that shows an earlier state of its document, or tell of it where somebody edited it.

    Args:
        pending: the job, whose Word file is done.
        pdf: its PDF.
        build: the build.
        word_outcome: what became of the Word file.
        is_refused: whether an engine was here and could not lay out the document.
    """
    if pdf.is_current:
        return
    if _shows_same_word(pending, pdf, word_outcome):
        _keep(pdf, build)
        return
    if pdf.is_edited:
        yield Result(pending.job.document.key, Outcome.EDITED, pdf.path, (diagnose_edited_pdf(pdf),))
    if pdf.has_file_of_ours:
        yield _move_aside(pending.job, pdf, build, is_refused=is_refused)


def _shows_same_word(pending: PendingJob, pdf: Target, word_outcome: Outcome) -> bool:
    """Return whether a PDF was made with the very Word file that is there.

    Another engine or program version makes a document due, and its Word file often stays equal to the byte.
    Evidence stands in the PDF alone, so nothing is known of a PDF with evidence. A PDF that the manifest does
    not know was there before, beside this Word file.
    """
    word = pending.targets[0]
    has_evidence = bool(pending.job.document.annex)
    if pdf.record is None:
        return word_outcome is not Outcome.WRITTEN
    if word_outcome is not Outcome.UNCHANGED or has_evidence:
        return False
    return word.record is not None and word.record.inputs == pdf.record.inputs


def _keep(pdf: Target, build: Build) -> None:
    """Let the manifest know that a PDF belongs to the document as it is now."""
    if pdf.record is not None:
        build.manifest.records[pdf.key] = replace(pdf.record, inputs=pdf.inputs)


def diagnose_edited_pdf(pdf: Target) -> Diagnostic:
    """Return the diagnostic of a PDF that somebody made or edited, beside a Word file made since (E442)."""
    message = _("the PDF was not made by the last build and may show something else than the Word file")
    hint = _("Look at it, and delete it if it is out of date. --pdf --force makes it anew.")
    return Diagnostic("E442", message, Location(path_label(pdf.path)), hint, Severity.WARNING)


def _move_aside(job: Job, pdf: Target, build: Build, *, is_refused: bool) -> Result:
    """Rename a PDF of ours, never over another file; the manifest knows it by its new name."""
    key, record, path = job.document.key, pdf.record, pdf.path
    if record is None:
        raise ValueError("only a file of ours is moved aside")
    digest = pdf.present_hash
    if pdf.goes_beside and pdf.newer_file is not None:
        path, digest = pdf.newer_file, record.beside
    place = _free_place(path, build)
    record_aside = replace(record, output=digest, beside="")
    fault = take_away(path, lambda: _rename(path, place, record_aside, build), force=build.force)
    if fault is not None:
        return Result(key, Outcome.FAILED, path, (fault,))
    _remember(pdf, record, build)
    build.manifest.records[key_of(build.out, place)] = record_aside
    return Result(key, Outcome.ASIDE, place, (_diagnose_aside(path, place, is_refused=is_refused),))


def _remember(pdf: Target, record: FileRecord, build: Build) -> None:
    """Let the manifest know of a PDF what is left of it, now that a file of it was moved aside."""
    if pdf.goes_beside and pdf.newer_file is not None:
        build.manifest.records[pdf.key] = replace(record, beside="")
        return
    release_newer(record, pdf.newer_file, build.out, build.manifest)
    del build.manifest.records[pdf.key]


def _free_place(path: Path, build: Build) -> Path:
    """Return the first place for an older file in which nothing lies, and no build put anything."""
    places = places_beside(path, OLDER)
    return next(place for place in places if _is_free(place, build))


def _is_free(place: Path, build: Build) -> bool:
    is_known = key_of(build.out, place) in build.manifest.records
    return not is_known and not is_there(place)


def _rename(path: Path, place: Path, record: FileRecord, build: Build) -> None:
    # A build that is killed now leaves a note by which the next one knows the file.
    add_note(build.out, key_of(build.out, place), record)
    path.rename(place)


def _diagnose_aside(path: Path, place: Path, *, is_refused: bool) -> Diagnostic:
    message = _("the PDF showed an earlier state of the document and was moved aside; it is now {place}")
    message = message.format(place=place.name)
    hint = _("To make it anew, use --pdf where LibreOffice is installed. --prune removes the old one.")
    if is_refused:
        hint = _("First mend why no PDF could be made, which is told too. --prune removes the old one.")
    return Diagnostic("E441", message, Location(path_label(path)), hint, Severity.WARNING)
