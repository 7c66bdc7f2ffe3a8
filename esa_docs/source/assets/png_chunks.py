"""The Exif of a PNG that stands behind its pixels, where Pillow reads it only with them."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

_SIGNATURE: Final = 8
_HEAD, _CHECKSUM = 8, 4
"""Bytes of a chunk before its body (length, name) and behind it (ISO/IEC 15948, 5.3)."""
_NAME: Final = b"eXIf"
_END: Final = b"IEND"
_MOST_CHUNKS: Final = 20_000
"""Chunks that are passed over: programs write pixels in pieces of 8 KB and more."""
_MOST_BYTES: Final = 65_536
"""Bytes of Exif: a JPEG holds no more of it."""


def exif_of_png(file: BinaryIO) -> bytes:
    """Return the Exif of a PNG; empty without any, or where its chunks are not in order.

    Args:
        file: the open file; it is left at another place.

    Raises:
        OSError: it cannot be read.
    """
    file.seek(_SIGNATURE)
    for _number in range(_MOST_CHUNKS):
        head = file.read(_HEAD)
        name = head[4:]
        if len(head) < _HEAD or name == _END:
            break
        length = int.from_bytes(head[:4])
        if name == _NAME:
            return file.read(length) if length <= _MOST_BYTES else b""
        file.seek(length + _CHECKSUM, io.SEEK_CUR)
    return b""
