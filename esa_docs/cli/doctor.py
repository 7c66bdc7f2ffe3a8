"""``esa-docs doctor``: examine this machine, and pack what is found for the maintainer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from esa_docs.cli.options import (
    ending_check,
    force_option,
    format_option,
    out_option,
    project_option,
    project_root,
)
from esa_docs.cli.show import DONE, exit_code, report_faults, show_diagnostics, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic

_BUNDLE: Final = "esa-docs-doctor.zip"


@click.command(
    "doctor", help=_("Look at this machine: program, templates, project, output folder, LibreOffice.")
)
@project_option
@out_option
@click.option(
    "--bundle",
    is_flag=False,
    flag_value=_BUNDLE,
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    callback=ending_check(".zip"),
    metavar="[FILE.zip]",
    help=_("Also pack what the maintainer needs into a zip file, without any names."),
)
@force_option
@format_option
@report_faults
def doctor_command(root: Path | None, out: Path, bundle: Path | None, form: str, *, force: bool) -> int:
    """Examine the machine and report."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    diagnostics = api.examine_machine(project_root(root), out)
    sentences = _pack(bundle, project_root(root), diagnostics, force=force) if bundle else ()
    if form == "json":
        show_diagnostics(diagnostics, form)
    else:
        _show_what_to_do_first(diagnostics)
    for sentence in sentences:
        tell(sentence)
    return exit_code(diagnostics)


def _show_what_to_do_first(diagnostics: Sequence[Diagnostic]) -> None:
    """Show whether this machine can build, then what is to be done, then what was looked at."""
    from esa_docs.diagnostics import Severity  # noqa: PLC0415 keeps --help fast

    facts = [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.INFO]
    faults = [diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.INFO]
    if exit_code(diagnostics) == DONE:
        click.echo(_("This machine can build documents."))
    if faults:
        click.echo(_("To be done:"))
        show_diagnostics(faults, "text")
    click.echo(_("Looked at:"))
    show_diagnostics(facts, "text")


def _pack(path: Path, root: Path, diagnostics: Iterable[Diagnostic], *, force: bool) -> tuple[str, str]:
    """Write the bundle; return where it lies and what it holds, as sentences to show below the report."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    api.refuse_existing_file(path, force=force)
    data, explanation = api.pack_for_maintainer(root, diagnostics)
    (bundle_path,) = api.write_files({path: data})
    return _("written: {path}").format(path=bundle_path.as_posix()), explanation
