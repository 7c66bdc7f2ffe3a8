"""The papers of a year with their states, and what keeps a paper from being issued."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from esa_docs.diagnostics import ContentError, Diagnostic, Severity, sort_diagnostics
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.plan import output_of
from esa_docs.jobs.kept.frozen import in_folder_of, keys_without_content
from esa_docs.jobs.kept.renamed import renamed_in
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.model.life import State, state_of
from esa_docs.model.missing import Missing
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.compared_records import unrecorded_entries


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a year and where it stands.

    Attributes:
        name: path below the year's folder without the ending.
        year: fiscal year in the Buddhist era.
        kind: name of its kind. None for a paper with errors: its kind may be one of them. Of a paper that is
            kept the record says it.
        title: what it is about, in a line. None for a paper with errors, unless its record says it.
        state: its state.
        missing: what it lacks. The errors, for a paper with errors.
        files: the Word files that it makes, below the output folder. A paper with errors makes none.
        sources: content files it is made from; none where only its kept versions are there.
        is_faulty: whether it has errors.
        history: its kept versions and scans.
        is_unrecorded: whether it has number and date, typed by hand, and no version of it is kept (E455).
    """

    name: str
    year: int
    kind: str | None
    title: str | None
    state: State
    missing: tuple[Missing, ...]
    files: tuple[str, ...]
    sources: tuple[Path, ...]
    is_faulty: bool
    history: History = field(default_factory=History)
    is_unrecorded: bool = False

    @property
    def key(self) -> str:
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"

    def as_dict(self) -> dict[str, object]:
        """Return the row of ``--format json``."""
        return {
            "name": self.name,
            "year": self.year,
            "kind": self.kind,
            "title": self.title,
            "state": self.state,
            "missing": [missing.as_dict() for missing in self.missing],
            "files": list(self.files),
            "sources": [path.as_posix() for path in self.sources],
            "faulty": self.is_faulty,
            "unrecorded": self.is_unrecorded,
            **self.history.as_dict(),
        }


def papers_of(project: Project, year: int | None, kinds: Collection[str] = ()) -> tuple[Paper, ...]:
    """Return the papers of a year: those that can be made in the order of their names, then the others.

    Papers with errors stand before those of which only kept versions are there. A paper whose content file
    was renamed stands there once, under its new name.

    Args:
        project: where they are.
        year: fiscal year in the Buddhist era. None for a project without years.
        kinds: kinds of the papers; empty for all. Of a paper with errors the kind is not asked.
    """
    renamed = renamed_in(project)
    papers: list[Paper] = []
    for document in project.documents:
        is_of_kind = not kinds or document.kind in kinds
        if document.year == year and is_of_kind:
            papers.append(_paper(document, project))
    for key in project.faulty:
        if key.startswith(f"{year}/"):
            papers.append(_faulty_paper(key, project, renamed.get(key, key)))
    kept_papers = _papers_without_content(project, year, kinds)
    papers += [paper for paper in kept_papers if paper.key not in renamed.values()]
    entries = unrecorded_entries(project.register, project.histories)
    unrecorded_keys = {entry.source for entry in entries} - renamed.keys()
    return tuple(replace(paper, is_unrecorded=paper.key in unrecorded_keys) for paper in papers)


def _papers_without_content(project: Project, year: int | None, kinds: Collection[str]) -> Iterator[Paper]:
    """Generate the papers whose content file is gone, as they were kept."""
    for key in sorted(keys_without_content(project)):
        history = project.histories[key]
        record = history.record
        if record is None or record.year != year:
            continue
        if not kinds or record.kind in kinds:
            yield _paper_of_record(record, history, project.kinds)


def _paper_of_record(record: Record, history: History, kinds: Kinds) -> Paper:
    return Paper(
        name=record.name,
        year=record.year,
        kind=record.kind,
        title=record.title,
        state=state_of(None, kinds, history),
        missing=(),
        files=tuple(f"{record.year}/{in_folder_of(record, file)}.docx" for file in record.files),
        sources=(),
        is_faulty=False,
        history=history,
    )


def _paper(document: Document[Content], project: Project) -> Paper:
    history = project.histories.get(document.key, History())
    state = state_of(document, project.kinds, history)
    return Paper(
        name=document.name,
        year=document.year,
        kind=document.kind,
        title=document.title,
        state=state,
        missing=document.missing,
        files=tuple(_files_of(document, project.kinds)),
        sources=document.sources,
        is_faulty=False,
        history=history,
    )


def _files_of(document: Document[Content], kinds: Kinds) -> Iterator[str]:
    for copy in copies_of(document, kinds):
        yield output_of(copy, Path()).as_posix()


def _faulty_paper(key: str, project: Project, kept_key: str) -> Paper:
    """Return a paper with errors, and what is kept of it under the name that it had."""
    year, _slash, name = key.partition("/")
    errors = project.errors.get(key) or _shared_errors(project)
    missing = [Missing((), error.message, error.location, error.field) for error in errors]
    history = project.histories.get(kept_key, History())
    state = state_of(None, project.kinds, history)
    paper = Paper(name, int(year), None, None, state, tuple(missing), (), (), is_faulty=True, history=history)
    if history.record is None:
        return paper
    return replace(paper, kind=history.record.kind, title=history.record.title)


def _shared_errors(project: Project) -> Sequence[Diagnostic]:
    """Return the errors that are of no document, such as those of office.yaml."""
    errors_of_documents: set[Diagnostic] = set()
    for errors in project.errors.values():
        errors_of_documents.update(errors)
    shared_errors: list[Diagnostic] = []
    for diagnostic in project.diagnostics:
        if diagnostic.is_error and diagnostic not in errors_of_documents:
            shared_errors.append(diagnostic)
    return shared_errors


def missing_in(document: Document[Any], hint: str = "") -> tuple[Diagnostic, ...]:
    """Return an error for each thing that is missing in a paper (E445); none for a complete one.

    Args:
        document: the paper.
        hint: the cure; by default that of ``issue``.
    """
    cure = hint or _("Complete it first. To issue it all the same, add --anyway.")
    diagnostics: list[Diagnostic] = []
    count = len(document.missing)
    if count > 1:
        cure = _("{count} things are missing. {cure}").format(count=count, cure=cure)
    for missing in document.missing:
        message = _("the paper is a draft: {reason}").format(reason=missing.message)
        diagnostics.append(Diagnostic("E445", message, missing.place, field=missing.field))
    # The cure is the same for all of them: it stands once, at the first.
    sorted_diagnostics = sort_diagnostics(diagnostics)
    first_diagnostics = [replace(diagnostic, hint=cure) for diagnostic in sorted_diagnostics[:1]]
    return (*first_diagnostics, *sorted_diagnostics[1:])


def refuse_draft(document: Document[Content], hint: str = "") -> None:
    """Refuse a draft; the arguments are those of `missing_in`.

    Raises:
        ContentError: something is missing, or the content says ``draft: true`` (E445).
    """
    if document.is_draft:
        raise ContentError(missing_in(document, hint))


def warnings_of(project: Project, document: Document[Any]) -> tuple[Diagnostic, ...]:
    """Return what the check warns of in the content files of a paper: it leaves the office as it stands.

    What it has from office.yaml or the roster is among it.
    """
    labels = {path_label(path) for path in document.sources}
    warnings: list[Diagnostic] = []
    for diagnostic in project.diagnostics:
        if diagnostic.severity is Severity.WARNING and diagnostic.location.file in labels:
            warnings.append(diagnostic)
    return (*warnings, *document.shared_warnings)
