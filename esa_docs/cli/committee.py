"""``esa-docs people committee``: the members of the committees of an order on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esa_docs.cli.options import (
    force_option,
    format_option,
    output_option,
    parse_date,
    project_option,
    project_root,
    year_option,
)
from esa_docs.cli.show import report_faults, show_json, tell, tell_all
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.base import Content, DateOrMonth
    from esa_docs.model.committee import Member
    from esa_docs.model.committee_history import CitedOrder
    from esa_docs.model.committee_list import CommitteeList
    from esa_docs.model.document import Document
    from esa_docs.model.project import Project


@click.command(
    "committee", help=_("Show or print the members of an order's committees, after all amendments.")
)
@click.argument("name", metavar="ORDER")
@click.option(
    "--date",
    "day",
    default=None,
    callback=parse_date,
    metavar="DATE",
    help=_("The day (B.E.) whose members are shown, such as 2569-03-16; by default today."),
)
@output_option(_("Write the list to a Word file (.docx)."), ".docx")
@project_option
@year_option
@force_option
@format_option
@report_faults
def committee_command(
    name: str,
    day: dt.date | None,
    output: Path | None,
    root: Path | None,
    year: int | None,
    form: str,
    *,
    force: bool,
) -> int:
    """Show the committees, write them if that is asked for, and name orders that could not be read."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.people import report_faulty  # noqa: PLC0415 imports this module

    project = api.load(project_root(root))
    order, members = api.committee_list(project, name, day or api.this_day(), year)
    files: dict[Path, bytes] = {}
    if output is not None and members.has_begun:
        files = _list_files(project, order, members, output, force=force)
    doubts = tell_all(api.committee_doubts(project, order))
    _show(members, form)
    _write(files)
    return doubts or report_faulty(project, None)


def _list_files(
    project: Project, order: Document[Content], members: CommitteeList, output: Path, *, force: bool
) -> dict[Path, bytes]:
    """Make the list. Diagnostics go to standard error: standard output has the members, maybe as JSON.

    Raises:
        ContentError: the list cannot be made, or nobody can be sure of it.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.diagnostics import ContentError  # noqa: PLC0415

    with unwritten(output):
        files = api.make_committee_list(project, order, members, output, today=api.this_day(), force=force)
        if files.value is None:
            raise ContentError(files.diagnostics)
    for diagnostic in files.diagnostics:
        tell(diagnostic.as_line())
    return dict(files.value)


def _write(files: dict[Path, bytes]) -> None:
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    for path in api.write_files(files):
        tell(_("written: {path}").format(path=path.as_posix()))


def _show(members: CommitteeList, form: str) -> None:
    if members.since and not members.has_begun:
        words = _("the order is in force from {since} on: on {day} it has no committee, and none is written")
        tell(words.format(since=_date_words(members.since), day=_date_words(members.day)))
    if form == "json":
        show_json(_as_dict(members))
        return
    for order in members.amended_by:
        tell(_("amended by order no. {order}").format(order=_order_words(order)))
    for committee in members.committees:
        click.echo(committee.name)
        for number, member in enumerate(committee.members, 1):
            click.echo("\t".join((str(number), *_texts(member))))


def _texts(member: Member) -> tuple[str, str, str]:
    """Return name, post and role of a member with plain blanks; empty for no name or no post."""
    from esa_docs import thai  # noqa: PLC0415 loaded when there is something to show

    return thai.normalise_spaces(member.full_name), thai.normalise_spaces(member.post), member.role


def _order_words(order: CitedOrder) -> str:
    from esa_docs import thai  # noqa: PLC0415 as above

    date = thai.format_date(order.date, "long", "arabic")
    return f"{order.number}/{thai.buddhist_year(order.date)}, {date}"


def _as_dict(members: CommitteeList) -> dict[str, Any]:
    committees: list[dict[str, Any]] = []
    for committee in members.committees:
        rows = [_member_as_dict(member) for member in committee.members]
        committees.append({"name": committee.name, "members": rows})
    return {
        "day": _date_words(members.day),
        "number": members.number,
        "date": _date_words(members.date),
        "subject": members.subject,
        "amended_by": [_order_as_dict(order) for order in members.amended_by],
        "committees": committees,
    }


def _member_as_dict(member: Member) -> dict[str, str | None]:
    name, position, role = _texts(member)
    return {"name": name, "position": position, "role": role, "note": member.note}


def _order_as_dict(order: CitedOrder) -> dict[str, str | None]:
    return {"number": order.number, "date": _date_words(order.date), "subject": order.subject}


def _date_words(date: DateOrMonth | None) -> str | None:
    """Return a date, or a month, in words; None for none."""
    from esa_docs import thai  # noqa: PLC0415 as above

    return thai.name_date_or_month(date) if date else None
