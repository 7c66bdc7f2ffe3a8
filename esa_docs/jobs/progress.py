"""How far the self-assessments of a year are, for the console and for the director."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from esa_docs.assess.status import StatusContent, WorkStatus
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.plan import Choice, chosen_year, find_document
from esa_docs.jobs.program_documents import make_word, program_document, unless_another
from esa_docs.model.area import Area
from esa_docs.model.base import Content
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.files import path_label


def _view(document: Document[StatusContent], area: Area) -> Context:
    from esa_docs.word.context.progress_report import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


PROGRESS_REPORT: Final = Form("progress-report", _view)
"""What the report to the director looks like."""


def reports_under_way(
    project: Project, name: str | None = None, year: int | None = None
) -> tuple[Document[Content], ...]:
    """Find the reports of a year whose progress is known, or the one that is named.

    Args:
        project: where they are.
        name: name of one of them; None for all.
        year: fiscal year in the Buddhist era; by default the newest that has a folder.

    Raises:
        ContentError: the year has no folder (E407), no document has the name (E408), it has errors, or it is
            no such report (E675).
    """
    wanted = chosen_year(project, Choice(year=year))
    reports = tuple(
        document
        for document in project.documents
        if document.year == wanted and project.kinds.of(document).progress and name in {None, document.name}
    )
    if name is not None and not reports:
        other = find_document(project, name, year)
        message = _("a self-assessment is expected, found a document of the kind {kind}")
        place = Location(path_label(other.sources[0]))
        names = [report.name for report in reports_under_way(project, None, year)]
        hint = nearest_hint(name, names)
        raise ContentError([Diagnostic("E675", message.format(kind=other.kind), place, hint)])
    return reports


def work_status(document: Document[Content], kinds: Kinds, today: dt.date) -> WorkStatus:
    """Look through one report.

    Args:
        document: a report of a kind whose progress is known.
        kinds: the kinds of documents.
        today: the day on which it is asked.
    """
    use = kinds.of(document).progress
    if use is None:
        raise ValueError(f"the kind {document.kind} has no progress")
    content = document.content
    return WorkStatus(
        document.name,
        document.kind,
        document.title,
        use.round(content),
        use.words,
        document.numerals,
        use.of(content, today),
    )


def make_status(
    project: Project,
    documents: Sequence[Document[Content]],
    output: Path,
    *,
    today: dt.date,
    force: bool = False,
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
    works = tuple(work_status(document, project.kinds, today) for document in documents)
    content = StatusContent(year, today, works)
    key = (f"progress-{year}", year)
    report = program_document(project, PROGRESS_REPORT, key, content.title, content, works[0].numerals)
    made = make_word(report, path_label(output), today)
    if made.value is None:
        return Checked(None, made.diagnostics)
    data = made.value if force else unless_another(output, made.value, content.title)
    return Checked({output: data}, made.diagnostics)
