"""``esa-docs list``: list the documents of a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, kind_option, project_option, project_root, year_option
from esa_docs.cli.show import DONE, exit_code, report_faults, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document
    from esa_docs.model.project import Project


@click.command("list", help=_("List the documents of the project, and their parts."))
@project_option
@year_option
@kind_option
@format_option
@report_faults
def list_command(root: Path | None, year: int | None, kind: str | None, form: str) -> int:
    """List the documents of a year, by default the newest."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    listed_year = api.chosen_year(project, api.Choice(year=year))
    documents = list(_documents_of(project, listed_year, kind))
    faulty_keys = [key for key in project.faulty if key.startswith(f"{listed_year}/")]
    _show(documents, faulty_keys, form)
    return exit_code(api.check(project)) if faulty_keys else DONE


def _documents_of(project: Project, year: int | None, kind: str | None) -> Iterator[Document[Content]]:
    """Generate the documents of a year; None as the kind means every kind."""
    for document in project.documents:
        is_of_kind = kind is None or document.kind == kind
        if document.year == year and is_of_kind:
            yield document


def _show(documents: list[Document[Content]], faulty_keys: list[str], form: str) -> None:
    if form == "json":
        rows = [_row(document) for document in documents]
        rows += [_faulty_row(key) for key in faulty_keys]
        show_json(rows)
    else:
        _show_lines(documents, faulty_keys)
    if faulty_keys:
        tell(_("See 'esa-docs check' for the errors."))


def _show_lines(documents: list[Document[Content]], faulty_keys: list[str]) -> None:
    for document in documents:
        click.echo(f"{document.key}\t{document.kind}\t{document.title}")
        for part in document.sources[1:]:
            click.echo(f"  + {part.as_posix()}")
    for key in faulty_keys:
        click.echo(f"{key}\t-\t{_('has errors')}")
    if not documents and not faulty_keys:
        tell(_("The project has no documents."))


def _row(document: Document[Content]) -> dict[str, object]:
    return {
        "name": document.name,
        "year": document.year,
        "kind": document.kind,
        "title": document.title,
        "sources": [path.as_posix() for path in document.sources],
        "faulty": False,
    }


def _faulty_row(key: str) -> dict[str, object]:
    year, _slash, name = key.partition("/")
    return {"name": name, "year": int(year), "kind": None, "title": None, "sources": [], "faulty": True}
