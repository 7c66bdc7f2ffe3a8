"""Faces whose PDFs can be searched for SARA AM, in every viewer.

Shapers draw SARA AM (U+0E33) as two glyphs, NIKHAHIT above the letter and SARA AA behind it, with the tone
mark between them. A PDF tells text glyph by glyph, and no text fits these three: LibreOffice then adds a
replacement text, which some viewers pass over, and may leave the glyph of SARA AA itself without any. One
glyph for all of them has one text, as the ligature of f and i has.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import product
from typing import Final

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_SARA_AA: Final = 0x0E32
_NIKHAHIT: Final = (0x0E4D, 0xF711)
_TONES: Final = tuple(range(0x0E48, 0x0E4C))
_SHIFTED_TONES: Final = tuple(first + tone for first in (0xF705, 0xF70A, 0xF713) for tone in range(4))
"""Marks moved left, down or both: in the private use area, where Windows had them and HarfBuzz looks."""
_OWN_SHAPING: Final = frozenset(("GSUB", "morx"))
_BY_GLYPH: Final = frozenset(("hdmx", "LTSH"))
"""Tables with a row for every glyph; only screens of old looked at them."""
_FEATURE: Final = "languagesystem DFLT dflt;\nfeature liga {{\n{rules}\n}} liga;\n"

Glyphs = tuple[str, ...]


def join_sara_am(face: bytes) -> bytes:
    """Give a TrueType face one glyph for SARA AM, and one for it with each tone mark.

    Widths and looks stay, and so does the placing of all other marks: shapers do that by themselves in a face
    without rules for Thai, and the rules added here name no script. A face that has rules of its own, no
    TrueType outlines, or not all of the letters is given back as it is.

    Args:
        face: the font file, as made for layout.
    """
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    if not _can_be_joined(font):
        return face
    for table in _BY_GLYPH.intersection(font.keys()):
        del font[table]
    rules = [f"  sub {' '.join(glyphs)} by {_add_joined(font, glyphs)};" for glyphs in list(_clusters(font))]
    addOpenTypeFeaturesFromString(font, _FEATURE.format(rules="\n".join(rules)), tables=["GSUB"])
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _can_be_joined(font: TTFont) -> bool:
    letters = {_SARA_AA, _NIKHAHIT[0], *_TONES}
    return (
        "glyf" in font and not _OWN_SHAPING.intersection(font.keys()) and letters <= font.getBestCmap().keys()
    )


def _clusters(font: TTFont) -> Iterator[Glyphs]:
    """Walk over what shapers make of SARA AM alone and of each tone mark with it."""
    glyphs = font.getBestCmap()
    above = [glyphs[code] for code in _NIKHAHIT if code in glyphs]
    tones = [glyphs[code] for code in (*_TONES, *_SHIFTED_TONES) if code in glyphs]
    yield from product(above, [glyphs[_SARA_AA]])
    yield from product(above, tones, [glyphs[_SARA_AA]])


def _add_joined(font: TTFont, glyphs: Glyphs) -> str:
    """Add a glyph that shows these behind each other; give its name."""
    name = "_".join(glyphs)
    pen = TTGlyphPen(font.getGlyphSet())
    width = 0
    for glyph in glyphs:
        pen.addComponent(glyph, (1, 0, 0, 1, width, 0))
        width += font["hmtx"][glyph][0]
    joined = pen.glyph()
    font["glyf"][name] = joined
    joined.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, joined.xMin)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    return name
