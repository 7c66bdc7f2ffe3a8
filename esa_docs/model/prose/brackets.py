"""Square brackets in a line, each with its partner."""

from __future__ import annotations

import re
from typing import Final

_BACKSLASH_OR_BRACKET: Final = re.compile(r"\\.|[\[\]]")
"""A backslash goes with the character behind it: of several before a bracket, an odd one makes it literal."""


def bracket_ends(text: str, start: int, end: int) -> dict[int, int]:
    """Return the index of the closing bracket of each opening one that has a partner.

    Args:
        text: the text as typed.
        start: index of the first character of the line.
        end: index behind its last character.
    """
    ends = {}
    open_brackets = []
    for match in _BACKSLASH_OR_BRACKET.finditer(text, start, end):
        if match[0] == "[":
            open_brackets.append(match.start())
        elif match[0] == "]" and open_brackets:
            ends[open_brackets.pop()] = match.start()
    return ends
