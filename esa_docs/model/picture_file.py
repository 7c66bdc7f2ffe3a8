"""A picture file of the project, as its header describes it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Location

PICTURE_DAMAGE: Final = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    EOFError,
    TypeError,
    struct.error,
    zlib.error,
)
"""What Pillow raises for damaged bytes of a picture."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture file that content names. Its pixels stay on the disk until they are printed.

    Attributes:
        path: where it lies.
        format: its type, as Pillow names it, such as ``JPEG``.
        width: pixels from left to right, as it is seen.
        height: pixels from top to bottom, as it is seen.
        orientation: how it is turned to be seen, from 1 (as it is) to 8 (Exif 2.32, tag Orientation).
        place: where the content names it.
        field: key that names it.
        is_evidence: whether it stands among the evidence alone, whose index has it even unprinted.
    """

    path: Path
    format: str
    width: int
    height: int
    orientation: int
    place: Location
    field: str
    is_evidence: bool = False
