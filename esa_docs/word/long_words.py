"""Addresses of pages and of e-mail, long words without a blank: their paragraphs are not justified.

The whole word goes to the next line. A justified line before it would be drawn out over the width of the
page, its tone marks off their letters (seen in LibreOffice 7.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from esa_docs.ooxml.names import PPR_ORDER
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.ooxml.xml_parts import parse_part

_LETTERS: Final = 30
"""So many letters take nearly half of a line of 16 cm."""
_SIGNS: Final = ("://", "www.", "@")
"""What an address holds: to look for these takes a tenth of the time of a pattern for long words."""
_BODY: Final = "<w:body"
_REST_OF_WORD: Final = re.compile(r"[!-;=?-~]*")
_LONG_WORD: Final = re.compile(rf"[!-;=?-~]{{{_LETTERS},}}\Z")
_START: Final = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>(?P<properties>.*?)</w:pPr>)?", re.DOTALL)
_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"')
_ALIGNMENT: Final = re.compile(r'<w:jc w:val="([^"]*)"/>')
_BEHIND_ALIGNMENT: Final = "|".join(PPR_ORDER[PPR_ORDER.index("jc") + 1 :])
_PLACE: Final = re.compile(rf"<w:(?:{_BEHIND_ALIGNMENT})\b|\Z")
"""What the schema puts behind the alignment, or the end of the properties."""
_ALIGNED_LEFT: Final = '<w:jc w:val="left"/>'
_JUSTIFIED: Final = frozenset({"both", "distribute", "thaiDistribute"})


def without_torn_lines(xml: str, styles: bytes) -> str:
    """Return a document part whose justified paragraphs with long words are aligned left.

    Args:
        xml: the part.
        styles: the part of styles.
    """
    pieces = []
    end = 0
    for text_start in sorted(set(_texts_with_long_words(xml))):
        plain_start = xml.rfind("<w:p>", end, text_start)
        start = max(plain_start, xml.rfind("<w:p ", max(plain_start, end), text_start))
        beginning = _START.match(xml, start) if start >= 0 else None
        if beginning is None or "</w:p>" in xml[start:text_start]:
            continue
        properties = beginning["properties"] or ""
        if _is_justified(properties, styles):
            pieces += [xml[end:start], _with_left(beginning)]
            end = beginning.end()
    pieces.append(xml[end:])
    return "".join(pieces)


def _texts_with_long_words(xml: str) -> Iterator[int]:
    """Generate the index of each text that holds a long address, once for each sign of an address in it."""
    body = xml.find(_BODY)
    for sign in _SIGNS:
        index = xml.find(sign, body)
        while index >= 0:
            text_start = xml.rfind(">", body, index) + 1
            rest_of_word = _REST_OF_WORD.match(xml, index)
            word_end = rest_of_word.end() if rest_of_word else len(xml)
            is_in_text = xml.rfind("<", body, index) < text_start
            if is_in_text and _LONG_WORD.search(xml, text_start, word_end):
                yield text_start
            index = xml.find(sign, word_end)


def _is_justified(properties: str, styles: bytes) -> bool:
    alignment = _ALIGNMENT.search(properties)
    if alignment is not None:
        return alignment[1] in _JUSTIFIED
    style = _STYLE.search(properties)
    return style is not None and style[1] in _justified_styles(styles)


@lru_cache(maxsize=16)
def _justified_styles(styles: bytes) -> frozenset[str | None]:
    alignments = StyleSheet(parse_part(styles)).alignments
    return frozenset(style for style, alignment in alignments.items() if alignment in _JUSTIFIED)


def _with_left(beginning: re.Match[str]) -> str:
    """Return the beginning of a paragraph with its alignment left, in the place that the schema gives it."""
    text = beginning[0]
    properties = beginning["properties"]
    if properties is None:
        return f"{text}<w:pPr>{_ALIGNED_LEFT}</w:pPr>"
    other_properties = _ALIGNMENT.sub("", properties)
    place = _PLACE.search(other_properties)
    index = len(other_properties) if place is None else place.start()
    aligned = f"{other_properties[:index]}{_ALIGNED_LEFT}{other_properties[index:]}"
    return f"{text.removesuffix(f'{properties}</w:pPr>')}{aligned}</w:pPr>"
