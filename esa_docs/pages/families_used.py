"""The font families in which the text of a paper can come out, and the letters of the text."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from fontTools.ttLib import TTFont
from lxml import etree

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.ooxml.foreign import has_foreign_styles, own_root
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import read_package
from esa_docs.ooxml.xml_parts import parse_part

_SLOTS: Final = ("ascii", "hAnsi", "cs")
"""Without ``eastAsia``: it names the font of Chinese and Japanese, which no document here has."""
_WITHOUT_GLYPH: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Unicode categories of spaces, control and format signs."""
_THEME_SLOTS: Final = ("asciiTheme", "hAnsiTheme", "cstheme")
_STYLE_NAMES: Final = ("pStyle", "rStyle", "tblStyle")
_TRUE: Final = frozenset({"1", "true", "on"})
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_NO_STORIES: Final = (_STYLES, _NUMBERING, "word/fontTable.xml", "word/settings.xml", "word/webSettings.xml")
"""Parts without text that is printed."""


def families_used(data: bytes) -> frozenset[str]:
    """Return the families that are named by runs, symbols, the styles in use, and lists where there are any.

    A font that is left to the theme is returned as ``+`` and its place in the theme.
    """
    parts = read_package(data)
    stories = _read_stories(parts)
    roots = [*stories, *_styles_in_use(parts, stories)]
    if _NUMBERING in parts and any(map(_has_lists, roots)):
        roots.append(own_root(parse_part(parts[_NUMBERING], _NUMBERING)))
    families: set[str] = set()
    for root in roots:
        families.update(_named_families(root))
        families.update(symbol.get(w("font"), "") for symbol in root.iter(w("sym")))
    families.discard("")
    return frozenset(families)


def letters_used(data: bytes) -> frozenset[str]:
    """Return the letters and signs of the text that a font must draw: no spaces, no invisible signs."""
    letters: set[str] = set()
    for story in _read_stories(read_package(data)):
        for text in story.iter(w("t")):
            letters.update(text.text or "")
    return frozenset(letter for letter in letters if unicodedata.category(letter) not in _WITHOUT_GLYPH)


def letters_of(family: LayoutFamily) -> frozenset[str]:
    """Return the letters that every face of a family has."""
    letters_of_faces: list[frozenset[str]] = []
    for face in family.faces.values():
        font = TTFont(io.BytesIO(face), lazy=True)
        letters_of_faces.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*letters_of_faces)


def _read_stories(parts: Mapping[str, bytes]) -> list[etree._Element]:
    """Return the roots of the parts that have text: the main part, headers, footers, notes.

    Without what came from Word files that were put in: these keep their fonts.
    """
    stories: list[etree._Element] = []
    for name, data in parts.items():
        folder, _slash, file = name.rpartition("/")
        may_be_story = folder == "word" and file.endswith(".xml")
        if may_be_story and name not in _NO_STORIES:
            stories.append(parse_part(data, name))
    if _STYLES in parts and has_foreign_styles(parse_part(parts[_STYLES], _STYLES)):
        return [own_root(story) for story in stories]
    return stories


def _has_lists(root: etree._Element) -> bool:
    return next(root.iter(w("numPr")), None) is not None


def _named_families(root: etree._Element) -> Iterator[str]:
    for fonts in root.iter(w("rFonts")):
        for slot in _SLOTS:
            family = fonts.get(w(slot))
            if family:
                yield family
        for slot in _THEME_SLOTS:
            place_in_theme = fonts.get(w(slot))
            if place_in_theme:
                yield f"+{place_in_theme}"


def _styles_in_use(parts: Mapping[str, bytes], stories: list[etree._Element]) -> list[etree._Element]:
    """Return the document defaults, and the styles that stories name with those on which they are based."""
    if _STYLES not in parts:
        return []
    root = parse_part(parts[_STYLES], _STYLES)
    styles = {style.get(w("styleId")): style for style in root.iter(w("style"))}
    waiting_names = [*_named_styles(stories), *_default_styles(styles)]
    styles_in_use: dict[str | None, etree._Element] = {}
    while waiting_names:
        name = waiting_names.pop()
        if name in styles and name not in styles_in_use:
            style = styles[name]
            styles_in_use[name] = style
            for base in style.iter(w("basedOn")):
                waiting_names.append(base.get(w("val")))
    return [*root.findall(w("docDefaults")), *styles_in_use.values()]


def _named_styles(stories: list[etree._Element]) -> Iterator[str | None]:
    tags = [w(name) for name in _STYLE_NAMES]
    for story in stories:
        for reference in story.iter(*tags):
            yield reference.get(w("val"))


def _default_styles(styles: Mapping[str | None, etree._Element]) -> Iterator[str | None]:
    for name, style in styles.items():
        if style.get(w("default")) in _TRUE:
            yield name
