"""Fonts and styles of a template: one family everywhere, contents styles found by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from esa_docs import thai
from esa_docs.fonts.families import SHIPPED_FONT
from esa_docs.model.office import Sizes
from esa_docs.ooxml.names import w

_USUAL_SIZES: Final = Sizes()


@dataclass(frozen=True, slots=True)
class Look:
    """The look that an office chooses for its documents.

    Attributes:
        font: family of all text.
        numerals: digits of the document.
        sizes: sizes of letters on which usage differs, in points.
    """

    font: str
    numerals: thai.Numerals
    sizes: Sizes = _USUAL_SIZES


def use_look(root: Any, look: Look) -> None:
    """Put the office's font and sizes in place of the shipped ones wherever the root of a part names them."""
    if look.font != SHIPPED_FONT:
        _use_font(root, look.font)
    if look.sizes != _USUAL_SIZES:
        _use_sizes(root, look.sizes)


def _use_font(root: Any, font: str) -> None:
    for element in root.iter(w("rFonts"), w("font"), "{*}latin", "{*}ea", "{*}cs"):
        for name, value in element.attrib.items():
            if value == SHIPPED_FONT:
                element.set(name, font)


def _use_sizes(root: Any, sizes: Sizes) -> None:
    size_of_style = {
        "MemoTitle": sizes.memo_title,
        "MemoLabel": sizes.memo_label,
        "SpeedMark": sizes.speed_mark,
    }
    for style in root.iter(w("style")):
        points = size_of_style.get(style.get(w("styleId"), ""))
        if points is None:
            continue
        # Word counts half points, and keeps the size of Thai apart.
        for size in style.iter(w("sz"), w("szCs")):
            size.set(w("val"), str(2 * points))


def contents_styles(styles: Any) -> dict[int, str]:
    """Return the id of the paragraph style of each level of the contents. Level 1 always has one."""
    style_of_level = {1: "TOC1"}
    for style in styles.iter(w("style")):
        level = _contents_level(style)
        if level is not None:
            style_of_level[level] = style.get(w("styleId"))
    return style_of_level


def _contents_level(style: Any) -> int | None:
    """Return the level of a style of the contents; None for any other style."""
    name = style.find(w("name"))
    if name is None:
        return None
    # Word names these styles "toc 1" to "toc 9" in every language; their ids differ.
    words = name.get(w("val"), "").lower().split()
    match words:
        case ["toc", level, *_]:
            return thai.whole_number(level)
    return None
