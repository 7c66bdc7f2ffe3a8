"""Marks of secrecy on pages of any origin: a page that bears them alone is laid over each.

On an upright A4 page they stand where the pages of the paper have them; on any other page as far from its
upper and its lower edge, in the same way beside its middle.
"""

from __future__ import annotations

import io
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

_SAME_SIZE: Final = 6.0
"""Points by which a page may differ from the sheet and count as one of its size."""


class MarkedSheet:
    """A page that bears nothing but marks in its head and in its foot."""

    def __init__(self, pdf: bytes) -> None:
        """Take the PDF of the page.

        Args:
            pdf: a PDF of one page.
        """
        self._whole = _page_of(pdf)
        middle = float(self._whole.mediabox.height) / 2
        self._upper = _page_of(pdf)
        self._upper.cropbox = _part(self._whole, middle, float(self._whole.mediabox.top))
        self._lower = _page_of(pdf)
        self._lower.cropbox = _part(self._whole, float(self._whole.mediabox.bottom), middle)

    def lay_over(self, writer: PdfWriter, first: int, count: int) -> None:
        """Lay the marks over pages.

        Args:
            writer: holds the pages.
            first: index of the first of them.
            count: how many there are.
        """
        for index in range(first, first + count):
            self._lay_over_page(writer.pages[index])

    def _lay_over_page(self, page: PageObject) -> None:
        if page.rotation:
            page.transfer_rotation_to_content()
        box, sheet = page.cropbox, self._whole.mediabox
        across = float(box.left) + (float(box.width) - float(sheet.width)) / 2
        to_top = float(box.top) - float(sheet.top)
        to_bottom = float(box.bottom) - float(sheet.bottom)
        if abs(to_top - to_bottom) < _SAME_SIZE:
            _merge(page, self._whole, across, to_bottom)
            return
        _merge(page, self._upper, across, to_top)
        _merge(page, self._lower, across, to_bottom)


def _page_of(pdf: bytes) -> PageObject:
    return PdfReader(io.BytesIO(pdf)).pages[0]


def _part(page: PageObject, bottom: float, top: float) -> RectangleObject:
    """Return the part of a page between two heights."""
    return RectangleObject((float(page.mediabox.left), bottom, float(page.mediabox.right), top))


def _merge(page: PageObject, marks: PageObject, across: float, up: float) -> None:
    page.merge_transformed_page(marks, Transformation().translate(across, up))
