"""Numbers of notes that begin anew in each section: where each section is a letter of its own."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from esa_docs import thai

NOTES_BY_SECTION: Final = "_notes_by_section"
"""Among the values of a document: the notes of each section count anew. No tag of a template begins so."""
_EMPTY: Final = re.compile(r"(?P<opening><w:sectPr(?: [^>]*)?)/>")
_BEGINNING: Final = re.compile(
    r"(?P<before><w:sectPr(?: [^>]*)?>(?:\s*<w:(?:header|footer)Reference [^>]*/>)*\s*)"
    r"(?:<w:footnotePr(?:/>|>(?P<notes>.*?)</w:footnotePr>))?",
    re.DOTALL,
)
"""What stands before the endnotes of a section, and before its type (ECMA-376 part 1, 17.6.17)."""
_RESTART: Final = '<w:numRestart w:val="eachSect"/>'
_OWN_RESTART, _OWN_FORMAT = "<w:numRestart ", "<w:numFmt "
_THAI: Final = '<w:numFmt w:val="thaiNumbers"/>'
_POSITION: Final = re.compile(r"\s*(?:<w:pos [^>]*/>)?")


def with_notes_by_section(xml: str, numerals: thai.Numerals) -> str:
    """Return a document part in each section of which the numbers of footnotes begin anew.

    A section whose own properties say where its notes begin anew keeps that; what they say besides, such as
    the form of the numbers, is kept too.

    Args:
        xml: the part.
        numerals: digits of the document.
    """
    counting_anew = partial(_counting_anew, numerals)
    return _BEGINNING.sub(counting_anew, _EMPTY.sub(r"\g<opening>></w:sectPr>", xml))


def _counting_anew(numerals: thai.Numerals, section: re.Match[str]) -> str:
    notes = section["notes"] or ""
    if numerals == "thai" and _OWN_FORMAT not in notes:
        # Properties of a section stand in place of those of the file, so the digits are said here too.
        notes = _POSITION.sub(rf"\g<0>{_THAI}", notes, count=1)
    if _OWN_RESTART not in notes:
        # The restart is the last of the properties of notes (17.11.11).
        notes += _RESTART
    return f"{section['before']}<w:footnotePr>{notes}</w:footnotePr>"
