"""All commands in one group, and how they are run."""

from __future__ import annotations

import click

from esa_docs.cli.build import build_command
from esa_docs.cli.check import check_command
from esa_docs.cli.click_types import CommandGroup
from esa_docs.cli.doctor import doctor_command
from esa_docs.cli.emblem import emblem_command
from esa_docs.cli.fields import fields_command
from esa_docs.cli.flowchart import flowchart_command
from esa_docs.cli.fonts import fonts_command
from esa_docs.cli.issue import issue_command
from esa_docs.cli.kept_papers import attach_command, copy_command, sent_command
from esa_docs.cli.list import list_command
from esa_docs.cli.migrate import migrate_command
from esa_docs.cli.new import new_command
from esa_docs.cli.numbers import numbers_command
from esa_docs.cli.people import people_command
from esa_docs.cli.preview import preview_command
from esa_docs.cli.schema import schema_command
from esa_docs.cli.sheet import sheet_command
from esa_docs.cli.show import DONE, run_and_report
from esa_docs.cli.status import status_command
from esa_docs.cli.streams import prepare_streams
from esa_docs.cli.template import template_command
from esa_docs.cli.verify import verify_command
from esa_docs.i18n import gettext as _

COMMANDS = (
    build_command,
    list_command,
    check_command,
    new_command,
    issue_command,
    sent_command,
    attach_command,
    copy_command,
    numbers_command,
    people_command,
    status_command,
    emblem_command,
    fields_command,
    flowchart_command,
    preview_command,
    fonts_command,
    sheet_command,
    schema_command,
    migrate_command,
    template_command,
    verify_command,
    doctor_command,
)


@click.group(
    cls=CommandGroup,
    help=_("Make the official documents of an education office, from content files to Word."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="esa-docs",
    message=_("%(prog)s, version %(version)s"),
    help=_("Show the version and exit."),
)
def app() -> None:
    """Group all commands."""


for command in COMMANDS:
    app.add_command(command)


def main() -> None:
    """Run the command line and exit."""
    prepare_streams()
    raise SystemExit(run_and_report(_run_app))


def _run_app() -> int:
    # click exits by itself (SystemExit). The return is there for run_and_report, which wants a code.
    app(prog_name="esa-docs")
    return DONE
