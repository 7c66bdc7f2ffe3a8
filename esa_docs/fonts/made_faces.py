"""Faces made for layout: from a real face, from numbers alone, and with Thai digits in place of 0-9.

A real face is changed in four ways:

- Its line becomes the line of Word, in every table that an engine may read.
- Its tables for kerning and joining go, and those for Apple and for old screens. Word neither kerns nor joins
  where the document does not ask for it, and engines choose among these tables differently. Without them an
  engine places marks by the glyphs that these fonts have for Windows in the private use area.
- SARA AM and its tone mark become one glyph, so that text copied from a PDF is the text of the document.
- It gets another name, and says that it was changed.

All faces made here from one family have equal characters, widths and lines, so their pages are equal.
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
"""Version of the way in which faces are made: raise it with every change.

It is part of their key in the cache.
"""

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
"""Numbers of the names that a made face has."""
_OTHER_NAMES: Final = (16, 17, 18, 20, 21, 22, 25)
"""Numbers of further names that may carry the name of the published face."""
_WINDOWS, _UNICODE, _ENGLISH = 3, 1, 0x409
"""Platform, encoding and language of the names: every system reads these, and they take Thai."""
# Bits of fsSelection (OS/2) and of macStyle (head) in the OpenType specification.
_REGULAR_BIT, _BOLD_BIT, _ITALIC_BIT, _USE_TYPO_BIT = 1 << 6, 1 << 5, 1 << 0, 1 << 7
_MAC_BOLD, _MAC_ITALIC = 1 << 0, 1 << 1
# Bits of ulUnicodeRange1 (OS/2): Basic Latin and Thai. Bits of ulCodePageRange1: Latin 1 and Thai.
_LATIN_AND_THAI_RANGES: Final = 1 << 0 | 1 << 24
_LATIN_AND_THAI_CODE_PAGES: Final = 1 << 0 | 1 << 16
_ZERO, _THAI_ZERO = 0x30, 0xE50
_MISSING: Final = ".notdef"
"""Name of the glyph for characters that a face lacks."""
_SLANT: Final = -12.0
"""Angle of italic faces in degrees."""
_CHANGED: Final = "Changed by esa-docs for the layout of pages; not the face as published."


@dataclass(frozen=True, slots=True)
class FaceName:
    """The name of a made face.

    Attributes:
        family: family name, at most 31 characters: Windows cuts longer ones.
        style: style of the face.
    """

    family: str
    style: FaceStyle

    @property
    def full(self) -> str:
        """Family and style, as in menus."""
        return f"{self.family} {_STYLE_WORDS[self.style]}"

    @property
    def postscript(self) -> str:
        """The name in a PDF."""
        family = self.family.replace(" ", "")
        style = _STYLE_WORDS[self.style].replace(" ", "")
        return f"{family}-{style}"


def style_words(style: FaceStyle) -> str:
    """Return the words for a style in the names of faces."""
    return _STYLE_WORDS[style]


def make_layout_face(data: bytes, metrics: FaceMetrics, name: FaceName) -> bytes:
    """Return a real face, changed for layout.

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
    """Return a face that draws nothing; its characters are as wide and its lines as high as the numbers say.

    Args:
        metrics: the numbers.
        name: the name of the face.
    """
    characters = {code: f"u{code:04X}" for code in metrics.advances}
    outlines = {_MISSING: _box(metrics)}
    sizes = {_MISSING: (metrics.missing_advance, 0)}
    for code, glyph in characters.items():
        outlines[glyph] = _nothing()
        sizes[glyph] = (metrics.advances[code], 0)
    slant = _SLANT if name.style in _ITALIC else 0
    builder = FontBuilder(metrics.units_per_em, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(characters)
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(sizes)
    builder.setupHorizontalHeader()
    builder.setupOS2(
        version=4,
        ulUnicodeRange1=_LATIN_AND_THAI_RANGES,
        ulCodePageRange1=_LATIN_AND_THAI_CODE_PAGES,
    )
    builder.setupPost(keepGlyphNames=False, italicAngle=slant)
    builder.setupNameTable({})
    _set_line(builder.font, metrics)
    _set_style(builder.font, name.style)
    _set_name(builder.font, name)
    return _save(builder.font)


def make_thai_digit_face(data: bytes, name: FaceName) -> bytes:
    """Return a made face in which 0-9 are drawn by the glyphs of ๐-๙.

    Args:
        data: the made face.
        name: the name of the changed face.
    """
    font = open_font(data)
    for table in font["cmap"].tables:
        glyphs: dict[int, str] = table.cmap
        for digit in range(10):
            if _THAI_ZERO + digit in glyphs:
                glyphs[_ZERO + digit] = glyphs[_THAI_ZERO + digit]
    _set_name(font, name)
    return _save(font)


def _set_line(font: TTFont, metrics: FaceMetrics) -> None:
    """Set the line of Word in all three places: engines read hhea, the typo values or the win values."""
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent = os2.sTypoAscender = os2.usWinAscent = metrics.win_ascent
    hhea.descent = os2.sTypoDescender = -metrics.win_descent
    os2.usWinDescent = metrics.win_descent
    hhea.lineGap = os2.sTypoLineGap = metrics.line_gap
    os2.fsSelection &= ~_USE_TYPO_BIT


def _set_style(font: TTFont, style: FaceStyle) -> None:
    """Set the style in the tables by which programs link the four faces of a family."""
    os2 = font["OS/2"]
    selection = os2.fsSelection & ~(_REGULAR_BIT | _BOLD_BIT | _ITALIC_BIT)
    mac_style = 0
    weight = 400
    if style in _BOLD:
        selection |= _BOLD_BIT
        mac_style |= _MAC_BOLD
        weight = 700
    if style in _ITALIC:
        selection |= _ITALIC_BIT
        mac_style |= _MAC_ITALIC
    if style is FaceStyle.REGULAR:
        selection |= _REGULAR_BIT
    os2.fsSelection = selection
    os2.usWeightClass = weight
    font["head"].macStyle = mac_style


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
    removed_names = {*texts, *_OTHER_NAMES}
    remaining_records = []
    for record in table.names:
        if record.platformID == _WINDOWS and record.nameID not in removed_names:
            remaining_records.append(record)
    table.names = remaining_records
    for number, text in texts.items():
        table.setName(text, number, _WINDOWS, _UNICODE, _ENGLISH)


def _nothing() -> Any:
    return TTGlyphPen(None).glyph()


def _box(metrics: FaceMetrics) -> Any:
    """Draw the box for characters that the face lacks."""
    # Some readers of PDF refuse a font whose table of outlines is empty.
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
