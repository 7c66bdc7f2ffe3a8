"""``esa-docs status``: show how far the self-assessments of a year are, and the states of its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import (
    force_option,
    format_option,
    output_option,
    project_option,
    project_root,
    year_option,
)
from esa_docs.cli.show import exit_code, report_faults, show_json, tell
from esa_docs.cli.undone import unwritten
from esa_docs.cli.unread import tell_unread
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    import datetime as dt

    from esa_docs.api import Paper
    from esa_docs.assess.gaps import Gap
    from esa_docs.assess.status import WorkStatus
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document
    from esa_docs.model.draft import Draft
    from esa_docs.model.progress import Progress
    from esa_docs.model.project import Project


@click.command(
    "status",
    help=_("Show how far the SAR and PMQA reports are, and which documents wait for somebody."),
)
@click.argument("name", required=False)
@project_option
@year_option
@output_option(_("Write a report for the director to a Word file."), ".docx")
@force_option
@click.option(
    "--draft-memos",
    "is_drafting",
    is_flag=True,
    help=_("Also write drafts of the memos that ask owners for what is missing, or remind them."),
)
@format_option
@report_faults
def status_command(
    name: str | None,
    root: Path | None,
    year: int | None,
    output: Path | None,
    form: str,
    *,
    force: bool,
    is_drafting: bool,
) -> int:
    """Write what is asked for, then show. Reports with errors are not looked through, but named."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    today = api.this_day()
    documents = _reports(project, name, year, must_be_report=bool(output) or is_drafting)
    if output and documents:
        _write(project, documents, output, today, force=force)
    if is_drafting:
        _draft(project, documents, today)
    works = [api.work_status(document, project.kinds, today) for document in documents]
    _show(works, _papers(project, name, year), form, with_papers=name is None)
    return _report_faulty(project, year)


def _reports(
    project: Project, name: str | None, year: int | None, *, must_be_report: bool
) -> tuple[Document[Content], ...]:
    """Return the reports of a year, or the one of a name; none where another paper has the name.

    Args:
        project: where they are.
        name: the name; None for all reports.
        year: fiscal year; None for the newest.
        must_be_report: whether the name of another paper is refused (E675).
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if name is None or must_be_report:
        return api.reports_under_way(project, name, year)
    names_of_reports = {report.name for report in api.reports_under_way(project, None, year)}
    for paper in _papers(project, name, year):
        if not paper.is_faulty and paper.name not in names_of_reports:
            return ()
    return api.reports_under_way(project, name, year)


def _papers(project: Project, name: str | None, year: int | None) -> list[Paper]:
    """Return the papers of a year; the one of a name, where only one is asked for."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    shown_year = api.chosen_year(project, api.Choice(year=year))
    papers = api.papers_of(project, shown_year)
    return [paper for paper in papers if name in {None, paper.name}]


def _show(works: Sequence[WorkStatus], papers: Sequence[Paper], form: str, *, with_papers: bool) -> None:
    """Show the reports, then the papers of the year.

    Args:
        works: the reports.
        papers: the papers, the reports among them.
        form: ``text`` or ``json``.
        with_papers: whether the text has the papers too; JSON has the state of every paper anyway.
    """
    from esa_docs.cli.papers import (  # noqa: PLC0415 keeps --help fast
        named_paper_lines,
        paper_lines,
        paper_rows,
    )

    if form == "json":
        show_json(paper_rows(papers, works))
        return
    keys_by_name = {paper.name: paper.key for paper in papers}
    for work in works:
        _show_report(work, keys_by_name[work.name])
    if not works and with_papers:
        tell(_("The year has no SAR or PMQA report."))
    lines = paper_lines if with_papers else named_paper_lines
    for line in lines(papers, works):
        click.echo(line)


def _show_report(work: WorkStatus, key: str) -> None:
    click.echo(f"{key}\t{work.title}")
    lines = [*_table_lines(work.progress), *_gap_lines(work)]
    for line in lines:
        click.echo(f"  {line}")


def _table_lines(progress: Progress) -> Iterator[str]:
    """Generate the table of counts: a line of heads, a line for each owner, a line for all."""
    heads_of_counts = (_("total"), _("filled in"), _("open"), _("late"), _("no evidence"))
    yield "  ".join((*heads_of_counts, _("owner")))
    for owner, progress_of_owner in progress.by_owner():
        name = owner.id if owner else "-"
        yield _table_line(heads_of_counts, progress_of_owner, name)
    yield _table_line(heads_of_counts, progress, _("all"))


def _table_line(heads: Sequence[str], progress: Progress, name: str) -> str:
    """Return counts, each flush right below its head, and a name behind them."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    counts = (
        len(progress.parts),
        progress.filled,
        progress.open,
        progress.late,
        progress.without_evidence,
    )
    cells: list[str] = []
    for head, count in zip(heads, counts, strict=True):
        # str.rjust would count the vowels and tone marks above and below letters, which take no column.
        width = thai.count_columns(head)
        digits = str(count)
        cells.append(" " * (width - len(digits)) + digits)
    cells.append(name)
    return "  ".join(cells)


def _gap_lines(work: WorkStatus) -> Iterator[str]:
    """Generate a line for each gap, and one for the questions without an answer."""
    for gap in work.gaps:
        owner = gap.owner.id if gap.owner else _("no owner")
        missing = " ".join(gap.missing)
        yield f"{_state(gap)}\t{gap.where}\t{missing}\t{owner}"
    if work.progress.unanswered:
        numbers = ", ".join(map(str, work.progress.unanswered))
        yield _("questions of the profile without an answer: {numbers}").format(numbers=numbers)


def _state(gap: Gap) -> str:
    from esa_docs import thai  # noqa: PLC0415

    if gap.due is None:
        return _("missing")
    date = thai.format_date(gap.due, "short", "arabic")
    words = _("late since {date}") if gap.is_late else _("due {date}")
    return words.format(date=date)


def _draft(project: Project, documents: Sequence[Document[Content]], today: dt.date) -> None:
    """Write drafts of the memos that ask for what is missing."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.drafts import write_drafts  # noqa: PLC0415

    drafts: list[Draft] = []
    for document in documents:
        work = api.work_status(document, project.kinds, today)
        drafts += api.draft_requests(document, project.kinds, work)
        if api.signer_of(document, project.kinds) is None:
            message = _("no memos for {key}: office.yaml names no director, and no order a secretary")
            tell(message.format(key=document.key))
    write_drafts(project.root, drafts, _("There is nobody to be asked or reminded."))


def _write(
    project: Project, documents: Sequence[Document[Content]], output: Path, today: dt.date, *, force: bool
) -> None:
    """Write the report to the director.

    Its diagnostics go to standard error: standard output has the status, which may be JSON.

    Raises:
        ContentError: the report cannot be made.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.diagnostics import ContentError  # noqa: PLC0415

    with unwritten(output):
        files = api.make_status(project, documents, output, today=today, force=force)
        if files.value is None:
            raise ContentError(files.diagnostics)
    for diagnostic in files.diagnostics:
        tell(diagnostic.as_line())
    for path in api.write_files(files.value):
        tell(_("written: {path}").format(path=path.as_posix()))


def _report_faulty(project: Project, year: int | None) -> int:
    """Name the documents with errors, and return the exit code.

    Documents of other kinds are among them: of a faulty file the kind cannot always be known.
    """
    from esa_docs import api  # noqa: PLC0415

    shown_year = api.chosen_year(project, api.Choice(year=year))
    faulty_keys = [key for key in project.faulty if key.startswith(f"{shown_year}/")]
    for key in faulty_keys:
        tell(_("not looked through because of errors in its content: {key}").format(key=key))
    code = tell_unread(project)
    return exit_code(project.diagnostics) if faulty_keys else code
