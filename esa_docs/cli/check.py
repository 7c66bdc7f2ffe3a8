"""``esa-docs check``: find faults in content without making anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import project_option, project_root, report_options
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, summary, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic

_CELL = re.compile(r"\.xlsx!.*", re.IGNORECASE | re.DOTALL)
"""The end of a location that names a cell of a workbook."""


@click.command("check", help=_("Find faults in content: YAML, keys and values, references."))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@project_option
@report_options
@report_faults
def check_command(paths: tuple[Path, ...], root: Path | None, form: str, *, strict: bool) -> int:
    """Check and report; with paths, only what concerns them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    diagnostics: list[Diagnostic] = []
    for project_folder in sorted(_project_folders(paths, root)):
        project = api.load(project_folder)
        diagnostics += _diagnostics_in(paths, api.check(project))
    show_diagnostics(diagnostics, form)
    tell(summary(diagnostics))
    return exit_code(diagnostics, strict=strict)


def _project_folders(paths: tuple[Path, ...], root: Path | None) -> set[Path]:
    """Return the project asked for; else the projects in which the paths lie, else the default project."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if root is not None or not paths:
        return {project_root(root)}
    return {api.find_project(path) or path for path in paths}


def _diagnostics_in(paths: Iterable[Path], diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Return the diagnostics of some files and folders; all of them where no path is given."""
    places = [path.resolve() for path in paths]
    if not places:
        return diagnostics
    return [diagnostic for diagnostic in diagnostics if _lies_in(diagnostic, places)]


def _lies_in(diagnostic: Diagnostic, places: Iterable[Path]) -> bool:
    path_without_cell = _CELL.sub(".xlsx", diagnostic.location.path)
    file = Path(path_without_cell).resolve()
    return any(file.is_relative_to(place) for place in places)
