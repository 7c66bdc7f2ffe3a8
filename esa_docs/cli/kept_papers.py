"""``esa-docs sent``, ``attach`` and ``copy``: what becomes of a paper once it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import (
    ending_check,
    out_option,
    parse_date,
    project_option,
    project_root,
    year_option,
)
from esa_docs.cli.show import DONE, exit_code, report_faults, show_diagnostics, tell, tell_all
from esa_docs.cli.typed_text import parse_text
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import Issuance
    from esa_docs.model.project import Project

_SCAN = click.argument(
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=ending_check(".pdf"),
    metavar="FILE.pdf",
)


@click.command("sent", help=_("Note that a paper was sent: from then on it is printed as it was kept."))
@click.argument("name")
@click.option(
    "--date",
    default=None,
    callback=parse_date,
    metavar="DATE",
    help=_("The day on which it was sent (B.E.); by default today."),
)
@project_option
@year_option
@report_faults
def sent_command(name: str, date: dt.date | None, root: Path | None, year: int | None) -> int:
    """Note the day, and keep a version where the last one prints something else."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        sending = api.send(project_root(root), name, date, year=year)
    show_diagnostics(sending.diagnostics, "text")
    click.echo(api.path_label(sending.path))
    for line in _lines_of(sending):
        tell(line)
    return exit_code(sending.diagnostics)


def _lines_of(sending: Issuance) -> Iterator[str]:
    """Generate, in words, what was kept and what was noted."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    if sending.version is not None:
        yield _("Version {number} of the paper is kept.").format(number=sending.version)
    words = _("It was noted before that the paper was sent on {day}.")
    if sending.is_written:
        words = _("It is noted that the paper was sent on {day}.")
    if sending.sent is not None:
        yield words.format(day=thai.format_date(sending.sent, "long", "arabic"))


@click.command("attach", help=_("File the scan of the signed paper beside its kept versions."))
@click.argument("name")
@_SCAN
@click.option(
    "--note", callback=parse_text, default="", metavar="TEXT", help=_("A note, such as corrections by pen.")
)
@project_option
@year_option
@report_faults
def attach_command(name: str, file: Path, note: str, root: Path | None, year: int | None) -> int:
    """File the scan and name its place."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        attachment = api.attach(project_root(root), name, file, note, year=year)
    click.echo(api.path_label(attachment.path))
    if not attachment.is_written:
        tell(_("This file is attached already."))
    return DONE


@click.command("copy", help=_("Make one สำเนาคู่ฉบับ of a kept paper, or สำเนาถูกต้อง with --certified."))
@click.argument("name")
@click.option(
    "--certified",
    is_flag=True,
    help=_("สำเนาถูกต้อง for each recipient, with lines for signature, name, post and day."),
)
@click.option("--by", default=None, metavar="ID", help=_("Who certifies it: an id of people.yaml."))
@project_option
@year_option
@out_option
@report_faults
def copy_command(
    name: str, by: str | None, root: Path | None, year: int | None, out: Path, *, certified: bool
) -> int:
    """Write the copy, made from the kept version, and name its files."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if by and not certified:
        raise click.UsageError(_("--by goes with --certified."))
    project = api.load(project_root(root))
    _tell_of_certifier(project, by)
    form = api.CopyForm.CERTIFIED if certified else api.CopyForm.OF_FILE
    with unwritten():
        files = api.copy(project, name, form, year=year, out=out, by=by)
    for path in api.write_files(files):
        click.echo(path.as_posix())
    return DONE


def _tell_of_certifier(project: Project, by: str | None) -> None:
    """Print what content would be told of a reference to the person who certifies a copy."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if by:
        _person, warnings = api.who_acts_today(project, by)
        tell_all(warnings)
