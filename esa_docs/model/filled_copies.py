"""Prose and blocks of a paper as one recipient gets them: fields filled in, rows of tables its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from esa_docs.model.inner_values import REFERRED_TO, inner_values, models_in
from esa_docs.model.people import KeyPath
from esa_docs.model.prose.filled_fields import columns_in, with_fields
from esa_docs.model.prose.own_rows import (
    NOTHING,
    Row,
    chosen_rows,
    column_place,
    owners_of,
    renumbered,
    summed_columns,
    with_total,
)
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.recipient_columns import Recipient, column_key, printed_value

_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class RowsByOwner:
    """The rows of a table by the recipient to whom they belong.

    Attributes:
        place: where the column stands that says whose they are; None where it is not printed.
        indexes: indexes of the rows below the head, by the key of that column's value.
        summed: places of the columns that the total of each recipient sums.
    """

    place: int | None
    indexes: Mapping[str, list[int]]
    summed: frozenset[int] = frozenset()


def own_rows_of(table: TableBlock) -> RowsByOwner:
    """Return the rows of a table by the recipient to whom they belong; none where it lacks the column."""
    place = None if table.row_values else column_place(table.columns, table.rows_of or "")
    if place is None and not table.row_values:
        return RowsByOwner(None, {})
    first = table.head_rows - 1
    indexes: dict[str, list[int]] = {}
    for index, owner in enumerate(owners_of(table.rows, table.row_values, place)):
        if index >= first:
            indexes.setdefault(owner, []).append(index)
    return RowsByOwner(place, indexes, _summed(table))


def _summed(table: TableBlock) -> frozenset[int]:
    """Return the places of the columns that totals of recipients sum; the column of these is never summed."""
    if not table.total:
        return frozenset()
    owner_place = column_place(table.columns, table.rows_of or "")
    return summed_columns(table.columns, table.rows[table.head_rows - 1 :], owner_place)


def tables_in(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, TableBlock]]:
    """Generate the tables of content whose rows belong to recipients, each with its key path."""
    for table_path, table in models_in(value, TableBlock, path):
        if table.rows_of is not None:
            yield table_path, table


def used_columns(value: object) -> set[str]:
    """Return the keys of the columns that the fields of content name, and its tables."""
    keys = set()
    if isinstance(value, Prose):
        keys = {column_key(column) for column in columns_in(value)}
    if isinstance(value, TableBlock) and value.rows_of is not None:
        keys.add(column_key(value.rows_of))
    for _step, inner in inner_values(value):
        keys |= used_columns(inner)
    return keys


@dataclass(slots=True)
class Copies:
    """Fills in what each recipient gets, table by table and text by text.

    Attributes:
        rows_of_tables: rows by their owner, by the identity of the table: each is looked through once.
    """

    rows_of_tables: dict[int, tuple[TableBlock, RowsByOwner]] = field(default_factory=dict)

    def filled(self, value: _V, recipient: Recipient) -> _V:
        """Return prose, blocks or a tuple of them as a recipient gets them; the same where nothing changes.

        Args:
            value: prose, a block, or a tuple of them.
            recipient: the recipient.
        """
        copy = _Copy(self, recipient, recipient.columns())
        result: _V = copy.filled(value)
        return result

    def rows(self, table: TableBlock) -> RowsByOwner:
        """Return the rows of a table by their owner."""
        if id(table) not in self.rows_of_tables:
            # The table is held, so no other gets its identity.
            self.rows_of_tables[id(table)] = (table, own_rows_of(table))
        return self.rows_of_tables[id(table)][1]


@dataclass(frozen=True, slots=True)
class _Copy:
    """What one recipient gets.

    Attributes:
        copies: what all copies share.
        recipient: who gets it.
        values: what the columns of the recipient say, by their keys.
    """

    copies: Copies
    recipient: Recipient
    values: Mapping[str, str]

    def filled(self, value: Any) -> Any:
        """Return a value as the recipient gets it."""
        if isinstance(value, Prose):
            return with_fields(value, self._text_of)
        if isinstance(value, tuple):
            items = tuple(self.filled(item) for item in value)
            is_same = all(item is before for item, before in zip(items, value, strict=True))
            return value if is_same else items
        if isinstance(value, BaseModel) and not isinstance(value, REFERRED_TO):
            return self._filled_model(value)
        return value

    def _filled_model(self, model: BaseModel) -> BaseModel:
        changes: dict[str, Any] = {}
        if isinstance(model, TableBlock) and model.rows_of is not None:
            model = self._own_table(model)
        for name in type(model).model_fields:
            before = getattr(model, name)
            value = self.filled(before)
            if value is not before:
                changes[name] = value
        return model.model_copy(update=changes) if changes else model

    def _own_table(self, table: TableBlock) -> TableBlock:
        """Return a table with the rows of the recipient alone."""
        rows_by_owner = self.copies.rows(table)
        indexes = rows_by_owner.indexes.get(self.recipient.value_of_rows(table.rows_of or ""), [])
        head = list(table.rows[: table.head_rows - 1])
        rows: list[Row] = renumbered(table.columns, chosen_rows(table.rows, indexes))
        if not rows:
            rows = [tuple(Prose(NOTHING) for _column in table.columns)]
        elif table.total:
            rows = with_total(table.columns, rows, rows_by_owner.summed)
        has_total = table.total and bool(indexes)
        changes = {"rows": (*head, *rows), "rows_of": None, "row_values": (), "total": has_total}
        return table.model_copy(update=changes)

    def _text_of(self, column: str) -> str | None:
        value = self.values.get(column_key(column))
        return printed_value(value) if value else value
