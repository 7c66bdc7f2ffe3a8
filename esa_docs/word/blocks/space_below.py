"""The space between a table and the paragraph behind it: Word knows none below a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from esa_docs.ooxml.names import PPR_ORDER
from esa_docs.word.blocks.host import properties_of, style_of
from esa_docs.word.blocks.signs import SPACE, TABLE_EDGE

LEAST: Final = 120
"""Twips of the space, as much as captions have above them."""
_BEHIND: Final = re.compile(
    rf"{SPACE}(?P<between>[{TABLE_EDGE}\s]*(?:<w:bookmark(?:Start|End)[^>]*/>)*)"
    r"(?P<opening><w:p(?: [^>]*)?(?<!/)>)(?:<w:pPr>(?P<inner>.*?)</w:pPr>)?",
    re.DOTALL,
)
_BEHIND_SPACING: Final = frozenset(PPR_ORDER[PPR_ORDER.index("spacing") + 1 :])
_SPACING: Final = "<w:spacing "


def with_space_below_tables(xml: str, spaces: Mapping[str, int]) -> str:
    """Return XML in which a paragraph behind a table stands off it, unless it says itself how far.

    Args:
        xml: the XML, with a sign behind each table of content.
        spaces: space above a paragraph, in twips, by the paragraph styles that have some.
    """
    if SPACE not in xml:
        return xml

    def stand_off(match: re.Match[str]) -> str:
        inner = match["inner"] or ""
        if spaces.get(style_of(inner), 0) < LEAST:
            inner = _with_space(inner)
        properties = f"<w:pPr>{inner}</w:pPr>" if inner else ""
        return f"{match['between']}{match['opening']}{properties}"

    return _BEHIND.sub(stand_off, xml).replace(SPACE, "")


def _with_space(inner: str) -> str:
    """Return the XML inside the properties of a paragraph with a space above it."""
    before = f'{_SPACING}w:before="{LEAST}"'
    pieces = []
    is_missing = True
    for name, xml in properties_of(inner):
        if name == "spacing":
            is_missing = False
            if "w:before=" in xml or "w:beforeAutospacing=" in xml:
                pieces.append(xml)
            else:
                pieces.append(xml.replace(_SPACING, f"{before} ", 1))
            continue
        if is_missing and name in _BEHIND_SPACING:
            is_missing = False
            pieces.append(f"{before}/>")
        pieces.append(xml)
    if is_missing:
        pieces.append(f"{before}/>")
    return "".join(pieces)
