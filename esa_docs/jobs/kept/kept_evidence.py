"""Scans of signed papers that serve as evidence: bound behind a report only as they were filed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Document
from esa_docs.model.history import ISSUED_FOLDER
from esa_docs.model.project import Project


def with_logged_hashes(project: Project, document: Document[Content]) -> Document[Content]:
    """Return a document whose evidence says what hash the log has of it, where it is a scan that is kept.

    Args:
        project: whose document it is.
        document: the document, with evidence or without.
    """
    if not document.annex:
        return document
    return replace(document, annex=tuple(_annex_files(project, document)))


def _annex_files(project: Project, document: Document[Content]) -> Iterator[AnnexFile]:
    folder = project.root / ISSUED_FOLDER
    for file in document.annex:
        sha256 = ""
        if file.path.is_relative_to(folder):
            key = file.path.parent.relative_to(folder).as_posix()
            history = project.histories.get(key)
            sha256 = history.hashes.get(file.path, "") if history else ""
        yield replace(file, sha256=sha256)
