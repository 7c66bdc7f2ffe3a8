"""Removing from an output folder what no document makes any more: never what somebody made or edited.

E443 (warning) a file was edited and stays · E444 (warning) a project that cannot be read whole: all stays ·
E469 (warning) a link leads out of the output folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.concerning import concerns, path_below_root
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.owners import is_of_other
from esa_docs.jobs.building.pending import Build
from esa_docs.jobs.building.places import NEWER, files_beside, hash_of
from esa_docs.jobs.building.plan import Choice, chosen_year
from esa_docs.jobs.building.refusing import diagnose_closed
from esa_docs.jobs.building.report import Outcome, Result
from esa_docs.jobs.building.stale import MadeFiles, key_and_folders, year_of
from esa_docs.jobs.building.taking_away import take_away
from esa_docs.model.file_names import same_name_key
from esa_docs.model.history import ISSUED_FOLDER
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import YEAR_NAME, is_inside, path_label

_UNREAD_BY_NAME: Final = "E439"
"""Code of a file that may be a document, and is not read because of its name."""


@dataclass(frozen=True, slots=True)
class Pruning:
    """What is to be removed.

    Attributes:
        made_files: what the documents of the project make.
        year: only files of this year; empty for those of all years of the project.
        kinds: only files of these kinds; empty for all.
        documents: only files of these documents, given by ``year/name``; empty for all.
    """

    made_files: MadeFiles
    year: str = ""
    kinds: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()

    def covers(self, file_key: str, record: FileRecord) -> bool:
        """Return whether a file is among those to be removed, if no document makes it."""
        is_of_year = self.year in {"", year_of(file_key)}
        is_of_kind = not self.kinds or record.kind in self.kinds
        if not is_of_year or not is_of_kind or not self.made_files.has_year_of(file_key):
            return False
        if not self.documents or record.document in self.documents:
            return True
        # A record of an older version does not say whose file it is.
        key, _dot, _ending = file_key.rpartition(".")
        folders = key_and_folders(key)
        return record.document == "" and not self.documents.isdisjoint(folders)


@dataclass(slots=True)
class _Removal:
    """Removing the files of one record.

    Attributes:
        build: the build.
        key: ``year/name`` of the document of the record.
        files_stay: whether a file of ours is left.
        results: what became of each file.
    """

    build: Build
    key: str
    files_stay: bool = False
    results: list[Result] = field(default_factory=list)

    def remove(self, path: Path) -> None:
        fault = take_away(path, partial(path.unlink, missing_ok=True), force=self.build.force)
        if fault is None:
            self.results.append(Result(self.key, Outcome.REMOVED, path))
        else:
            self.refuse(path, fault)

    def refuse(self, path: Path, fault: Diagnostic) -> None:
        self.files_stay = True
        self.results.append(Result(self.key, Outcome.FAILED, path, (fault,)))

    def keep(self, path: Path) -> None:
        self.files_stay = True
        self.results.append(Result(self.key, Outcome.EDITED, path, (_diagnose_edited(path),)))


def pruning_of(project: Project, choice: Choice, made_files: MadeFiles) -> Pruning:
    """Return what a choice of documents lets a build remove.

    Without names and year that is what no document of any year makes any more.

    Args:
        project: the project.
        choice: the documents that are built.
        made_files: what its documents make.

    Raises:
        ContentError: the year has no folder (E407).
    """
    year = ""
    if choice.year is not None or choice.names:
        year = str(chosen_year(project, choice))
    documents = frozenset(f"{year}/{name}" for name in choice.names)
    return Pruning(made_files, year, choice.kinds, documents)


def check_read_whole(project: Project, choice: Choice) -> Iterator[Diagnostic]:
    """Generate a diagnostic (E444) where a part of a project was not read: its documents may make the files.

    A file with errors has a document, whose files stay. What is meant here is a folder that cannot be read, a
    link that leads outside, two folders of one year, content under a name that is not read, or a kept version
    that is damaged and has no content file any more.

    Args:
        project: the project.
        choice: the documents that are built.
    """
    keys = [document.key for document in project.documents]
    names = {same_name_key(key) for key in (*keys, *project.faulty)}
    for diagnostic in project.diagnostics:
        path = path_below_root(project, diagnostic.location)
        is_of_year = choice.year is None or concerns(project, choice.year, path)
        if diagnostic.is_error and is_of_year and _hides_documents(project, diagnostic, names):
            message = _("no old file was removed: a part of the project cannot be read")
            hint = _("Mend the error of this place, then use --prune again.")
            yield Diagnostic("E444", message, diagnostic.location, hint, Severity.WARNING)
            return


def prune(build: Build, pruning: Pruning) -> Iterator[Result]:
    """Remove the files of ours that no document makes any more, and the folders that this empties.

    A command that is killed meanwhile leaves whole files, and their records: the next one goes on.

    Args:
        build: the build; its manifest forgets what was removed.
        pruning: what is to be removed.

    Yields:
        The result of each file that was removed, or that stays.
    """
    records = build.manifest.records
    folders: set[Path] = set()
    for file_key, record in sorted(records.items()):
        is_others = is_of_other(build.out, record, build.manifest.project)
        is_covered = pruning.covers(file_key, record) and not is_others
        if is_covered and pruning.made_files.is_stale(build.out, file_key, record):
            removal = _remove_files(build, file_key, record)
            yield from removal.results
            folders.add((build.out / file_key).parent)
            if not removal.files_stay:
                del records[file_key]
    _remove_empty(folders, build.out)


def _remove_files(build: Build, file_key: str, record: FileRecord) -> _Removal:
    """Remove the files of a record that are as a build made them."""
    key, _dot, _ending = file_key.rpartition(".")
    removal = _Removal(build, record.document or key)
    path = build.out / file_key
    if not is_inside(path, build.out):
        removal.refuse(path, _diagnose_outside(path))
        return removal
    closed = diagnose_closed(path)
    if closed is not None:
        removal.refuse(path, closed)
        return removal
    present_hash = hash_of(path)
    if record.covers(present_hash):
        removal.remove(path)
    elif present_hash and record.output:
        removal.keep(path)
    if record.beside:
        _remove_beside(removal, path, record)
    return removal


def _remove_beside(removal: _Removal, path: Path, record: FileRecord) -> None:
    """Remove the newer file beside an edited one; one that was edited as well stays."""
    for file in list(files_beside(path, NEWER)):
        if hash_of(file) == record.beside:
            removal.remove(file)
        else:
            removal.keep(file)


def _remove_empty(folders: Iterable[Path], out: Path) -> None:
    """Remove folders that hold nothing, and those above them up to the output folder."""
    for folder in folders:
        for empty_folder in (folder, *folder.parents):
            if out not in empty_folder.parents:
                break
            with suppress(OSError):
                empty_folder.rmdir()


def _hides_documents(project: Project, diagnostic: Diagnostic, names: Collection[str]) -> bool:
    """Return whether nobody knows which documents there are, because of an error.

    Args:
        project: the project.
        diagnostic: the error.
        names: ``year/name`` of all that has a content file, as `same_name_key` has them.
    """
    path = Path(diagnostic.location.path).absolute()
    root = project.root.absolute()
    if path.is_relative_to(root / ISSUED_FOLDER):
        key = path.parent.relative_to(root / ISSUED_FOLDER).as_posix()
        return same_name_key(key) not in names
    if diagnostic.code == _UNREAD_BY_NAME and path.is_relative_to(root):
        return YEAR_NAME.fullmatch(path.relative_to(root).parts[0]) is not None
    return look_at(Path(diagnostic.location.file)).sort is not Sort.FILE


def _diagnose_outside(path: Path) -> Diagnostic:
    message = _("no document makes this file any more, but a link leads out of the output folder to it")
    hint = _("The program removes nothing there. Delete it yourself if it is not needed any more.")
    return Diagnostic("E469", message, Location(path_label(path)), hint, Severity.WARNING)


def _diagnose_edited(path: Path) -> Diagnostic:
    message = _("no document makes this file any more, but somebody edited it, so it was not removed")
    hint = _("Delete it yourself if it is not needed any more.")
    return Diagnostic("E443", message, Location(path_label(path)), hint, Severity.WARNING)
