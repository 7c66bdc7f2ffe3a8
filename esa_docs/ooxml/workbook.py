"""The smallest workbook Excel opens: one sheet of texts and numbers (ECMA-376 part 1, 18), without styles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final
from xml.sax.saxutils import escape

from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R
from esa_docs.ooxml.package import CONTENT_TYPES_PART, write_package

SHEET_NAME: Final = "Sheet1"
WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Number = Decimal | Fraction
Cell = str | Number | None
"""A text, a number, or None for an empty cell."""

_S: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OF_PACKAGE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_OF_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LETTERS: Final = 26
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FRAME: Final = {
    CONTENT_TYPES_PART: (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="{_OF_PACKAGE}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OF_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OF_SHEETS}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_S}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
"""All parts but the sheet itself."""


def make_workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook (.xlsx) with one sheet of these rows. Equal rows give equal bytes."""
    sheet_rows = "".join(_row(number, cells) for number, cells in enumerate(rows, 1))
    sheet = f'<worksheet xmlns="{_S}"><sheetData>{sheet_rows}</sheetData></worksheet>'
    texts = {**_FRAME, "xl/worksheets/sheet1.xml": sheet}
    parts = {name: f"{_HEAD}{text}".encode() for name, text in texts.items()}
    return write_package(parts)


def cell_range(column: int, first: int, last: int) -> str:
    """Return the name of cells of a column, as formulas write it.

    Args:
        column: number of the column, from 0.
        first: number of the first row, from 1.
        last: number of the last row; equal to the first for a single cell.
    """
    column_name = _column(column)
    cells = f"${column_name}${first}"
    if first != last:
        cells += f":${column_name}${last}"
    return f"{SHEET_NAME}!{cells}"


def number_text(number: Number) -> str:
    """Return a number as text: the nearest number that a workbook can hold (64 bit floating point)."""
    return repr(float(number)).removesuffix(".0")


def _row(number: int, cells: Sequence[Cell]) -> str:
    row_cells = "".join(_cell(f"{_column(place)}{number}", cell) for place, cell in enumerate(cells))
    return f'<row r="{number}">{row_cells}</row>'


def _cell(place: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        # Excel would read such a piece of the text as the code of a character.
        text = _ESCAPE.sub("_x005F_", escape(cell))
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}"><v>{number_text(cell)}</v></c>'


def _column(number: int) -> str:
    """Return the name of a column: A to Z, then AA and so on; numbers count from 0."""
    rounds, place = divmod(number, _LETTERS)
    letter = chr(ord("A") + place)
    if rounds == 0:
        return letter
    return _column(rounds - 1) + letter
