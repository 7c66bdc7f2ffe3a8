"""The cells of a sheet's XML part, in which texts are put; all else in the part stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from esa_docs import thai
from esa_docs.source.tables.workbook_cells import encode_text
from esa_docs.source.tables.workbook_parts import column_letters, column_number

Element = etree._Element  # noqa: SLF001 lxml has no public name for the type
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_REFERENCE: Final = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")
_COLUMNS_OF_SPANS: Final = re.compile(r"([0-9]+):([0-9]+)")


class CellHasFormulaError(Exception):
    """A cell in which a text is to be put holds a formula.

    Attributes:
        cell: its name, such as Sheet1!C7.
    """

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


def parse_part(data: bytes) -> Element:
    """Return the root of an XML part."""
    return etree.fromstring(data, _PARSER)


class SheetCells:
    """A sheet whose cells get texts. Rows and columns count from 1."""

    def __init__(self, root: Element, title: str) -> None:
        self.root = root
        self._title = title
        self._namespace = etree.QName(root).namespace
        self._rows: dict[int, Element] = {}
        number = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            # Some programs write no numbers: a row then stands below the one before it.
            number = thai.whole_number(row.get("r", "")) or number + 1
            self._rows[number] = row

    def first_free_column(self, head_row: int) -> int:
        """Return the first column to the right of everything that stands in the head or below it.

        Merged cells count as a whole: in those that are hidden behind the first nobody would see a text.
        """
        last_column = 0
        for number, row in self._rows.items():
            if number >= head_row:
                last_column = max(last_column, *_filled_columns(row), 0)
        for merged in self.root.iterfind("{*}mergeCells/{*}mergeCell"):
            columns_and_rows = list(_columns_and_rows(merged.get("ref", "")))
            last_row = max((row for _column, row in columns_and_rows), default=0)
            if last_row >= head_row:
                last_column = max(last_column, *[column for column, _row in columns_and_rows])
        return last_column + 1

    def put_text(self, row_number: int, column: int, text: str) -> None:
        """Put a text into a blank cell; a cell that is not there looks like its neighbour on the left.

        Raises:
            CellHasFormulaError: a formula stands in the cell.
        """
        row = self._rows[row_number]
        name = f"{column_letters(column)}{row_number}"
        cell = self._cell(row, column, name)
        if cell.find("{*}f") is not None:
            raise CellHasFormulaError(f"{self._title}!{name}")
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        inline_text = etree.SubElement(cell, self._tag("is"))
        etree.SubElement(inline_text, self._tag("t")).text = encode_text(text)
        _extend_spans(row, column)

    def extend_dimension(self, column: int) -> None:
        """Widen the size of the sheet that the part names, so that a column belongs to it."""
        dimension = self.root.find("{*}dimension")
        if dimension is None:
            return
        corners = list(_columns_and_rows(dimension.get("ref", "")))
        if not corners:
            return
        (first_column, first_row), (last_column, last_row) = corners[0], corners[-1]
        if column > last_column:
            first = f"{column_letters(first_column)}{first_row}"
            dimension.set("ref", f"{first}:{column_letters(column)}{last_row}")

    def _cell(self, row: Element, column: int, name: str) -> Element:
        """Return a cell of a row; one that is not there is made."""
        place, style = 0, None
        for number, (cell_column, cell) in enumerate(_cells(row), 1):
            if cell_column == column:
                return cell
            if cell_column > column:
                break
            place, style = number, cell.get("s")
        new_cell = etree.Element(self._tag("c"), {"r": name})
        if style is not None:
            new_cell.set("s", style)
        row.insert(place, new_cell)
        return new_cell

    def _tag(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Generate the cells of a row with their columns; one without a name stands behind the one before it."""
    column = 0
    for cell in row.iterfind("{*}c"):
        column += 1
        for named_column, _row in _columns_and_rows(cell.get("r", "")):
            column = named_column
        yield column, cell


def _filled_columns(row: Element) -> Iterator[int]:
    """Generate the columns of the cells in which anything stands; an empty cell may have a style."""
    for column, cell in _cells(row):
        if len(cell):
            yield column


def _columns_and_rows(reference: str) -> Iterator[tuple[int, int]]:
    """Generate column and row of each corner that a reference such as ``A1:C7`` names."""
    for letters, digits in _REFERENCE.findall(reference):
        yield column_number(letters), thai.whole_number(digits) or 0


def _extend_spans(row: Element, column: int) -> None:
    """Widen the columns that a row says it spans, which helps Excel to read it faster."""
    spans = _COLUMNS_OF_SPANS.fullmatch(row.get("spans", ""))
    if spans and (thai.whole_number(spans[2]) or column) < column:
        row.set("spans", f"{spans[1]}:{column}")
