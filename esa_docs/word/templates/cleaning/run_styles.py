"""The style of a run, read from the text of its properties."""

from __future__ import annotations

from lxml import etree

from esa_docs.word.runs import RunStyle
from esa_docs.word.templates.cleaning.run_property_order import place_name
from esa_docs.word.templates.reading.namespaces import xml_inside_part


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
        children.append((place_name(child), xml_inside_part(child)))
    return RunStyle.of(children)
