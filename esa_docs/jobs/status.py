"""How far the self-assessments of a year are, for the console and for the director."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from esa_docs.assess.progress import progress_of
from esa_docs.assess.status import StatusContent, WorkStatus
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.papers import make_word, paper_document, unless_another
from esa_docs.jobs.plan import Choice, chosen_year, find_document
from esa_docs.model.assessment import SelfAssessment
from esa_docs.model.document import Document, Project
from esa_docs.source.files import shown_path

PAPER: Final = "status"
"""What the report to the director looks like: the name of its template."""


def assessments(project: Project, name: str | None = None, year: int | None = None) -> tuple[Document, ...]:
    """Find the self-assessments of a year, or the one that is named.

    Args:
        project: where they are.
        name: name of one of them; None for all.
        year: fiscal year in the Buddhist era; by default the newest that has a folder.

    Raises:
        ContentError: the year has no folder (E407), no document has the name (E408), it has errors, or it is
            no self-assessment (E675).
    """
    wanted = chosen_year(project, Choice(year=year))
    found = tuple(
        one
        for one in project.documents
        if one.year == wanted and isinstance(one.content, SelfAssessment) and name in {None, one.name}
    )
    if name is not None and not found:
        other = find_document(project, name, year)
        message = _("a self-assessment is expected, found a document of the kind {kind}")
        place = Location(shown_path(other.sources[0]))
        hint = nearest_hint(name, [one.name for one in assessments(project, None, year)])
        raise ContentError([Diagnostic("E675", message.format(kind=other.kind), place, hint)])
    return found


def work_status(document: Document, today: dt.date) -> WorkStatus:
    """Look through one report."""
    return WorkStatus(document.name, document.content, progress_of(document.content, today))


def make_status(
    project: Project, documents: Sequence[Document], output: Path, *, today: dt.date, force: bool = False
) -> Checked[dict[Path, bytes]]:
    """Make the report to the director.

    Args:
        project: whose works.
        documents: the self-assessments of one year; at least one.
        output: where the Word file goes.
        today: the day on which it is made.
        force: overwrite a file that somebody else made or edited.

    Returns:
        What goes into the file; nothing where it may not be written.

    Raises:
        ContentError: another file is there (E418), office.yaml has errors, or the office's own template
            does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    year = documents[0].year
    content = StatusContent(year, today, tuple(work_status(one, today) for one in documents))
    paper = paper_document(project, PAPER, f"{PAPER}-{year}", year, content)
    made = make_word(paper, shown_path(output), today)
    if made.value is None:
        return Checked(None, made.diagnostics)
    data = made.value if force else unless_another(output, made.value, content.title)
    return Checked({output: data}, made.diagnostics)
