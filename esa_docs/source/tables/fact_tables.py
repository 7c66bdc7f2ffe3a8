"""Tables of a report that the office keeps in Excel or as CSV, read as if the report held them itself.

E470 a logical value of Excel · E648 the table is not there, or lies outside the project folder · E669 it has
no rows below its head.
`table_width.py` tells rows that are wider than the head, and further sheets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.tables.christian_years import once_each
from esa_docs.source.tables.included import Included, find_table
from esa_docs.source.tables.merged_cells import Spot, joined_cells, last_column, spot_of
from esa_docs.source.tables.row_places import cell_place
from esa_docs.source.tables.table_file import Cell, Sheet, cell_problems, has_text, read_sheets
from esa_docs.source.tables.table_width import check_width, further_sheets
from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Scalar, Sequence, value_place

_KEY: Final = "file"
_NOTHING: Final = "-"
"""What is printed for an empty cell."""

_LOGICAL_VALUES: Final = frozenset({"TRUE", "FALSE"})

Row: TypeAlias = tuple[Cell, ...]


def with_tables(tree: Mapping, paths: Iterable[KeyNames], files: ProjectFiles) -> Included:
    """Return a report with the rows of the table files that it names; faults stand at their cells.

    Args:
        tree: a document.
        paths: keys that lead to its lists of tables, such as general and tables.
        files: the files of the project.
    """
    included = Included(tree)
    for path in paths:
        inner = _with_tables_at(included.tree, path, files)
        paths_of_tables = (*included.paths, *inner.paths)
        included = Included(inner.tree, paths_of_tables, (*included.diagnostics, *inner.diagnostics))
    return included


def _with_tables_at(tree: Mapping, path: KeyNames, files: ProjectFiles) -> Included:
    """Return a mapping with the rows of the tables in the lists at a path; at an empty path it is a table."""
    if not path:
        return _with_rows(tree, files)
    key, *path_below = path
    entry = tree.get(key)
    if entry is None or not isinstance(entry.value, Sequence):
        return Included(tree)
    items: list[Node] = []
    paths_of_tables: list[Path] = []
    diagnostics: list[Diagnostic] = []
    for item in entry.value.items:
        if not isinstance(item, Mapping):
            items.append(item)
            continue
        included = _with_tables_at(item, tuple(path_below), files)
        items.append(included.tree)
        paths_of_tables += included.paths
        diagnostics += included.diagnostics
    changed_list = replace(entry.value, items=tuple(items))
    entries = list(tree.entries)
    entries[entries.index(entry)] = replace(entry, value=changed_list)
    return Included(replace(tree, entries=tuple(entries)), tuple(paths_of_tables), tuple(diagnostics))


def _with_rows(table: Mapping, files: ProjectFiles) -> Included:
    """Return a table with the columns and rows of its file; it stays as it is where it has its own."""
    entry, written_path = table.get(_KEY), table.text(_KEY)
    has_its_own = table.get("columns") or table.get("rows")
    if entry is None or not written_path or has_its_own:
        return Included(table)
    path = find_table(files, written_path, value_place(entry), _KEY)
    if path.value is None:
        return Included(table, (), path.diagnostics)
    rows = read_rows(path.value)
    if rows.value is None:
        return Included(table, (path.value,), rows.diagnostics)
    head, *rows_below = rows.value
    columns_entry = Entry("columns", entry.key_place, head)
    rows_entry = Entry("rows", entry.key_place, Sequence(tuple(rows_below), head.place))
    changed = table.without(_KEY).with_entries(columns_entry, rows_entry)
    return Included(changed, (path.value,), rows.diagnostics)


def read_rows(path: Path, *, is_block: bool = False) -> Checked[list[Sequence]]:
    """Return the first sheet of a table file that holds anything: its head, and the rows below.

    Each row is as wide as the head.

    Args:
        path: the file.
        is_block: whether it is a table in a text: there an empty cell stays empty, and merged cells are
            merged. Elsewhere an empty cell is a dash, and of merged cells only the first has a text.
    """
    file_label = path_label(path)
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    sheet = _first_filled_sheet(sheets.value)
    rows = _filled_rows(sheet) if sheet else []
    diagnostics = list(once_each(_problems_of_cells(rows)))
    if sheet:
        # What is said of merged cells is an information, the only one.
        diagnostics += [note for note in sheet.notes if not is_block or note.severity != Severity.INFO]
    if len(rows) <= 1:
        message = _("a table with a head and rows below it is expected")
        hint = _("Put the names of the columns into the first row, and a row below it.")
        diagnostics.append(Diagnostic("E669", message, Location(file_label), hint))
    if sheet:
        diagnostics += check_width(rows, sheet.separator)
        diagnostics += further_sheets(sheets.value, sheet)
    if has_errors(diagnostics):
        return Checked(None, (*sheets.diagnostics, *diagnostics))
    width = len(rows[0])
    joined = _joined_cells(sheet, width) if sheet and is_block else {}
    nothing = "" if is_block else _NOTHING
    nodes = [Sequence(tuple(_cells(row, width, joined, nothing)), row[0].place) for row in rows]
    return Checked(nodes, (*sheets.diagnostics, *diagnostics))


def _first_filled_sheet(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the first sheet with rows that hold anything; None where there is none."""
    for sheet in sheets:
        if any(map(has_text, sheet.rows)):
            return sheet
    return None


def _filled_rows(sheet: Sheet) -> list[Row]:
    """Return the rows that hold anything, the head as wide as the cells that are merged at its end."""
    head, *rows_below = [row for row in sheet.rows if has_text(row)]
    row_number, _column = spot_of(head[0].place.path.rpartition("!")[2])
    filled_columns = [column for column, cell in enumerate(head, 1) if cell.text]
    width = last_column(sheet.merged_cells, row_number, max(filled_columns, default=0))
    further_cells = [Cell("", cell_place(head, index)) for index in range(len(head), width)]
    return [(*head, *further_cells), *rows_below]


def _problems_of_cells(rows: Iterable[Row]) -> Iterator[Diagnostic]:
    for row in rows:
        for cell in row:
            yield from cell_problems(cell)
            if cell.text in _LOGICAL_VALUES:
                yield _logical_value(cell)


def _logical_value(cell: Cell) -> Diagnostic:
    message = _("the cell holds the value {value} of Excel, and is printed so, in English")
    hint = _("Type the words that are to be printed, such as ใช่ or ไม่มี.")
    text = message.format(value=cell.text)
    return Diagnostic("E470", text, cell.place, hint, Severity.WARNING)


def _joined_cells(sheet: Sheet, width: int) -> dict[Spot, str]:
    """Return the signs of the cells of a sheet that are merged with another one."""
    return joined_cells(sheet.merged_cells, len(sheet.rows), width)


def _cells(row: Row, width: int, joined: dict[Spot, str], nothing: str) -> Iterator[Node]:
    """Generate the cells of a row as nodes, as many as the table has columns.

    Args:
        row: the row.
        width: how many columns the table has.
        joined: the signs of the cells that are merged with another one.
        nothing: what an empty cell has.
    """
    row_number, _column = spot_of(row[0].place.path.rpartition("!")[2])
    for index in range(width):
        cell = row[index] if index < len(row) else Cell("", cell_place(row, index))
        text = unicodedata.normalize("NFC", " ".join(cell.text.split()))
        sign = joined.get((row_number, index + 1), nothing)
        yield Scalar(text or sign or None, cell.place)
