"""``esa-docs list``: what documents the project holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, kind_option, project_option, project_root, year_option
from esa_docs.cli.show import exit_code, guarded, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.base import Content
    from esa_docs.model.document import Document


@click.command("list", help=_("List the documents of the project, and their parts."))
@project_option
@year_option
@kind_option
@format_option
@guarded
def list_command(root: Path | None, year: int | None, kind: str | None, form: str) -> int:
    """List the documents of a year, by default the newest."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    wanted = api.chosen_year(project, api.Choice(year=year))
    rows = [one for one in project.documents if one.year == wanted and kind in (None, one.kind)]
    faulty = [key for key in project.faulty if key.startswith(f"{wanted}/")]
    _show(rows, faulty, form)
    return exit_code(api.check(project)) if faulty else 0


def _show(rows: list[Document[Content]], faulty: list[str], form: str) -> None:
    if form == "json":
        show_json([_row(document) for document in rows] + [_faulty_row(key) for key in faulty])
    else:
        _show_lines(rows, faulty)
    if faulty:
        tell(_("See 'esa-docs check' for the errors."))


def _show_lines(rows: list[Document[Content]], faulty: list[str]) -> None:
    for document in rows:
        click.echo(f"{document.key}\t{document.kind}\t{document.title}")
        for part in document.sources[1:]:
            click.echo(f"  + {part.as_posix()}")
    for key in faulty:
        click.echo(f"{key}\t-\t{_('has errors')}")
    if not rows and not faulty:
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
