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
    VALUE = "value"
    """``{ref:`` or ``{field:`` without an id or a column, or without its bracket; it stays as typed."""
    NO_WORDS = "no words"
    """A link without words: blanks or signs of marks alone; its address is printed."""
    NO_ADDRESS = "no address"
    """Words of a link with empty round brackets behind them."""
    OPEN_ADDRESS = "open address"
    """A link whose round bracket is not closed."""
    BLANK_ADDRESS = "blank address"
    """A link with a blank in its address."""
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
