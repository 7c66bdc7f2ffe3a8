"""Looking up the faces of a family on this machine, by the names in the font files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import FILE_NAME_PART
from esa_docs.fonts.folders import installed_folders, kept_folder
from esa_docs.fonts.reading import read_face

Faces = Mapping[FaceStyle, Path]

_ENDING: Final = ".ttf"


def find_faces(family: str) -> Faces | None:
    """Return all four faces of a family: those this program keeps, else those installed.

    None if this program does not keep all four and not all four are installed.

    Args:
        family: name of the family in documents.
    """
    for look_up in (kept_faces, installed_faces):
        faces = look_up(family)
        if len(faces) == len(FaceStyle):
            return faces
    return None


def kept_faces(family: str) -> Faces:
    """Return the faces of a family that this program keeps for layout; there may be fewer than four."""
    return _faces_in([kept_folder()], family)


def installed_faces(family: str) -> Faces:
    """Return the faces of a family that Word and other programs find; there may be fewer than four."""
    return _faces_in(installed_folders(), family)


def _faces_in(folders: Iterable[Path], family: str) -> Faces:
    """Return the faces of a family in folders; of several files of one face the first is taken."""
    paths: dict[FaceStyle, Path] = {}
    for path in _candidates(folders):
        family_and_style = _family_and_style(path)
        if family_and_style is None:
            continue
        family_of_file, style = family_and_style
        if family_of_file == family:
            paths.setdefault(style, path)
    return {style: paths[style] for style in FaceStyle if style in paths}


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    """Generate the files whose names may be those of our faces, so that no other font is opened."""
    for folder in folders:
        for place, _folders, names in os.walk(folder):
            for name in sorted(names):
                if _may_be_ours(name):
                    yield Path(place, name)


def _may_be_ours(name: str) -> bool:
    simple_name = name.casefold()
    return FILE_NAME_PART in simple_name and simple_name.endswith(_ENDING)


def _family_and_style(path: Path) -> tuple[str, FaceStyle] | None:
    """Return family and style of a font file; None if it cannot be read or is none of our faces."""
    try:
        facts = path.stat()
        return _read_family_and_style(path, facts.st_size, facts.st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=64)
def _read_family_and_style(path: Path, _size: int, _change_time: int) -> tuple[str, FaceStyle] | None:
    # Size and time are in the key of the cache, so that a file that changed is read again.
    face = read_face(path.read_bytes())
    return (face.family.name, face.style) if face else None
