"""No number is given while a place that may hold numbers cannot be read."""

from __future__ import annotations

from collections.abc import Iterable

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.project import Project


def refuse_unread(project: Project, series: str = "") -> None:
    """Refuse to give, reserve or cancel a number while one of its series may stand where nobody can look.

    Args:
        project: the project.
        series: name of the series. Without one, only what may hide a number of every series counts.

    Raises:
        ContentError: the errors of `Project.unread_of`: unreadable folders, files and registers.
    """
    errors = project.unread_of(series)
    if errors:
        raise ContentError(errors)


def unread_of_entries(project: Project, entries: Iterable[NumberEntry]) -> list[Diagnostic]:
    """Return the errors that may hide a number of any series of some entries, each once."""
    errors: dict[Diagnostic, None] = {}
    for series in dict.fromkeys(entry.counted_in for entry in entries):
        errors |= dict.fromkeys(project.unread_of(series))
    return list(errors)


def series_of_paper(project: Project, document: Document[Content]) -> str:
    """Return the name of the series in which a paper is counted; empty for one that bears no number."""
    for entry in project.register:
        if entry.source == document.key and entry.folder is not None and not entry.is_kept:
            return entry.counted_in
    return ""
