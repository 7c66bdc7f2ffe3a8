"""The zip package of a Word file: read with limits, written so that equal parts give equal bytes."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final, Literal
from urllib.parse import unquote

Parts = dict[str, bytes]

# zipfile would write the time of day and the operating system: equal parts would then differ in bytes.
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MOST_BYTES: Final = 512 * 1024 * 1024
# It takes a quarter of the time of zlib's default 6; the manual takes 29 KB instead of 20 (measured).
_LEVEL: Final = 2
_PACKED_ENDINGS: Final = (".png", ".jpg", ".jpeg")
"""Endings of parts that are packed by themselves: to pack them again takes time and gains nothing."""
CONTENT_TYPES_PART: Final = "[Content_Types].xml"
DOCUMENT_PART: Final = "word/document.xml"
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
"""Errors of zipfile for damaged bytes, encryption and unknown compression."""


class NotAPackageError(ValueError):
    """Bytes that are no readable zip package."""


def read_package(data: bytes) -> Parts:
    """Return the parts of a Word file, by name and in their order.

    Raises:
        NotAPackageError: no zip file, a broken one, one without content types, or
            one larger than 512 MiB unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpack(archive)
    except _DAMAGE as fault:
        raise NotAPackageError(str(fault)) from fault
    if CONTENT_TYPES_PART not in parts:
        raise NotAPackageError(f"no {CONTENT_TYPES_PART}")
    return parts


def _unpack(archive: zipfile.ZipFile) -> Parts:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if sum(info.file_size for info in infos) > _MOST_BYTES:
        raise NotAPackageError("larger than 512 MiB unpacked")
    return {info.filename: archive.read(info) for info in infos}


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip package of parts, in their order; equal parts give equal bytes."""
    return extend_package(b"", parts)


def extend_package(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with further parts; its own parts are not compressed again.

    Args:
        package: the package; empty bytes begin a new one.
        parts: the further parts.
    """
    buffer = io.BytesIO()
    buffer.write(package)
    mode: Literal["a", "w"] = "a" if package else "w"
    with zipfile.ZipFile(buffer, mode, zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.create_system = _UNIX
            is_packed = name.lower().endswith(_PACKED_ENDINGS)
            method = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, method, _LEVEL)
    return buffer.getvalue()


def relationships_part(name: str) -> str:
    """Return the name of the part with the relationships of a part."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def target_part(folder: str, target: str) -> str:
    """Return the name of the part to which a relationship leads.

    Args:
        folder: where the part lies that has the relationship; empty for the root of the package.
        target: as the relationship has it: an address, whose special signs may be written with ``%``.
    """
    # %23 is a sign of the name, and no mark before a fragment.
    path, _mark, _fragment = target.partition("#")
    return posixpath.normpath(posixpath.join("/", folder, unquote(path))).lstrip("/")


def kind_of(relationship: Any) -> str:
    """Return the last word of the type of a relationship, such as ``image``."""
    return posixpath.basename(str(relationship.get("Type", "")))
