"""Fonts and styles of a template: one family everywhere, contents styles found by name."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import w

SHIPPED_FONT: Final = "TH SarabunPSK"
"""Family the shipped templates are set in; the office's choice takes its place."""


def use_font(root: Any, font: str) -> None:
    """Put the office's family in place of the shipped one wherever a part names it."""
    if font == SHIPPED_FONT:
        return
    for element in root.iter(w("rFonts"), w("font"), "{*}latin", "{*}ea", "{*}cs"):
        for name, value in element.attrib.items():
            if value == SHIPPED_FONT:
                element.set(name, font)


def contents_styles(styles: Any) -> dict[int, str]:
    """Find the paragraph style of each level of the contents: Word names them ``toc 1`` to ``toc 9``."""
    found = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        words = name.get(w("val"), "").lower().split() if name is not None else []
        if words[:1] == ["toc"] and words[1:2] and words[1].isdigit():
            found[int(words[1])] = style.get(w("styleId"))
    return {1: "TOC1", **found}
