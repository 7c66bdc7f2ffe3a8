"""Long words without a blank, such as an address of a page: their paragraphs are not justified.

The whole word goes to the next line. A justified line before it would be drawn out over the width of the
page, its tone marks off their letters (seen in LibreOffice 7.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import PPR_ORDER, place_in_order, w
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.ooxml.xml_parts import parse_part

_LETTERS: Final = 30
"""So many letters take nearly half of a line of 16 cm."""
_IN_PART: Final = re.compile(rf">[^<>]*[!-;=?-~]{{{_LETTERS}}}")
_LONG_WORD: Final = re.compile(rf"[!-~]{{{_LETTERS}}}")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
"""It keeps comments: some of them are marks of ours (`annexes/section_marks.py`)."""
_JUSTIFIED: Final = frozenset({"both", "distribute", "thaiDistribute"})

Element = Any


def without_torn_lines(xml: str, styles: bytes) -> str:
    """Return a document part whose justified paragraphs with long words are aligned left.

    Args:
        xml: the part; few have such words, and no other is parsed.
        styles: the part of styles.
    """
    if _IN_PART.search(xml) is None:
        return xml
    root = etree.fromstring(xml.encode(), _PARSER)
    sheet = StyleSheet(parse_part(styles))
    for paragraph in root.iter(w("p")):
        text = "".join(_texts_of(paragraph))
        if _LONG_WORD.search(text) and sheet.alignment(paragraph) in _JUSTIFIED:
            _align_left(paragraph)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'


def _texts_of(paragraph: Element) -> Iterator[str]:
    """Generate the texts of a paragraph, without those of text boxes in it."""
    for text in paragraph.iter(w("t")):
        if next(text.iterancestors(w("p"))) is paragraph:
            yield text.text or ""


def _align_left(paragraph: Element) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    alignment = properties.find(w("jc"))
    if alignment is None:
        alignment = etree.Element(w("jc"))
        properties.insert(place_in_order(properties, "jc", PPR_ORDER), alignment)
    alignment.set(w("val"), "left")
