"""The text of a register file as records, and changes of it: a line that is not changed stays as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.source.tables.csv_texts import guard_text, unguard_text

REGISTERS_FOLDER: Final = "registers"
HEADS: Final = {
    "number": "เลขที่",
    "date": "ลงวันที่",
    "subject": "เรื่อง",
    "state": "สถานะ",
    "who": "ผู้จอง",
    "purpose": "เพื่อ",
    "until": "ถึงวันที่",
    "why": "เหตุผล",
    "is_free": "ใช้ซ้ำได้",
    "noted": "จองเมื่อ",
}
"""How a register file heads the column of each field."""
NEEDED_FIELDS: Final = ("number", "date", "subject")
"""Fields without whose columns a file is no register."""
_OTHER_HEADS: Final = {
    "ที่": "number",
    "วันที่": "date",
    "for": "purpose",
    "free": "is_free",
}
_FIELDS: Final = {
    **{field: field for field in HEADS},
    **{head: field for field, head in HEADS.items()},
    **_OTHER_HEADS,
}
"""The field that stands below each heading of a column."""
_MARK: Final = "\ufeff"
"""Excel knows by the byte order mark that a CSV file is UTF-8."""

_EMPTY_REGISTER: Final = f"{_MARK}{','.join(HEADS[field] for field in NEEDED_FIELDS)}\r\n".encode()
"""A new register file, as Excel writes one."""

RowTexts = Mapping[str, str]
"""The texts of a line by field; a field without a text is left out."""


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a register file; a text in quotation marks may make it several lines of the file.

    Attributes:
        line: number of its first line in the file, from 1.
        cells: its texts.
        text: how it is written, with its line end.
    """

    line: int
    cells: tuple[str, ...]
    text: str


class RecordError(ValueError):
    """A line that cannot be parted into columns.

    Attributes:
        line: number of the line, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} cannot be parted into columns")
        self.line = line


def parse_records(text: str) -> Iterator[Record]:
    r"""Generate the records of a register file, its head first. Blank lines are records without texts.

    Args:
        text: the file, with ``\n`` as line end.

    Raises:
        RecordError: a quotation mark is not closed or stands inside a text.
    """
    # Only a line feed ends a line here: a text in quotation marks may hold other separators.
    lines = io.StringIO(text, newline="\n").readlines()
    reader = csv.reader(lines, strict=True)
    lines_read = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            raise RecordError(lines_read + 1) from fault
        if cells is None:
            return
        texts = tuple(map(unguard_text, cells))
        yield Record(lines_read + 1, texts, "".join(lines[lines_read : reader.line_num]))
        lines_read = reader.line_num


def field_of(heading: str) -> str:
    """Return the field below a heading; empty where the column is not read."""
    plain_heading = thai.clean_text(heading).lower()
    return _FIELDS.get(plain_heading, "")


def texts_of(head: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the texts of a line by field, as far as it has cells.

    Args:
        head: field of each column; empty for a column that is not read.
        cells: the cells of the line.
    """
    texts: dict[str, str] = {}
    for field, cell in zip(head, cells, strict=False):
        if field:
            texts[field] = cell
    return texts


def changed_register(
    data: bytes | None, changes: Mapping[int, RowTexts | None], new_rows: Sequence[RowTexts]
) -> bytes:
    """Return a register file with lines changed, deleted and added. All other lines stay as they are.

    A column that the new texts need and the file lacks is added to its head.

    Args:
        data: the file, which is UTF-8; None for a new one.
        changes: the new texts of a line by the number of the line; None deletes it. A field that is left out
            gets an empty cell; a column that is not read keeps its cell.
        new_rows: texts of lines to be added at the end.
    """
    if data is None:
        data = _EMPTY_REGISTER
    text = data.decode("utf-8-sig")
    if "\n" not in text:
        text = text.replace("\r", "\n")
    head_record, *records = parse_records(text)
    line_end = "\r\n" if head_record.text.endswith("\r\n") else "\n"
    rows = [row for row in (*changes.values(), *new_rows) if row]
    head = _head_with_columns(head_record.cells, rows)
    lines = [_head_line(head_record, head, line_end)]
    for record in records:
        lines += _changed_line(record, head, changes, line_end)
    if not lines[-1].endswith("\n"):
        lines[-1] += line_end
    for row in new_rows:
        lines.append(_line(_cells(head, row), line_end))
    mark = _MARK if data.startswith(_MARK.encode()) else ""
    return f"{mark}{''.join(lines)}".encode()


def _head_with_columns(heads: Sequence[str], rows: Sequence[RowTexts]) -> list[str]:
    """Return the headings of a file, with a heading for each field of its new rows that has no column yet."""
    all_heads = list(heads)
    fields = {field_of(heading) for heading in heads}
    for field, heading in HEADS.items():
        is_needed = any(row.get(field) for row in rows)
        if is_needed and field not in fields:
            all_heads.append(heading)
    return all_heads


def _head_line(record: Record, head: Sequence[str], line_end: str) -> str:
    """Return the first line: as it was, unless it gets more headings."""
    if len(head) == len(record.cells):
        return record.text
    return _line(head, line_end)


def _changed_line(
    record: Record, head: Sequence[str], changes: Mapping[int, RowTexts | None], line_end: str
) -> Iterator[str]:
    """Generate the text of a line: as it was, as it is changed, or none where it is deleted."""
    if record.line not in changes:
        yield record.text
        return
    row = changes[record.line]
    if row:
        yield _line(_cells(head, row, record.cells), line_end)


def _cells(head: Sequence[str], row: RowTexts, old_cells: Sequence[str] = ()) -> list[str]:
    """Return the cells of a changed line: those of columns that are not read stay."""
    cells: list[str] = []
    for column, heading in enumerate(head):
        field = field_of(heading)
        cell = row.get(field, "")
        if not field and column < len(old_cells):
            cell = old_cells[column]
        cells.append(cell)
    return cells


def _line(cells: Sequence[str], line_end: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=line_end).writerow(map(guard_text, cells))
    return text.getvalue()
