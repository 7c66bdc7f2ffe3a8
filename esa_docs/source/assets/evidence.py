"""หลักฐาน: whether the files that a report cites are there, and are those that were looked at.

E438 the file is there and cannot be read · E670 it is not there, or lies outside the project folder · E671 it
has changed since its checksum was noted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import EvidenceUse
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile
from esa_docs.model.evidence import Evidence
from esa_docs.model.kind import Kind
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.assets.missing_files import hint_of_missing_file
from esa_docs.source.binding.binding import locate
from esa_docs.source.folders.disk import open_file, reason_of
from esa_docs.source.folders.named_files import obstacle, unreadable_words
from esa_docs.source.folders.named_paths import NamedFile, ProjectFiles
from esa_docs.source.yaml_files.tree import Mapping

C = TypeVar("C")


def check_evidence(content: C, use: EvidenceUse[C], files: ProjectFiles) -> Iterator[Problem]:
    """Generate the problems of evidence that is missing or has changed.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        files: the files of the project.
    """
    for path, evidence in use.pieces(content):
        if evidence.file is None:
            continue
        file = files.look_for(evidence.file)
        if file.path is None:
            yield _missing(path, evidence.file, file)
        elif evidence.sha256 is not None:
            yield from _check_checksum(path, evidence.file, evidence.sha256, file.path)


def _missing(path: KeyPath, name: str, file: NamedFile) -> Problem:
    """Return the problem of evidence that is not there (E670), or is there and is no file to read (E438)."""
    reason = obstacle(file)
    if reason:
        message, hint = unreadable_words(name, reason)
        return Problem((*path, "file"), "E438", message, hint)
    message = _("the evidence '{file}' is expected in the project folder and is not there")
    hint = hint_of_missing_file(name, file.entry.path, is_evidence=True)
    return Problem((*path, "file"), "E670", message.format(file=name), hint)


def _check_checksum(path: KeyPath, name: str, noted_sum: str, file: Path) -> Iterator[Problem]:
    """Generate the problem of a file that has changed (E671), or that cannot be read (E438)."""
    try:
        present_sum = checksum(file)
    except OSError as fault:
        message, hint = unreadable_words(name, reason_of(fault))
        yield Problem((*path, "file"), "E438", message, hint)
        return
    if present_sum != noted_sum.lower():
        message = _("the evidence '{file}' has changed since its checksum was noted")
        hint = _("Look at it again; then write its checksum: {sum}").format(sum=present_sum)
        yield Problem((*path, "sha256"), "E671", message.format(file=name), hint)


def annex_of(tree: Mapping, kind: Kind[Any], content: Content, files: ProjectFiles) -> Iterator[AnnexFile]:
    """Generate the files that go behind a document.

    Args:
        tree: the content files that it is made from.
        kind: its kind.
        content: what it says.
        files: the files of the project.
    """
    if kind.evidence is None:
        return
    for path, evidence, file in annexed_evidence(content, kind.evidence, files):
        place, field = locate(tree, path)
        citations = tuple(kind.evidence.citations(content, evidence.code))
        yield AnnexFile(evidence.code, evidence.name, file, place, field, citations)


def annexed_evidence(
    content: C, use: EvidenceUse[C], files: ProjectFiles
) -> Iterator[tuple[KeyPath, Evidence, Path]]:
    """Generate the PDF files to bind behind a report: key path of the file, evidence and file.

    Of several pieces with one code only the first counts. A report that binds no evidence has none.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        files: the files of the project.
    """
    if not use.is_bound(content):
        return
    bound_codes: set[str] = set()
    for path, evidence in use.pieces(content):
        file = _pdf_file(evidence, files)
        if file and evidence.code not in bound_codes:
            bound_codes.add(evidence.code)
            yield (*path, "file"), evidence, file


def _pdf_file(evidence: Evidence, files: ProjectFiles) -> Path | None:
    """Return the file of a piece of evidence where it is a PDF in the project folder."""
    if not evidence.file:
        return None
    file = files.look_for(evidence.file).path
    if file is None or file.suffix.lower() != ".pdf":
        return None
    return file


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
