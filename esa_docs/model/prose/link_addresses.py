"""The address behind the words of a link, as in ``[words](https://…)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from esa_docs.links import LinkSort, sort_of_link

_ADDRESS: Final = re.compile(r"\((?P<address>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_BEGINS_AS_ADDRESS: Final = re.compile(r"\(\s*(?:https?:|www\.|mailto:)", re.IGNORECASE)
_WHOLE: Final = re.compile(r"https?://[^/?#\s]|mailto:[^@\s]+@[^@\s]", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/:?#]|\Z)")


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """What stands in round brackets behind words in square ones.

    Attributes:
        address: the address as typed.
        end: index behind the closing bracket.
        is_fit: whether a link may lead there.
    """

    address: str
    end: int
    is_fit: bool


def address_at(text: str, start: int) -> TypedAddress | None:
    """Return the address in the round brackets at a place; None where they hold no address, or are not there.

    Args:
        text: the text as typed.
        start: index of the opening bracket.
    """
    match = _ADDRESS.match(text, start)
    if match is None:
        beginning = _BEGINS_AS_ADDRESS.match(text, start)
        return TypedAddress(beginning[0][1:], beginning.end(), is_fit=False) if beginning else None
    address = match["address"]
    sort = sort_of_link(address)
    is_address = sort != LinkSort.PLAIN or _HOST.match(address) is not None
    if not address or not is_address:
        return None
    is_fit = sort == LinkSort.SAFE and _WHOLE.match(address) is not None
    return TypedAddress(address, match.end(), is_fit)
