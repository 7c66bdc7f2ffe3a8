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
    """Faces for laying out pages. Their line height is that of Word, from the win values of the OS/2 table.

    Attributes:
        family: name of the family in documents.
        name: name of the family in the faces themselves; a changed face may not carry the original's name.
        faces: TrueType file of each style.
        has_outlines: whether the faces draw letters. Faces made from a table of widths do not: with them
            lines and pages break rightly on a machine without the family, but nothing can be seen.
    """

    family: str
    name: str
    faces: Mapping[FaceStyle, bytes]
    has_outlines: bool
