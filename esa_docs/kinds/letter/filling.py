"""A letter as each of its recipients gets it: fields filled in, rows of tables their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.kinds.letter.content import Addressee, Letter
from esa_docs.model.filled_copies import Copies, used_columns

_OF_EACH_LETTER: Final = ("text", "closing")
"""Fields of a letter with prose that each letter of a file prints."""
_OF_EACH_FILE: Final = ("annexes",)
"""Fields that stand once in a file, behind all of its letters."""


def letters_by_addressee(letter: Letter) -> Iterator[tuple[Addressee, Letter]]:
    """Generate each recipient of a letter with the letter as it is filled in for it.

    A letter without fields is the same for all.
    """
    columns = columns_of(letter)
    if not columns:
        for addressee in letter.addressees:
            yield addressee, letter
        return
    copies = Copies()
    names = _filled_in(letter)
    for addressee in letter.addressees:
        changes: dict[str, Any] = {}
        for name in names:
            changes[name] = copies.filled(getattr(letter, name), addressee)
        yield addressee.with_columns(columns), letter.model_copy(update=changes)


def columns_of(letter: Letter) -> set[str]:
    """Return the keys of the columns of its recipients that a letter prints, or by which rows belong."""
    columns = set()
    for name in _filled_in(letter):
        columns |= used_columns(getattr(letter, name))
    return columns


def _filled_in(letter: Letter) -> tuple[str, ...]:
    """Return the fields that say something of each recipient."""
    if letter.separate_files:
        return (*_OF_EACH_LETTER, *_OF_EACH_FILE)
    return _OF_EACH_LETTER
