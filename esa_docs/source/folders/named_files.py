"""Files of a project at a place of their own, such as people.yaml, or at one that content names.

E438 a file that content names is there and cannot be read. Faults of the others are those of `unread.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import (
    Entry,
    Sort,
    is_there,
    look_at,
    open_file,
    reason_of,
    refuse_large,
    scan_folder,
)
from esa_docs.source.folders.files import is_inside, path_label
from esa_docs.source.folders.impossible_paths import NEVER_THERE
from esa_docs.source.folders.named_paths import NamedFile
from esa_docs.source.folders.unread import (
    diagnose_file,
    diagnose_folder,
    diagnose_linked_folder,
    diagnose_outside,
    diagnose_place_of_folder,
)


def file_fault(root: Path, path: Path) -> Diagnostic | None:
    """Return the diagnostic of a file of the project that must not be read (E435 to E437).

    None of a file, and where nothing is there.

    Args:
        root: project folder.
        path: where the file lies, or would lie.
    """
    return _fault_at(root, path, diagnose_file)


def list_folder(root: Path, path: Path, *, may_be_link: bool = True) -> Checked[list[Entry]]:
    """Return what a folder of the project holds, or why it cannot be read (E435 to E437).

    A folder that is not there holds nothing: it may be left out.

    Args:
        root: project folder.
        path: where the folder lies, or would lie.
        may_be_link: whether a link to another folder of the project may stand there.
    """
    fault = _fault_at(root, path, diagnose_place_of_folder)
    if fault is None and not may_be_link and look_at(path).is_link:
        fault = diagnose_linked_folder(path_label(path))
    if fault is not None:
        return Checked(None, (fault,))
    if not is_there(path):
        return Checked([])
    try:
        return Checked(scan_folder(path))
    except OSError as refused:
        return Checked(None, (diagnose_folder(refused, path_label(path)),))


def _fault_at(
    root: Path, path: Path, diagnose: Callable[[Entry, str], Diagnostic | None]
) -> Diagnostic | None:
    entry = look_at(path)
    fault = diagnose(entry, path_label(path))
    if fault is None and entry.is_link and not is_inside(path, root):
        return diagnose_outside(path_label(path))
    return fault


def obstacle(file: NamedFile) -> str:
    """Return why a file that content names cannot be read, in words.

    Empty where no file is there: nothing, a folder, something outside the project folder, or a path at which
    none can be (`impossible_paths.py`).

    Args:
        file: what stands where content names it.
    """
    entry = file.entry
    # Of a link that leads to itself nobody knows where it leads.
    may_be_read = entry.sort is Sort.ENDLESS or file.is_inside
    if entry.sort is Sort.FOLDER or not may_be_read:
        return ""
    fault = diagnose_file(entry, path_label(entry.path))
    return fault.message if fault else refusal(entry.path)


def refusal(path: Path, most_bytes: int | None = None) -> str:
    """Return why a file cannot be opened, in words; empty where it can, and where none is there.

    Args:
        path: the file.
        most_bytes: bytes of the largest one that is read; None where its bytes are never read at once.
    """
    try:
        with open_file(path) as file:
            if most_bytes is not None:
                refuse_large(file, most_bytes)
            return ""
    except FileNotFoundError:
        return ""
    except OSError as fault:
        return "" if fault.errno in NEVER_THERE else reason_of(fault)


def unreadable_words(name: str, reason: str) -> tuple[str, str]:
    """Return message and hint of a file that content names, and that is there and cannot be read (E438).

    Args:
        name: the file as written.
        reason: why, in words.
    """
    message = _("the file '{file}' is there and cannot be read: {reason}").format(file=name, reason=reason)
    return message, _("Close it in other programs, or ask for the right to read it; or name a copy of it.")


def diagnose_unreadable(name: str, reason: str, place: Location, field: str) -> Diagnostic:
    """Return the diagnostic of such a file at the place that names it (E438)."""
    message, hint = unreadable_words(name, reason)
    return Diagnostic("E438", message, place, hint, field=field)


def folder_place(folder: Path) -> Location:
    """Return the place of a folder as a whole. The current folder has its full path: '.' says nothing."""
    label = path_label(folder)
    if label == ".":
        label = folder.absolute().as_posix()
    return Location(label)
