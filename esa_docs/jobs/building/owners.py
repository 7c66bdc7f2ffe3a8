"""Whose files lie in an output folder: two projects that build into one leave each other's files alone.

A record names the folder of its project, as seen from the output folder: so both may be moved or copied
together. A project that was moved alone goes on: where it lay before, there is no project any more.

E468 the file of another project lies where a document goes.
"""

from __future__ import annotations

import os
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.source.folders.files import is_project, path_label


def project_name(root: Path, out: Path) -> str:
    """Return the folder of a project as records of an output folder name it.

    It is the way from the output folder; on another drive of Windows, the whole path.

    Args:
        root: the project folder.
        out: the output folder.
    """
    # Not Path.resolve, which refuses a link that leads to itself, before Python 3.13.
    folder, start = os.path.realpath(root), os.path.realpath(out)
    try:
        path = Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        path = Path(folder).as_posix()
    # On Linux a name may hold bytes that are no UTF-8; JSON cannot.
    return path.encode("utf-8", "backslashreplace").decode()


def is_of_other(out: Path, record: FileRecord, project: str) -> bool:
    """Return whether a file was made by another project, which is still there.

    Args:
        out: the output folder.
        record: what the manifest knows of the file.
        project: the project that is asked for; empty where it is not known.
    """
    if "" in {project, record.project} or record.project == project:
        return False
    folder = _project_of(out, record.project)
    return is_project(folder) and not _is_one_folder(folder, _project_of(out, project))


def diagnose_other(out: Path, path: Path, record: FileRecord) -> Diagnostic:
    """Return the diagnostic of a file of another project in the place of a document (E468)."""
    folder_label = path_label(_project_of(out, record.project))
    message = _("the project {folder} made this file; it was not overwritten").format(folder=folder_label)
    hint = _("Build into another folder with --out; if the file is not needed any more, use --force.")
    return Diagnostic("E468", message, Location(path_label(path)), hint)


def _project_of(out: Path, project: str) -> Path:
    """Return the folder of a project that records name."""
    return Path(os.path.normpath(Path(os.path.realpath(out)) / project))


def _is_one_folder(folder: Path, other_folder: Path) -> bool:
    """Return whether two paths lead to one folder: Windows takes C:/Office and c:/office for one."""
    try:
        return folder.samefile(other_folder)
    except OSError:
        return False
