"""A paper of which versions are kept, whether its content file is there or gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.jobs.building.plan import find_document, wanted_key
from esa_docs.jobs.kept.frozen import keys_without_content
from esa_docs.jobs.kept.keeping import not_kept
from esa_docs.model.history import ISSUED_FOLDER, History, Version
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_history import version_folder
from esa_docs.source.kept.kept_log import LOG_NAME


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper of which a version is kept.

    Attributes:
        key: its ``year/name``.
        history: its kept versions.
        last: the last of them.
        record: the record of the last.
    """

    key: str
    history: History
    last: Version
    record: Record

    @property
    def name(self) -> str:
        """Its path below the folder of the year without the ending."""
        return self.record.name


def find_kept(project: Project, name: str, year: int | None) -> KeptPaper:
    """Return a paper of which a version is kept; its content file may be gone or have faults.

    Args:
        project: whose paper it is.
        name: its name.
        year: fiscal year of its folder; None for the newest.

    Raises:
        ContentError: there is no such paper (E407, E408), no version of it is kept (E459; where its content
            has errors these), or something of what is kept is damaged (E450, E451).
    """
    key = wanted_key(project, name, year)
    if key in project.histories:
        _refuse_damage(project, key)
    kept_paper = _kept_paper(project, key)
    if kept_paper is None:
        raise not_kept(project, find_document(project, name, year))
    return kept_paper


def find_without_content(project: Project, name: str, year: int | None) -> KeptPaper | None:
    """Return a kept paper whose content file is gone; None of any other name. See `find_kept`."""
    key = wanted_key(project, name, year)
    if key not in keys_without_content(project):
        return None
    _refuse_damage(project, key)
    return _kept_paper(project, key)


def _kept_paper(project: Project, key: str) -> KeptPaper | None:
    history = project.histories.get(key, History())
    if history.last is None or history.record is None:
        return None
    return KeptPaper(key, history, history.last, history.record)


def _refuse_damage(project: Project, key: str) -> None:
    """Refuse a paper of whose kept files something is damaged or lost."""
    errors = list(_errors_of(project, key))
    if errors:
        raise ContentError(errors)


def _errors_of(project: Project, key: str) -> Iterator[Diagnostic]:
    """Generate the errors of what is kept of a paper, and of the log that names it."""
    folder_label = path_label(version_folder(project.root, key))
    log_label = path_label(project.root / ISSUED_FOLDER / LOG_NAME)
    for diagnostic in project.diagnostics:
        path = diagnostic.location.path
        folder, _slash, _name = path.rpartition("/")
        if diagnostic.is_error and (path == log_label or folder == folder_label):
            yield diagnostic
