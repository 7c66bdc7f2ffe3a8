"""``esa-docs fonts``: list the font families that the documents need, and install them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from esa_docs.cli.log import log_option
from esa_docs.cli.options import format_option, project_option, project_root
from esa_docs.cli.show import DONE, exit_code, report_faults, show_diagnostics, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.fonts.lookup import Faces
    from esa_docs.fonts.reading import Face
    from esa_docs.fonts.state import FamilyState
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document
    from esa_docs.model.project import Project

    Documents: TypeAlias = dict[str, list[Document[Content]]]
    States: TypeAlias = dict[str, tuple[FamilyState, tuple[Diagnostic, ...]]]


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
    """List the families, unless a command of this group runs."""
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
@report_faults
def install_command(sources: tuple[Path, ...], *, layout_only: bool) -> int:
    """Fetch, check and put in place."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    faces, folder = api.keep_fonts(sources)
    _show_families(faces, folder)
    if not layout_only:
        _show_families(faces, api.install_fonts(faces))
        tell(_("Close Word and open it again to use the fonts."))
    return DONE


@report_faults
def _list(root: Path | None, *, form: str) -> int:
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    if project.office is None:
        faults_of_content = api.check(project)
        show_diagnostics(faults_of_content, form)
        return exit_code(faults_of_content)
    documents = _documents_by_family(project, project.office.font)
    states = api.look_at_fonts(documents)
    diagnostics: list[Diagnostic] = []
    for _state, faults in states.values():
        diagnostics += faults
    if form == "json":
        _show_json(states, documents)
    else:
        _show_lines(states, documents)
        show_diagnostics(diagnostics, form)
    return exit_code(diagnostics)


def _documents_by_family(project: Project, office_family: str) -> Documents:
    """Return the documents that need each family; the family of the office is there even without any."""
    documents: Documents = {office_family: []}
    for document in project.documents:
        documents.setdefault(document.office.font, []).append(document)
    return documents


def _show_json(states: States, documents: Documents) -> None:
    show_json([_row(state, documents[family], faults) for family, (state, faults) in states.items()])


def _show_lines(states: States, documents: Documents) -> None:
    words = _words_of_availability()
    for family, (state, _faults) in states.items():
        click.echo(f"{state.family}: {words[state.availability]}")
        for document in documents[family]:
            click.echo(f"  {document.key}\t{document.kind}")


def _words_of_availability() -> dict[str, str]:
    return {
        "installed": _("installed on this machine"),
        "kept": _("kept for page numbers and PDF only"),
        "numbers": _("not on this machine; its widths are known, so page numbers are"),
        "nothing": _("not on this machine"),
    }


def _row(
    state: FamilyState, documents: Iterable[Document[Content]], diagnostics: Iterable[Diagnostic]
) -> dict[str, object]:
    return {
        "family": state.family,
        "availability": str(state.availability),
        "can_be_drawn": state.can_be_drawn,
        "installed": _paths_by_style(state.installed_faces),
        "kept": _paths_by_style(state.kept_faces),
        "needed_by": [_document_row(document) for document in documents],
        "diagnostics": [diagnostic.as_dict() for diagnostic in diagnostics],
    }


def _paths_by_style(faces: Faces) -> dict[str, str]:
    return {str(style): path.as_posix() for style, path in faces.items()}


def _document_row(document: Document[Content]) -> dict[str, object]:
    return {"name": document.name, "year": document.year, "kind": document.kind}


def _show_families(faces: Iterable[Face], folder: Path) -> None:
    """Print a line for each family whose faces are now in a folder."""
    families = dict.fromkeys(face.family.name for face in faces)
    for family in families:
        click.echo(_("{name}: four faces in {folder}").format(name=family, folder=folder.as_posix()))
