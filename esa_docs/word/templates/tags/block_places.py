"""Blocks that a macro prints, in the place of the paragraph that calls it.

Each block keeps its own look. A page that was to begin with the paragraph of the call begins with the first
block.
"""

from __future__ import annotations

import re
from typing import Final

BLOCKS_OPEN: Final = "\ufdd6"
BLOCKS_CLOSE: Final = "\ufdd7"
"""Noncharacters around blocks that take the place of the paragraph in which they stand."""
_PARAGRAPH_BEFORE: Final = re.compile(
    rf"<w:p(?: [^<>]*)?>(?:<w:pPr>(?P<properties>(?:(?!</w:pPr>).)*)</w:pPr>)?{BLOCKS_OPEN}", re.DOTALL
)
_TABLE_AT_END: Final = re.compile(rf"</w:tbl>{BLOCKS_CLOSE}</w:p>(?!\s*<w:p[ >/])")
_PARAGRAPH_BEHIND: Final = f"{BLOCKS_CLOSE}</w:p>"
_SET_BREAK: Final = re.compile(r"<w:pageBreakBefore(?![^<>]*\"(?:0|false|off)\")[^<>]*>")
_FIRST_PARAGRAPH: Final = re.compile(
    rf"{BLOCKS_OPEN}(?P<before>(?:(?!<w:p[ >/]).)*)<w:p(?P<attributes>(?: [^<>]*?)?)"
    r"(?:(?P<empty>/>)|>(?P<properties><w:pPr/>|<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)",
    re.DOTALL,
)
_PROPERTIES: Final = re.compile(
    r"<w:pPr>(?P<first>(?:<w:(?:pStyle|keepNext|keepLines)(?: [^<>]*)?/>)*)(?:<w:pageBreakBefore[^<>]*/>)?"
)
_BREAK: Final = "<w:pageBreakBefore/>"


def with_blocks_in_place(xml: str) -> str:
    """Return the XML of a part in which blocks have taken the place of the paragraphs that called them."""
    if BLOCKS_OPEN not in xml:
        return xml
    xml = _PARAGRAPH_BEFORE.sub(_sign_of_break, xml)
    xml = _FIRST_PARAGRAPH.sub(_first_of_page, xml)
    # A cell ends with a paragraph, and two tables one behind the other would become one.
    xml = _TABLE_AT_END.sub("</w:tbl><w:p/>", xml)
    return xml.replace(_PARAGRAPH_BEHIND, "")


def _sign_of_break(match: re.Match[str]) -> str:
    """Return the sign before blocks of which the first begins a page; empty before all others."""
    if _SET_BREAK.search(match["properties"] or ""):
        return BLOCKS_OPEN
    return ""


def _first_of_page(match: re.Match[str]) -> str:
    """Return the beginning of a paragraph that begins a page; in a table it is that of the first cell."""
    # A macro that calls another at its start has a sign for each.
    before = match["before"].replace(BLOCKS_OPEN, "")
    properties = match["properties"]
    if properties is None or properties == "<w:pPr/>":
        properties = "<w:pPr></w:pPr>"
    properties = _PROPERTIES.sub(rf"<w:pPr>\g<first>{_BREAK}", properties, count=1)
    end = "</w:p>" if match["empty"] else ""
    return f"{before}<w:p{match['attributes']}>{properties}{end}"
