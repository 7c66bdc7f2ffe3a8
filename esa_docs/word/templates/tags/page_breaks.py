"""Breaks of pages and columns beside a tag whose paragraph is not printed: they go to the place of the tag.

LibreOffice writes "page break before" of a paragraph as a break at the end of the paragraph before it, which
may be that of a tag.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any, Final

from esa_docs.ooxml.names import RANGE_MARKS, w
from esa_docs.word.templates.cleaning.paragraph_property_order import order_paragraph_properties
from esa_docs.word.templates.tags.tags import tags_in
from esa_docs.word.templates.tags.whole_tags import own_elements, own_text

_PAGE: Final = "page"
_COLUMN: Final = "column"
_FALSE: Final = frozenset({"0", "false", "off"})
_LEVELS: Final = frozenset({"p", "tr", "tc"})

Element = Any


@dataclass(slots=True)
class Breaks:
    """The breaks of a paragraph with tags, by their sort: ``page`` or ``column``.

    Attributes:
        before: those that stand before its tags.
        behind: those that stand behind them.
    """

    before: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


def take_breaks(paragraph: Element) -> Breaks:
    """Return the breaks of a paragraph, taken out of it; one between two tags stays in it."""
    breaks = Breaks()
    properties = paragraph.find(w("pPr"))
    if properties is not None and _take_break_before(properties):
        breaks.before.append(_PAGE)
    text_length = len(own_text(paragraph).strip())
    text = ""
    for element in own_elements(paragraph, w("t"), w("br")):
        sort = element.get(w("type"))
        if element.tag == w("t"):
            text += element.text or ""
        elif sort in {_PAGE, _COLUMN}:
            _take_break(element, sort, breaks, len(text.strip()) / text_length)
    return breaks


def _take_break_before(properties: Element) -> bool:
    """Take the property that begins a page out of the properties of a paragraph; return whether it is set."""
    page_break = properties.find(w("pageBreakBefore"))
    if page_break is None:
        return False
    properties.remove(page_break)
    return page_break.get(w("val")) not in _FALSE


def _take_break(element: Element, sort: str, breaks: Breaks, part_of_text: float) -> None:
    """Take a break out of its run; ``part_of_text`` says how much of the text stands before it, up to 1."""
    if part_of_text == 0:
        breaks.before.append(sort)
    elif part_of_text == 1:
        breaks.behind.append(sort)
    else:
        return
    element.getparent().remove(element)


def breaking_paragraph(paragraph: Element, sort: str) -> Element:
    """Return a paragraph that holds a break and nothing else, in the style of a paragraph."""
    new_paragraph = paragraph.makeelement(w("p"))
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        properties = paragraph.makeelement(w("pPr"))
        properties.append(copy.deepcopy(style))
        new_paragraph.append(properties)
    run = paragraph.makeelement(w("r"))
    run.append(paragraph.makeelement(w("br"), {w("type"): sort}))
    new_paragraph.append(run)
    return new_paragraph


def begin_page_behind(holder: Element) -> bool:
    """Let the printed paragraph that follows an element begin a page; return False where none follows it."""
    following = holder.getnext()
    while following is not None and following.tag in RANGE_MARKS:
        following = following.getnext()
    if following is None or following.tag != w("p") or _is_not_printed(following):
        return False
    properties = following.find(w("pPr"))
    if properties is None:
        properties = following.makeelement(w("pPr"))
        following.insert(0, properties)
    for page_break in properties.findall(w("pageBreakBefore")):
        properties.remove(page_break)
    properties.append(following.makeelement(w("pageBreakBefore")))
    order_paragraph_properties(following)
    return True


def _is_not_printed(paragraph: Element) -> bool:
    """Return whether a paragraph gives way to its tags."""
    levels = {tag.level for tag in tags_in(own_text(paragraph))}
    return not levels.isdisjoint(_LEVELS)
