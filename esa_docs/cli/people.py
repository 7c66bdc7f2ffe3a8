"""``esa-docs people``: list the documents that name a person of the roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, project_option, project_root, year_option
from esa_docs.cli.show import DONE, exit_code, report_faults, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.mention import Mention
    from esa_docs.model.people import Person
    from esa_docs.model.project import Project


@click.group(
    "people",
    help=_("Tell where people of the roster are named."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def people_command() -> None:
    """Group the commands on people."""


@people_command.command(
    "where", help=_("List every document and role of a person, over all years; ID as in the roster.")
)
@click.argument("name", metavar="ID")
@click.option(
    "--draft-amendments", "is_drafting", is_flag=True, help=_("Also write drafts of the amending orders.")
)
@project_option
@year_option
@format_option
@report_faults
def where_command(name: str, root: Path | None, year: int | None, form: str, *, is_drafting: bool) -> int:
    """List the documents that name a person. Documents with errors are not looked through, but named."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    person = api.find_person(project, name)
    _show(api.find_mentions(project, person, year), form)
    if is_drafting:
        _draft(project, person, year)
    return _report_faulty(project, year)


def _report_faulty(project: Project, year: int | None) -> int:
    """Name the documents of a year that have errors, and return the exit code; None means all years."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    faulty_keys = project.faulty
    if year is not None:
        faulty_keys = tuple(key for key in faulty_keys if key.startswith(f"{year}/"))
    for key in faulty_keys:
        tell(_("not looked through because of errors in its content: {key}").format(key=key))
    return exit_code(api.check(project)) if faulty_keys else DONE


def _show(mentions: tuple[Mention, ...], form: str) -> None:
    if form == "json":
        show_json([mention.as_dict() for mention in mentions])
        return
    for mention in mentions:
        click.echo(f"{mention.document}\t{mention.role}\t{_state(mention)}\t{mention.title}")
    if not mentions:
        tell(_("No document names this person."))


def _state(mention: Mention) -> str:
    from esa_docs import thai  # noqa: PLC0415 loaded when there is something to show

    if mention.is_draft:
        return _("draft")
    date = thai.format_date(mention.date, "short", "arabic") if mention.date else ""
    is_never_issued = mention.is_draft is None
    if is_never_issued:
        return date or "-"
    return _("issued {date}").format(date=date)


def _draft(project: Project, person: Person, year: int | None) -> None:
    """Write drafts of the orders that amend those which name the person, each beside its order."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.drafts import write_drafts  # noqa: PLC0415

    drafts = api.draft_amendments(project, person, year)
    write_drafts(project.root, drafts, _("No order in force needs to be amended."))
