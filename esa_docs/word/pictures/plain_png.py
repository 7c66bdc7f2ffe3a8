"""A PNG without what it tells of people and places: its pixels stay as they are, byte by byte."""

from __future__ import annotations

from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_NEEDED_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM"})
"""Chunks that the pixels and their colours need. The others are texts, Exif, times, previews and profiles."""
_FRAME: Final = 12
"""Bytes of a chunk beside its body: length, name, checksum."""


def plain_png(data: bytes) -> bytes | None:
    """Return a PNG with nothing but what its pixels need; None where its chunks are not in order.

    Args:
        data: the file.
    """
    if not data.startswith(_SIGNATURE):
        return None
    pieces = [_SIGNATURE]
    index = len(_SIGNATURE)
    while index + _FRAME <= len(data):
        end = index + _FRAME + int.from_bytes(data[index : index + 4])
        name = data[index + 4 : index + 8]
        if end > len(data):
            return None
        if name in _NEEDED_CHUNKS:
            pieces.append(data[index:end])
        if name == b"IEND":
            return b"".join(pieces)
        index = end
    return None
