"""A paragraph that nobody sees: where the schema or an engine needs one and the pages must not change."""

from __future__ import annotations

from lxml import etree

from esa_docs.ooxml.names import w

_SPACING = {"before": "0", "after": "0", "line": "1", "lineRule": "exact"}
"""A twentieth of a point."""


def make_spacer_paragraph() -> etree._Element:
    """Return an empty paragraph a twentieth of a point high."""
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("spacing"), {w(name): value for name, value in _SPACING.items()})
    return paragraph
