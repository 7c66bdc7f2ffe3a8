"""A JPEG without what it tells of people and places: its pixels stay as they are, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_BEGIN, _END, _SCAN, _FILLING = 0xD8, 0xD9, 0xDA, 0xFF
_JFIF, _ADOBE, _COMMENT = 0xE0, 0xEE, 0xFE
_APPLICATION: Final = range(0xE0, 0xF0)
"""Markers of segments of programs: Exif with place and camera, XMP, profiles, previews."""
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD8), _BEGIN, _END})
_LENGTH_OF_JFIF: Final = 14
"""Bytes of a JFIF segment behind its length, without the preview that may follow."""
_STUFFED: Final = frozenset({0x00, *range(0xD0, 0xD8)})
"""What stands behind 0xFF within a scan: a byte 0xFF of the scan itself, or the mark of a restart."""


def plain_jpeg(data: bytes) -> bytes | None:
    """Return a JPEG with nothing but what its pixels need; None where its segments are not in order.

    What follows the end of the picture is left out too: the films and further pictures of telephones.

    Args:
        data: the file.
    """
    pieces = []
    marker = 0
    for marker, segment in _segments(data):
        pieces.append(_plain_segment(marker, segment))
    return b"".join(pieces) if marker == _END else None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Generate marker and bytes of each segment, as far as they are in order; a scan has its pixels with it.

    The last one has the marker of the end of the picture where all are in order.
    """
    index = 0
    while data[index : index + 1] == b"\xff" and index + 1 < len(data):
        marker = data[index + 1]
        end = _end_of_segment(data, index, marker)
        yield marker, data[index:end]
        if marker == _END:
            return
        index = end


def _end_of_segment(data: bytes, start: int, marker: int) -> int:
    if marker == _FILLING:
        return start + 1
    if marker in _WITHOUT_LENGTH:
        return start + 2
    end = start + 2 + int.from_bytes(data[start + 2 : start + 4])
    return _end_of_scan(data, end) if marker == _SCAN else end


def _plain_segment(marker: int, segment: bytes) -> bytes:
    """Return a segment as it stays; empty bytes where it goes."""
    body = segment[4:]
    if marker == _JFIF and body.startswith(b"JFIF\0"):
        without_preview = body[: _LENGTH_OF_JFIF - 2] + b"\0\0"
        length = len(without_preview) + 2
        return bytes((0xFF, _JFIF)) + length.to_bytes(2) + without_preview
    # It says how the colours are stored.
    if marker == _ADOBE and body.startswith(b"Adobe"):
        return segment
    is_dropped = marker in _APPLICATION or marker in {_COMMENT, _FILLING}
    return b"" if is_dropped else segment


def _end_of_scan(data: bytes, start: int) -> int:
    """Return the index of the marker behind the pixels of a scan; that of the end of the file without one."""
    index = data.find(b"\xff", start)
    while 0 <= index < len(data) - 1:
        behind = data[index + 1]
        if behind not in _STUFFED:
            return index
        index = data.find(b"\xff", index + 2)
    return len(data)
