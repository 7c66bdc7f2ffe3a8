"""Namespaces and names of WordprocessingML, spelt as ECMA-376 spells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
V: Final = "urn:schemas-microsoft-com:vml"
"""Namespace of VML, in which Word of before 2010 draws."""
XML: Final = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

NAMESPACES: Final = {"w": W, "r": R, "wp": WP, "w14": W14}
DRAWING_NAMESPACES: Final = {"mc": MC, "wp": WP, "a": A, "wps": WPS, "wpg": WPG}
"""Prefixes of drawings inside a document, to be declared at its root."""

_RPR_ORDER: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
# The schema (CT_RPr) has this order. Word drops properties that stand out of order.
RPR_ORDER: Final = tuple(_RPR_ORDER.split())
"""Children of ``w:rPr`` in their order."""

_PPR_ORDER: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
PPR_ORDER: Final = tuple(_PPR_ORDER.split())
"""Children of ``w:pPr`` in the order of the schema (CT_PPr)."""
_TCPR_ORDER: Final = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange"
)
TCPR_ORDER: Final = tuple(_TCPR_ORDER.split())
"""Children of ``w:tcPr`` in the order of the schema (CT_TcPr)."""


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def _range_marks() -> frozenset[str]:
    """Return the full names of the marks at which a range begins or ends."""
    stems = ["bookmark", "perm"]
    for name in ("comment", "moveFrom", "moveTo"):
        stems.append(f"{name}Range")
    for name in ("Ins", "Del", "MoveFrom", "MoveTo"):
        stems.append(f"customXml{name}Range")
    starts = [w(f"{stem}Start") for stem in stems]
    ends = [w(f"{stem}End") for stem in stems]
    return frozenset((*starts, *ends))


RANGE_MARKS: Final = _range_marks()
"""Marks at which a range begins or ends, such as a bookmark: they show nothing, and stand between blocks."""


def local(tag: str) -> str:
    """Return a full name without its namespace."""
    return tag.rpartition("}")[2]


def place_in_order(children: Iterable[Any], name: str, order: Sequence[str]) -> int:
    """Return the place of a new child: before those that the schema puts behind it.

    Args:
        children: the elements that are there.
        name: local name of the new child.
        order: local names of all children in the order of the schema.
    """
    later_names = {w(later_name) for later_name in order[order.index(name) + 1 :]}
    place = 0
    for child in children:
        if child.tag in later_names:
            break
        place += 1
    return place
