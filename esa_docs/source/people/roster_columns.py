"""The columns of an office's list of people: the words in their heads name what they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.source.tables.table_file import Cell, Sheet
from esa_docs.source.tables.unread_cells import ReadColumns, join_texts, unread_cells

NAME: Final = "name"
"""A column that holds title, first and last name together."""
_NAMES: Final = frozenset({NAME, "first_name", "last_name"})
IGNORED: Final = ""
"""A column of running numbers."""

_HEADS_BY_FIELD: Final[Mapping[str, str]] = {
    IGNORED: "ที่ ลำดับ ลำดับที่ no no.",
    "id": "id รหัส",
    "prefix": "prefix title คำนำหน้า คำนำหน้าชื่อ คำนำหน้านาม ยศ-คำนำหน้า ยศ-คำนำหน้าชื่อ",
    "first_name": "first-name ชื่อ ชื่อตัว",
    "last_name": "last-name สกุล นามสกุล ชื่อสกุล",
    NAME: "name full-name ชื่อ-สกุล ชื่อ-นามสกุล ชื่อ-ชื่อสกุล ชื่อตัว-ชื่อสกุล ชื่อและนามสกุล ชื่อนามสกุล ชื่อเต็ม",
    "position": "position post ตำแหน่ง ตำแหน่งปัจจุบัน ชื่อตำแหน่ง",
    "level": "level ระดับ วิทยฐานะ ระดับ-วิทยฐานะ วิทยฐานะ-ระดับ",
    "group": "group กลุ่ม สังกัด กลุ่มงาน กลุ่ม-หน่วย กลุ่ม-สังกัด",
    "since": "since วันที่เริ่ม เริ่ม ตั้งแต่ ตั้งแต่วันที่ วันที่เริ่มดำรงตำแหน่ง",
    "until": "until วันที่สิ้นสุด สิ้นสุด ถึง ถึงวันที่ วันที่สิ้นสุดดำรงตำแหน่ง",
}
"""Heads of columns, parted by spaces; inside a head blanks and strokes of any kind count as one '-'."""


def _fields_by_head() -> dict[str, str]:
    fields: dict[str, str] = {}
    for field, heads in _HEADS_BY_FIELD.items():
        for head in heads.split():
            fields[head] = field
    return fields


_FIELDS_BY_HEAD: Final[Mapping[str, str]] = _fields_by_head()

_THAI_HEADS: Final = {
    NAME: "ชื่อ-สกุล",
    "id": "รหัส",
    "prefix": "คำนำหน้าชื่อ",
    "first_name": "ชื่อ",
    "last_name": "นามสกุล",
    "position": "ตำแหน่ง",
    "level": "ระดับ",
    "group": "กลุ่ม",
    "since": "วันที่เริ่ม",
    "until": "วันที่สิ้นสุด",
}
"""How offices head the column of a field."""
_SEARCHED_ROWS: Final = 30
"""Rows at the top of a sheet among which the head is looked for."""
_FEWEST_FIELDS: Final = 2
"""Fields that a row must name to be the head."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The head of a sheet.

    Attributes:
        table: which cells of the sheet are read.
        fields: field of each column that is read, by the number of the column, from 0.
    """

    table: ReadColumns
    fields: Mapping[int, str]


def thai_head(field: str) -> str:
    """Return how offices head the column of a field."""
    return _THAI_HEADS.get(field, field)


def find_columns(sheet: Sheet) -> Columns | None:
    """Return the head of a sheet: the first row that names two fields; None where there is none."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        fields = _fields(row)
        if len(set(fields.values())) >= _FEWEST_FIELDS:
            running_columns = frozenset(column for column, field in fields.items() if field == IGNORED)
            name_columns = frozenset(column for column, field in fields.items() if field in _NAMES)
            read_columns = frozenset(fields) - running_columns
            table = ReadColumns(sheet, number, read_columns, name_columns, running_columns)
            return Columns(table, _with_whole_names(fields))
    return None


def heads_of(sheet: Sheet) -> str:
    """Return the words of the row that most likely was meant as the head, for a reader to recognise."""
    likely_head = max(sheet.rows[:_SEARCHED_ROWS], key=_likeness_to_head, default=())
    return join_texts(likely_head)


def _likeness_to_head(row: Sequence[Cell]) -> tuple[int, int]:
    """Return how many columns of a row name a field, and how many have a text."""
    texts = [cell.text for cell in row if cell.text]
    return len(_fields(row)), len(texts)


def check_columns(columns: Columns) -> Iterator[Diagnostic]:
    """Generate a diagnostic of what a head lacks (E622) or names twice (E623), and of what is unread."""
    yield from _missing_columns(columns)
    named_fields = {column: field for column, field in columns.fields.items() if field != IGNORED}
    yield from repeated_columns(columns.table.head, named_fields)
    yield from unread_cells(columns.table)


def _missing_columns(columns: Columns) -> Iterator[Diagnostic]:
    fields = set(columns.fields.values())
    if NAME not in fields and not {"first_name", "last_name"} <= fields:
        yield _missing_column(NAME, columns)
    if "position" not in fields:
        yield _missing_column("position", columns)


def _missing_column(field: str, columns: Columns) -> Diagnostic:
    message = _("a column '{column}' is expected, found: {found}")
    message = message.format(column=thai_head(field), found=join_texts(columns.table.head))
    place = next(cell.place for cell in columns.table.head if cell.text)
    return Diagnostic("E622", message, place, _("Name the column in the head of the table."))


def repeated_columns(head: Sequence[Cell], fields: Mapping[int, str]) -> Iterator[Diagnostic]:
    """Generate the error of each column that means what one before it means (E623).

    Args:
        head: the row of the head.
        fields: field of each column that is read, by the number of the column, from 0.
    """
    first_heads: dict[str, Cell] = {}
    for column, field in fields.items():
        cell = head[column]
        first_head = first_heads.setdefault(field, cell)
        # A column without a head belongs to the one before it.
        if first_head is not cell and cell.text:
            message = _("a second column for '{column}' stands here").format(column=first_head.text)
            yield Diagnostic("E623", message, cell.place, _("Rename or delete one of the two."))


def _fields(row: Sequence[Cell]) -> dict[int, str]:
    """Return the field of each column whose head names one, by the number of the column."""
    fields: dict[int, str] = {}
    for column, cell in enumerate(row):
        head = plain_head(cell.text)
        field = _FIELDS_BY_HEAD.get(head)
        if field is None:
            field = _FIELDS_BY_HEAD.get(head.replace("-", ""))
        if field is not None:
            fields[column] = field
        elif not head and fields.get(column - 1) == NAME:
            # Offices merge the cells of the head above first and last name: the second has no text then.
            fields[column] = NAME
    return fields


def _with_whole_names(fields: dict[int, str]) -> dict[int, str]:
    """Return the fields; a column of first names without one of last names is taken for whole names.

    So is a column of last names without one of first names.
    """
    halves = {"first_name", "last_name"} & set(fields.values())
    if len(halves) != 1 or NAME in fields.values():
        return fields
    whole_names = {column: NAME for column, field in fields.items() if field in halves}
    return fields | whole_names


def is_running_number(head: str) -> bool:
    """Return whether a head names a column of running numbers."""
    return _FIELDS_BY_HEAD.get(plain_head(head)) == IGNORED


def plain_head(head: str) -> str:
    """Return the words of a column's head as they are looked up: blanks and strokes count as one '-'."""
    text = unicodedata.normalize("NFC", head)
    text = re.sub(r"\([^)]*\)|[*:]", " ", text).strip().casefold()
    return re.sub(r"[\s_/–—-]+", "-", text).strip("-")
