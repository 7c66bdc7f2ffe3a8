"""The order in which the properties of a run stand: Word drops those that stand out of it."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import MC, RPR_ORDER, w

_PLACES: Final = {w(name): place for place, name in enumerate(RPR_ORDER)}
_ALTERNATIVES: Final = f"{{{MC}}}AlternateContent"
_LAST: Final = RPR_ORDER[-1]

Element = Any


def order_properties(root: Element) -> None:
    """Bring the properties of each run into the order of the schema, and remove a ``w:rPr`` without any.

    Properties within properties, as some programs leave them, are removed. Of a property that stands twice,
    as LibreOffice writes ``w:sz``, the last stays.
    """
    for properties in list(root.iter(w("rPr"))):
        for inner in list(properties.iterchildren(w("rPr"))):
            properties.remove(inner)
        last_of_each = {child.tag: child for child in properties if child.tag != _ALTERNATIVES}
        alternatives = [child for child in properties if child.tag == _ALTERNATIVES]
        properties[:] = sorted([*last_of_each.values(), *alternatives], key=_place)
        if len(properties) == 0 and properties.getparent() is not None:
            properties.getparent().remove(properties)


def place_name(element: Element) -> str:
    """Return the property of the schema at whose place an element of a ``w:rPr`` stands.

    What the schema does not know, such as ``w14:ligatures``, stands behind all others.
    """
    place = _place(element)
    if place < len(RPR_ORDER):
        return RPR_ORDER[place]
    return _LAST


def _place(element: Element) -> int:
    """Return the place of a run property in the order of the schema; one unknown to it comes last.

    Alternatives, which Word writes for the font of an emoji, stand where the property in them would.
    """
    if element.tag == _ALTERNATIVES:
        places = [_PLACES[child.tag] for child in element.iter(*_PLACES)]
        return min(places, default=len(RPR_ORDER))
    return _PLACES.get(element.tag, len(RPR_ORDER))
