"""Elements that rules ask for by their names."""

from __future__ import annotations

from typing import Final

from esa_docs.ooxml.names import RPR_ORDER, WP, A, C, V, w

STYLED_BY: Final = tuple(name for name in RPR_ORDER if name != "cs")
"""Properties of a run that change how its text looks."""
DRAWING: Final = f"{{{WP}}}docPr"
VML_PICTURE: Final = f"{{{V}}}imagedata"
VML_SHAPES: Final = tuple(
    f"{{{V}}}{name}" for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group")
)
PICTURE: Final = f"{{{A}}}blip"
LINK_OF_DRAWING: Final = f"{{{A}}}hlinkClick"
CHART: Final = f"{{{C}}}chart"
INDEXED: Final = (
    *map(w, STYLED_BY),
    *map(w, ["bookmarkStart", "fldChar", "fldSimple", "hyperlink", "tbl", "br", "jc", "altChunk"]),
    *map(
        w, ["headerReference", "footerReference", "commentReference", "footnoteReference", "endnoteReference"]
    ),
    *(DRAWING, PICTURE, LINK_OF_DRAWING, CHART, VML_PICTURE, *VML_SHAPES),
)
"""Elements that rules ask a part for by their names: one walk through the part finds them all."""
