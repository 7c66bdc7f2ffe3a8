"""Making the changes of a journal, and undoing them; each file is compared right before it is replaced."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import (
    FileInUseError,
    in_use,
    lock_file,
    move_into_place,
    staged,
    unwritable,
)
from esa_docs.jobs.changes.journal import (
    CHANGE_PREFIX,
    FileChange,
    Journal,
    delete_journal,
    temporary_folder,
    write_journal,
)
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, read_bytes
from esa_docs.source.folders.files import path_label

_LONGEST_QUOTE: Final = 60


def present_bytes(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return read_bytes(path, MOST_BYTES_OF_PDF)
    except FileNotFoundError:
        return None


def refuse_changed_files(changes: Iterable[FileChange]) -> None:
    """Refuse files that hold something else than what their change was worked out from.

    Raises:
        ContentError: files have changed meanwhile (E431).
        OSError: a file cannot be read.
    """
    diagnostics: list[Diagnostic] = []
    for change in changes:
        present = present_bytes(change.path)
        if present != change.before:
            diagnostics.append(_diagnose_changed(change, present))
    if diagnostics:
        raise ContentError(diagnostics)


def make_changes(root: Path, changes: Sequence[FileChange]) -> None:
    """Replace the files, all or none. Every change lies in the project, and its folder exists or can be made.

    Raises:
        ContentError: a file has changed meanwhile (E431).
        MachineError: a file is open in another program (E401) or cannot be written (E405).
        OSError: the program's own files cannot be written.
    """
    folder = temporary_folder(root)
    with ExitStack() as stack:
        stagings = [staged(change.after, folder, CHANGE_PREFIX) for change in changes]
        temporaries = [stack.enter_context(staging) for staging in stagings]
        new_folders = tuple(_missing_folders(change.path for change in changes))
        journal = Journal(tuple(changes), new_folders)
        is_one_file = len(changes) == 1 and not new_folders
        if is_one_file:
            _replace(changes[0], temporaries[0])
            return
        write_journal(root, journal)
        try:
            for change, temporary in zip(changes, temporaries, strict=True):
                _replace(change, temporary)
        except BaseException:
            undo_changes(root, journal)
            raise
        delete_journal(root)


def finish_changes(root: Path, journal: Journal) -> None:
    """Replace the files that still hold what they held before, and delete the journal.

    Raises:
        MachineError: a file is open in another program (E401) or cannot be written (E405).
        OSError: the program's own files cannot be written.
    """
    for change in journal.changes:
        if present_bytes(change.path) == change.before:
            _write(root, change.path, change.after)
    delete_journal(root)


def undo_changes(root: Path, journal: Journal) -> None:
    """Restore what the files held before, and delete the journal. A file that holds neither stays as it is.

    Raises:
        OSError: a file cannot be written.
    """
    # A command that is killed from here on leaves a journal by which the next one goes on undoing.
    write_journal(root, replace(journal, is_undone=True))
    for change in journal.changes:
        is_made = present_bytes(change.path) == change.after
        if is_made and change.before is None:
            change.path.unlink()
        elif is_made and change.before is not None:
            _write(root, change.path, change.before)
    for folder in reversed(journal.new_folders):
        # A folder in which somebody else has put something stays.
        with suppress(OSError):
            folder.rmdir()
    delete_journal(root)


def clear_temporary_files(root: Path) -> None:
    """Delete the temporary files of killed commands. The project must be held."""
    for file in temporary_folder(root).glob(f"{CHANGE_PREFIX}*"):
        with suppress(OSError):
            file.unlink()


def refuse_open_files(changes: Iterable[FileChange]) -> None:
    """Refuse to change a file that Excel, Word or LibreOffice has open: it would be written over there.

    Raises:
        MachineError: files are open (E401).
    """
    diagnostics: list[Diagnostic] = []
    for change in changes:
        owner_file = lock_file(change.path)
        if owner_file is not None:
            hint = _("Close it there. If it is not open anywhere, delete {lock}.").format(lock=owner_file)
            diagnostics.append(in_use(change.path, hint))
    if diagnostics:
        raise MachineError(diagnostics)


def cure_of_project() -> str:
    """Return what to do where a project cannot be written."""
    return _("Look at the free space and the rights of the project folder.")


@contextmanager
def told_faults(path: Path) -> Iterator[None]:
    """Turn a fault of the disk about a file into its diagnostic.

    Raises:
        MachineError: the file is open in another program (E401), or cannot be written (E405).
    """
    try:
        yield
    except FileInUseError as fault:
        hint = _("Close it in the program that shows it, then try again.")
        raise MachineError([in_use(path, hint)]) from fault
    except OSError as fault:
        raise MachineError([unwritable(fault, path_label(path), cure_of_project())]) from fault


def _replace(change: FileChange, temporary: Path) -> None:
    """Replace a file, compared with what it held before."""
    with told_faults(change.path):
        change.path.parent.mkdir(parents=True, exist_ok=True)
        if change.before is not None:
            # Others who might read and write the file may still do so.
            with suppress(OSError):
                shutil.copymode(change.path, temporary)
        refuse_changed_files([change])
        move_into_place(temporary, change.path)


def _write(root: Path, path: Path, data: bytes) -> None:
    folder = temporary_folder(root)
    with told_faults(path), staged(data, folder, CHANGE_PREFIX) as temporary:
        path.parent.mkdir(parents=True, exist_ok=True)
        move_into_place(temporary, path)


def _missing_folders(paths: Iterable[Path]) -> Iterator[Path]:
    """Generate the folders that files need and that are not there, each once, outer ones first."""
    seen_folders: set[Path] = set()
    for path in paths:
        for folder in reversed(path.parents):
            if folder not in seen_folders and not folder.exists():
                yield folder
            seen_folders.add(folder)


def _diagnose_changed(change: FileChange, present: bytes | None) -> Diagnostic:
    label = path_label(change.path)
    hint = _("Nothing was written. Try again: the command then sees the file as it is now.")
    if present is None:
        return Diagnostic("E431", _("somebody deleted this file meanwhile"), Location(label), hint)
    if change.before is None:
        return Diagnostic("E431", _("somebody made a file of this name meanwhile"), Location(label), hint)
    difference = _first_difference(change.before, present)
    if difference is None:
        return Diagnostic("E431", _("somebody changed this file meanwhile"), Location(label), hint)
    line, old_text, new_text = difference
    message = _("somebody changed this file meanwhile: this line was '{old}' and is now '{new}'")
    text = message.format(old=old_text, new=new_text)
    return Diagnostic("E431", text, Location(label, line, 1), hint)


def _first_difference(before: bytes, present: bytes) -> tuple[int, str, str] | None:
    """Return number, old and new text of the first line that differs; None where the files are no text."""
    try:
        old_lines = before.decode("utf-8").splitlines()
        new_lines = present.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return None
    for number in range(max(len(old_lines), len(new_lines))):
        old_text = _line(old_lines, number)
        new_text = _line(new_lines, number)
        if old_text != new_text:
            return number + 1, old_text, new_text
    return None


def _line(lines: Sequence[str], number: int) -> str:
    """Return a line without the spaces around it, cut short; empty behind the last."""
    if number >= len(lines):
        return ""
    text = lines[number].strip()
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
