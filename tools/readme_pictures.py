"""Put the README's pictures together from pages as ``esa-docs preview`` draws them.

esa-docs preview manual && python tools/readme_pictures.py build/2569
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

TARGET = Path(__file__).parents[1] / "docs" / "images"
PICTURES = {"manual.png": (1, 3, 6, 8), "flowchart.png": (7, 20)}
"""Pages of the shipped manual that stand beside each other in each picture."""
HEIGHT = 560
"""Height of a page, in pixels."""
GAP = 16
"""Pixels between pages."""
WHITE, BORDER_GREY = 255, 120
COLOURS = 16


def main() -> None:
    """Make every picture."""
    folder = Path(sys.argv[1])
    for name, pages in PICTURES.items():
        images = [Image.open(folder / f"manual-page-{page:03d}.png") for page in pages]
        picture = side_by_side(images)
        picture.save(TARGET / name)


def side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    """Return a picture of pages beside each other, each with a thin border."""
    framed_pages = [with_border(page) for page in pages]
    width_of_pages = sum(page.width for page in framed_pages)
    width_of_gaps = GAP * (len(framed_pages) - 1)
    picture = Image.new("L", (width_of_pages + width_of_gaps, HEIGHT + 2), WHITE)
    x = 0
    for page in framed_pages:
        picture.paste(page, (x, 0))
        x += page.width + GAP
    return picture.quantize(COLOURS)


def with_border(page: Image.Image) -> Image.Image:
    """Return a page of the common height, in grey, with a border of one pixel."""
    width = page.width * HEIGHT // page.height
    small_page = page.convert("L").resize((width, HEIGHT))
    framed_page = Image.new("L", (width + 2, HEIGHT + 2), BORDER_GREY)
    framed_page.paste(small_page, (1, 1))
    return framed_page


if __name__ == "__main__":
    main()
