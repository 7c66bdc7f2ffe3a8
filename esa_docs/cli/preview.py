"""``esa-docs preview``: draw pages as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.click_types import WholeNumber
from esa_docs.cli.options import out_option, project_option, project_root, year_option
from esa_docs.cli.show import DONE, report_faults
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

_DPI = WholeNumber(20, 600)


@click.command("preview", help=_("Draw the pages of a document as PNG, as they come out in its PDF."))
@click.argument("name")
@click.option("--dpi", type=_DPI, default=100, metavar="N", help=_("Pixels per inch; by default 100."))
@project_option
@year_option
@out_option
@report_faults
def preview_command(name: str, dpi: int, root: Path | None, year: int | None, out: Path) -> int:
    """Draw and write every page."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    with unwritten():
        document = api.find(project, name, year)
        pictures = dict(api.draw_pages(document, out, dpi=dpi))
    for path in api.write_files(pictures):
        click.echo(path.as_posix())
    return DONE
