"""A picture as it goes into a Word file: upright, no finer than paper shows, in sRGB, without metadata.

A picture that needs no change keeps its pixels byte by byte.
"""

from __future__ import annotations

import io
import warnings
from typing import Any, BinaryIO, Final, Literal, cast

from PIL import Image

from esa_docs.model.picture_file import PICTURE_DAMAGE, PictureFile
from esa_docs.word.pictures.broken_pictures import BrokenPictureError
from esa_docs.word.pictures.colours import is_in_srgb, with_plain_colours
from esa_docs.word.pictures.encoding import EncodedPicture, encode
from esa_docs.word.pictures.plain_jpeg import plain_jpeg
from esa_docs.word.pictures.plain_png import plain_png

_SLACK: Final = 1.1
"""A picture is scaled only where it has more pixels than this: a tenth is not worth its sharpness."""
_DRAFT: Final = 2
"""A JPEG is decoded in the next size that is at least so many times what is needed: the last step of the
scaling is then exact, and memory stays small."""
_JPEGS: Final = frozenset({"JPEG", "MPO"})
_FORMATS: Final = ("JPEG", "PNG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
_KEPT_MODES: Final = {
    "JPEG": frozenset({"L", "RGB"}),
    "MPO": frozenset({"L", "RGB"}),
    "PNG": frozenset({"1", "L", "LA", "P", "RGB", "RGBA"}),
}
"""Modes of pixels that Word shows as they are, by the type of the picture."""
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned upright, by its orientation (Exif 2.32, tag Orientation)."""
_FIRST_SIDEWAYS: Final = 5

Size = tuple[int, int]
"""Width and height in pixels."""


def prepare(file: BinaryIO, picture: PictureFile, size: Size) -> EncodedPicture:
    """Return a picture as it goes into a Word file.

    Args:
        file: the open file.
        picture: what its header says.
        size: how many pixels paper shows, as the picture is seen.

    Raises:
        BrokenPictureError: it cannot be decoded.
    """
    try:
        with warnings.catch_warnings():
            # The bounds are those of the check: a picture beyond them never comes here.
            warnings.simplefilter("ignore")
            with Image.open(cast("io.BufferedReader", file), formats=_FORMATS) as image:
                return _prepared(image, file, picture, size)
    except (*PICTURE_DAMAGE, Image.DecompressionBombError) as fault:
        raise BrokenPictureError(str(fault)) from fault


def _prepared(image: Any, file: BinaryIO, picture: PictureFile, size: Size) -> EncodedPicture:
    is_sideways = picture.orientation >= _FIRST_SIDEWAYS
    size_as_stored = size[::-1] if is_sideways else size
    is_scaled = image.width > size_as_stored[0] * _SLACK
    if not is_scaled and picture.orientation == 1 and is_in_srgb(image):
        kept_picture = _with_its_pixels(image, file)
        if kept_picture is not None:
            return kept_picture
    if is_scaled and image.format in _JPEGS:
        image.draft(image.mode, (size_as_stored[0] * _DRAFT, size_as_stored[1] * _DRAFT))
    profile = image.info.get("icc_profile")
    if not is_scaled:
        size_as_stored = image.size
    image = with_plain_colours(image, profile, size_as_stored)
    turn = _TURNS.get(picture.orientation)
    if turn is not None:
        image = image.transpose(turn)
    return encode(image, is_photograph=picture.format in _JPEGS)


def _with_its_pixels(image: Any, file: BinaryIO) -> EncodedPicture | None:
    """Return a picture with the pixels of its file; None where they must be written anew.

    Raises:
        OSError: its pixels cannot be read to their end.
    """
    image_format = image.format
    if image.mode not in _KEPT_MODES.get(image_format, ()):
        return None
    image.load()
    file.seek(0)
    data = file.read()
    if image_format == "PNG":
        return _encoded(plain_png(data), "png")
    return _encoded(plain_jpeg(data), "jpg")


def _encoded(data: bytes | None, ending: Literal["jpg", "png"]) -> EncodedPicture | None:
    return EncodedPicture(data, ending) if data is not None else None
