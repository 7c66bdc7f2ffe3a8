"""What holds in a Word file where no style says anything, written out.

In the paper other defaults hold. So the styles of a file stand on all of them: those of Word, and over them
those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import PPR_ORDER, RPR_ORDER, W, local, w
from esa_docs.ooxml.styles import path_to

_WORD_TEXT: Final[Mapping[str, Mapping[str, str]]] = {
    "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
    "color": {"val": "auto"},
    "spacing": {"val": "0"},
    "w": {"val": "100"},
    "kern": {"val": "0"},
    "position": {"val": "0"},
    "sz": {"val": "20"},
    "szCs": {"val": "20"},
}
"""Properties of text in Word (ECMA-376 part 1, 17.3.2): ten points, Times New Roman."""
_WORD_PARAGRAPH: Final[Mapping[str, Mapping[str, str]]] = {
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "jc": {"val": "left"},
}
"""Properties of paragraphs in Word. Indents are not among them: those of lists stand above the defaults."""
_SAME: Final = {"start": "left", "end": "right", "hanging": "firstLine"}
"""Attributes that say what others say."""

Element = Any
Attributes = frozenset[tuple[str, str, str]]
"""Attributes of properties: ``pPr`` or ``rPr``, name of the property, name of the attribute."""


@dataclass(frozen=True, slots=True)
class DefaultProperties:
    """The defaults of a Word file.

    Attributes:
        paragraph: attributes of each property of a paragraph.
        text: attributes of each property of text.
    """

    paragraph: Mapping[str, Mapping[str, str]]
    text: Mapping[str, Mapping[str, str]]

    @property
    def attributes(self) -> Attributes:
        """All attributes of the defaults."""
        attributes: set[tuple[str, str, str]] = set()
        for kind, properties in (("pPr", self.paragraph), ("rPr", self.text)):
            for name, values in properties.items():
                attributes.update((kind, name, attribute) for attribute in values)
        return frozenset(attributes)

    def elements(self, attributes: Attributes) -> tuple[Element, Element]:
        """Return those of some attributes that the defaults have as ``w:pPr`` and ``w:rPr``."""
        paragraph = _element("pPr", self.paragraph, PPR_ORDER, attributes)
        return paragraph, _element("rPr", self.text, RPR_ORDER, attributes)


def default_properties(styles: Element | None) -> DefaultProperties:
    """Return the defaults of a Word file.

    Args:
        styles: root of its styles, theme resolved; None where it has none.
    """
    paragraph = {name: dict(attributes) for name, attributes in _WORD_PARAGRAPH.items()}
    text = {name: dict(attributes) for name, attributes in _WORD_TEXT.items()}
    if styles is not None:
        _overlay(paragraph, styles.find(path_to("docDefaults", "pPrDefault", "pPr")))
        _overlay(text, styles.find(path_to("docDefaults", "rPrDefault", "rPr")))
    return DefaultProperties(paragraph, text)


def attributes_in(holders: Iterable[Element]) -> Attributes:
    """Return which attributes of properties of paragraphs and text some elements set."""
    attributes: set[tuple[str, str, str]] = set()
    for holder in holders:
        for kind in ("pPr", "rPr"):
            for properties in holder.iter(w(kind)):
                for child in properties:
                    names = [_SAME.get(local(name), local(name)) for name in child.attrib] or ["val"]
                    attributes.update((kind, local(child.tag), name) for name in names)
    return frozenset(attributes)


def _overlay(properties: dict[str, dict[str, str]], element: Element | None) -> None:
    """Put the properties of an element over others; attributes that it does not name stay."""
    if element is None:
        return
    for child in element:
        attributes = properties.setdefault(local(child.tag), {})
        for name, value in child.attrib.items():
            attributes[local(name)] = value


def _element(
    kind: str,
    properties: Mapping[str, Mapping[str, str]],
    order: tuple[str, ...],
    chosen_attributes: Attributes,
) -> Element:
    element = etree.Element(w(kind), nsmap={"w": W})
    known_names = [name for name in properties if name in order]
    for name in sorted(known_names, key=order.index):
        attributes = {}
        for attribute, value in properties[name].items():
            if (kind, name, attribute) in chosen_attributes:
                attributes[w(attribute)] = value
        if attributes:
            etree.SubElement(element, w(name), attributes)
    return element
