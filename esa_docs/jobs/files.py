"""Putting a file in place whole or not at all, and seeing that another program has it open."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.source.files import path_label
from esa_docs.timing import Phase, measure

_TEMPORARY: Final = "tmp"
_ABANDONED_AFTER: Final = 3600.0
"""Seconds after which a temporary file belongs to no running build."""
_SHORT_STEM, _LONG_STEM = 6, 8


class FileInUseError(OSError):
    """Another program has the file open."""


def unwritable(fault: OSError, file_label: str) -> Diagnostic:
    """Tell that a file cannot be written (E405)."""
    message = _("the file cannot be written: {reason}").format(reason=fault.strerror)
    hint = _("Look at the free space and the rights of the output folder.")
    return Diagnostic("E405", message, Location(file_label), hint)


def write_files(files: Mapping[Path, bytes]) -> Iterator[Path]:
    """Write files, each whole or not at all, and give each as it is done.

    Raises:
        MachineError: a file is open in another program (E401) or cannot be written (E405).
    """
    for path, data in files.items():
        try:
            with measure(Phase.WRITE):
                write_whole(path, data)
        except FileInUseError as fault:
            raise MachineError([in_use(path)]) from fault
        except OSError as fault:
            raise MachineError([unwritable(fault, path_label(path))]) from fault
        yield path


def in_use(path: Path, hint: str = "") -> Diagnostic:
    """Tell that another program has a file open (E401)."""
    message = _("the file is open in another program and was not overwritten")
    cure = hint or _("Close it in the program that shows it, then build again.")
    return Diagnostic("E401", message, Location(path_label(path)), cure)


def write_whole(path: Path, data: bytes, state: Path | None = None) -> None:
    """Write a file under a temporary name and move it into place: whoever looks sees the old or the new one.

    Args:
        path: where it goes; folders are made.
        data: what it holds.
        state: folder for the temporary file, on the same disk; beside the file where none is given.

    Raises:
        FileInUseError: another program has the file open (Windows, network folders).
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = state / _TEMPORARY if state else path.parent
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / os.urandom(8).hex()  # not the file's name, which may be as long as a name can be
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _move(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def clear_abandoned(state: Path) -> None:
    """Delete temporary files that a killed build left behind."""
    for file in (state / _TEMPORARY).glob("*"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED_AFTER:
                file.unlink()


def lock_file(path: Path) -> Path | None:
    """Find the file by which Word or LibreOffice shows that it has a document open.

    Word's owner file replaces the first two letters of a long name by ``~$``, puts them before a short one.
    """
    stem, name = path.stem, path.name
    cut = 0 if len(stem) <= _SHORT_STEM else 2 if len(stem) >= _LONG_STEM else 1
    names = (f"~${name[cut:]}", f".~lock.{name}#")
    return next((path.with_name(one) for one in names if _exists(path.with_name(one))), None)


def _move(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError as fault:
        if path.is_file() and os.access(path.parent, os.W_OK):
            raise FileInUseError(fault.errno, fault.strerror) from fault
        raise


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the name of the lock is longer than a name can be
        return False
