"""QR codes of a paper: addresses that a reader opens by the camera of a telephone.

A code is 2.5 to 4 cm wide with its margin, so the modules of the longest address are still 0.4 mm wide: a
printer of 300 dpi draws each with four dots. Where codes stand, and how large they are, is usual in offices
and not verified in any regulation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from esa_docs.links import LinkSort, scheme_of, sort_of_link
from esa_docs.model.base import Text
from esa_docs.model.evidence import Evidence
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.prose.prose import Link, Prose, Span

MOST_BYTES: Final = 560
"""Bytes of the longest address: those of version 18 with error correction M (ISO/IEC 18004, table 7)."""
_WHOLE: Final = re.compile(r"(?:https?://[^/?#\s]|mailto:[^@\s]+@[^@\s])\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as it is printed.

    Attributes:
        address: what it holds.
        words: what stands below it.
    """

    address: str
    words: Prose


@dataclass(frozen=True, slots=True)
class CodeRow:
    """QR codes side by side, in the place of a paragraph. A view makes it; content writes the addresses.

    Attributes:
        codes: the codes, from the left.
    """

    codes: tuple[QrCode, ...]


def length_of(address: str) -> int:
    """Return how many bytes an address takes in a code."""
    return len(address.encode())


def is_whole_address(address: str) -> bool:
    """Return whether an address opens as it stands: with its scheme, and without blanks."""
    return _WHOLE.fullmatch(address) is not None


def _check_address(address: str) -> str:
    """Return the address of a code as it is.

    Raises:
        PydanticCustomError: ``link_place``, ``link_scheme``, ``link_not_whole`` or ``link_too_long``.
    """
    sort = sort_of_link(address)
    if sort is LinkSort.PLACE:
        raise PydanticCustomError("link_place", "a place of one machine", {"link": address})
    if sort is LinkSort.OTHER:
        raise PydanticCustomError("link_scheme", "no page and no address", {"scheme": scheme_of(address)})
    if not is_whole_address(address):
        raise PydanticCustomError("link_not_whole", "no whole address", {"link": address})
    length = length_of(address)
    if length > MOST_BYTES:
        raise PydanticCustomError("link_too_long", "too long", {"count": length, "most": MOST_BYTES})
    return address


CodeAddress: TypeAlias = Annotated[Text, AfterValidator(_check_address), STEERS]
"""An address that is printed as a QR code."""


def evidence_codes(pieces: Iterable[Evidence], *, are_printed: bool) -> list[CodeRow]:
    """Return the QR codes of evidence that has a link: a row, or nothing.

    Below each stands the code by which the report cites it, as a live link.

    Args:
        pieces: the evidence of a part of a report, in the order in which it is cited.
        are_printed: whether the report prints codes.
    """
    if not are_printed:
        return []
    codes: dict[QrCode, None] = {}
    for evidence in pieces:
        address = evidence.link or ""
        if is_whole_address(address):
            link = Span(0, len(evidence.code), Link(address))
            codes[QrCode(address, Prose(evidence.code, None, (link,)))] = None
    return [CodeRow(tuple(codes))] if codes else []
