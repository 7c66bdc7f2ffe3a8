"""``esa-docs fonts``: which font families the documents need, whether this machine has them, getting them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.log import log_option
from esa_docs.cli.options import format_option, project_option, project_root
from esa_docs.cli.show import exit_code, guarded, show_diagnostics, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.fonts.reading import Face
    from esa_docs.fonts.state import FamilyState
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document
    from esa_docs.model.project import Project


@click.group(
    "fonts",
    help=_("Tell which font families the documents need and whether this machine has them."),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@project_option
@format_option
@log_option
@click.pass_context
def fonts_command(context: click.Context, root: Path | None, form: str) -> None:
    """List the families, unless a command of this group was asked for."""
    if context.invoked_subcommand is None:
        _list(root, form=form)


@fonts_command.command("install", help=_("Fetch the font families and install them for this user."))
@click.option(
    "--from",
    "sources",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    metavar="FILE",
    help=_("Take them from this wheel, zip file, folder or font file; may be given several times."),
)
@click.option("--layout-only", is_flag=True, help=_("Only for page numbers and PDF; Word does not get them."))
@guarded
def install_command(sources: tuple[Path, ...], *, layout_only: bool) -> int:
    """Fetch, check and put in place."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    faces, folder = api.keep_fonts(sources)
    _tell_place(faces, folder)
    if not layout_only:
        _tell_place(faces, api.install_fonts(faces))
        tell(_("Close Word and open it again to use the fonts."))
    return 0


@guarded
def _list(root: Path | None, *, form: str) -> int:
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    if project.office is None:
        faults = api.check(project)
        show_diagnostics(faults, form)
        return exit_code(faults)
    needed = _needed(project, project.office.font)
    families = api.look_at_fonts(needed)
    states = [state for state, _diagnostics in families.values()]
    found = [diagnostic for _state, diagnostics in families.values() for diagnostic in diagnostics]
    if form == "json":
        show_json([_row(state, needed[family], found_of) for family, (state, found_of) in families.items()])
    else:
        _show_lines(states, needed)
        show_diagnostics(found, form)
    return exit_code(found)


def _needed(project: Project, default: str) -> dict[str, list[Document[Content]]]:
    """Give the documents that need each family; the office's own family is needed in any case."""
    needed: dict[str, list[Document[Content]]] = {default: []}
    for document in project.documents:
        needed.setdefault(document.office.font, []).append(document)
    return needed


def _show_lines(states: Iterable[FamilyState], needed: dict[str, list[Document[Content]]]) -> None:
    for state in states:
        click.echo(f"{state.family}: {_words()[state.availability]}")
        for document in needed[state.family]:
            click.echo(f"  {document.key}\t{document.kind}")


def _words() -> dict[str, str]:
    return {
        "installed": _("installed on this machine"),
        "kept": _("kept for page numbers and PDF only"),
        "numbers": _("not on this machine; its widths are known, so page numbers are"),
        "nothing": _("not on this machine"),
    }


def _row(
    state: FamilyState, documents: Iterable[Document[Content]], found: Iterable[Diagnostic]
) -> dict[str, object]:
    return {
        "family": state.family,
        "availability": str(state.availability),
        "can_be_drawn": state.can_be_drawn,
        "installed": {str(style): path.as_posix() for style, path in state.installed_faces.items()},
        "kept": {str(style): path.as_posix() for style, path in state.kept_faces.items()},
        "needed_by": [{"name": one.name, "year": one.year, "kind": one.kind} for one in documents],
        "diagnostics": [diagnostic.as_dict() for diagnostic in found],
    }


def _tell_place(faces: Iterable[Face], folder: Path) -> None:
    for family in dict.fromkeys(face.family.name for face in faces):
        click.echo(_("{name}: four faces in {folder}").format(name=family, folder=folder.as_posix()))
