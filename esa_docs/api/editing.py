"""Changing the files of a project beside issuing and starting: workbooks, the emblem."""

from __future__ import annotations

from pathlib import Path

from esa_docs.api.clock import this_day
from esa_docs.api.projects import load
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.emblem import EmblemPlan, plan_taking
from esa_docs.jobs.workbooks import WorkbookImport
from esa_docs.jobs.workbooks import import_workbook as take_workbook


def import_workbook(
    root: str | Path, name: str, workbook: Path, *, year: int | None = None
) -> WorkbookImport:
    """Write the changes of a filled-in workbook into the content files, all or none.

    Args:
        root: folder of the project where the document is.
        name: name of the document.
        workbook: the workbook, as it came back.
        year: fiscal year in the Buddhist era; None for the newest that has a folder.

    Raises:
        ContentError: as ``jobs.workbooks.import_workbook``.
        MachineError: the project is being changed by somebody else (E430), openpyxl is not on this machine
            (E911), or a file cannot be written (E401, E405).
    """
    folder = Path(root)
    with hold_project(folder, this_day()):
        return take_workbook(load(folder), name, workbook, year=year)


def take_emblem(file: Path, root: str | Path, *, force: bool) -> EmblemPlan:
    """Take the emblem of a Word file into a project; return what was changed.

    Args:
        file: an official Word file.
        root: the project folder.
        force: overwrite another picture of the same name.

    Raises:
        ContentError: as ``jobs.emblem.plan_taking``; or a file has changed meanwhile (E431).
        MachineError: the folder is no project (E902), it is being changed by somebody else (E430), or a file
            cannot be written (E401, E405).
    """
    folder = Path(root)
    with hold_project(folder, this_day()):
        plan = plan_taking(file, folder, force=force)
        write_changes(folder, plan.changes)
    return plan
