"""The print of a paper as it would be kept today: its files, and what they are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.fingerprint import fingerprint, hash_bytes
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import produce
from esa_docs.jobs.kept.frozen import kept_name
from esa_docs.jobs.kept.own_words import contents_of
from esa_docs.jobs.kept.taken_over import origins_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.project import Project
from esa_docs.source.kept.kept_files import read_kept, refuse_damaged
from esa_docs.source.kept.kept_history import version_folder

_ANY_ENGINE = ""
"""Stands for the engine in the fingerprints of records: what a paper says does not depend on it."""


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


def prints_of(project: Project, document: Document[Content]) -> dict[str, Document[Content]]:
    """Return what a build makes of a document, by the names of the files in a kept version."""
    copies = copies_of(document, project.kinds)
    return {kept_name(document, copy): copy for copy in copies}


def inputs_of_print(copy: Document[Content]) -> str:
    """Return the fingerprint of a document, whatever engine lays out its pages."""
    return fingerprint(copy, _ANY_ENGINE)


def print_paper(project: Project, document: Document[Content], history: History, today: dt.date) -> Print:
    """Return a paper as it is printed today, with page numbers.

    A file that is made of the same as in the last version is taken from there, so it stays byte-equal. A
    recipient's copy that was sent and of which content says the same is taken as it was sent: roster, office
    and template touch it no more.

    Args:
        project: the project of the paper.
        document: the paper.
        history: its kept versions.
        today: the day of the print.

    Raises:
        ContentError: the paper cannot be made, or a version that it takes a file from is damaged (E450).
    """
    refuse_damaged(history)
    copies = prints_of(project, document)
    inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
    contents = contents_of(document, copies)
    origins = origins_of(history, inputs, contents)
    files = {name: read_kept(origin.file) for name, origin in origins.items()}
    stayed = tuple(name for name in inputs if name in origins and inputs[name] != origins[name].inputs)
    inputs |= {name: origin.inputs for name, origin in origins.items() if origin.inputs}
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


def differs_from(paper_print: Print, history: History) -> bool:
    """Return whether a print differs from the last version, or there is none."""
    record = history.record
    return record is None or dict(record.files) != paper_print.hashes
