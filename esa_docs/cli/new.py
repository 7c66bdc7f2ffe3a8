"""``esa-docs new``: write a content file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.kind_words import KindWord, one_kind
from esa_docs.cli.new_names import place_of
from esa_docs.cli.options import project_option, project_root, year_option
from esa_docs.cli.show import DONE, report_faults
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _


@click.command("new", help=_("Write a new content file, every field explained, ready to be filled in."))
@click.argument("kind", type=KindWord(), callback=one_kind)
@click.argument("name")
@click.option(
    "--scheme", default=None, metavar="ID", help=_("Edition of a SAR or PMQA report, such as pmqa-4.0.")
)
@project_option
@year_option
@report_faults
def new_command(kind: str, name: str, scheme: str | None, root: Path | None, year: int | None) -> int:
    """Write the files and name them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    folder = project_root(root)
    name, year = place_of(name, folder, year)
    with unwritten():
        paths = api.start(folder, kind, name, year, scheme)
    for path in paths:
        click.echo(api.path_label(path))
    return DONE
