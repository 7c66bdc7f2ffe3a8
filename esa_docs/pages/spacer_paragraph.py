"""A paragraph that nobody sees.

It stands where the schema or an engine needs a paragraph and the pages must not change.
"""

from __future__ import annotations

from lxml import etree

from esa_docs.ooxml.names import w

_SPACING = {"before": "0", "after": "0", "line": "1", "lineRule": "exact"}
"""No space around it, and a line of a twentieth of a point: the unit of ``w:line``."""


def make_spacer_paragraph() -> etree._Element:
    """Return an empty paragraph a twentieth of a point high."""
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    attributes = {w(name): value for name, value in _SPACING.items()}
    etree.SubElement(properties, w("spacing"), attributes)
    return paragraph
