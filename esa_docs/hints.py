"""Hints that diagnostics of several layers give."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from esa_docs.i18n import gettext as _

_MOST_CHOICES = 12
_MOST_NAMES = 3
_MOST_NEAR = 4
"""Equally near choices that a hint proposes."""
_LEAST_LIKENESS = 0.5
"""Likeness from which on a choice is proposed."""
_PLAIN_WORD = re.compile(r"[^\s\"'`&|<>()\[\]{}^;%!$*?#~,=]+")
"""A word that no command line takes apart, neither that of Windows nor another."""
_CE_TO_BE = 543
"""Years between the Christian era and the Buddhist era, as Thailand counts it."""


def command_word(word: str) -> str:
    """Return a word as it is typed on a command line: in quotation marks where it has blanks or signs."""
    if _PLAIN_WORD.fullmatch(word):
        return word
    return f'"{word}"'


def nearest_hint(word: str, choices: Sequence[str]) -> str:
    """Return a hint that names the choices most like a word, or the first choices where none is like it.

    What was written is never proposed, even where it stands among the choices.

    Args:
        word: what was written.
        choices: what could have been written.
    """
    other_choices = [choice for choice in choices if choice != word]
    near_choices = nearest(word, other_choices)
    if near_choices:
        return did_you_mean(near_choices)
    names = list(other_choices[:_MOST_CHOICES])
    if len(other_choices) > _MOST_CHOICES:
        names.append("…")
    if not names:
        names = ["-"]
    return _("Known here: {choices}.").format(choices=", ".join(names))


def did_you_mean(near_choices: Sequence[str]) -> str:
    """Return the hint that proposes one choice, or several that are equally near."""
    if len(near_choices) == 1:
        return _("Did you mean '{near}'?").format(near=near_choices[0])
    quoted_choices = [f"'{choice}'" for choice in near_choices]
    return _("Did you mean one of these: {choices}?").format(choices=", ".join(quoted_choices))


def nearest(word: str, choices: Sequence[str]) -> list[str]:
    """Return the choices most like a word: several that are equally like it, none where none is.

    They come in the order of the choices.
    """
    near_choices = difflib.get_close_matches(word, choices, n=_MOST_NEAR, cutoff=_LEAST_LIKENESS)
    if not near_choices:
        return []
    highest = likeness(word, near_choices[0])
    equally_near = {choice for choice in near_choices if likeness(word, choice) == highest}
    return [choice for choice in dict.fromkeys(choices) if choice in equally_near]


def likeness(word: str, choice: str) -> float:
    """Return how like a word a choice is: 0 is not at all, 1 is equal."""
    # As difflib.get_close_matches compares them: its measure depends on which of the two comes first.
    return difflib.SequenceMatcher(a=choice, b=word).ratio()


def era_hint(year: int) -> str:
    """Return a hint that names the Buddhist year of a year of the Christian era."""
    return _("Did you mean B.E. {year}?").format(year=year + _CE_TO_BE)


def few_names(names: Sequence[str]) -> str:
    """Return names in a row; of more than three the first three, and how many more there are."""
    shown_names = ", ".join(names[:_MOST_NAMES])
    further = len(names) - _MOST_NAMES
    if further <= 0:
        return shown_names
    return _("{names} and {count} more").format(names=shown_names, count=further)
