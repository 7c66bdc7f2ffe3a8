"""The four faces of a family, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FaceStyle(StrEnum):
    """Which of the four faces of a family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold-italic"


@dataclass(frozen=True, slots=True)
class LayoutFamily:
    """Faces by which pages are laid out: their line height is the one Word takes (OS/2 win).

    Attributes:
        family: the family as documents name it.
        name: the name the faces carry themselves; a changed face may not carry the original's.
        faces: TrueType file of each style.
        has_outlines: whether the faces draw letters. Faces made from a table of widths do not: they give
            right line and page breaks on a machine without the family, and nothing to look at.
    """

    family: str
    name: str
    faces: Mapping[FaceStyle, bytes]
    has_outlines: bool
