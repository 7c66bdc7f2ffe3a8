"""Tables and charts in a text whose rows stand elsewhere, read as if the text held them itself.

The office keeps them in Excel or as CSV, or a chart draws the numbers of a table (`chart_tables.py`).
An empty cell stays empty. Merged cells of Excel are merged on paper.

E224 a column that the file lacks · E229 merged cells in a chart · E233 one by which rows belong to recipients
· E648 the table is not there · E669 it has no rows below its head.
"""

from __future__ import annotations

from collections.abc import Sequence as Items
from dataclasses import dataclass, field
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.prose.own_rows import VALUES_OF_ROWS, column_place
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.tables.blocks_in_tree import with_changed_blocks, with_changed_key
from esa_docs.source.tables.fact_tables import read_rows
from esa_docs.source.tables.included import Included, find_table
from esa_docs.source.tables.table_nodes import (
    COLUMNS,
    ROWS,
    cell_text,
    chosen_cells,
    merged_cell_in,
    names_of_columns,
    with_changed_rows,
    without_ordinals,
    without_total,
)
from esa_docs.source.tables.used_columns import ROWS_OF
from esa_docs.source.yaml_files.tree import Entry, Mapping, Scalar, Sequence, value_place

_TABLE, _CHART, _FILE = "table", "chart", "file"


def with_block_tables(tree: Mapping, files: ProjectFiles) -> Included:
    """Return a document whose tables and charts in texts have the rows that they name.

    Args:
        tree: the document.
        files: the files of the project.
    """
    reading = _Reading(files)
    with_files = with_changed_blocks(tree, reading.block)
    changed = with_files
    if reading.has_charts:
        from esa_docs.source.tables.chart_tables import with_numbers_of_tables  # noqa: PLC0415 few have charts

        with_numbers = with_numbers_of_tables(with_files)
        changed = with_numbers.tree
        reading.diagnostics += with_numbers.diagnostics
    return Included(changed, tuple(reading.paths), tuple(reading.diagnostics))


@dataclass(slots=True)
class _Reading:
    """The table files of one document, and what is wrong with them, so far.

    Attributes:
        files: the files of the project.
        paths: those that are read.
        diagnostics: what is wrong with them.
        has_charts: whether the document has a chart.
    """

    files: ProjectFiles
    paths: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    has_charts: bool = False

    def block(self, block: Mapping) -> Mapping:
        """Return a block with the rows of its file."""
        self.has_charts = self.has_charts or block.get(_CHART) is not None
        with_rows_of_table = with_changed_key(block, _TABLE, self._table)
        return with_changed_key(with_rows_of_table, _CHART, self._chart)

    def _table(self, table: Mapping) -> Mapping:
        return self._with_rows(table, f"{_TABLE}.{_FILE}")

    def _chart(self, chart: Mapping) -> Mapping:
        """Return a chart with the rows of its file, without what counts them and without their total."""
        changed = self._with_rows(chart, f"{_CHART}.{_FILE}")
        if changed is chart:
            return chart
        # The name of a total may be merged over a column that counts the rows.
        changed = with_changed_rows(changed, without_total)
        if chart.get(COLUMNS) is None:
            changed = without_ordinals(changed)
        changed = with_changed_rows(changed, without_total)
        merged_cell = merged_cell_in(changed)
        if merged_cell is None:
            return changed
        self.diagnostics.append(_merged_in_chart(merged_cell.place))
        return chart

    def _with_rows(self, table: Mapping, written_key: str) -> Mapping:
        """Return a table with the rows of its file; as it is where it names none, or has rows of its own."""
        entry, written_path = table.get(_FILE), table.text(_FILE)
        if entry is None or not written_path or table.get(ROWS):
            return table
        path = find_table(self.files, written_path, value_place(entry), written_key)
        self.diagnostics += path.diagnostics
        if path.value is None:
            return table
        self.paths.append(path.value)
        lines = read_rows(path.value, is_block=True)
        self.diagnostics += lines.diagnostics
        if lines.value is None:
            return table
        return self._with_lines(table, entry, lines.value, written_key)

    def _with_lines(self, table: Mapping, entry: Entry, lines: Items[Sequence], written_key: str) -> Mapping:
        """Return a table with the lines of its file; as it is where the file lacks a column.

        Args:
            table: the table.
            entry: where it names the file.
            lines: head and rows of the file.
            written_key: the key under which it names the file.
        """
        head, *rows = lines
        owners = self._owners(table, head, rows)
        if owners is None and table.text(ROWS_OF):
            return table
        columns = table.get(COLUMNS)
        if columns is not None and isinstance(columns.value, Sequence):
            places = self._places(columns.value, head, written_key)
            if places is None:
                return table
            # A number merged over several columns is the number of none, so a chart takes it for none.
            is_table = written_key.startswith(_TABLE)
            rows = [chosen_cells(row, places, moves_texts=is_table) for row in rows]
            head = columns.value
        entries = [Entry(COLUMNS, entry.key_place, head)]
        entries.append(Entry(ROWS, entry.key_place, Sequence(tuple(rows), head.place)))
        if owners is not None:
            entries.append(Entry(VALUES_OF_ROWS, entry.key_place, owners))
        return table.without(_FILE).without(COLUMNS).with_entries(*entries)

    def _owners(self, table: Mapping, head: Sequence, rows: Items[Sequence]) -> Sequence | None:
        """Return what the column of a file says by which rows belong to recipients.

        None where the table names none, or the file lacks it, which is told.
        """
        entry, column = table.get(ROWS_OF), table.text(ROWS_OF)
        if entry is None or not column:
            return None
        heads = [cell_text(cell) for cell in head.items]
        place = column_place(heads, column)
        if place is None:
            message = _("the file has no column '{column}'").format(column=column)
            where = value_place(entry)
            fault = Diagnostic(
                "E233", message, where, nearest_hint(column, names_of_columns(head)), field=f"table.{ROWS_OF}"
            )
            self.diagnostics.append(fault)
            return None
        owners = [Scalar(cell_text(row.items[place]), row.items[place].place) for row in rows]
        return Sequence(tuple(owners), head.place)

    def _places(self, columns: Sequence, head: Sequence, written_key: str) -> list[int] | None:
        """Return where the named columns stand in a file; None where it lacks one, which is told."""
        heads = [cell_text(cell) for cell in head.items]
        places = []
        faults = []
        for column in columns.items:
            name = cell_text(column)
            if name in heads:
                places.append(heads.index(name))
                continue
            message = _("the file has no column '{column}'").format(column=name)
            hint = nearest_hint(name, names_of_columns(head))
            faults.append(Diagnostic("E224", message, column.place, hint, field=written_key))
        self.diagnostics += faults
        return None if has_errors(faults) else places


def _merged_in_chart(place: Location) -> Diagnostic:
    message = _("a name or a number is expected in a chart, found merged cells of Excel")
    hint = _(
        "Leave one row of names above the numbers, and unmerge the cells. Or write the file as a table with "
        "'id:' and 'head_rows:', and the chart with 'of:' and that id."
    )
    return Diagnostic("E229", message, place, hint, field=f"{_CHART}.{_FILE}")
