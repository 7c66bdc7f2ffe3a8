"""Rows of a table that belong to one recipient, by the value of a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Final, TypeAlias

from pydantic.json_schema import SkipJsonSchema

from esa_docs import thai
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.program_keys import PROGRAM_KEY
from esa_docs.model.prose.joining_signs import ABOVE, TO_THE_LEFT
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.table_shape import ORDINAL_HEADS
from esa_docs.model.recipient_columns import column_key, value_key

VALUES_OF_ROWS: Final = "rows_of: values"
"""Key under which the reader of table files puts what the column says that is not printed."""
NOTHING: Final = "-"
"""What stands in the cells of a recipient that has no rows."""
_TOTAL: Final = "รวม"
_NOT_SUMMED: Final = re.compile(
    r"รหัส|เลขที่|เลขประจำตัว|ปี|พ\.ศ\.|ร้อยละ|เฉลี่ย|ค่าเฉลี่ย|อัตรา|ราคาต่อ|โทร|ระดับ|ชั้น|ครั้งที่|วัน|เดือน"
)
"""Beginnings of the heads of columns whose numbers make no sum."""
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?")
"""A number as people write it. What begins with a zero, such as 001, is a code."""
_NO_NUMBERS: Final = frozenset({"", "-", "–", "—"})

Row = tuple[Prose, ...]


RowValues: TypeAlias = Annotated[SkipJsonSchema[tuple[str, ...]], STEERS, PROGRAM_KEY]
"""What a column that is not printed says of each row; the program fills it in from a table file."""


def column_place(columns: Sequence[str], column: str) -> int | None:
    """Return where a column stands among the heads of a table; None where it is not there."""
    keys = [column_key(head) for head in columns]
    key = column_key(column)
    return keys.index(key) if key in keys else None


def owners_of(rows: Sequence[Row], row_values: Sequence[str], place: int | None) -> Iterator[str]:
    """Generate the key of the value by which each row belongs to a recipient.

    A cell that is joined to the one above belongs to the same recipient; an empty one to nobody.

    Args:
        rows: the rows.
        row_values: what the column says of each, where it is not printed.
        place: where the column stands, where it is printed.
    """
    owner = ""
    for index, row in enumerate(rows):
        value = _value(row, place) if place is not None else row_values[index]
        if value != ABOVE:
            owner = "" if value in _NO_NUMBERS else value_key(value)
        yield owner


def _value(row: Row, place: int) -> str:
    cell = row[place]
    return cell.source if cell.source == ABOVE else str(cell)


def chosen_rows(rows: Sequence[Row], chosen: Sequence[int]) -> list[Row]:
    """Return some rows; a cell joined to one that is left out says what that one says.

    Args:
        rows: all rows.
        chosen: indexes of the rows, rising.
    """
    result: list[Row] = []
    for position, index in enumerate(chosen):
        follows = position > 0 and chosen[position - 1] == index - 1
        row = rows[index]
        if not follows:
            row = tuple(_unjoined(rows, index, column) for column in range(len(row)))
        result.append(row)
    return result


def _unjoined(rows: Sequence[Row], index: int, column: int) -> Prose:
    """Return a cell, or the one above to which it is joined."""
    while index > 0 and rows[index][column].source == ABOVE:
        index -= 1
    return rows[index][column]


def renumbered(columns: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """Return rows whose column of running numbers begins at 1, where they have one."""
    places = [place for place, head in enumerate(columns) if column_key(head) in ORDINAL_HEADS]
    numbered_rows = list(rows)
    for place in places:
        if not all(thai.to_arabic_digits(row[place]).rstrip(".").isdigit() for row in rows):
            continue
        for index, row in enumerate(numbered_rows):
            number = Prose(str(index + 1))
            numbered_rows[index] = (*row[:place], number, *row[place + 1 :])
    return numbered_rows


def summed_columns(columns: Sequence[str], rows: Sequence[Row], place: int | None) -> frozenset[int]:
    """Return the places of the columns that a total sums, as all rows of the table decide.

    These are the columns of numbers alone, but for running numbers, codes, years, shares and the like. The
    rows of one recipient do not decide: a column would have a sum in one letter, and none in the next.

    Args:
        columns: heads of the columns.
        rows: the rows of all recipients.
        place: where the column stands that says whose they are; None where it is not printed.
    """
    places = []
    for index, head in enumerate(columns):
        if index != place and _is_summed(head) and _sum_of(_texts_of(rows, index)) is not None:
            places.append(index)
    return frozenset(places)


def with_total(columns: Sequence[str], rows: Sequence[Row], summed: Collection[int]) -> list[Row]:
    """Return rows with their total below; rows that end with one of their own stay as they are.

    Args:
        columns: heads of the columns.
        rows: the rows of one recipient.
        summed: places of the columns that are summed.
    """
    if any(cell.startswith(_TOTAL) for cell in rows[-1]):
        return list(rows)
    sums = {index: _sum_of(_texts_of(rows, index)) or "" for index in summed}
    cells = [Prose(sums.get(index, "")) for index in range(len(columns))]
    places = _places_of_words(columns, sums)
    for index in places:
        cells[index] = Prose(TO_THE_LEFT, TO_THE_LEFT)
    if places:
        cells[places[0]] = Prose(_TOTAL)
    return [*rows, tuple(cells)]


def _texts_of(rows: Sequence[Row], column: int) -> list[str]:
    """Return the texts of a column; a cell that is joined to another has none of its own."""
    cells = [row[column] for row in rows]
    return [str(cell) for cell in cells if cell.source not in {ABOVE, TO_THE_LEFT}]


def _is_summed(head: str) -> bool:
    return column_key(head) not in ORDINAL_HEADS and _NOT_SUMMED.match(head) is None


def _places_of_words(columns: Sequence[str], sums: Mapping[int, str]) -> Sequence[int]:
    """Return the columns over which the word for the total stands, as in other tables from the first on.

    A column of running numbers is narrow, so the word takes the column behind it too. Where the first column
    has a sum, the word stands in the first one without; where all have one, there is no word.
    """
    places = [index for index in range(len(columns)) if index not in sums]
    if not places:
        return ()
    first = places[0]
    last = first
    while column_key(columns[last]) in ORDINAL_HEADS and last + 1 in places:
        last += 1
    return range(first, last + 1)


def _sum_of(texts: Sequence[str]) -> str | None:
    """Return the sum of numbers in the form of the numbers; None where a text is none, or all are empty."""
    numbers = [thai.to_arabic_digits(text) for text in texts if text not in _NO_NUMBERS]
    if not numbers or not all(_NUMBER.fullmatch(number) for number in numbers):
        return None
    total = sum((Decimal(number.replace(",", "")) for number in numbers), Decimal())
    has_commas = any("," in number for number in numbers)
    return f"{total:,f}" if has_commas else f"{total:f}"
