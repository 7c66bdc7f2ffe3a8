"""Characters that content may not hold: nobody can tell what was meant, or what a reader will see."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

_ENDS_OF_PLANES: Final = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000)
)
"""The last two places of each plane, which are no characters."""
_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_TAGS: Final = "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
"""Tag characters, and the places beside them that nobody would see either."""
_LOST: Final = "\ufff9-\ufffd"
_NOT_CHARACTERS: Final = (
    f"\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff{_ENDS_OF_PLANES}\U000ffffe-\U000fffff"
)
_LAST_TWO: Final = "\U0010fffe-\U0010ffff"
_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_REFUSED: Final = re.compile(
    f"[{_CONTROLS}{_DIRECTIONS}{_PRIVATE}{_TAGS}{_LOST}{_NOT_CHARACTERS}{_LAST_TWO}]"
)


class RefusedSort(StrEnum):
    """What sort of character is refused."""

    CONTROL = "control"
    DIRECTION = "direction"
    PRIVATE = "private"
    TAG = "tag"
    LOST = "lost"
    NO_CHARACTER = "no_character"


def refused_characters(text: str) -> list[tuple[int, str]]:
    r"""Return the characters that content may not hold, as ``(index, character)`` in order of place.

    Controls other than ``\n`` and tab, marks of direction, line and paragraph separators, lone surrogates,
    private use, noncharacters, U+FFF0 to U+FFFD, and tag characters. A character that Unicode has not
    assigned may stand where it would be seen: a later version may know it.
    `mend_text` comes first, and mends some of the rest.
    """
    return [(match.start(), match[0]) for match in _REFUSED.finditer(text)]


def sort_of_refused(character: str) -> RefusedSort:
    """Return the sort of a character that is refused."""
    for sort, pattern in _patterns():
        if pattern.match(character):
            return sort
    return RefusedSort.NO_CHARACTER


@cache
def _patterns() -> tuple[tuple[RefusedSort, re.Pattern[str]], ...]:
    return (
        (RefusedSort.CONTROL, re.compile(f"[{_CONTROLS}]")),
        (RefusedSort.DIRECTION, re.compile(f"[{_DIRECTIONS}]")),
        (RefusedSort.PRIVATE, re.compile(f"[{_PRIVATE}]")),
        (RefusedSort.TAG, re.compile(f"[{_TAGS}]")),
        (RefusedSort.LOST, re.compile(f"[{_LOST}]")),
    )
