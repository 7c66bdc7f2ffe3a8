"""Parts of a Word file by their names, and the elements with which they begin."""

from __future__ import annotations

import re
from typing import Final

MAIN_PART: Final = "word/document.xml"
STYLES_PART: Final = "word/styles.xml"
ROOT_OF_STEM: Final = {
    "document": "document",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "fontTable": "fonts",
}
"""Names of parts without number and ending, and the elements of the main namespace with which they begin.

The relationships that lead to the parts have kinds of the same names.
"""
STORIES: Final = ("document", "header", "footer", "footnotes", "endnotes", "comments")
"""Names, without number and ending, of parts with running text."""

# Word Online numbers every part: document2.xml.
_NAME: Final = re.compile(r"word/(?P<stem>[A-Za-z]+)\d*\.xml")
_CHART: Final = re.compile(r"word/charts/[^/]+\.xml")


def root_of(name: str) -> str:
    """Return the local name of the element with which a part must begin; empty for parts of other names."""
    return ROOT_OF_STEM.get(_stem(name), "")


def is_story(name: str) -> bool:
    """Return whether a part has running text, by its name."""
    return _stem(name) in STORIES


def is_chart(name: str) -> bool:
    """Return whether a part is a chart of numbers, by its name."""
    return _CHART.fullmatch(name) is not None


def _stem(name: str) -> str:
    """Return the name of a part of Word without number and ending; empty for other names."""
    match = _NAME.fullmatch(name)
    return "" if match is None else match["stem"]
