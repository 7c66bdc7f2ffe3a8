"""Looking up the faces of a family on this machine, by what they say of themselves."""

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
    """Find all four faces of a family: those this program keeps, else those installed.

    Args:
        family: name of the family, as documents give it.
    """
    places = (kept_faces, installed_faces)
    found = (look(family) for look in places)
    return next((faces for faces in found if len(faces) == len(FaceStyle)), None)


def kept_faces(family: str) -> Faces:
    """Give the faces of a family that this program keeps for layout, be they four or fewer."""
    return _faces_in([kept_folder()], family)


def installed_faces(family: str) -> Faces:
    """Give the faces of a family that Word and other programs of this machine find, be they four or fewer."""
    return _faces_in(installed_folders(), family)


def _faces_in(folders: Iterable[Path], family: str) -> Faces:
    """Look through folders; of several files of one face the first is taken."""
    found: dict[FaceStyle, Path] = {}
    for path in _candidates(folders):
        face = _face_at(path)
        if face and face[0] == family:
            found.setdefault(face[1], path)
    return {style: found[style] for style in FaceStyle if style in found}


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the files that may be faces of our families: no other font of the machine is opened."""
    for folder in folders:
        for place, _folders, names in os.walk(folder):
            for name in sorted(names):
                simple = name.casefold()
                if FILE_NAME_PART in simple and simple.endswith(_ENDING):
                    yield Path(place, name)


def _face_at(path: Path) -> tuple[str, FaceStyle] | None:
    """Find out which face a file is; None for a file that cannot be read."""
    try:
        facts = path.stat()
        return _face_of_file(path, facts.st_size, facts.st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=64)
def _face_of_file(path: Path, _size: int, _changed: int) -> tuple[str, FaceStyle] | None:
    face = read_face(path.read_bytes())
    return (face.family.name, face.style) if face else None
