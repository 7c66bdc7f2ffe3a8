"""How large a picture is printed: in English metric units, of which a centimetre has 360,000."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from esa_docs.ooxml.pictures import EMU_PER_CM

_EMU_OF_A_PIXEL: Final = 9525
"""A pixel of a screen with 96 dots per inch. A picture is never printed larger by itself: a small one would
show its pixels."""
_HIGHEST: Final = 2 / 3
"""Share of a page that a picture takes by itself, so that its caption and some text stand with it."""
_HIGHEST_ASKED: Final = 0.9
"""Share of a page that a picture takes where content gives its width: its caption has room below it."""
_LOWEST_ROW: Final = 0.5
"""A row of pictures is at least half as high as its columns are wide: a panorama does not make the others
beside it small, it is lower itself."""

Size = tuple[int, int]
"""Width and height."""


def single_size(pixels: Size, room: Size, width_cm: Decimal | None) -> Size:
    """Return the size of a picture that stands alone.

    Args:
        pixels: width and height of the picture.
        room: width of the text, and height of the text of a page.
        width_cm: the width that content gives, in centimetres; None where it fits the text.
    """
    room_width, page_height = room
    if width_cm is None:
        return _within(pixels, (room_width, round(page_height * _HIGHEST)), pixels[0] * _EMU_OF_A_PIXEL)
    width = round(width_cm * EMU_PER_CM)
    return _within(pixels, (room_width, round(page_height * _HIGHEST_ASKED)), width)


def row_sizes(pictures: Sequence[Size], column: int, page_height: int) -> list[Size]:
    """Return the sizes of pictures that stand side by side: of one height, as far as their shapes allow.

    Args:
        pictures: width and height of each in pixels.
        column: width of the room of each.
        page_height: height of the text of a page.
    """
    room = (column, round(page_height * _HIGHEST))
    largest_sizes = [_within(pixels, room, pixels[0] * _EMU_OF_A_PIXEL) for pixels in pictures]
    lowest = min(height for _width, height in largest_sizes)
    row_height = max(lowest, round(column * _LOWEST_ROW))
    sizes = []
    for pixels, (largest_width, largest_height) in zip(pictures, largest_sizes, strict=True):
        if largest_height > row_height:
            sizes.append((_width_of(pixels, row_height), row_height))
        else:
            sizes.append((largest_width, largest_height))
    return sizes


def _within(pixels: Size, room: Size, width: int) -> Size:
    """Return the size of a picture of a width; a smaller one where that has no room."""
    most_width, most_height = room
    width = min(width, most_width)
    height = max(round(width * pixels[1] / pixels[0]), 1)
    if height > most_height:
        return _width_of(pixels, most_height), most_height
    return width, height


def _width_of(pixels: Size, height: int) -> int:
    """Return the width of a picture of a height."""
    return max(round(height * pixels[0] / pixels[1]), 1)
