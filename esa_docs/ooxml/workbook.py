"""The smallest workbook Excel opens: one sheet of texts and numbers (ECMA-376 part 1, 18), without styles."""

from __future__ import annotations

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
"""A text, a number, or nothing."""

_S: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OF_PACKAGE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_OF_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LETTERS: Final = 26
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
"""All but the sheet itself."""


def make_workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Make a workbook (.xlsx) with one sheet of these rows. Equal rows give equal bytes."""
    lines = "".join(_row(number, cells) for number, cells in enumerate(rows, 1))
    sheet = f'<worksheet xmlns="{_S}"><sheetData>{lines}</sheetData></worksheet>'
    parts = {**_FRAME, "xl/worksheets/sheet1.xml": sheet}
    return write_package({name: f"{_HEAD}{text}".encode() for name, text in parts.items()})


def cell_range(column: int, first: int, last: int) -> str:
    """Name cells of a column of the sheet as formulas do; columns count from 0, rows from 1."""
    name = _column(column)
    cells = f"${name}${first}" if first == last else f"${name}${first}:${name}${last}"
    return f"{SHEET_NAME}!{cells}"


def number_text(number: Number) -> str:
    """Write a number as the nearest one a workbook can hold (64 bit floating point)."""
    return repr(float(number)).removesuffix(".0")


def _row(number: int, cells: Sequence[Cell]) -> str:
    written = "".join(_cell(f"{_column(place)}{number}", cell) for place, cell in enumerate(cells))
    return f'<row r="{number}">{written}</row>'


def _cell(place: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = escape(cell)
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}"><v>{number_text(cell)}</v></c>'


def _column(number: int) -> str:
    """Name a column: A to Z, then AA and on."""
    before, last = divmod(number, _LETTERS)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)
