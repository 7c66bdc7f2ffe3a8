"""ผู้รับ: the recipients of a letter, read from a table of the office as if the letter listed them itself.

E623 two columns of one meaning · E648 the table is not there, or lies outside the project folder · E649 it
has no column เรียน, no rows, or a row without an addressee. `unread_cells.py` tells what is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Final, TypeAlias

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import RecipientTable
from esa_docs.model.recipient_columns import HEADS_OF_RECIPIENTS
from esa_docs.source.binding.binding import checked_value
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.people.roster_columns import is_running_number, plain_head, repeated_columns
from esa_docs.source.tables.christian_years import once_each
from esa_docs.source.tables.further_columns import (
    cells_of_columns,
    empty_entries,
    further_columns,
    keys_of,
    text_of_column,
)
from esa_docs.source.tables.included import Included, find_table
from esa_docs.source.tables.table_file import Cell, Sheet, cell_problems, has_text, is_filled, read_sheets
from esa_docs.source.tables.unread_cells import ReadColumns, unread_cells, unread_sheet
from esa_docs.source.tables.used_columns import used_columns
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.tree import Entry, Scalar, value_place

_SEARCHED_ROWS: Final = 30
"""Rows at the top of a sheet among which the head is looked for."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a sheet.

    Attributes:
        table: which cells of the sheet are read.
        fields: the field of each column by which recipients are named.
        further: the head of each further column that the document names.
        unused: the heads of all other columns.
    """

    table: ReadColumns
    fields: Mapping[int, str]
    further: Mapping[int, str] = dataclass_field(default_factory=dict)
    unused: Sequence[Cell] = ()


_Row: TypeAlias = Mapping[str, Cell]
"""The cells of a recipient that are read, by field or by the head of a further column; never empty."""


def with_recipients(
    tree: yaml_tree.Mapping, table: RecipientTable, files: ProjectFiles, *, reads_columns: bool = False
) -> Included:
    """Return a letter with the recipients of the table that it names; faults stand at their cells.

    A letter that lists its recipients in another way stays as it is.

    Args:
        tree: a document.
        table: what its kind declares of the table.
        files: the files of the project.
        reads_columns: whether recipients have further columns, as in content in which fields mean something.
    """
    entry, written_path = tree.get(table.key), tree.text(table.key)
    has_other_recipients = any(tree.get(key) for key in table.alternatives)
    if entry is None or not written_path or has_other_recipients:
        return Included(tree)
    path = find_table(files, written_path, value_place(entry), table.key)
    if path.value is None:
        return Included(tree, (), path.diagnostics)
    columns: frozenset[str] = used_columns(tree) if reads_columns else frozenset()
    recipients = _read_table(path.value, path_label(path.value), columns)
    if recipients.value is None:
        return Included(tree, (path.value,), recipients.diagnostics)
    recipients_entry = Entry(table.list_key, entry.key_place, recipients.value)
    changed = tree.without(table.key).with_entries(recipients_entry)
    return Included(changed, (path.value,), recipients.diagnostics)


def _read_table(path: Path, file_label: str, named_columns: frozenset[str]) -> Checked[yaml_tree.Sequence]:
    """Return the recipients of all sheets.

    Args:
        path: the table file.
        file_label: how diagnostics name it.
        named_columns: keys of the further columns that the document names.
    """
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    tables, diagnostics = _find_tables(sheets.value, named_columns)
    rows: list[_Row] = []
    unused_heads: list[Cell] = []
    for table in tables:
        rows += _rows(table)
        unused_heads += table.unused
    for row in rows:
        diagnostics += _check_row(row)
    if not rows:
        place = sheets.value[0].place if sheets.value else Location(file_label)
        diagnostics.append(_no_recipients(place))
    items = tuple(_recipient(row, unused_heads) for row in rows)
    recipients = yaml_tree.Sequence(items, Location(file_label))
    return checked_value(recipients, (*sheets.diagnostics, *once_each(diagnostics)))


def _find_tables(
    sheets: Sequence[Sheet], named_columns: frozenset[str]
) -> tuple[list[_Columns], list[Diagnostic]]:
    """Return the columns of each sheet that has a head, and what is to be told of the sheets."""
    tables: list[_Columns] = []
    diagnostics: list[Diagnostic] = []
    unread_sheets: list[Diagnostic] = []
    for sheet in sheets:
        columns = _find_columns(sheet, named_columns)
        if columns:
            tables.append(columns)
            diagnostics += (
                *sheet.notes,
                *repeated_columns(columns.table.head, {**columns.fields, **keys_of(columns.further)}),
                *unread_cells(columns.table),
            )
        elif any(map(has_text, sheet.rows)):
            unread_sheets.append(unread_sheet(sheet))
    if tables:
        # Where no sheet has a head, its error says all.
        diagnostics += unread_sheets
    return tables, diagnostics


def _no_recipients(place: Location) -> Diagnostic:
    message = _("a column '{column}' with recipients below it is expected").format(column="เรียน")
    return Diagnostic("E649", message, place, _("Name the column in a row above the recipients."))


def _find_columns(sheet: Sheet, named_columns: frozenset[str]) -> _Columns | None:
    """Return the columns of a sheet; None where no row names that of the addressees."""
    for number, head in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        fields = _fields(head)
        if "to" in fields.values():
            running = [column for column, cell in enumerate(head) if is_running_number(cell.text)]
            listing = [column for column, field in fields.items() if field == "to"]
            further, unused = further_columns(head, fields, named_columns)
            read_columns = frozenset({**fields, **further})
            table = ReadColumns(sheet, number, read_columns, frozenset(listing), frozenset(running))
            return _Columns(table, fields, further, unused)
    return None


def _rows(columns: _Columns) -> Iterator[_Row]:
    """Generate the rows below the head that have anything in the columns that are read."""
    for cells in columns.table.rows_below:
        row = _filled_cells(cells, columns.fields)
        further_cells = cells_of_columns(cells, columns.further)
        if row or any(map(is_filled, further_cells.values())):
            yield {**row, **further_cells}


def _fields(head: Sequence[Cell]) -> dict[int, str]:
    """Return the field of each column whose head names one."""
    fields: dict[int, str] = {}
    for column, cell in enumerate(head):
        field = HEADS_OF_RECIPIENTS.get(plain_head(cell.text))
        if field:
            fields[column] = field
    return fields


def _filled_cells(cells: Sequence[Cell], fields: Mapping[int, str]) -> _Row:
    row: dict[str, Cell] = {}
    for column, field in fields.items():
        if column >= len(cells):
            continue
        cell = cells[column]
        if field not in row and is_filled(cell):
            row[field] = cell
    return row


def _check_row(row: _Row) -> Iterator[Diagnostic]:
    for cell in row.values():
        yield from cell_problems(cell)
    if "to" not in row:
        message = _("a recipient is expected in the column '{column}'").format(column="เรียน")
        hint = _("Fill in the name or post, or delete the row.")
        yield Diagnostic("E649", message, _place(row), hint)


def _recipient(row: _Row, unused_heads: Sequence[Cell]) -> yaml_tree.Mapping:
    """Return what the letter itself would say of one recipient.

    Args:
        row: the cells that are read.
        unused_heads: heads of columns that are not read: they are there, and say nothing.
    """
    entries = []
    for field, cell in row.items():
        text = text_of_column(cell)
        entries.append(Entry(field, cell.place, Scalar(text, cell.place)))
    entries += empty_entries(unused_heads, [*row])
    return yaml_tree.Mapping(tuple(entries), _place(row))


def _place(row: _Row) -> Location:
    """Return the place of the first cell that says anything."""
    cells = [cell for cell in row.values() if is_filled(cell)]
    return cells[0].place
