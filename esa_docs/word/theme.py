"""Fonts and styles of a template: one family everywhere, contents styles found by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from esa_docs import thai
from esa_docs.model.office import Sizes
from esa_docs.ooxml.names import w

SHIPPED_FONT: Final = "TH SarabunPSK"
"""Family the shipped templates are set in; the office's choice takes its place."""


_USUAL_SIZES: Final = Sizes()


@dataclass(frozen=True, slots=True)
class Look:
    """What an office chooses of the look of its documents.

    Attributes:
        font: family of all text.
        numerals: digits of the document.
        sizes: sizes on which usage differs.
    """

    font: str
    numerals: thai.Numerals
    sizes: Sizes = _USUAL_SIZES


def use_look(root: Any, look: Look) -> None:
    """Put the office's family and sizes in place of the shipped ones wherever a part names them."""
    if look.font != SHIPPED_FONT:
        _use_font(root, look.font)
    if look.sizes != _USUAL_SIZES:
        _use_sizes(root, look.sizes)


def _use_font(root: Any, font: str) -> None:
    for element in root.iter(w("rFonts"), w("font"), "{*}latin", "{*}ea", "{*}cs"):
        for name, value in element.attrib.items():
            if value == SHIPPED_FONT:
                element.set(name, font)


def _use_sizes(styles: Any, sizes: Sizes) -> None:
    points = {"MemoTitle": sizes.memo_title, "MemoLabel": sizes.memo_label, "SpeedMark": sizes.speed_mark}
    for style in styles.iter(w("style")):
        wanted = points.get(style.get(w("styleId"), ""))
        for size in style.iter(w("sz"), w("szCs")) if wanted else ():
            size.set(w("val"), str(2 * (wanted or 0)))


def contents_styles(styles: Any) -> dict[int, str]:
    """Find the paragraph style of each level of the contents: Word names them ``toc 1`` to ``toc 9``."""
    found = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        words = name.get(w("val"), "").lower().split() if name is not None else []
        if words[:1] == ["toc"] and words[1:2] and words[1].isdigit():
            found[int(words[1])] = style.get(w("styleId"))
    return {1: "TOC1", **found}
