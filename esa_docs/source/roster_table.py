"""An office's own list of people, people.xlsx or people.csv, as the tree that people.yaml would give."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source import tree as yaml_tree
from esa_docs.source.roster_columns import (
    IGNORED,
    NAME,
    Columns,
    check_columns,
    find_columns,
    heads_of,
    thai_head,
)
from esa_docs.source.table_file import BLANKS, Cell, Sheet, formula_fault, read_sheets
from esa_docs.source.tree import Entry, Scalar
from esa_docs.thai.name_parts import NameParts, parse_name

_PARTS: Final = ("prefix", "first_name", "last_name")

Row = Mapping[str, Cell]
"""The filled cells of a person by field."""


def read_roster_table(path: Path, file_label: str) -> Checked[yaml_tree.Mapping]:
    """Read a list of people; faults stand at their cells.

    Args:
        path: people.xlsx or people.csv.
        file_label: how diagnostics name it.
    """
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    heads = [
        (sheet, find_columns(sheet)) for sheet in sheets.value if any(_is_filled(row) for row in sheet.rows)
    ]
    tables = [columns for _sheet, columns in heads if columns]
    if not tables:
        return Checked(None, (_no_table([sheet for sheet, _columns in heads], file_label),))
    found = [_not_read(sheet) for sheet, columns in heads if columns is None]
    found += [one for columns in tables for one in check_columns(columns)]
    if any(one.is_error for one in found):
        return Checked(None, tuple(found))
    rows = [row for columns in tables for row in _rows(columns)]
    found += [one for columns in tables for one in _check_cells(columns)]
    tree = _tree(rows, Location(file_label))
    return Checked(tree.value, (*found, *tree))


def _is_filled(row: Sequence[Cell]) -> bool:
    return any(cell.text for cell in row)


def _no_table(sheets: Sequence[Sheet], file_label: str) -> Diagnostic:
    place = sheets[0].place if sheets else Location(file_label)
    text = _("a row with the names of columns, such as ชื่อ-สกุล and ตำแหน่ง, is expected; found: {found}")
    message = text.format(found=heads_of(sheets[0]) if sheets else "-")
    return Diagnostic("E622", message, place, _("Name the columns in a row above the people."))


def _not_read(sheet: Sheet) -> Diagnostic:
    message = _("this sheet has no row with the names of columns and is not read")
    hint = _("Nothing needs to be done, unless it holds people.")
    return Diagnostic("E624", message, sheet.place, hint, Severity.INFO)


def _rows(columns: Columns) -> Iterator[Row]:
    """Give the people of a table; a row of which only the running number is filled in is none."""
    for cells in columns.rows:
        row: dict[str, Cell] = {}
        for column, field in columns.fields.items():
            cell = cells[column] if column < len(cells) else None
            if cell is None or field == IGNORED or cell.text in BLANKS:
                continue
            before = row.get(field)
            row[field] = Cell(f"{before.text} {cell.text}", before.place) if before else cell
        if row:
            yield row


def _check_cells(columns: Columns) -> Iterator[Diagnostic]:
    """Tell formulas without a value, and cells that belong to no column."""
    lost: set[int] = set()
    heads = len(columns.head)
    for cells in columns.rows:
        for column, cell in enumerate(cells):
            fault = formula_fault(cell) if column in columns.fields else None
            if fault:
                yield fault
            is_unnamed = column >= heads or not columns.head[column].text
            if cell.text and is_unnamed and column not in columns.fields and column not in lost:
                lost.add(column)
                message = _("this column has no name and is not read; it begins with '{text}'")
                hint = _("Name the column in the head of the table, or clear it.")
                yield Diagnostic("E624", message.format(text=cell.text), cell.place, hint, Severity.WARNING)


def _tree(rows: Sequence[Row], whole: Location) -> Checked[yaml_tree.Mapping]:
    names = [_name(row) for row in rows]
    shared = Counter(name.first for name in names)
    people = [_person(row, name, shared) for row, name in zip(rows, names, strict=True)]
    listed = yaml_tree.Sequence(tuple(one.value for one in people if one.value), whole)
    found = tuple(diagnostic for one in people for diagnostic in one)
    return Checked(yaml_tree.Mapping((Entry("people", whole, listed),), whole), found)


def _name(row: Row) -> NameParts:
    """Give the name in its parts; the title may stand in a column of its own, or before the first name."""
    title = _text(row, "prefix")
    first = _text(row, NAME) or _text(row, "first_name")
    last = _text(row, "last_name")
    if not title:
        return parse_name(f"{first} {last}")
    first = first.removeprefix(title).strip()
    if NAME in row:
        first, _blank, last = first.partition(" ")
    return NameParts(title, first, last)


def _text(row: Row, field: str) -> str:
    return unicodedata.normalize("NFC", " ".join(row[field].text.split())) if field in row else ""


def _person(row: Row, name: NameParts, shared: Counter[str]) -> Checked[yaml_tree.Mapping]:
    """Build what people.yaml would say of one person."""
    first = next(iter(row.values())).place
    place = next((row[field].place for field in (NAME, "first_name", "last_name") if field in row), first)
    default = f"{name.first} {name.last}".strip() if shared[name.first] > 1 else name.first
    texts = {field: cell.text for field, cell in row.items() if field not in {NAME, *_PARTS}}
    texts = {"id": default, "prefix": name.prefix, "first_name": name.first, "last_name": name.last} | texts
    missing = [field for field in (*_PARTS, "position") if not texts.get(field)]
    found = (_incomplete(missing, place),) if missing else ()
    texts |= dict.fromkeys(missing, "-")
    texts["id"] = texts["id"] or str(place)  # a stand-in like the others: what is missing has been told
    places = {field: row[field].place if field in row else place for field in texts}
    is_given = "id" in row  # what is wrong with an id made from the name is told of the name
    entries = (
        Entry(field, places[field], Scalar(text, places[field], is_told=field == "id" and not is_given))
        for field, text in texts.items()
    )
    return Checked(yaml_tree.Mapping(tuple(entries), place), found)


def _incomplete(missing: Sequence[str], place: Location) -> Diagnostic:
    message = _("title, first name, last name and post of a person are expected; missing: {missing}")
    text = message.format(missing=", ".join(thai_head(field) for field in missing))
    hint = _("Fill it in; the title may stand before the name, as in นายสมชาย ใจดี.")
    return Diagnostic("E626", text, place, hint)
