"""What is said of a character that is refused: which, what it is, beside what, and what to do about it.

A file of content that holds one has E209, or E105 where YAML may not hold it. A command line is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.i18n import gettext as _

_MOST_NEIGHBOURS: Final = 8
"""Letters that are shown on each side of the character."""
_LONGEST_LOOKED_AT: Final = 100
"""Characters on each side among which those letters are looked for."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A character that is refused.

    Attributes:
        character: the character.
        message: that text is expected, and what was found beside which letters.
        hint: what to do about it.
    """

    character: str
    message: str
    hint: str


def refusal_of(character: str, text: str) -> Refusal:
    """Return what is said of a refused character.

    Args:
        character: the character; empty where it is not known.
        text: the text in which it stands.
    """
    if not character:
        message = _("text is expected, found a character that is not allowed")
        return Refusal(character, message, _cure(thai.RefusedSort.CONTROL))
    sort = thai.sort_of_refused(character)
    name = _words_of_sorts()[sort].format(code=f"U+{ord(character):04X}")
    message = _("text is expected, found {character}").format(character=name)
    neighbours = neighbours_of(text, character)
    if neighbours:
        message = f"{message}: {neighbours}"
    return Refusal(character, message, _cure(sort))


def first_refusal(text: str) -> Refusal | None:
    """Return what is said of the first character of a text that content may not hold; None without one."""
    refused_characters = thai.refused_characters(text)
    if not refused_characters:
        return None
    _index, character = refused_characters[0]
    return refusal_of(character, text)


def without_refused(text: str) -> str:
    """Return a text without the characters that content may not hold."""
    refused = {character for _index, character in thai.refused_characters(text)}
    return "".join(character for character in text if character not in refused)


def _cure(sort: thai.RefusedSort) -> str:
    match sort:
        case thai.RefusedSort.PRIVATE:
            return _("Delete it and type the sign that is meant, such as - for a bullet.")
        case thai.RefusedSort.LOST:
            return _("Look up what stood there where the text comes from, and type it again.")
    return _("Delete the invisible character at this place and type the text again.")


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
    return " ".join(without_refused(text).split())


def _words_of_sorts() -> dict[thai.RefusedSort, str]:
    return {
        thai.RefusedSort.CONTROL: _("the control character {code}"),
        thai.RefusedSort.DIRECTION: _("the invisible mark of text direction {code}"),
        thai.RefusedSort.PRIVATE: _("the sign {code}, which only one font knows"),
        thai.RefusedSort.TAG: _("the invisible tag character {code}"),
        thai.RefusedSort.LOST: _("{code}, a stand-in for a character that was lost"),
        thai.RefusedSort.NO_CHARACTER: _("the code {code}, which is no character"),
    }
