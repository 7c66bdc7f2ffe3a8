"""``esa-docs check``: find faults in content without making anything."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import project_option, project_root, report_options
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, summary, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.project import Project

_EARLY_CODES = ("E1", "E2")
"""Codes of errors of files, keys and values: the rules see only what fits its schema."""


@click.command("check", help=_("Find faults in content: YAML, keys and values, references."))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@project_option
@report_options
@report_faults
def check_command(paths: tuple[Path, ...], root: Path | None, form: str, *, strict: bool) -> int:
    """Check and report; with paths, only what concerns them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    _refuse_missing(paths, root)
    diagnostics: list[Diagnostic] = []
    for project_folder in sorted(_project_folders(paths, root)):
        project = api.load(project_folder)
        diagnostics += _diagnostics_in(paths, project)
    show_diagnostics(diagnostics, form)
    tell(summary(diagnostics))
    if any(diagnostic.is_error and diagnostic.code.startswith(_EARLY_CODES) for diagnostic in diagnostics):
        tell(_("Mend these and check again: what cannot be read was not checked further."))
    return exit_code(diagnostics, strict=strict)


def _refuse_missing(paths: Iterable[Path], root: Path | None) -> None:
    """Refuse a path that leads nowhere; the content files of a document of that name are proposed.

    Raises:
        click.UsageError: it does.
    """
    for path in paths:
        if not os.path.lexists(path):
            message = _("there is no file or folder '{path}'").format(path=path.as_posix())
            hint = _path_hint(path, project_root(root))
            raise click.UsageError(f"{message} {hint}".rstrip(), click.get_current_context())


def _path_hint(path: Path, root: Path) -> str:
    """Return the hint of the paths that a name of a document or a folder means; empty where it means none."""
    from esa_docs.hints import did_you_mean  # noqa: PLC0415 keeps --help fast

    if path.is_absolute():
        return ""
    paths: list[str] = []
    for folder in _folders_in(root):
        for candidate in (folder / f"{path.as_posix()}.yaml", folder / path):
            if os.path.lexists(candidate):
                paths.append(candidate.as_posix())
    return did_you_mean(paths) if paths else ""


def _folders_in(root: Path) -> list[Path]:
    """Return what lies in a folder, in the order of names; nothing where it cannot be read."""
    try:
        return sorted(root.iterdir())
    except OSError:
        return []


def _project_folders(paths: tuple[Path, ...], root: Path | None) -> set[Path]:
    """Return the project asked for; else the projects in which the paths lie, else the default project."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if root is not None or not paths:
        return {project_root(root)}
    return {api.find_project(path) or path for path in paths}


def _diagnostics_in(paths: Iterable[Path], project: Project) -> Iterable[Diagnostic]:
    """Return the diagnostics of some files and folders; all of them where no path is given.

    What keeps their papers from being built is among them, wherever it stands. A folder that cannot be read
    concerns all below it.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.diagnostics import sort_diagnostics  # noqa: PLC0415 as above

    diagnostics = api.check_whole(project)
    places: set[Path] = set()
    for path in paths:
        places.update(_places_of(path))
    if not places:
        return diagnostics
    chosen = [diagnostic for diagnostic in diagnostics if _concerns(diagnostic, places, project)]
    chosen += api.findings_elsewhere(project, diagnostics, _files_in(paths))
    return sort_diagnostics(chosen)


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Generate the files at paths, and those in folders."""
    for path in paths:
        if path.is_dir():
            yield from path.rglob("*.yaml")
        else:
            yield path


def _concerns(diagnostic: Diagnostic, places: Iterable[Path], project: Project) -> bool:
    file, followed_file = _places_of(Path(diagnostic.location.file))
    hides_places = diagnostic in project.unread
    for place in places:
        is_hidden = hides_places and place.is_relative_to(file)
        if is_hidden or file.is_relative_to(place) or followed_file.is_relative_to(place):
            return True
    return False


def _places_of(path: Path) -> tuple[Path, Path]:
    """Return where a path lies: without following its own link, which may be at fault, and with that."""
    absolute_path = Path(os.path.abspath(path))  # noqa: PTH100 Path.absolute keeps ".."
    # Not Path.resolve, which fails of a link that leads to itself.
    folder = Path(os.path.realpath(absolute_path.parent))
    return folder / absolute_path.name, Path(os.path.realpath(absolute_path))
