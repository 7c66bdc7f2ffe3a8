"""The progress of the self-assessments of a year, for the console and as a report to the director."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from esa_docs.assess.status import StatusContent, WorkStatus
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, chosen_year, find_document
from esa_docs.jobs.program_documents import make_file, program_document
from esa_docs.model.area import Area
from esa_docs.model.base import Content
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label


def _view(document: Document[StatusContent], area: Area) -> Context:
    from esa_docs.word.context.progress_report import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.model.printed.program_forms import PrintedProgressReport  # noqa: PLC0415 only templates need it

    return PrintedProgressReport


PROGRESS_REPORT: Final = Form("progress-report", _view, printed=_printed)
"""How the report to the director looks."""


def reports_under_way(
    project: Project, name: str | None = None, year: int | None = None
) -> tuple[Document[Content], ...]:
    """Return the reports of a year whose kind declares a progress.

    Args:
        project: where they are.
        name: name of the one report that is wanted; None for all.
        year: fiscal year in the Buddhist era; None for the newest that has a folder.

    Raises:
        ContentError: the year has no folder (E407), no document has the name (E408), it has errors, or its
            kind declares no progress (E675).
    """
    wanted_year = chosen_year(project, Choice(year=year))
    reports: list[Document[Content]] = []
    for document in project.documents:
        if document.year == wanted_year and project.kinds.of(document).progress:
            reports.append(document)
    if name is None:
        return tuple(reports)
    for report in reports:
        if report.name == name:
            return (report,)
    other_document = find_document(project, name, year)
    message = _("a self-assessment is expected, found a document of the kind {kind}")
    text = message.format(kind=other_document.kind)
    place = Location(path_label(other_document.sources[0]))
    hint = nearest_hint(name, [report.name for report in reports], is_command=True)
    raise ContentError([Diagnostic("E675", text, place, hint)])


def work_status(document: Document[Content], kinds: Kinds, today: dt.date) -> WorkStatus:
    """Return how far one report is.

    Args:
        document: a report whose kind declares a progress.
        kinds: the kinds of documents.
        today: the day that decides what is late.

    Raises:
        ValueError: the kind of the document declares no progress.
    """
    progress_use = kinds.of(document).progress
    if progress_use is None:
        raise ValueError(f"the kind {document.kind} has no progress")
    content = document.content
    return WorkStatus(
        name=document.name,
        kind=document.kind,
        title=document.title,
        round=progress_use.round(content),
        words=progress_use.words,
        numerals=document.numerals,
        progress=progress_use.of(content, today),
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
        project: the project of the self-assessments.
        documents: the self-assessments of one year; at least one.
        output: where the Word file goes.
        today: the day on which it is made.
        force: overwrite a file that somebody else made or edited.

    Returns:
        The bytes of the file; None where it must not be written.

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
    return make_file(report, output, today=today, force=force)
