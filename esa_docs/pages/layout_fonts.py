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
        text: the faces of its family.
        page_digits: the same faces with ๐-๙ drawn for 0-9, for page numbers that are Thai.
    """

    text: LayoutFamily
    page_digits: LayoutFamily


FindFonts = Callable[[str], LayoutFonts | None]
"""Returns the faces of a family; None where nothing is known of the family."""


def find_layout_fonts(family: str) -> LayoutFonts | None:
    """Return the faces of a family, from this machine or else made from its numbers.

    Return None where nothing is known of the family.
    """
    text = layout_family(family)
    if text is None:
        return None
    page_digits = thai_digit_family(text)
    return LayoutFonts(text, page_digits)
