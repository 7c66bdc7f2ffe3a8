"""Numbers and lengths in the attributes of a Word file, as any program may have written them."""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*(mm|cm|in|pt|pc|pi)?\s*")
_POINTS: Final = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
"""Points of each unit of ST_UniversalMeasure (ECMA-376 part 1, 22.9.2.15)."""
_TWIPS: Final = 20
"""Twips in a point."""


def twips(text: str | None) -> float:
    """Return a length in twips: a number of twips, or one with its unit; 0 where it is neither."""
    match = _NUMBER.fullmatch(text or "")
    if match is None:
        return 0.0
    number, unit = match.groups()
    if unit is None:
        return float(number)
    return float(number) * _POINTS[unit] * _TWIPS


def whole_number(text: str | None, default: int = 0) -> int:
    """Return a whole number; the default where the text is none, or has more than fifteen digits."""
    match = _NUMBER.fullmatch(text or "")
    if match is None or match[2] is not None:
        return default
    return int(float(match[1]))
