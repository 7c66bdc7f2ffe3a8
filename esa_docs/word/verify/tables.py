"""Rules about tables: Word and LibreOffice read different widths, so both must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile, select

_HEAD: Final = path_to("trPr", "tblHeader")
_LOOK: Final = path_to("tblPr", "tblLook")
_FIRST_ROW_BIT: Final = 0x20
"""Bit of ``w:tblLook`` by which the first row is formatted as a head (ECMA-376 part 1, 17.4.55)."""
_HEXADECIMAL: Final = re.compile("[0-9A-Fa-f]{1,4}")
_ON: Final = frozenset({"1", "true", "on"})
_UNBROKEN: Final = path_to("trPr", "cantSplit")
_GRID: Final = "w:tblGrid/w:gridCol/@w:w"
_CELL_WIDTHS: Final = "w:tc/w:tcPr/w:tcW/@w:w"
_SPAN: Final = "w:tcPr/w:gridSpan/@w:val"


def table_layout(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E716: a table lacks fixed layout or written cell margins, or its grid and cells differ."""
    for part in document.stories:
        for table in part.elements("tbl"):
            layout = _table_property(table, "tblLayout")
            if layout is None or layout.get(w("type")) != "fixed":
                yield part.diagnostic("E716", _("a table has no fixed column widths"), near=table)
            # Engines take different margins where a table names none.
            if _table_property(table, "tblCellMar") is None:
                yield part.diagnostic("E716", _("a table does not write out its cell margins"), near=table)
            # LibreOffice reads the widths of the grid, Word those of the cells.
            column_widths = _numbers(table, _GRID)
            if any(_widths_differ(column_widths, row) for row in table.iterchildren(w("tr"))):
                yield part.diagnostic("E716", _("a table's cells are not as wide as its columns"), near=table)


def _table_property(table: Element, name: str) -> Element | None:
    properties = table.find(w("tblPr"))
    return None if properties is None else properties.find(w(name))


def _widths_differ(column_widths: list[int], row: Element) -> bool:
    """Return whether the cells of a row are not as wide as the columns that they span."""
    cell_widths = _numbers(row, _CELL_WIDTHS)
    if cell_widths == column_widths:
        return False
    spanned_widths = []
    end = 0
    for cell in select(row, "w:tc"):
        start = end
        end += _span(cell)
        spanned_widths.append(sum(column_widths[start:end]))
    return cell_widths != spanned_widths or end != len(column_widths)


def _span(cell: Element) -> int:
    """Return how many columns a cell spans; 1 where it does not say."""
    spans = _numbers(cell, _SPAN)
    return spans[0] if spans else 1


def _numbers(element: Element, path: str) -> list[int]:
    """Return the widths or counts at a path; 0, which fits no column, for anything but a plain number."""
    numbers = []
    for text in select(element, path):
        numbers.append(whole_number(text))
    return numbers


def table_rows(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E716: a head is not repeated, or a row may be broken."""
    for part in document.stories:
        for table in part.elements("tbl"):
            rows = list(table.iterchildren(w("tr")))
            if len(rows) > 1 and not _repeats_head(table, rows):
                yield part.diagnostic("E716", _("a table does not repeat its head on every page"), near=table)
            if any(row.find(_UNBROKEN) is None for row in rows):
                yield part.diagnostic("E716", _("a table row may be broken across pages"), near=table)


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


def _ends_with_paragraph(cell: Element) -> bool:
    return len(cell) > 0 and cell[-1].tag == w("p")


RULES: Final = (table_layout, table_rows, ends_of_cells)
