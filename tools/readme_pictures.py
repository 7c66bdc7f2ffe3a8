"""Puts the README's pictures together from pages as ``esa-docs preview`` draws them.

esa-docs preview manual && python tools/readme_pictures.py build/2569
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

TARGET = Path(__file__).parents[1] / "docs" / "images"
PICTURES = {"manual.png": (1, 3, 6, 8), "flowchart.png": (7, 20)}
"""Pages of the shipped manual, beside each other."""
HEIGHT = 560
GAP, BORDER = 16, 120


def main() -> None:
    """Make every picture."""
    folder = Path(sys.argv[1])
    for name, pages in PICTURES.items():
        beside([Image.open(folder / f"manual-page-{page:03d}.png") for page in pages]).save(TARGET / name)


def beside(pages: list[Image.Image]) -> Image.Image:
    """Put pages beside each other, each with a thin border."""
    small = [page.convert("L").resize((page.width * HEIGHT // page.height, HEIGHT)) for page in pages]
    width = sum(page.width + 2 for page in small) + GAP * (len(small) - 1)
    whole = Image.new("L", (width, HEIGHT + 2), 255)
    left = 0
    for page in small:
        framed = Image.new("L", (page.width + 2, HEIGHT + 2), BORDER)
        framed.paste(page, (1, 1))
        whole.paste(framed, (left, 0))
        left += framed.width + GAP
    return whole.quantize(16)


if __name__ == "__main__":
    main()
