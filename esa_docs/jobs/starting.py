"""Starting a document: a new content file with every field explained."""

from __future__ import annotations

from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import write_files
from esa_docs.model.document import CONTENT_OF_KIND, Kind, Project
from esa_docs.source.files import find_content, find_years, name_fault, output_key, shown_path
from esa_docs.source.scaffold import scaffold_text

_ENDING = ".yaml"


def start_document(project: Project, kind: Kind, name: str, year: int | None = None) -> Path:
    """Write a new content file and give its path; its folders are made.

    Args:
        project: where it goes.
        kind: kind of document.
        name: path below the year's folder without the ending, with forward slashes.
        year: fiscal year in the Buddhist era; by default the newest that has a folder.

    Raises:
        ContentError: the name cannot be a file name (E403) or is that of another document (E415), or the
            project has no year yet and none is said (E407).
        MachineError: the file cannot be written (E401, E405).
    """
    path = _path_of(project, name, year)
    depth, person = name.count("/") + 1, _example_person(project)
    text = scaffold_text(
        kind, CONTENT_OF_KIND[kind], person=person, depth=depth, known=_known_examples(project)
    )
    for _path in write_files({path: text.encode("utf-8")}):
        pass
    return path


def _path_of(project: Project, name: str, year: int | None) -> Path:
    years, _found = find_years(project.root)
    wanted = year if year is not None else max(years, default=None)
    if wanted is None:
        message = _("the project has no folder of a year yet")
        hint = _("Say the year, such as --year 2569.")
        raise ContentError([Diagnostic("E407", message, Location(shown_path(project.root)), hint)])
    folder = years.get(wanted, project.root / str(wanted))
    path = folder / f"{name}{_ENDING}"
    fault = name_fault(name, shown_path(path))
    if fault:
        raise ContentError([fault])
    key = output_key(f"{wanted}/{name}")
    same = (file.path for file in find_content(project.root, years) if output_key(file.key) == key)
    there = next(same, None)
    if there:
        message = _("there is already a file of this name, and it was not overwritten")
        hint = _("Choose another name, or edit this file.")
        raise ContentError([Diagnostic("E415", message, Location(shown_path(there)), hint)])
    return path


def _known_examples(project: Project) -> dict[str, str]:
    """Give examples that are true of this project, by ``Model.field``."""
    powers = project.office.powers if project.office else ()
    groups = project.office.groups if project.office else ()
    orders = (one for one in project.documents if one.year == max(project.years) and one.kind == "order")
    order = next((one.name for one in orders if len(one.content.committees) == 1), None)
    who_meets = {"Minutes.order": order} if order else {"Minutes.body": "", "Minutes.members": ""}
    known = {"Order.power": powers[0].id} if powers else {}
    return {**known, **({"Correspondence.owner": groups[0].id} if groups else {}), **who_meets}


def _example_person(project: Project) -> str:
    director = project.office.director if project.office else None
    chosen = director or next(iter(project.people), None)
    return chosen.id if chosen else "id"
