"""Which column of an office's list of people holds what, told by the words in its head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.table_file import Cell, Sheet

NAME: Final = "name"
"""A column that holds title, first and last name together."""
IGNORED: Final = ""
"""A column of running numbers."""

_HEADS: Final[Mapping[str, str]] = {
    head: field
    for field, heads in {
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
    }.items()
    for head in heads.split()
}
"""Words in the heads of columns; between words, blanks and strokes of any kind count as one '-'."""

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
_SEARCHED_ROWS: Final = 30
_LEAST_KNOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The head of a sheet.

    Attributes:
        head: the row of the head.
        rows: the rows below it.
        fields: number of each column that is read, from 0, with its field.
        unknown: heads that are not known.
        unnamed: numbers of columns without a head.
    """

    head: tuple[Cell, ...]
    rows: Sequence[tuple[Cell, ...]]
    fields: Mapping[int, str]
    unknown: tuple[Cell, ...] = field(default=())


def thai_head(field: str) -> str:
    """Name a field as offices head its column."""
    return _THAI_HEADS.get(field, field)


def find_columns(sheet: Sheet) -> Columns | None:
    """Find the head of a sheet below its title rows: the first row with two heads that are known."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        known = _known(row)
        if len(set(known.values())) >= _LEAST_KNOWN:
            unknown = tuple(cell for column, cell in enumerate(row) if cell.text and column not in known)
            return Columns(row, sheet.rows[number + 1 :], _as_names(known), unknown)
    return None


def heads_of(sheet: Sheet) -> str:
    """Give the words of the row that most likely was meant as the head, for a reader to recognise."""
    rows = sheet.rows[:_SEARCHED_ROWS]
    row = max(rows, key=lambda row: (len(_known(row)), sum(bool(cell.text) for cell in row)), default=())
    return _listed(row)


def check_columns(columns: Columns) -> Iterator[Diagnostic]:
    """Tell what a head lacks (E622), says twice (E623), or has beside what is read (E624)."""
    yield from _missing(columns)
    yield from _repeated(columns)
    if columns.unknown:
        message = _("these columns are not read: {columns}").format(columns=_listed(columns.unknown))
        hint = _("Nothing needs to be done, unless one of them has a misspelt name.")
        yield Diagnostic("E624", message, columns.unknown[0].place, hint, Severity.INFO)


def _missing(columns: Columns) -> Iterator[Diagnostic]:
    fields = set(columns.fields.values())
    has_name = NAME in fields or {"first_name", "last_name"} <= fields
    for needed, is_there in ((NAME, has_name), ("position", "position" in fields)):
        if not is_there:
            text = _("a column '{column}' is expected, found: {found}")
            message = text.format(column=thai_head(needed), found=_listed(columns.head))
            place = next(cell.place for cell in columns.head if cell.text)
            yield Diagnostic("E622", message, place, _("Name the column in the head of the table."))


def _repeated(columns: Columns) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for column, one in columns.fields.items():
        head = columns.head[column]
        if one in seen and one != IGNORED and head.text:
            message = _("a second column for '{column}' stands here").format(column=thai_head(one))
            yield Diagnostic("E623", message, head.place, _("Rename or delete one of the two."))
        seen.add(one)


def _known(row: Sequence[Cell]) -> dict[int, str]:
    """Give the columns with known heads; one without a head after a name's belongs to it (merged cells)."""
    known: dict[int, str] = {}
    for column, cell in enumerate(row):
        head = plain_head(cell.text)
        named = _HEADS.get(head, _HEADS.get(head.replace("-", "")))
        if named is not None:
            known[column] = named
        elif not head and known.get(column - 1) == NAME:
            known[column] = NAME
    return known


def _as_names(known: dict[int, str]) -> dict[int, str]:
    """Take a first or last name without the other for the whole name."""
    halves = {"first_name", "last_name"} & set(known.values())
    if len(halves) != 1 or NAME in known.values():
        return known
    return {column: NAME if one in halves else one for column, one in known.items()}


def plain_head(head: str) -> str:
    """Give the words of a column's head as they are looked up: blanks and strokes count as one '-'."""
    text = re.sub(r"\([^)]*\)|[*:]", " ", unicodedata.normalize("NFC", head)).strip().casefold()
    return re.sub(r"[\s_/–—-]+", "-", text).strip("-")


def _listed(cells: Sequence[Cell]) -> str:
    return ", ".join(" ".join(cell.text.split()) for cell in cells if cell.text) or "-"
