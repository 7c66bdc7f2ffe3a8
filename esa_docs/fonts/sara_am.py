"""Faces whose PDFs can be searched for SARA AM, in every viewer.

Shapers draw SARA AM (U+0E33) as two glyphs, NIKHAHIT above the letter and SARA AA behind it, with the tone
mark between them. A PDF has a text for each glyph, and no text fits these three. LibreOffice then adds a
replacement text, which some viewers ignore, and may leave the glyph of SARA AA without any text. One glyph
for all three has one text, as the ligature of f and i has.
"""

from __future__ import annotations

import io
from itertools import product
from typing import Final

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_SARA_AA: Final = 0x0E32
_NIKHAHIT: Final = (0x0E4D, 0xF711)
_TONES: Final = tuple(range(0x0E48, 0x0E4C))
# Tone marks moved left, down or both: Windows had them in the private use area, and HarfBuzz looks there.
_SHIFTED_TONES: Final = (*range(0xF705, 0xF709), *range(0xF70A, 0xF70E), *range(0xF713, 0xF717))
_OWN_SHAPING: Final = frozenset(("GSUB", "morx"))
"""Tables with a face's own rules for joining letters."""
_BY_GLYPH: Final = frozenset(("hdmx", "LTSH"))
"""Tables with a row for every glyph; only old screens used them."""
_FEATURE: Final = "languagesystem DFLT dflt;\nfeature liga {{\n{rules}\n}} liga;\n"

Glyphs = tuple[str, ...]
"""Names of glyphs, in the order in which they are drawn."""


def join_sara_am(face: bytes) -> bytes:
    """Return a TrueType face with one glyph for SARA AM, and one for SARA AM with each tone mark.

    Widths, looks and the places of all other marks do not change. A face is returned as it is if it has rules
    for joining letters, no TrueType outlines, or not all of the letters.

    Args:
        face: the font file, as made for layout.
    """
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    if not _can_be_joined(font):
        return face
    for table in _BY_GLYPH.intersection(font.keys()):
        del font[table]
    rules = []
    for glyphs in _clusters(font):
        joined_glyph = _add_joined_glyph(font, glyphs)
        rules.append(f"  sub {' '.join(glyphs)} by {joined_glyph};")
    # The rules name no script. Shapers place marks by themselves only in a face without rules for Thai.
    feature = _FEATURE.format(rules="\n".join(rules))
    addOpenTypeFeaturesFromString(font, feature, tables=["GSUB"])
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _can_be_joined(font: TTFont) -> bool:
    has_outlines = "glyf" in font
    has_own_rules = bool(_OWN_SHAPING.intersection(font.keys()))
    if not has_outlines or has_own_rules:
        return False
    letters = {_SARA_AA, _NIKHAHIT[0], *_TONES}
    return letters.issubset(font.getBestCmap())


def _clusters(font: TTFont) -> list[Glyphs]:
    """Return the glyphs that shapers draw for SARA AM alone, and for SARA AM with each tone mark."""
    glyphs = font.getBestCmap()
    sara_aa = [glyphs[_SARA_AA]]
    nikhahits = [glyphs[code] for code in _NIKHAHIT if code in glyphs]
    tones = [glyphs[code] for code in (*_TONES, *_SHIFTED_TONES) if code in glyphs]
    return [*product(nikhahits, sara_aa), *product(nikhahits, tones, sara_aa)]


def _add_joined_glyph(font: TTFont, glyphs: Glyphs) -> str:
    """Add a glyph that shows other glyphs one after the other, and return its name."""
    name = "_".join(glyphs)
    pen = TTGlyphPen(font.getGlyphSet())
    width = 0
    for glyph in glyphs:
        pen.addComponent(glyph, (1, 0, 0, 1, width, 0))
        advance, _left_side_bearing = font["hmtx"][glyph]
        width += advance
    joined_glyph = pen.glyph()
    font["glyf"][name] = joined_glyph
    joined_glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, joined_glyph.xMin)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    return name
