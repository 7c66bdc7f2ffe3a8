"""The order of the properties of a paragraph whose place LibreOffice does not keep."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import w

_FIRST: Final = (w("pStyle"),)
_LAST: Final = (w("rPr"), w("sectPr"), w("pPrChange"))
"""What stands behind all other properties, in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26)."""

Element = Any


def order_paragraph_properties(root: Element) -> None:
    """Put the style of each paragraph before its other properties, and its section behind them.

    LibreOffice 7.4 writes the section of a paragraph first.
    """
    for properties in root.iter(w("pPr")):
        properties[:] = sorted(properties, key=_place)


def _place(element: Element) -> int:
    if element.tag in _FIRST:
        return 0
    if element.tag in _LAST:
        return 2 + _LAST.index(element.tag)
    return 1
