"""The theme of a Word file resolved: its fonts and colours written out where text and drawings name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import A, w
from esa_docs.word.annexes.word_files.opening import OpenedFile

_FACES: Final = {
    w("asciiTheme"): w("ascii"),
    w("hAnsiTheme"): w("hAnsi"),
    w("eastAsiaTheme"): w("eastAsia"),
    w("cstheme"): w("cs"),
}
_SCRIPT_OF_LANGUAGE: Final = {
    "th": "Thai",
    "ar": "Arab",
    "he": "Hebr",
    "ja": "Jpan",
    "zh": "Hans",
    "ko": "Hang",
}
_NO_THEME_FONT: Final = "Times New Roman"
"""What Word takes where nothing names a font."""
_THEME_COLOURS: Final = {
    "themeColor": ("val", "color"),
    "themeFill": ("fill",),
}
_SHADES: Final = ("themeTint", "themeShade", "themeFillTint", "themeFillShade")
_MAPPED: Final = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    "background1": "lt1",
    "text1": "dk1",
    "background2": "lt2",
    "text2": "dk2",
    "light1": "lt1",
    "dark1": "dk1",
    "light2": "lt2",
    "dark2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_SCHEME_COLOUR: Final = f"{{{A}}}schemeClr"
_PLACES_OF_TYPEFACE: Final = tuple(f"{{{A}}}{name}" for name in ("latin", "ea", "cs", "sym", "buFont"))
_SCRIPTS_OF_DRAWINGS: Final = {"lt": "latin", "ea": "ea", "cs": "cs"}

Element = Any


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts and colours of a theme.

    Attributes:
        fonts: name of the font by ``major`` or ``minor``, and by ``latin``, ``ea`` or ``cs``.
        colours: six hexadecimal digits by the name in the theme, such as ``accent1``.
    """

    fonts: dict[tuple[str, str], str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    def font(self, place: str) -> str:
        """Return the font at a place such as ``minorHAnsi`` or ``majorBidi``."""
        set_name = "major" if place.startswith("major") else "minor"
        script = place.removeprefix(set_name)
        kind = {"Bidi": "cs", "EastAsia": "ea"}.get(script, "latin")
        return self.fonts.get((set_name, kind)) or _NO_THEME_FONT

    def colour(self, name: str) -> str:
        """Return a colour by its name in text or drawings; empty where the theme has none."""
        return self.colours.get(_MAPPED.get(name, name), "")


def theme_of(opened: OpenedFile) -> Theme:
    """Return the theme of a Word file; an empty one where it has none."""
    root = opened.sheets.get("theme")
    theme = Theme()
    if root is None:
        return theme
    languages = opened.setting("themeFontLang")
    for set_name in ("major", "minor"):
        fonts = next(root.iter(f"{{{A}}}{set_name}Font"), None)
        if fonts is not None:
            theme.fonts.update(_fonts_of_set(set_name, fonts, languages))
    scheme = next(root.iter(f"{{{A}}}clrScheme"), None)
    colours = [] if scheme is None else list(scheme)
    for colour in colours:
        for value in colour:
            theme.colours[etree.QName(colour).localname] = value.get("lastClr") or value.get("val", "")
    return theme


def _fonts_of_set(set_name: str, fonts: Element, languages: Element | None) -> dict[tuple[str, str], str]:
    attributes = {"ea": "eastAsia", "cs": "bidi"}
    by_kind: dict[tuple[str, str], str] = {}
    for kind in ("latin", "ea", "cs"):
        element = fonts.find(f"{{{A}}}{kind}")
        name = "" if element is None else element.get("typeface", "")
        if not name and kind in attributes and languages is not None:
            name = _font_of_language(fonts, languages.get(w(attributes[kind]), ""))
        by_kind[set_name, kind] = name
    return by_kind


def _font_of_language(fonts: Element, language: str) -> str:
    """Return the font that a theme has for the script of a language such as ``th-TH``; empty without one."""
    script = _SCRIPT_OF_LANGUAGE.get(language.partition("-")[0], "")
    for font in fonts.iter(f"{{{A}}}font"):
        if font.get("script") == script:
            return str(font.get("typeface", ""))
    return ""


def resolve_theme(roots: Iterable[Element], theme: Theme) -> None:
    """Write out fonts and colours of a theme in parts of a Word file.

    Args:
        roots: roots of the parts; changed.
        theme: the theme.
    """
    for root in roots:
        for element in root.iter(etree.Element):
            _resolve_fonts(element, theme)
            _resolve_colours(element, theme)
        resolve_drawings(root, theme)


def _resolve_fonts(element: Element, theme: Theme) -> None:
    if element.tag != w("rFonts"):
        return
    for theme_attribute, attribute in _FACES.items():
        place = element.attrib.pop(theme_attribute, None)
        if place is not None:
            element.set(attribute, theme.font(place))


def _resolve_colours(element: Element, theme: Theme) -> None:
    for theme_attribute, attributes in _THEME_COLOURS.items():
        name = element.attrib.pop(w(theme_attribute), None)
        if name is None:
            continue
        for attribute in attributes:
            # Word writes the colour itself beside its name in the theme, unless it is that of text.
            if element.get(w(attribute)) == "auto" and theme.colour(name):
                element.set(w(attribute), theme.colour(name))
    for attribute in _SHADES:
        element.attrib.pop(w(attribute), None)


def resolve_drawings(root: Element, theme: Theme) -> None:
    """Write out fonts and colours of a theme in the drawings and charts of a part."""
    for colour in list(root.iter(_SCHEME_COLOUR)):
        value = theme.colour(colour.get("val", ""))
        if value:
            colour.tag = f"{{{A}}}srgbClr"
            colour.set("val", value)
    for face in root.iter(*_PLACES_OF_TYPEFACE):
        name = face.get("typeface", "")
        if name.startswith("+"):
            set_word, _dash, script = name[1:].partition("-")
            set_name = "major" if set_word == "mj" else "minor"
            kind = _SCRIPTS_OF_DRAWINGS.get(script, "latin")
            face.set("typeface", theme.fonts.get((set_name, kind)) or _NO_THEME_FONT)
