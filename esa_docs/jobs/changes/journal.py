"""The journal of a change of several files: the next command finishes or undoes what a killed one began.

It is one file, put in place by one rename before the first of the files changes, and deleted after the last.
"""

from __future__ import annotations

import base64
import json
import platform
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import TEMPORARY_FOLDER, move_into_place, staged
from esa_docs.jobs.changes.inner_paths import stays_below
from esa_docs.source.folders.disk import read_bytes, reason_of
from esa_docs.source.folders.files import is_inside, path_label

STATE_FOLDER: Final = ".esa-docs"
CHANGE_PREFIX: Final = "change-"
"""How the names of temporary files of changes begin: a build may have others in the same folder."""
_FORMAT: Final = 1
_MOST_BYTES: Final = 1024 * 1024 * 1024
"""Bytes of the largest journal that is read: it holds files of a change in base64, a scan among them."""


class _ForeignPlaceError(Exception):
    """A journal names a place that no command changes."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A change of one file of a project.

    Attributes:
        path: the file.
        before: what it held when the change was worked out; None where there was no file.
        after: what it is to hold.
    """

    path: Path
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Journal:
    """A change of several files that is under way.

    Attributes:
        changes: the changes, in the order in which they are made.
        new_folders: folders that they make, outer ones first.
        is_undone: whether it is being undone, because one of the files could not be changed.
        host: name of the machine that makes it.
    """

    changes: tuple[FileChange, ...]
    new_folders: tuple[Path, ...] = ()
    is_undone: bool = False
    host: str = field(default_factory=platform.node)

    @property
    def is_of_this_machine(self) -> bool:
        """Whether this machine makes the change, or made it before it was interrupted."""
        return self.host == platform.node()


def state_folder_of(root: Path) -> Path:
    """Return the folder of a project in which the program keeps its own files."""
    return root / STATE_FOLDER


def temporary_folder(root: Path) -> Path:
    """Return the folder of a project in which files are written before they are moved into place."""
    return state_folder_of(root) / TEMPORARY_FOLDER


def journal_file(root: Path) -> Path:
    """Return the place of the journal of a project."""
    return state_folder_of(root) / "journal.json"


def has_journal(root: Path) -> bool:
    """Return whether a change of a project is under way, or was interrupted."""
    try:
        return journal_file(root).exists()
    except OSError:
        # Where this folder cannot be looked into, the project cannot be read either, and that is told.
        return False


def write_journal(root: Path, journal: Journal) -> None:
    """Put a journal in place, whole or not at all.

    Args:
        root: project folder; every file of the journal lies in it.
        journal: the journal.

    Raises:
        OSError: it cannot be written.
    """
    rows = [_change_row(root, change) for change in journal.changes]
    folders = [folder.relative_to(root).as_posix() for folder in journal.new_folders]
    data = {
        "format": _FORMAT,
        "host": journal.host,
        "undo": journal.is_undone,
        "folders": folders,
        "changes": rows,
    }
    text = json.dumps(data, ensure_ascii=False)
    with staged(text.encode(), temporary_folder(root), CHANGE_PREFIX) as temporary:
        move_into_place(temporary, journal_file(root))


def read_journal(root: Path) -> Journal | None:
    """Return the journal of a project; None where no change is under way.

    Args:
        root: project folder, links followed.

    Raises:
        ContentError: it cannot be read, or names a place that no command changes (E432). A folder that is
            synchronised may bring a journal from others.
    """
    try:
        data = read_bytes(journal_file(root), _MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise ContentError([_unreadable_journal(root, fault)]) from fault
    try:
        return _parse_journal(root, json.loads(data.decode()))
    except _ForeignPlaceError as fault:
        raise ContentError([_foreign_place(root, str(fault))]) from fault
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ContentError([_unknown_journal(root)]) from fault


def delete_journal(root: Path) -> None:
    """Delete the journal: the change is made, or undone.

    Raises:
        OSError: it cannot be deleted.
    """
    journal_file(root).unlink(missing_ok=True)


def _change_row(root: Path, change: FileChange) -> dict[str, str | None]:
    before = None if change.before is None else _as_text(change.before)
    path = change.path.relative_to(root).as_posix()
    return {"path": path, "before": before, "after": _as_text(change.after)}


def _parse_journal(root: Path, data: dict[str, Any]) -> Journal:
    if data["format"] != _FORMAT:
        raise ValueError("a journal of another program version")
    folders = tuple(_parse_place(root, folder) for folder in data["folders"])
    changes = tuple(_parse_change(root, row) for row in data["changes"])
    return Journal(changes, folders, bool(data["undo"]), str(data["host"]))


def _parse_change(root: Path, row: dict[str, Any]) -> FileChange:
    before = None if row["before"] is None else base64.b64decode(row["before"], validate=True)
    after = base64.b64decode(row["after"], validate=True)
    return FileChange(_parse_place(root, row["path"]), before, after)


def _parse_place(root: Path, written_path: str) -> Path:
    """Return a place of the project that a command may change.

    No command changes what begins with a dot, such as ``.git/hooks``: programs run what lies there.

    Raises:
        _ForeignPlaceError: it is none.
    """
    path = root / written_path
    if not stays_below(written_path) or not is_inside(path, root):
        raise _ForeignPlaceError(written_path)
    # Links, and the short names of Windows such as GIT~1, may lead to what is hidden.
    real_parts = path.resolve().relative_to(root.resolve()).parts
    parts = (*PureWindowsPath(written_path).parts, *real_parts)
    if any(part.startswith(".") for part in parts):
        raise _ForeignPlaceError(written_path)
    return path


def _as_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unreadable_journal(root: Path, fault: OSError) -> Diagnostic:
    message = _("the note of a change that may have been interrupted cannot be read: {reason}")
    text = message.format(reason=reason_of(fault))
    hint = _("Close it in other programs, or ask for the right to read it; what is no file, delete.")
    return Diagnostic("E432", text, Location(path_label(journal_file(root))), hint)


def _foreign_place(root: Path, written_path: str) -> Diagnostic:
    message = _(
        "the note of a change that was interrupted names a place that no command changes: {path};"
        " nothing was written"
    )
    # Control characters would change how a terminal shows the message.
    shown_path = written_path if written_path.isprintable() else ascii(written_path)
    text = message.format(path=shown_path)
    hint = _("esa-docs did not write this note. Find out who put it there, then delete it.")
    return Diagnostic("E432", text, Location(path_label(journal_file(root))), hint)


def _unknown_journal(root: Path) -> Diagnostic:
    message = _("the note of a change that was interrupted cannot be read; files may be changed in part")
    hint = _("Use the newest esa-docs; else look through the newest files, then delete this note.")
    return Diagnostic("E432", message, Location(path_label(journal_file(root))), hint)
