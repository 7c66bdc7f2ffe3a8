"""The file that content names, whichever way its name is spelled on the disk.

Names in content are mended like all text, and names on the disk are not: a file may be named with ํ and า, in
the other form of a letter with its mark, or with an odd blank. Both sides are compared mended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from esa_docs.model.file_names import compared_name
from esa_docs.source.folders.disk import Entry, Sort, is_there, look_at, scan_folder
from esa_docs.source.folders.files import is_inside


@dataclass(frozen=True, slots=True)
class NamedFile:
    """What stands at a path that content names.

    Attributes:
        entry: what stands there, by its name on the disk; the path as written where nothing does.
        is_inside: whether it lies in the project folder, links followed.
    """

    entry: Entry
    is_inside: bool

    @property
    def path(self) -> Path | None:
        """Its path; None where it is missing, outside the project folder, or no file."""
        is_file = self.is_inside and self.entry.sort is Sort.FILE
        return self.entry.path if is_file else None


class ProjectFiles:
    """The files of a project that its content names.

    A folder is read once, where a name is not found as written: an object serves one load of the project.
    """

    def __init__(self, root: Path) -> None:
        """Take the folder of the project."""
        self.root = root
        self._names_by_folder: dict[Path, Mapping[str, str]] = {}

    def look_for(self, written_path: str) -> NamedFile:
        """Return what stands at a path that content names.

        Args:
            written_path: the path from the project folder, as written: with slashes of either kind.
        """
        path = self.root / written_path.strip().replace("\\", "/")
        entry = look_at(path)
        lies_inside = is_inside(path, self.root)
        if entry.sort is Sort.MISSING and lies_inside and path.is_relative_to(self.root):
            path_on_disk = self._path_on_disk(path)
            if path_on_disk != path:
                return NamedFile(look_at(path_on_disk), is_inside(path_on_disk, self.root))
        return NamedFile(entry, lies_inside)

    def _path_on_disk(self, path: Path) -> Path:
        """Return a path in the project folder with each part named as on the disk, where it is there."""
        path_on_disk = self.root
        for part in path.relative_to(self.root).parts:
            path_on_disk = self._entry_meant(path_on_disk, part)
        return path_on_disk

    def _entry_meant(self, folder: Path, part: str) -> Path:
        """Return the entry of a folder that a name means; the name itself where there is none."""
        path = folder / part
        if part == ".." or is_there(path):
            return path
        if folder not in self._names_by_folder:
            self._names_by_folder[folder] = _names_in(folder)
        return folder / self._names_by_folder[folder].get(compared_name(part), part)


def named_path(root: Path, written_path: str) -> Path:
    """Return a path that content names, as it is named on the disk where something is there.

    Args:
        root: project folder.
        written_path: the path from there, as written: with slashes of either kind.
    """
    return ProjectFiles(root).look_for(written_path).entry.path


def _names_in(folder: Path) -> Mapping[str, str]:
    """Return the names in a folder as they are compared; of several that are equal so, the first.

    Empty where the folder cannot be read.
    """
    names: dict[str, str] = {}
    try:
        entries = scan_folder(folder)
    except OSError:
        return names
    for entry in entries:
        names.setdefault(compared_name(entry.path.name), entry.path.name)
    return names
