"""The faces by which pages are laid out, from what this machine has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from esa_docs.fonts.face_cache import cached_face
from esa_docs.fonts.faces import FaceStyle, LayoutFamily
from esa_docs.fonts.families import FAMILIES
from esa_docs.fonts.lookup import Faces, find_faces
from esa_docs.fonts.made_faces import (
    RECIPE,
    FaceName,
    make_face_of_numbers,
    make_layout_face,
    make_thai_digit_face,
)
from esa_docs.fonts.metrics import load_metrics
from esa_docs.fonts.reading import read_metrics

_DRAWN, _WIDTHS, _THAI_DIGITS = " Layout", " Widths", " Thai Digits"
_REMEMBERED: Final = 8
"""Families that this process remembers."""


@dataclass(frozen=True, slots=True)
class _FaceFile:
    """A font file as it was found: part of the key in the cache of layout families.

    A file that was changed since has another size or time, so its family is made anew.

    Attributes:
        style: style of its face.
        path: path of the file.
        size: its size in bytes.
        change_time: time of its last change in nanoseconds.
    """

    style: FaceStyle
    path: Path
    size: int
    change_time: int


def layout_family(family: str) -> LayoutFamily | None:
    """Return the faces by which a family is laid out.

    They come from its real faces if this machine has all four, else from the table of its numbers. Pages are
    equal either way, but faces of numbers draw nothing. None for a family that is neither here nor in the
    table.

    Args:
        family: name of the family in documents.
    """
    if family not in FAMILIES:
        return None
    faces = find_faces(family)
    if faces is None:
        return _from_numbers(family)
    try:
        return _from_real_faces(family, _face_files(faces))
    except OSError:  # a file was removed after it was found
        return _from_numbers(family)


def thai_digit_family(base: LayoutFamily) -> LayoutFamily:
    """Return a layout family that draws ๐-๙ for 0-9, for the page numbers that an engine counts.

    Args:
        base: a family that `layout_family` returned.
    """
    # LibreOffice 7.4 prints page numbers in 0-9 even if the document asks for ๐-๙.
    name = base.name.removesuffix(_DRAWN).removesuffix(_WIDTHS) + _THAI_DIGITS
    faces = {}
    for style, data in base.faces.items():
        faces[style] = _thai_digit_face(data, FaceName(name, style))
    return replace(base, name=name, faces=faces)


def _face_files(faces: Faces) -> tuple[_FaceFile, ...]:
    files = []
    for style, path in faces.items():
        facts = path.stat()
        files.append(_FaceFile(style, path, facts.st_size, facts.st_mtime_ns))
    return tuple(files)


@lru_cache(maxsize=_REMEMBERED)
def _from_real_faces(family: str, files: tuple[_FaceFile, ...]) -> LayoutFamily:
    name = FAMILIES[family].made_name + _DRAWN
    faces = {}
    for file in files:
        faces[file.style] = _layout_face(file.path.read_bytes(), FaceName(name, file.style))
    return LayoutFamily(family, name, faces, has_outlines=True)


def _layout_face(data: bytes, name: FaceName) -> bytes:
    def make() -> bytes:
        return make_layout_face(data, read_metrics(data), name)

    return cached_face(make, data, _key(name))


@lru_cache(maxsize=_REMEMBERED)
def _from_numbers(family: str) -> LayoutFamily | None:
    """Return the family made of its numbers; None if they are not in the table."""
    name = FAMILIES[family].made_name + _WIDTHS
    # These faces are not cached on disk: to read them would take as long as to make them.
    faces = {}
    for style in FaceStyle:
        metrics = load_metrics(family, style)
        if metrics is not None:
            faces[style] = make_face_of_numbers(metrics, FaceName(name, style))
    if not faces:
        return None
    return LayoutFamily(family, name, faces, has_outlines=False)


@lru_cache(maxsize=_REMEMBERED * len(FaceStyle))
def _thai_digit_face(data: bytes, name: FaceName) -> bytes:
    def make() -> bytes:
        return make_thai_digit_face(data, name)

    return cached_face(make, data, _key(name))


def _key(name: FaceName) -> bytes:
    return f"{RECIPE}\n{name.postscript}".encode()
