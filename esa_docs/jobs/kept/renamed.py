"""Kept papers of a project whose content files were renamed: one paper, under its new name."""

from __future__ import annotations

from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.project import Project
from esa_docs.source.kept.renamed_papers import renamed_papers

_RENAMED: Final = "E460"


def renamed_in(project: Project) -> dict[str, str]:
    """Return the old ``year/name`` of papers whose content file was renamed, by the new one.

    Args:
        project: whose papers.
    """
    entries = [entry for entry in project.register if entry.folder is not None and not entry.is_kept]
    keys = {*(document.key for document in project.documents), *project.faulty}
    return renamed_papers(entries, project.histories, keys)


def errors_of_renaming(project: Project, old_key: str) -> tuple[Diagnostic, ...]:
    """Return the errors that name the file to which a paper was renamed (E460); none of any other paper.

    Args:
        project: whose paper it is.
        old_key: ``year/name`` under which it is kept.
    """
    errors: list[Diagnostic] = []
    for new_key, key in renamed_in(project).items():
        if key == old_key:
            errors += [error for error in project.errors.get(new_key, ()) if error.code == _RENAMED]
    return tuple(errors)
