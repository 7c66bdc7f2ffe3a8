"""Rules about tables: Word and LibreOffice read different widths, so both must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import RANGE_MARKS, w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile

_HEAD: Final = path_to("trPr", "tblHeader")
_LOOK: Final = path_to("tblPr", "tblLook")
_FIRST_ROW_BIT: Final = 0x20
"""Bit of ``w:tblLook`` by which the first row is formatted as a head (ECMA-376 part 1, 17.4.55)."""
_HEXADECIMAL: Final = re.compile("[0-9A-Fa-f]{1,4}")
_ON: Final = frozenset({"1", "true", "on"})
_UNBROKEN: Final = path_to("trPr", "cantSplit")
_ROW, _CELL = w("tr"), w("tc")
_GRID, _COLUMN = w("tblGrid"), w("gridCol")
_WIDTH, _VALUE = w("w"), w("val")
_CELL_WIDTH: Final = path_to("tcPr", "tcW")
_SPAN: Final = path_to("tcPr", "gridSpan")
_FREE_BEFORE: Final = path_to("trPr", "gridBefore")
_FREE_BEHIND: Final = path_to("trPr", "gridAfter")

_HOLDERS_OF_BLOCKS: Final = frozenset(map(w, ("sdt", "sdtContent", "customXml")))


def table_layout(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E716: a table lacks fixed layout or written cell margins, or its grid and cells differ."""
    for part in document.stories:
        for table in part.elements("tbl"):
            layout = _table_property(table, "tblLayout")
            if layout is None or layout.get(w("type")) != "fixed":
                yield part.diagnostic(
                    "E716", _("a table has no fixed column widths"), _fixed_width(), near=table
                )
            # Engines take different margins where a table names none.
            if _table_property(table, "tblCellMar") is None:
                message = _("a table does not write out its cell margins")
                hint = _in_word(_("Cell Margins: write all four, and press OK"))
                yield part.diagnostic("E716", message, hint, near=table)
            # LibreOffice reads the widths of the grid, Word those of the cells.
            column_widths = _column_widths(table)
            if any(_widths_differ(column_widths, row) for row in _children_of(table, _ROW)):
                message = _("a table's cells are not as wide as its columns")
                yield part.diagnostic("E716", message, _fixed_width(), near=table)


def _fixed_width() -> str:
    steps = _("AutoFit, Fixed Column Width; then write the width of each column, also of one that was added")
    return _in_word(steps)


def _in_word(steps: str) -> str:
    """Return the cure of a table; ``steps`` are those behind the tab of tables."""
    return _("In the template in Word select the table; Table Layout, {steps}.").format(steps=steps)


def _table_property(table: Element, name: str) -> Element | None:
    properties = table.find(w("tblPr"))
    return None if properties is None else properties.find(w(name))


def _children_of(parent: Element, name: str) -> Iterator[Element]:
    """Generate the rows of a table or the cells of a row by their name, also those in content controls."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _HOLDERS_OF_BLOCKS:
            yield from _children_of(child, name)


def _column_widths(table: Element) -> list[int]:
    """Return the widths of the columns of a table's grid."""
    grid = table.find(_GRID)
    if grid is None:
        return []
    return [whole_number(column.get(_WIDTH, "")) for column in grid.iterchildren(_COLUMN)]


def _widths_differ(column_widths: list[int], row: Element) -> bool:
    """Return whether the cells of a row are not as wide as the columns that they span."""
    end = _count(row, _FREE_BEFORE, 0)
    for cell in _children_of(row, _CELL):
        start = end
        end += _count(cell, _SPAN, 1)
        width = cell.find(_CELL_WIDTH)
        if width is None or whole_number(width.get(_WIDTH, "")) != sum(column_widths[start:end]):
            return True
    return end + _count(row, _FREE_BEHIND, 0) != len(column_widths)


def _count(element: Element, path: str, default: int) -> int:
    """Return a count of columns; the default where none is written, 0 for anything but a plain number."""
    count = element.find(path)
    return default if count is None else whole_number(count.get(_VALUE, ""))


def table_rows(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E716: a head is not repeated, or a row may be broken."""
    for part in document.stories:
        for table in part.elements("tbl"):
            rows = list(_children_of(table, _ROW))
            if len(rows) > 1 and not _repeats_head(table, rows):
                message = _("a table does not repeat its head on every page")
                hint = _in_word(_("select the rows of the head, Repeat Header Rows"))
                yield part.diagnostic("E716", message, hint, near=table)
            if any(row.find(_UNBROKEN) is None for row in rows):
                message = _("a table row may be broken across pages")
                hint = _in_word(_("Properties, Row: untick 'Allow row to break across pages'"))
                yield part.diagnostic("E716", message, hint, near=table)


def ends_of_cells(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E716: a table cell does not end with a paragraph."""
    for part in document.stories:
        for cell in part.root.iterdescendants(w("tc")):
            if not _ends_with_paragraph(cell):
                message = _("a table cell does not end with a paragraph: Word cannot open the file")
                yield part.diagnostic("E716", message, severity=Severity.ERROR, near=cell)


def _repeats_head(table: Element, rows: list[Element]) -> bool:
    """Return whether only the first rows are marked as repeated: at least one if the table has a head."""
    is_repeated = [row.find(_HEAD) is not None for row in rows]
    if not is_repeated[0] and _has_head(table):
        return False
    # A mark counts only in rows that follow each other from the first on.
    marked_rows_first = sorted(is_repeated, reverse=True)
    return is_repeated == marked_rows_first


def _has_head(table: Element) -> bool:
    """Return whether the first row is a head: unless the table says that it is not formatted as one."""
    look = table.find(_LOOK)
    if look is None:
        return True
    first_row = look.get(w("firstRow"))
    if first_row is not None:
        return first_row in _ON
    # The first edition of ECMA-376 has the bits alone.
    bits = look.get(w("val"), "")
    if not _HEXADECIMAL.fullmatch(bits):
        return True
    return bool(int(bits, 16) & _FIRST_ROW_BIT)


def _ends_with_paragraph(holder: Element) -> bool:
    """Return whether the last block of a cell is a paragraph, be it that of a content control."""
    for block in holder.iterchildren(reversed=True):
        if block.tag == w("p"):
            return True
        if block.tag in _HOLDERS_OF_BLOCKS:
            return _ends_with_paragraph(block)
        if block.tag not in RANGE_MARKS:
            return False
    return False


RULES: Final = (table_layout, table_rows, ends_of_cells)
