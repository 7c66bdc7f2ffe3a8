"""The files of one paper below ``issued/``, beside what the log of kept versions names.

E433 a copy of the log that a synchronising program made · E450 a file is missing · E451 a file is none of the
paper's, or the log does not name it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.conflict_copies import diagnose_named_copy
from esa_docs.source.folders.disk import Entry, Sort
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_log import LOG_NAME, number_in

_YEAR: Final = re.compile(r"[0-9]{4}")
_VERSION: Final = re.compile(r"([1-9][0-9]*)\.zip")
_SENT: Final = re.compile(r"([1-9][0-9]*)\.sent\.json")
_SCAN: Final = re.compile(r"scan-([1-9][0-9]*)\.pdf")
_SCAN_NOTE: Final = re.compile(r"scan-([1-9][0-9]*)\.json")
_TOP: Final = "."


@dataclass(slots=True)
class KeptFolder:
    """The files of one paper by their numbers."""

    versions: dict[int, Path] = field(default_factory=dict)
    marks: dict[int, Path] = field(default_factory=dict)
    scans: dict[int, Path] = field(default_factory=dict)
    notes: dict[int, Path] = field(default_factory=dict)
    foreign: list[Path] = field(default_factory=list)

    @property
    def paths(self) -> dict[str, Path]:
        """The files that are ours by their names."""
        paths = (*self.versions.values(), *self.marks.values(), *self.scans.values(), *self.notes.values())
        return {path.name: path for path in paths}


def sort_file(entry: Entry, key: str, folder: KeptFolder) -> None:
    """Put a file where it belongs.

    Args:
        entry: what lies there.
        key: ``year/name`` of the paper; ``.`` at the top of ``issued/``.
        folder: the files of the paper, to which it is added.
    """
    path = entry.path
    year, _slash, name = key.partition("/")
    # A pipe or a device would keep the reader waiting.
    is_plain_file = entry.sort is Sort.FILE and not entry.is_link
    if key == _TOP and path.name == LOG_NAME and is_plain_file:
        return
    if not name or not _YEAR.fullmatch(year) or not is_plain_file:
        folder.foreign.append(path)
        return
    places = ((_VERSION, folder.versions), (_SENT, folder.marks), (_SCAN, folder.scans))
    for pattern, paths in (*places, (_SCAN_NOTE, folder.notes)):
        number = number_in(path.name, pattern)
        if number is not None:
            paths[number] = path
            return
    folder.foreign.append(path)


def missing_names(folder: KeptFolder, logged_names: Collection[str]) -> list[str]:
    """Return the names of files that the log names and that are not there."""
    paths = folder.paths
    return [name for name in logged_names if name not in paths]


def diagnose_missing(place: Path, key: str) -> Diagnostic:
    """Return the diagnostic of a file that the log names and that is not there (E450).

    Args:
        place: where it lay.
        key: ``year/name`` of its paper.
    """
    words = (
        (_VERSION, _("version {number} of '{name}' is missing")),
        (_SENT, _("the mark that version {number} of '{name}' was sent is missing")),
        (_SCAN, _("the scan {number} of '{name}' is missing")),
        (_SCAN_NOTE, _("the note of the scan {number} of '{name}' is missing")),
    )
    message = ""
    for pattern, text in words:
        match = pattern.fullmatch(place.name)
        if match:
            message = text.format(number=match[1], name=key)
    hint = _("Put {file} back from a backup or from git. Nothing is made anew in its place.")
    return Diagnostic("E450", message, Location(path_label(place)), hint.format(file=place.name))


def diagnose_foreign(folder: KeptFolder, logged_names: Collection[str]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each file that is no version, no mark and no scan (E451, E433)."""
    cure = _cure_of_missing(missing_names(folder, logged_names))
    hint = _(
        "Move the file out of the folder of kept versions; a copy that a shared disk made is safe there."
    )
    for path in folder.foreign:
        copy = diagnose_named_copy(path) if path.suffix == Path(LOG_NAME).suffix else None
        yield copy or _diagnose_foreign(path, cure or hint)
    for number, path in folder.marks.items():
        if number not in folder.versions and path.name not in logged_names:
            hint_of_mark = _(
                "Put version {number} back from a backup; if the paper never had it, move the file out."
            )
            yield _diagnose_foreign(path, cure or hint_of_mark.format(number=number))


def diagnose_unlogged(folder: KeptFolder, logged_names: Collection[str]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each file that the log does not name (E451)."""
    cure = _cure_of_missing(missing_names(folder, logged_names))
    hint = _(
        "If it came from another machine, wait until log.jsonl is synchronised too. "
        "If somebody copied it here, move it out of the folder."
    )
    stray_marks = [path.name for number, path in folder.marks.items() if number not in folder.versions]
    for name, path in folder.paths.items():
        if name not in logged_names and name not in stray_marks:
            message = _("'{name}' is not in log.jsonl, the list of all that was kept").format(name=name)
            yield Diagnostic("E451", message, Location(path_label(path)), cure or hint)


def diagnose_gap(folder: KeptFolder, logged_names: Collection[str]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of the first version that is missing before a higher one (E451).

    One that the log names is told as missing already.
    """
    highest = max(folder.versions, default=0)
    for number in range(1, highest):
        if number not in folder.versions and f"{number}.zip" not in logged_names:
            place = Location(path_label(folder.versions[highest]))
            message = _("version {number} of the paper is expected beside this one and is not there")
            hint = _("Put the file {number}.zip back, from a backup or from git.")
            text = message.format(number=number)
            yield Diagnostic("E451", text, place, hint.format(number=number))
            return


def diagnose_other_paper(path: Path, key: str) -> Diagnostic:
    """Return the diagnostic of a version of another paper, whose ``year/name`` is given (E451)."""
    message = _("this is a kept version of '{name}', not of the paper whose folder it lies in")
    hint = _("Give the folder its old name, or move the file back to issued/{name}.")
    return Diagnostic("E451", message.format(name=key), Location(path_label(path)), hint.format(name=key))


def diagnose_other_version(path: Path, number: int) -> Diagnostic:
    """Return the diagnostic of a version whose record has another number than its name (E451)."""
    message = _("this is version {number} of the paper under another name").format(number=number)
    hint = _("Name it {number}.zip again; if that is there, move this copy out of the folder.")
    return Diagnostic("E451", message, Location(path_label(path)), hint.format(number=number))


def _diagnose_foreign(path: Path, hint: str) -> Diagnostic:
    message = _("a kept version, such as 1.zip, is expected here, found '{name}'")
    return Diagnostic("E451", message.format(name=path.name), Location(path_label(path)), hint)


def _cure_of_missing(names: list[str]) -> str:
    """Return what to do with a file that may be a missing one under another name; empty without such."""
    if not names:
        return ""
    hint = _("Do not delete it. {names} is missing: give it its name back if it is this file.")
    return hint.format(names=", ".join(names))
