"""The file that content names, whichever way its name is spelled on the disk.

Names in content are mended like all text, and names on the disk are not: a file may be named with ํ and า, in
the other form of a letter with its mark, or with an odd blank. Both sides are compared mended.
"""

from __future__ import annotations

from pathlib import Path

from esa_docs.model.file_names import meant_name
from esa_docs.source.disk import Sort, is_there, look_at, scan_folder
from esa_docs.source.files import is_inside


def project_file(root: Path, written_path: str) -> Path | None:
    """Return a file that content names; None where it is missing, outside the project folder, or no file.

    `named_files.obstacle` says why something that is there cannot be read.

    Args:
        root: project folder.
        written_path: its path from there, as written: with slashes of either kind.
    """
    path = named_path(root, written_path)
    is_file = is_inside(path, root) and look_at(path).sort is Sort.FILE
    return path if is_file else None


def named_path(root: Path, written_path: str) -> Path:
    """Return a path that content names, as it is named on the disk where something is there.

    Args:
        root: project folder.
        written_path: the path from there, as written: with slashes of either kind.
    """
    path = root / written_path.strip().replace("\\", "/")
    if is_there(path) or not is_inside(path, root) or not path.is_relative_to(root):
        return path
    path_on_disk = root
    for part in path.relative_to(root).parts:
        path_on_disk = _entry_meant(path_on_disk, part)
    return path_on_disk


def _entry_meant(folder: Path, part: str) -> Path:
    """Return the entry of a folder that a name means; the name itself where there is none."""
    path = folder / part
    if part == ".." or is_there(path):
        return path
    try:
        names = [entry.path.name for entry in scan_folder(folder)]
    except OSError:
        return path
    return folder / (meant_name(part, names) or part)
