"""Square brackets in a line, each with its partner."""

from __future__ import annotations

import re
from typing import Final

_BRACKET: Final = re.compile(r"(?P<backslashes>\\*)(?P<bracket>[\[\]])")


def bracket_ends(text: str, start: int, end: int) -> dict[int, int]:
    """Return the index of the closing bracket of each opening one that has a partner.

    Args:
        text: the text as typed.
        start: index of the first character of the line.
        end: index behind its last character.
    """
    ends = {}
    open_brackets = []
    for match in _BRACKET.finditer(text, start, end):
        is_literal = len(match["backslashes"]) % 2 == 1
        if is_literal:
            continue
        index = match.start("bracket")
        if match["bracket"] == "[":
            open_brackets.append(index)
        elif open_brackets:
            ends[open_brackets.pop()] = index
    return ends
