"""Tables of a report that the office keeps in Excel or as CSV, as the report itself would have them.

E648 the table is not there, or lies outside the project folder · E669 it has no rows below its head.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames
from esa_docs.source.files import path_label
from esa_docs.source.included import Included, find_table
from esa_docs.source.table_file import Cell, formula_fault, read_sheets
from esa_docs.source.tree import Entry, Mapping, Node, Scalar, Sequence, value_place

_KEY: Final = "file"
_NOTHING: Final = "-"
"""What is printed for an empty cell."""


def with_tables(tree: Mapping, lists: Iterable[KeyNames], root: Path) -> Included:
    """Read the table files that a report names; faults stand at their cells.

    Args:
        tree: a document.
        lists: keys of the lists that lead to its tables, such as general and tables.
        root: project folder.
    """
    included = Included(tree)
    for path in lists:
        more = _descend(included.tree, path, root)
        included = Included(
            more.tree, (*included.paths, *more.paths), (*included.diagnostics, *more.diagnostics)
        )
    return included


def _descend(tree: Mapping, lists: KeyNames, root: Path) -> Included:
    if not lists:
        return _with_rows(tree, root)
    entry = tree.get(lists[0])
    if entry is None or not isinstance(entry.value, Sequence):
        return Included(tree)
    read = [
        (one, _descend(one, lists[1:], root) if isinstance(one, Mapping) else None)
        for one in entry.value.items
    ]
    items = tuple(included.tree if included else one for one, included in read)
    there = [included for _one, included in read if included]
    changed = replace(entry, value=replace(entry.value, items=items))
    entries = tuple(changed if one is entry else one for one in tree.entries)
    return Included(
        replace(tree, entries=entries),
        tuple(path for one in there for path in one.paths),
        tuple(found for one in there for found in one.diagnostics),
    )


def _with_rows(table: Mapping, root: Path) -> Included:
    entry, named = table.get(_KEY), table.text(_KEY)
    if entry is None or not named or table.get("columns"):
        return Included(table)
    path = find_table(root, named, value_place(entry), _KEY)
    if path.value is None:
        return Included(table, (), path.diagnostics)
    rows = _read_rows(path.value)
    if rows.value is None:
        return Included(table, (path.value,), rows.diagnostics)
    head, *below = rows.value
    entries = (
        Entry("columns", entry.key_place, head),
        Entry("rows", entry.key_place, Sequence(tuple(below), head.place)),
    )
    changed = replace(table, entries=(*table.without(_KEY).entries, *entries))
    return Included(changed, (path.value,), rows.diagnostics)


def _read_rows(path: Path) -> Checked[list[Sequence]]:
    """Read the first sheet that holds anything: its head, and the rows below, each as wide as the head."""
    file_label = path_label(path)
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    rows = next((filled for sheet in sheets.value if (filled := list(_filled(sheet.rows)))), [])
    found = [fault for row in rows for cell in row if (fault := formula_fault(cell))]
    if not rows[1:]:
        message = _("a table with a head and rows below it is expected")
        hint = _("Put the names of the columns into the first row, and a row below it.")
        found.append(Diagnostic("E669", message, Location(file_label), hint))
    told = (*sheets.diagnostics, *found)
    if has_errors(found):
        return Checked(None, told)
    width = len(rows[0])
    return Checked([Sequence(tuple(_texts(row, width)), row[0].place) for row in rows], told)


def _filled(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[tuple[Cell, ...]]:
    return (row for row in rows if any(cell.text for cell in row))


def _texts(row: tuple[Cell, ...], width: int) -> Iterator[Node]:
    for number in range(width):
        cell = row[number] if number < len(row) else None
        text = unicodedata.normalize("NFC", " ".join(cell.text.split())) if cell else ""
        yield Scalar(text or _NOTHING, cell.place if cell else row[-1].place)
