"""Cells of tables as they come in: mended like all text, and told once a file (W502)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.source.binding.pasted_texts import PastedTexts
from esa_docs.source.yaml_files.text import control_fault

if TYPE_CHECKING:
    from esa_docs.source.tables.table_file import Sheet


def mended_sheets(sheets: Checked[tuple[Sheet, ...]]) -> Checked[tuple[Sheet, ...]]:
    """Return the sheets of a file with mended cells, white space at the ends of a cell cut."""
    if sheets.value is None:
        return sheets
    fault = next(_control_characters(sheets.value), None)
    if fault:
        return Checked(None, (*sheets.diagnostics, fault))
    texts = PastedTexts()
    mended = tuple(_mended_sheet(sheet, texts) for sheet in sheets.value)
    return Checked(mended, (*sheets.diagnostics, *texts.diagnostics()))


def _control_characters(sheets: Iterable[Sheet]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of each cell with a character that no file of content may hold (E105)."""
    for sheet in sheets:
        for row in sheet.rows:
            for cell in row:
                fault = control_fault(cell.text, cell.place)
                if fault:
                    yield fault


def _mended_sheet(sheet: Sheet, texts: PastedTexts) -> Sheet:
    rows = []
    for row in sheet.rows:
        cells = [replace(cell, text=texts.mend(cell.text, cell.place).strip()) for cell in row]
        rows.append(tuple(cells))
    return replace(sheet, rows=tuple(rows))
