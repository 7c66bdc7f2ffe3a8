"""Walking through the folders of years: each folder once, in one pass, and nothing passed over in silence."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.source.folders.disk import Entry, Sort, scan_folder
from esa_docs.source.folders.odd_endings import diagnose_odd_ending
from esa_docs.source.folders.unread import (
    diagnose_circle,
    diagnose_file,
    diagnose_folder,
    diagnose_outside,
    diagnose_second_way,
)

CONTENT_ENDINGS: Final = (".yaml", ".yml")
PASSED_OVER: Final = (".", "~$")
"""Beginnings of names: hidden files, and the owner files that Word makes beside an open document."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A content file on the disk.

    Attributes:
        path: where it lies.
        name: its path below the year's folder, with forward slashes and its ending.
        file_label: how diagnostics name it.
        real_path: where it lies, links followed.
        is_link: whether it is a link itself.
        is_outside: whether it lies outside the project, by a link.
    """

    path: Path
    name: str
    file_label: str
    real_path: str
    is_link: bool
    is_outside: bool


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is to be read.

    Attributes:
        path: where it lies, by the way that is walked.
        real_path: where it lies, links followed.
        label: how diagnostics name it.
        prefix: what stands before the names of its files, with a slash at its end where it is not empty.
    """

    path: Path
    real_path: str
    label: str
    prefix: str


class Walker:
    """Walks through the folders of years and notes what cannot be read.

    A folder or file that is a link is read where it leads inside the project, unless it is read without the
    link: it would be a second document with the same number. Hard links are two files to a clerk and to this
    program, which puts a new file in place of the one it changes.

    Attributes:
        diagnostics: what cannot be read, or is not read.
    """

    def __init__(self, root: Path, root_label: str, folders: Collection[Entry]) -> None:
        """Keep what all folders share.

        Args:
            root: project folder.
            root_label: how diagnostics name it; a dot for the current folder.
            folders: the folders of all years.
        """
        self.diagnostics: list[Diagnostic] = []
        self._root = _real_path(root)
        self._root_label = root_label
        self._year_folders = {_below(self._root, folder) for folder in folders if not folder.is_link}
        self._read_folders: set[str] = set()
        self._read_files: dict[str, FoundFile] = {}

    def files_below(self, folder: Entry) -> Iterator[FoundFile]:
        """Generate the content files of a year, in the order of their names."""
        label = _join(self._root_label, folder.path.name)
        start = self._folder(folder, label, "", self._root)
        pending: list[FoundFile | _Folder] = [start] if start else []
        # Not recursion: a disk nests folders deeper than Python nests calls.
        while pending:
            item = pending.pop()
            if isinstance(item, FoundFile):
                if self._is_first_way(item):
                    yield item
                continue
            items_below = list(self._items_in(item))
            pending += reversed(items_below)

    def _items_in(self, folder: _Folder) -> Iterator[FoundFile | _Folder]:
        identity = os.path.normcase(folder.real_path)
        if identity in self._read_folders:
            self.diagnostics.append(diagnose_second_way(folder.label, self._label_of(folder.real_path)))
            return
        self._read_folders.add(identity)
        try:
            entries = scan_folder(folder.path)
        except OSError as fault:
            self.diagnostics.append(diagnose_folder(fault, folder.label))
            return
        for entry in entries:
            if not entry.path.name.startswith(PASSED_OVER):
                item = self._item(entry, folder)
                if item is not None:
                    yield item

    def _item(self, entry: Entry, folder: _Folder) -> FoundFile | _Folder | None:
        """Return what is to be read of an entry; None where it is nothing to read, which is noted."""
        name = entry.path.name
        label = f"{folder.label}/{name}"
        if entry.sort is Sort.FOLDER:
            if name.lower().endswith(CONTENT_ENDINGS):
                self._note(diagnose_file(entry, label))
            return self._folder(entry, label, f"{folder.prefix}{name}/", folder.real_path)
        if not name.lower().endswith(CONTENT_ENDINGS):
            self._note_other(entry, label)
            return None
        if entry.sort is Sort.FILE:
            return self._file(entry, folder, label)
        self._note(diagnose_file(entry, label))
        return None

    def _file(self, entry: Entry, folder: _Folder, label: str) -> FoundFile:
        real_path = _real_path(entry.path) if entry.is_link else _below(folder.real_path, entry)
        is_outside = entry.is_link and not self._is_inside(real_path, self._root)
        name = f"{folder.prefix}{entry.path.name}"
        return FoundFile(entry.path, name, label, real_path, entry.is_link, is_outside)

    def _is_first_way(self, file: FoundFile) -> bool:
        """Return whether a file is not read by another way; that it is, is noted at the link of the two."""
        if file.is_outside:
            return True
        link = file
        is_first = not (file.is_link and self._is_content_read_anyway(file.real_path))
        if is_first:
            first_file = self._read_files.setdefault(os.path.normcase(file.real_path), file)
            is_first = first_file is file
            link = file if file.is_link else first_file
        if not is_first:
            self._note(diagnose_second_way(link.file_label, self._label_of(file.real_path)))
        return is_first

    def _note_other(self, entry: Entry, label: str) -> None:
        """Note what is no content by its name: a link to nothing could be a folder of content."""
        if entry.sort is Sort.FILE:
            self._note(diagnose_odd_ending(entry.path, label))
        elif entry.sort is not Sort.OTHER:
            self._note(diagnose_file(entry, label))

    def _note(self, diagnostic: Diagnostic | None) -> None:
        if diagnostic is not None:
            self.diagnostics.append(diagnostic)

    def _folder(self, entry: Entry, label: str, prefix: str, folder_above: str) -> _Folder | None:
        """Return a folder that is to be read; None of a link that is not to be followed, which is noted.

        Args:
            entry: the folder.
            label: how diagnostics name it.
            prefix: what stands before the names of its files.
            folder_above: where the folder lies in which it stands, links followed.
        """
        if not entry.is_link:
            return _Folder(entry.path, _below(folder_above, entry), label, prefix)
        target = _real_path(entry.path)
        fault = self._fault_of_link(target, label, folder_above)
        self._note(fault)
        return None if fault else _Folder(entry.path, target, label, prefix)

    def _fault_of_link(self, target: str, label: str, folder_above: str) -> Diagnostic | None:
        if not self._is_inside(target, self._root):
            return diagnose_outside(label)
        if self._is_inside(folder_above, target):
            return diagnose_circle(label)
        if self._is_read_anyway(target):
            return diagnose_second_way(label, self._label_of(target))
        return None

    def _is_content_read_anyway(self, target: str) -> bool:
        """Return whether a file is read as content where it lies."""
        return target.lower().endswith(CONTENT_ENDINGS) and self._is_read_anyway(target)

    def _is_read_anyway(self, target: str) -> bool:
        """Return whether a folder or file is, or lies in, the folder of a year, where nothing hides it."""
        for year_folder in self._year_folders:
            if self._is_inside(target, year_folder):
                parts = PurePath(target).relative_to(year_folder).parts
                return not any(part.startswith(PASSED_OVER) for part in parts)
        return False

    def _label_of(self, real_path: str) -> str:
        path_below_root = PurePath(real_path).relative_to(self._root).as_posix()
        return _join(self._root_label, path_below_root)

    @staticmethod
    def _is_inside(path: str, folder: str) -> bool:
        return PurePath(path).is_relative_to(folder)


def _real_path(path: Path) -> str:
    return os.path.realpath(path)


def _below(folder: str, entry: Entry) -> str:
    """Return the path of an entry that is no link, by that of its folder."""
    return os.path.join(folder, entry.path.name)  # noqa: PTH118 a Path for each folder costs more than its scan


def _join(folder_label: str, name: str) -> str:
    return name if folder_label == "." else f"{folder_label}/{name}"
