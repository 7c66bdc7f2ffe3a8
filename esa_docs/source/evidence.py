"""หลักฐาน: whether the files that a report cites are there, and are those that were looked at.

E670 the file is not there, or lies outside the project folder · E671 it has changed since its checksum was
noted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import EvidenceUse
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.files import project_file

C = TypeVar("C")


def check_evidence(content: C, use: EvidenceUse[C], root: Path) -> Iterator[Problem]:
    """Generate the problems of evidence that is missing or has changed.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        root: project folder.
    """
    for path, evidence in use.pieces(content):
        if evidence.file is None:
            continue
        file = project_file(root, evidence.file)
        if file is None:
            message = _("the evidence '{file}' is expected in the project folder and is not there")
            hint = _("Put the file there, or correct its path; it counts from the project folder.")
            yield Problem((*path, "file"), "E670", message.format(file=evidence.file), hint)
        elif evidence.sha256 is not None and checksum(file) != evidence.sha256.lower():
            message = _("the evidence '{file}' has changed since its checksum was noted")
            hint = _("Look at it again; then write its checksum: {sum}").format(sum=checksum(file))
            yield Problem((*path, "sha256"), "E671", message.format(file=evidence.file), hint)


def annexed_evidence(content: C, use: EvidenceUse[C], root: Path) -> Iterator[tuple[KeyPath, Evidence, Path]]:
    """Generate the PDF files to bind behind a report: key path of the file, evidence and file.

    Of several pieces with one code only the first counts. A report that binds no evidence has none.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        root: project folder.
    """
    if not use.is_bound(content):
        return
    bound_codes: set[str] = set()
    for path, evidence in use.pieces(content):
        file = _pdf_file(evidence, root)
        if file and evidence.code not in bound_codes:
            bound_codes.add(evidence.code)
            yield (*path, "file"), evidence, file


def _pdf_file(evidence: Evidence, root: Path) -> Path | None:
    """Return the file of a piece of evidence where it is a PDF in the project folder."""
    if not evidence.file:
        return None
    file = project_file(root, evidence.file)
    if file is None or file.suffix.lower() != ".pdf":
        return None
    return file


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
