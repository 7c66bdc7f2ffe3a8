"""Pixels of any sort as plain ones: grey, RGB or RGBA, with 8 bits a colour, in sRGB."""

from __future__ import annotations

import io
from contextlib import suppress
from functools import cache
from typing import Any, Final

from PIL import Image, ImageCms

_SRGB: Final = "srgb"
_MODES_OF_SPACES: Final = {"GRAY": "L", "RGB ": "RGB", "CMYK": "CMYK"}
"""The mode of the pixels that a profile describes, by its colour space (ICC.1, 7.2.6)."""
_SIXTEEN_BITS: Final = "I"
_SHARE_OF_A_BYTE: Final = 1 / 256
_OPAQUE: Final = 255
_WITH_ALPHA: Final = frozenset({"LA", "PA", "RGBA", "La", "RGBa"})


def is_in_srgb(image: Any) -> bool:
    """Return whether the colours of a picture are shown right without its profile."""
    profile = image.info.get("icc_profile")
    if not profile:
        return True
    description = ""
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        opened_profile = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        description = ImageCms.getProfileDescription(opened_profile)
    return _SRGB in description.lower()


def with_plain_colours(image: Any, profile: bytes | None, size: tuple[int, int]) -> Any:
    """Return a picture in plain colours and another size.

    Args:
        image: the picture, open.
        profile: its colour profile, as it holds it; None without one.
        size: width and height in pixels.
    """
    has_own_colours = bool(profile) and not is_in_srgb(image)
    scaled = _scaled(_with_eight_bits(image), size)
    if profile and has_own_colours:
        scaled = _in_srgb(scaled, profile)
    if scaled.mode == "RGBA" and _is_opaque(scaled):
        return scaled.convert("RGB")
    if scaled.mode not in {"L", "RGB", "RGBA"}:
        return scaled.convert("RGB")
    return scaled


def _is_opaque(image: Any) -> bool:
    least_opacity, _greatest_opacity = image.getchannel("A").getextrema()
    return bool(least_opacity == _OPAQUE)


def _with_eight_bits(image: Any) -> Any:
    """Return a picture with a byte for each colour of a pixel, and no palette."""
    image.load()
    if image.mode.startswith(_SIXTEEN_BITS):
        # Pillow cuts off whatever is above 255 where it makes bytes of larger numbers.
        return image.convert("I").point(_in_a_byte).convert("L")
    if image.mode == "F":
        return _from_floats(image)
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    return image


def _in_a_byte(value: Any) -> Any:
    return value * _SHARE_OF_A_BYTE


def _from_floats(image: Any) -> Any:
    """Return a picture of measured values as greys, the lowest black and the highest white."""
    lowest, highest = image.getextrema()
    span = (highest - lowest) or 1.0
    return image.point(lambda value: value * (_OPAQUE / span) - lowest * (_OPAQUE / span)).convert("L")


def _scaled(image: Any, size: tuple[int, int]) -> Any:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Any, profile: bytes) -> Any:
    """Return a picture with the colours of its profile in sRGB; as it is where that does not fit it."""
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        opened_profile = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = _MODES_OF_SPACES.get(opened_profile.profile.xcolor_space)
        if image.mode == "RGBA" and mode == "RGB":
            return ImageCms.profileToProfile(image, opened_profile, _srgb(), outputMode="RGBA")
        if image.mode == mode:
            return ImageCms.profileToProfile(image, opened_profile, _srgb(), outputMode="RGB")
    return image


@cache
def _srgb() -> Any:
    return ImageCms.createProfile("sRGB")
