"""Fetching the faces: by the package client, or from files the reader has; every face is checked."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.fonts.client import ClientError, fetch_package
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import (
    FAMILIES,
    FILE_NAME_PART,
    SOURCE_PACKAGE,
    SOURCE_SHA256,
    SOURCE_VERSION,
    SOURCE_WHEEL,
)
from esa_docs.fonts.lookup import kept_faces
from esa_docs.fonts.made_faces import style_words
from esa_docs.fonts.reading import Face, read_face
from esa_docs.i18n import gettext as _

_FONT: Final = ".ttf"
_MOST_BYTES: Final = 16 * 1024 * 1024
"""A face larger than this is none of ours: the largest has half a megabyte."""
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, RuntimeError, ValueError)

_File = tuple[str, bytes]


def fetch_faces(sources: Sequence[Path] = ()) -> tuple[Face, ...]:
    """Give all four faces of one or more families, checked.

    A face of a family whose source is known must be the published one, byte for byte; another must say that
    it is of its family. Without sources, what this program keeps is not fetched again. Fonts of other
    families in a folder or archive are passed over.

    Args:
        sources: wheel, zip file, folder or font files; without any, a package client is asked.

    Raises:
        MachineError: they cannot be fetched or read, or are not the faces we know (E907).
    """
    if sources:
        return _accept((file for source in sources for file in _files_of(source)), _shown(sources))
    return _kept() or _download()


def _kept() -> tuple[Face, ...]:
    """Give what is kept of the families that can be fetched, if nothing is missing."""
    families = [family for family in FAMILIES.values() if family.can_be_fetched]
    paths = [path for family in families for path in kept_faces(family.name).values()]
    try:
        read = [read_face(path.read_bytes()) for path in paths]
    except OSError:
        return ()
    faces = [face for face in read if face and face.is_published]
    return tuple(faces) if len(faces) == len(families) * len(FaceStyle) else ()


def _download() -> tuple[Face, ...]:
    try:
        with tempfile.TemporaryDirectory(prefix="esa-docs-", ignore_cleanup_errors=True) as folder:
            return _download_into(Path(folder))
    except (ClientError, OSError) as fault:
        reason = str(fault) or _("there is neither pip nor uv on this machine")
        raise _fault(_("the fonts could not be fetched: {reason}").format(reason=reason)) from fault


def _download_into(folder: Path) -> tuple[Face, ...]:
    fetch_package(f"{SOURCE_PACKAGE}=={SOURCE_VERSION}", folder)
    wheels = list(folder.glob("*.whl"))
    for wheel in wheels:
        _check_wheel(wheel)
    return _accept((file for one in wheels or [folder] for file in _files_of(one)), SOURCE_PACKAGE)


def _check_wheel(wheel: Path) -> None:
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise _fault(_("{file} is not the file in which the fonts were checked").format(file=wheel.name))


def _files_of(source: Path) -> Iterator[_File]:
    """Give the files that may be faces of ours, from a folder, an archive, or the file itself."""
    try:
        if source.is_dir():
            yield from _files_in_folder(source)
        elif zipfile.is_zipfile(source):
            yield from _files_in_archive(source)
        else:
            yield _single_file(source)
    except OSError as fault:
        message = _("the fonts cannot be read: {reason}").format(reason=fault.strerror or fault)
        raise _fault(message, _shown([source])) from fault
    except _DAMAGE as fault:
        message = _("the file is damaged: {reason}").format(reason=fault)
        raise _fault(message, _shown([source])) from fault


def _single_file(path: Path) -> _File:
    data = path.read_bytes()
    if read_face(data) is None:
        raise _fault(_("{file} is no font of a family we know").format(file=path.name), _shown([path]))
    return path.name, data


def _files_in_folder(folder: Path) -> Iterator[_File]:
    for path in sorted(folder.rglob("*")):
        if _may_be_ours(path.name) and path.is_file() and path.stat().st_size <= _MOST_BYTES:
            yield path.name, path.read_bytes()


def _files_in_archive(path: Path) -> Iterator[_File]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            name = PurePosixPath(info.filename).name
            if _may_be_ours(name) and info.file_size <= _MOST_BYTES:
                yield name, archive.read(info)


def _may_be_ours(name: str) -> bool:
    simple = name.casefold()
    return FILE_NAME_PART in simple and simple.endswith(_FONT)


def _accept(files: Iterable[_File], place: str) -> tuple[Face, ...]:
    """Check each face, and that there are whole families."""
    found: dict[tuple[str, FaceStyle], Face] = {}
    for name, data in files:
        face = read_face(data)
        if face is None:
            continue
        if face.family.can_be_fetched and not face.is_published:
            text = _("{file} says it is of {name}, but is not the face that was published")
            raise _fault(text.format(file=name, name=face.family.name), place)
        found.setdefault((face.family.name, face.style), face)
    _check_whole(found.keys(), place)
    return tuple(found.values())


def _check_whole(found: Iterable[tuple[str, FaceStyle]], place: str) -> None:
    have = set(found)
    if not have:
        raise _fault(_("no font of a family we know is there"), place)
    for family in sorted({name for name, _style in have}):
        lost = [style_words(style) for style in FaceStyle if (family, style) not in have]
        if lost:
            text = _("of the font family {name} these faces are missing: {faces}")
            hint = _("All four faces are needed: put them into one folder and name it with --from.")
            raise _fault(text.format(name=family, faces=", ".join(lost)), place, hint)


def _shown(sources: Sequence[Path]) -> str:
    return ", ".join(source.as_posix() for source in sources)


def _fault(message: str, place: str = SOURCE_PACKAGE, hint: str = "") -> MachineError:
    fetch = _("Fetch {file} on a machine with a network, and name it: esa-docs fonts install --from FILE")
    return MachineError(
        [Diagnostic("E907", message, Location(place), hint or fetch.format(file=SOURCE_WHEEL))]
    )
