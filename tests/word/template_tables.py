"""Tables of tiny templates, and their geometry in a finished file."""

from __future__ import annotations

from typing import Any, NamedTuple

from word_files import paragraph, text_of, xpath

COLUMN = 2000
"""Width of a column of these tables, in twentieths of a point."""


class Cell(NamedTuple):
    """What a cell of a finished table shows, and how it lies; a property that it lacks is empty."""

    text: str
    span: str = ""
    merged: str = ""
    fill: str = ""


class Table(NamedTuple):
    """A finished table: the number of columns of its grid, and its rows."""

    columns: int
    rows: list[list[Cell]]


def cell(*blocks: str, properties: str = "") -> str:
    """Return the XML of a cell; each block is XML, or a text that becomes a paragraph."""
    content = ""
    for block in blocks:
        if block.startswith("<"):
            content += block
        else:
            content += paragraph(block)
    return f'<w:tc><w:tcPr><w:tcW w:w="{COLUMN}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(*cells: str) -> str:
    """Return the XML of a row; each cell is XML, or a text."""
    content = ""
    for text in cells:
        if text.startswith("<w:tc>"):
            content += text
        else:
            content += cell(text)
    return f"<w:tr>{content}</w:tr>"


def table(columns: int, *rows: str) -> str:
    """Return the XML of a table with a grid of equal columns."""
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def geometry(root: Any) -> list[Table]:
    """Return the tables of a part, the outer before the inner."""
    tables = []
    for element in xpath(root, "//w:tbl"):
        rows = []
        for table_row in xpath(element, "w:tr"):
            rows.append([_cell_of(table_cell) for table_cell in xpath(table_row, "w:tc")])
        tables.append(Table(len(xpath(element, "w:tblGrid/w:gridCol")), rows))
    return tables


def _cell_of(element: Any) -> Cell:
    paragraphs = xpath(element, "w:p")
    return Cell(
        text="|".join([text_of(block) for block in paragraphs]),
        span="".join(xpath(element, "w:tcPr/w:gridSpan/@w:val")),
        merged="".join(xpath(element, "w:tcPr/w:vMerge/@w:val")),
        fill="".join(xpath(element, "w:tcPr/w:shd/@w:fill")),
    )


def widths(root: Any) -> list[int]:
    """Return the widths of the columns of the first table."""
    return [int(width) for width in xpath(root, "(//w:tbl)[1]/w:tblGrid/w:gridCol/@w:w")]
