"""Hints that diagnostics of several layers give."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from esa_docs.i18n import gettext as _

_MOST_CHOICES = 12
_MOST_NAMES = 3
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
    """Return a hint that names the choice most like a word, or the first choices where none is like it.

    Args:
        word: what was written.
        choices: what could have been written.
    """
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    if near:
        return _("Did you mean '{near}'?").format(near=near[0])
    names = list(choices[:_MOST_CHOICES])
    if len(choices) > _MOST_CHOICES:
        names.append("…")
    if not names:
        names = ["-"]
    return _("Known here: {choices}.").format(choices=", ".join(names))


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
