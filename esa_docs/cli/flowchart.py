"""``esa-docs flowchart``: a flow chart as a picture, for slides and the web."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.click_types import WholeNumber
from esa_docs.cli.options import project_option, project_root, year_option
from esa_docs.cli.show import DONE, report_faults
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

_OUTPUT = click.Path(dir_okay=False, path_type=Path)


def _picture_path(_context: click.Context, _param: click.Parameter, value: Path) -> Path:
    """Return the path of a picture; refuse a name that ends in neither .svg nor .png."""
    if value.suffix.lower() not in {".svg", ".png"}:
        message = _("a file that ends in .svg or .png is expected, found '{name}'")
        raise click.BadParameter(message.format(name=value.name))
    return value


@click.command(
    "flowchart", help=_("Draw the flow charts of a document as SVG or PNG, for slides and the web.")
)
@click.argument("name")
@click.option(
    "-o",
    "output",
    type=_OUTPUT,
    required=True,
    callback=_picture_path,
    metavar="FILE",
    help=_("A file .svg or .png."),
)
@click.option("--work", "number", type=WholeNumber(1), metavar="N", help=_("Only the Nth work."))
@project_option
@year_option
@report_faults
def flowchart_command(
    name: str, output: Path, number: int | None, root: Path | None, year: int | None
) -> int:
    """Draw and write; several charts get a number each in their file names."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    with unwritten(output):
        document = api.find(project, name, year)
        files = api.draw_charts(document, output, number)
    for path in api.write_files(files):
        click.echo(path.as_posix())
    return DONE
