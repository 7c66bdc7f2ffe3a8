"""How much room the pages of a template have for text."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.model.area import Area
from esa_docs.ooxml.measures import twips
from esa_docs.ooxml.names import w

_TWIPS: Final = 20
"""Twips in a point."""
_A4_WITHOUT_MARGINS: Final = Area(451.0, 697.0)
"""What Word leaves of A4 with its usual margins of 2.54 cm."""


def text_area(document: Any) -> Area:
    """Return the narrowest width and the least height that any section of a document part leaves for text."""
    areas = []
    for section in document.iter(w("sectPr")):
        area = _area(section)
        if area is not None:
            areas.append(area)
    if not areas:
        return _A4_WITHOUT_MARGINS
    width = min(area.width for area in areas)
    height = min(area.height for area in areas)
    return Area(width, height)


def _area(section: Any) -> Area | None:
    """Return the room a section leaves for text; None where it does not name page size and margins."""
    size = section.find(w("pgSz"))
    margins = section.find(w("pgMar"))
    if size is None or margins is None:
        return None
    width = _points(size, "w")
    for side in ("left", "right", "gutter"):
        width -= _points(margins, side)
    # A negative margin is as wide as a positive one: to Word it says that no header or footer moves the text.
    height = _points(size, "h")
    for side in ("top", "bottom"):
        height -= abs(_points(margins, side))
    return Area(width, height)


def _points(element: Any, name: str) -> float:
    return twips(element.get(w(name))) / _TWIPS
