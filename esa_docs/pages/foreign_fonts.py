"""Fonts of Word files that were put into a paper: they stay as they are, and a machine may lack them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from esa_docs.ooxml.foreign import has_foreign_styles, is_foreign_style
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import read_package
from esa_docs.ooxml.xml_parts import parse_part

_STYLES: Final = "word/styles.xml"
_SLOTS: Final = (w("ascii"), w("hAnsi"), w("cs"))
_STORIES: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")


def bears_files(styles: etree._Element | None) -> bool:
    """Return whether a paper has Word files in it, by its styles; not where it has none."""
    return styles is not None and has_foreign_styles(styles)


def replaced_families(data: bytes, drawn_fonts: Collection[str], family: str) -> tuple[str, ...]:
    """Return the families of files in a paper in whose place a machine put others, in the order of letters.

    Args:
        data: the paper.
        drawn_fonts: names of the fonts of its PDF.
        family: that of the paper itself.
    """
    drawn_names = [_compared(name) for name in drawn_fonts]
    replaced = []
    for name in sorted(set(_families(data)) - {family}):
        if not any(drawn_name.startswith(_compared(name)) for drawn_name in drawn_names):
            replaced.append(name)
    return tuple(replaced)


def _families(data: bytes) -> Iterator[str]:
    """Generate the families that files name: in their styles, and in text of a font of its own."""
    parts = read_package(data)
    styles = parse_part(parts[_STYLES], _STYLES)
    roots = [style for style in styles.iter(w("style")) if is_foreign_style(style)]
    for name, part in parts.items():
        if name.startswith(_STORIES) and name.endswith(".xml"):
            roots.append(parse_part(part, name))
    for root in roots:
        for fonts in root.iter(w("rFonts")):
            yield from filter(None, (fonts.get(slot) for slot in _SLOTS))


def _compared(name: str) -> str:
    # A PDF names a font without blanks, with its style behind a hyphen: LiberationSerif-Bold.
    return name.replace(" ", "").casefold()
