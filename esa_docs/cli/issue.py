"""``esa-docs issue``: write number and date of a document, once it has them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root, year_option
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, tell
from esa_docs.i18n import gettext as _

_NUMBER = re.compile(r"(?:[ก-ฮ.]+ ?)?[0-9๐-๙]+(?: ?[ก-ฮ])?")
"""Digits of either set, with letters before them (ว 12 of a circular) or a letter behind them."""


def _parse_number(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return a number with single spaces; refuse anything else, such as a number with its year."""
    if value is None:
        return None
    number = " ".join(value.split())
    if not _NUMBER.fullmatch(number):
        message = _("a number without the year is expected, found '{text}'")
        raise click.BadParameter(message.format(text=value))
    return number


def _parse_date(_context: click.Context, _param: click.Parameter, value: str) -> dt.date:
    """Return a date; refuse what is no day of the calendar, and a year of the Christian era."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast
    from esa_docs.hints import era_hint  # noqa: PLC0415

    try:
        return thai.parse_date(value)
    except thai.WrongEra as fault:
        message = _("a year of the Buddhist era is expected, found {year}").format(year=fault.year)
        raise click.BadParameter(f"{message} {era_hint(fault.year)}") from fault
    except thai.DateError as fault:
        message = _("a day of the calendar is expected, such as 16 กันยายน 2569, found '{text}'")
        raise click.BadParameter(message.format(text=value)) from fault


@click.command("issue", help=_("Write number and date of a document into its content file."))
@click.argument("name")
@click.option(
    "--number",
    default=None,
    callback=_parse_number,
    metavar="N",
    help=_("Its number without the year, such as 123; none for announcements."),
)
@click.option(
    "--date",
    required=True,
    callback=_parse_date,
    metavar="DATE",
    help=_("Its date (B.E.), such as 2569-03-16 or '16 มีนาคม 2569'."),
)
@project_option
@year_option
@click.option("--force", is_flag=True, help=_("Replace a number or date that stands there already."))
@report_faults
def issue_command(
    name: str, number: str | None, date: dt.date, root: Path | None, year: int | None, *, force: bool
) -> int:
    """Write number and date, and name the content file."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    issuance = api.issue(project_root(root), name, number, date, year=year, force=force)
    show_diagnostics(issuance.diagnostics, "text")
    click.echo(api.path_label(issuance.path))
    if not issuance.is_written:
        tell(_("The number and the date stood there already."))
    return exit_code(issuance.diagnostics)
