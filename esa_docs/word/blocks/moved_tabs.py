"""Tab stops of paragraphs moved to the width of other pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from lxml import etree

from esa_docs.ooxml.measures import twips
from esa_docs.ooxml.names import PPR_ORDER, w
from esa_docs.ooxml.xml_parts import parse_part

Tabs: TypeAlias = Mapping[int, Mapping[str, str]]
"""The attributes of tab stops by their places, in twips."""
_POSITION, _VALUE = w("pos"), w("val")
_CLEAR: Final = "clear"
_MOST_BASES: Final = 10
_BEHIND_TABS: Final = frozenset(map(w, PPR_ORDER[PPR_ORDER.index("tabs") + 1 :]))


@lru_cache(maxsize=8)
def tabs_of_styles(part: bytes) -> Mapping[str, Tabs]:
    """Return the tab stops of paragraphs by the ids of their styles, those of the bases of styles too.

    Args:
        part: the part of the styles; empty for none.
    """
    own_tabs: dict[str, Tabs] = {}
    bases: dict[str, str] = {}
    if not part:
        return own_tabs
    for style in parse_part(part, "word/styles.xml").iter(w("style")):
        name = style.get(w("styleId"), "")
        own_tabs[name] = _tabs_in(style.find(w("pPr")))
        base = style.find(w("basedOn"))
        if base is not None:
            bases[name] = base.get(_VALUE, "")
    return {name: _inherited(name, own_tabs, bases) for name in own_tabs}


def _inherited(name: str, own_tabs: Mapping[str, Tabs], bases: Mapping[str, str]) -> Tabs:
    """Return the tab stops of a style and of its bases."""
    chain = [name]
    # A file may lead the chain of bases in a circle.
    while chain[-1] in bases and len(chain) < _MOST_BASES:
        chain.append(bases[chain[-1]])
    tabs: Tabs = {}
    for ancestor in reversed(chain):
        tabs = _together(tabs, own_tabs.get(ancestor, {}))
    return tabs


def move_tabs(paragraph: Any, styles: Mapping[str, Tabs], factor: float) -> bool:
    """Move the tab stops of a paragraph; return whether it has any.

    Args:
        paragraph: the paragraph, which is changed.
        styles: the tab stops of each style.
        factor: how much farther from the edge they are to stand.
    """
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return False
    style = properties.find(w("pStyle"))
    tabs_of_style = styles.get(style.get(_VALUE, ""), {}) if style is not None else {}
    tabs = _together(tabs_of_style, _tabs_in(properties))
    if not tabs:
        return False
    stops: dict[int, Mapping[str, str]] = {place: {_VALUE: _CLEAR} for place in tabs_of_style}
    for place, attributes in tabs.items():
        stops[round(place * factor)] = attributes
    _put(properties, stops)
    return True


def _put(properties: Any, stops: Tabs) -> None:
    """Put tab stops in the place of those of a paragraph."""
    element = properties.find(w("tabs"))
    if element is None:
        element = etree.Element(w("tabs"))
        place = sum(child.tag not in _BEHIND_TABS for child in properties)
        properties.insert(place, element)
    for child in list(element):
        element.remove(child)
    for place in sorted(stops):
        etree.SubElement(element, w("tab"), {**stops[place], _POSITION: str(place)})


def _tabs_in(properties: Any) -> Tabs:
    """Return the tab stops that properties of a paragraph say, and those that they clear."""
    tabs: dict[int, Mapping[str, str]] = {}
    element = properties.find(w("tabs")) if properties is not None else None
    if element is None:
        return tabs
    for tab in element.iter(w("tab")):
        tabs[round(twips(tab.get(_POSITION, "0")))] = dict(tab.attrib)
    return tabs


def _together(tabs: Tabs, further: Tabs) -> dict[int, Mapping[str, str]]:
    """Return tab stops with further ones, without those that these clear."""
    both = {**tabs, **further}
    return {place: stop for place, stop in both.items() if stop.get(_VALUE) != _CLEAR}
