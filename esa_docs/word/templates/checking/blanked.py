"""Jinja source without the tags that raised a fault, so that the next fault can be found."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import ChainableUndefined

UNKNOWN: Final = "_unknown"
"""Name of a value that lets all be done with it."""
UNKNOWN_VALUE: Final = ChainableUndefined()
_EXPRESSION: Final = re.compile(r"\{\{(?!\s*_(?:next_id|copies|contents)\b).*?\}\}", re.DOTALL)
_IN_ATTRIBUTE: Final = re.compile(r"<[^>]*\{\{(?!\s*_)[^>]*>")
_OPENED: Final = re.compile(r"\{%[-+]?$")
_STATEMENT: Final = re.compile(r"^(?P<inner>.*?)(?P<end>[-+]?%\})", re.DOTALL)
_TAKING_VALUES: Final = (
    (re.compile(r"^(\s*for\s.+?\sin\s).*$", re.DOTALL), rf"\g<1>{UNKNOWN} "),
    (re.compile(r"^(\s*(?:if|elif)\s).*$", re.DOTALL), rf"\g<1>{UNKNOWN} "),
    (re.compile(r"^(\s*set\s+\w+\s*=).*$", re.DOTALL), rf"\g<1> {UNKNOWN} "),
    (
        re.compile(r"^\s*(?:do|include|import|from|extends|set\s[^=]*\.\S+\s*=)\s?.*$", re.DOTALL),
        f" do {UNKNOWN} ",
    ),
)
"""Statements that work with values, and what stands in their place."""


def has_tag_in_attribute(source: str, number: int) -> bool:
    """Return whether a line of a source, from 1, has an attribute that lacks its value without its tag."""
    lines = source.split("\n")
    return 1 <= number <= len(lines) and _IN_ATTRIBUTE.search(lines[number - 1]) is not None


def without_tags(source: str, number: int) -> str:
    """Return a source without the values of the tags of a line; as it is where the line has none.

    Args:
        source: Jinja source in lines.
        number: the number of the line, from 1; 0 for none.
    """
    lines = source.split("\n")
    if not 1 <= number <= len(lines):
        return source
    index = number - 1
    line = lines[index]
    is_statement = index > 0 and _OPENED.search(lines[index - 1]) is not None
    if is_statement:
        line = _STATEMENT.sub(_without_values, line, count=1)
    lines[index] = _EXPRESSION.sub("", line)
    return "\n".join(lines)


def _without_values(match: re.Match[str]) -> str:
    inner = match["inner"]
    for pattern, replacement in _TAKING_VALUES:
        if pattern.match(inner):
            inner = pattern.sub(replacement, inner)
            break
    return f"{inner}{match['end']}"
