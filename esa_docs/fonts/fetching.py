"""Fetching the faces: by the package client, or from files the reader has; every face is checked."""

from __future__ import annotations

import errno
import hashlib
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
from esa_docs.system_words import reason_in_words
from esa_docs.temporary_folder import TemporaryFolder

_FONT: Final = ".ttf"
# The largest of our faces has half a megabyte.
_MOST_BYTES: Final = 16 * 1024 * 1024
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, RuntimeError, ValueError)
"""Errors of zipfile for damaged bytes, encryption and unknown compression."""

_File = tuple[str, bytes]
"""Name and content of a file."""


def fetch_faces(sources: Sequence[Path] = ()) -> tuple[Face, ...]:
    """Return all four faces of one or more families, each face checked.

    A face of a family whose source is known must be the published one, byte for byte. A face of another
    family must carry the name of that family. Fonts of other families in a folder or archive are passed over.

    Args:
        sources: wheel, zip file, folder or font files. If there are none, the faces that this program keeps
            are returned; if one of those is missing, a package client fetches all.

    Raises:
        MachineError: they cannot be fetched or read, or are not the faces we know (E907).
    """
    if sources:
        return _accept(_files_of_all(sources), _source_labels(sources))
    faces_at_hand = _published_faces_at_hand()
    if faces_at_hand:
        return faces_at_hand
    return _download()


def _published_faces_at_hand() -> tuple[Face, ...]:
    """Return all faces of the families with a source, as this program keeps them; none if one is missing."""
    families = [family for family in FAMILIES.values() if family.can_be_fetched]
    paths: list[Path] = []
    for family in families:
        paths += kept_faces(family.name).values()
    try:
        faces = [read_face(path.read_bytes()) for path in paths]
    except OSError:
        return ()
    published_faces = [face for face in faces if face and face.is_published]
    if len(published_faces) < len(families) * len(FaceStyle):
        return ()
    return tuple(published_faces)


def _download() -> tuple[Face, ...]:
    try:
        with TemporaryFolder() as folder:
            return _download_into(folder.path)
    except (ClientError, OSError) as fault:
        reason = str(fault)
        if not reason:
            reason = _("there is neither pip nor uv on this machine")
        raise _fault(_("the fonts could not be fetched: {reason}").format(reason=reason)) from fault


def _download_into(folder: Path) -> tuple[Face, ...]:
    fetch_package(f"{SOURCE_PACKAGE}=={SOURCE_VERSION}", folder)
    wheels = list(folder.glob("*.whl"))
    for wheel in wheels:
        _check_wheel(wheel)
    # pip leaves the wheel in the folder, uv its content.
    sources = wheels if wheels else [folder]
    return _accept(_files_of_all(sources), SOURCE_PACKAGE)


def _check_wheel(wheel: Path) -> None:
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise _fault(_("{file} is not the file in which the fonts were checked").format(file=wheel.name))


def _files_of_all(sources: Iterable[Path]) -> Iterator[_File]:
    for source in sources:
        yield from _files_of(source)


def _files_of(source: Path) -> Iterator[_File]:
    """Generate the files that may be faces of ours, from a folder or an archive, or the file itself."""
    try:
        if source.is_dir():
            yield from _files_in_folder(source)
            return
        _refuse_pipe(source)
        if zipfile.is_zipfile(source):
            yield from _files_in_archive(source)
        else:
            yield _single_file(source)
    except OSError as fault:
        message = _("the fonts cannot be read: {reason}").format(reason=reason_in_words(fault))
        raise _fault(message, source.as_posix()) from fault
    except _DAMAGE as fault:
        message = _("the file is damaged: {reason}").format(reason=fault)
        raise _fault(message, source.as_posix()) from fault


def _refuse_pipe(source: Path) -> None:
    """Refuse what is there and no file: a pipe would keep us waiting for its writer."""
    if source.exists() and not source.is_file():
        raise OSError(errno.EINVAL, _("it is a pipe, a socket or a device"))


def _single_file(path: Path) -> _File:
    data = path.read_bytes()
    if read_face(data) is None:
        message = _("{file} is no font of a family we know").format(file=path.name)
        raise _fault(message, path.as_posix())
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
    """Return the faces among files, each checked; of several files of one face the first is taken.

    Raises:
        MachineError: a face is not the published one, or a family is not whole (E907).
    """
    faces: dict[tuple[str, FaceStyle], Face] = {}
    for name, data in files:
        face = read_face(data)
        if face is None:
            continue
        if face.family.can_be_fetched and not face.is_published:
            text = _("{file} says it is of {name}, but is not the face that was published")
            raise _fault(text.format(file=name, name=face.family.name), place)
        faces.setdefault((face.family.name, face.style), face)
    _refuse_missing_faces(set(faces), place)
    return tuple(faces.values())


def _refuse_missing_faces(faces: set[tuple[str, FaceStyle]], place: str) -> None:
    """Refuse faces, named by family and style, if there are none or one of a family is missing."""
    if not faces:
        raise _fault(_("no font of a family we know is there"), place)
    families = {family for family, _style in faces}
    for family in sorted(families):
        missing = [style_words(style) for style in FaceStyle if (family, style) not in faces]
        if missing:
            text = _("of the font family {name} these faces are missing: {faces}")
            hint = _("All four faces are needed: put them into one folder and name it with --from.")
            raise _fault(text.format(name=family, faces=", ".join(missing)), place, hint)


def _source_labels(sources: Sequence[Path]) -> str:
    return ", ".join(source.as_posix() for source in sources)


def _fault(message: str, place: str = SOURCE_PACKAGE, hint: str = "") -> MachineError:
    """Return the error for fonts that cannot be fetched or read (E907); an empty hint is the usual one."""
    if not hint:
        text = _("Fetch {file} on a machine with a network, and name it: esa-docs fonts install --from FILE")
        hint = text.format(file=SOURCE_WHEEL)
    return MachineError([Diagnostic("E907", message, Location(place), hint)])
