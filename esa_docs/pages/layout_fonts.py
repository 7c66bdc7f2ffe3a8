"""The faces a document is laid out with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.fonts.layout_faces import layout_family, thai_digit_family


@dataclass(frozen=True, slots=True)
class LayoutFonts:
    """The faces a document is laid out with.

    Attributes:
        text: those of its family.
        page_digits: the same with ๐-๙ drawn for 0-9, for page numbers that are Thai.
    """

    text: LayoutFamily
    page_digits: LayoutFamily


FindFonts = Callable[[str], LayoutFonts | None]
"""Gives the faces of a family; None for a family nothing is known of."""


def find_layout_fonts(family: str) -> LayoutFonts | None:
    """Find the faces of a family on this machine, or make them from its numbers."""
    text = layout_family(family)
    return None if text is None else LayoutFonts(text, thai_digit_family(text))
