"""Taking a file out of its place: it is renamed or deleted, unless another program has it open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import lock_file, unwritable
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import path_label
from esa_docs.timing import Phase, measure


def take_away(path: Path, take: Callable[[], object], *, force: bool) -> Diagnostic | None:
    """Rename or delete a file.

    Args:
        path: the file.
        take: does it.
        force: do it also where a lock file says that another program has the file open.

    Returns:
        None where it was done, else why the file stays: another program has it open (E401), or the folder
        refuses (E405).
    """
    lock = None if force else lock_file(path)
    if lock is not None:
        hint = _("Close it there. If it is not open anywhere, delete {lock}.").format(lock=lock)
        return _stays_in_use(path, hint)
    try:
        with measure(Phase.WRITE):
            take()
    except PermissionError as fault:
        # Windows and network folders refuse with this error what is open; see `jobs/changes/files.py`.
        if look_at(path).sort is Sort.FILE and os.access(path.parent, os.W_OK):
            return _stays_in_use(path, _("Close it in the program that shows it, then build again."))
        return unwritable(fault, path_label(path))
    except OSError as fault:
        return unwritable(fault, path_label(path))
    return None


def _stays_in_use(path: Path, hint: str) -> Diagnostic:
    message = _("the file is open in another program and was left where it is")
    return Diagnostic("E401", message, Location(path_label(path)), hint)
