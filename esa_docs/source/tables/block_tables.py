"""Tables in a text that the office keeps in Excel or as CSV, read as if the text held them itself.

E224 a column that the file lacks · E648 the table is not there · E669 it has no rows below its head.
"""

from __future__ import annotations

from collections.abc import Sequence as Items
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.tables.fact_tables import read_rows
from esa_docs.source.tables.included import Included, find_table
from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Scalar, Sequence, value_place

_BLOCK, _FILE, _COLUMNS, _ROWS = "table", "file", "columns", "rows"
_FIELD: Final = "table.file"


def with_block_tables(tree: Mapping, files: ProjectFiles) -> Included:
    """Return a document whose tables in texts have the rows of the files that they name.

    Args:
        tree: the document.
        files: the files of the project.
    """
    reading = _Reading(files)
    changed = reading.mapping(tree)
    return Included(changed, tuple(reading.paths), tuple(reading.diagnostics))


@dataclass(slots=True)
class _Reading:
    """The table files of one document, and what is wrong with them, so far."""

    files: ProjectFiles
    paths: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def mapping(self, mapping: Mapping) -> Mapping:
        """Return a mapping with the rows of the files named below it; the same where there is none."""
        entries = []
        for entry in mapping.entries:
            entries.append(_with_value(entry, self._node(entry.value)))
        if all(entry is old for entry, old in zip(entries, mapping.entries, strict=True)):
            return mapping
        return replace(mapping, entries=tuple(entries))

    def _node(self, node: Node) -> Node:
        if isinstance(node, Mapping):
            return self.mapping(node)
        if not isinstance(node, Sequence):
            return node
        items = [self._item(item) for item in node.items]
        if all(item is old for item, old in zip(items, node.items, strict=True)):
            return node
        return replace(node, items=tuple(items))

    def _item(self, item: Node) -> Node:
        """Return an item of a list, which may be a block."""
        block = self._node(item)
        entry = block.get(_BLOCK) if isinstance(block, Mapping) else None
        if not isinstance(block, Mapping) or entry is None or not isinstance(entry.value, Mapping):
            return block
        table = self._table(entry.value)
        if table is entry.value:
            return block
        entries = list(block.entries)
        entries[entries.index(entry)] = replace(entry, value=table)
        return replace(block, entries=tuple(entries))

    def _table(self, table: Mapping) -> Mapping:
        """Return a table with the rows of its file; as it is where it names none, or has rows of its own."""
        entry, written_path = table.get(_FILE), table.text(_FILE)
        if entry is None or not written_path or table.get(_ROWS):
            return table
        path = find_table(self.files, written_path, value_place(entry), _FIELD)
        self.diagnostics += path.diagnostics
        if path.value is None:
            return table
        self.paths.append(path.value)
        lines = read_rows(path.value)
        self.diagnostics += lines.diagnostics
        if lines.value is None:
            return table
        head, *rows = lines.value
        columns = table.get(_COLUMNS)
        if columns is not None and isinstance(columns.value, Sequence):
            places = self._places(columns.value, head)
            if places is None:
                return table
            rows = [_chosen(row, places) for row in rows]
            head = columns.value
        rows_entry = Entry(_ROWS, entry.key_place, Sequence(tuple(rows), head.place))
        columns_entry = Entry(_COLUMNS, entry.key_place, head)
        return table.without(_FILE).without(_COLUMNS).with_entries(columns_entry, rows_entry)

    def _places(self, columns: Sequence, head: Sequence) -> list[int] | None:
        """Return where the named columns stand in a file; None where it lacks one, which is told."""
        heads = [_text(cell) for cell in head.items]
        places = []
        faults = []
        for column in columns.items:
            name = _text(column)
            if name in heads:
                places.append(heads.index(name))
                continue
            message = _("the file has no column '{column}'").format(column=name)
            faults.append(Diagnostic("E224", message, column.place, nearest_hint(name, heads), field=_FIELD))
        self.diagnostics += faults
        return None if has_errors(faults) else places


def _with_value(entry: Entry, value: Node) -> Entry:
    """Return an entry with a value; the same where it has that value."""
    return entry if value is entry.value else replace(entry, value=value)


def _text(node: Node) -> str:
    """Return the text of a cell with even blanks; empty for anything else."""
    text = node.text if isinstance(node, Scalar) else None
    return " ".join((text or "").split())


def _chosen(row: Sequence, places: Items[int]) -> Sequence:
    return replace(row, items=tuple(row.items[place] for place in places))
