"""ฉบับที่เก็บ: the print of a paper as a version that is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.fingerprint import fingerprint, hash_bytes, template_hash
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import produce
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.jobs.kept.frozen import kept_name
from esa_docs.jobs.kept.own_words import contents_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, KeptFile, Record
from esa_docs.model.life import is_issued
from esa_docs.model.project import Project
from esa_docs.model.signing import Signed
from esa_docs.source.files import path_label
from esa_docs.source.kept_files import files_of, read_kept, zip_bytes
from esa_docs.source.kept_history import version_folder

_ANY_ENGINE = ""
"""Stands for the engine in the fingerprints of records: what a paper says does not depend on it."""


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
class Print:
    """A paper as it is printed today.

    Attributes:
        files: the bytes of each file, by its name in a kept version.
        inputs: fingerprint of what each file was made from.
        contents: fingerprint of what the content file says of each recipient's copy.
        stayed: names of the copies that stay as they were sent although they would print differently today.
        diagnostics: warnings that came up on the way.
    """

    files: Mapping[str, bytes]
    inputs: Mapping[str, str]
    contents: Mapping[str, str] = field(default_factory=dict)
    stayed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file."""
        return {name: hash_bytes(data) for name, data in self.files.items()}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a version is kept.

    Attributes:
        why: in words; empty for the first version.
        anyway: whether something is missing in the paper.
    """

    why: str = ""
    anyway: bool = False


def prints_of(project: Project, document: Document[Content]) -> dict[str, Document[Content]]:
    """Return what a build makes of a document, by the names of the files in a kept version."""
    copies = copies_of(document, project.kinds)
    return {kept_name(document, copy): copy for copy in copies}


def inputs_of_print(copy: Document[Content]) -> str:
    """Return the fingerprint of a document, whatever engine lays out its pages."""
    return fingerprint(copy, _ANY_ENGINE)


def print_paper(project: Project, document: Document[Content], history: History, today: dt.date) -> Print:
    """Return a paper as it is printed today, with page numbers.

    A file that is made of the same as in the last version is taken from there, so it stays byte-equal. So is
    a recipient's copy that was sent and of which content says the same: roster, office and template touch
    it no more.

    Args:
        project: the project of the paper.
        document: the paper.
        history: its kept versions.
        today: the day of the print.

    Raises:
        ContentError: the paper cannot be made, or its last version is damaged (E450).
    """
    copies = prints_of(project, document)
    inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
    contents = contents_of(document, copies)
    files = {file.name: read_kept(file) for file in _unchanged_files(history, inputs, contents)}
    kept_inputs = history.record.inputs if history.record else {}
    stayed = tuple(name for name in files if inputs[name] != kept_inputs.get(name))
    inputs |= {name: kept_inputs[name] for name in stayed if name in kept_inputs}
    due_copies = {name: copy for name, copy in copies.items() if name not in files}
    folder = version_folder(project.root, document.key)
    jobs = [Job(copy, folder / name) for name, copy in due_copies.items()]
    diagnostics: list[Diagnostic] = []
    for name, produced in zip(due_copies, produce(jobs, today), strict=True):
        diagnostics += produced.diagnostics
        if produced.word is None:
            raise ContentError(produced.diagnostics)
        files[name] = produced.word
    ordered_files = {name: files[name] for name in copies}
    return Print(ordered_files, inputs, contents, stayed, tuple(diagnostics))


def _unchanged_files(
    history: History, inputs: Mapping[str, str], contents: Mapping[str, str]
) -> Iterator[KeptFile]:
    """Generate the files of the last version that are taken over as they are."""
    if history.last is None or history.record is None:
        return
    record, sent_files = history.record, history.sent_files
    for file in files_of(history.last):
        is_same = _is_same(file.name, inputs, record.inputs)
        stays = file.name in sent_files and _is_same(file.name, contents, record.contents)
        if is_same or stays:
            yield file


def _is_same(name: str, fingerprints: Mapping[str, str], kept_fingerprints: Mapping[str, str]) -> bool:
    return name in fingerprints and fingerprints[name] == kept_fingerprints.get(name)


def differs_from(paper_print: Print, history: History) -> bool:
    """Return whether a print differs from the last version, or there is none."""
    record = history.record
    return record is None or dict(record.files) != paper_print.hashes


def this_program() -> str:
    """Return name and version of this program, as records have them."""
    return f"esa-docs {version('esa-docs')}"


def new_version(
    project: Project, document: Document[Content], paper_print: Print, reason: Reason, occasion: Occasion
) -> tuple[int, FileChange]:
    """Return the number of the next version of a paper, and the change that keeps it.

    Args:
        project: the project in which the paper has its number and date.
        document: the paper.
        paper_print: how it is printed.
        reason: why the version is kept.
        occasion: when, and by whom.
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
    )
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
        if is_of_document and entry.counted_in in project.kinds.series():
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
