"""The faces by which pages are laid out, from what this machine has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from esa_docs.fonts.face_cache import cached_or_made
from esa_docs.fonts.faces import FaceStyle, LayoutFamily
from esa_docs.fonts.families import FAMILIES, Family
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
_FEW: Final = 8

_Files = tuple[tuple[FaceStyle, Path, int, int], ...]


def layout_family(family: str) -> LayoutFamily | None:
    """Give the faces by which a family is laid out.

    They come from its real faces where this machine has all four, else from the table of its numbers: pages
    are equal, but nothing is drawn. None for a family that is neither here nor in the table.

    Args:
        family: name of the family, as documents give it.
    """
    known = FAMILIES.get(family)
    if known is None:
        return None
    faces = find_faces(family)
    try:
        return _from_real_faces(known.name, _stamped(faces)) if faces else _from_numbers(known.name)
    except OSError:  # taken away since it was found
        return _from_numbers(known.name)


def thai_digit_family(base: LayoutFamily) -> LayoutFamily:
    """Give the faces of a layout family with ๐-๙ drawn for 0-9: for numbers an engine counts in 0-9 only.

    Args:
        base: a family that ``layout_family`` gave.
    """
    name = base.name.removesuffix(_DRAWN).removesuffix(_WIDTHS) + _THAI_DIGITS
    faces = {style: _with_thai_digits(data, FaceName(name, style)) for style, data in base.faces.items()}
    return replace(base, name=name, faces=faces)


def _stamped(faces: Faces) -> _Files:
    """Name the files so that a file changed in the meantime is another one."""
    facts = {style: (path, path.stat()) for style, path in faces.items()}
    return tuple((style, path, one.st_size, one.st_mtime_ns) for style, (path, one) in facts.items())


@lru_cache(maxsize=_FEW)
def _from_real_faces(family: str, files: _Files) -> LayoutFamily:
    name = FAMILIES[family].made_name + _DRAWN
    faces = {style: _changed(path.read_bytes(), FaceName(name, style)) for style, path, *_stamp in files}
    return LayoutFamily(family, name, faces, has_outlines=True)


def _changed(data: bytes, name: FaceName) -> bytes:
    return cached_or_made(lambda: make_layout_face(data, read_metrics(data), name), data, _key(name))


@lru_cache(maxsize=_FEW)
def _from_numbers(family: str) -> LayoutFamily | None:
    known = FAMILIES[family]
    faces = _faces_of_numbers(known)
    return LayoutFamily(family, known.made_name + _WIDTHS, faces, has_outlines=False) if faces else None


def _faces_of_numbers(family: Family) -> Mapping[FaceStyle, bytes]:
    """Make the faces; they take as long to make as to read, and are not kept."""
    numbers = {style: load_metrics(family.name, style) for style in FaceStyle}
    return {
        style: make_face_of_numbers(metrics, FaceName(family.made_name + _WIDTHS, style))
        for style, metrics in numbers.items()
        if metrics
    }


@lru_cache(maxsize=_FEW * len(FaceStyle))
def _with_thai_digits(data: bytes, name: FaceName) -> bytes:
    return cached_or_made(lambda: make_thai_digit_face(data, name), data, _key(name))


def _key(name: FaceName) -> bytes:
    return f"{RECIPE}\n{name.postscript}".encode()
