"""ผู้รับ of a letter in a table that the office keeps, as the list ``recipients`` would have them.

E648 the table is not there, or lies outside the project folder · E649 it has no column เรียน, no rows, or a
row without an addressee.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import RecipientTable
from esa_docs.source import tree as yaml_tree
from esa_docs.source.files import path_label
from esa_docs.source.included import Included, find_table
from esa_docs.source.roster_columns import plain_head
from esa_docs.source.table_file import BLANKS, Cell, Sheet, formula_fault, read_sheets
from esa_docs.source.tree import Entry, Scalar, value_place

_HEADS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("เรียน", "ผู้รับ", "to"), "to"),
    **dict.fromkeys(("ชื่อย่อ", "short"), "short"),
}
_SEARCHED_ROWS: Final = 30


def with_recipients(tree: yaml_tree.Mapping, table: RecipientTable, root: Path) -> Included:
    """Read the table of recipients that a letter names; faults stand at its cells.

    Args:
        tree: a document.
        table: what its kind declares of the table.
        root: project folder.
    """
    entry, named = tree.get(table.key), tree.text(table.key)
    if entry is None or not named or any(map(tree.get, table.alternatives)):
        return Included(tree)
    path = find_table(root, named, value_place(entry), table.key)
    if path.value is None:
        return Included(tree, (), path.diagnostics)
    read = _read_table(path.value, path_label(path.value))
    if read.value is None:
        return Included(tree, (path.value,), read.diagnostics)
    recipients = Entry(table.list_key, entry.key_place, read.value)
    changed = replace(tree, entries=(*tree.without(table.key).entries, recipients))
    return Included(changed, (path.value,), read.diagnostics)


def _read_table(path: Path, file_label: str) -> Checked[yaml_tree.Sequence]:
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    read = [row for sheet in sheets.value for row in _rows(sheet)]
    found = [one for row in read for one in _check_row(row)]
    if not read:
        place = sheets.value[0].place if sheets.value else Location(file_label)
        found.append(_no_recipients(place))
    listed = yaml_tree.Sequence(tuple(_recipient(row) for row in read), Location(file_label))
    return Checked(None if has_errors(found) else listed, (*sheets.diagnostics, *found))


def _no_recipients(place: Location) -> Diagnostic:
    message = _("a column '{column}' with recipients below it is expected").format(column="เรียน")
    return Diagnostic("E649", message, place, _("Name the column in a row above the recipients."))


def _rows(sheet: Sheet) -> Iterator[dict[str, Cell]]:
    """Give the rows below the head of a sheet by field, where anything stands in a column that is read."""
    for number, head in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        fields = _fields(head)
        if "to" in fields.values():
            for cells in sheet.rows[number + 1 :]:
                there = ((field, cells[column]) for column, field in fields.items() if column < len(cells))
                row = {field: cell for field, cell in there if cell.text not in BLANKS}
                if row:
                    yield row
            return


def _fields(head: Sequence[Cell]) -> dict[int, str]:
    """Give the field of each column that is read; the first of two alike counts."""
    found: dict[int, str] = {}
    for column, cell in enumerate(head):
        field = _HEADS.get(plain_head(cell.text))
        if field and field not in found.values():
            found[column] = field
    return found


def _check_row(row: Mapping[str, Cell]) -> Iterator[Diagnostic]:
    for cell in row.values():
        fault = formula_fault(cell)
        if fault:
            yield fault
    if "to" not in row:
        place = next(iter(row.values())).place
        message = _("a recipient is expected in the column '{column}'").format(column="เรียน")
        yield Diagnostic("E649", message, place, _("Fill in the name or post, or delete the row."))


def _recipient(row: Mapping[str, Cell]) -> yaml_tree.Mapping:
    """Build what the letter itself would say of one recipient."""
    entries = (
        Entry(field, cell.place, Scalar(_one_line(cell.text), cell.place)) for field, cell in row.items()
    )
    return yaml_tree.Mapping(tuple(entries), next(iter(row.values())).place)


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
