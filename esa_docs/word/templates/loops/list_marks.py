"""Marks of the lists of paragraphs, in whose place `list_settling` puts what begins a list anew in a loop."""

from __future__ import annotations

from typing import Any

from esa_docs.ooxml.names import PPR_ORDER, place_in_order, w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.templates.loops.id_marks import mark
from esa_docs.word.templates.loops.numbered_lists import ListPlace, Lists

Element = Any


def mark_lists(root: Element, lists: Lists) -> None:
    """Mark the list of each numbered paragraph of a part, so that a loop can begin it anew."""
    for paragraph in root.iter(w("p")):
        place = lists.place(paragraph)
        if place is None:
            continue
        own_number = paragraph.find(path_to("pPr", "numPr", "numId"))
        if own_number is not None:
            own_number.set(w("val"), _mark_of(place, "%s", place.number))
        else:
            _mark_list_of_style(paragraph, place, lists.indent(paragraph))


def _mark_of(place: ListPlace, xml: str, unchanged: str) -> str:
    """Return the mark of a list: its XML once it begins anew, with ``%s`` for its id, and that until then."""
    fields = (
        place.key,
        place.number,
        str(place.level),
        str(int(place.has_own_levels)),
        xml.encode().hex(),
        unchanged.encode().hex(),
    )
    return mark("list", "|".join(fields))


def _mark_list_of_style(paragraph: Element, place: ListPlace, indent: str) -> None:
    """Put marks where the list and the indent of a paragraph would stand if it had them itself."""
    properties = paragraph.find(w("pPr"))
    half_list = properties.find(w("numPr"))
    xml = f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="%s"/></w:numPr>'
    unchanged = ""
    if half_list is not None:
        unchanged = f'<w:numPr><w:ilvl w:val="{place.level}"/></w:numPr>'
        properties.remove(half_list)
    # The later place first: a text put before it would move with it.
    if indent:
        place_of_indent = place_in_order(properties, "ind", PPR_ORDER)
        _put_text(properties, place_of_indent, _mark_of(place, indent, ""))
    place_of_list = place_in_order(properties, "numPr", PPR_ORDER)
    _put_text(properties, place_of_list, _mark_of(place, xml, unchanged))


def _put_text(parent: Element, place: int, text: str) -> None:
    """Put a text before the child at a place."""
    if place == 0:
        parent.text = text + (parent.text or "")
    else:
        child = parent[place - 1]
        child.tail = text + (child.tail or "")
