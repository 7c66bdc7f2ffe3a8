"""``esa-docs list``: list the documents of a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.kind_words import kind_option
from esa_docs.cli.options import format_option, project_option, project_root, year_option
from esa_docs.cli.show import exit_code, report_faults, show_json, tell
from esa_docs.cli.unread import tell_unread
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import Paper


@click.command("list", help=_("List the documents of the project with their states, and their parts."))
@project_option
@year_option
@kind_option
@format_option
@report_faults
def list_command(root: Path | None, year: int | None, kinds: tuple[str, ...], form: str) -> int:
    """List the documents of a year, by default the newest."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    listed_year = api.chosen_year(project, api.Choice(year=year))
    papers = api.papers_of(project, listed_year, kinds)
    _show(papers, form)
    has_errors = any(paper.is_faulty for paper in papers)
    code = tell_unread(project)
    return exit_code(project.diagnostics) if has_errors else code


def _show(papers: Sequence[Paper], form: str) -> None:
    if form == "json":
        show_json([paper.as_dict() for paper in papers])
    else:
        _show_lines(papers)
    if any(paper.is_faulty for paper in papers):
        tell(_("See 'esa-docs check' for the errors."))


def _show_lines(papers: Sequence[Paper]) -> None:
    from esa_docs.cli.states import kept_lines, state_word, title_of  # noqa: PLC0415 keeps --help fast

    for paper in papers:
        kind = paper.kind or "-"
        title = title_of(paper)
        click.echo(f"{paper.key}\t{kind}\t{title}\t{state_word(paper.state)}")
        for part in paper.sources[1:]:
            click.echo(f"  + {part.as_posix()}")
        for line in kept_lines(paper.history):
            click.echo(f"  {line}")
    if not papers:
        tell(_("The project has no documents."))
