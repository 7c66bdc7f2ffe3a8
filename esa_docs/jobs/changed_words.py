"""What differs between two prints of one paper, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

_LONGEST: Final = 80
"""Characters of the words that a message quotes."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ.

    Attributes:
        old: the words of the kept print; empty where words were added.
        new: the words of today's print; empty where words were taken away.
    """

    old: str
    new: str


def find_changes(old_lines: Sequence[str], new_lines: Sequence[str]) -> Iterator[Change]:
    """Generate what differs between two prints, in the order of the text.

    Args:
        old_lines: the paragraphs of the kept print.
        new_lines: those of today's print.
    """
    start = _equal_at_start(old_lines, new_lines)
    old_middle, new_middle = old_lines[start:], new_lines[start:]
    end = _equal_at_start(old_middle[::-1], new_middle[::-1])
    old_middle = old_middle[: len(old_middle) - end]
    new_middle = new_middle[: len(new_middle) - end]
    matcher = SequenceMatcher(None, old_middle, new_middle)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(old_middle[old_start:old_end], new_middle[new_start:new_end], fillvalue="")
            for old_line, new_line in pairs:
                yield _changed_words(old_line, new_line)


def _equal_at_start(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many items are equal from the first on."""
    count = 0
    for old_item, new_item in zip(old, new, strict=False):
        if old_item != new_item:
            return count
        count += 1
    return count


def _changed_words(old: str, new: str) -> Change:
    """Return the words that differ in a line, with what stands beside them up to the next space."""
    start = _equal_at_start(old, new)
    end = _equal_at_start(old[start:][::-1], new[start:][::-1])
    start = old.rfind(" ", 0, start) + 1
    end = _end_of_word(old, len(old) - end)
    new_end = len(new) - (len(old) - end)
    return Change(_shorten(old[start:end]), _shorten(new[start:new_end]))


def _end_of_word(text: str, place: int) -> int:
    space = text.find(" ", place)
    return len(text) if space < 0 else space


def _shorten(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST]}…"
