"""Whose files lie in an output folder: two projects that build into one leave each other's files alone.

A record names the folder of its project. A project that was moved goes on: where it lay before, there is no
project any more. E468 the file of another project lies where a document goes.
"""

from __future__ import annotations

from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.source.files import is_project, path_label


def project_name(root: Path) -> str:
    """Return the folder of a project as records name it: its whole path, links followed."""
    path = root.resolve().as_posix()
    # On Linux a name may hold bytes that are no UTF-8; JSON cannot.
    return path.encode("utf-8", "backslashreplace").decode()


def is_of_other(record: FileRecord, project: str) -> bool:
    """Return whether a file was made by another project, which is still there.

    Args:
        record: what the manifest knows of the file.
        project: the project that is asked for; empty where it is not known.
    """
    if "" in {project, record.project} or record.project == project:
        return False
    folder = Path(record.project)
    return is_project(folder) and not _is_one_folder(folder, Path(project))


def diagnose_other(path: Path, record: FileRecord) -> Diagnostic:
    """Return the diagnostic of a file of another project in the place of a document (E468)."""
    message = _("the project {folder} made this file; it was not overwritten").format(folder=record.project)
    hint = _("Build into another folder with --out; if the file is not needed any more, use --force.")
    return Diagnostic("E468", message, Location(path_label(path)), hint)


def _is_one_folder(folder: Path, other_folder: Path) -> bool:
    """Return whether two paths lead to one folder: Windows takes C:/Office and c:/office for one."""
    try:
        return folder.samefile(other_folder)
    except OSError:
        return False
