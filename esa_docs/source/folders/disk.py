"""Looking at a disk so that nothing is passed over: what cannot be looked at is never taken for missing.

`Path.exists`, `Path.is_file`, `Path.glob` and `os.walk` say "no" or nothing of what they may not look at. All
reading of a project goes through this module, which also opens nothing that could keep a reader waiting.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.system_words import reason_in_words

_ABSENCES: Final = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.EBADF, errno.EISDIR}
)
"""Why a system says that there is no such file; EINVAL and ENAMETOOLONG: there can be none of this name."""
_REFUSALS: Final = frozenset({errno.EACCES, errno.EPERM})
_ENDLESS_ON_WINDOWS: Final = 1921
"""What Windows calls a link that leads to itself (ERROR_CANT_RESOLVE_FILENAME)."""
MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes of the largest file of content, table, template or note of the program that is read.

A content file of the shipped year has some 100 KB; a register of 100 000 rows some 20 MB.
"""
MOST_BYTES_OF_PDF: Final = 512 * 1024 * 1024
"""Bytes of the largest PDF, Word file or kept version that is read: a scan of a page has some 0.5 MB."""
_MEGABYTE: Final = 1024 * 1024
# A pipe is opened without waiting for its writer. Windows has neither the flag nor such pipes in folders.
_NOT_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
# Only Windows has these: a junction is a folder that leads elsewhere, and no symbolic link to Python.
_JUNCTION: Final = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


class Sort(Enum):
    """What stands at a path, links followed."""

    FILE = auto()
    FOLDER = auto()
    MISSING = auto()
    """Nothing is there."""
    LOST = auto()
    """A link to what is not there."""
    ENDLESS = auto()
    """A link that leads to itself."""
    OTHER = auto()
    """A pipe, a socket or a device."""
    UNKNOWN = auto()
    """The system does not let us look."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A path, looked at.

    Attributes:
        path: the path.
        sort: what stands there.
        is_link: whether it leads elsewhere.
        reason: in words, why the system does not let us look; empty where it does.
    """

    path: Path
    sort: Sort
    is_link: bool = False
    reason: str = ""


def look_at(path: Path) -> Entry:
    """Return what stands at a path."""
    try:
        facts = path.lstat()
    except (OSError, ValueError) as fault:
        return _entry_of_fault(path, fault)
    if not is_link(facts):
        return Entry(path, _sort(facts.st_mode))
    try:
        return Entry(path, _sort(path.stat().st_mode), is_link=True)
    except OSError as fault:
        entry = _entry_of_fault(path, fault)
        sort = Sort.LOST if entry.sort is Sort.MISSING else entry.sort
        return Entry(path, sort, is_link=True, reason=entry.reason)


def is_there(path: Path) -> bool:
    """Return whether anything stands at a path, also what cannot be looked at."""
    return look_at(path).sort is not Sort.MISSING


def scan_folder(folder: Path) -> list[Entry]:
    """Return what a folder holds, in the order of names, in one pass.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as scan:
        found_entries = sorted(scan, key=lambda entry: entry.name)
    return [_entry_in(folder, entry) for entry in found_entries]


def _entry_in(folder: Path, entry: os.DirEntry[str]) -> Entry:
    path = folder / entry.name
    try:
        if entry.is_symlink() or _is_junction(entry):
            return look_at(path)
        if entry.is_file(follow_symlinks=False):
            return Entry(path, Sort.FILE)
        is_folder = entry.is_dir(follow_symlinks=False)
    except OSError as fault:
        return _entry_of_fault(path, fault)
    sort = Sort.FOLDER if is_folder else Sort.OTHER
    return Entry(path, sort)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    return _JUNCTION is not None and is_link(entry.stat(follow_symlinks=False))


def is_link(facts: os.stat_result) -> bool:
    """Return whether facts of a path, links not followed, are those of a link or a junction."""
    if stat.S_ISLNK(facts.st_mode):
        return True
    return _JUNCTION is not None and getattr(facts, "st_reparse_tag", 0) == _JUNCTION


def _sort(mode: int) -> Sort:
    if stat.S_ISREG(mode):
        return Sort.FILE
    return Sort.FOLDER if stat.S_ISDIR(mode) else Sort.OTHER


def _entry_of_fault(path: Path, fault: OSError | ValueError) -> Entry:
    """Return the entry of a path that the system did not let us look at."""
    # ValueError: a name with the character NUL, which no file has.
    if isinstance(fault, ValueError) or fault.errno in _ABSENCES:
        return Entry(path, Sort.MISSING)
    if fault.errno == errno.ELOOP or getattr(fault, "winerror", 0) == _ENDLESS_ON_WINDOWS:
        return Entry(path, Sort.ENDLESS)
    return Entry(path, Sort.UNKNOWN, reason=reason_of(fault))


def reason_of(fault: OSError) -> str:
    """Return in words why the system refuses something."""
    if fault.errno in _REFUSALS:
        return _("you have not the right to read it, or another program holds it")
    if fault.errno == errno.ENOENT:
        return _("it was there and is gone")
    return reason_in_words(fault)


@contextmanager
def open_file(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file for reading. What is no file, such as a pipe, is refused and never waited for.

    Raises:
        OSError: it cannot be opened, or is no file.
    """
    _refuse_no_name(path)
    # Path.open takes no opener.
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _("it is a pipe, a socket or a device"))
        yield file


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NOT_WAITING)


def _refuse_no_name(path: Path) -> None:
    """Refuse a path with the character NUL: open refuses it with an error that is not about files."""
    if "\0" in str(path):
        raise OSError(errno.EINVAL, _("no file has such a name"))


def read_bytes(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return what a file holds.

    Args:
        path: the file.
        most_bytes: bytes of the largest file that is read: the memory of a machine is not endless.

    Raises:
        OSError: it cannot be read, is no file, or is too large.
    """
    with open_file(path) as file:
        refuse_large(file, most_bytes)
        # Another program may be writing to it.
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise _too_large(len(data), most_bytes)
    return data


def refuse_large(file: io.BufferedReader, most_bytes: int) -> None:
    """Refuse an open file that is larger than what is read.

    Raises:
        OSError: it is too large.
    """
    size = os.fstat(file.fileno()).st_size
    if size > most_bytes:
        raise _too_large(size, most_bytes)


def _too_large(size: int, most_bytes: int) -> OSError:
    reason = _("it is too large: it has {size} MB, and at most {most} MB are read")
    text = reason.format(size=size // _MEGABYTE, most=most_bytes // _MEGABYTE)
    return OSError(errno.EFBIG, text)
