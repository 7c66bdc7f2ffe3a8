"""``esa-docs emblem``: the emblem (ครุฑ) out of a Word file that the office already has."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root
from esa_docs.cli.show import DONE, report_faults, show_diagnostics, tell
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _


@click.group(
    "emblem",
    help=_("Get a picture of the garuda emblem for the documents."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def emblem_command() -> None:
    """Group the commands on the emblem."""


@emblem_command.command(
    "take", help=_("Take the emblem out of an official Word file, and name it in office.yaml.")
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@project_option
@click.option("--force", is_flag=True, help=_("Overwrite the picture that is in the project folder."))
@report_faults
def take_command(file: Path, root: Path | None, *, force: bool) -> int:
    """Find the emblem, write its picture, and show the line that office.yaml needs."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        taking = api.take_emblem(file, project_root(root), force=force)
    for change in taking.changes:
        click.echo(change.path.as_posix())
    show_diagnostics(taking.diagnostics, "text")
    tell(_sentence(taking.name, is_named=taking.is_named))
    return DONE


def _sentence(name: str, *, is_named: bool) -> str:
    sentence = _("office.yaml names the emblem:") if is_named else _("Write this line into office.yaml:")
    return f"{sentence} emblem: {name}"
