"""Charts that draw the numbers of a table of the same document: they get its heads and its rows.

Cells that are joined in the head belong to each of their columns; the total is left out.
E229 the document has no table of that id, or the table no column of that head.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Items
from dataclasses import dataclass, field, replace
from typing import Final, TypeGuard

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.hints import did_you_mean, nearest, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.prose.cell_numbers import read_number
from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT
from esa_docs.source.tables.blocks_in_tree import with_changed_blocks, with_changed_key
from esa_docs.source.tables.included import Included
from esa_docs.source.tables.table_nodes import (
    COLUMNS,
    ROWS,
    cell_text,
    chosen_cells,
    counts_rows,
    without_total,
)
from esa_docs.source.tables.used_columns import ROWS_OF
from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Scalar, Sequence, value_place

_TABLE, _CHART, _OF, _ID, _FILE = "table", "chart", "of", "id", "file"
_HEAD_ROWS, _TOTAL = "head_rows", "total"
_FIELD: Final = "chart.of"
_LITERAL: Final = frozenset({r"\<", r"\^"})
"""Cells that print the signs themselves."""
_MOST_DIGITS: Final = 4
_NO: Final = frozenset({"", "false", "f", "no", "n", "off", "0"})


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What a chart can draw of a table.

    Attributes:
        head: the names of its columns.
        rows: its rows, without the total.
    """

    head: Sequence
    rows: tuple[Sequence, ...]


def with_numbers_of_tables(tree: Mapping) -> Included:
    """Return a document whose charts have the rows of the tables that they name.

    Args:
        tree: the document, whose tables have the rows of their files.
    """
    tables = _Tables()
    with_changed_blocks(tree, tables.enter)
    changed = with_changed_blocks(tree, tables.block)
    return Included(changed, (), tuple(tables.diagnostics))


@dataclass(slots=True)
class _Tables:
    """The tables of a document by their ids, and what is wrong with the charts that name one."""

    by_id: dict[str, Mapping] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def enter(self, block: Mapping) -> Mapping:
        """Take in the table of a block with an id."""
        table, name = block.get(_TABLE), block.text(_ID)
        if name and table is not None and isinstance(table.value, Mapping):
            self.by_id.setdefault(name.strip(), table.value)
        return block

    def block(self, block: Mapping) -> Mapping:
        """Return a block whose chart has the rows of its table."""
        return with_changed_key(block, _CHART, self._chart)

    def _chart(self, chart: Mapping) -> Mapping:
        entry, name = chart.get(_OF), (chart.text(_OF) or "").strip()
        if entry is None or not name or chart.get(ROWS) or chart.get(_FILE):
            return chart
        if name not in self.by_id:
            message = _("a chart draws the table '{id}', which this document does not have").format(id=name)
            self._tell(message, value_place(entry), _hint_of_table(name, list(self.by_id)))
            return chart
        if self.by_id[name].get(ROWS_OF) is not None:
            message = _("rows of the table '{id}' belong to recipients, and a chart shows all to everyone")
            hint = _("Write numbers that are the same for all into the chart itself, or delete the chart.")
            self._tell(message.format(id=name), value_place(entry), hint)
            return chart
        # What is wrong with the table itself is told there.
        numbers = _numbers_of(self.by_id[name])
        places = self._places_in(chart, numbers) if numbers else None
        if numbers is None or places is None:
            return chart
        # The word of the total may stand in a column that is not drawn, such as one that counts the rows.
        rows = without_total([chosen_cells(row, places) for row in without_total(numbers.rows)])
        # Too few of them, or too many, are told at the chart; what is wrong with one of them, at the table.
        named_columns = value_place(chart.get(COLUMNS) or entry)
        head = replace(chosen_cells(numbers.head, places), place=named_columns)
        columns_entry = Entry(COLUMNS, entry.key_place, head)
        rows_entry = Entry(ROWS, entry.key_place, Sequence(rows, value_place(entry)))
        return chart.without(_OF).without(COLUMNS).with_entries(columns_entry, rows_entry)

    def _places_in(self, chart: Mapping, numbers: _Numbers) -> list[int] | None:
        """Return the columns that a chart draws: those that it names, or all but one that counts the rows."""
        columns = chart.get(COLUMNS)
        if columns is not None and isinstance(columns.value, Sequence):
            return self._places(columns.value, numbers.head)
        return list(range(counts_rows(numbers.head), len(numbers.head.items)))

    def _places(self, columns: Sequence, head: Sequence) -> list[int] | None:
        """Return where the named columns stand in a table; None where it lacks one, which is told."""
        heads = [cell_text(cell) for cell in head.items]
        places = []
        for column in columns.items:
            name = cell_text(column)
            if name in heads:
                places.append(heads.index(name))
            else:
                message = _("the table has no column '{column}'").format(column=name)
                self._tell(message, column.place, nearest_hint(name, heads))
        return places if len(places) == len(columns.items) else None

    def _tell(self, message: str, place: Location, hint: str) -> None:
        self.diagnostics.append(Diagnostic("E229", message, place, hint, field=_FIELD))


def _hint_of_table(name: str, ids: Items[str]) -> str:
    """Return how a table gets the id that a chart names; or the id that was meant, where one is like it."""
    near_ids = nearest(name, ids)
    if near_ids:
        return did_you_mean(near_ids)
    hint = _("Beside the 'table:' to be drawn write 'id: {id}' and a 'caption:'; or write the rows here.")
    return hint.format(id=name)


def _numbers_of(table: Mapping) -> _Numbers | None:
    """Return what a chart can draw of a table; None where the table itself is at fault."""
    columns, rows = table.get(COLUMNS), table.get(ROWS)
    if columns is None or rows is None:
        return None
    if not isinstance(columns.value, Sequence) or not isinstance(rows.value, Sequence):
        return None
    lines = [columns.value, *filter(_is_row, rows.value.items)]
    width = len(columns.value.items)
    if any(len(line.items) != width for line in lines):
        return None
    head_rows = _head_rows(table)
    head_lines, lines_below = lines[:head_rows], lines[head_rows:]
    if (table.text(_TOTAL) or "").strip().lower() not in _NO:
        lines_below = lines_below[:-1]
    return _Numbers(_one_head(head_lines), tuple(_with_names(lines_below)))


def _is_row(node: Node) -> TypeGuard[Sequence]:
    return isinstance(node, Sequence)


def _head_rows(table: Mapping) -> int:
    """Return how many rows are the head of a table; 1 where it does not say a number."""
    text = thai.to_arabic_digits(table.text(_HEAD_ROWS) or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 1


def _one_head(lines: Items[Sequence]) -> Sequence:
    """Return one head of several lines: each column has the words above it, those of joined cells too."""
    names: list[list[str]] = [[] for _cell in lines[0].items]
    for line in lines:
        words = ""
        for node, words_above in zip(line.items, names, strict=True):
            words = _words_of_head(cell_text(node), words, words_above)
            if words not in words_above:
                words_above.append(words)
    cells = []
    for words_of_column, node in zip(names, lines[0].items, strict=True):
        cells.append(_with_text(node, " ".join(filter(None, words_of_column))))
    return replace(lines[0], items=tuple(cells))


def _words_of_head(text: str, words_at_left: str, words_above: Items[str]) -> str:
    """Return the words of a cell of a head, those of the cell that it joins."""
    if text == TO_THE_LEFT:
        return words_at_left
    if text == ABOVE and words_above:
        return words_above[-1]
    return _plain(text)


def _with_names(rows: Items[Sequence]) -> Iterator[Sequence]:
    """Generate rows of plain texts; each has the words that are joined over several rows.

    A number joined over several rows is left joined: it is not the number of each.
    """
    texts_above: list[str] = []
    for row in rows:
        texts = []
        for column, node in enumerate(row.items):
            text = _plain(cell_text(node))
            is_joined = cell_text(node) == ABOVE and bool(texts_above)
            if is_joined and read_number(texts_above[column]) is None:
                text = texts_above[column]
            texts.append(text)
        cells = [_with_text(node, text) for node, text in zip(row.items, texts, strict=True)]
        yield replace(row, items=tuple(cells))
        texts_above = texts


def _with_text(node: Node, text: str) -> Node:
    return replace(node, text=text) if isinstance(node, Scalar) else node


def _plain(text: str) -> str:
    """Return the text of a cell without its marks and notes, which a chart cannot print."""
    if text in _LITERAL:
        return text.removeprefix("\\")
    # The reader of marks is loaded for content that has them alone.
    from esa_docs.model.prose.reading import read_prose  # noqa: PLC0415

    return str(read_prose(text)) if text else text
