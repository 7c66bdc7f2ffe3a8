"""A report as it stands on paper and in its Word file, after it was built."""

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
"""Where the text begins. The page number stands above."""


@dataclass(frozen=True)
class Report:
    """A report that was built.

    Attributes:
        pages: lines of each page of its PDF.
        words: words of each page.
        rules: straight lines of each page.
        paragraphs: style and text of each paragraph of its Word file that stands in no table.
        tables: title of each table of its Word file that has one, with the first cell of its rows below the
            head.
        front: how many pages without a number come first.
    """

    pages: list[list[Line]]
    words: list[list[Line]]
    rules: list[list[Place]]
    paragraphs: list[tuple[str, str]]
    tables: list[tuple[str, list[str]]]
    front: int

    def printed_number(self, page: int) -> str:
        """Return the number printed on a page; pages are counted from 0."""
        return str(page - self.front + 1)

    def page_numbered(self, number: str) -> list[Line]:
        """Return the lines below the head of the page with a printed number."""
        return body(self.pages[self.front - 1 + int(number)])

    def first_page(self, heading: str) -> int:
        """Return the first page that begins with a heading; pages are counted from 0."""
        for number, page in enumerate(self.pages):
            first_line = body(page)[0]
            if first_line.plain_text.startswith(heading):
                return number
        raise AssertionError(f"no page begins with {heading}")


def read_report(folder: Path, name: str) -> Report:
    """Return a report that was built into a folder."""
    pdf = folder / f"{name}.pdf"
    pages = read_lines(pdf)
    word = docx.Document(str(folder / f"{name}.docx"))
    begins_with_one = [head(page).startswith("1") for page in pages]
    return Report(
        pages=pages,
        words=read_words(pdf),
        rules=read_rules(pdf),
        paragraphs=[(_style(paragraph), paragraph.text) for paragraph in word.paragraphs],
        tables=list(_titled_tables(word)),
        front=begins_with_one.index(True),
    )


def _style(paragraph: Paragraph) -> str:
    return "" if paragraph.style is None else str(paragraph.style.name)


def _titled_tables(word: docx.document.Document) -> Iterator[tuple[str, list[str]]]:
    title = ""
    for block in word.iter_inner_content():
        if isinstance(block, Paragraph):
            title = block.text if _style(block) == "Table Title" else ""
        elif title:
            yield title, [row.cells[0].text for row in block.rows[1:]]


def body(page: list[Line]) -> list[Line]:
    """Return the lines below the head of a page."""
    return [line for line in page if (line.top + line.bottom) / 2 >= HEAD]


def head(page: list[Line]) -> str:
    """Return the text in the head of a page."""
    lines_below = body(page)
    return " ".join(line.text for line in page if line not in lines_below)


def squeezed(text: str) -> str:
    return "".join(text.split())
