"""Reading a font file: its family and style, and its numbers."""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass
from typing import Any, Final

from fontTools.ttLib import TTFont, TTLibError

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import Family, find_family, find_published_face
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
"""Errors of fontTools for bytes that are no font, or a broken one."""
_FAMILY_NAMES: Final = (1, 16)
"""Numbers of the names of a family in the name table: family and typographic family."""
# Bits of macStyle (head) and of fsSelection (OS/2) in the OpenType specification.
_MAC_BOLD, _MAC_ITALIC = 1 << 0, 1 << 1
_SELECTED_ITALIC, _SELECTED_BOLD, _USE_TYPO_METRICS = 1 << 0, 1 << 5, 1 << 7
_STYLES: Final = {
    (False, False): FaceStyle.REGULAR,
    (True, False): FaceStyle.BOLD,
    (False, True): FaceStyle.ITALIC,
    (True, True): FaceStyle.BOLD_ITALIC,
}
"""Style of a face, by whether it is bold and whether it is italic."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a family we know.

    Attributes:
        family: its family.
        style: its style.
        data: the font file.
        is_published: whether it is, byte for byte, the face that its source published.
    """

    family: Family
    style: FaceStyle
    data: bytes
    is_published: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """Ascent, descent and gap of a line in Word, in units of the face; the descent is counted downwards."""

    ascent: int
    descent: int
    gap: int


def read_face(data: bytes) -> Face | None:
    """Return the face in a font file; None for one of another family, a broken one, and no font at all."""
    published_face = find_published_face(hashlib.sha256(data).hexdigest())
    if published_face is not None:
        family, style = published_face
        return Face(family, style, data, is_published=True)
    return _read_unpublished_face(data)


def _read_unpublished_face(data: bytes) -> Face | None:
    try:
        font = open_font(data)
        family_by_name = _family(font)
        if family_by_name is None:
            return None
        read_metrics(data)  # a face of our name may still have broken numbers: they raise here
        return Face(family_by_name, _style(font), data, is_published=False)
    except _DAMAGE:
        return None


def read_metrics(data: bytes) -> FaceMetrics:
    """Return the numbers of a font file that Word uses.

    Raises:
        ValueError: the file cannot be read as a font.
    """
    try:
        font = open_font(data)
        line = _line(font)
        return FaceMetrics(
            units_per_em=font["head"].unitsPerEm,
            win_ascent=line.ascent,
            win_descent=line.descent,
            line_gap=line.gap,
            advances=_advances(font),
            missing_advance=_missing_advance(font),
        )
    except _DAMAGE as fault:
        raise ValueError(str(fault)) from fault


def open_font(data: bytes) -> TTFont:
    """Open a font file. Its tables are read when they are first used; its dates stay when it is saved."""
    return TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False, recalcBBoxes=False)


def _family(font: TTFont) -> Family | None:
    """Return the family of a font by its names; None if it is none of ours."""
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            family = find_family(record.toUnicode(errors="replace"))
            if family is not None:
                return family
    return None


def _style(font: TTFont) -> FaceStyle:
    selection = font["OS/2"].fsSelection
    mac_style = font["head"].macStyle
    is_bold = bool(selection & _SELECTED_BOLD or mac_style & _MAC_BOLD)
    is_italic = bool(selection & _SELECTED_ITALIC or mac_style & _MAC_ITALIC)
    return _STYLES[is_bold, is_italic]


def _line(font: TTFont) -> _Line:
    os2, hhea = font["OS/2"], font["hhea"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return _Line(os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap)
    # Word on Windows takes the win values. The gap is the rule of the OpenType specification, chapter hhea:
    # the room by which the win values exceed those of hhea counts as a part of ``lineGap``.
    win_height = os2.usWinAscent + os2.usWinDescent
    hhea_height = hhea.ascent - hhea.descent
    gap = max(0, hhea.lineGap - (win_height - hhea_height))
    return _Line(os2.usWinAscent, os2.usWinDescent, gap)


def _missing_advance(font: TTFont) -> int:
    """Return the width of the box for characters that the font lacks: its first glyph."""
    first_glyph = font.getGlyphOrder()[0]
    advance, _left_side_bearing = font["hmtx"].metrics[first_glyph]
    return int(advance)


def _advances(font: TTFont) -> dict[int, int]:
    """Return the width of each character that the font has, by its code."""
    metrics: Any = font["hmtx"].metrics
    advances = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        if takes_no_room(chr(code)):
            advances[code] = 0
        else:
            advance, _left_side_bearing = metrics[glyph]
            advances[code] = advance
    return advances
