"""``esa-docs status``: how far the self-assessments of a year are."""

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
from esa_docs.cli.show import exit_code, guarded, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    import datetime as dt

    from esa_docs.assess.gaps import Gap
    from esa_docs.assess.status import WorkStatus
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document
    from esa_docs.model.draft import Draft
    from esa_docs.model.progress import Progress
    from esa_docs.model.project import Project


@click.command(
    "status", help=_("Show how far the SAR and PMQA reports are: what is missing, late, without evidence.")
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
@guarded
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
    """Write what is asked for, then show; reports with errors are named, for they are not looked through."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project, today = api.load(project_root(root)), api.this_day()
    documents = api.reports_under_way(project, name, year)
    if output and documents:
        _write(project, documents, output, today, force=force)
    if is_drafting:
        _draft(project, documents, today)
    _show(project, documents, today, form)
    return _tell_faulty(project, year)


def _show(project: Project, documents: Sequence[Document[Content]], today: dt.date, form: str) -> None:
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    works = [api.work_status(one, project.kinds, today) for one in documents]
    if form == "json":
        show_json([{"year": one.year, **work.as_dict()} for one, work in zip(documents, works, strict=True)])
        return
    for document, work in zip(documents, works, strict=True):
        click.echo(f"{document.key}\t{work.title}")
        for line in (*_table(work.progress), *_lines(work)):
            click.echo(f"  {line}")
    if not works:
        tell(_("The year has no SAR or PMQA report."))


def _table(progress: Progress) -> Iterator[str]:
    """Give the counts of each owner, those of all last: figures stand below their heads."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    heads = (_("total"), _("filled in"), _("open"), _("late"), _("no evidence"), _("owner"))
    shares = [(owner.id if owner else "-", share) for owner, share in progress.by_owner()]
    yield "  ".join(heads)
    for name, one in (*shares, (_("all"), progress)):
        counts = (len(one.parts), one.filled, one.open, one.late, one.without_evidence)
        pairs = zip(heads, counts, strict=False)
        figures = (" " * (thai.count_columns(head) - len(str(n))) + str(n) for head, n in pairs)
        yield "  ".join((*figures, name))


def _lines(work: WorkStatus) -> Iterator[str]:
    """Give what is missing, line by line."""
    for gap in work.gaps:
        owner = gap.owner.id if gap.owner else _("no owner")
        yield "\t".join((_state(gap), gap.where, " ".join(gap.missing), owner))
    if work.progress.unanswered:
        listed = ", ".join(map(str, work.progress.unanswered))
        yield _("questions of the profile without an answer: {numbers}").format(numbers=listed)


def _state(gap: Gap) -> str:
    from esa_docs import thai  # noqa: PLC0415

    if gap.due is None:
        return _("missing")
    date = thai.format_date(gap.due, "short", "arabic")
    return (_("late since {date}") if gap.is_late else _("due {date}")).format(date=date)


def _draft(project: Project, documents: Sequence[Document[Content]], today: dt.date) -> None:
    """Write the drafts of what is asked for."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.drafts import write_drafts  # noqa: PLC0415

    drafts: list[Draft] = []
    for document in documents:
        work = api.work_status(document, project.kinds, today)
        drafts += api.draft_requests(document, project.kinds, work)
        if api.signer_of(document, project.kinds) is None:
            message = _("no memos for {key}: office.yaml names no director, and no order a secretary")
            tell(message.format(key=document.key))
    write_drafts(drafts, _("There is nobody to be asked or reminded."))


def _write(
    project: Project, documents: Sequence[Document[Content]], output: Path, today: dt.date, *, force: bool
) -> None:
    """Write the report to the director, or refuse; standard output is for what was asked for."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.diagnostics import ContentError  # noqa: PLC0415

    made = api.make_status(project, documents, output, today=today, force=force)
    if made.value is None:
        raise ContentError(made.diagnostics)
    for one in made.diagnostics:
        tell(f"{one.location}: {one.severity}: {one.message} [{one.code}]")
    for path in api.write_files(made.value):
        tell(_("written: {path}").format(path=path.as_posix()))


def _tell_faulty(project: Project, year: int | None) -> int:
    """Name what is not looked through; which kind it would be cannot always be known."""
    from esa_docs import api  # noqa: PLC0415

    wanted = api.chosen_year(project, api.Choice(year=year))
    faulty = [key for key in project.faulty if key.startswith(f"{wanted}/")]
    for key in faulty:
        tell(_("not looked through because of errors in its content: {key}").format(key=key))
    return exit_code(api.check(project)) if faulty else 0
