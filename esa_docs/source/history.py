"""The kept versions of papers, as they lie below ``issued/`` of a project.

``issued/<year>/<name>/<n>.zip`` is version n of a paper, ``<n>.sent.json`` its mark that it was sent, and
``scan-<k>.pdf`` with ``scan-<k>.json`` a scan of the signed paper. Loading a project reads the record of the
highest version alone; `kept_files.py` looks at every byte.

E450 a version, a mark or a scan is damaged · E451 what lies there is no version of this paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.history import ISSUED_FOLDER, History, Scan, Version
from esa_docs.source.disk import Entry, Sort
from esa_docs.source.files import path_label
from esa_docs.source.kept_files import read_record
from esa_docs.source.kept_marks import damaged, read_scan, read_sent_mark
from esa_docs.source.named_files import list_folder

_YEAR: Final = re.compile(r"[0-9]{4}")
_VERSION: Final = re.compile(r"([1-9][0-9]*)\.zip")
_SENT: Final = re.compile(r"([1-9][0-9]*)\.sent\.json")
_SCAN: Final = re.compile(r"scan-([1-9][0-9]*)\.pdf")
_SCAN_NOTE: Final = re.compile(r"scan-([1-9][0-9]*)\.json")
_FOREIGN: Final = "E451"
_PASSED_OVER: Final = (".", "~$")
_OF_WINDOWS: Final = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows makes by itself in folders that somebody looks at."""


@dataclass(frozen=True, slots=True)
class Histories:
    """The kept versions of a project.

    Attributes:
        by_key: history of each paper, by ``year/name``.
        faulty: ``year/name`` of papers of which something is damaged.
        unreadable: folders that cannot be read, by their path below ``issued/``; ``.`` for all of it.
        diagnostics: what is damaged.
    """

    by_key: Mapping[str, History] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    unreadable: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def unread(self) -> tuple[Diagnostic, ...]:
        """The errors of what may hold a number and cannot be read; a foreign file holds none (E451)."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.code != _FOREIGN)

    def hides(self, key: str) -> bool:
        """Return whether versions of a paper cannot be trusted or seen, so that it must not be made anew."""
        if key in self.faulty:
            return True
        return any(folder == "." or f"{key}/".startswith(f"{folder}/") for folder in self.unreadable)


@dataclass(slots=True)
class _Folder:
    """The files of one paper by their numbers."""

    versions: dict[int, Path] = field(default_factory=dict)
    marks: dict[int, Path] = field(default_factory=dict)
    scans: dict[int, Path] = field(default_factory=dict)
    notes: dict[int, Path] = field(default_factory=dict)
    foreign: list[Path] = field(default_factory=list)


def version_folder(root: Path, key: str) -> Path:
    """Return the folder of the kept versions of a paper; ``key`` is its ``year/name``."""
    return root / ISSUED_FOLDER / key


def load_histories(root: Path) -> Histories:
    """Return the kept versions of a project; of each paper the record of its highest version."""
    top = root / ISSUED_FOLDER
    faults_of_folders: dict[Path, tuple[Diagnostic, ...]] = {}
    folders = _sort_files(root, faults_of_folders)
    histories: dict[str, History] = {}
    faulty: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for faults in faults_of_folders.values():
        diagnostics += faults
    for key, folder in folders.items():
        history = _load_history(key, folder)
        diagnostics += history.diagnostics
        if history.diagnostics:
            faulty.add(key)
        if history.value is not None:
            histories[key] = history.value
    hidden_folders = tuple(path.relative_to(top).as_posix() for path in faults_of_folders)
    return Histories(histories, frozenset(faulty), hidden_folders, tuple(diagnostics))


def _sort_files(root: Path, faults_of_folders: dict[Path, tuple[Diagnostic, ...]]) -> dict[str, _Folder]:
    """Return the files below ``issued/``, by the ``year/name`` of their papers.

    Args:
        root: project folder.
        faults_of_folders: gets each folder that cannot be read, with its diagnostics (E435 to E437).
    """
    top = root / ISSUED_FOLDER
    folders: dict[str, _Folder] = {}
    for entry in _entries_below(root, top, faults_of_folders):
        key = entry.path.parent.relative_to(top).as_posix()
        _sort_file(entry, key, folders.setdefault(key, _Folder()))
    return folders


def _entries_below(
    root: Path, folder: Path, faults_of_folders: dict[Path, tuple[Diagnostic, ...]]
) -> Iterator[Entry]:
    """Generate what lies in a folder and in those below it, links too; note what cannot be read."""
    entries = list_folder(root, folder, may_be_link=False)
    if entries.value is None:
        faults_of_folders[folder] = entries.diagnostics
        return
    for entry in sorted(entries.value, key=lambda entry: entry.path):
        name = entry.path.name
        if name.startswith(_PASSED_OVER) or name.lower() in _OF_WINDOWS:
            continue
        # A link may lead in a circle.
        if entry.sort is Sort.FOLDER and not entry.is_link:
            yield from _entries_below(root, entry.path, faults_of_folders)
        else:
            yield entry


def _sort_file(entry: Entry, key: str, folder: _Folder) -> None:
    path = entry.path
    year, _slash, name = key.partition("/")
    # A pipe or a device would keep the reader waiting.
    is_plain_file = entry.sort is Sort.FILE and not entry.is_link
    if not name or not _YEAR.fullmatch(year) or not is_plain_file:
        folder.foreign.append(path)
        return
    places = ((_VERSION, folder.versions), (_SENT, folder.marks), (_SCAN, folder.scans))
    for pattern, paths in (*places, (_SCAN_NOTE, folder.notes)):
        match = pattern.fullmatch(path.name)
        if match:
            paths[int(match[1])] = path
            return
    folder.foreign.append(path)


def _load_history(key: str, folder: _Folder) -> Checked[History]:
    """Return the history of a paper; None where no file there is ours."""
    diagnostics = [*_foreign(folder), *_gaps(folder)]
    last = _last_version(key, folder)
    scans = list(_read_scans(folder))
    diagnostics += last.diagnostics
    for scan in scans:
        diagnostics += scan.diagnostics
    if not folder.versions and not folder.scans:
        return Checked(None, tuple(diagnostics))
    versions = [Version(number, path) for number, path in sorted(folder.versions.items())]
    if last.value is not None:
        versions[-1] = last.value
    sound_scans = [scan.value for scan in scans if scan.value]
    return Checked(History(tuple(versions), tuple(sound_scans)), tuple(diagnostics))


def _last_version(key: str, folder: _Folder) -> Checked[Version]:
    """Return the highest version with its record and its mark."""
    if not folder.versions:
        return Checked(None)
    number = max(folder.versions)
    path = folder.versions[number]
    record = read_record(path)
    if record.value is None:
        return Checked(None, record.diagnostics)
    if not _is_of(key, f"{record.value.year}/{record.value.name}"):
        return Checked(None, (_of_another_paper(path, f"{record.value.year}/{record.value.name}"),))
    if number not in folder.marks:
        return Checked(Version(number, path, record.value))
    mark = read_sent_mark(folder.marks[number], number)
    return Checked(Version(number, path, record.value, mark.value), mark.diagnostics)


def _is_of(key: str, key_in_record: str) -> bool:
    # The disks of macOS may write a letter with an accent as two characters.
    return unicodedata.normalize("NFC", key) == unicodedata.normalize("NFC", key_in_record)


def _of_another_paper(path: Path, key: str) -> Diagnostic:
    message = _("this is a kept version of '{name}', not of the paper whose folder it lies in")
    hint = _("Give the folder its old name, or move the file back to issued/{name}.")
    return Diagnostic("E451", message.format(name=key), Location(path_label(path)), hint.format(name=key))


def _foreign(folder: _Folder) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each file that is no version, no mark and no scan (E451)."""
    numbers = folder.versions.keys()
    paths = list(folder.foreign)
    paths += [path for number, path in folder.marks.items() if number not in numbers]
    for path in paths:
        message = _("a kept version, such as 1.zip, is expected here, found '{name}'")
        hint = _(
            "Move the file out of the folder of kept versions; a copy that a shared disk made is safe there."
        )
        yield Diagnostic("E451", message.format(name=path.name), Location(path_label(path)), hint)


def _gaps(folder: _Folder) -> Iterator[Diagnostic]:
    """Generate a diagnostic of the first version that is missing before a higher one (E451)."""
    highest = max(folder.versions, default=0)
    for number in range(1, highest):
        if number not in folder.versions:
            place = Location(path_label(folder.versions[highest]))
            message = _("version {number} of the paper is expected beside this one and is not there")
            hint = _("Put the file {number}.zip back, from a backup or from git.")
            text = message.format(number=number)
            yield Diagnostic("E451", text, place, hint.format(number=number))
            return


def _read_scans(folder: _Folder) -> Iterator[Checked[Scan]]:
    for number, path in sorted(folder.scans.items()):
        if number in folder.notes:
            yield read_scan(path, folder.notes[number], number)
        else:
            reason = _("its note scan-{number}.json is missing").format(number=number)
            yield Checked(None, (damaged(path, reason),))
    for number, path in sorted(folder.notes.items()):
        if number not in folder.scans:
            reason = _("its file scan-{number}.pdf is missing").format(number=number)
            yield Checked(None, (damaged(path, reason),))
