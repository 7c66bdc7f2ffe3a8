"""Numbers as a section of a number format shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from esa_docs import thai
from esa_docs.source.tables.shown.format_codes import Piece, Section

_EXACT: Final = Context(prec=400)
"""A workbook holds numbers up to 308 digits long."""
_GENERAL_WIDTH: Final = 11
"""Signs that the format General shows of a number with decimals."""
_GROUP: Final = 3
_POINT: Final = Piece("sign", ".")
_COMMA: Final = Piece("sign", ",")
_PERCENT: Final = Piece("sign", "%")


class UnreadFormatError(ValueError):
    """A number format, or a value in it, that is not shown here as Excel shows it."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A section of numbers: the places of the pieces that stand for digits.

    Attributes:
        whole: pieces before the point.
        decimals: pieces from the point on.
        has_groups: whether thousands are parted by commas.
    """

    whole: Sequence[Piece]
    decimals: Sequence[Piece]
    has_groups: bool


def plain_number(number: Decimal) -> str:
    """Return all digits of a number, without an exponent and without zeros at the end of its decimals."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def general_number(number: Decimal) -> str:
    """Return a number as the format General shows it. A whole number keeps all its digits.

    Raises:
        UnreadFormatError: Excel shows it with an exponent.
    """
    text = plain_number(number)
    if "." not in text:
        return text
    whole = text.lstrip("-").partition(".")[0]
    places = _GENERAL_WIDTH - 1 - len(whole)
    smallest = Decimal("0.0001")
    if places < 0 or (abs(number) < smallest and len(text.lstrip("-")) > _GENERAL_WIDTH):
        raise UnreadFormatError(text)
    return plain_number(_rounded(number, places))


def show_number(section: Section, number: Decimal, *, is_negative: bool) -> str:
    """Return a number as a section shows it.

    Args:
        section: the section.
        number: the number without its sign.
        is_negative: whether a minus stands before it; a section for negative numbers has its own signs.

    Raises:
        UnreadFormatError: the section is one of fractions, or shows thousands or millions only.
    """
    pieces = section.pieces
    if section.has("general"):
        text = _general_text(pieces, number)
    else:
        layout = _layout(pieces)
        scaled_number = number.scaleb(2 * pieces.count(_PERCENT), _EXACT)
        text = _digits_text(layout, scaled_number)
    if is_negative:
        text = f"-{text}"
    return text


def _general_text(pieces: Sequence[Piece], number: Decimal) -> str:
    texts: list[str] = []
    for piece in pieces:
        text = general_number(number) if piece.kind == "general" else piece.text
        texts.append(text)
    return "".join(texts)


def _layout(pieces: Sequence[Piece]) -> _Layout:
    """Return where whole digits and decimals stand.

    Raises:
        UnreadFormatError: a fraction bar stands between digits, or a comma behind the last one scales.
    """
    point = pieces.index(_POINT) if _POINT in pieces else len(pieces)
    whole, decimals = pieces[:point], pieces[point:]
    digit_places = [place for place, piece in enumerate(pieces) if piece.kind == "digit"]
    whole_places = [place for place in digit_places if place < point]
    has_groups = False
    for place, piece in enumerate(pieces):
        if piece == Piece("sign", "/"):
            raise UnreadFormatError(piece.text)
        if piece != _COMMA or not digit_places or place < digit_places[0]:
            continue
        if not whole_places or place > whole_places[-1]:
            raise UnreadFormatError(piece.text)
        has_groups = True
    return _Layout(whole, decimals, has_groups)


def _digits_text(layout: _Layout, number: Decimal) -> str:
    places = sum(1 for piece in layout.decimals if piece.kind == "digit")
    digits = f"{_rounded(number, places):f}"
    whole, _point, decimals = digits.partition(".")
    whole_text = _whole_text(layout, whole.lstrip("0"))
    return whole_text + _decimals_text(layout.decimals, decimals)


def _whole_text(layout: _Layout, digits: str) -> str:
    """Return the pieces before the point with digits in their places, filled in from the right."""
    texts: list[str] = []
    waiting_digits = list(digits)
    places_left = sum(1 for piece in layout.whole if piece.kind == "digit")
    place = 0
    for piece in reversed(layout.whole):
        if piece.kind != "digit":
            if piece != _COMMA or not places_left:
                texts.append(piece.text)
            continue
        places_left -= 1
        for digit in _digits_at(piece, waiting_digits, is_first=places_left == 0):
            if layout.has_groups and place and place % _GROUP == 0 and digit.isdigit():
                texts.append(",")
            texts.append(digit)
            place += 1
    return "".join(reversed(texts))


def _digits_at(piece: Piece, waiting_digits: list[str], *, is_first: bool) -> list[str]:
    """Return the digits of a place, the last one first; the first place takes all that are left."""
    if waiting_digits:
        count = len(waiting_digits) if is_first else 1
        return [waiting_digits.pop() for _number in range(count)]
    return _filler(piece)


def _decimals_text(pieces: Sequence[Piece], digits: str) -> str:
    significant = len(digits.rstrip("0"))
    texts: list[str] = []
    place = 0
    for piece in pieces:
        if piece.kind != "digit":
            texts.append(piece.text)
            continue
        if place < significant:
            texts.append(digits[place])
        else:
            texts += _filler(piece)
        place += 1
    return "".join(texts)


def _filler(piece: Piece) -> list[str]:
    """Return what stands in a place without a digit."""
    fillers = {"0": ["0"], "?": [" "]}
    return fillers.get(piece.text, [])


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)


def with_digits_of(section: Section, text: str) -> str:
    """Return a text with Thai digits where a section asks for them."""
    return thai.to_thai_digits(text) if section.has_thai_digits else text
