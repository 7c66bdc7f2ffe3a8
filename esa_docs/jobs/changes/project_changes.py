"""Changing the files of a project: under its lock, compared before they are replaced, all of them or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.file_changes import (
    clear_temporary_files,
    cure_of_project,
    finish_changes,
    make_changes,
    present_bytes,
    refuse_changed_files,
    refuse_open_files,
    told_faults,
    undo_changes,
)
from esa_docs.jobs.changes.folder_lock import FolderLock
from esa_docs.jobs.changes.journal import (
    FileChange,
    Journal,
    has_journal,
    journal_file,
    read_journal,
    state_folder_of,
)
from esa_docs.jobs.changes.notices import notify
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import OFFICE_FILE, is_inside, path_label
from esa_docs.source.folders.named_files import folder_place
from esa_docs.source.folders.no_project import no_project
from esa_docs.timing import Phase, measure

__all__ = ["FileChange", "hold_project", "settle_project", "write_changes"]

_WAITING_SECONDS: Final = 30.0
"""A change takes a second or two, the import of a large workbook on an old machine some more."""


@contextmanager
def hold_project(root: Path, today: dt.date) -> Iterator[None]:
    """Hold the lock of a project: nobody else changes its files meanwhile. Inside itself it is held once.

    What a killed command left half-done is finished or undone first, and told. Load the project inside, so
    that it is the one that is changed.

    Args:
        root: project folder.
        today: the day whose year a hint proposes where the folder is no project.

    Raises:
        MachineError: the folder is no project (E902), somebody else has the lock (E430), or the folder
            cannot be written (E401, E405).
        ContentError: what a killed command left cannot be read (E432).
    """
    if look_at(root / OFFICE_FILE).sort is not Sort.FILE:
        raise MachineError([no_project(root, today)])
    lock = _lock_of(root)
    is_held_already = lock.is_held
    with lock.hold() as is_ours_alone:
        if not is_held_already:
            for diagnostic in _settle(root, is_ours_alone=is_ours_alone):
                notify(diagnostic)
        yield


def settle_project(root: Path) -> tuple[Diagnostic, ...]:
    """Finish or undo what a killed command left half-done, before a project is read.

    Without such a command this looks for one file and needs no lock.

    Args:
        root: project folder.

    Returns:
        What was finished or undone (E432).

    Raises:
        MachineError: somebody else has the lock (E430), or the folder cannot be written (E401, E405).
        ContentError: what a killed command left cannot be read, or is another machine's (E432).
    """
    if not has_journal(root):
        return ()
    with _lock_of(root).hold() as is_ours_alone:
        return _settle(root, is_ours_alone=is_ours_alone)


def write_changes(root: Path, changes: Sequence[FileChange]) -> None:
    """Write changed files of a project, all of them or none. The project must be held.

    Args:
        root: project folder.
        changes: the changes; each file once.

    Raises:
        ContentError: a file has changed since the change was worked out (E431), or lies outside (E403).
        MachineError: a file is open in another program (E401) or cannot be written (E405).
        RuntimeError: the project is not held: a fault of the caller.
    """
    if not _lock_of(root).is_held:
        raise RuntimeError("write_changes outside hold_project")
    real_root = root.resolve()
    real_changes = [_real_change(change, real_root) for change in changes]
    with measure(Phase.WRITE), told_faults(state_folder_of(root)):
        refuse_open_files(real_changes)
        refuse_changed_files(real_changes)
        if real_changes:
            make_changes(real_root, real_changes)


def _lock_of(root: Path) -> FolderLock:
    return FolderLock(root, state_folder_of(root), "", _WAITING_SECONDS, _busy_words, cure_of_project())


def _busy_words(holder: str) -> str:
    return _("the project is being changed by {holder}").format(holder=holder)


def _real_change(change: FileChange, real_root: Path) -> FileChange:
    """Return a change of the file to which links lead: a replaced link would no longer lead there.

    Raises:
        ContentError: the file lies outside the project (E403).
    """
    if not is_inside(change.path, real_root):
        message = _("the file lies outside the project folder")
        hint = _("Copy it into the project.")
        raise ContentError([Diagnostic("E403", message, Location(path_label(change.path)), hint)])
    return replace(change, path=change.path.resolve())


def _settle(root: Path, *, is_ours_alone: bool) -> tuple[Diagnostic, ...]:
    """Clear away what killed commands left, finish or undo their change; return what was done."""
    real_root = root.resolve()
    with told_faults(state_folder_of(root)):
        if is_ours_alone:
            clear_temporary_files(real_root)
        journal = read_journal(real_root)
        if journal is None:
            return ()
        is_changed_by_others = any(_changed_by_others(journal))
        if is_changed_by_others and not journal.is_of_this_machine:
            raise ContentError([_diagnose_foreign(root, journal)])
        if journal.is_undone or is_changed_by_others:
            undo_changes(real_root, journal)
            return (_diagnose_undone(root, journal),)
        finish_changes(real_root, journal)
        return (_diagnose_finished(root, journal),)


def _changed_by_others(journal: Journal) -> Iterator[Path]:
    """Generate the files that hold neither what they held before nor what they are to hold."""
    for change in journal.changes:
        if present_bytes(change.path) not in {change.before, change.after}:
            yield change.path


def _diagnose_foreign(root: Path, journal: Journal) -> Diagnostic:
    """Return the diagnostic of a change of another machine that cannot be finished here.

    Where the folder is synchronised that machine may have finished it long ago.
    """
    message = _(
        "the machine {host} changes these files or was interrupted, and one was changed here: {files}"
    )
    text = message.format(host=journal.host, files=_names(journal))
    hint = _("Wait until the folder is synchronised. If this stays, look at the files, then delete {note}.")
    place = folder_place(root)
    return Diagnostic("E432", text, place, hint.format(note=path_label(journal_file(root))))


def _diagnose_undone(root: Path, journal: Journal) -> Diagnostic:
    message = _("a command was interrupted while it changed several files; the change was undone: {files}")
    hint = _("Look at these files, then give the command again.")
    text = message.format(files=_names(journal))
    return Diagnostic("E432", text, folder_place(root), hint, Severity.WARNING)


def _diagnose_finished(root: Path, journal: Journal) -> Diagnostic:
    message = _("a command was interrupted while it changed several files; the change was finished: {files}")
    text = message.format(files=_names(journal))
    return Diagnostic("E432", text, folder_place(root), "", Severity.INFO)


def _names(journal: Journal) -> str:
    return ", ".join(path_label(change.path) for change in journal.changes)
