"""Whether something stands inside a Thai word: Thai is written without blanks, so a dictionary tells."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from esa_docs.thai.lines import thai_words, word_list_path

_LETTERS: Final = "[\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
_LETTERS_AT_END: Final = re.compile(rf"{_LETTERS}+$")
_LETTERS_AT_START: Final = re.compile(rf"{_LETTERS}+")
_MAKING_NOUNS: Final = frozenset({"การ", "ความ", "ผู้", "คณะ", "ที่"})
_MOST_LETTERS: Final = 60
"""Letters on one side that are looked at: no word is longer."""


def parted_word(before: str, after: str) -> str:
    """Return the word that a place between two texts parts; empty where it parts none.

    Behind the words that make nouns of others, such as การ in การประชุม, two words stand.
    """
    start = _LETTERS_AT_END.search(before[-_MOST_LETTERS:])
    end = _LETTERS_AT_START.match(after[:_MOST_LETTERS])
    if start is None or end is None:
        return ""
    length = 0
    for word in thai_words(start[0] + end[0]):
        first_part = word[: max(len(start[0]) - length, 0)]
        length += len(word)
        if length >= len(start[0]):
            return _word_of_parts(first_part, word.removeprefix(first_part))
    return ""


def _word_of_parts(first_part: str, second_part: str) -> str:
    """Return a word by its parts; empty where the dictionary lacks it, or where they are two words."""
    is_parted = first_part and second_part and first_part not in _MAKING_NOUNS
    word = first_part + second_part
    if is_parted and word in _dictionary():
        return word
    return ""


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(word_list_path().read_text(encoding="utf-8").split())
