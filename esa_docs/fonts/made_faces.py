"""Faces made for layout: from a real face, from numbers alone, and with Thai digits in place of 0-9.

A real face is changed in four ways. Its line becomes the one Word sets, in every table an engine may ask.
Its tables for kerning and joining go, and with them those for Apple and for old screens: documents that ask
for neither do not get them from Word, and engines choose among them differently. Marks are then placed by the
glyphs that these fonts keep for Windows in the private use area, and SARA AM with its tone mark is one glyph,
so that text copied from a PDF is what was written. It gets another name, and says that it was changed.

All faces made here from one family have equal characters, widths and lines, so pages are equal too.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import FaceMetrics
from esa_docs.fonts.reading import open_font
from esa_docs.fonts.sara_am import join_sara_am

RECIPE: Final = "2"
"""Grows whenever a face would be made otherwise than before; part of the key under which faces are kept."""

_KEPT_TABLES: Final = {
    *("GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "name", "post"),
    *("loca", "glyf", "cvt ", "fpgm", "prep", "gasp"),
}
_STYLE_WORDS: Final[Mapping[FaceStyle, str]] = {
    FaceStyle.REGULAR: "Regular",
    FaceStyle.BOLD: "Bold",
    FaceStyle.ITALIC: "Italic",
    FaceStyle.BOLD_ITALIC: "Bold Italic",
}
_BOLD: Final = frozenset((FaceStyle.BOLD, FaceStyle.BOLD_ITALIC))
_ITALIC: Final = frozenset((FaceStyle.ITALIC, FaceStyle.BOLD_ITALIC))
_FAMILY, _SUBFAMILY, _UNIQUE, _FULL, _POSTSCRIPT, _DESCRIPTION = 1, 2, 3, 4, 6, 10
_OTHER_NAMES: Final = (16, 17, 18, 20, 21, 22, 25)
_WINDOWS: Final = (3, 1, 0x409)
"""Platform, encoding and language of the names: every system reads these, and they take Thai."""
_REGULAR_BIT, _BOLD_BIT, _ITALIC_BIT, _USE_TYPO_BIT = 1 << 6, 1 << 5, 1 << 0, 1 << 7
_MAC_BOLD, _MAC_ITALIC = 1, 2
_SLANT: Final = -12.0
_CHANGED: Final = "Changed by esa-docs for the layout of pages; not the face as published."


@dataclass(frozen=True, slots=True)
class FaceName:
    """The name of a made face.

    Attributes:
        family: family name, at most 31 characters: Windows cuts longer ones.
        style: which of the four.
    """

    family: str
    style: FaceStyle

    @property
    def full(self) -> str:
        """Family and style, as menus show it."""
        return f"{self.family} {_STYLE_WORDS[self.style]}"

    @property
    def postscript(self) -> str:
        """The name in a PDF."""
        return f"{self.family.replace(' ', '')}-{_STYLE_WORDS[self.style].replace(' ', '')}"


def style_words(style: FaceStyle) -> str:
    """Give the style as face names say it."""
    return _STYLE_WORDS[style]


def make_layout_face(data: bytes, metrics: FaceMetrics, name: FaceName) -> bytes:
    """Change a real face for layout.

    Args:
        data: the font file.
        metrics: its numbers.
        name: the name of the changed face.
    """
    font = open_font(data)
    for table in set(font.keys()) - _KEPT_TABLES:
        del font[table]
    _set_line(font, metrics)
    _set_style(font, name.style)
    _set_name(font, name)
    return join_sara_am(_save(font))


def make_face_of_numbers(metrics: FaceMetrics, name: FaceName) -> bytes:
    """Make a face that draws nothing: every character has its width, every line its height."""
    glyphs = {f"u{code:04X}": advance for code, advance in metrics.advances.items()}
    order = [".notdef", *glyphs]
    builder = FontBuilder(metrics.units_per_em, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({code: f"u{code:04X}" for code in metrics.advances})
    builder.setupGlyf({glyph: _box(metrics) if glyph == ".notdef" else _nothing() for glyph in order})
    advances = {".notdef": metrics.missing_advance} | glyphs
    builder.setupHorizontalMetrics({glyph: (advance, 0) for glyph, advance in advances.items()})
    builder.setupHorizontalHeader()
    builder.setupOS2(version=4, ulUnicodeRange1=1 << 24 | 1, ulCodePageRange1=1 << 16 | 1)
    builder.setupPost(keepGlyphNames=False, italicAngle=_SLANT if name.style in _ITALIC else 0)
    builder.setupNameTable({})
    _set_line(builder.font, metrics)
    _set_style(builder.font, name.style)
    _set_name(builder.font, name)
    return _save(builder.font)


def make_thai_digit_face(data: bytes, name: FaceName) -> bytes:
    """Change a made face so that 0-9 are drawn, and are as wide, as ๐-๙."""
    font = open_font(data)
    for table in font["cmap"].tables:
        drawn: dict[int, str] = table.cmap
        drawn.update({0x30 + digit: drawn[0xE50 + digit] for digit in range(10) if 0xE50 + digit in drawn})
    _set_name(font, name)
    return _save(font)


def _set_line(font: TTFont, metrics: FaceMetrics) -> None:
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent = os2.sTypoAscender = os2.usWinAscent = metrics.win_ascent
    hhea.descent = os2.sTypoDescender = -metrics.win_descent
    os2.usWinDescent = metrics.win_descent
    hhea.lineGap = os2.sTypoLineGap = metrics.line_gap
    os2.fsSelection &= ~_USE_TYPO_BIT


def _set_style(font: TTFont, style: FaceStyle) -> None:
    bold, italic = style in _BOLD, style in _ITALIC
    os2 = font["OS/2"]
    os2.fsSelection &= ~(_REGULAR_BIT | _BOLD_BIT | _ITALIC_BIT)
    os2.fsSelection |= _BOLD_BIT * bold | _ITALIC_BIT * italic | _REGULAR_BIT * (not bold and not italic)
    os2.usWeightClass = 700 if bold else 400
    font["head"].macStyle = _MAC_BOLD * bold | _MAC_ITALIC * italic


def _set_name(font: TTFont, name: FaceName) -> None:
    texts = {
        _FAMILY: name.family,
        _SUBFAMILY: _STYLE_WORDS[name.style],
        _UNIQUE: f"{name.postscript};{RECIPE}",
        _FULL: name.full,
        _POSTSCRIPT: name.postscript,
        _DESCRIPTION: _CHANGED,
    }
    table = font["name"]
    gone = {*texts, *_OTHER_NAMES}
    table.names = [one for one in table.names if one.platformID == _WINDOWS[0] and one.nameID not in gone]
    for number, text in texts.items():
        table.setName(text, number, *_WINDOWS)


def _nothing() -> Any:
    return TTGlyphPen(None).glyph()


def _box(metrics: FaceMetrics) -> Any:
    """Draw the box for missing characters: some readers refuse a font whose table of outlines is empty."""
    right, top = max(metrics.missing_advance - 50, 100), metrics.win_ascent // 2
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, top), (right, top), (right, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def _save(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
