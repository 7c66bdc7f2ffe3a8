"""Filling in a column of an office's workbook: the XML of its sheets changes, every other part stays."""

from __future__ import annotations

import copy
import io
import posixpath
from collections.abc import Mapping, Sequence
from typing import Final
from zipfile import ZipFile

from lxml import etree

from esa_docs.source.tables.table_column import ColumnToFill
from esa_docs.workbook.sheet_cells import Element, SheetCells, parse_part

_PACKAGE: Final = ""
"""The package itself, whose relationships lead to the workbook."""
_WORKBOOK_TYPE: Final = "/officeDocument"
"""End of the type of the relationship that leads to the workbook."""
_RELATION: Final = "/relationships}id"
"""End of the name of the attribute by which a sheet names its relationship; how it starts may differ."""


def fill_sheet_columns(data: bytes, columns: Sequence[ColumnToFill]) -> bytes:
    """Return a workbook with texts in the blank cells of columns.

    The texts stand in the sheets themselves, so that the part with the texts that sheets share stays.

    Args:
        data: the workbook, which can be read.
        columns: the columns, one of a sheet at most; each gets its head where it is new.

    Raises:
        CellHasFormulaError: a formula without a value stands in a cell that was taken for blank.
    """
    with ZipFile(io.BytesIO(data)) as book:
        part_names = _sheet_parts(book)
        changed_parts: dict[str, bytes] = {}
        for column in columns:
            part_name = part_names[column.sheet]
            changed_parts[part_name] = _filled_sheet(book.read(part_name), column)
        return _with_parts(book, changed_parts)


def _filled_sheet(part: bytes, column: ColumnToFill) -> bytes:
    sheet = SheetCells(parse_part(part), column.sheet)
    number = column.column
    texts = dict(column.texts)
    if number is None:
        number = sheet.first_free_column(column.head_row)
        texts[column.head_row] = column.head
    for row, text in texts.items():
        sheet.put_text(row, number, text)
    sheet.extend_dimension(number)
    return etree.tostring(sheet.root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _sheet_parts(book: ZipFile) -> dict[str, str]:
    """Return the name of the part of each sheet, by the name of the sheet."""
    workbook_part = _workbook_part(book)
    relations = _relations(book, workbook_part)
    folder = posixpath.dirname(workbook_part)
    parts: dict[str, str] = {}
    for sheet in parse_part(book.read(workbook_part)).iterfind("{*}sheets/{*}sheet"):
        target = relations[_relation_of(sheet)].get("Target", "")
        parts[sheet.get("name", "")] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return parts


def _workbook_part(book: ZipFile) -> str:
    for relation in _relations(book, _PACKAGE).values():
        if relation.get("Type", "").endswith(_WORKBOOK_TYPE):
            return relation.get("Target", "").lstrip("/")
    raise KeyError(_WORKBOOK_TYPE)


def _relations(book: ZipFile, part_name: str) -> dict[str, Element]:
    """Return the relationships of a part by their ids."""
    folder, name = posixpath.split(part_name)
    part = book.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {relation.get("Id", ""): relation for relation in parse_part(part)}


def _relation_of(sheet: Element) -> str:
    for name, value in sheet.attrib.items():
        if str(name).endswith(_RELATION):
            return str(value)
    return ""


def _with_parts(book: ZipFile, changed_parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file with other bytes in some of its parts; order, names and times stay."""
    file = io.BytesIO()
    with ZipFile(file, "w") as changed_book:
        changed_book.comment = book.comment
        for info in book.infolist():
            part = changed_parts.get(info.filename)
            if part is None:
                part = book.read(info)
            # zipfile changes the entry that it writes, and the old file is still read by it.
            changed_book.writestr(copy.copy(info), part)
    return file.getvalue()
