"""Documents as Word files, PDFs and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from esa_docs.api.clock import this_day
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.jobs.building.concerning import findings_of_build, unbuilt_keys
from esa_docs.jobs.building.output_checks import check_output
from esa_docs.jobs.building.output_lock import hold_output
from esa_docs.jobs.building.owners import project_name
from esa_docs.jobs.building.placed_as_sent import tell_placed_as_sent
from esa_docs.jobs.building.plan import Choice, chosen_year, document_keys, plan_jobs
from esa_docs.jobs.building.pruning import check_read_whole, pruning_of
from esa_docs.jobs.building.report import BuildReport
from esa_docs.jobs.building.run import Watcher, run_jobs
from esa_docs.jobs.building.stale import MadeFiles, find_stale
from esa_docs.jobs.changes.output_places import refuse_output
from esa_docs.jobs.kept.frozen import frozen_keys
from esa_docs.model.document import Document
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, read_bytes
from esa_docs.source.yaml_files.text import unreadable
from esa_docs.timing import Phase, measure


def render(document: Document[Any], *, today: dt.date) -> bytes:
    """Return the Word file of a document, without page numbers. Equal documents give equal bytes.

    Args:
        document: what to print.
        today: the day of the print.

    Raises:
        ContentError: the template does not fit (E302 to E310).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.render import render as render_document  # noqa: PLC0415 loads jinja2 and lxml

    return render_document(document, today=today)


def render_checked(document: Document[Any], *, today: dt.date) -> Checked[bytes]:
    """Return the Word file of a document, verified as a build verifies it; otherwise as ``render``.

    Returns:
        The file with the diagnostics; the file is None where it has errors.
    """
    from esa_docs.word.render import render_checked as render_and_verify  # noqa: PLC0415 as above

    return render_and_verify(document, f"{document.key}.docx", today=today)


def build(
    project: Project,
    *,
    out: str | Path = "build",
    choice: Choice | None = None,
    today: dt.date | None = None,
    workers: int = 1,
    pdf: bool = False,
    force: bool = False,
    prune: bool = False,
    watch: Watcher = lambda _result: None,
) -> BuildReport:
    """Make the Word files of a project, with true page numbers, and PDFs if they are wanted.

    Args:
        project: what to make them from.
        out: output folder; a file goes to ``out/year/name.docx``.
        choice: which documents; None for all of the newest year.
        today: the day of the build; None for the machine's.
        workers: processes to make files with.
        pdf: make a PDF beside each Word file.
        force: make every file anew, and overwrite those edited by hand or open elsewhere.
        prune: remove files of earlier builds that no document makes any more: of the named documents, of the
            year or of the kind where the choice says so, else of all years. What somebody edited stays.
        watch: called with the result of each document as it is done.

    Returns:
        What became of each document, with the diagnostics of the year.

    Raises:
        ContentError: the choice names what is not there (E407, E408), or the output folder belongs to a
            project, or a link in it leads into one (E446).
        MachineError: another build into the folder takes too long (E430), nothing can be written there
            (E405), or its manifest cannot be read or is a newer program's (E467).
    """
    from esa_docs.pages.expected_engine import expected_engine  # noqa: PLC0415 loads what reads fonts

    folder = Path(out)
    if choice is None:
        choice = Choice()
    if today is None:
        today = this_day()
    with measure(Phase.PLAN):
        jobs = plan_jobs(project, choice, folder, with_pdf=pdf)
        year = chosen_year(project, choice)
    made_files = MadeFiles.of(document_keys(project), project.faulty, project.years)
    unread = tuple(check_read_whole(project, choice)) if prune else ()
    pruning = pruning_of(project, choice, made_files) if prune and not unread else None
    owner = project_name(project.root, folder)
    with hold_output(folder):
        output_findings = check_output(jobs, folder)
        results = run_jobs(
            jobs, folder, owner, today=today, workers=workers, force=force, pruning=pruning, watch=watch
        )
    diagnostics = [*findings_of_build(project, choice, year, jobs), *unread, *output_findings]
    diagnostics += tell_placed_as_sent(project, choice, year)
    told_paths = frozenset(result.output for result in results)
    diagnostics += _find_stale(project, folder, made_files, told_paths)
    placed_keys = frozen_keys(project)
    faulty_keys = tuple(key for key in unbuilt_keys(project, choice, year) if key not in placed_keys)
    engine = expected_engine(project.office.font) if project.office else None
    return BuildReport.of(results, faulty_keys, tuple(diagnostics), engine)


def _find_stale(
    project: Project, folder: Path, made_files: MadeFiles, told_paths: frozenset[Path]
) -> Iterator[Diagnostic]:
    # A file whose document cannot be read now is not stale.
    if project.is_whole:
        yield from find_stale(folder, made_files, told_paths, project_name(project.root, folder))


def draw_pages(document: Document[Any], out: Path, *, dpi: int) -> Iterator[tuple[Path, bytes]]:
    """Draw every page of a document as PNG.

    Args:
        document: what to draw.
        out: output folder.
        dpi: pixels per inch.

    Yields:
        The path of each picture below the output folder, and the picture.

    Raises:
        ContentError: the document cannot be made, or the output folder belongs to a project (E446).
        MachineError: this machine cannot lay it out (E721, E726, E906) or draw it (E910).
    """
    from esa_docs.jobs.building.preview import draw_pages as draw_each_page  # noqa: PLC0415 loads what pictures need

    refuse_output(out)
    return draw_each_page(document, out, dpi=dpi, today=this_day())


def draw_charts(document: Document[Any], output: Path, number: int | None = None) -> dict[Path, bytes]:
    """Return pictures of the flow charts of a document by their paths; see ``chart_pictures.draw_charts``."""
    from esa_docs.chart_pictures import draw_charts as draw_each_chart  # noqa: PLC0415 loads fonts and lxml

    return draw_each_chart(document, output, number)


def verify_file(path: Path) -> tuple[Diagnostic, ...]:
    """Check a finished Word file: Thai in Word, ids, fields, and the schema of the format.

    Args:
        path: the file.

    Returns:
        The diagnostics; E110 alone where the file cannot be read.
    """
    from esa_docs.word.verify.template_files import verify_paper  # noqa: PLC0415 loads lxml

    file_label = path.as_posix()
    try:
        data = read_bytes(path, MOST_BYTES_OF_PDF)
    except OSError as fault:
        return (unreadable(fault, Location(file_label)),)
    with measure(Phase.VERIFY):
        return verify_paper(data, file_label)
