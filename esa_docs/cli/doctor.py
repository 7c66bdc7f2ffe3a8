"""``esa-docs doctor``: what this machine has, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import format_option, out_option, project_option, project_root
from esa_docs.cli.show import exit_code, guarded, show_diagnostics
from esa_docs.i18n import gettext as _


@click.command(
    "doctor", help=_("Look at this machine: program, templates, project, output folder, LibreOffice.")
)
@project_option
@out_option
@format_option
@guarded
def doctor_command(root: Path | None, out: Path, form: str) -> int:
    """Examine the machine and report."""
    from esa_docs.doctor import examine  # noqa: PLC0415 keeps --help fast

    found = examine(project_root(root), out)
    show_diagnostics(found, form)
    if form == "text" and not exit_code(found):
        click.echo(_("This machine can build documents."))
    return exit_code(found)
