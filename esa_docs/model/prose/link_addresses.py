"""The address behind the words of a link, as in ``[words](https://…)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from esa_docs.links import LinkSort, sort_of_link
from esa_docs.model.prose.mark_faults import MarkFaultSort

_ADDRESS: Final = re.compile(r"\((?P<address>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_BEGINS_AS_ADDRESS: Final = re.compile(r"\(\s*(?:https?:|www\.|mailto:)[^\s()]*", re.IGNORECASE)
_GOES_ON_TO_BRACKET: Final = re.compile(r"[^()\n]{0,500}\)")
"""What stands behind a blank in an address, up to the closing bracket. The bound keeps the search short."""
_WHOLE: Final = re.compile(r"https?://[^/?#\s]|mailto:[^@\s]+@[^@\s]", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/:?#]|\Z)")


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """What stands in round brackets behind words in square ones.

    Attributes:
        address: the address as typed.
        end: index behind the closing bracket.
        fault: what is wrong with it; None where a link may lead there.
    """

    address: str
    end: int
    fault: MarkFaultSort | None = None


def address_at(text: str, start: int) -> TypedAddress | None:
    """Return the address in the round brackets at a place; None where they hold no address, or are not there.

    Args:
        text: the text as typed.
        start: index of the opening bracket.
    """
    match = _ADDRESS.match(text, start)
    if match is None:
        return _broken_address(text, start)
    address = match["address"]
    if not address:
        return TypedAddress(address, match.end(), MarkFaultSort.NO_ADDRESS)
    sort = sort_of_link(address)
    if sort == LinkSort.PLAIN and _HOST.match(address) is None:
        return None
    is_fit = sort == LinkSort.SAFE and _WHOLE.match(address) is not None
    fault = None if is_fit else MarkFaultSort.ADDRESS
    return TypedAddress(address, match.end(), fault)


def _broken_address(text: str, start: int) -> TypedAddress | None:
    """Return the beginning of an address that holds a blank, or has no closing bracket; else None."""
    beginning = _BEGINS_AS_ADDRESS.match(text, start)
    if beginning is None:
        return None
    end = beginning.end()
    has_bracket = _GOES_ON_TO_BRACKET.match(text, end) is not None
    fault = MarkFaultSort.BLANK_ADDRESS if has_bracket else MarkFaultSort.OPEN_ADDRESS
    return TypedAddress(beginning[0][1:], end, fault)
