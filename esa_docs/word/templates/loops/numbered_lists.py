"""The numbered lists of a template: which list a paragraph belongs to, and what begins it anew.

Word counts by abstract lists: all ``w:num`` of one count on together, unless one says where it starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.styles import StyleSheet, path_to, style_of
from esa_docs.word.templates.reading.namespaces import xml_inside_part

NUMBERING_PART: Final = "word/numbering.xml"
_W: Final = w("")
_NO_LIST: Final = "0"
_NUMBERING_OF_STYLE: Final = path_to("pPr", "numPr", "numId")
_LEVEL_OF_STYLE: Final = path_to("pPr", "numPr", "ilvl")
_INDENT_OF_STYLE: Final = path_to("pPr", "ind")
_UNCOUNTED: Final = frozenset({"bullet", "none"})

Element = Any


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list.

    Attributes:
        key: what it counts with; equal for paragraphs that count on.
        number: the ``w:numId``.
        level: from 0.
        has_own_levels: whether the ``w:num`` looks otherwise than its abstract list.
    """

    key: str
    number: str
    level: int
    has_own_levels: bool


class Lists:
    """The lists of a template.

    Args:
        numbering: root of the part of lists; None where there is none.
        styles: root of the part of styles.
    """

    def __init__(self, numbering: Element | None, styles: Element) -> None:
        self._styles = StyleSheet(styles)
        self._num: Mapping[str, Element] = {}
        self._abstract: Mapping[str, Element] = {}
        if numbering is not None:
            self._num = _by_number(numbering.iter(w("num")), w("numId"), 1)
            self._abstract = _by_number(numbering.iter(w("abstractNum")), w("abstractNumId"), 0)

    def place(self, paragraph: Element) -> ListPlace | None:
        """Return where a paragraph stands in a list; None where it has no number."""
        number = self._own_value(paragraph, "numId") or self._style_value(paragraph, _NUMBERING_OF_STYLE)
        if number == _NO_LIST or number not in self._num:
            return None
        level = self._level(paragraph, number)
        if not self._counts(number):
            return None
        has_own_levels = self._num[number].find(path_to("lvlOverride", "lvl")) is not None
        return ListPlace(self._key(number), number, level, has_own_levels)

    def copy_of(self, number: str, *, begins_anew: bool) -> str:
        """Return the XML of a list that begins anew or counts on; its id is ``%s``."""
        num = self._num[number]
        overrides = {override.get(w("ilvl")): override for override in num.iter(w("lvlOverride"))}
        levels = []
        for level in self._levels(number):
            place = _whole(level.get(w("ilvl"), "0"))
            override = overrides.get(str(place))
            start = f'<w:startOverride w:val="{_start(level, override)}"/>' if begins_anew else ""
            content = start + _level_xml(override)
            if content:
                levels.append(f'<w:lvlOverride w:ilvl="{place}">{content}</w:lvlOverride>')
        abstract = num.find(w("abstractNumId")).get(w("val"))
        content = f'<w:abstractNumId w:val="{abstract}"/>{"".join(levels)}'
        return f'<w:num w:numId="%s">{content}</w:num>'

    @cached_property
    def last_number(self) -> int:
        """The highest id of a list."""
        return max(map(int, self._num), default=0)

    def indent(self, paragraph: Element) -> str:
        """Return the XML of the indent that the style of a paragraph gives it; empty for none.

        A list in a style gives way to the indent of the style, a list of the paragraph itself does not.
        """
        indent = self._styles.find(style_of(paragraph), _INDENT_OF_STYLE)
        own_indent = paragraph.find(path_to("pPr", "ind"))
        if indent is None or own_indent is not None:
            return ""
        return xml_inside_part(_without_other_namespaces(indent))

    def _own_value(self, paragraph: Element, name: str) -> str:
        element = paragraph.find(path_to("pPr", "numPr", name))
        return "" if element is None else str(element.get(w("val"), ""))

    def _style_value(self, paragraph: Element, path: str) -> str:
        element = self._styles.find(style_of(paragraph), path)
        return "" if element is None else str(element.get(w("val"), ""))

    def _level(self, paragraph: Element, number: str) -> int:
        """Return the level of a paragraph: its own, that linked to its style, or that of its style."""
        own_level = self._own_value(paragraph, "ilvl")
        if own_level:
            return _whole(own_level)
        style = style_of(paragraph)
        for level in self._levels(number):
            linked_style = level.find(w("pStyle"))
            if linked_style is not None and linked_style.get(w("val")) == style:
                return _whole(level.get(w("ilvl"), ""))
        return _whole(self._style_value(paragraph, _LEVEL_OF_STYLE))

    def _key(self, number: str) -> str:
        """Return what a list counts with: itself where it says where it starts, else its abstract list."""
        if self._num[number].find(path_to("lvlOverride", "startOverride")) is not None:
            return f"num {number}"
        abstract = self._abstract_of(number)
        if abstract is None:
            return f"num {number}"
        return f"abstract {abstract.get(w('abstractNumId'))}"

    def _counts(self, number: str) -> bool:
        """Return whether any level of a list shows a number or a letter that counts."""
        formats = set()
        for level in self._levels(number):
            # A level that names no format counts in decimal numbers.
            formats.add(_value(level, "numFmt"))
        return not formats <= _UNCOUNTED

    def _levels(self, number: str) -> list[Element]:
        abstract = self._abstract_of(number)
        return [] if abstract is None else list(abstract.iterchildren(w("lvl")))

    def _abstract_of(self, number: str) -> Element | None:
        """Return the abstract list with the levels; one may lead to the list of a style, which has them."""
        visited_numbers: set[str] = set()
        while number in self._num and number not in visited_numbers:
            visited_numbers.add(number)
            abstract = self._abstract.get(_value(self._num[number], "abstractNumId"))
            if abstract is None or abstract.find(w("numStyleLink")) is None:
                return abstract
            linked_number = self._styles.find(_value(abstract, "numStyleLink"), _NUMBERING_OF_STYLE)
            if linked_number is None:
                return None
            number = linked_number.get(w("val"), "")
        return None


def _by_number(elements: Iterable[Element], name: str, least: int) -> dict[str, Element]:
    """Return elements by the attribute that numbers them, without those that have no number.

    Args:
        elements: the elements.
        name: full name of the attribute.
        least: the least number that Word knows there.
    """
    element_of_number = {}
    for element in elements:
        number = element.get(name, "")
        # Beyond this many figures it is no number, and a list of it is none.
        if number.isdecimal() and whole_number(number, -1) >= least:
            element_of_number[number] = element
    return element_of_number


def _whole(text: str) -> int:
    """Return the number of a level, or that with which it begins; 0 for what is none."""
    return max(whole_number(text), 0)


def _value(element: Element, child: str) -> str:
    """Return the ``w:val`` of a child of an element; empty where it has none."""
    child_element = element.find(w(child))
    return "" if child_element is None else str(child_element.get(w("val"), ""))


def _start(level: Element, override: Element | None) -> int:
    """Return the number with which a level begins."""
    start = None
    if override is not None:
        start = override.find(w("startOverride"))
        if start is None:
            start = override.find(path_to("lvl", "start"))
    if start is None:
        start = level.find(w("start"))
    # The schema has 0 for a level that does not say it.
    return 0 if start is None else _whole(start.get(w("val"), "0"))


def _level_xml(override: Element | None) -> str:
    """Return the XML of the level that an override has in place of that of the abstract list."""
    level = None if override is None else override.find(w("lvl"))
    if level is None:
        return ""
    return xml_inside_part(level)


def _without_other_namespaces(indent: Element) -> Element:
    """Return an indent with the attributes of the schema: other prefixes may not be known in the text."""
    attributes = {name: text for name, text in indent.attrib.items() if name.startswith(_W)}
    return etree.Element(w("ind"), attributes, nsmap={"w": W})
