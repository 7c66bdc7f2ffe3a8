"""Rules about tables: Word and LibreOffice read different widths, so both must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile, select

_HEAD: Final = path_to("trPr", "tblHeader")
_LOOK: Final = path_to("tblPr", "tblLook")
_FIRST_ROW: Final = 0x20
"""Bit of ``w:tblLook`` that says so (ECMA-376 part 1, 17.4.55)."""
_UNBROKEN: Final = path_to("trPr", "cantSplit")
_GRID: Final = "w:tblGrid/w:gridCol/@w:w"
_CELL_WIDTHS: Final = "w:tc/w:tcPr/w:tcW/@w:w"
_SPAN: Final = "w:tcPr/w:gridSpan/@w:val"


def table_layout(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E716: fixed layout, cell margins written out, grid equal to cell widths."""
    for part in document.stories:
        for table in part.all("tbl"):
            properties = table.find(w("tblPr"))
            layout = None if properties is None else properties.find(w("tblLayout"))
            if layout is None or layout.get(w("type")) != "fixed":
                yield part.finding("E716", _("a table has no fixed column widths"))
            if properties is None or properties.find(w("tblCellMar")) is None:
                yield part.finding("E716", _("a table does not write out its cell margins"))
            if any(_widths_differ(table, row) for row in table.iterchildren(w("tr"))):
                yield part.finding("E716", _("a table's cells are not as wide as its columns"))


def _widths_differ(table: Element, row: Element) -> bool:
    grid = [_number(width) for width in select(table, _GRID)]
    widths = [_number(width) for width in select(row, _CELL_WIDTHS)]
    if widths == grid:
        return False
    spans = [_number((select(cell, _SPAN) or ["1"])[0]) for cell in select(row, "w:tc")]
    columns = [sum(grid[end - span : end]) for span, end in zip(spans, accumulate(spans), strict=True)]
    return widths != columns or sum(spans) != len(grid)


def _number(text: str) -> int:
    """Read a width or count; anything but a plain number is 0, as no column is."""
    return int(text) if text.isdecimal() else 0


def table_rows(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E716: the head repeats on every page, no row is broken across pages, a cell ends with a paragraph."""
    for part in document.stories:
        for table in part.all("tbl"):
            rows = list(table.iterchildren(w("tr")))
            heads = [row.find(_HEAD) is not None for row in rows]
            lacks_head = not heads[0] and _has_head(table) if heads else False
            if len(rows) > 1 and (lacks_head or heads != sorted(heads, reverse=True)):
                yield part.finding("E716", _("a table does not repeat its head on every page"))
            if any(row.find(_UNBROKEN) is None for row in rows):
                yield part.finding("E716", _("a table row may be broken across pages"))
        cells = part.root.iterdescendants(w("tc"))
        if any(not len(cell) or cell[-1].tag != w("p") for cell in cells):
            message = _("a table cell does not end with a paragraph: Word cannot open the file")
            yield part.finding("E716", message, error=True)


def _has_head(table: Element) -> bool:
    """Tell whether the first row is a head: unless the table says that it is not formatted as one."""
    look = table.find(_LOOK)
    if look is None:
        return True
    value = look.get(w("val"), "")
    by_bits = bool(int(value, 16) & _FIRST_ROW) if re.fullmatch("[0-9A-Fa-f]{1,4}", value) else True
    return look.get(w("firstRow"), str(int(by_bits))) in {"1", "true", "on"}


RULES: Final = (table_layout, table_rows)
