"""Lines of the Jinja source of a part: Jinja names the line of a fault, so each is one place in Word.

A paragraph begins a line. So does a statement, wherever it stands: its line begins behind the sign that opens
it, where a line end is not printed.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.templates.tags.own_names import OWN_FILTERS
from esa_docs.word.templates.tags.tags import PLACED

_PARAGRAPH_START: Final = re.compile(r"<w:p(?=[ >])")
_RAW: Final = re.compile(r"\{%[-+]?\s*raw\b")
_OF_COMPILER: Final = rf"(?:filter (?!{PLACED})(?:{OWN_FILTERS.pattern})|endfilter)\b"
"""Statements that the compiler puts around texts."""
_STATEMENT: Final = re.compile(rf"(?<=[>}}])(?<!'\) %\}})(\{{%[-+]?)(?! ?{_OF_COMPILER})")
"""The beginning of any other statement. A call between paragraphs stands in the line of that around it."""
_NOTE_END: Final = re.compile(r"(</w:(?:foot|end)note>\{%)(?= endfilter\b)")
"""Behind a note the paragraph goes on that refers to it."""
_STATEMENT_ON_ITS_LINE: Final = re.compile(r"(\{%[-+]?)\n")


def in_lines(xml: str) -> str:
    """Return the source of a part in lines. What it prints is the same."""
    xml = _PARAGRAPH_START.sub("\n<w:p", xml)
    xml = _NOTE_END.sub("\\1\n", xml)
    # What stands between raw and endraw is printed as it is.
    if _RAW.search(xml):
        return xml
    return _STATEMENT.sub("\\1\n", xml)


def lines_of(source: str) -> list[str]:
    """Return the lines of a source, each statement with the sign that opens it."""
    return _STATEMENT_ON_ITS_LINE.sub("\n\\1", source).split("\n")
