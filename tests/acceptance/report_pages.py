"""A report that was built, as it stands on paper and in its Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import docx.document
from built import CM
from docx.text.paragraph import Paragraph
from page_lines import Line, read_lines, read_words
from page_objects import Place, read_rules

HEAD = 2 * CM
"""The text begins here; above it stands the page number."""


@dataclass(frozen=True)
class Report:
    """A report, built.

    Attributes:
        pages: lines of each page of its PDF.
        words: words of each page.
        rules: straight lines of each page.
        paragraphs: style and text of each paragraph of its Word file that stands in no table.
        tables: title and first cell of each row but the head, of each table of its Word file with a title.
        front: pages without numbers.
    """

    pages: list[list[Line]]
    words: list[list[Line]]
    rules: list[list[Place]]
    paragraphs: list[tuple[str, str]]
    tables: list[tuple[str, list[str]]]
    front: int

    def printed_number(self, page: int) -> str:
        """Give the number printed on a page; pages are counted from 0."""
        return str(page - self.front + 1)

    def page_numbered(self, number: str) -> list[Line]:
        """Give what stands on the page with a printed number."""
        return body(self.pages[self.front - 1 + int(number)])

    def first_page(self, heading: str) -> int:
        """Give the page that a heading begins."""
        return next(n for n, page in enumerate(self.pages) if plain(body(page)[0].text).startswith(heading))


def read_report(folder: Path, name: str) -> Report:
    """Read a report that was built into a folder."""
    pages = read_lines(folder / f"{name}.pdf")
    word = docx.Document(str(folder / f"{name}.docx"))
    told = [("" if one.style is None else str(one.style.name), one.text) for one in word.paragraphs]
    front = next(number for number, page in enumerate(pages) if head(page).startswith("1"))
    pdf = folder / f"{name}.pdf"
    return Report(pages, read_words(pdf), read_rules(pdf), told, list(_titled_tables(word)), front)


def _titled_tables(word: docx.document.Document) -> Iterator[tuple[str, list[str]]]:
    above = ""
    for one in word.iter_inner_content():
        if isinstance(one, Paragraph):
            titled = one.style is not None and one.style.name == "Table Title"
            above = one.text if titled else ""
        elif above:
            yield above, [row.cells[0].text for row in one.rows[1:]]


def body(page: list[Line]) -> list[Line]:
    """Give the lines below the head of a page."""
    return [line for line in page if (line.top + line.bottom) / 2 >= HEAD]


def head(page: list[Line]) -> str:
    """Give what stands in the head of a page."""
    return " ".join(line.text for line in page if line not in body(page))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def squeezed(text: str) -> str:
    return "".join(text.split())
