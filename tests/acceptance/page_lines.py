"""Lines of a PDF with their places, as poppler sees them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from lxml import etree

NAMESPACE = {"h": "http://www.w3.org/1999/xhtml"}


class Line(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


def read_lines(pdf: Path) -> list[list[Line]]:
    """Give the lines of each page, from top to bottom."""
    html = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox-layout", str(pdf), str(html)], check=True)
    root = etree.fromstring(html.read_bytes(), etree.XMLParser(recover=True))
    return [
        sorted((read_line(one) for one in page.iterfind(".//h:line", NAMESPACE)), key=lambda line: line.top)
        for page in root.iterfind(".//h:page", NAMESPACE)
    ]


def read_words(pdf: Path) -> list[list[Line]]:
    """Give the words of each page: neighbouring columns never run together in them."""
    html = pdf.with_suffix(".words.html")
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(html)], check=True)
    root = etree.fromstring(html.read_bytes(), etree.XMLParser(recover=True))
    return [
        [_word(one) for one in page.iterfind(".//h:word", NAMESPACE)]
        for page in root.iterfind(".//h:page", NAMESPACE)
    ]


def _word(element: etree._Element) -> Line:
    left, top, right, bottom = (float(element.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Line(left, top, right, bottom, element.text or "")


def read_line(element: etree._Element) -> Line:
    left, top, right, bottom = (float(element.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Line(
        left, top, right, bottom, " ".join(word.text or "" for word in element.iterfind("h:word", NAMESPACE))
    )
