"""Which parts of a table style hold for a cell: that of the first row, of the last column and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from esa_docs.ooxml.names import w
from esa_docs.word.annexes.word_files.default_properties import Attributes, attributes_in

WHOLE: Final = ""
"""What holds for all cells."""
_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""Bits of ``w:tblLook`` (ECMA-376 part 1, 17.4.55)."""
_HEXADECIMAL: Final = re.compile("[0-9A-Fa-f]{1,4}")
_ON: Final = frozenset({"1", "true", "on"})
_REGIONS: Final = {
    "firstRow": ("firstRow", "neCell", "nwCell"),
    "lastRow": ("lastRow", "seCell", "swCell"),
    "firstColumn": ("firstCol",),
    "lastColumn": ("lastCol",),
    "noHBand": ("band1Horz", "band2Horz"),
    "noVBand": ("band1Vert", "band2Vert"),
}
"""Parts of a style that each flag asks for; of bands, unless it is set."""

Element = Any


def attributes_by_region(chain: Iterable[Element]) -> Mapping[str, Attributes]:
    """Return what a table style sets, by the part of a table; `WHOLE` for what it sets everywhere.

    Args:
        chain: the style, and those on which it is based.
    """
    by_region: dict[str, Attributes] = {WHOLE: frozenset()}
    for style in chain:
        for child in style:
            region = WHOLE
            if child.tag == w("tblStylePr"):
                region = child.get(w("type"), WHOLE)
            if region in {WHOLE, "wholeTable"}:
                by_region[WHOLE] |= _set_in(child)
            else:
                by_region[region] = by_region.get(region, frozenset()) | _set_in(child)
    return by_region


def regions_of(cell: Element) -> Iterator[str]:
    """Generate the parts of a table style that hold for a cell; of bands both are named."""
    row = cell.getparent()
    table = row.getparent()
    flags = _flags(table)
    holds = {
        "firstRow": flags["firstRow"] and _is_first(row, "tr"),
        "lastRow": flags["lastRow"] and _is_last(row, "tr"),
        "firstColumn": flags["firstColumn"] and _is_first(cell, "tc"),
        "lastColumn": flags["lastColumn"] and _is_last(cell, "tc"),
        "noHBand": not flags["noHBand"],
        "noVBand": not flags["noVBand"],
    }
    for name, regions in _REGIONS.items():
        if holds[name]:
            yield from regions


def _set_in(child: Element) -> Attributes:
    """Return what properties set, or those in a part of a style."""
    return attributes_in([child])


def _flags(table: Element) -> dict[str, bool]:
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is None:
        return {name: name.startswith("no") for name in _BITS}
    text = look.get(w("val"), "0")
    bits = int(text, 16) if _HEXADECIMAL.fullmatch(text) else 0
    flags = {}
    for name, bit in _BITS.items():
        flag = look.get(w(name))
        flags[name] = bool(bits & bit) if flag is None else flag in _ON
    return flags


def _is_first(element: Element, name: str) -> bool:
    return next(element.itersiblings(w(name), preceding=True), None) is None


def _is_last(element: Element, name: str) -> bool:
    return next(element.itersiblings(w(name)), None) is None
