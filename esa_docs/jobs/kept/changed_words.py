"""What differs between two prints of one paper, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from esa_docs import thai

_LONGEST: Final = 60
"""Letters that a message quotes of what differs."""
_CONTEXT: Final = 20
"""Letters that it quotes at most on either side. Fewer than `_LONGEST`: else words that were put in before
words of the same letters could look like what stood there."""
_SHORT: Final = 10
"""Letters of a paragraph that says nothing by itself, such as the number in a cell of a table."""
_CUT: Final = "…"
_BETWEEN_PARAGRAPHS: Final = " · "


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ, with some words on both sides; the two never look equal.

    Attributes:
        old: the words of the kept print; empty where a paragraph was added.
        new: the words of today's print; empty where a paragraph was taken away.
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
    line_before = old_lines[start - 1] if start else ""
    matcher = SequenceMatcher(None, old_middle, new_middle)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            line_before = old_middle[old_end - 1]
            continue
        pairs = zip_longest(old_middle[old_start:old_end], new_middle[new_start:new_end], fillvalue="")
        for old_line, new_line in pairs:
            yield _changed_words(old_line, new_line, line_before)
            line_before = ""


def _equal_at_start(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many items are equal from the first on."""
    count = 0
    for old_item, new_item in zip(old, new, strict=False):
        if old_item != new_item:
            return count
        count += 1
    return count


def _changed_words(old_line: str, new_line: str, line_before: str) -> Change:
    """Return what differs in a line, with the words around it.

    Args:
        old_line: the line in the kept print.
        new_line: the line in today's print.
        line_before: the line before it, where both prints have the same; it is told before a short line.
    """
    old, new = thai.letters(old_line), thai.letters(new_line)
    start = _equal_at_start(old, new)
    end = _equal_at_start(old[start:][::-1], new[start:][::-1])
    words_before = _words_before(old[:start])
    if line_before and min(len(old), len(new)) > 0 and max(len(old), len(new)) <= _SHORT:
        words_before = _words_before(thai.letters(line_before)) + _BETWEEN_PARAGRAPHS + words_before
    return Change(
        words_before + _words_from(old, start, len(old) - end),
        words_before + _words_from(new, start, len(new) - end),
    )


def _words_before(letters: Sequence[str]) -> str:
    """Return the last words of the letters before a place, … where the beginning is cut off."""
    if len(letters) <= _CONTEXT:
        return "".join(letters)
    nearest_letters = letters[-_CONTEXT:]
    # Thai has no spaces between words: to look farther for one would leave nothing to read.
    farther_half = nearest_letters[: _CONTEXT // 2]
    first = farther_half.index(" ") + 1 if " " in farther_half else 0
    return _CUT + "".join(nearest_letters[first:])


def _words_from(letters: Sequence[str], start: int, end: int) -> str:
    """Return what differs in a line and the first words after it, … where something is cut off."""
    if end - start > _LONGEST:
        return "".join(letters[start : start + _LONGEST]) + _CUT
    last = end + _CONTEXT
    if len(letters) <= last:
        return "".join(letters[start:])
    farther_half = letters[end + _CONTEXT // 2 : last]
    if " " in farther_half:
        last -= farther_half[::-1].index(" ") + 1
    return "".join(letters[start:last]) + _CUT
