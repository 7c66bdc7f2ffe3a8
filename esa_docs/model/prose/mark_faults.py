"""What may be wrong with the marks in a text, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MarkFaultSort(StrEnum):
    """What is wrong."""

    UNMATCHED = "unmatched"
    """A mark without its partner; it stays as typed."""
    NESTED = "nested"
    """A mark within itself, or a note or a link where none may stand."""
    ADDRESS = "address"
    """A link that leads to no web page and to no address of e-mail."""


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A fault of the marks in a text.

    Attributes:
        sort: what is wrong.
        start: index in the text as typed.
        text: the mark, or the address, as typed.
    """

    sort: MarkFaultSort
    start: int
    text: str
