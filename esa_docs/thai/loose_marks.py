"""Thai vowel signs and tone marks that stand on no letter: slips of the keyboard, or text pasted in pieces.

``Google์``, ``(ก)้``, ``5์`` and a text that begins with one. Nobody can tell which letter was meant, so they
are told and not mended; a document prints them as they stand.

ะ, า and ๅ stand for themselves in texts about spelling, behind a dash, a bracket or a quotation mark; any
mark stands on the dotted circle U+25CC there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

THAI_MARKS: Final = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
"""Vowel signs and tone marks that belong to the letter before them, as a range of a pattern."""
_ON_THE_LETTER: Final = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
"""The marks that cannot stand without a letter: drawn above or below it, ำ in part."""
_BEHIND_THE_LETTER: Final = "\u0e30\u0e32\u0e45"
_LETTERS: Final = f"\u0e01-\u0e2e{THAI_MARKS}\u25cc"
"""What a mark may stand behind: a consonant, or another mark, which is judged by itself."""
_SIGNS_OF_SPELLING: Final = "\\-\u2010-\u2015(\\[{\"'\u2018\u201c"


def find_loose_mark(text: str, start: int = 0, end: int | None = None) -> int:
    """Return the index of the first mark between two indices that stands on no letter; -1 for none.

    Args:
        text: the text.
        start: where to begin; what stands before it counts as what the mark stands behind.
        end: where to stop; the end of the text by default.
    """
    last = len(text) if end is None else end
    match = _loose_mark().search(text, start, last)
    return match.start() if match else -1


def may_hold_loose_mark(text: str) -> bool:
    """Return whether a whole file may hold a text with such a mark: one that begins with it, too."""
    return _mark_behind_no_letter().search(text) is not None


@cache
def _mark_behind_no_letter() -> re.Pattern[str]:
    return re.compile(f"(?<![{_LETTERS}])[{THAI_MARKS}]")


@cache
def _loose_mark() -> re.Pattern[str]:
    return re.compile(
        f"(?<![{_LETTERS}])[{_ON_THE_LETTER}]|(?<![{_LETTERS}{_SIGNS_OF_SPELLING}])[{_BEHIND_THE_LETTER}]"
    )
