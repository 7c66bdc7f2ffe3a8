"""No number is given while a place that may hold numbers cannot be read."""

from __future__ import annotations

from esa_docs.diagnostics import ContentError
from esa_docs.model.project import Project


def refuse_unread(project: Project) -> None:
    """Refuse to give, reserve or cancel a number of a project that could not be read whole.

    Raises:
        ContentError: the errors of `Project.unread`: unreadable folders, files and registers.
    """
    if not project.is_whole:
        raise ContentError(project.unread)
