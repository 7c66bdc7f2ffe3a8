"""Which font families the text of a Word file can come out in, and which letters it has."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from fontTools.ttLib import TTFont
from lxml import etree

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import read_package

_SLOTS: Final = ("ascii", "hAnsi", "cs")
"""Not ``eastAsia``: it names the font of Chinese and Japanese, which no document here has."""
_WITHOUT_GLYPH: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Unicode categories of spaces, control and format signs."""
_OF_THE_THEME: Final = ("asciiTheme", "hAnsiTheme", "cstheme")
_STYLE_NAMES: Final = ("pStyle", "rStyle", "tblStyle")
_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_NO_STORIES: Final = (_STYLES, _NUMBERING, "word/fontTable.xml", "word/settings.xml", "word/webSettings.xml")


def families_used(data: bytes) -> frozenset[str]:
    """Give the families that runs, the styles in use and, where there are lists, their numbers name.

    A font that is left to the theme is given as ``+`` and its place in the theme.
    """
    parts = read_package(data)
    stories = [root for name, root in _roots(parts).items() if name not in _NO_STORIES]
    roots = [*stories, *_styles_in_use(parts, stories)]
    if _NUMBERING in parts and any(next(root.iter(w("numPr")), None) is not None for root in roots):
        roots.append(etree.fromstring(parts[_NUMBERING]))
    return frozenset(name for root in roots for name in _named(root))


def letters_used(data: bytes) -> frozenset[str]:
    """Give the letters and signs of the text that a font must draw: neither spaces nor invisible signs."""
    stories = [root for name, root in _roots(read_package(data)).items() if name not in _NO_STORIES]
    letters = {letter for root in stories for text in root.iter(w("t")) for letter in text.text or ""}
    return frozenset(letter for letter in letters if unicodedata.category(letter) not in _WITHOUT_GLYPH)


def letters_of(family: LayoutFamily) -> frozenset[str]:
    """Give the letters every face of a family has."""
    fonts = [TTFont(io.BytesIO(face), lazy=True) for face in family.faces.values()]
    return frozenset.intersection(*(frozenset(map(chr, font.getBestCmap())) for font in fonts))


def _roots(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    is_story = {
        name: name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml") for name in parts
    }
    return {name: etree.fromstring(parts[name]) for name in parts if is_story[name]}


def _named(root: etree._Element) -> Iterator[str]:
    for fonts in root.iter(w("rFonts")):
        yield from (name for slot in _SLOTS if (name := fonts.get(w(slot))))
        yield from (f"+{place}" for slot in _OF_THE_THEME if (place := fonts.get(w(slot))))


def _styles_in_use(parts: Mapping[str, bytes], stories: list[etree._Element]) -> list[etree._Element]:
    """Give the defaults and the styles that stories name, with those they are based on."""
    if _STYLES not in parts:
        return []
    root = etree.fromstring(parts[_STYLES])
    styles = {one.get(w("styleId")): one for one in root.iter(w("style"))}
    waiting = [one.get(w("val")) for story in stories for one in story.iter(*map(w, _STYLE_NAMES))]
    waiting += [name for name, one in styles.items() if one.get(w("default")) in {"1", "true", "on"}]
    used: dict[str | None, etree._Element] = {}
    while waiting:
        name = waiting.pop()
        if name in styles and name not in used:
            used[name] = styles[name]
            waiting += [one.get(w("val")) for one in styles[name].iter(w("basedOn"))]
    return [*root.findall(w("docDefaults")), *used.values()]
