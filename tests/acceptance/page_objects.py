"""Pictures and letters of a PDF with their places, as PDFium sees them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class Place(NamedTuple):
    """Where something stands on its page, in points from the left and the top edge."""

    left: float
    top: float
    right: float
    bottom: float


def read_pictures(pdf: Path) -> list[list[Place]]:
    """Give the places of the pictures of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [_place(page, thing) for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
            for page in document
        ]


def read_rules(pdf: Path) -> list[list[Place]]:
    """Give the places of the drawn lines and areas of each page, such as the borders of tables."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [_place(page, thing) for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
            for page in document
        ]


def read_sizes(pdf: Path) -> list[set[int]]:
    """Give for each page the sizes of its letters, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            {round(thing.get_font_size()) for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])}
            for page in document
        ]


def _place(page: pypdfium2.PdfPage, thing: pypdfium2.PdfObject) -> Place:
    left, bottom, right, top = thing.get_bounds()
    height = page.get_height()
    return Place(left, height - top, right, height - bottom)
