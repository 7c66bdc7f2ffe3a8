"""Widths of the columns of a table, in twips."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from esa_docs.fonts.unbroken import SIZES, ColumnText, in_twips, least_widths
from esa_docs.model.prose.table_shape import in_percent

_TWIPS_OF_CM: Final = 567
_LETTER, _MARGIN = 125, 160
"""Twips of a letter of 16 points on the average, and of the room beside the text of a cell."""
_LONGEST, _SHORTEST = 40, 4
"""Letters of a text that count at most for the width of its column, and at least."""
_MOST_FOR_NUMBERS: Final = 0.6
"""Share of a page that numbers may take without being broken."""


@dataclass(frozen=True, slots=True)
class ColumnRoom:
    """The room of the columns of a table.

    Attributes:
        widths: in twips.
        size: of the letters in them, in points.
    """

    widths: tuple[int, ...]
    size: int


def given_room(widths: Sequence[int], texts: Sequence[ColumnText], family: str) -> ColumnRoom:
    """Return columns of given widths; letters are smaller where numbers would be broken.

    Args:
        widths: in twips.
        texts: the texts of the table.
        family: its font.
    """
    numbers = least_widths(texts, len(widths), family, numbers_alone=True)
    for size in SIZES:
        pairs = zip(widths, in_twips(numbers, size), numbers, strict=True)
        if all(width >= least or not number for width, least, number in pairs):
            return ColumnRoom(tuple(widths), size)
    return ColumnRoom(tuple(widths), SIZES[-1])


def fitting_room(widths: Sequence[int], texts: Sequence[ColumnText], family: str) -> ColumnRoom:
    """Return columns in which no number and no word is broken; letters are smaller where they must.

    Where the smallest letters leave no room for all, words are broken, and numbers last.

    Args:
        widths: what fits the texts on the whole, in twips; columns together are as wide.
        texts: the texts of the table.
        family: its font.
    """
    room = sum(widths)
    for numbers_alone in (False, True):
        least = least_widths(texts, len(widths), family, numbers_alone=numbers_alone)
        for size in SIZES:
            least_in_twips = in_twips(least, size)
            if sum(least_in_twips) <= room:
                return ColumnRoom(tuple(_widened(widths, least_in_twips)), size)
    return ColumnRoom(tuple(shared(least_in_twips, room)), SIZES[-1])


def _widened(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return widths of the same sum that are nowhere less than the least; the wider ones give way."""
    pairs = list(zip(widths, least, strict=True))
    spare = [max(width - least_width, 0) for width, least_width in pairs]
    if sum(spare) == 0 or all(width >= least_width for width, least_width in pairs):
        return list(widths)
    spare_room = sum(widths) - sum(least)
    shares = shared(spare, spare_room)
    return [least_width + share for least_width, share in zip(least, shares, strict=True)]


def given_widths(widths: Sequence[Decimal], room: int) -> list[int]:
    """Return widths that content gives; never wider than the room together.

    Args:
        widths: centimetres, or per cent of the room.
        room: in twips.
    """
    if in_percent(widths):
        return shared([float(width) for width in widths], room)
    twips = [round(width * _TWIPS_OF_CM) for width in widths]
    return twips if sum(twips) <= room else shared([float(width) for width in widths], room)


def fitting_widths(columns: Sequence[Sequence[str]], are_numbers: Sequence[bool], room: int) -> list[int]:
    """Return widths that fit the texts and take all of the room. Numbers are not broken.

    Args:
        columns: texts of the cells of each column.
        are_numbers: whether a column holds numbers.
        room: in twips.
    """
    natural_widths = [_natural_width(texts) for texts in columns]
    named_widths = list(zip(natural_widths, are_numbers, strict=True))
    width_of_numbers = sum(width for width, is_number in named_widths if is_number)
    text_widths = [width for width, is_number in named_widths if not is_number]
    if not text_widths or width_of_numbers > room * _MOST_FOR_NUMBERS:
        return shared(natural_widths, room)
    shared_widths = iter(shared(text_widths, room - width_of_numbers))
    widths = []
    for width, is_number in named_widths:
        fitting_width = width if is_number else next(shared_widths)
        widths.append(fitting_width)
    return widths


def shared(weights: Sequence[float], room: int) -> list[int]:
    """Return widths in proportion to weights that are the room together."""
    total = sum(weights)
    widths = [int(room * weight / total) for weight in weights]
    widths[-1] += room - sum(widths)
    return widths


def _natural_width(texts: Sequence[str]) -> int:
    """Return the width at which no text of a column is broken, unless it is very long."""
    longest = _SHORTEST
    for text in texts:
        # Marks above and below a letter take no room.
        letters = sum(unicodedata.category(letter) != "Mn" for letter in text[:_LONGEST])
        longest = max(longest, letters)
    return longest * _LETTER + _MARGIN
