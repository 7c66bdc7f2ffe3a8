"""What a year asks of its documents: numbers and dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.api.clock import this_day
from esa_docs.api.projects import check, find, load
from esa_docs.diagnostics import Diagnostic
from esa_docs.jobs.changing import hold_project
from esa_docs.jobs.issuing import Issuance, issue_document
from esa_docs.jobs.number_use import with_misnumbered
from esa_docs.model.number_register import RegisterTable, newest_year, register_table
from esa_docs.model.numbering import series_of_office
from esa_docs.model.project import Project
from esa_docs.source.files import path_label
from esa_docs.source.register_text import REGISTERS_FOLDER
from esa_docs.thai import buddhist_year

_ABOUT_NUMBERS = frozenset({"E605", "E606", "E639", "E696", "E697"})


def issue(
    root: str | Path,
    name: str,
    number: str | None,
    date: dt.date,
    *,
    year: int | None = None,
    force: bool = False,
) -> Issuance:
    """Write number and date into the content file of a document.

    Args:
        root: folder of the project where the document belongs.
        name: its name.
        number: its number without the year, in either digit set; None for the one that stands there already,
            and for a kind that bears none.
        date: its date.
        year: fiscal year of its folder; None for the newest.
        force: replace another number or date that stands there already.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, or it cannot be issued
            so (E412 to E414, E605, E639, E696, E697); or its file has changed meanwhile (E431).
        MachineError: the project is being changed by somebody else (E430), or the file cannot be written
            (E401, E405).
    """
    folder = Path(root)
    with hold_project(folder):
        project = load(folder)
        document = find(with_misnumbered(project), name, year)
        return issue_document(project, document, number, date, today=this_day(), force=force)


def register(project: Project, series: str, year: int | None = None) -> RegisterTable:
    """Return the numbers of a series in one calendar year, the documents without one, and the next free one.

    Args:
        project: whose register.
        series: name of the series: the kind that is counted, or ``circular``; of a unit ``memo-อำนวยการ``.
        year: calendar year in the Buddhist era; None for the newest in which a number is taken, else the
            newest folder's, else this year.
    """
    numbers = series_of_office(project.kinds, project.office)[series]
    if not year:
        year = newest_year(project.register, numbers)
    if not year:
        year = max(project.years, default=0)
    if not year:
        year = buddhist_year(this_day())
    return register_table(project.register, numbers, year)


def number_diagnostics(project: Project) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the numbers of a project: in its documents and its register files."""
    registers = path_label(project.root / REGISTERS_FOLDER)
    diagnostics: list[Diagnostic] = []
    for diagnostic in check(project):
        is_in_register = diagnostic.location.path.startswith(f"{registers}/")
        if is_in_register or diagnostic.code in _ABOUT_NUMBERS:
            diagnostics.append(diagnostic)
    return tuple(diagnostics)
