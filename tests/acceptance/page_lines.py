"""Lines and words of a PDF with their places, as poppler sees them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

NAMESPACE = {"h": "http://www.w3.org/1999/xhtml"}


class Line(NamedTuple):
    """A line or a word on a page, in points from the left and the top edge."""

    left_edge: float
    top: float
    right_edge: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Halfway between its left and its right edge."""
        return (self.left_edge + self.right_edge) / 2

    @property
    def plain_text(self) -> str:
        """Its text, in which a no-break space is a space."""
        return self.text.replace("\u00a0", " ")


def read_lines(pdf: Path) -> list[list[Line]]:
    """Return the lines of each page, from top to bottom."""
    root = _read_html(pdf, pdf.with_suffix(".html"), "-bbox-layout")
    pages: list[list[Line]] = []
    for page in root.iterfind(".//h:page", NAMESPACE):
        lines = [_read_line(element) for element in page.iterfind(".//h:line", NAMESPACE)]
        lines.sort(key=lambda line: line.top)
        pages.append(lines)
    return pages


def read_words(pdf: Path) -> list[list[Line]]:
    """Return the words of each page. Words of neighbouring columns never run together."""
    root = _read_html(pdf, pdf.with_suffix(".words.html"), "-bbox")
    pages: list[list[Line]] = []
    for page in root.iterfind(".//h:page", NAMESPACE):
        pages.append([_read_word(element) for element in page.iterfind(".//h:word", NAMESPACE)])
    return pages


def all_lines(pages: Iterable[Sequence[Line]]) -> list[Line]:
    """Return the lines of all pages."""
    lines: list[Line] = []
    for page in pages:
        lines += page
    return lines


def plain_texts(lines: Iterable[Line]) -> list[str]:
    """Return the text of each line, in which a no-break space is a space."""
    return [line.plain_text for line in lines]


def lines_starting(lines: Iterable[Line], *words: str) -> list[Line]:
    """Return the lines that begin with any of the words."""
    return [line for line in lines if line.plain_text.startswith(words)]


def first_starting(lines: Iterable[Line], words: str) -> Line:
    """Return the first line that begins with the words."""
    return lines_starting(lines, words)[0]


def page_with(pages: Iterable[Sequence[Line]], words: str) -> Sequence[Line]:
    """Return the only page on which a line begins with the words."""
    (page,) = [page for page in pages if lines_starting(page, words)]
    return page


def spread(places: Iterable[float]) -> float:
    """Return how far apart the first and the last of several places are, in points."""
    in_order = sorted(places)
    return in_order[-1] - in_order[0]


def _read_html(pdf: Path, html: Path, layout: str) -> etree._Element:
    subprocess.run(["pdftotext", layout, str(pdf), str(html)], check=True)
    return etree.fromstring(html.read_bytes(), etree.XMLParser(recover=True))


def _read_line(element: etree._Element) -> Line:
    words = [word.text or "" for word in element.iterfind("h:word", NAMESPACE)]
    return Line(*_box(element), " ".join(words))


def _read_word(element: etree._Element) -> Line:
    return Line(*_box(element), element.text or "")


def _box(element: etree._Element) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edge of an element."""
    x_min, y_min, x_max, y_max = [float(element.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax")]
    return x_min, y_min, x_max, y_max
