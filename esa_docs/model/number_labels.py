"""Words that stand before a number on paper, such as คำสั่งที่: they are no part of it; and its length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_LABELS: Final = ("เลขที่", "ครั้งที่", "ที่")
"""Words that papers of every kind print before their numbers; each kind adds its own, such as คำสั่ง."""

MOST_FIGURES_OF_PAPER: Final = 12
"""A number has no more figures; one that is merely far too high is warned (E700)."""
_LONG: Final = re.compile(rf"[0-9]{{{MOST_FIGURES_OF_PAPER + 1}}}")


def has_too_many_figures(number: str) -> bool:
    """Return whether a row of ASCII figures in a typed number is longer than any number."""
    return _LONG.search(number) is not None


def without_label(typed: str, words: Sequence[str] = ()) -> str:
    """Return a typed number with single spaces, without the words that a paper prints before it.

    Args:
        typed: the number as it was typed.
        words: words of the kind of the paper, beside those of every kind (ที่, เลขที่, ครั้งที่).
    """
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    # The longest first: หนังสือเวียน is not หนังสือ with something behind it.
    labels = sorted((*_LABELS, *words), key=len, reverse=True)
    alternatives = "|".join(map(re.escape, labels))
    label = re.match(rf"(?:(?:{alternatives})\s*)+", text)
    return text[label.end() :] if label else text
