"""The four faces of a family, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FaceStyle(StrEnum):
    """One of the four faces of a family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold-italic"


@dataclass(frozen=True, slots=True)
class LayoutFamily:
    """Faces for laying out pages. Their lines are as high as in Word.

    Attributes:
        family: name of the family in documents.
        name: name of the family in the faces themselves; a changed face may not carry the original's name.
        faces: TrueType file of each style.
        has_outlines: whether the faces draw letters. Faces made from a table of widths do not: lines and
            pages break as with the real faces, but nothing can be seen.
    """

    family: str
    name: str
    faces: Mapping[FaceStyle, bytes]
    has_outlines: bool
