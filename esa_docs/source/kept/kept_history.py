"""The kept versions of papers, as they lie below ``issued/`` of a project.

``issued/<year>/<name>/<n>.zip`` is version n of a paper, ``<n>.sent.json`` its mark that it was sent, and
``scan-<k>.pdf`` with ``scan-<k>.json`` a scan of the signed paper; ``issued/log.jsonl`` names them all.
Loading reads the record of every version, since its number stays taken, and compares marks and notes with the
log; `kept_files.py` looks at every byte.

E450 a version, a mark or a scan is damaged or missing · E451 what lies there is no version of this paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, ContentError, Diagnostic
from esa_docs.model.history import ISSUED_FOLDER, History, Scan, SentMark, Version
from esa_docs.source.folders.disk import Entry, Sort
from esa_docs.source.folders.named_files import list_folder
from esa_docs.source.kept.kept_files import read_logged, read_record
from esa_docs.source.kept.kept_folder import (
    KeptFolder,
    diagnose_foreign,
    diagnose_gap,
    diagnose_missing,
    diagnose_other_paper,
    diagnose_other_version,
    diagnose_unlogged,
    missing_names,
    sort_file,
)
from esa_docs.source.kept.kept_log import KeptLog, composed, missing_log, read_log
from esa_docs.source.kept.kept_marks import parse_scan, parse_sent_mark

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
        return composed(key) in self.faulty or _is_below(key, self.unreadable)


def _is_below(key: str, folders: Collection[str]) -> bool:
    """Return whether the versions of a paper lie in one of some folders; ``.`` is all of ``issued/``."""
    return any(folder == "." or f"{key}/".startswith(f"{folder}/") for folder in folders)


def version_folder(root: Path, key: str) -> Path:
    """Return the folder of the kept versions of a paper; ``key`` is its ``year/name``."""
    return root / ISSUED_FOLDER / key


def load_histories(root: Path) -> Histories:
    """Return the kept versions of a project, each with its record and its mark."""
    top = root / ISSUED_FOLDER
    faults_of_folders: dict[Path, tuple[Diagnostic, ...]] = {}
    folders = _sort_files(root, faults_of_folders)
    hidden_folders = tuple(path.relative_to(top).as_posix() for path in faults_of_folders)
    log = KeptLog() if top in faults_of_folders else read_log(root)
    _add_lost_folders(folders, log, hidden_folders)
    histories: dict[str, History] = {}
    faulty: set[str] = set()
    diagnostics = list(_faults_of_top(root, log, folders.values()))
    for faults in faults_of_folders.values():
        diagnostics += faults
    for key, folder in folders.items():
        history = _load_history(root, key, folder, log)
        diagnostics += history.diagnostics
        if history.diagnostics or not log.is_there:
            faulty.add(composed(key))
        if history.value is not None:
            histories[key] = history.value
    return Histories(histories, frozenset(faulty), hidden_folders, tuple(diagnostics))


def _add_lost_folders(folders: dict[str, KeptFolder], log: KeptLog, hidden_folders: Collection[str]) -> None:
    """Add the papers that the log names and of which nothing is there; what cannot be seen is not lost."""
    keys = {composed(key) for key in folders}
    for key in log.files:
        if key not in keys and not _is_below(key, hidden_folders):
            folders[key] = KeptFolder()


def _faults_of_top(root: Path, log: KeptLog, folders: Iterable[KeptFolder]) -> Iterator[Diagnostic]:
    """Generate what is wrong with the log (E450, E110)."""
    yield from log.diagnostics
    if not log.is_there and not log.diagnostics and any(folder.paths for folder in folders):
        yield missing_log(root)


def _sort_files(root: Path, faults_of_folders: dict[Path, tuple[Diagnostic, ...]]) -> dict[str, KeptFolder]:
    """Return the files below ``issued/``, by the ``year/name`` of their papers.

    Args:
        root: project folder.
        faults_of_folders: gets each folder that cannot be read, with its diagnostics (E435 to E437).
    """
    top = root / ISSUED_FOLDER
    folders: dict[str, KeptFolder] = {}
    for entry in _entries_below(root, top, faults_of_folders):
        key = entry.path.parent.relative_to(top).as_posix()
        sort_file(entry, key, folders.setdefault(key, KeptFolder()))
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


def _load_history(root: Path, key: str, folder: KeptFolder, log: KeptLog) -> Checked[History]:
    """Return the history of a paper; None where no file there is ours, and the log names no version."""
    paths = {number: version_folder(root, key) / f"{number}.zip" for number in log.versions_of(key)}
    paths |= folder.versions
    # A lost version holds its place: the one before it is not the last.
    logged = log.files_of(key)
    versions = {number: _read_version(key, number, folder, logged) for number in sorted(paths)}
    scans = list(_read_scans(folder, logged))
    diagnostics = list(_faults_of_versions(versions.values()))
    for scan in scans:
        diagnostics += scan.diagnostics
    if log.is_there:
        diagnostics += _beside_log(root, key, folder, log, diagnostics)
    if not paths and not folder.scans:
        return Checked(None, tuple(diagnostics))
    all_versions: list[Version] = []
    for number, checked in versions.items():
        version = checked.value or Version(number, paths[number])
        is_logged_as_sent = f"{number}.sent.json" in logged
        all_versions.append(
            replace(version, sha256=logged.get(f"{number}.zip", ""), is_logged_as_sent=is_logged_as_sent)
        )
    sound_scans = [scan.value for scan in scans if scan.value]
    hashes = {path: logged[name] for name, path in folder.paths.items() if name in logged}
    return Checked(History(tuple(all_versions), tuple(sound_scans), hashes), tuple(diagnostics))


def _faults_of_versions(versions: Iterable[Checked[Version]]) -> list[Diagnostic]:
    """Return what is wrong with versions. That all are another paper's is told once, of the highest."""
    diagnostics: list[Diagnostic] = []
    told_messages: set[str] = set()
    for version in reversed(list(versions)):
        for diagnostic in version.diagnostics:
            if diagnostic.code != _FOREIGN or diagnostic.message not in told_messages:
                diagnostics.append(diagnostic)
                told_messages.add(diagnostic.message)
    return diagnostics


def _beside_log(
    root: Path, key: str, folder: KeptFolder, log: KeptLog, faults: Collection[Diagnostic]
) -> Iterator[Diagnostic]:
    """Generate what the log names and is not there, and what is there and the log does not name.

    Args:
        root: project folder.
        key: ``year/name`` of the paper.
        folder: its files.
        log: the log.
        faults: what is wrong with the files by themselves.
    """
    logged_names = log.files_of(key)
    for name in missing_names(folder, logged_names):
        yield diagnose_missing(version_folder(root, key) / name, key)
    yield from diagnose_foreign(folder, logged_names)
    yield from diagnose_gap(folder, logged_names)
    # A version under a wrong name or of another paper is in the log, elsewhere.
    if all(fault.code != _FOREIGN for fault in faults):
        yield from diagnose_unlogged(folder, logged_names)


def _read_version(key: str, number: int, folder: KeptFolder, logged: Mapping[str, str]) -> Checked[Version]:
    """Return a version with its record and its mark; None, without diagnostic, of one that is not there."""
    if number not in folder.versions:
        return Checked(None)
    path = folder.versions[number]
    record = read_record(path)
    if record.value is None:
        return Checked(None, record.diagnostics)
    if composed(key) != composed(f"{record.value.year}/{record.value.name}"):
        return Checked(None, (diagnose_other_paper(path, f"{record.value.year}/{record.value.name}"),))
    if record.value.version != number:
        return Checked(None, (diagnose_other_version(path, record.value.version),))
    if number not in folder.marks:
        return Checked(Version(number, path, record.value))
    mark = _read_mark(folder.marks[number], number, logged)
    return Checked(Version(number, path, record.value, mark.value), mark.diagnostics)


def _read_mark(path: Path, number: int, logged: Mapping[str, str]) -> Checked[SentMark]:
    try:
        data = read_logged(path, logged.get(path.name, ""))
    except ContentError as fault:
        return Checked(None, fault.diagnostics)
    return parse_sent_mark(path, data, number)


def _read_scans(folder: KeptFolder, logged: Mapping[str, str]) -> Iterator[Checked[Scan]]:
    """Generate the scans whose note is there; of any other the log tells what is missing."""
    for number, path in sorted(folder.scans.items()):
        if number in folder.notes:
            yield _read_scan(path, folder.notes[number], number, logged)


def _read_scan(path: Path, note_path: Path, number: int, logged: Mapping[str, str]) -> Checked[Scan]:
    try:
        note = read_logged(note_path, logged.get(note_path.name, ""))
    except ContentError as fault:
        return Checked(None, fault.diagnostics)
    return parse_scan(path, note_path, note, number)
