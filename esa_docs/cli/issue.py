"""``esa-docs issue``: write number and date of a document, once it has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esa_docs.cli.options import parse_date, project_option, project_root, year_option
from esa_docs.cli.reserve import reserving_options
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, tell
from esa_docs.cli.typed_text import parse_text
from esa_docs.cli.undone import unwritten
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import Issuance


def _parse_number(context: click.Context, param: click.Parameter, typed: str | None) -> str | None:
    """Return a number as it is typed; refuse what is none. Its parts are compared with the paper later."""
    from esa_docs.model.paper_number import (  # noqa: PLC0415 keeps --help fast
        PaperNumberError,
        parse_paper_number,
    )

    value = parse_text(context, param, typed)
    if value is None:
        return None
    try:
        parse_paper_number(value)
    except PaperNumberError as fault:
        # Which word may stand before a number is known once its paper is.
        if fault.part == "word":
            return value
        message = _("the number of a paper is expected, such as 12 or 45/1; found '{typed}'")
        raise click.BadParameter(message.format(typed=value)) from fault
    return value


@click.command("issue", help=_("Write number and date of a document into its content file."))
@click.argument("name", required=False)
@click.option(
    "--number",
    default=None,
    callback=_parse_number,
    metavar="N",
    help=_("Its number, such as 123; code, ว and year may stand there too."),
)
@click.option(
    "--date",
    default=None,
    callback=parse_date,
    metavar="DATE",
    help=_("Its date (B.E.), such as 2569-03-16 or '16 มีนาคม 2569'; by default the one in the file."),
)
@project_option
@year_option
@click.option("--force", is_flag=True, help=_("Replace a number or date that stands there already."))
@click.option("--again", is_flag=True, help=_("Keep a further version of a paper that is kept already."))
@click.option("--anyway", is_flag=True, help=_("Issue it although something is missing; this is recorded."))
@report_faults
@reserving_options
def issue_command(
    name: str | None,
    number: str | None,
    date: dt.date | None,
    root: Path | None,
    year: int | None,
    **options: Any,
) -> int:
    """Write number and date, keep a version, and name the content file."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if name is None:
        raise click.UsageError(_("Name a document."))
    _refuse_version_without_reason(again=options["again"], why=options["why"])
    with unwritten():
        issuance = api.issue(project_root(root), name, number, date, year=year, **options)
    show_diagnostics(issuance.diagnostics, "text")
    click.echo(api.path_label(issuance.path))
    for line in _outcome(issuance, name, again=options["again"]):
        tell(line)
    return exit_code(issuance.diagnostics)


def _refuse_version_without_reason(*, again: bool, why: str) -> None:
    has_reason = bool(why.strip())
    if again and not has_reason:
        raise click.UsageError(_("--again needs --why with the reason of the further version."))
    if has_reason and not again:
        raise click.UsageError(_("--why goes with --again."))


def _outcome(issuance: Issuance, name: str, *, again: bool) -> Iterator[str]:
    """Generate, in words, what was done and what comes next.

    Args:
        issuance: the result.
        name: the name of the paper.
        again: whether a further version was asked for.
    """
    word = command_word(name)
    if issuance.version is not None:
        if issuance.paper_name:
            yield issuance.paper_name
        yield _("Version {number} of the paper is kept.").format(number=issuance.version)
        yield _("Next: esa-docs build {name}").format(name=word)
    elif again:
        yield _("Nothing has changed in print: no further version was kept.")
    elif issuance.outdated_version is not None:
        text = _(
            "Nothing was kept: the paper prints something else now than version {number}."
            ' To keep it as it is now: esa-docs issue {name} --again --why "…"'
        )
        yield text.format(number=issuance.outdated_version, name=word)
    else:
        yield _("The number and the date stood there already.")
