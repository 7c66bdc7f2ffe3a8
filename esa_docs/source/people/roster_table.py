"""An office's own list of people, people.xlsx or people.csv, read as if it were people.yaml."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.source.people.roster_columns import (
    IGNORED,
    NAME,
    Columns,
    check_columns,
    find_columns,
    heads_of,
    thai_head,
)
from esa_docs.source.people.roster_posts import join_posts
from esa_docs.source.tables.christian_years import once_each
from esa_docs.source.tables.table_file import (
    BLANKS,
    Cell,
    Sheet,
    cell_problems,
    formula_fault,
    has_text,
    read_sheets,
)
from esa_docs.source.tables.unread_cells import unread_sheet
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.tree import Entry, Scalar
from esa_docs.thai.name_parts import NameParts, parse_name

_NAME_PARTS: Final = ("prefix", "first_name", "last_name")
_DATES: Final = frozenset({"since", "until"})

Row: TypeAlias = Mapping[str, Cell]
"""The filled cells of a person by field; never empty."""


def read_roster_table(path: Path, file_label: str) -> Checked[yaml_tree.Mapping]:
    """Return a list of people; faults stand at their cells.

    Args:
        path: people.xlsx or people.csv.
        file_label: how diagnostics name it.
    """
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    filled_sheets = [sheet for sheet in sheets.value if any(map(has_text, sheet.rows))]
    tables, diagnostics = _find_tables(filled_sheets)
    diagnostics[:0] = sheets.diagnostics
    if not tables:
        return Checked(None, (_no_table(filled_sheets, file_label),))
    for columns in tables:
        diagnostics += check_columns(columns)
    if has_errors(diagnostics):
        return Checked(None, tuple(diagnostics))
    rows: list[Row] = []
    for columns in tables:
        rows += [row for _number, row in rows_of_people(columns)]
        diagnostics += _check_cells(columns)
    diagnostics += itertools.chain.from_iterable(sheet.notes for sheet in filled_sheets)
    tree = _tree(rows, Location(file_label))
    return Checked(tree.value, (*once_each(diagnostics), *tree))


def _find_tables(sheets: Sequence[Sheet]) -> tuple[list[Columns], list[Diagnostic]]:
    """Return the columns of each sheet that has a head, and a diagnostic of each that has none (E624)."""
    tables: list[Columns] = []
    diagnostics: list[Diagnostic] = []
    for sheet in sheets:
        columns = find_columns(sheet)
        if columns is None:
            diagnostics.append(unread_sheet(sheet))
        else:
            tables.append(columns)
    return tables, diagnostics


def _no_table(sheets: Sequence[Sheet], file_label: str) -> Diagnostic:
    place, heads = Location(file_label), "-"
    if sheets:
        place, heads = sheets[0].place, heads_of(sheets[0])
    message = _("a row with the names of columns, such as ชื่อ-สกุล and ตำแหน่ง, is expected; found: {found}")
    message = message.format(found=heads)
    return Diagnostic("E622", message, place, _("Name the columns in a row above the people."))


def rows_of_people(columns: Columns) -> Iterator[tuple[int, Row]]:
    """Generate the people of a table, each with the number of its row below the head, from 1.

    A row of which only the running number is filled in is none.
    """
    for number, cells in enumerate(columns.table.rows_below, 1):
        row: dict[str, Cell] = {}
        for column, field in columns.fields.items():
            if column >= len(cells) or field == IGNORED or cells[column].text in BLANKS:
                continue
            cell = cells[column]
            # A name may stand in two columns below one head.
            cell_before = row.get(field)
            if cell_before:
                cell = Cell(f"{cell_before.text} {cell.text}", cell_before.place)
            row[field] = cell
        if row:
            yield number, row


def _check_cells(columns: Columns) -> Iterator[Diagnostic]:
    """Generate what is wrong with each cell that is read."""
    for cells in columns.table.rows_below:
        for column, cell in enumerate(cells):
            if column in columns.fields:
                yield from _problems_of(cell, columns.fields[column])


def _problems_of(cell: Cell, field: str) -> Iterator[Diagnostic]:
    """Generate what is wrong with a cell; a date is read whatever its format."""
    if field not in _DATES:
        yield from cell_problems(cell)
        return
    fault = formula_fault(cell)
    if fault:
        yield fault


def _tree(rows: Sequence[Row], place: Location) -> Checked[yaml_tree.Mapping]:
    people: list[yaml_tree.Mapping] = []
    diagnostics: list[Diagnostic] = []
    for row in rows:
        texts = _texts(row)
        missing_fields = [field for field in (*_NAME_PARTS, "position") if not texts.get(field)]
        if missing_fields:
            diagnostics.append(_incomplete(missing_fields, _name_place(row)))
        stand_ins = dict.fromkeys(missing_fields, "-")
        people.append(_person(row, texts | stand_ins))
    people_with_posts = tuple(join_posts(people))
    people_entry = Entry("people", place, yaml_tree.Sequence(people_with_posts, place))
    return Checked(yaml_tree.Mapping((people_entry,), place), tuple(diagnostics))


def name_in(row: Row) -> NameParts:
    """Return the name in its parts; the title may stand in a column of its own, or before the first name."""
    title = _text(row, "prefix")
    first = _text(row, NAME) or _text(row, "first_name")
    last = _text(row, "last_name")
    if not title:
        return parse_name(f"{first} {last}")
    # The title may stand in the column of the name as well.
    first = first.removeprefix(title).strip()
    if NAME in row:
        first, _blank, last = first.partition(" ")
    return NameParts(title, first, last)


def _text(row: Row, field: str) -> str:
    """Return the text of a field on one line; empty where nothing stands."""
    if field not in row:
        return ""
    return unicodedata.normalize("NFC", " ".join(row[field].text.split()))


def _texts(row: Row) -> dict[str, str]:
    """Return the texts of a person by field; a part of the name that is not written is empty."""
    name = name_in(row)
    texts = {"prefix": name.prefix, "first_name": name.first, "last_name": name.last}
    for field, cell in row.items():
        if field != NAME and field not in _NAME_PARTS:
            texts[field] = cell.typed if field in _DATES else cell.text
    return texts


def _name_place(row: Row) -> Location:
    """Return the place of the name; where there is none, that of the first cell."""
    for field in (NAME, "first_name", "last_name"):
        if field in row:
            return row[field].place
    first = next(iter(row.values()))
    return first.place


def _person(row: Row, texts: Mapping[str, str]) -> yaml_tree.Mapping:
    """Return what people.yaml would say of one person."""
    name_place = _name_place(row)
    entries = []
    for field, text in texts.items():
        place = row[field].place if field in row else name_place
        entries.append(Entry(field, place, Scalar(text, place)))
    return yaml_tree.Mapping(tuple(entries), name_place)


def _incomplete(missing_fields: Sequence[str], place: Location) -> Diagnostic:
    message = _("title, first name, last name and post of a person are expected; missing: {missing}")
    heads = [thai_head(field) for field in missing_fields]
    message = message.format(missing=", ".join(heads))
    hint = _("Fill it in; the title may stand before the name, as in นายสมชาย ใจดี.")
    return Diagnostic("E626", message, place, hint)
