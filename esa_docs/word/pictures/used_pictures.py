"""The pictures that one document prints: each file is one part, however often it is printed."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.picture_file import PictureFile
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.system_words import reason_in_words
from esa_docs.word.pictures.broken_pictures import BrokenPictureError, UnprintedPicturesError
from esa_docs.word.pictures.encoding import RECIPE, EncodedPicture
from esa_docs.word.pictures.picture_cache import cached_picture, keep_picture

Size = tuple[int, int]
"""Width and height: on paper in English metric units, of a picture in pixels."""
DOTS_PER_INCH: Final = 220
"""What printers of offices show; Word itself scales pictures to it by default."""
_EMU_OF_AN_INCH: Final = 914_400
_LENGTH_OF_NAME: Final = 20
"""Digits of a hash in the name of a part: no two pictures of a document share them."""


@dataclass(slots=True)
class _Use:
    """A picture with the largest size in which it is printed, and all names by which content means it."""

    picture: PictureFile
    digest: str
    size: Size
    files: dict[str, PictureFile] = field(default_factory=dict)


@dataclass(slots=True)
class UsedPictures:
    """The pictures of one document, gathered while its blocks are written.

    Attributes:
        files: picture files by their paths as written in content.
    """

    files: Mapping[str, PictureFile] = field(default_factory=dict)
    _uses: dict[str, _Use] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)

    def file(self, name: str) -> PictureFile:
        """Return the file of a picture.

        Raises:
            ContentError: the document does not have it (E644).
        """
        if name in self.files:
            return self.files[name]
        message = _("the file '{file}' is expected in the project folder and is not there").format(file=name)
        hint = _("Put the file there, or correct its path; it counts from the project folder.")
        raise ContentError([Diagnostic("E644", message, Location(""), hint)])

    def use(self, name: str, size: Size) -> str:
        """Print a picture, and return the id of the relationship to its part.

        Args:
            name: its path as written in content.
            size: its size on paper.

        Raises:
            ContentError: it is not there (E644), or cannot be read (E438).
        """
        picture = self.file(name)
        if name not in self._digests:
            self._digests[name] = _digest(name, picture)
        digest = self._digests[name]
        pixels = _pixels(size)
        used = self._uses.setdefault(digest, _Use(picture, digest, pixels))
        used.size = max(used.size, pixels)
        used.files[name] = picture
        return _relationship(digest)

    def parts(self) -> list[LinkedPart]:
        """Return the parts of the pictures; no more than one picture is decoded at a time.

        Raises:
            UnprintedPicturesError: pictures are broken (E482), or cannot be read any more (E438).
        """
        parts: list[LinkedPart] = []
        faults: dict[str, Diagnostic] = {}
        for used in self._uses.values():
            try:
                parts.append(_part(used))
            except OSError as fault:
                faults.update({name: _unreadable(name, file, fault) for name, file in used.files.items()})
            except BrokenPictureError:
                faults.update({name: _broken(name, file) for name, file in used.files.items()})
        if faults:
            raise UnprintedPicturesError(faults)
        return parts


def _part(used: _Use) -> LinkedPart:
    """Return the part of a picture.

    Raises:
        BrokenPictureError: it cannot be decoded.
        OSError: it cannot be read.
    """
    encoded = _encoded(used)
    name = f"word/media/picture-{used.digest[:_LENGTH_OF_NAME]}.{encoded.ending}"
    return LinkedPart(_relationship(used.digest), "image", name, encoded.media_type, encoded.data)


def _relationship(digest: str) -> str:
    return f"rIdPicture{digest[:_LENGTH_OF_NAME]}"


def _pixels(size: Size) -> Size:
    """Return how many pixels paper shows of a picture."""
    width, height = (math.ceil(length * DOTS_PER_INCH / _EMU_OF_AN_INCH) for length in size)
    return width, height


def _digest(name: str, picture: PictureFile) -> str:
    try:
        with picture.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise ContentError([_unreadable(name, picture, fault)]) from fault


def _encoded(used: _Use) -> EncodedPicture:
    """Return a picture as it goes into the file, from the cache where it is there."""
    width, height = used.size
    inputs = f"{used.digest} {width}x{height} {used.picture.orientation} {RECIPE} {pillow_version()}"
    key = hashlib.sha256(inputs.encode()).hexdigest()
    encoded = cached_picture(key)
    if encoded is not None:
        return encoded
    encoded, digest = _prepared(used)
    # Somebody may have put another picture in its place meanwhile.
    if digest == used.digest:
        keep_picture(key, encoded)
    return encoded


def _prepared(used: _Use) -> tuple[EncodedPicture, str]:
    """Return a picture as it goes into the file, and the hash of the file from which it was made."""
    # Pillow is not loaded where all pictures come from the cache.
    from esa_docs.word.pictures.preparing import prepare  # noqa: PLC0415

    picture = used.picture
    with picture.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        return prepare(file, picture, used.size), digest


def _broken(name: str, picture: PictureFile) -> Diagnostic:
    message = _("the picture '{file}' is broken and cannot be read").format(file=name)
    hint = _("Copy it once more from where it came, or save it anew.")
    # A piece of evidence is listed all the same: only its print is missing.
    severity = Severity.WARNING if picture.is_evidence else Severity.ERROR
    return Diagnostic("E482", message, picture.place, hint, severity, picture.field)


def _unreadable(name: str, picture: PictureFile, fault: OSError) -> Diagnostic:
    message = _("the file '{file}' is there and cannot be read: {reason}")
    text = message.format(file=name, reason=reason_in_words(fault))
    hint = _("Close it in other programs, or ask for the right to read it; or name a copy of it.")
    return Diagnostic("E438", text, picture.place, hint, field=picture.field)


@cache
def pillow_version() -> str:
    """Return the version of the package that decodes and encodes pictures."""
    return version("pillow")
