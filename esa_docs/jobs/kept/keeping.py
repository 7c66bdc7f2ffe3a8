"""ฉบับที่เก็บ: the print of a paper as a version that is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.fingerprint import template_hash
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.jobs.kept.own_files import own_files_hash
from esa_docs.jobs.kept.printing import Print
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.life import is_issued
from esa_docs.model.number_register import UNNUMBERED
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.model.signing import Signed
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import zip_bytes
from esa_docs.source.kept.kept_history import version_folder
from esa_docs.source.kept.kept_numbers import note_of_number


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is kept, and by whom.

    Attributes:
        at: date and time, with its time zone.
        by: name by which the machine knows the user; empty where it knows none.
    """

    at: dt.datetime
    by: str

    @property
    def stamp(self) -> str:
        """Date and time as records have them."""
        return self.at.isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a version is kept.

    Attributes:
        why: in words; empty for the first version.
        anyway: whether something is missing in the paper.
        number_note: what a register noted of the number that the paper takes.
    """

    why: str = ""
    anyway: bool = False
    number_note: str = ""


def this_program() -> str:
    """Return name and version of this program, as records have them."""
    return f"esa-docs {version('esa-docs')}"


def new_version(
    project: Project,
    document: Document[Content],
    paper_print: Print,
    reason: Reason,
    occasion: Occasion,
    drafts: Mapping[Path, bytes] | None = None,
) -> tuple[int, FileChange]:
    """Return the number of the next version of a paper, and the change that keeps it.

    Args:
        project: the project in which the paper has its number and date.
        document: the paper.
        paper_print: how it is printed.
        reason: why the version is kept.
        occasion: when, and by whom.
        drafts: what is to be written into content files together with the version, by their paths.
    """
    history = project.histories.get(document.key, History())
    number = history.last.number + 1 if history.last else 1
    content: Any = document.content
    record = Record(
        year=document.year,
        name=document.name,
        version=number,
        kind=document.kind,
        number=getattr(content, "number", None),
        date=getattr(content, "date", None),
        title=document.title,
        signers=_signers(document),
        at=occasion.stamp,
        by=occasion.by,
        why=reason.why,
        program=this_program(),
        template=template_hash(document),
        text=_text(paper_print),
        files=paper_print.hashes,
        inputs=dict(paper_print.inputs),
        contents=dict(paper_print.contents),
        series=_series(project, document),
        anyway=reason.anyway,
        content_files=own_files_hash(document, drafts or {}),
    )
    note_before = note_of_number(history, record.series, record.number)
    record = replace(record, number_note=reason.number_note or note_before)
    path = version_folder(project.root, document.key) / f"{number}.zip"
    return number, FileChange(path, None, zip_bytes(record, paper_print.files))


def _signers(document: Document[Content]) -> tuple[str, ...]:
    """Return the name of the person who signs; none of a kind that is not signed so."""
    content: object = document.content
    if not isinstance(content, Signed):
        return ()
    signer = content.signature.by if content.signature else document.office.director
    return (thai.normalise_spaces(signer.full_name),) if signer else ()


def _text(paper_print: Print) -> str:
    """Return the text of all files, a paragraph a line, with an empty line between two files."""
    from esa_docs.word.printed_lines import printed_lines  # noqa: PLC0415 loads lxml

    texts = ["\n".join(printed_lines(data)) for data in paper_print.files.values()]
    return "\n\n".join(texts)


def _series(project: Project, document: Document[Content]) -> str:
    """Return the name of the series that counts the number of a document; empty for one without number."""
    for entry in project.register:
        is_of_document = entry.source == document.key and not entry.is_kept
        if is_of_document and not entry.counted_in.startswith(UNNUMBERED):
            return entry.counted_in
    return ""


def not_kept(project: Project, document: Document[Content]) -> ContentError:
    """Return the error of a paper of which no version is kept (E459), with the command that keeps one."""
    message = _("no version of '{name}' is kept").format(name=document.name)
    place = Location(path_label(document.sources[0]))
    return ContentError([Diagnostic("E459", message, place, _hint_to_keep(project, document))])


def _hint_to_keep(project: Project, document: Document[Content]) -> str:
    """Return the cure of a paper of which no version is kept: the command for its kind and state."""
    if document.is_draft:
        return _("Complete it first: 'esa-docs status' says what is missing.")
    if not isinstance(document.content, Signed):
        hint = _("Keep it first: esa-docs sent {name} --year {year}")
    elif is_issued(document, project.kinds):
        hint = _("Keep it first: esa-docs issue {name} --year {year}")
    else:
        hint = _("It has no number or no date yet. Issue it first: esa-docs issue {name} --year {year}")
    return hint.format(name=document.name, year=document.year)
