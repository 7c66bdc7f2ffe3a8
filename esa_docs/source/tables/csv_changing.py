"""Changing a column of a CSV file: mark, separator, line ends and quotation marks of all else stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.source.tables.csv_bytes import encoding_of
from esa_docs.source.tables.csv_texts import guard_text
from esa_docs.source.tables.table_column import ColumnToFill
from esa_docs.source.tables.table_file import separator_of

_LINE_END: Final = r"\r\n|\r|\n"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a record: where it stands in the text, and what it says."""

    start: int
    end: int
    text: str


def fill_csv_column(data: bytes, column: ColumnToFill) -> bytes:
    """Return a CSV file with texts in the blank cells of a column, in the encoding that it has.

    Args:
        data: the file, which can be read.
        column: the column; it gets its head where it is new.
    """
    encoding = encoding_of(data)
    text = data.removeprefix(encoding.mark).decode(encoding.name)
    separator = separator_of(text)
    records = list(_records(text, separator))
    number = column.column
    texts = dict(column.texts)
    if number is None:
        number = _first_free_column(records[column.head_row - 1 :])
        texts[column.head_row] = column.head
    pieces: list[str] = []
    end = 0
    for row_number, cell_text in sorted(texts.items()):
        record = records[row_number - 1]
        start, stop, written = _cut(record, number, _quoted(guard_text(cell_text), separator), separator)
        pieces += [text[end:start], written]
        end = stop
    changed_text = "".join([*pieces, text[end:]])
    return encoding.mark + changed_text.encode(encoding.name)


def _records(text: str, separator: str) -> Iterator[list[_Field]]:
    """Generate the records of a text, each with its fields; a record may have several lines."""
    field_and_end = re.compile(rf'("(?:[^"]|"")*"|[^{separator}\r\n]*)({separator}|{_LINE_END}|\Z)')
    fields: list[_Field] = []
    for match in field_and_end.finditer(text):
        fields.append(_Field(match.start(1), match.end(1), _plain(match[1])))
        if match[2] != separator:
            yield fields
            fields = []


def _plain(written: str) -> str:
    if written.startswith('"'):
        return written[1:-1].replace('""', '"').strip()
    return written.strip()


def _quoted(text: str, separator: str) -> str:
    needs_marks = any(sign in text for sign in (separator, '"', "\r", "\n"))
    inner = text.replace('"', '""')
    return f'"{inner}"' if needs_marks else text


def _first_free_column(records: Sequence[Sequence[_Field]]) -> int:
    """Return the number of the first column to the right of everything that is written."""
    last_column = 0
    for fields in records:
        for column, field in enumerate(fields, 1):
            if field.text and column > last_column:
                last_column = column
    return last_column + 1


def _cut(fields: Sequence[_Field], column: int, written: str, separator: str) -> tuple[int, int, str]:
    """Return start and end of the piece of a record that gives way to a cell, and what takes its place."""
    if column <= len(fields):
        field = fields[column - 1]
        return field.start, field.end, written
    end = fields[-1].end
    missing_columns = column - len(fields)
    return end, end, f"{separator * missing_columns}{written}"
