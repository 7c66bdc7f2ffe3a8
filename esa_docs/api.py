"""What a Python program calls: load, check, render, build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, sort_diagnostics
from esa_docs.jobs.copies import copies_of
from esa_docs.jobs.issuing import Issue, issue_document
from esa_docs.jobs.plan import Choice, chosen_year, concerns, find_document, plan_jobs
from esa_docs.jobs.report import BuildReport
from esa_docs.jobs.run import Watcher, find_stale, run_jobs
from esa_docs.jobs.starting import start_document
from esa_docs.model.document import Document, Kind, Project
from esa_docs.model.register import RegisterTable, newest_year, register_table
from esa_docs.pages.expected_engine import expected_engine
from esa_docs.source.project import load_project
from esa_docs.thai import buddhist_year
from esa_docs.timing import Phase, measure


def load(path: str | Path) -> Project:
    """Read a project folder; faults in content are kept in ``Project.diagnostics``.

    Raises:
        MachineError: the folder is no project (E902).
    """
    with measure(Phase.LOAD):
        return load_project(Path(path))


def check(project: Project) -> tuple[Diagnostic, ...]:
    """Give everything found in a project's content, sorted by place."""
    return sort_diagnostics(project.diagnostics)


def find(project: Project, name: str, year: int | None = None) -> Document:
    """Give one document of a project, of the newest year where none is said.

    Raises:
        ContentError: there is no such year (E407) or document (E408), or its content has errors.
    """
    return find_document(project, name, year)


def issue(
    project: Project,
    name: str,
    number: str | None,
    date: dt.date,
    *,
    year: int | None = None,
    force: bool = False,
) -> Issue:
    """Write number and date into the content file of a document; load the project anew to see them.

    Args:
        project: where the document belongs.
        name: its name.
        number: its number without the year, in either digit set; None for the one that stands there already,
            and for a kind that bears none.
        date: its date.
        year: fiscal year of its folder; by default the newest.
        force: replace another number or date that stands there already.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, or it cannot be issued
            so (E412 to E414, E605).
        MachineError: the file cannot be written (E401, E405).
    """
    return issue_document(project, find_document(project, name, year), number, date, force=force)


def register(project: Project, kind: Kind, year: int | None = None) -> RegisterTable:
    """Give the numbers of a kind in one calendar year, the documents without a number, and the next free one.

    Args:
        project: whose register.
        kind: kind of document.
        year: calendar year in the Buddhist era; by default the newest in which a number is taken, else the
            newest folder's, else this year.
    """
    chosen = year or newest_year(project.register, kind) or max(project.years, default=0)
    return register_table(project.register, kind, chosen or buddhist_year(this_day()))


def start(
    project: Project, kind: Kind, name: str, year: int | None = None, scheme: str | None = None
) -> tuple[Path, ...]:
    """Write a new content file with every field explained, and the files of its parts; give their paths.

    Args:
        project: where it goes.
        kind: kind of document.
        name: its name.
        year: fiscal year of its folder; by default the newest.
        scheme: id of the edition of a self-assessment; by default that of the newest of its kind.

    Raises:
        ContentError: a name cannot be used (E403, E415), there is no year (E407), or no such edition (E660).
        MachineError: a file cannot be written (E401, E405).
    """
    return start_document(project, kind, name, year, scheme)


def render(document: Document, *, today: dt.date) -> bytes:
    """Make the Word file of a document, page numbers left out; equal documents give equal bytes.

    Raises:
        ContentError: the template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.render import render as render_document  # noqa: PLC0415 loads docxtpl and lxml

    return render_document(document, today=today)


def this_day() -> dt.date:
    """Ask the machine's clock, which nothing below does."""
    return dt.datetime.now().astimezone().date()


def build(
    project: Project,
    *,
    out: str | Path = "build",
    choice: Choice | None = None,
    today: dt.date | None = None,
    workers: int = 1,
    pdf: bool = False,
    force: bool = False,
    watch: Watcher = lambda _result: None,
) -> BuildReport:
    """Make the Word files of a project, with true page numbers, and PDFs if they are wanted.

    Args:
        project: what to make them from.
        out: output folder; a file goes to ``out/year/name.docx``.
        choice: which documents; by default all of the newest year.
        today: the day of the build; by default the machine's.
        workers: processes to make files with.
        pdf: make a PDF beside each Word file.
        force: make every file anew, and overwrite those edited by hand or open elsewhere.
        watch: told of each document as it is done.

    Raises:
        ContentError: the choice names what is not there (E407, E408).
    """
    folder, chosen = Path(out), choice or Choice()
    with measure(Phase.PLAN):
        jobs, year = plan_jobs(project, chosen, folder, with_pdf=pdf), chosen_year(project, chosen)
    results = run_jobs(jobs, folder, today=today or this_day(), workers=workers, force=force, watch=watch)
    made = (copy for document in project.documents for copy in copies_of(document, project.root))
    keys = [*(document.key for document in made), *project.faulty]
    found = (one for one in project.diagnostics if concerns(project, year, one.location))
    faulty = tuple(key for key in project.faulty if key.startswith(f"{year}/"))
    engine = expected_engine(project.office.font) if project.office else None
    return BuildReport.of(results, faulty, (*found, *find_stale(folder, keys)), engine)
