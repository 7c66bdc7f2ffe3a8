"""Fonts of Word files that were put into a paper: they stay as they are, and a machine may lack them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from esa_docs.ooxml.foreign import has_foreign_styles, is_foreign_style
from esa_docs.ooxml.names import A, w
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part

_STYLES: Final = "word/styles.xml"
_SLOTS: Final = (w("ascii"), w("hAnsi"), w("cs"))
_TYPEFACE: Final = ("typeface",)
_NAMING_ATTRIBUTES: Final = {
    w("rFonts"): (*_SLOTS, w("eastAsia")),
    f"{{{A}}}latin": _TYPEFACE,
    f"{{{A}}}ea": _TYPEFACE,
    f"{{{A}}}cs": _TYPEFACE,
}
"""The attributes that name the family of a text, by the element that has them."""
_FONTS_OF_SIGNS: Final = frozenset(
    {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra", "cambria math"}
)
"""Fonts whose letters are arrows, ticks and bullets, in small letters: engines have signs in their place."""
_FONT_TABLE: Final = "word/fontTable.xml"
_STORIES: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")


def bears_files(styles: etree._Element | None) -> bool:
    """Return whether a paper has Word files in it, by its styles; not where it has none."""
    return styles is not None and has_foreign_styles(styles)


def replaced_families(
    data: bytes, drawn_fonts: Collection[str], own_families: Collection[str]
) -> tuple[str, ...]:
    """Return the families of files in a paper in whose place a machine put others, in the order of letters.

    Args:
        data: the paper.
        drawn_fonts: names of the fonts of its PDF.
        own_families: those of the paper itself, which are embedded in it.
    """
    drawn_names = [_compared(name) for name in drawn_fonts]
    replaced = []
    for name in sorted(set(_families(data)).difference(own_families)):
        if not any(drawn_name.startswith(_compared(name)) for drawn_name in drawn_names):
            replaced.append(name)
    return tuple(replaced)


def with_family(data: bytes, families: Collection[str], family: str) -> bytes:
    """Return a Word file whose texts have one family in the place of others; the same bytes where none have.

    Fonts of signs stay: their letters are no letters.

    Args:
        data: the file.
        families: the families that give way.
        family: the one in their place, which is embedded in the file.
    """
    old_names = {name.casefold() for name in families} - _FONTS_OF_SIGNS
    changed_parts: dict[str, bytes] = {}
    parts = read_package(data)
    for name, part in parts.items():
        if not old_names or not name.startswith("word/") or not name.endswith(".xml") or name == _FONT_TABLE:
            continue
        root = parse_part(part, name)
        if _rename(root, old_names, family):
            changed_parts[name] = serialise_part(root)
    if not changed_parts:
        return data
    return write_package({**parts, **changed_parts})


def _rename(root: etree._Element, old_names: Collection[str], family: str) -> bool:
    """Put one family in the place of others; return whether any text has another now."""
    is_changed = False
    for element in root.iter(*_NAMING_ATTRIBUTES):
        for attribute in _NAMING_ATTRIBUTES[element.tag]:
            if element.get(attribute, "").casefold() in old_names:
                element.set(attribute, family)
                is_changed = True
    return is_changed


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
