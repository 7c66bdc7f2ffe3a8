"""Paragraphs that end a section, as text: they hold its properties."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.blocks.page_rooms import SECTION

_OPENING: Final = re.compile(r"<w:p(?: [^>]*)?>")
_PROPERTIES: Final = re.compile(r"<w:p(?: [^>]*)?><w:pPr>(?P<inner>.*?)</w:pPr>", re.DOTALL)
_RANGES: Final = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")


def section_of(paragraph: str) -> str:
    """Return the properties of the section that ends with a paragraph; empty where none does."""
    properties = _PROPERTIES.match(paragraph)
    section = SECTION.search(properties["inner"]) if properties else None
    return section[0] if section else ""


def ranges_alone(paragraph: str) -> str | None:
    """Return the bookmarks of a paragraph that holds nothing else; None where it holds more, or is none."""
    properties = _PROPERTIES.match(paragraph)
    if properties is None:
        return None
    content = paragraph[properties.end() : -len("</w:p>")]
    return content if not _RANGES.sub("", content).strip() else None


def with_section(paragraph: str, section: str) -> str:
    """Return a paragraph that ends a section, in place of the one that it ended."""
    properties = _PROPERTIES.match(paragraph)
    if properties is not None:
        inner = SECTION.sub("", properties["inner"])
        return (
            f"{paragraph[: properties.start('inner')]}{inner}{section}{paragraph[properties.end('inner') :]}"
        )
    opening = _OPENING.match(paragraph)
    assert opening is not None, "a paragraph begins with its element"  # noqa: S101
    return f"{opening[0]}<w:pPr>{section}</w:pPr>{paragraph[opening.end() :]}"
