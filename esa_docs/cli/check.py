"""``esa-docs check``: find faults in content without making anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import project_option, project_root, report_options
from esa_docs.cli.show import exit_code, guarded, show_diagnostics, summary, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic

_CELL = re.compile(r"\.xlsx!.*", re.IGNORECASE | re.DOTALL)


@click.command("check", help=_("Find faults in content: YAML, keys and values, references."))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@project_option
@report_options
@guarded
def check_command(paths: tuple[Path, ...], root: Path | None, form: str, *, strict: bool) -> int:
    """Check and report; with paths, only what concerns them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    roots = _roots(paths) if paths and root is None else {project_root(root)}
    found: list[Diagnostic] = []
    for one in sorted(roots):
        found += _about(api.check(api.load(one)), paths)
    show_diagnostics(found, form)
    tell(summary(found))
    return exit_code(found, strict=strict)


def _roots(paths: Iterable[Path]) -> set[Path]:
    """Find the projects in which the files lie."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    return {api.find_project(path) or path for path in paths}


def _about(found: Iterable[Diagnostic], paths: Iterable[Path]) -> Iterable[Diagnostic]:
    wanted = [path.resolve() for path in paths]
    if not wanted:
        return found
    return [one for one in found if any(_file_of(one).is_relative_to(path) for path in wanted)]


def _file_of(diagnostic: Diagnostic) -> Path:
    """Give the file a finding lies in; a cell of a workbook is told as part of its path."""
    return Path(_CELL.sub(".xlsx", diagnostic.location.path)).resolve()
