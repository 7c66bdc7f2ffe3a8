"""Stale files: those of an output folder that no document makes any more."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import read_manifest
from esa_docs.jobs.building.owners import is_of_other
from esa_docs.jobs.building.places import find_beside
from esa_docs.model.file_names import same_name_key
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import path_label


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """What the documents of a project make.

    Attributes:
        keys: ``year/name`` of every document, copy and paper, by the name that a disk takes for the same.
        faulty: ``year/name`` of the documents with errors: nobody knows what they make.
        folders_of_faulty: the folders that these lie in, which may themselves be names of documents.
        years: years that the project has.
    """

    keys: Mapping[str, str]
    faulty: frozenset[str]
    folders_of_faulty: frozenset[str]
    years: frozenset[str]

    @classmethod
    def of(cls, keys: Iterable[str], faulty: Collection[str], years: Iterable[int]) -> MadeFiles:
        """Return what documents make.

        Args:
            keys: ``year/name`` of every document and copy.
            faulty: ``year/name`` of the documents with errors.
            years: years that the project has.
        """
        keys_by_name = {same_name_key(key): key for key in keys}
        folders: set[str] = set()
        for key in faulty:
            folders.update(key_and_folders(key))
        return cls(keys_by_name, frozenset(faulty), frozenset(folders), frozenset(map(str, years)))

    def is_stale(self, out: Path, file_key: str, record: FileRecord) -> bool:
        """Return whether no document makes a file any more.

        Args:
            out: output folder.
            file_key: key of the file in the manifest.
            record: what the manifest knows of it.
        """
        key, _dot, ending = file_key.rpartition(".")
        made_key = self.keys.get(same_name_key(key))
        if made_key == key:
            return False
        if made_key is not None and _is_one_file(out / file_key, out / f"{made_key}.{ending}"):
            # The document was renamed from a.yaml to A.yaml, and the disk takes both names for one.
            return False
        return not self._may_be_of_faulty(key, record)

    def has_year_of(self, file_key: str) -> bool:
        """Return whether the project has the year of a file."""
        return year_of(file_key) in self.years

    def _may_be_of_faulty(self, key: str, record: FileRecord) -> bool:
        """Return whether a document with errors may make a file: itself, a copy, or one of its parts."""
        if record.document in self.folders_of_faulty:
            return True
        return any(folder in self.faulty for folder in key_and_folders(key))


def find_stale(
    out: Path, made_files: MadeFiles, told_paths: Container[Path] = (), project: str = ""
) -> Iterator[Diagnostic]:
    """Generate a diagnostic (E406) for each file of ours that no document makes any more.

    Args:
        out: output folder.
        made_files: what the documents make.
        told_paths: files that the build has told of already.
        project: folder of the project, as records name it. Files of another one are not told.
    """
    for file_key, record in sorted(read_manifest(out).records.items()):
        if made_files.is_stale(out, file_key, record) and not is_of_other(out, record, project):
            for path in _files_of(out, file_key, record):
                if path not in told_paths:
                    yield _diagnose_stale(path, can_be_pruned=made_files.has_year_of(file_key))


def key_and_folders(key: str) -> Iterator[str]:
    """Generate a ``year/name`` and the folders above it, without the year."""
    while "/" in key:
        yield key
        key, _slash, _name = key.rpartition("/")


def year_of(key: str) -> str:
    """Return the year of a ``year/name``."""
    year, _slash, _name = key.partition("/")
    return year


def _files_of(out: Path, file_key: str, record: FileRecord) -> Iterator[Path]:
    """Generate the files of a record that are there: in its place, and beside it."""
    path = out / file_key
    if record.output and is_there(path):
        yield path
    newer_file = find_beside(path, record.beside)
    if newer_file is not None:
        yield newer_file


def _diagnose_stale(path: Path, *, can_be_pruned: bool) -> Diagnostic:
    message = _("no document makes this file any more")
    hint = _("Delete the file if it is not needed any more.")
    if can_be_pruned:
        hint = _("'esa-docs build --prune' removes it, unless somebody edited it.")
    return Diagnostic("E406", message, Location(path_label(path)), hint, Severity.INFO)


def _is_one_file(path: Path, other_path: Path) -> bool:
    try:
        return path.samefile(other_path)
    except OSError:
        return False
