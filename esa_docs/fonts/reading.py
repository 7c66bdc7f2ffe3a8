"""What a font file says of itself: its family and style, its numbers."""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass
from typing import Any, Final

from fontTools.ttLib import TTFont, TTLibError

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import Family, face_published, family_called
from esa_docs.fonts.metrics import FaceMetrics, takes_no_room

_DAMAGE: Final = (
    TTLibError,
    struct.error,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    TypeError,
    ValueError,
)
"""What fontTools raises for bytes that are no font, or a broken one."""

_FAMILY_NAMES: Final = (1, 16)
_BOLD, _ITALIC = 1, 2
_SELECTED_ITALIC, _SELECTED_BOLD, _USE_TYPO_METRICS = 1 << 0, 1 << 5, 1 << 7
_STYLES: Final = {
    0: FaceStyle.REGULAR,
    _BOLD: FaceStyle.BOLD,
    _ITALIC: FaceStyle.ITALIC,
    _BOLD | _ITALIC: FaceStyle.BOLD_ITALIC,
}


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a family we know, whole.

    Attributes:
        family: whose face it is.
        style: which of the four.
        data: the font file.
        is_published: whether it is, byte for byte, the face its source published.
    """

    family: Family
    style: FaceStyle
    data: bytes
    is_published: bool


def read_face(data: bytes) -> Face | None:
    """Find out which face a font file is; None for another family's, a broken one, and what is no font."""
    published = face_published(hashlib.sha256(data).hexdigest())
    if published:
        return Face(*published, data, is_published=True)
    try:
        font = open_font(data)
        family = _family(font)
        if family is None:
            return None
        read_metrics(data)
        return Face(family, _style(font), data, is_published=False)
    except _DAMAGE:
        return None


def read_metrics(data: bytes) -> FaceMetrics:
    """Take the numbers that Word uses from a font file.

    Raises:
        ValueError: the file cannot be read as a font.
    """
    try:
        font = open_font(data)
        ascent, descent, gap = _line(font)
        return FaceMetrics(font["head"].unitsPerEm, ascent, descent, gap, *_advances(font))
    except _DAMAGE as fault:
        raise ValueError(str(fault)) from fault


def open_font(data: bytes) -> TTFont:
    """Open a font file; its tables are read when they are asked for, and its dates are kept."""
    return TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False, recalcBBoxes=False)


def _family(font: TTFont) -> Family | None:
    records = (record for record in font["name"].names if record.nameID in _FAMILY_NAMES)
    names = (record.toUnicode(errors="replace") for record in records)
    return next((family for family in map(family_called, names) if family), None)


def _style(font: TTFont) -> FaceStyle:
    selected, mac = font["OS/2"].fsSelection, font["head"].macStyle
    bold = _BOLD if selected & _SELECTED_BOLD or mac & _BOLD else 0
    italic = _ITALIC if selected & _SELECTED_ITALIC or mac & _ITALIC else 0
    return _STYLES[bold | italic]


def _line(font: TTFont) -> tuple[int, int, int]:
    """Give ascent, descent and gap of a line in Word.

    The gap by the rule in the OpenType specification, chapter hhea: what of ``lineGap`` exceeds the room that
    the win values have over those of hhea.
    """
    os2, hhea = font["OS/2"], font["hhea"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap
    room = (os2.usWinAscent + os2.usWinDescent) - (hhea.ascent - hhea.descent)
    return os2.usWinAscent, os2.usWinDescent, max(0, hhea.lineGap - room)


def _advances(font: TTFont) -> tuple[int, dict[int, int]]:
    """Give the width of the box for missing characters, and that of each character."""
    advances: Any = font["hmtx"].metrics
    widths = {
        code: 0 if takes_no_room(chr(code)) else advances[glyph][0]
        for code, glyph in sorted(font.getBestCmap().items())
    }
    return advances[font.getGlyphOrder()[0]][0], widths
