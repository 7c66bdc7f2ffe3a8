"""What is said of a character that content may not hold (E209): which, what it is, and beside what."""

from __future__ import annotations

from typing import Final

from esa_docs import thai
from esa_docs.i18n import gettext as _

_MOST_NEIGHBOURS: Final = 8
"""Letters that are shown on each side of the character."""
_LONGEST_LOOKED_AT: Final = 100
"""Characters on each side among which those letters are looked for."""


def name_refused(character: str) -> str:
    """Return what a refused character is, with its code."""
    code = f"U+{ord(character):04X}"
    return _words_of_sorts()[thai.sort_of_refused(character)].format(code=code)


def cure_of_refused(character: str) -> str:
    """Return what to do about a refused character."""
    match thai.sort_of_refused(character):
        case thai.RefusedSort.PRIVATE:
            return _("Delete it and type the sign that is meant, such as - for a bullet.")
        case thai.RefusedSort.LOST:
            return _("Look up what stood there where the text comes from, and type it again.")
    return _("Delete the invisible character at this place and type the text again.")


def with_neighbours(message: str, text: str, character: str) -> str:
    """Return a message with the piece of a text in which a refused character stands, where it is there."""
    neighbours = neighbours_of(text, character)
    return f"{message}: {neighbours}" if neighbours else message


def neighbours_of(text: str, character: str) -> str:
    """Return a piece of a text with a refused character in it, which stands there as ``[U+202E]``.

    Empty where the character is not in the text, or there is none.
    """
    index = text.find(character) if character else -1
    if index < 0:
        return ""
    text_before = _visible(text[max(0, index - _LONGEST_LOOKED_AT) : index])
    text_behind = _visible(text[index + 1 : index + _LONGEST_LOOKED_AT])
    letters_before = thai.letters(text_before)[-_MOST_NEIGHBOURS:]
    letters_behind = thai.letters(text_behind)[:_MOST_NEIGHBOURS]
    return f"{''.join(letters_before)}[U+{ord(character):04X}]{''.join(letters_behind)}"


def _visible(text: str) -> str:
    """Return a text without what would not be seen in a message: other refused characters, line ends."""
    refused = {character for _index, character in thai.refused_characters(text)}
    visible_text = "".join(character for character in text if character not in refused)
    return " ".join(visible_text.split())


def _words_of_sorts() -> dict[thai.RefusedSort, str]:
    return {
        thai.RefusedSort.CONTROL: _("the control character {code}"),
        thai.RefusedSort.DIRECTION: _("the invisible mark of text direction {code}"),
        thai.RefusedSort.PRIVATE: _("the sign {code}, which only one font knows"),
        thai.RefusedSort.TAG: _("the invisible tag character {code}"),
        thai.RefusedSort.LOST: _("{code}, a stand-in for a character that was lost"),
        thai.RefusedSort.NO_CHARACTER: _("the code {code}, which is no character"),
    }
