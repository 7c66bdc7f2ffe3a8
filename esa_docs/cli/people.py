"""``esa-docs people``: where people of the roster are named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, project_option, project_root, year_option
from esa_docs.cli.show import exit_code, guarded, show_json, tell
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

    project = api.load(project_root(root))
    person = api.find_person(project, name)
    _show(api.find_mentions(project, person, year), form)
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
    """Write the drafts of what amends, beside each order."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.drafts import write_drafts  # noqa: PLC0415

    drafts = api.draft_amendments(project, person, year)
    write_drafts(drafts, _("No order in force needs to be amended."))
