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
_LETTERS_PER_SLIP = 4
"""Letters of a word for each slip that a hint believes."""
_SHORTEST_PART = 3
"""Letters of a word, at least, that is proposed because it is a part of the other."""
_PLAIN_WORD = re.compile(r"[^\s\"'`&|<>()\[\]{}^;%!$*?#~,=]+")
"""A word that no command line takes apart, neither that of Windows nor another."""


def command_word(word: str) -> str:
    """Return a word as it is typed on a command line: in quotation marks where it has blanks or signs."""
    if _PLAIN_WORD.fullmatch(word):
        return word
    return f'"{word}"'


def nearest_hint(word: str, choices: Sequence[str], *, is_command: bool = False) -> str:
    """Return a hint that names the choices most like a word, or the first choices where none is like it.

    What was written is never proposed, even where it stands among the choices.

    Args:
        word: what was written.
        choices: what could have been written.
        is_command: whether it was typed in a command, and not written on a line of a file.
    """
    other_choices = [choice for choice in choices if choice != word]
    near_choices = nearest(word, other_choices)
    if near_choices:
        return did_you_mean(near_choices)
    names = list(other_choices[:_MOST_CHOICES])
    if len(other_choices) > _MOST_CHOICES:
        names.append("…")
    if not names and is_command:
        return _("There is none yet: make it first.")
    if not names:
        return _("There is none yet: make it first, or delete this line.")
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
    like_choices = difflib.get_close_matches(word, choices, n=_MOST_NEAR, cutoff=_LEAST_LIKENESS)
    near_choices = [choice for choice in like_choices if is_slip(word, choice)]
    if not near_choices:
        return []
    highest = likeness(word, near_choices[0])
    equally_near = {choice for choice in near_choices if likeness(word, choice) == highest}
    return [choice for choice in dict.fromkeys(choices) if choice in equally_near]


def is_slip(word: str, choice: str) -> bool:
    """Return whether a word may be a choice typed wrongly: one holds the other, or few letters differ.

    How many may differ depends on the shorter of the two: one letter of five, three of twelve. So a word is
    never taken for another word that only shares letters with it, such as ``laws`` for ``flow``.
    """
    typed_word, meant_word = word.casefold(), choice.casefold()
    shorter_length = min(len(typed_word), len(meant_word))
    is_part = typed_word in meant_word or meant_word in typed_word
    if is_part and shorter_length >= _SHORTEST_PART:
        return True
    most_differences = max(1, shorter_length // _LETTERS_PER_SLIP)
    if abs(len(typed_word) - len(meant_word)) > most_differences:
        return False
    return edit_distance(typed_word, meant_word) <= most_differences


def edit_distance(word: str, other_word: str) -> int:
    """Return how many slips lead from a word to another.

    A slip puts in, leaves out or changes a letter, or changes the places of two neighbours.
    """
    row_above_last: list[int] = []
    last_row = list(range(len(other_word) + 1))
    for row_number, letter in enumerate(word, start=1):
        row = [row_number]
        for column, other_letter in enumerate(other_word, start=1):
            change = last_row[column - 1] + (letter != other_letter)
            distance = min(change, last_row[column] + 1, row[column - 1] + 1)
            is_swap = word[row_number - 2 : row_number] == other_word[column - 2 : column][::-1]
            if is_swap and row_number > 1 and column > 1:
                distance = min(distance, row_above_last[column - 2] + 1)
            row.append(distance)
        row_above_last, last_row = last_row, row
    return last_row[-1]


def likeness(word: str, choice: str) -> float:
    """Return how like a word a choice is: 0 is not at all, 1 is equal."""
    # As difflib.get_close_matches compares them: its measure depends on which of the two comes first.
    return difflib.SequenceMatcher(a=choice, b=word).ratio()


def no_emblem_words() -> tuple[str, str]:
    """Return message and hint of an office without a picture of the emblem (E501)."""
    message = _("office.yaml names no picture of the emblem: an empty frame stands in its place")
    hint = _(
        "Take it from an official Word file with 'esa-docs emblem take FILE.docx', "
        "or name a picture (PNG or JPEG) at 'emblem:' in office.yaml."
    )
    return message, hint


def era_hint(year: int) -> str:
    """Return a hint that names the Buddhist year of a year of the Christian era."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    return _("Did you mean B.E. {year}?").format(year=year + thai.CE_TO_BE)


def few_names(names: Sequence[str]) -> str:
    """Return names in a row; of more than three the first three, and how many more there are."""
    shown_names = ", ".join(names[:_MOST_NAMES])
    further = len(names) - _MOST_NAMES
    if further <= 0:
        return shown_names
    return _("{names} and {count} more").format(names=shown_names, count=further)


def long_address_words(count: int, most: int) -> tuple[str, str]:
    """Return what is said of an address that is too long for a QR code, and its cure.

    Args:
        count: bytes that it has.
        most: bytes that it may have.
    """
    message = _("the address is too long for a QR code: {count} bytes, at most {most} are expected")
    hint = _("Use a shorter address of the same page, such as one of a service that shortens addresses.")
    return message.format(count=count, most=most), hint
