"""What a Python program calls: load, check, render, build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, sort_diagnostics
from esa_docs.jobs.plan import Choice, chosen_year, concerns, plan_jobs
from esa_docs.jobs.report import BuildReport
from esa_docs.jobs.run import Watcher, find_stale, run_jobs
from esa_docs.model.document import Document, Project
from esa_docs.source.project import load_project


def load(path: str | Path) -> Project:
    """Read a project folder; faults in content are kept in ``Project.diagnostics``.

    Raises:
        MachineError: the folder is no project (E902).
    """
    return load_project(Path(path))


def check(project: Project) -> tuple[Diagnostic, ...]:
    """Give everything found in a project's content, sorted by place."""
    return sort_diagnostics(project.diagnostics)


def render(document: Document, *, today: dt.date) -> bytes:
    """Make the Word file of a document; equal documents give equal bytes.

    Raises:
        ContentError: the template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.render import render as render_document  # noqa: PLC0415 loads docxtpl and lxml

    return render_document(document, today=today)


def build(
    project: Project,
    *,
    out: str | Path = "build",
    choice: Choice | None = None,
    today: dt.date | None = None,
    workers: int = 1,
    force: bool = False,
    watch: Watcher = lambda _result: None,
) -> BuildReport:
    """Make the Word files of a project.

    Args:
        project: what to make them from.
        out: output folder; a file goes to ``out/year/name.docx``.
        choice: which documents; by default all of the newest year.
        today: the day of the build; by default the machine's.
        workers: processes to make files with.
        force: make every file anew, and overwrite those edited by hand or open elsewhere.
        watch: told of each document as it is done.

    Raises:
        ContentError: the choice names what is not there (E407, E408).
    """
    folder, chosen = Path(out), choice or Choice()
    jobs, year = plan_jobs(project, chosen, folder), chosen_year(project, chosen)
    day = today or dt.datetime.now().astimezone().date()
    results = run_jobs(jobs, folder, today=day, workers=workers, force=force, watch=watch)
    keys = [*(document.key for document in project.documents), *project.faulty]
    found = (one for one in project.diagnostics if concerns(project, year, one.location))
    faulty = tuple(key for key in project.faulty if key.startswith(f"{year}/"))
    return BuildReport.of(results, faulty, (*found, *find_stale(folder, keys)))
