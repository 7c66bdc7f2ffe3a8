"""Pixels as the bytes of a picture file: JPEG for photographs, PNG for screenshots, drawings and scans."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Final, Literal

RECIPE: Final = 1
"""Changes when pictures come out in another way: those of the cache are then made anew."""
JPEG_QUALITY: Final = 85
"""Above it files grow and no eye sees it on paper; Word's own default for pictures is in this range."""
_PNG_LEVEL: Final = 6
_SMALL: Final = 100_000
"""Bytes of a PNG that stays one, whatever it shows."""
_TIMES_LARGER: Final = 4
"""A PNG that is so many times as large as the JPEG shows a photograph. Screenshots and scans of letters are
two times as large at most, and JPEG would blur their letters."""

_MEDIA_TYPES: Final = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture file.

    Attributes:
        data: its bytes.
        ending: ``jpg`` or ``png``.
    """

    data: bytes
    ending: Literal["jpg", "png"]

    @property
    def media_type(self) -> str:
        """Its type, such as ``image/png``."""
        return _MEDIA_TYPES[self.ending]


def encode(image: Any, *, is_photograph: bool) -> EncodedPicture:
    """Return pixels as a picture file; equal pixels give equal bytes.

    Args:
        image: the pixels: grey or RGB, or RGBA where something shines through.
        is_photograph: whether they came from a JPEG, and so are one again.
    """
    # Pillow would write what it read beside the pixels.
    image.info = {}
    if image.mode not in {"L", "RGB"}:
        return EncodedPicture(_png(image), "png")
    if is_photograph:
        return EncodedPicture(_jpeg(image), "jpg")
    png = _png(image)
    if len(png) <= _SMALL:
        return EncodedPicture(png, "png")
    jpeg = _jpeg(image)
    if len(png) >= _TIMES_LARGER * len(jpeg):
        return EncodedPicture(jpeg, "jpg")
    return EncodedPicture(png, "png")


def _jpeg(image: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()


def _png(image: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=_PNG_LEVEL)
    return buffer.getvalue()
