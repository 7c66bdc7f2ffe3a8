"""The style of a run, read from the text of its properties."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from esa_docs.word.runs import RunStyle
from esa_docs.word.templates.run_property_order import place_name

_DECLARED: Final = re.compile(r' xmlns:[^=]+="[^"]*"')


def first_tag(xml: str) -> str:
    """Return the first tag in an attribute of some XML, from its braces to the end of the attribute."""
    _before, _brace, text = xml.partition("{")
    return "{" + text.partition('"')[0]


def run_style(properties: str, declared: str) -> RunStyle:
    """Return the style of a run by the XML inside its ``w:rPr``; empty where it has none.

    Args:
        properties: the XML, in which nothing is declared.
        declared: the attributes that declare the namespaces of its part.
    """
    if not properties:
        return RunStyle()
    root = etree.fromstring(f"<w:rPr{declared}>{properties}</w:rPr>")
    children = []
    for child in root:
        xml = etree.tostring(child, encoding="unicode", with_tail=False)
        # The root of its part declares the namespaces, so the element does not.
        children.append((place_name(child), _DECLARED.sub("", xml)))
    return RunStyle.of(children)
