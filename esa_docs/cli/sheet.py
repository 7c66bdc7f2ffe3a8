"""``esa-docs sheet``: write the workbook of a self-assessment, and read it back when it is filled in."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import ending_check, project_option, project_root, year_option
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, tell
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

_WORKBOOK = click.argument(
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=ending_check(".xlsx"),
    metavar="FILE.xlsx",
)


@click.group(
    "sheet",
    help=_("Let a self-assessment be filled in with Excel."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def sheet_command() -> None:
    """Group export and import."""


@sheet_command.command("export", help=_("Write the workbook of a self-assessment (sar, pmqa)."))
@click.argument("name")
@_WORKBOOK
@project_option
@year_option
@click.option("--force", is_flag=True, help=_("Overwrite the file; what was filled in there is lost."))
@report_faults
def export_command(name: str, file: Path, root: Path | None, year: int | None, *, force: bool) -> int:
    """Write the workbook and name its file."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    with unwritten(file):
        diagnostics = api.export_workbook(project, name, file, year=year, force=force)
    show_diagnostics(diagnostics, "text")
    click.echo(file.as_posix())
    return exit_code(diagnostics)


@sheet_command.command("import", help=_("Take what was filled in back into the content files."))
@click.argument("name")
@_WORKBOOK
@project_option
@year_option
@report_faults
def import_command(name: str, file: Path, root: Path | None, year: int | None) -> int:
    """Change the content files and name them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        report = api.import_workbook(project_root(root), name, file, year=year)
    show_diagnostics(report.diagnostics, "text")
    for path in report.paths:
        click.echo(api.path_label(path))
    message = _("cells taken over: {count}")
    if not report.cells:
        message = _("nothing to do: the content files say what the workbook says")
    tell(message.format(count=report.cells))
    return exit_code(report.diagnostics)
