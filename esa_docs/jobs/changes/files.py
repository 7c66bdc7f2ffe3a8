"""Putting a file in place whole or not at all, and finding out that another program has it open."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.output_places import refuse_place
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import path_label
from esa_docs.system_words import cure_in_words, reason_in_words
from esa_docs.timing import Phase, measure

TEMPORARY_FOLDER: Final = "tmp"
"""The folder of temporary files in a state folder."""
_PREFIX_BESIDE: Final = ".esa-docs-"
"""How the name of a temporary file begins that lies beside the file it is to replace."""
_ABANDONED_AFTER: Final = 3600.0
"""Seconds after which a temporary file belongs to no running build."""
# Word's owner file keeps to the length of an 8.3 name: "~$" stands before a name of up to six letters, in
# place of the first letter of seven, and of the first two of eight or more. The ending does not count.
_MOST_LETTERS_BEHIND_MARK: Final = 6
_FEWEST_LETTERS_TO_LOSE_TWO: Final = 8


class FileInUseError(OSError):
    """Another program has the file open."""


def unwritable(fault: OSError, file_label: str, hint: str | None = None) -> Diagnostic:
    """Return the diagnostic of a file that cannot be written (E405).

    Args:
        fault: why.
        file_label: how diagnostics name the file.
        hint: what the reader can do where the reason does not say it; None for that of an output file.
    """
    message = _("the file cannot be written: {reason}").format(reason=reason_in_words(fault))
    if hint is None:
        hint = _("Look at the free space and the rights of the output folder.")
    return Diagnostic("E405", message, Location(file_label), cure_in_words(fault) or hint)


def write_files(files: Mapping[Path, bytes]) -> Iterator[Path]:
    """Write files, each whole or not at all, and all or none where the disk has no room for one.

    Generate the path of each as it is done.

    Raises:
        ContentError: one of them would lie among the kept versions of a project (E446); none is written.
        MachineError: a file is open in another program (E401) or cannot be written (E405).
    """
    for path in files:
        refuse_place(path)
    with ExitStack() as stack:
        # A full disk is met before the first file is in its place.
        temporaries = {path: stack.enter_context(_staged_beside(path, data)) for path, data in files.items()}
        for path, temporary in temporaries.items():
            with _faults_of(path), measure(Phase.WRITE):
                move_into_place(temporary, path)
            yield path


@contextmanager
def _staged_beside(path: Path, data: bytes) -> Iterator[Path]:
    """Yield a temporary file in the folder of a file, which is made where it is missing."""
    with ExitStack() as stack:
        with _faults_of(path), measure(Phase.WRITE):
            _delete_old(path.parent.glob(f"{_PREFIX_BESIDE}*"))
            temporary = stack.enter_context(staged(data, path.parent, _PREFIX_BESIDE))
        yield temporary


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Refuse with the diagnostic of a file what a system refuses with an OSError.

    Raises:
        MachineError: the file is open in another program (E401) or cannot be written (E405).
    """
    try:
        yield
    except FileInUseError as fault:
        raise MachineError([in_use(path)]) from fault
    except OSError as fault:
        raise MachineError([unwritable(fault, path_label(path))]) from fault


def write_file(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all.

    Raises:
        ContentError: it would lie among the kept versions of a project (E446).
        MachineError: the file is open in another program (E401) or cannot be written (E405).
    """
    refuse_place(path)
    with _faults_of(path), measure(Phase.WRITE):
        write_whole(path, data)


def in_use(path: Path, hint: str | None = None) -> Diagnostic:
    """Return the diagnostic of a file that another program has open (E401).

    Args:
        path: the file.
        hint: what the reader can do; None for the usual hint.
    """
    message = _("the file is open in another program and was not overwritten")
    if hint is None:
        hint = _("Close it in the program that shows it, then build again.")
    return Diagnostic("E401", message, Location(path_label(path)), hint)


def write_whole(path: Path, data: bytes, state: Path | None = None) -> None:
    """Write a file under a temporary name and move it into place. Readers see the old file or the new one.

    Args:
        path: where the file goes; missing folders are made.
        data: what it holds.
        state: folder for the temporary file, on the same disk; None for the folder of the file.

    Raises:
        FileInUseError: another program has the file open (Windows, network folders).
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if state is None:
        folder, prefix = path.parent, _PREFIX_BESIDE
        _delete_old(folder.glob(f"{prefix}*"))
    else:
        folder, prefix = state / TEMPORARY_FOLDER, ""
    with staged(data, folder, prefix) as temporary:
        move_into_place(temporary, path)


@contextmanager
def staged(data: bytes, folder: Path, prefix: str = "") -> Iterator[Path]:
    """Yield a temporary file whose bytes are on the disk; delete it at the end, unless it was moved away.

    Args:
        data: what it holds.
        folder: where it lies, on the disk of the file that it is to replace; it is made where it is missing.
        prefix: how its name begins.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The name of the file with something added could be longer than the 255 bytes that a disk takes.
    temporary = folder / f"{prefix}{os.urandom(8).hex()}"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            # The new bytes must be on the disk before they take the place of the old ones.
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def clear_abandoned(state: Path) -> None:
    """Delete temporary files that a killed build left behind."""
    _delete_old((state / TEMPORARY_FOLDER).glob("*"))


def _delete_old(files: Iterable[Path]) -> None:
    """Delete those temporary files that no running program can still be writing."""
    for file in files:
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED_AFTER:
                file.unlink()


def clear_all(state: Path, *, kept_prefix: str) -> None:
    """Delete all temporary files of a state folder that nobody else uses now.

    Args:
        state: the folder.
        kept_prefix: how the names of those begin that are somebody else's.
    """
    for file in (state / TEMPORARY_FOLDER).glob("*"):
        if not file.name.startswith(kept_prefix):
            with suppress(OSError):
                file.unlink()


def lock_file(path: Path) -> Path | None:
    """Find the file by which Word or LibreOffice shows that it has a document open.

    Returns:
        The owner file of Word or the lock file of LibreOffice; None where neither is there.
    """
    for name in (_word_owner_file(path), f".~lock.{path.name}#"):
        lock = path.with_name(name)
        if _exists(lock):
            return lock
    return None


def _word_owner_file(path: Path) -> str:
    """Return the name of the file that Word lays beside a document while it has it open."""
    letters = len(path.stem)
    if letters <= _MOST_LETTERS_BEHIND_MARK:
        return f"~${path.name}"
    if letters < _FEWEST_LETTERS_TO_LOSE_TWO:
        return f"~${path.name[1:]}"
    return f"~${path.name[2:]}"


def move_into_place(temporary: Path, path: Path) -> None:
    """Move a temporary file to the place of a file.

    Raises:
        FileInUseError: another program has the file open (Windows, network folders).
        OSError: it cannot be moved.
    """
    try:
        temporary.replace(path)
    except PermissionError as fault:
        # Windows and network folders refuse with this error to replace an open file. A folder in which
        # nothing may be written refuses with the same error, but that is another fault.
        if look_at(path).sort is Sort.FILE and os.access(path.parent, os.W_OK):
            raise FileInUseError(fault.errno, fault.strerror) from fault
        raise


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the name of the lock is longer than a name can be
        return False
