"""What the header of a picture file says: its type, its size, how it is turned. No pixel is decoded."""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from esa_docs.model.picture_file import PICTURE_DAMAGE
from esa_docs.source.assets.png_chunks import exif_of_png

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS: Final = 100_000_000
"""Pixels of the largest picture that is read. Telephones take up to 200 megapixels if asked to; on A4 at
220 dpi no more than 5 are seen, and each megapixel takes 3 MB of memory while it is scaled."""
_MPO: Final = "MPO"
"""A JPEG with a second picture behind it, such as telephones write for depth; the first is the picture."""
_FORMATS: Final = ("JPEG", "PNG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
_SIGNATURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*")
"""With one of these a file of a type that can be printed begins; WebP has its own test."""
_CAMERA_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"avis")
"""Brands of HEIF files, as the cameras of telephones write them (ISO/IEC 23008-12)."""
_ORIENTATION: Final = 0x0112
_SIDEWAYS: Final = frozenset({5, 6, 7, 8})
"""Orientations that change width and height of a picture."""
_BEGINNING: Final = 32
_MOST_TIMES_LONGER: Final = 150
"""How many times longer than wide a picture is at most: in the 16 cm of a text it is then 1 mm high."""


class HeaderFault(Enum):
    """Why a picture cannot be printed."""

    EMPTY = auto()
    CAMERA = auto()
    """A type of telephones that Word does not show (HEIC)."""
    UNKNOWN = auto()
    BROKEN = auto()
    ANIMATED = auto()
    THIN = auto()
    """So much longer than wide, or the other way round, that on paper it is a hairline."""
    LARGE = auto()


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What the header of a picture says.

    Attributes:
        format: its type, as Pillow names it.
        width: pixels from left to right, as it is seen.
        height: pixels from top to bottom, as it is seen.
        orientation: how it is turned to be seen, from 1 (as it is) to 8.
    """

    format: str
    width: int
    height: int
    orientation: int


def read_header(file: BinaryIO) -> PictureHeader | HeaderFault:
    """Return what the header of an open picture file says, or why it cannot be printed.

    Raises:
        OSError: the file cannot be read.
    """
    beginning = file.read(_BEGINNING)
    file.seek(0)
    if not beginning:
        return HeaderFault.EMPTY
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _CAMERA_BRANDS:
        return HeaderFault.CAMERA
    is_webp = beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP"
    if not is_webp and not beginning.startswith(_SIGNATURES):
        return HeaderFault.UNKNOWN
    return _opened(file)


def _opened(file: BinaryIO) -> PictureHeader | HeaderFault:
    from PIL import Image  # noqa: PLC0415 only content with pictures needs it

    try:
        with warnings.catch_warnings():
            # The bounds are our own.
            warnings.simplefilter("ignore")
            with Image.open(cast("io.BufferedReader", file), formats=_FORMATS) as picture:
                return _header_of(picture, file)
    except Image.DecompressionBombError:
        return HeaderFault.LARGE
    except PICTURE_DAMAGE:
        return HeaderFault.BROKEN


def _header_of(picture: Picture, file: BinaryIO) -> PictureHeader | HeaderFault:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return HeaderFault.LARGE
    if picture.format != _MPO and getattr(picture, "is_animated", False):
        return HeaderFault.ANIMATED
    if max(width, height) > _MOST_TIMES_LONGER * min(width, height):
        return HeaderFault.THIN
    orientation = _orientation(picture, file)
    if orientation in _SIDEWAYS:
        width, height = height, width
    return PictureHeader(str(picture.format), width, height, orientation)


def _orientation(picture: Picture, file: BinaryIO) -> int:
    """Return how a picture is turned to be seen; 1 where its header does not say it, or is damaged there."""
    if picture.format == "TIFF":
        # Pillow turns a TIFF while it decodes it, and gives its size as it is seen.
        return 1
    # Picture.getexif decodes a PNG; what the header holds is in its info.
    data = picture.info.get("exif")
    if not data and picture.format == "PNG":
        data = exif_of_png(file)
    if not data:
        return 1
    from PIL import Image  # noqa: PLC0415 as above

    exif: Any = Image.Exif()
    value = 1
    # What a program wrote badly about a picture does no harm to the picture.
    with suppress(*PICTURE_DAMAGE):
        exif.load(data)
        value = exif.get(_ORIENTATION, 1)
    is_known = isinstance(value, int) and 1 <= value <= 8  # noqa: PLR2004 the orientations of Exif
    return value if is_known else 1
