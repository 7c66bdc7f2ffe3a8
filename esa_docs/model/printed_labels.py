"""Words that a paper prints before a text, such as เรื่อง: they are no part of it."""

from __future__ import annotations

import re
from functools import partial

from pydantic import AfterValidator

from esa_docs.model.prose.prose import Prose


def behind(*words: str) -> AfterValidator:
    """Return what makes a type of text one that is printed behind words, which stand on paper once.

    Args:
        words: the word that is printed, and other ways in which it is typed.
    """
    return AfterValidator(partial(_without_words, words=words))


def _without_words(value: object, words: tuple[str, ...]) -> object:
    """Return a text, or a list whose first paragraph is one, without words at its beginning."""
    if isinstance(value, str):
        return without_words(value, words)
    if isinstance(value, tuple) and value:
        first_paragraph = _without_words(value[0], words)
        return (first_paragraph, *value[1:])
    return value


def without_words(text: str, words: tuple[str, ...]) -> str:
    """Return a text without words at its beginning. A text that is nothing else stays.

    Behind such a word stands a blank or a colon: เรื่องราว begins with another word than เรื่อง. A word that
    ends in a point, such as โทร., ends there.

    Args:
        text: the text.
        words: the words.
    """
    alternatives = "|".join(map(re.escape, words))
    label = re.match(rf"(?:(?:{alternatives})(?:(?<=\.)|(?=[\s:]))[\s:]*)+", text)
    if label is None:
        return text
    if isinstance(text, Prose):
        return text.cut(label.end()) or text
    return text[label.end() :] or text
