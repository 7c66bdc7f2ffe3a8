"""Changing the files of a project beside issuing and starting: workbooks, the emblem, drafts, ids."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from esa_docs.api.clock import this_day
from esa_docs.api.projects import load
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.drafts import WrittenDrafts
from esa_docs.jobs.drafts import write_drafts as put_drafts
from esa_docs.jobs.emblem import EmblemPlan, plan_taking
from esa_docs.jobs.people.roster_ids import WrittenIds
from esa_docs.jobs.people.roster_ids import write_ids as put_ids
from esa_docs.jobs.workbooks import WorkbookImport
from esa_docs.jobs.workbooks import import_workbook as take_workbook
from esa_docs.model.draft import Draft


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


def write_drafts(root: Path, drafts: Iterable[Draft]) -> WrittenDrafts:
    """Write the drafts whose files are not there yet, all or none.

    Args:
        root: project folder.
        drafts: the drafts.

    Raises:
        ContentError: somebody made a file of this name meanwhile (E431).
        MachineError: the project is being changed by somebody else (E430), or a file cannot be written
            (E401, E405).
    """
    return put_drafts(root, drafts, today=this_day())


def write_ids(root: Path) -> WrittenIds:
    """Write an id for everybody who has none into the roster of a project; all else in its file stays.

    Args:
        root: project folder.

    Raises:
        ContentError: as ``jobs.people.roster_ids.write_ids``.
        MachineError: the folder is no project (E902); the file is open in another program (E401), or cannot
            be written (E405).
    """
    return put_ids(root, today=this_day())
