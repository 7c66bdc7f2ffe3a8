"""How much room the pages of a template have for text."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.model.area import Area
from esa_docs.ooxml.names import w

_TWIPS: Final = 20
_A4_WITHOUT_MARGINS: Final = Area(451.0, 697.0)
"""What Word leaves of A4 with its usual margins of 2.54 cm."""


def text_area(document: Any) -> Area:
    """Give the narrowest width and the least height that any section of a document part leaves for text."""
    areas = [area for section in document.iter(w("sectPr")) if (area := _area(section))]
    if not areas:
        return _A4_WITHOUT_MARGINS
    return Area(min(area.width for area in areas), min(area.height for area in areas))


def _area(section: Any) -> Area | None:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return None
    width = (
        _points(size, "w") - _points(margins, "left") - _points(margins, "right") - _points(margins, "gutter")
    )
    return Area(width, _points(size, "h") - abs(_points(margins, "top")) - abs(_points(margins, "bottom")))


def _points(element: Any, name: str) -> float:
    return float(element.get(w(name), "0")) / _TWIPS
