"""The roster with ids for those who have none: the cells of a table, or the text of people.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from esa_docs.diagnostics import Checked
from esa_docs.model.cell_forms import Value
from esa_docs.model.person_names import made_id
from esa_docs.source.people.roster_columns import Columns, find_columns, thai_head
from esa_docs.source.people.roster_table import name_in, rows_of_people
from esa_docs.source.tables.table_column import ColumnToFill
from esa_docs.source.tables.table_file import Sheet, read_sheets
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import to_plain
from esa_docs.source.yaml_files.yaml_changing import change_to


def id_columns(path: Path, file_label: str, ids: Mapping[str, str]) -> Checked[tuple[ColumnToFill, ...]]:
    """Return the columns of ids of a roster in a table, with the cells to be filled in.

    Args:
        path: people.xlsx or people.csv, without faults.
        file_label: how diagnostics name it.
        ids: the ids to be written, by those made from the names.
    """
    sheets = read_sheets(path, file_label)
    if sheets.value is None:
        return Checked(None, sheets.diagnostics)
    return Checked(tuple(_columns_of(sheets.value, ids)))


def people_with_ids(data: bytes, ids: Mapping[str, str]) -> bytes | None:
    """Return people.yaml with ids; None if the way it is written does not allow it.

    Args:
        data: the file, without faults.
        ids: the ids to be written, by those made from the names.
    """
    tree = parse_yaml(data.decode("utf-8-sig"), "").value
    if tree is None:
        return None
    values = cast("dict[str, Value]", to_plain(tree))
    people = values.get("people")
    if not isinstance(people, list):
        return None
    values["people"] = [_with_id(person, ids) for person in people]
    return change_to(data, values)


def _with_id(person: Value, ids: Mapping[str, str]) -> Value:
    """Return the keys and values of a person with an id; one that is there stays."""
    if not isinstance(person, dict) or person.get("id"):
        return person
    name = made_id(str(person["first_name"]), str(person["last_name"]))
    return {"id": ids[name]} | person | {"id": ids[name]}


def _columns_of(sheets: Sequence[Sheet], ids: Mapping[str, str]) -> Iterator[ColumnToFill]:
    for sheet in sheets:
        columns = find_columns(sheet)
        if columns is None:
            continue
        head_row = columns.table.head_row + 1
        texts = {head_row + number: text for number, text in _blank_cells(columns, ids)}
        if texts:
            yield ColumnToFill(sheet.title, head_row, thai_head("id"), _id_column(columns), texts)


def _blank_cells(columns: Columns, ids: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Generate the number of each row below the head that has a person without an id, and the id."""
    for number, row in rows_of_people(columns):
        if "id" not in row:
            name = name_in(row)
            yield number, ids[made_id(name.first, name.last)]


def _id_column(columns: Columns) -> int | None:
    for column, field in columns.fields.items():
        if field == "id":
            return column + 1
    return None
