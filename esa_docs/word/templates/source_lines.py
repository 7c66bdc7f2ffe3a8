"""Lines of the Jinja source of a part: Jinja names the line of a fault, so each is one place in Word.

A paragraph begins a line. So does a tag that stands between paragraphs, rows or cells ({%p …, {%tr …): its
line begins behind the sign that opens it, where a line end is not printed.
"""

from __future__ import annotations

import re
from typing import Final

_PARAGRAPH_START: Final = re.compile(r"<w:p(?=[ >])")
_TAGS_BETWEEN: Final = re.compile(
    r"(?<=>)(?:\{%(?:(?!%\}).)*%\})+(?=<w:(?:p|tr|tc|tbl|sectPr)[ />]|</w:(?:tr|tbl|tc|body)>)"
)
_OPENING: Final = re.compile(r"\{%[-+]?")


def in_lines(xml: str) -> str:
    """Return the source of a part in lines. What it prints is the same."""
    xml = _TAGS_BETWEEN.sub(_in_lines_of_their_own, xml)
    return _PARAGRAPH_START.sub("\n<w:p", xml)


def source_line(source: str, number: int) -> str:
    """Return a line of a source, from 1 on, with the sign that opens its first tag; empty for no line."""
    lines = source.split("\n")
    if not 1 <= number <= len(lines):
        return ""
    line = lines[number - 1]
    if number > 1 and _OPENING.search(lines[number - 2][-3:]):
        return f"{{% {line.lstrip()}"
    return line


def _in_lines_of_their_own(tags: re.Match[str]) -> str:
    return _OPENING.sub(lambda opening: f"{opening[0]}\n", tags[0])
