"""Pictures made for tests, as cameras, screens and scanners write them."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
CAMERA = "SomchaisCamera"
"""Stands in the metadata of every made photograph."""


def picture(width: int, height: int, colour: tuple[int, ...] = (200, 100, 50)) -> Any:
    """Return a picture of one colour, its top left corner white."""
    made_picture = Image.new("RGB", (width, height), colour)
    made_picture.paste((255, 255, 255), (0, 0, width // 4, height // 4))
    return made_picture


def noise(width: int, height: int) -> Any:
    """Return a picture whose every pixel has a colour of its own; the same each time."""
    pixels = random.Random(0).randbytes(width * height * 3)  # noqa: S311 nothing is kept secret
    return Image.frombytes("RGB", (width, height), pixels)


def encoded(made_picture: Any, picture_format: str, **options: Any) -> bytes:
    """Return the bytes of a picture file."""
    buffer = io.BytesIO()
    made_picture.save(buffer, picture_format, **options)
    return buffer.getvalue()


def exif(orientation: int) -> Any:
    """Return Exif with a camera, a place, and how the picture is turned."""
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[MAKER] = CAMERA
    data.get_ifd(PLACE)[1] = "N"
    return data


def put_photograph(path: Path, width: int, height: int, orientation: int = 1) -> Path:
    """Write a photograph with metadata and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(picture(width, height), "JPEG", exif=exif(orientation), comment=CAMERA))
    return path


def png_of_size(width: int, height: int) -> bytes:
    """Return a PNG that says it has a size, with pixels for nothing of it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    pieces = [b"\x89PNG\r\n\x1a\n"]
    for name, body in chunks:
        checksum = struct.pack(">I", zlib.crc32(name + body))
        pieces.append(struct.pack(">I", len(body)) + name + body + checksum)
    return b"".join(pieces)


def linear_profile() -> bytes:
    """Return a colour profile with the primaries of sRGB, whose numbers grow with the light (ICC.1)."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + fixed(*values)

    name = b"Linear"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" + bytes(78)
    # A curve without points is a straight line.
    curve = b"curv\0\0\0\0" + bytes(4)
    tags = {
        b"desc": description,
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.4361, 0.2225, 0.0139),
        b"gXYZ": xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": xyz(0.1431, 0.0606, 0.7141),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, data in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1.0, 0.8249)
    return head + bytes(128 - len(head)) + table + body
