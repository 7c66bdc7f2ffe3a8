"""A letter as each of its recipients gets it: fields filled in, rows of tables their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from esa_docs.kinds.letter.content import Addressee, Letter
from esa_docs.model.filled_copies import Copies, used_columns

_FILLED_IN = ("text", "closing")
"""Fields of a letter with prose."""


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
    for addressee in letter.addressees:
        changes: dict[str, Any] = {}
        for name in _FILLED_IN:
            changes[name] = copies.filled(getattr(letter, name), addressee)
        yield addressee.with_columns(columns), letter.model_copy(update=changes)


def columns_of(letter: Letter) -> set[str]:
    """Return the keys of the columns of its recipients that a letter prints, or by which rows belong."""
    columns = set()
    for name in _FILLED_IN:
        columns |= used_columns(getattr(letter, name))
    return columns
