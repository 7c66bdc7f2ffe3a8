"""หลักฐาน: files that a report cites are there, and are those that were looked at.

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
    """Find the evidence that is missing or has changed.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        root: project folder.
    """
    for path, one in use.pieces(content):
        if one.file is None:
            continue
        file = project_file(root, one.file)
        if file is None:
            message = _("the evidence '{file}' is expected in the project folder and is not there")
            hint = _("Put the file there, or correct its path; it counts from the project folder.")
            yield Problem((*path, "file"), "E670", message.format(file=one.file), hint)
        elif one.sha256 is not None and checksum(file) != one.sha256.lower():
            message = _("the evidence '{file}' has changed since its checksum was noted")
            hint = _("Look at it again; then write its checksum: {sum}").format(sum=checksum(file))
            yield Problem((*path, "sha256"), "E671", message.format(file=one.file), hint)


def annexed_evidence(content: C, use: EvidenceUse[C], root: Path) -> Iterator[tuple[KeyPath, Evidence, Path]]:
    """Give the PDF files that a report wants bound behind it, each code once, with the key path of the file.

    Args:
        content: what a document says.
        use: what its kind says of its evidence.
        root: project folder.
    """
    if not use.is_bound(content):
        return
    seen: set[str] = set()
    for path, one in use.pieces(content):
        file = project_file(root, one.file) if one.file else None
        if file and file.suffix.lower() == ".pdf" and one.code not in seen:
            seen.add(one.code)
            yield (*path, "file"), one, file


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
