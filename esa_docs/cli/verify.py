"""``esa-docs verify``: check finished Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import report_options
from esa_docs.cli.show import exit_code, guarded, show_diagnostics, summary, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic

_FILES = click.Path(path_type=Path)


@click.command("verify", help=_("Check Word files: Thai in Word, ids, fields, and the schema of the format."))
@click.argument("files", nargs=-1, required=True, type=_FILES, metavar="FILE...")
@report_options
@guarded
def verify_command(files: tuple[Path, ...], form: str, *, strict: bool) -> int:
    """Verify every file and report on all of them."""
    found = [one for path in files for one in _verify_file(path)]
    show_diagnostics(found, form)
    tell(summary(found))
    return exit_code(found, strict=strict)


def _verify_file(path: Path) -> list[Diagnostic]:
    from esa_docs.diagnostics import Location, has_errors  # noqa: PLC0415 keeps --help fast
    from esa_docs.source.text import unreadable  # noqa: PLC0415
    from esa_docs.timing import Phase, measure  # noqa: PLC0415
    from esa_docs.word.verify import verify  # noqa: PLC0415
    from esa_docs.word.verify.schema import validate_schema  # noqa: PLC0415

    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as fault:
        return [unreadable(fault, Location(shown))]
    with measure(Phase.VERIFY):
        found = list(verify(data, shown))
        if not has_errors(one for one in found if one.code == "E701"):
            found += validate_schema(path, shown)
    return found
