"""Words by which people name a kind of document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from esa_docs.model.kind import Kind


def kinds_named(kinds: Iterable[Kind[Any]], word: str) -> tuple[Kind[Any], ...]:
    """Return the kinds that a word names; several where it fits several, none where it fits none.

    A kind is named by its name, its Thai name or its register. Blanks and capital letters do not matter.
    Where no kind has the whole word for a name, those are meant whose Thai name begins with it (``คู่มือ``).
    """
    key = _key(word)
    all_kinds = tuple(kinds)
    named_kinds = tuple(kind for kind in all_kinds if key in _keys(kind))
    if named_kinds or not key:
        return named_kinds
    return tuple(kind for kind in all_kinds if _key(kind.thai_name).startswith(key))


def _keys(kind: Kind[Any]) -> set[str]:
    keys = {_key(kind.name), _key(kind.thai_name)}
    if kind.numbers is not None:
        keys.add(_key(kind.numbers.register))
    return keys


def _key(word: str) -> str:
    """Return a word without blanks and capital letters."""
    return "".join(word.split()).casefold()
