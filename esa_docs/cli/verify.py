"""``esa-docs verify``: check finished Word files."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import report_options
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, summary, tell
from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _

_FILES = click.Path(path_type=Path)


@click.command("verify", help=_("Check Word files: Thai in Word, ids, fields, and the schema of the format."))
@click.argument("files", nargs=-1, required=True, type=_FILES, metavar="FILE...")
@report_options
@report_faults
def verify_command(files: tuple[Path, ...], form: str, *, strict: bool) -> int:
    """Verify every file and report on all of them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    diagnostics: list[Diagnostic] = []
    for path in files:
        diagnostics += api.verify_file(path)
    show_diagnostics(diagnostics, form)
    tell(summary(diagnostics))
    return exit_code(diagnostics, strict=strict)
