"""``esa-docs people``: where people of the roster are named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, project_option, project_root, year_option
from esa_docs.cli.show import exit_code, guarded, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.jobs.mentions import Mention
    from esa_docs.model.document import Project
    from esa_docs.model.people import Person


@click.group(
    "people",
    help=_("Tell where people of the roster are named."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def people_command() -> None:
    """Group of the commands on people."""


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
@guarded
def where_command(name: str, root: Path | None, year: int | None, form: str, *, is_drafting: bool) -> int:
    """Find and list; documents with errors are named, for they are not looked through."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.jobs.mentions import find_mentions, find_person  # noqa: PLC0415

    project = api.load(project_root(root))
    person = find_person(project, name)
    _show(find_mentions(project, person, year), form)
    if is_drafting:
        _draft(project, person, year)
    faulty = [key for key in project.faulty if year is None or key.startswith(f"{year}/")]
    for key in faulty:
        tell(_("not looked through because of errors in its content: {key}").format(key=key))
    return exit_code(api.check(project)) if faulty else 0


def _show(mentions: tuple[Mention, ...], form: str) -> None:
    if form == "json":
        show_json([one.as_dict() for one in mentions])
        return
    for one in mentions:
        click.echo(f"{one.document}\t{one.role}\t{_state(one)}\t{one.title}")
    if not mentions:
        tell(_("No document names this person."))


def _state(mention: Mention) -> str:
    from esa_docs import thai  # noqa: PLC0415 loaded when there is something to show

    if mention.is_draft:
        return _("draft")
    date = thai.format_date(mention.date, "short", "arabic") if mention.date else ""
    return _("issued {date}").format(date=date) if mention.is_draft is False else date or "-"


def _draft(project: Project, person: Person, year: int | None) -> None:
    """Write what is not there yet, beside each order."""
    from esa_docs.jobs.amending import draft_amendment, orders_to_amend  # noqa: PLC0415
    from esa_docs.jobs.files import write_files  # noqa: PLC0415

    drafts = dict(draft_amendment(order, person) for order in orders_to_amend(project, person, year))
    for path in (path for path in drafts if path.exists()):
        tell(_("already there, not written again: {path}").format(path=path.as_posix()))
    for path in write_files({path: data for path, data in drafts.items() if not path.exists()}):
        tell(_("draft written: {path}").format(path=path.as_posix()))
    if not drafts:
        tell(_("No order in force needs to be amended."))
