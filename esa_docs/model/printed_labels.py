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
    return AfterValidator(partial(without_words, words=words))


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
