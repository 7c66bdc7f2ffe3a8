"""Numbers of notes that begin anew in each section: where each section is a letter of its own."""

from __future__ import annotations

import re
from typing import Final

NOTES_BY_SECTION: Final = "_notes_by_section"
"""Among the values of a document: the notes of each section count anew. No tag of a template begins so."""
_BEGINNING: Final = re.compile(
    r"<w:sectPr(?: [^>]*)?(?P<empty>/>|>(?:\s*<w:(?:header|footer)Reference [^>]*/>)*)"
    r"(?P<notes>\s*<w:footnotePr(?:/>|>.*?</w:footnotePr>))?",
    re.DOTALL,
)
"""What stands before the endnotes of a section, and before its type (ECMA-376 part 1, 17.6.17)."""
_RESTART: Final = '<w:numRestart w:val="eachSect"/>'
_NOTES: Final = f"<w:footnotePr>{_RESTART}</w:footnotePr>"


def with_notes_by_section(xml: str) -> str:
    """Return a document part in each section of which the numbers of footnotes begin anew.

    Sections whose own properties count notes stay as they are, and so do empty properties.

    Args:
        xml: the part.
    """
    return _BEGINNING.sub(_counting_anew, xml)


def _counting_anew(section: re.Match[str]) -> str:
    if section["empty"] == "/>" or section["notes"] is not None:
        return section[0]
    return section[0] + _NOTES
