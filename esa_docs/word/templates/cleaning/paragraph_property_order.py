"""The order in which the properties of a paragraph stand: Word drops those that stand out of it."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import PPR_ORDER, w

_PLACES: Final = {w(name): place for place, name in enumerate(PPR_ORDER)}
_UNKNOWN: Final = PPR_ORDER.index("cnfStyle")
"""Place of what the schema does not know: before the format of the mark."""

Element = Any


def order_paragraph_properties(root: Element) -> None:
    """Bring the properties of each paragraph into the order of the schema.

    LibreOffice 7.4 writes the section of a paragraph first.
    """
    for properties in root.iter(w("pPr")):
        properties[:] = sorted(properties, key=_place)


def _place(element: Element) -> int:
    return _PLACES.get(element.tag, _UNKNOWN)
