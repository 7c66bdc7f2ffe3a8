"""Tags as Jinja reads them, in XML: what XML writes as a code in them stands for itself again."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.templates.tags.tags import tags_in

_TEXT: Final = re.compile(r">[^<]*\{[{%#][^<]*")
_ATTRIBUTE: Final = re.compile(r'="[^"<>]*\{[{%#][^"<>]*"')
_CODES: Final = (
    *(("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#10;", " "), ("&#9;", " "), ("&#13;", " ")),
    # The ampersand comes last: "&amp;lt;" stands for "&lt;", not for "<".
    ("&amp;", "&"),
)


def with_plain_tags(xml: str) -> str:
    """Return the XML of a part whose tags hold no codes, in texts and in attributes."""
    xml = _TEXT.sub(_plain_match, xml)
    return _ATTRIBUTE.sub(_plain_match, xml)


def _plain_match(match: re.Match[str]) -> str:
    text = match[0]
    pieces = []
    place = 0
    for tag in tags_in(text):
        pieces.append(text[place : tag.start])
        pieces.append(_without_codes(tag.text))
        place = tag.end
    pieces.append(text[place:])
    return "".join(pieces)


def _without_codes(tag: str) -> str:
    for code, sign in _CODES:
        tag = tag.replace(code, sign)
    return tag
