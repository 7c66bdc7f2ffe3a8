"""Pictures, rules and letters of a PDF with their places, as PDFium sees them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class Place(NamedTuple):
    """Where something stands on its page, in points from the left and the top edge."""

    left_edge: float
    top: float
    right_edge: float
    bottom: float


def read_pictures(pdf: Path) -> list[list[Place]]:
    """Return the places of the pictures of each page."""
    return _read_places(pdf, raw.FPDF_PAGEOBJ_IMAGE)


def read_rules(pdf: Path) -> list[list[Place]]:
    """Return the places of the drawn lines and areas of each page, such as the borders of tables."""
    return _read_places(pdf, raw.FPDF_PAGEOBJ_PATH)


def read_sizes(pdf: Path) -> list[set[int]]:
    """Return the sizes of the letters of each page, in points."""
    pages: list[set[int]] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            letters = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
            pages.append({round(letter.get_font_size()) for letter in letters})
    return pages


def _read_places(pdf: Path, object_type: int) -> list[list[Place]]:
    """Return the places of the objects of a type on each page."""
    pages: list[list[Place]] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            objects = page.get_objects(filter=[object_type])
            pages.append([_place(page, page_object) for page_object in objects])
    return pages


def _place(page: pypdfium2.PdfPage, page_object: pypdfium2.PdfObject) -> Place:
    # PDF measures from the bottom of the page upwards.
    x_min, y_min, x_max, y_max = page_object.get_bounds()
    height = page.get_height()
    return Place(x_min, height - y_max, x_max, height - y_min)
