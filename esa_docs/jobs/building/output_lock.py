"""The lock of an output folder: one build at a time writes there, and the others wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.manifest import state_folder
from esa_docs.jobs.changes.files import TEMPORARY_FOLDER, clear_all
from esa_docs.jobs.changes.folder_lock import FolderLock
from esa_docs.jobs.changes.journal import CHANGE_PREFIX
from esa_docs.jobs.changes.output_places import refuse_output
from esa_docs.source.folders.disk import is_there

_WAITING_SECONDS: Final = 600.0
"""A build of a whole year with its PDFs takes some minutes on an old machine."""


@contextmanager
def hold_present_output(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder into which something was built; else nothing, and no folder is made.

    Load the project inside: while one build waited for another, the content may have changed.

    Args:
        out: output folder.

    Raises:
        ContentError: the folder belongs to a project (E446).
        MachineError: another build takes too long (E430), or the output folder cannot be written (E405).
    """
    refuse_output(out)
    # A folder that cannot be looked into is refused with its reason where it is to be written.
    if not is_there(state_folder(out)):
        yield
        return
    with hold_output(out):
        yield


@contextmanager
def hold_output(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder: nobody else builds into it meanwhile. Inside itself it is held once.

    What killed builds left of temporary files is deleted first.

    Args:
        out: output folder; it is made where it is missing.

    Raises:
        ContentError: the folder belongs to a project (E446).
        MachineError: another build takes too long (E430), or the output folder cannot be written (E405).
    """
    refuse_output(out)
    state = state_folder(out)
    # The folders of the program's own files may be links.
    for folder in (state, state / TEMPORARY_FOLDER):
        refuse_output(folder)
    lock = FolderLock(out, state, "build-", _WAITING_SECONDS, _busy_words)
    is_held_already = lock.is_held
    with lock.hold() as is_ours_alone:
        if is_ours_alone and not is_held_already:
            # The folder may have been a project: then the temporary files of its changes lie there too.
            clear_all(state, kept_prefix=CHANGE_PREFIX)
        yield


def _busy_words(holder: str) -> str:
    return _("documents are being made in this folder by {holder}").format(holder=holder)
